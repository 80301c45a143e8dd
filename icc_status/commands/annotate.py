"""Add to each row of a CSV file where its state stood on its day."""

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from icc_status.annotation.annotating import Rows
from icc_status.annotation.annotations import COLUMNS, DEFAULT, Annotator, UnresolvedError
from icc_status.annotation.csvtext import Joiner, long_cells
from icc_status.commands.options import REGISTRY, Day, Fields
from icc_status.commands.progress import watched
from icc_status.commands.readings import (
    OF_DATA_SETS,
    OF_REGISTRY,
    days_for,
    known_columns,
    settled_for,
)
from icc_status.commands.session import Session, current
from icc_status.commands.streams import delimiter_for, encoding_for, opened, size_of, write
from icc_status.errors import QuestionError

HELP = """Add to each row of a CSV or TSV file where its state stood on its day.

\b
icc-status annotate events.csv --state country --date event_date > out.csv
zcat big.csv.gz | icc-status annotate - --state ccode --code cow --date year --year-at end

FILE may be - for standard input. All else in the file stays as it is. Standard error says how
many rows were answered and names each value that was not understood.

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
    type=click.Choice([*OF_REGISTRY, *OF_DATA_SETS]),
    help="The --state column holds these codes (default: any name, iso3 or iso2).",
)
@click.option(
    "--map",
    "settled",
    multiple=True,
    metavar="NAME=STATE",
    help="What a name stands for; NAME= for no state. May be repeated.",
)
@click.option(
    "--map-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The same, one NAME=STATE a line; # begins a remark.",
)
@click.option(
    "--add",
    type=Fields(),
    default=",".join(DEFAULT),
    show_default=True,
    help=f"The columns to add, of {', '.join(COLUMNS)}.",
)
@click.option(
    "--prefix", default="icc_", show_default=True, help="What the added columns' names begin with."
)
@click.option("--strict", is_flag=True, help="Stop at the first row that cannot be answered.")
@click.option("--delimiter", help="Default: a tab for .tsv and .tab files, else a comma.")
@click.option(
    "--encoding", default="utf-8", show_default=True, help="Of the rows, read and written."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write here, whole or not at all (default: standard output).",
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
    annotator = Annotator(
        session.registry,
        settled_for(session.registry, settled, map_file, code),
        days_for(date, on, year_at),
        known_columns(add),
        Joiner(between),
        strict,
    )
    with long_cells(), opened(session, file) as stream:
        rows = Rows(stream, coding, between)
        places = rows.column(state), rows.column(state if date is None else date)
        texts = rows.annotated(*places, annotator, _free([prefix + name for name in add], rows))
        if sys.stderr.isatty() and (output or not session.terminal.tty):
            texts = watched(texts, stream, size_of(stream), lambda: annotator.tally.rows)
        with closing(texts):
            _run(session, texts, coding, output)
    _conclude(session, annotator)


def _run(session: Session, texts: Iterator[str], encoding: str, output: Path | None) -> None:
    try:
        write(texts, encoding, output, session.terminal.tty)
    except UnresolvedError as error:
        kept = f"; {output} is as it was" if output else ""
        session.note(f"{error}{kept}")
        click.get_current_context().exit(1)


def _conclude(session: Session, annotator: Annotator) -> None:
    """Say how it went, and exit with 1 where some row could not be answered."""
    tally = annotator.tally
    for remark in tally.remarks(session.registry.as_of):
        session.note(remark)
    for line in tally.names.lines(annotator.resolver.why):
        session.note(line)
    for line in tally.days.lines(annotator.read_day.why):
        session.note(line)
    if tally.names.counts:
        session.note("settle a name with --map 'NAME=STATE', or 'NAME=' to leave it empty")
    session.note_age()
    if tally.unresolved:
        click.get_current_context().exit(1)


def _free(added: list[str], rows: Rows) -> list[str]:
    if taken := sorted(set(added) & set(rows.header)):
        raise QuestionError(f"there is a column {taken[0]!r} already: pass another --prefix")
    return added
