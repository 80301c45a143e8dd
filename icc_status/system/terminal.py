"""What kind of place an answer goes to: decided once, from the stream and the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

OFF = {"", "0", "false", "no", "off"}
NARROWEST, WIDEST = 20, 1_000
"""No line is drawn for fewer columns, or for more."""


@dataclass(frozen=True)
class Terminal:
    """An output: whether a person watches, its width in columns, colour, and what it can show.

    `errors_tty` says whether a person watches standard error.
    """

    tty: bool
    width: int
    color: bool
    encoding: str
    errors_tty: bool = False

    @property
    def boxes(self) -> bool:
        """Whether the encoding has the characters that tables are drawn with."""
        return can_show("─│┼·–…", self.encoding)


def can_show(text: str, encoding: str) -> bool:
    """Tell whether an encoding has every character of the text."""
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def printable(text: str) -> str:
    """Return the text with what a terminal would obey or hide written out, ESC as x1b."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def on_screen(text: str) -> str:
    """Return lines as `printable` does, but for their ends and tabs."""
    lines = text.replace("\r\n", "\n")
    return "".join(c if c in "\n\t" else printable(c) for c in lines)


def terminal(
    stream: TextIO, environ: Mapping[str, str] = os.environ, errors: TextIO | None = None
) -> Terminal:
    """Look at a stream and at COLUMNS, NO_COLOR, FORCE_COLOR (0 means no) and TERM."""
    tty = stream.isatty()
    return Terminal(
        tty=tty,
        width=min(max(_columns(stream, environ), NARROWEST), WIDEST),
        color=wants_color(tty, environ),
        encoding=getattr(stream, "encoding", None) or "ascii",
        errors_tty=errors is not None and errors.isatty(),
    )


def wants_color(tty: bool, environ: Mapping[str, str]) -> bool:
    """Decide on colour: NO_COLOR, then FORCE_COLOR, then a terminal that is not dumb."""
    if environ.get("NO_COLOR"):
        return False
    if "FORCE_COLOR" in environ:
        return environ["FORCE_COLOR"].strip().casefold() not in OFF
    return tty and environ.get("TERM") != "dumb"


def _columns(stream: TextIO, environ: Mapping[str, str]) -> int:
    """Return COLUMNS, or the width the system tells, or 80."""
    told = environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
