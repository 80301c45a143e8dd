"""What the options of annotate mean: where rows come from and go to, how cells are read."""

import codecs
import contextlib
import datetime as dt
import itertools
import os
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

import click

from icc_status.annotation.annotations import COLUMNS
from icc_status.annotation.appending import Appender
from icc_status.annotation.cells import Settled, settle
from icc_status.annotation.days import ByDay, DayReader, OneDay
from icc_status.annotation.decoding import BLOCK, GZIPPED, unzipped
from icc_status.annotation.readers import reader_of
from icc_status.annotation.tally import RowCounts
from icc_status.commands.outputs import OTHER_FORMATS, ending, is_zipped
from icc_status.commands.session import Session
from icc_status.errors import QuestionError, RegistryError
from icc_status.loading.registry import read_text
from icc_status.model.registry import Registry
from icc_status.system.files import whole_file
from icc_status.system.streams import put
from icc_status.system.terminal import on_screen

STANDARD = Path("-")
TABBED = {".tsv", ".tab"}
WRITTEN = {".csv", *TABBED}
EARLY = 1_000
"""After so many rows a column that is wrong as a whole is named."""

ENOUGH = 64
"""How many of the first bytes, or the first line, tell what a file is."""

LONG = 1 << 24
"""How many characters are written before a progress bar is shown."""


def day_reader(
    dates: Sequence[str], on: dt.date | None, year_at: str | None, formats: Sequence[str]
) -> DayReader:
    """Return how a row's day is read; raises QuestionError unless exactly one way is asked for."""
    if bool(dates) == (on is not None):
        raise QuestionError("give the day: either --date COLUMN, or --on DAY for all rows")
    if on is None:
        return ByDay(year_at, formats)
    if year_at or formats:
        option = "--year-at" if year_at else "--date-format"
        raise QuestionError(f"{option} is about a --date column: leave it out")
    return OneDay(on)


def state_reader(
    registry: Registry, code: str | None, lines: tuple[str, ...], path: Path | None
) -> Settled:
    """Return how a row's state is found: as the user settled it, else by name or by code."""
    return Settled(settle([*lines, *_lines_of(path)], registry), reader_of(registry, code))


def _lines_of(path: Path | None) -> list[str]:
    """Return the lines of a file of names, without remarks and empty lines."""
    if path is None:
        return []
    try:
        text = read_text(path).removeprefix("\ufeff")
    except RegistryError as error:
        raise QuestionError(f"{path}: {error}") from None
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def check_columns(columns: Sequence[str]) -> None:
    """Raise QuestionError for a column to add that does not exist or is asked for twice."""
    for column in columns:
        if column not in COLUMNS:
            raise QuestionError(f"no column is called {column!r}: choose of {', '.join(COLUMNS)}")
        if columns.count(column) > 1:
            raise QuestionError(f"the column {column!r} is asked for twice: name it once")


def check_free(added: Sequence[str], header: Sequence[str]) -> None:
    """Raise QuestionError when a column to add is there already."""
    for name in added:
        if name in header or added.count(name) > 1:
            raise QuestionError(f"there is a column {name!r} already: pass another --prefix")


def delimiter_for(given: str | None, path: Path) -> str:
    """Return the delimiter asked for, or the one that fits the file's name."""
    if given is None:
        return "\t" if ending(path) in TABBED else ","
    delimiter = {"tab": "\t", "\\t": "\t"}.get(given, given)
    if len(delimiter) != 1 or delimiter.isalnum() or delimiter in "\"'\0":
        raise QuestionError(f"{given!r} is no delimiter: give one sign, such as ';', or tab")
    if delimiter.splitlines() == [""]:
        raise QuestionError(f"{given!r} ends a line and is no delimiter: give one sign, or tab")
    return delimiter


def check_outputs(file: Path, output: Path | None, report: Path | None, delimiter: str) -> None:
    """Raise QuestionError for an output in another format, and for a report in its place."""
    if output is not None and ending(output) in OTHER_FORMATS - WRITTEN:
        raise QuestionError(
            f"{output}: annotate writes CSV, so let the name end in .csv, .tsv or .gz"
            " (docs/engines.md has Parquet)"
        )
    if output is not None and ending(output) in TABBED and delimiter != "\t":
        raise QuestionError(
            f"{output}: annotate keeps the delimiter {delimiter!r}: let the name end in .csv"
        )
    others = [os.path.realpath(path) for path in (file, output, STANDARD) if path]
    if report and os.path.realpath(report) in others:
        raise QuestionError(f"{report}: the report needs a file of its own")


