"""The documentation's examples and pictures: as the pages hold them, and as they are now."""

import os
import re
import sys
from pathlib import Path

import pty_helper

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]


def examples(text: str) -> list[tuple[str, str]]:
    """Return the commands of a page's console blocks with the output shown below each."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def shown(command: str) -> str:
    """Return what a terminal of 80 columns without colour shows for a command."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("ICC_STATUS")}
    environ |= {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }
    _, text = pty_helper.shown(["bash", "-c", command], environ, cwd=ROOT)
    return text.replace("\r\n", "\n")


def pictures(text: str) -> list[tuple[str, str]]:
    """Return the commands of a page that draw a picture of docs/, each with the picture's file."""
    return re.findall(r"`(icc-status \w+ -o (docs/\S+)[^`]*)`", text)
