"""What the options of annotate mean: where rows come from and go to, how cells are read."""

import codecs
import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click

from icc_status.annotation.annotations import COLUMNS
from icc_status.annotation.cells import (
    ByCode,
    ByDay,
    ByName,
    ByYear,
    DayReader,
    OneDay,
    Settled,
    StateReader,
    settle,
)
from icc_status.annotation.schemes import ColumnJudge
from icc_status.commands.session import Session
from icc_status.errors import QuestionError, RegistryError
from icc_status.loading.registry import read_text
from icc_status.model.registry import Registry
from icc_status.system.files import whole_file
from icc_status.system.streams import put
from icc_status.system.terminal import on_screen

ISO_CODES = ("iso3", "iso2")
DATA_SET_CODES = ("cow", "cowc", "gw", "gwc", "p4c", "m49", "fips", "ioc")
LETTER_CODES = ("cowc", "gwc", "p4c", "fips", "ioc")
STANDARD = Path("-")
TABBED = {".tsv", ".tab"}
LONG = 1 << 24
"""How many characters are written before a progress bar is shown."""


def day_reader(date: str | None, on: dt.date | None, year_at: str | None) -> DayReader:
    """Return how a row's day is read; raises QuestionError unless exactly one way is asked for."""
    if (date is None) == (on is None):
        raise QuestionError("give the day: either --date COLUMN, or --on DAY for all rows")
    if on is not None:
        if year_at:
            raise QuestionError("--year-at is about a --date column: leave it out")
        return OneDay(on)
    return ByYear(year_at) if year_at else ByDay()


def state_reader(
    registry: Registry, code: str | None, lines: tuple[str, ...], path: Path | None
) -> Settled:
    """Return how a row's state is found: as the user settled it, else by name or by code."""
    return Settled(settle([*lines, *_lines_of(path)], registry), _by_cell(registry, code))


def _by_cell(registry: Registry, code: str | None) -> StateReader:
    """Return how a state is found: by any name, or by the codes of one scheme."""
    if code is None:
        return ByName(registry.names, ColumnJudge(registry.names, _schemes))
    if code == "iso2":
        return ByCode(code, {state.iso2: state for state in registry})
    if code == "iso3":
        return ByCode(code, {c: s for s in registry for c in (s.iso3, *s.former_iso3)})
    from icc_status.loading.codes import load_codes  # YAML: a fifth of the start

    states = {state.iso3: state for state in registry}
    for other in registry.not_states:
        if state := registry.names.continuing(other):
            states[other.name] = state
    meanings = load_codes().meanings(code)
    return ByCode(code, {c: states[name] for c, name in meanings.items() if name in states})


def _schemes() -> dict[str, dict[str, str]]:
    """Return the letters of each scheme of data sets, with what they mean."""
    from icc_status.loading.codes import load_codes

    book = load_codes()
    return {scheme: book.meanings(scheme) for scheme in LETTER_CODES}


def _lines_of(path: Path | None) -> list[str]:
    """Return the lines of a file of names, without remarks and empty lines."""
    if path is None:
        return []
    try:
        text = read_text(path).removeprefix("\ufeff")
    except RegistryError as error:
        raise QuestionError(f"{path}: {error}") from None
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def check_columns(columns: tuple[str, ...], prefix: str, header: list[str]) -> list[str]:
    """Return the headers of the columns to add.

    Raises QuestionError for a column that does not exist, is asked for twice, or is there already.
    """
    for column in columns:
        if column not in COLUMNS:
            raise QuestionError(f"no column is called {column!r}: choose of {', '.join(COLUMNS)}")
        if columns.count(column) > 1:
            raise QuestionError(f"the column {column!r} is asked for twice: name it once")
        if prefix + column in header:
            raise QuestionError(
                f"there is a column {prefix + column!r} already: pass another --prefix"
            )
    return [prefix + column for column in columns]


def delimiter_for(given: str | None, path: Path) -> str:
    """Return the delimiter asked for, or the one that fits the file's name."""
    if given is None:
        return "\t" if path.suffix.lower() in TABBED else ","
    delimiter = {"tab": "\t", "\\t": "\t"}.get(given, given)
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise QuestionError(f"{given!r} is no delimiter: give one character, or tab")
    return delimiter


def encoding_for(name: str) -> str:
    """Return the name of an encoding of text; raises QuestionError where there is none."""
    try:
        "a".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise QuestionError(f"{name!r} is no encoding: try utf-8, cp1252 or utf-16") from None


@contextlib.contextmanager
def opened(session: Session, path: Path) -> Iterator[BinaryIO]:
    """Open a file, or standard input for -; raises QuestionError when it cannot be opened."""
    if path == STANDARD:
        if sys.stdin.isatty():
            session.note("reading rows from the terminal, until Ctrl-D")
        yield sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise QuestionError(f"{path}: cannot be read: {reason or error}") from None
    with stream:
        yield stream


def write(texts: Iterable[str], encoding: str, output: Path | None, watched: bool) -> None:
    """Write texts to a file, whole or not at all, or to standard output as they come.

    When a person watches standard output, control characters are written out, not obeyed.
    """
    encoder = codecs.getincrementalencoder(encoding)()
    try:
        if output is None or output == STANDARD:
            for text in texts:
                put(encoder.encode(on_screen(text) if watched else text))
            return
        with whole_file(output) as handle:
            for text in texts:
                handle.write(encoder.encode(text))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise QuestionError(f"{encoding} has no {letter!r}: do without --add name") from None


def with_progress(
    texts: Iterator[str], stream: BinaryIO, rows: Callable[[], int]
) -> Generator[str]:
    """Yield the texts; once the run is long, show a bar, or the rows if no size is known."""
    size = _size_of(stream)
    written = 0
    bar = None
    try:
        for text in texts:
            yield text
            written += len(text)
            if written < LONG or not text:
                continue
            if size is None:
                click.echo(f"\r{rows():,} rows", err=True, nl=False)
                continue
            if bar is None:
                bar = click.progressbar(length=size, label="annotate", file=sys.stderr)
            bar.update(stream.tell() - bar.pos)
    finally:
        if written >= LONG:
            click.echo(err=True)


def _size_of(stream: BinaryIO) -> int | None:
    """Return the size of a file, or None for a pipe or a device."""
    try:
        return os.fstat(stream.fileno()).st_size if stream.seekable() else None
    except OSError:
        return None
