"""Real shells on a pseudo-terminal, for the tests of completion."""

import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

from icc_status.commands.completion import SHELLS

START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config", "--interactive"],
}
LEARN = {
    "bash": 'eval "$(icc-status completion bash)"',
    "zsh": 'autoload -U compinit; compinit -D -u; eval "$(icc-status completion zsh)"',
    "fish": "icc-status completion fish | source",
}
READY = dict.fromkeys(SHELLS, "READY$((1+1))") | {"fish": "READY(math 1+1)"}
PROGRAM = """\
#!/bin/sh
[ "$_ICC_STATUS_COMPLETE" ] || [ "$1" = completion ] && exec "{}" -m icc_status "$@"
printf 'GOT'; printf '[%s]' "$@"; echo END
"""
"""Completes as the program does, and prints the words that it gets in place of an answer."""
OPEN = 'exec "$@" <>"$0" >&0 2>&0'
"""Opens a terminal in a session that has none, which makes it the one that controls it."""
ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>78])")
LONGEST = 60.0
"""How many seconds a busy machine may take."""


class Shell:
    """An interactive shell that has learned to complete, with the program on its path."""

    def __init__(self, name: str, place: Path, environ: dict[str, str]) -> None:
        self.name = name
        program = place / "icc-status"
        program.write_text(PROGRAM.format(sys.executable))
        program.chmod(0o755)
        env = {"PATH": f"{place}:{os.environ['PATH']}", "HOME": str(place), "TERM": "dumb"}
        env |= {"PYTHONPATH": str(Path(__file__).parents[1]), "LC_ALL": "C.UTF-8", "PS1": "$ "}
        self._master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self._process = subprocess.Popen(
            ["sh", "-c", OPEN, os.ttyname(slave), name, *START[name]],
            env=env | environ,
            cwd=place,
            start_new_session=True,
        )
        self.say(f"{LEARN[name]}; echo {READY[name]}", "READY2")
        os.close(slave)

    def close(self) -> None:
        """End this shell and no other."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._master, text.encode())

    def got(self, line: str) -> list[str]:
        """Return the words that the program gets from a line, in which a tab completes."""
        shown = self.say(line, r"GOT.*END\r?\n")
        return re.findall(r"\[(.*?)\]", shown[shown.rindex("GOT") :])

    def say(self, line: str, until: str) -> str:
        """Enter a line and return what is shown up to a text."""
        self.type(f"{line}\r")
        return self.shown(until)

    def shown(self, until: str) -> str:
        """Return what the shell shows, without what moves the cursor, up to a text."""
        text, end = "", time.monotonic() + LONGEST
        while not re.search(until, text):
            left = end - time.monotonic()
            assert left > 0, f"{until!r} is not in {text!r}"
            if select.select([self._master], [], [], left)[0]:
                text = ESCAPES.sub(
                    "", text + os.read(self._master, 65536).decode("utf-8", "replace")
                )
        return text
