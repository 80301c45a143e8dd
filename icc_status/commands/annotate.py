"""Add to each row of a CSV file where its state stood on its day."""

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from icc_status.annotation.annotations import COLUMNS, DEFAULT, Annotator, UnresolvedError
from icc_status.annotation.appending import Rows
from icc_status.annotation.csvtext import Joiner, long_cells
from icc_status.commands.data_sets import (
    DATA_SET_CODES,
    ISO_CODES,
    check_columns,
    day_reader,
    delimiter_for,
    encoding_for,
    opened,
    state_reader,
    with_progress,
    write,
)
from icc_status.commands.options import REGISTRY, Day, Fields
from icc_status.commands.session import current

HELP = """Add to each row of a CSV or TSV file where its state stood on its day.

\b
icc-status annotate events.csv --state country --date event_date > out.csv
zcat big.csv.gz | icc-status annotate - --state ccode --code cow --date year --year-at end

FILE may be - for standard input. Everything else in the file stays as it is. Standard error says
how many rows were answered and which values were not understood.

Exit code 1: some rows were not answered; their new cells are empty.
"""


@click.command(help=HELP)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--state", required=True, metavar="COLUMN", help="The column that names the state.")
@click.option(
    "--date", metavar="COLUMN", help="The column of the day: YYYY-MM-DD, with or without a time."
)
@click.option("--on", type=Day(), help="One day for all rows, instead of --date.")
@click.option(
    "--year-at",
    type=click.Choice(["start", "end"]),
    help="The --date column holds years: take 1 January or 31 December.",
)
@click.option(
    "--code",
    type=click.Choice([*ISO_CODES, *DATA_SET_CODES]),
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
    type=click.Path(path_type=Path),
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
    default="utf-8",
    show_default=True,
    help="The encoding of the file and the output.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to this file, whole or not at all (default: standard output).",
)
@REGISTRY
def annotate(
    file: Path,
    state: str,
    date: str | None,
    on: dt.date | None,
    year_at: str | None,
    code: str | None,
    settled: tuple[str, ...],
    map_file: Path | None,
    add: tuple[str, ...],
    prefix: str,
    strict: bool,
    delimiter: str | None,
    encoding: str,
    output: Path | None,
) -> None:
    """Add to each row where its state stood on its day."""
    session = current()
    between, coding = delimiter_for(delimiter, file), encoding_for(encoding)
    states = state_reader(session.registry, code, settled, map_file)
    days = day_reader(date, on, year_at)
    with long_cells(), opened(session, file) as stream:
        rows = Rows(stream, coding, between)
        places = rows.column(state), rows.column(state if date is None else date)
        added = check_columns(add, prefix, rows.header)
        annotator = Annotator(session.registry, states, days, add, Joiner(between), strict)
        texts = rows.annotated(*places, annotator, added)
        if sys.stderr.isatty() and (output or not session.terminal.tty):
            texts = with_progress(texts, stream, lambda: annotator.tally.rows)
        try:
            with closing(texts):
                write(texts, coding, output, session.terminal.tty)
        except UnresolvedError as error:
            session.note(f"{error}; {output} is as it was" if output else str(error))
            click.get_current_context().exit(1)
    for line in summary(annotator, session.registry.as_of):
        session.note(line)
    session.note_age()
    if annotator.tally.unresolved:
        click.get_current_context().exit(1)


def summary(annotator: Annotator, as_of: dt.date) -> Iterator[str]:
    """Yield what is said about a whole run, a line at a time."""
    tally = annotator.tally
    yield from tally.remarks(as_of)
    yield from tally.names.lines(annotator.state_reader.why)
    yield from tally.days.lines(annotator.day_reader.why)
    if tally.names.counts:
        yield "settle a name with --map 'NAME=STATE', or 'NAME=' to leave it empty"
