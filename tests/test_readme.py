"""The documentation is executed: every example shown is what the program prints."""

import doctest
import os
import re
import sys
from pathlib import Path

import pytest
import screens

import icc_status
from icc_status.cli import VERBS, program

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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
    _, text = screens.shown(["bash", "-c", command], environ, cwd=ROOT)
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize(("command", "output"), examples(README), ids=lambda text: text[:60])
def test_examples_of_the_readme(command, output):
    """Each example prints exactly this."""
    assert output == shown(command)


def test_there_are_examples():
    """The tests above have something to run."""
    assert len(examples(README)) >= 12


def test_python_examples():
    """The Python of the README and of the package's own docstring says what it does."""
    failures, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)

    assert (0, True) == (failures, tried > 3)
    assert doctest.testmod(icc_status).failed == 0


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb):
    """A verb, and each option of its own, is mentioned."""
    options = {
        option
        for parameter in program.get_command(None, verb).params
        for option in parameter.opts
        if option.startswith("--")
    }
    pages = README + "".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").glob("*.md"))

    assert f"icc-status {verb}" in pages or verb == "show"
    assert [option for option in sorted(options) if option not in pages] == []


def test_the_version_is_said_once():
    """The changelog's newest version is the package's."""
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (\S+)", log, re.MULTILINE)[0] == icc_status.__version__
