"""The depositary's treaty page, saved as HTML, read into rows of raw cells.

The table's id is that which public readers of the live page rely on; docs/audit.md names them.
"""

import html
import re
from collections.abc import Iterator

from icc_status.audit.copies import origin
from icc_status.audit.copies.tables import NOTES, Table, open_row, within
from icc_status.errors import RegistryError

GRID = re.compile(r"\bid\s*=\s*[\"']?[\w$:]*tblgrid\b", re.I)
MARKUP = re.compile(
    r"<(/?)([a-z][a-z0-9]*)\b((?>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>|[^<>]*>)", re.I
)
"""A tag, with > in its quoted attributes; else as far as the next >, as its quotes are odd."""
NUMBERS = re.compile(r"[0-9, ]+")


def html_table(text: str) -> Table:
    """Return the rows of the treaty page's table of participants.

    Raises RegistryError where the page does not hold that table, or is of another treaty.
    """
    origin.refuse_another(origin.html_number(text))
    text = _uncommented(text)
    tables = (tag for tag in MARKUP.finditer(text) if tag[2].casefold() == "table")
    grid = next((tag for tag in tables if not tag[1] and GRID.search(tag[3])), None)
    if grid is None:
        raise RegistryError("holds no table of participants (its id ends in tblgrid)")
    rows: list[list[list[str]]] = []
    notes = 0
    for tag, closing, inside in _pieces(text, grid.end()):
        if tag == "table" and closing:
            return [["".join(cell) for cell in row] for row in rows]
        if tag in NOTES:
            notes = max(notes + (-1 if closing else 1), 0)
        if tag == "tr" and not closing:
            open_row(rows)
        elif tag in {"td", "th"} and not closing and rows:
            rows[-1].append([inside])
            within(rows[-1])
            notes = 0
        elif rows and rows[-1] and tag not in {"tr", "td", "th"} and not notes:
            apart = tag == "br" or (tag == "a" and NUMBERS.fullmatch(inside))
            rows[-1][-1].append(f" {inside}" if apart else inside)
    raise RegistryError("is cut off: its table of participants does not end")


def _uncommented(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _pieces(text: str, start: int) -> Iterator[tuple[str, bool, str]]:
    """Yield every tag in order: its name, whether it closes, and the text that follows it."""
    found = None
    for following in MARKUP.finditer(text, start):
        if found:
            inside = html.unescape(text[found.end() : following.start()])
            yield found[2].casefold(), bool(found[1]), inside
        found = following
    if found:
        yield found[2].casefold(), bool(found[1]), ""
