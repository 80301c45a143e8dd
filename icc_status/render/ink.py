"""Wrap and colour lines of text without rich, which is slow to import.

The card is drawn with this module, so that one state's answer appears at once.
"""

import unicodedata
from collections.abc import Iterator

from icc_status.model.status import Status
from icc_status.system.terminal import Terminal, can_show

STYLES = {
    Status.PARTY: "green",
    Status.CONTRACTING: "cyan",
    Status.SIGNATORY: "yellow",
    Status.RENOUNCED: "magenta",
    Status.WITHDRAWN: "red",
    Status.NON_SIGNATORY: "default",
}
CODES = {
    "bold": 1,
    "dim": 2,
    "italic": 3,
    "red": 31,
    "green": 32,
    "yellow": 33,
    "magenta": 35,
    "cyan": 36,
    "default": 39,
}
"""The styles by rich's names, with their numbers in ECMA-48 (SGR)."""
SECOND = "\0"
"""Fills the second column of a wide letter while a line is measured."""


def paragraph(text: str, style: str, terminal: Terminal, indent: int = 0) -> Iterator[str]:
    """Yield the lines of a text, as wide as the terminal, with `indent` blanks before each.

    A word is cut only where it is wider than a whole line, and never at its hyphens.
    """
    for line in text.splitlines() or [""]:
        for part in _wrapped(line, max(terminal.width - indent, 1)) or [""]:
            yield " " * indent + inked(part, style, terminal) if part else ""


def _wrapped(line: str, width: int) -> list[str]:
    """Return a line in parts of at most `width` columns; a wide letter takes two columns."""
    from textwrap import wrap

    if not line.isascii():
        wide = (c for c in line if unicodedata.east_asian_width(c) in "WF")
        line = line.translate({ord(c): c + SECOND for c in wide})
    parts = wrap(line, width, break_on_hyphens=False, break_long_words=False)
    cut = (part[i : i + width] for part in parts for i in range(0, len(part), width))
    return [part.replace(SECOND, "") for part in cut]


def inked(text: str, style: str, terminal: Terminal) -> str:
    """Return the text in a style such as "bold green", where the terminal has colour."""
    if not (terminal.color and style):
        return text
    return f"\x1b[{';'.join(str(CODES[word]) for word in style.split())}m{text}\x1b[0m"


def showable(text: str, encoding: str) -> str:
    """Return the text in letters that the encoding has: é becomes e, the rest ?."""
    if can_show(text, encoding):
        return text
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("–", "-"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.encode("ascii", "replace").decode("ascii")
