"""Lines of text for a terminal, wrapped and coloured without rich, whose import costs more.

The card is drawn with it, so that one state's answer is there at once; tables are rich's.
"""

import unicodedata
from collections.abc import Iterator

from icc_status.standing import Status
from icc_status.terminal import Terminal, can_show

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
"""The styles by rich's names, and what ECMA-48 calls them (SGR)."""


def paragraph(text: str, style: str, terminal: Terminal, indent: int = 0) -> Iterator[str]:
    """Yield the lines of a text, as wide as the terminal, `indent` blanks before each.

    A word breaks only where it alone is wider than a line, never at its hyphens.
    """
    from textwrap import wrap

    width = max(terminal.width - indent, 1)
    for line in text.splitlines() or [""]:
        for part in wrap(line, width, break_on_hyphens=False) or [""]:
            yield " " * indent + inked(part, style, terminal) if part else ""


def inked(text: str, style: str, terminal: Terminal) -> str:
    """Return the text in a style such as "bold green", where the terminal has colour."""
    if not (terminal.color and style):
        return text
    return f"\x1b[{';'.join(str(CODES[word]) for word in style.split())}m{text}\x1b[0m"


def showable(text: str, encoding: str) -> str:
    """Return the text in letters that the encoding has: é as e, the rest as ?."""
    if can_show(text, encoding):
        return text
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("–", "-"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.encode("ascii", "replace").decode("ascii")
