"""CSV and the depositary's XML as rows of raw cells, and the limits of every table.

Nothing is interpreted here except which treaty a file says it is of. The names of the XML's
elements are those of a public copy of the depositary's files; docs/audit.md names it.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any
from xml.parsers import expat

from icc_status.audit.copies.cells import clean
from icc_status.errors import RegistryError

Table = list[list[str]]
"""Rows of cells, each cell as it stands in the file."""

NOTES = {"superscript", "sup"}
"""The elements that hold a footnote's number."""
CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\r"})
MOST_ROWS, MOST_CELLS, MOST_LETTERS = 2_000, 500, 131_072

OURS = "XVIII-10"
CHAPTER, SECTION, PART = "chapter/header", "externaldata/numsect", "externaldata/subnumsect"
"""Where the XML tells its treaty: "CHAPTER XVIII", "10", and "a" for the first amendment."""
LONGEST_NUMBER = 40


def csv_table(text: str, delimiter: str = ",") -> Table:
    """Return the rows of a CSV text that hold anything; raises RegistryError for no CSV."""
    rows: Table = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(map(str.strip, row)):
                open_row(rows)
                rows[-1] = row
                check_row(row)
    except csv.Error as error:
        raise RegistryError(f"not CSV: {error}") from None
    return rows


def open_row(rows: list[list[Any]]) -> None:
    """Begin a row; raises RegistryError where there are more than any such table has."""
    if len(rows) >= MOST_ROWS:
        raise RegistryError(
            f"has more than {MOST_ROWS:,} rows; a table of states has some hundreds"
        )
    rows.append([])


def check_row(row: Sequence[object]) -> None:
    """Raise RegistryError for a row with more cells than any such table has columns."""
    if len(row) > MOST_CELLS:
        raise RegistryError(f"has a row of more than {MOST_CELLS} cells; name a smaller table")


def check_cells(table: Table) -> None:
    """Raise RegistryError for a cell that is longer than any name or day; reading it is slow."""
    if any(len(cell) > MOST_LETTERS for row in table for cell in row):
        raise RegistryError(f"has a cell of more than {MOST_LETTERS:,} characters; shorten it")


def refuse_another(number: str) -> None:
    """Raise RegistryError for the number of another treaty; a file may also tell none."""
    if number not in {"", OURS}:
        raise RegistryError(f"is of another treaty, {number}; the Rome Statute is {OURS}")


def xml_table(data: bytes) -> Table:
    """Return the rows under Participants in the depositary's XML, its head among them.

    The depositary's files hold control characters, which XML forbids: they are dropped.
    Raises RegistryError for what is not XML, for the file of another treaty, and for any
    DOCTYPE: none is needed, and entities declared there can make a small file huge.
    """
    reader = _XmlReader()
    try:
        reader.parser.Parse(data.lstrip().translate(None, CONTROLS), True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RegistryError(f"not XML: {error}") from None
    number = _number(reader.titles)
    refuse_another(number)
    if number and not reader.rows:
        raise RegistryError(f"is the file of {number}, without its table of participants")
    return reader.rows


def _number(titles: Mapping[str, str]) -> str:
    """Return the number of the treaty that an XML file tells, or nothing."""
    chapter, section, part = (
        clean(titles.get(tag, ""))[:LONGEST_NUMBER] for tag in (CHAPTER, SECTION, PART)
    )
    if not section and not part:
        return ""
    chapter = chapter.upper().removeprefix("CHAPTER ") or "XVIII"
    return "-".join(filter(None, (chapter, section, part)))


class _XmlReader:
    """Collects Participants ... Row/Entry while expat reads, however deep the nesting."""

    def __init__(self) -> None:
        self.rows: Table = []
        self.path: list[str] = []
        self.cell: list[str] | None = None
        self.titles: dict[str, str] = {}
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
            open_row(self.rows)
        elif self.path[-2:] == ["row", "entry"]:
            self.cell = []

    def _text(self, text: str) -> None:
        if self.cell is not None and self.path[-1] not in NOTES:
            self.cell.append(text)
        elif self.path and "participants" not in self.path[:4]:
            self._title("/".join(self.path[-2:]), text)

    def _title(self, tag: str, text: str) -> None:
        """Keep the text of an element that tells which treaty the file is of."""
        so_far = self.titles.get(tag, "")
        if tag in {CHAPTER, SECTION, PART} and len(so_far) < LONGEST_NUMBER:
            self.titles[tag] = so_far + text

    def _end(self, _tag: str) -> None:
        if self.cell is not None and self.path[-2:] == ["row", "entry"]:
            self.rows[-1].append("".join(self.cell))
            check_row(self.rows[-1])
            self.cell = None
        self.path.pop()
