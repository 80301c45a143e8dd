"""CSV and the depositary's XML, read into rows of raw cells.

Nothing is interpreted here but which treaty a file says that it is of.
Element names and paths are those of a public copy of the depositary's files; docs/audit.md
names it.
"""

import csv
import io
from collections.abc import Sequence
from typing import Any
from xml.parsers import expat

from icc_status.audit.copies import origin
from icc_status.errors import RegistryError

Table = list[list[str]]

NOTES = {"superscript", "sup"}
CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\r"})
MOST_ROWS, MOST_CELLS = 2_000, 500


def csv_table(text: str, delimiter: str = ",") -> Table:
    """Return the rows of a CSV text; raises RegistryError where it is none."""
    rows: Table = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(map(str.strip, row)):
                open_row(rows)
                rows[-1] = row
                within(row)
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


def within(row: Sequence[object]) -> None:
    """Raise RegistryError for a row with more cells than any such table has columns."""
    if len(row) > MOST_CELLS:
        raise RegistryError(f"has a row of more than {MOST_CELLS} cells; name a smaller table")


def xml_table(data: bytes) -> Table:
    """Return the rows under Participants in the depositary's XML, its head among them.

    Control characters, which XML has not and its files have, are dropped.
    Raises RegistryError for what is not XML, and for any DOCTYPE: none is needed, and entities
    declared there can blow a small file up; and for the file of another treaty.
    """
    reader = _XmlReader()
    try:
        reader.parser.Parse(data.lstrip().translate(None, CONTROLS), True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RegistryError(f"not XML: {error}") from None
    number = origin.xml_number(reader.told)
    origin.refuse_another(number)
    if number and not reader.rows:
        raise RegistryError(f"is the file of {number}, without its table of participants")
    return reader.rows


class _XmlReader:
    """Collects Participants ... Row/Entry while expat reads, however deep the nesting."""

    def __init__(self) -> None:
        self.rows: Table = []
        self.path: list[str] = []
        self.cell: list[str] | None = None
        self.told: dict[str, str] = {}
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
            tag = "/".join(self.path[-2:])
            if tag in origin.TOLD and len(self.told.get(tag, "")) < origin.LONG:
                self.told[tag] = self.told.get(tag, "") + text

    def _end(self, _tag: str) -> None:
        if self.cell is not None and self.path[-2:] == ["row", "entry"]:
            self.rows[-1].append("".join(self.cell))
            within(self.rows[-1])
            self.cell = None
        self.path.pop()
