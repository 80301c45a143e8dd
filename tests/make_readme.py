"""Renew the documentation: run each example and write down its output, and draw the pictures."""

import re

from documentation import PAGES, README, pictures, shown


def filled(block: re.Match[str]) -> str:
    """Return a console block with the present output of its commands."""
    commands = re.findall(r"^\$ (.*)\n", block[1], re.MULTILINE)
    return "```console\n" + "".join(f"$ {line}\n{shown(line)}" for line in commands) + "```"


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(
            re.sub(r"```console\n(.*?)```", filled, text, flags=re.DOTALL), encoding="utf-8"
        )
    for command, _ in pictures(README.read_text(encoding="utf-8")):
        shown(command)
