"""Write the registry as tables for other programs."""

import datetime as dt
import gzip
from pathlib import Path

import click
from click.core import ParameterSource

from icc_status.commands.answer import say_remarks
from icc_status.commands.options import FORMAT_WORDS, ON, REGISTRY, FilePath, Word
from icc_status.commands.outputs import ending, is_zipped, promised_form
from icc_status.commands.session import Session, current
from icc_status.errors import OutputError, QuestionError
from icc_status.export.columns import names
from icc_status.export.datapackage import MEDIA, SUFFIXES, datapackage, file_name
from icc_status.export.datasets import DATASETS, Dataset, Question, check_years
from icc_status.loading.codes import load_codes
from icc_status.model.treaty import ADOPTED
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.system.files import held, save
from icc_status.system.streams import put

ENDINGS = {f".{ending}": form for form, ending in SUFFIXES.items()}
USED_BY = {"on": "states", "first": "panel", "last": "panel", "at": "panel"}
"""The table that each option about days is for."""

YEAR = click.IntRange(ADOPTED.year, 9999)
WIDTH = max(map(len, DATASETS))
TABLE_HELP = "\n".join(f"  {name:<{WIDTH}} {d.title.lower()}" for name, d in DATASETS.items())


@click.command(
    help="Write the registry as tables for other programs.\n\n\b\nTABLE is one of\n"
    + TABLE_HELP
    + "\n\nWithout TABLE, all of them go into the directory that -o names, with a"
    " datapackage.json that says what each column means."
)
@click.argument("table", required=False, type=Word(DATASETS), metavar="[TABLE]")
@click.option(
    "--format",
    "form",
    type=Word(MEDIA, FORMAT_WORDS),
    help="Default: what the ending of -o says, else csv. parquet needs icc-status[parquet].",
)
@click.option(
    "--from",
    "first",
    type=YEAR,
    metavar="YEAR",
    help=f"The first year of the panel (default: {ADOPTED.year}).",
)
@click.option(
    "--until",
    "last",
    type=YEAR,
    metavar="YEAR",
    help="The last year of the panel (default: that of the registry's as_of).",
)
@click.option(
    "--at",
    type=Word(["start", "end"]),
    default="end",
    show_default=True,
    help="The day of each year that the panel describes: 1 January or 31 December.",
)
@ON
@click.option(
    "-o",
    "--output",
    type=FilePath(),
    metavar="PATH",
    help="A file, or a directory for all tables. Each file is written whole or not at all.",
)
@REGISTRY
def export(
    table: str | None,
    form: str | None,
    first: int | None,
    last: int | None,
    at: str,
    on: dt.date | None,
    output: Path | None,
) -> None:
    """Write the registry as tables for other programs."""
    session = current()
    _refuse_unused(table)
    form = _form(table, form, output)
    registry = session.registry
    if table is None and output is None:
        raise QuestionError(f"name a table ({', '.join(DATASETS)}), or a directory with -o")
    start = ADOPTED.year + (at == "start") if first is None else first
    end = registry.as_of.year if last is None else last
    question = Question(registry, load_codes().states, session.day(on), range(start, end + 1), at)
    if table in {None, "panel"}:
        check_years(question)
    say_remarks(session, _latest(question, table, on))
    if table is None:
        assert output is not None
        _save_all(session, question, form, output)
    else:
        data = _rendered(DATASETS[table], question, form)
        _write_one(session, data, output, binary=form == "parquet")
    session.note_age()


def _latest(question: Question, table: str | None, on: dt.date | None) -> dt.date | None:
    """Return the latest day that the tables are about, or None where they have no day."""
    days = [on] if on and table in {None, "states"} else []
    if table in {None, "panel"}:
        days.append(question.day(question.years[-1]))
    return max(days, default=None)


def _refuse_unused(table: str | None) -> None:
    """Raise QuestionError for an option about days that the table asked for does not use."""
    ctx = click.get_current_context()
    for option in ctx.command.params:
        user = USED_BY.get(option.name or "", table)
        typed = ctx.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if typed and table and user != table:
            raise QuestionError(
                f"{option.opts[0]} is about the table {user}: leave it out for {table}"
            )


def _form(table: str | None, form: str | None, output: Path | None) -> str:
    """Return the format asked for, or the one that the ending of -o promises, else csv.

    Raises QuestionError where the two differ, or the ending promises what is not written.
    """
    if output is None:
        return form or "csv"
    promised = promised_form(output, ENDINGS)
    if table is None:
        if promised and not output.is_dir():
            raise QuestionError(f"{output} is one file: name a table ({', '.join(DATASETS)})")
        return form or "csv"
    if form and promised not in {form, None}:
        raise QuestionError(f"{output} ends in {ending(output)}: leave out --format {form}")
    form = form or promised or "csv"
    if is_zipped(output) and form == "parquet":
        raise QuestionError(f"{output}: Parquet is compressed already: leave out .gz")
    return form


def _rendered(dataset: Dataset, question: Question, form: str) -> bytes:
    """Return a table as the bytes of a file in a format."""
    records = tuple(dataset.records(question))
    if form == "parquet":
        from icc_status.render.parquet import parquet

        return parquet(dataset.columns, records)
    keys = names(dataset.columns)
    return render(Sheet(keys, keys, records), form).encode()


def _write_one(session: Session, data: bytes, output: Path | None, binary: bool) -> None:
    """Write a table to a file, or to standard output unless that is a screen and it is binary."""
    if output is not None and str(output) != "-":
        save(output, gzip.compress(data, mtime=0) if is_zipped(output) else data)
    elif binary and session.terminal.tty:
        raise QuestionError("Parquet is not for the screen: name a file with -o")
    else:
        put(data)


def _save_all(session: Session, question: Question, form: str, output: Path) -> None:
    """Write every table and the data package into a directory; raises OutputError."""
    files = {name: _rendered(dataset, question, form) for name, dataset in DATASETS.items()}
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{output}: cannot be made: {error.strerror or error}") from None
    with held(output):
        for name, data in files.items():
            save(output / file_name(name, form), data)
        save(output / "datapackage.json", datapackage(session.registry, form, files))
