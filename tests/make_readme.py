"""Make the README's examples anew: run each command and write down what it prints."""

import re

from test_readme import README, ROOT, shown


def filled(block: re.Match[str]) -> str:
    """Return a console block with the present output of its commands."""
    commands = re.findall(r"^\$ (.*)\n", block[1], re.MULTILINE)
    return "```console\n" + "".join(f"$ {line}\n{shown(line)}" for line in commands) + "```"


if __name__ == "__main__":
    text = re.sub(r"```console\n(.*?)```", filled, README, flags=re.DOTALL)
    (ROOT / "README.md").write_text(text, encoding="utf-8")
