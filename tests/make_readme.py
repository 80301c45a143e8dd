"""Make the documentation's examples anew: run each command and write down what it prints."""

import re

from test_readme import ROOT, shown


def filled(block: re.Match[str]) -> str:
    """Return a console block with the present output of its commands."""
    commands = re.findall(r"^\$ (.*)\n", block[1], re.MULTILINE)
    return "```console\n" + "".join(f"$ {line}\n{shown(line)}" for line in commands) + "```"


if __name__ == "__main__":
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        made = re.sub(r"```console\n(.*?)```", filled, text, flags=re.DOTALL)
        page.write_text(made, encoding="utf-8")
