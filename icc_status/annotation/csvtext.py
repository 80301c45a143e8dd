"""Read CSV as the text of whole records, so that what was in the file can stay as it was."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from icc_status.errors import QuestionError

BLOCK = 1 << 17
"""How many bytes are read at once."""

LONGEST = 1 << 20
"""How many characters a record may have. A longer one means a quote that is never closed."""


@contextmanager
def long_cells() -> Iterator[None]:
    """Let the csv module read cells of any length that `LONGEST` allows."""
    limit = csv.field_size_limit(2 * LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


class Joiner:
    """Writes cells for a delimiter, with quotes where they are needed."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter

    def __call__(self, cells: Iterable[str]) -> str:
        """Return the cells, each after a delimiter."""
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter).writerow(["x", *cells])
        return out.getvalue()[1:-2]


def decoded(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield a stream's text; raises QuestionError when it cannot be read in the encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    read = getattr(stream, "read1", stream.read)
    try:
        while data := read(BLOCK):
            yield decoder.decode(data)
        yield decoder.decode(b"", final=True)
    except UnicodeError as error:
        reason = getattr(error, "reason", error)
        raise QuestionError(f"not {encoding} text ({reason}): pass --encoding") from None
    except OSError as error:
        raise QuestionError(f"the rows cannot be read: {error.strerror or error}") from None


def whole_lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield the same text in pieces that end at the end of a line. The last need not."""
    rest = ""
    for text in texts:
        rest += text
        cut = rest.rfind("\n") + 1 or rest.rfind("\r", 0, len(rest) - 1) + 1
        if cut:
            yield rest[:cut]
            rest = rest[cut:]
        if len(rest) > LONGEST:
            raise QuestionError(f"a line has over {LONGEST:,} characters: is this CSV?")
    if rest:
        yield rest


def records(text: str, delimiter: str) -> Iterator[tuple[list[str], str, bool]]:
    """Yield each record's cells, its text, and whether it is complete. Only the last may be not.

    Lines end with a newline, a carriage return, or both, as in the csv module.
    """
    lines = list(io.StringIO(text, newline=""))
    complete = True

    def feed() -> Iterator[str]:
        nonlocal complete
        yield from lines
        complete = False  # the csv module asks for another line: a quote is still open

    start = 0
    reader = csv.reader(feed(), delimiter=delimiter)
    for row in reader:
        end = reader.line_num
        yield row, lines[start] if end == start + 1 else "".join(lines[start:end]), complete
        start = end


def ending(record: str) -> str:
    """Return the line end of a record: a newline, a carriage return, both, or nothing."""
    if record.endswith("\r\n"):
        return "\r\n"
    return record[-1:] if record.endswith(("\n", "\r")) else ""


def one_ending(text: str) -> str | None:
    """Return the line end that all lines of a text have, or None."""
    if not text.endswith("\n"):
        return None
    returns = text.count("\r")
    if not returns:
        return "\n"
    return "\r\n" if returns == text.count("\r\n") == text.count("\n") else None


def rows_of(lines: list[str], delimiter: str) -> list[list[str]] | None:
    """Return each line's cells as the csv module reads them, or None where a record has several.

    An empty line is added at the end: a quote still open would swallow it.
    """
    try:
        rows = list(csv.reader([*lines, ""], delimiter=delimiter))
    except csv.Error:
        return None
    return rows[:-1] if len(rows) == len(lines) + 1 else None
