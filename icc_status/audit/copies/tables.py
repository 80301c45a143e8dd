"""The forms in which a copy comes, each read into rows of raw cells; nothing is interpreted here.

Element names, paths and the table's id are those that public readers of the depositary's live
files rely on; docs/audit.md names them.
"""

import csv
import html
import io
import re
from collections.abc import Iterator
from xml.parsers import expat

from icc_status.errors import RegistryError

Table = list[list[str]]

GRID = re.compile(r"<table\b[^<>]*\bid\s*=\s*[\"']?[\w$:]*tblgrid\b[^<>]*>", re.I)
MARKUP = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>", re.I)
NOTES = {"superscript", "sup"}


def csv_table(text: str, delimiter: str = ",") -> Table:
    """Return the rows of a CSV text; raises RegistryError where it is none."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise RegistryError(f"not CSV: {error}") from None


def xml_table(data: bytes) -> Table:
    """Return the rows under Participants in the depositary's XML, its head among them.

    Raises RegistryError for what is not XML, and for any DOCTYPE: none is needed, and entities
    declared there can blow a small file up.
    """
    reader = _XmlReader()
    try:
        reader.parser.Parse(data.lstrip(), True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RegistryError(f"not XML: {error}") from None
    return reader.rows


class _XmlReader:
    """Collects Participants ... Row/Entry while expat reads, however deep the nesting."""

    def __init__(self) -> None:
        self.rows: Table = []
        self.path: list[str] = []
        self.cell: list[str] | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _doctype(self, *_declaration: object) -> None:
        raise RegistryError("has a DOCTYPE, which could declare entities; remove it")

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        self.path.append(tag.casefold())
        if "participants" not in self.path[:4]:
            return
        if self.path[-1] == "row":
            self.rows.append([])
        elif self.path[-2:] == ["row", "entry"]:
            self.cell = []

    def _text(self, text: str) -> None:
        if self.cell is not None and self.path[-1] not in NOTES:
            self.cell.append(text)

    def _end(self, _tag: str) -> None:
        if self.cell is not None and self.path[-2:] == ["row", "entry"]:
            self.rows[-1].append("".join(self.cell))
            self.cell = None
        self.path.pop()


def html_table(text: str) -> Table:
    """Return the rows of the treaty page's table of participants.

    Raises RegistryError where the page does not hold that table.
    """
    text = _uncommented(text)
    grid = GRID.search(text)
    if grid is None:
        raise RegistryError("holds no table of participants (its id ends in tblgrid)")
    rows: Table = []
    notes = 0
    for tag, closing, inside in _pieces(text[grid.end() :]):
        if tag == "table" and closing:
            return rows
        if tag in NOTES:
            notes = max(notes + (-1 if closing else 1), 0)
        if tag == "tr" and not closing:
            rows.append([])
        elif tag in {"td", "th"} and not closing and rows:
            rows[-1].append(inside)
            notes = 0
        elif rows and rows[-1] and tag not in {"tr", "td", "th"} and not notes:
            rows[-1][-1] += f" {inside}" if tag == "br" else inside
    raise RegistryError("is cut off: its table of participants does not end")


def _uncommented(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _pieces(text: str) -> Iterator[tuple[str, bool, str]]:
    """Yield every tag in order: its name, whether it closes, and the text that follows it."""
    found = None
    for following in MARKUP.finditer(text):
        if found:
            inside = html.unescape(text[found.end() : following.start()])
            yield found[2].casefold(), bool(found[1]), inside
        found = following
    if found:
        yield found[2].casefold(), bool(found[1]), ""