class Source(NamedTuple):
    """A data set to read: its first bytes, all its blocks of bytes, and the file they lie in."""

    first: bytes
    blocks: Iterator[bytes]
    file: BinaryIO


@contextlib.contextmanager
def opened(session: Session, path: Path) -> Iterator[Source]:
    """Open a file, or standard input for -, also where it is compressed by gzip.

    Raises QuestionError when it cannot be opened.
    """
    if path == STANDARD:
        if sys.stdin.isatty():
            session.note("reading rows from the terminal, until Ctrl-D")
        yield _source(sys.stdin.buffer)
        return
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise QuestionError(f"{path}: cannot be read: {reason or error}") from None
    with file:
        yield _source(file)


def _source(file: BinaryIO) -> Source:
    first, blocks = _looked_at(_blocks(file))
    if first.startswith(GZIPPED):
        first, blocks = _looked_at(unzipped(blocks))
    return Source(first, blocks, file)


def _looked_at(blocks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the first bytes, enough to tell what a file is, and all the blocks."""
    first = b""
    for data in blocks:
        first += data
        if len(first) >= ENOUGH or b"\n" in first:
            break
    return first, itertools.chain([first], blocks)


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file's bytes as they come; raises QuestionError when they cannot be read."""
    read = getattr(file, "read1", file.read)
    try:
        while data := read(BLOCK):
            yield data
    except OSError as error:
        raise QuestionError(f"the rows cannot be read: {error.strerror or error}") from None


def write(texts: Iterable[str], encoding: str, output: Path | None, watched: bool) -> None:
    """Write texts to a file, whole or not at all, or to standard output as they come.

    A file whose name ends in .gz is compressed. When a person watches standard output, control
    characters are written out, not obeyed.
    """
    encoder = codecs.getincrementalencoder(encoding)()
    try:
        if output is None or output == STANDARD:
            for text in texts:
                put(encoder.encode(on_screen(text) if watched else text))
            put(encoder.encode("", final=True))
            return
        with whole_file(output) as file, _zipped(file, output) as handle:
            for text in texts:
                handle.write(encoder.encode(text))
            handle.write(encoder.encode("", final=True))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise QuestionError(f"{encoding} has no {letter!r}: do without --add name") from None


@contextlib.contextmanager
def _zipped(file: BinaryIO, output: Path) -> Iterator[BinaryIO]:
    """Compress what is written to a file, where its name asks for that."""
    if not is_zipped(output):
        yield file
        return
    import gzip  # zlib: only where it is needed

    with gzip.GzipFile("", "wb", 6, file, mtime=0) as handle:
        yield cast("BinaryIO", handle)


def with_early_remark(session: Session, texts: Iterable[str], appender: Appender) -> Generator[str]:
    """Yield the texts; after the first thousand rows, say if not one of them is answered."""
    said = False
    for text in texts:
        yield text
        rows = appender.counts.rows
        if rows >= EARLY and not said:
            said = True
            for pair in appender.pairs:
                if remark := pair.annotator.tally.whole_column(rows):
                    session.note(pair.about + remark)


def with_progress(texts: Iterator[str], file: BinaryIO, counts: RowCounts) -> Generator[str]:
    """Yield the texts; once the run is long, show a bar, or the rows if no size is known."""
    size = _size_of(file)
    written = 0
    bar = None
    try:
        for text in texts:
            yield text
            written += len(text)
            if written < LONG or not text:
                continue
            if size is None:
                click.echo(f"\r{counts.rows:,} rows", err=True, nl=False)
                continue
            if bar is None:
                bar = click.progressbar(length=size, label="annotate", file=sys.stderr)
            bar.update(file.tell() - bar.pos)
    finally:
        if written >= LONG:
            click.echo(err=True)


def _size_of(stream: BinaryIO) -> int | None:
    """Return the size of a file, or None for a pipe or a device."""
    try:
        return os.fstat(stream.fileno()).st_size if stream.seekable() else None
    except OSError:
        return None
