"""Add to each row of a CSV file where its state stood on its day."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from icc_status.annotation.annotations import COLUMNS, DEFAULT, Annotator, UnresolvedError
from icc_status.annotation.appending import Appender, Pair
from icc_status.annotation.csvtext import long_cells, whole_lines
from icc_status.annotation.decoding import check_is_text, decoded, encoding_for
from icc_status.annotation.header import read_header
from icc_status.annotation.readers import CODES
from icc_status.annotation.tally import KEPT, KEPT_FOR_REPORT, Faults, report_of
from icc_status.commands.data_sets import (
    check_columns,
    check_free,
    check_outputs,
    day_reader,
    delimiter_for,
    opened,
    state_reader,
    with_early_remark,
    with_progress,
    write,
)
from icc_status.commands.options import REGISTRY, Day, Fields, FilePath, Word
from icc_status.commands.session import current
from icc_status.system.files import save

HELP = """Add to each row of a CSV or TSV file where its state stood on its day.

\b
icc-status annotate events.csv --state country --date event_date > out.csv
icc-status annotate dyads.gz --state a --state b --date year --year-at end

FILE may be - for standard input, or compressed by gzip. Everything else in the file stays as it is.
Standard error says how many rows were answered and which values were not understood.

Exit code 1: some rows were not answered; their new cells are empty.
"""


@click.command(help=HELP)
@click.argument("file", type=FilePath())
@click.option(
    "--state",
    required=True,
    multiple=True,
    metavar="COLUMN",
    help="The column that names the state. May be repeated: each adds columns of its own.",
)
@click.option(
    "--date",
    multiple=True,
    metavar="COLUMN",
    help="The column of the day, or those of year, month and day: y,m,d. May be repeated.",
)
@click.option(
    "--date-format",
    multiple=True,
    metavar="FORMAT",
    help="How the day is written, as in %d/%m/%Y, or excel. May be repeated.",
)
@click.option("--on", type=Day(), help="One day for all rows, instead of --date.")
@click.option(
    "--year-at",
    type=Word(["start", "end"]),
    help="Take a year, or a month, by its first or its last day.",
)
@click.option(
    "--code",
    type=Word(CODES),
    help="The --state column holds these codes (default: any name, iso3 or iso2).",
)
@click.option(
    "--map",
    "settled",
    multiple=True,
    metavar="NAME=STATE",
    help="What a name means; NAME= for no state. May be repeated.",
)
@click.option(
    "--map-file",
    type=FilePath(),
    metavar="FILE",
    help="A file with one NAME=STATE on each line; # begins a remark.",
)
@click.option(
    "--add",
    type=Fields(),
    default=",".join(DEFAULT),
    show_default=True,
    help=f"The columns to add: any of {', '.join(COLUMNS)}.",
)
@click.option(
    "--prefix", default="icc_", show_default=True, help="How the names of added columns begin."
)
@click.option("--strict", is_flag=True, help="Stop at the first row that cannot be answered.")
@click.option("--delimiter", help="Default: a tab for .tsv and .tab files, else a comma.")
@click.option(
    "--encoding",
    help="The encoding of the file and the output (default: UTF-8, or what the file's mark says).",
)
@click.option(
    "-o",
    "--output",
    type=FilePath(),
    metavar="FILE",
    help="Write to this file, whole or not at all (default: standard output).",
)
@click.option(
    "--report",
    type=FilePath(),
    metavar="FILE",
    help="Write each value that was not understood, with its rows and the reason, to a CSV file.",
)
@REGISTRY
def annotate(
    file: Path,
    state: tuple[str, ...],
    date: tuple[str, ...],
    on: dt.date | None,
    year_at: str | None,
    date_format: tuple[str, ...],
    code: str | None,
    settled: tuple[str, ...],
    map_file: Path | None,
    add: tuple[str, ...],
    prefix: str,
    strict: bool,
    delimiter: str | None,
    encoding: str | None,
    output: Path | None,
    report: Path | None,
) -> None:
    """Add to each row where its state stood on its day."""
    session = current()
    between = delimiter_for(delimiter, file)
    check_columns(add)
    check_outputs(file, output, report, between)
    days = day_reader(date, on, year_at, date_format)
    readers = {column: state_reader(session.registry, code, settled, map_file) for column in state}
    kept = KEPT_FOR_REPORT if report else KEPT
    with long_cells(), opened(session, file) as source:
        check_is_text(source.first)
        coding = encoding_for(encoding, source.first)
        texts = whole_lines(decoded(source.blocks, coding))
        header = read_header(texts, between)
        pairs = [
            Pair(
                Annotator(session.registry, readers[column], days, add, between, strict, kept),
                header.column(column),
                header.columns(column if day is None else day),
                _label(column if len(state) > 1 else "", day if len(date) > 1 else ""),
            )
            for column in state
            for day in date or [None]
        ]
        added = [f"{pair.label}{prefix}{name}" for pair in pairs for name in add]
        check_free(added, header.cells)
        appender = Appender(pairs, between, len(header.cells), strict)
        texts = with_early_remark(session, appender.appended(header, texts, added), appender)
        if sys.stderr.isatty() and (output or not session.terminal.tty):
            texts = with_progress(texts, source.file, appender.counts)
        try:
            with closing(texts):
                write(texts, coding, output, session.terminal.tty)
        except UnresolvedError as error:
            session.note(f"{error}; {output} is as it was" if output else str(error))
            click.get_current_context().exit(1)
    for line in summary(appender, session.registry.as_of):
        session.note(line)
    if report:
        save(report, report_of(_faults(pairs, header.cells)))
    session.note_age()
    if appender.counts.irregular or any(pair.annotator.tally.unresolved for pair in pairs):
        click.get_current_context().exit(1)


def _label(column: str, day: str | None) -> str:
    """Return what the names of the columns added for one of several columns begin with."""
    names = [name for name in (column, (day or "").replace(",", "_")) if name]
    return "".join(f"{name}_" for name in names)


def summary(appender: Appender, as_of: dt.date) -> Iterator[str]:
    """Yield what is said about a whole run, a line at a time."""
    for pair in appender.pairs:
        for line in pair.annotator.tally.remarks(appender.counts, as_of):
            yield pair.about + line
    yield from appender.counts.remarks()


def _faults(pairs: Iterable[Pair], header: Sequence[str]) -> Iterator[tuple[str, Faults]]:
    """Yield the columns of states and days, with what was not understood in each."""
    for pair in pairs:
        yield header[pair.state], pair.annotator.tally.names
        yield ",".join(header[place] for place in pair.day), pair.annotator.tally.days
