"""Read CSV as the text of whole records, so that what was in the file can stay as it was.

A record ends with a newline, a carriage return, or both, as in the csv module. "Raw" cells are
cells as they are written, with their quotes.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from icc_status.errors import QuestionError

LONGEST = 1 << 20
"""How many characters a record may have. A longer one means a quote that is never closed."""

HIDDEN = {"\n": "\x1d", "\r": "\x1e"}
HIDDEN_DELIMITER = "\x1f"
"""What stands for a line end and for a delimiter inside quotes while a block is split."""

MARKS = (*HIDDEN.values(), HIDDEN_DELIMITER)

ESCAPED = '\\"'
"""A quote escaped by a backslash, as Spark and MySQL write it; CSV doubles it."""

OPENED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)(?:"(.*))?', re.DOTALL)
"""A cell that begins with a quote: what stands inside the quotes, and what follows them."""

CLEAN = re.compile(r'"[^"]*+(?:""[^"]*+)*+"[ \t]*')
"""A quoted cell after which nothing but blanks stands."""


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


def pieces(text: str, size: int) -> Iterator[str]:
    """Cut a text at line ends into pieces of about a size."""
    start = 0
    while start < len(text):
        stop = text.find("\n", start + size) + 1 or len(text)
        yield text[start:stop]
        start = stop


def ending(record: str) -> str:
    """Return the line end of a record: a newline, a carriage return, both, or nothing."""
    if record.endswith("\r\n"):
        return "\r\n"
    return record[-1:] if record.endswith(("\n", "\r")) else ""


def one_ending(text: str) -> str | None:
    """Return the line end that all lines of a text have, or None."""
    returns = text.count("\r")
    if not returns:
        return "\n"
    newlines = text.count("\n")
    if not newlines:
        return "\r"
    return "\r\n" if returns == newlines == text.count("\r\n") else None


def hide(text: str, delimiter: str) -> str | None:
    """Return the text with the delimiters and line ends inside quotes replaced, to split it fast.

    The text begins with a record, and may end within one. None where a quote stands in a place
    that is neither the start nor the end of a cell, or where the text has the replacements itself.
    """
    if any(mark in text for mark in MARKS):
        return None
    pieces = text.split('"')  # each second one lies inside quotes; "" makes an empty one outside
    edges = (delimiter, "\n", "\r")
    first, last = pieces[0], pieces[-1] if len(pieces) % 2 else ""
    if (first and first[-1] not in edges) or (last and last[0] not in edges):
        return None
    for piece in set(pieces[2:-1:2]):  # a set: many pieces between quoted cells are alike
        if piece and (piece[0] not in edges or piece[-1] not in edges):
            return None
    inside = hidden = '"'.join(pieces[1::2])
    for character, mark in (*HIDDEN.items(), (delimiter, HIDDEN_DELIMITER)):
        hidden = hidden.replace(character, mark)
    if hidden == inside:
        return text
    pieces[1::2] = hidden.split('"')
    return '"'.join(pieces)


class QuotedRows(NamedTuple):
    """Records of which every cell is quoted: each without its first quote, its cells, the rest.

    `text` is what the records have taken, and `rest` what comes after them.
    """

    lines: list[str]
    rows: list[list[str]]
    end: str
    text: str
    rest: str


def all_quoted(text: str, delimiter: str, width: int) -> QuotedRows | None:
    """Split a block in which every cell is quoted and holds no quote, or return None.

    All quotes are then those between which the block is split; a count proves it.
    """
    end = '"\r\n"' if '"\r\n"' in text else '"\n"'
    stop = text.rfind(end) + len(end) - 1
    if not text.startswith('"') or stop < len(end):
        return None
    whole = text[:stop]
    lines = whole[1 : 1 - len(end)].split(end)
    rows = [line.split(f'"{delimiter}"') for line in lines]
    if whole.count('"') != 2 * width * len(lines) or set(map(len, rows)) != {width}:
        return None
    return QuotedRows([f'{line}"' for line in lines], rows, end[1:-1], whole, text[stop:])


def show(text: str, delimiter: str) -> str:
    """Return a text with what `hide` replaced put back."""
    for character, mark in (*HIDDEN.items(), (delimiter, HIDDEN_DELIMITER)):
        text = text.replace(mark, character)
    return text


class Record(NamedTuple):
    """A record's text with its line end, and its cells.

    `cells` is None where a quote stands in a place that the rules of CSV do not know, or is not
    closed. `is_open` says that the record may go on after the end of the text.
    """

    text: str
    cells: list[str] | None
    is_open: bool = False


def records(
    text: str, delimiter: str, width: int | None = None, escapes: bool = False
) -> Iterator[Record]:
    """Yield the records of a text that begins with one. Only the last may be open.

    `width` is how many cells a record should have. `escapes` says that quotes escaped by a
    backslash were met before: more records are then in doubt.
    """
    lines = list(io.StringIO(text, newline=""))
    read = 0

    def feed() -> Iterator[str]:
        nonlocal read
        while read < len(lines):
            read += 1
            yield lines[read - 1]
        read += 1  # the csv module asks for one line more than there is

    reader = csv.reader(feed(), delimiter=delimiter, strict=True)
    start = first = 0
    while first < len(lines):
        try:
            cells: list[str] | None = next(reader)
        except csv.Error:
            cells = None
        stop = start + sum(map(len, lines[first:read]))
        is_open = read > len(lines)
        in_doubt = _is_doubtful(text[start:stop], width, delimiter, escapes)
        if in_doubt or (cells is None and not is_open):
            meant = _meant_end(text, start, stop, delimiter)
            is_open = meant == len(text)
            stop, read = start + len(lines[first]), first + 1
            while stop < meant:
                stop += len(lines[read])
                read += 1
            cells = None if in_doubt else _blanks_aside(text[start:stop], delimiter)
            reader = csv.reader(feed(), delimiter=delimiter, strict=True)
        escapes = escapes or (cells is None and not is_open and ESCAPED in text[start:stop])
        yield Record(text[start:stop], cells, is_open)
        start, first = stop, read


def _is_doubtful(record: str, width: int | None, delimiter: str, escapes: bool) -> bool:
    """Tell whether quotes may be escaped by a backslash, so that the cells are not what they seem.

    A record with such a quote is in doubt when it has a quote in an unquoted cell, or another
    number of cells than it should; where the file has them elsewhere, in any case.
    """
    if '"' not in record or not (escapes or ESCAPED in record):
        return False
    if escapes and ESCAPED in record:
        return True
    cells = raw_cells(record.removesuffix(ending(record)), delimiter)
    of_other_width = width is not None and len(cells) != width
    return of_other_width or any('"' in cell for cell in cells if not cell.startswith('"'))


def _meant_end(text: str, start: int, stop: int, delimiter: str) -> int:
    """Return where a record ends whose quotes the rules of CSV do not know.

    With quotes escaped by a backslash it is as long as the program that wrote it meant it to be.
    """
    escaped = ESCAPED in text[start:stop] and _escaped_record(delimiter).match(text, start)
    record = escaped or _lenient_record(delimiter).match(text, start)
    return record.end() if record else stop


def _blanks_aside(record: str, delimiter: str) -> list[str] | None:
    """Return the cells of a record whose only fault is blanks after a closing quote, or None."""
    cells = raw_cells(record.removesuffix(ending(record)), delimiter)
    if all(CLEAN.fullmatch(cell) for cell in cells if cell.startswith('"')):
        return [value(cell) for cell in cells]
    return None


def raw_cells(body: str, delimiter: str) -> list[str]:
    """Split a record without its line end at the delimiters that stand outside quotes."""
    if '"' not in body:
        return body.split(delimiter)
    return _after_delimiter(delimiter).findall(delimiter + body)


def value(raw: str) -> str:
    """Return what a raw cell holds, as the csv module reads it."""
    if not raw.startswith('"') or not (cell := OPENED.fullmatch(raw)):
        return raw
    return cell[1].replace('""', '"') + (cell[2] or "")


@cache
def _after_delimiter(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(delimiter)}({_lenient_cell(delimiter)})")


@cache
def _lenient_record(delimiter: str) -> re.Pattern[str]:
    cell = _lenient_cell(delimiter)
    return re.compile(rf"{cell}(?:{re.escape(delimiter)}{cell})*+")


def _lenient_cell(delimiter: str) -> str:
    """Return the pattern of a cell; after a closing quote all is let pass up to the delimiter."""
    return rf'(?:"[^"]*+(?:""[^"]*+)*+(?:"|\Z))?+[^{re.escape(delimiter)}\n\r]*+'


@cache
def _escaped_record(delimiter: str) -> re.Pattern[str]:
    """Return the pattern of a record whose quotes inside quotes have a backslash before them."""
    mark = re.escape(delimiter)
    quoted = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)'
    unquoted = rf'(?:[^"\\{mark}\n\r]++|\\[^\n\r]?)*+'
    cell = f"(?:{quoted}|{unquoted})"
    return re.compile(rf"{cell}(?:{mark}{cell})*+(?=[\n\r]|\Z)", re.DOTALL)
