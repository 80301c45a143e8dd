"""Compare the registry with an independent copy."""

import datetime as dt
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import click

from icc_status.audit.copies.forms import Form, read_copy, recognise
from icc_status.audit.differences import Difference, against_copy
from icc_status.audit.registries import against_registry, regions_rest_on
from icc_status.audit.remarks import remarks
from icc_status.commands.answer import chosen_form, write
from icc_status.commands.options import Day, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError, RegistryError
from icc_status.loading import registry as registry_reader
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.system.terminal import printable
from icc_status.validation.validate import faults

COLUMNS = tuple(field.name for field in fields(Difference))


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--on",
    type=Day(),
    help="Compare with the registry as it stood on that day (default: its as_of).",
)
@output_options
def audit(
    file: Path,
    on: dt.date | None,
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """Report every difference between the registry in use and FILE, field by field.

    FILE is a CSV (state, signature, deposit, entry into force), the depositary's XML of the
    treaty (XVIII-10.en.xml), its treaty page saved as HTML, or another registry.

    Exit code 0: no difference; 1: differences, or FILE is a registry with faults; 3: FILE cannot
    be read or is none of these. What of FILE was not compared is said on standard error.
    """
    session = current()
    registry = session.registry
    try:
        compared = _compare(session, registry_reader.read_bytes(file), on)
    except RegistryError as error:
        raise RegistryError(f"{printable(str(file))}: {error}") from None
    differences = compared.differences
    count = f"{len(differences) or 'no'} difference{'s' if len(differences) > 1 else ''}"
    ours = f"the registry in use: as of {registry.as_of}" + (f", on {on}" if on else "")
    summary = printable(f"{count}; {file}: {compared.what}; {ours}.")
    sheet = Sheet(COLUMNS, COLUMNS, [asdict(difference) for difference in differences])
    form = chosen_form(session, form, fields)
    if form != "table":
        text = render(sheet, form, fields)
    elif differences or fields:
        from icc_status.render.tables import sheet_table

        text = sheet_table(sheet, fields or COLUMNS, session.terminal, summary)
    else:
        text = f"{summary}\n"
    write(session, text, form, on)
    for note in compared.notes:
        session.note(printable(f"{file}: {note}"))
    if differences or compared.faulty:
        click.get_current_context().exit(1)


@dataclass(frozen=True)
class _Compared:
    """What was compared, what differs, what to say beside it, and whether FILE has faults."""

    differences: list[Difference]
    what: str
    notes: list[str]
    faulty: bool = False


def _compare(session: Session, data: bytes, on: dt.date | None) -> _Compared:
    if recognise(data) is Form.REGISTRY:
        if on:
            raise QuestionError("--on goes with a copy of the table; registries are compared whole")
        return _compare_registry(session, data)
    copy = read_copy(data)
    found = against_copy(session.registry, copy, on or session.registry.as_of)
    what = f"{len(copy.lines)} lines with {', '.join(copy.fields)}"
    return _Compared(found, what, remarks(session.registry, copy))


def _compare_registry(session: Session, data: bytes) -> _Compared:
    """Compare two registries; what FILE has twice, or out of order, is a fault of it."""
    theirs = registry_reader.in_shape(data)
    other = registry_reader.build(theirs)
    path = session.registry_path or registry_reader.bundled()
    ours = registry_reader.in_shape(registry_reader.read_bytes(path))
    found = against_registry(session.registry, other)
    found += regions_rest_on(ours, theirs)
    wrong = faults(registry_reader.decoded(data))
    notes = [f"has faults, {len(wrong)} in all; the first: {wrong[0]}"] if wrong else []
    return _Compared(found, f"a registry as of {other.as_of}", notes, bool(wrong))
