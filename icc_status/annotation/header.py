"""Read the header of a CSV stream and find its columns, or say what may be wrong with the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from icc_status.annotation import csvtext
from icc_status.errors import QuestionError

MARK = "\ufeff"
DELIMITERS = (";", "\t", "|", ",")
LOOKED_AT = 50
"""How many lines after the first are looked at for a header that stands lower."""

LISTED = 40
"""How many columns are listed when one is not found."""


@dataclass(frozen=True)
class Header:
    """The cells and the text of the first line, and the text that was read after it."""

    cells: list[str]
    text: str
    rest: str
    delimiter: str

    @property
    def lines(self) -> int:
        """How many lines the header takes."""
        return self.text.count("\n") or 1

    def column(self, name: str) -> int:
        """Return a column's place; raises QuestionError unless one column has the name."""
        if not self.cells:
            raise QuestionError("the first line is empty: it must name the columns")
        if self.cells.count(name) > 1:
            raise QuestionError(f"several columns are called {name!r}: rename all but one")
        if name not in self.cells:
            raise QuestionError(self._why_not(name))
        return self.cells.index(name)

    def columns(self, names: str) -> tuple[int, ...]:
        """Return the places of columns whose names stand between commas.

        A column whose own name has commas comes first. Raises as `column` does.
        """
        if names in self.cells or "," not in names:
            return (self.column(names),)
        return tuple(self.column(name.strip()) for name in names.split(","))

    def _why_not(self, name: str) -> str:
        """Return why no column has the name, with what may help."""
        for cell in self.cells:
            if _plain(cell) == _plain(name):
                return f"no column is called {name!r}: did you mean {cell!r}?"
        with_name, longest = self._lower_headers(name)
        other = self._other_delimiter()
        if other and not with_name:
            option = "tab" if other == "\t" else f"'{other}'"
            return f"the first line is one cell with {other!r} in it: pass --delimiter {option}"
        if line := with_name or longest:
            return (
                f"no column is called {name!r} in the first line, and line {line} looks like the"
                f" header: pass what 'tail -n +{line} FILE' prints"
            )
        known = ", ".join(map(repr, self.cells[:LISTED]))
        more = len(self.cells) - LISTED
        known += f" and {more} more" if more > 0 else ""
        return f"no column is called {name!r}: the columns are {known}"

    def _other_delimiter(self) -> str | None:
        """Return the delimiter that the first line seems to have, where it is one cell."""
        if len(self.cells) > 1:
            return None
        return next((mark for mark in DELIMITERS if mark in self.cells[0]), None)

    def _lower_headers(self, name: str) -> tuple[int | None, int | None]:
        """Return the first line that has the name, and the first of the longest lines.

        None where there is no such line, or no line longer than the first.
        """
        line, most, longest = 1 + self.lines, len(self.cells), None
        for record in islice(csvtext.records(self.rest, self.delimiter), LOOKED_AT):
            cells = record.cells or []
            if name in cells:
                return line, longest
            if len(cells) > most:
                most, longest = len(cells), line
            line += record.text.count("\n") or 1
        return None, longest


def read_header(texts: Iterator[str], delimiter: str) -> Header:
    """Read the first record of a stream; raises QuestionError when it is no header."""
    text = ""
    for more in chain(texts, [None]):
        text += more or ""
        start = len(MARK) if text.startswith(MARK) else 0
        record = next(csvtext.records(text[start:], delimiter), None)
        if record is None or (record.is_open and more is not None and len(text) <= csvtext.LONGEST):
            continue
        if record.cells is None:
            raise QuestionError(
                "the header opens a quote that is never closed"
                if record.is_open
                else "the header has a quote where the rules of CSV have no place for one"
            )
        stop = start + len(record.text)
        return Header(record.cells, text[:stop], text[stop:], delimiter)
    return Header([], text, "", delimiter)


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
