"""Compare the registry with an independent copy."""

import datetime as dt
from dataclasses import asdict, fields
from pathlib import Path

import click

from icc_status import reader
from icc_status.audit.copies.forms import Form, read_copy, recognise
from icc_status.audit.differences import Difference, against_copy
from icc_status.audit.registries import against_registry
from icc_status.commands.answer import give
from icc_status.commands.options import Day, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError, RegistryError
from icc_status.sheet import Sheet
from icc_status.terminal import printable

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

    Exit code 0: no difference; 1: differences; 3: FILE cannot be read or is none of these.
    """
    session = current()
    registry = session.registry
    try:
        found, compared = _compare(session, reader.read_bytes(file), file, on)
    except RegistryError as error:
        raise RegistryError(f"{printable(str(file))}: {error}") from None
    count = f"{len(found) or 'no'} difference{'s' if len(found) > 1 else ''}"
    ours = f"the registry in use: as of {registry.as_of}" + (f", on {on}" if on else "")
    said = printable(f"{count}; {file}: {compared}; {ours}.")
    sheet = Sheet(COLUMNS, COLUMNS, tuple(asdict(difference) for difference in found))

    def draw(_foot: str) -> str:
        if not found:
            return f"{said}\n"
        from icc_status.render.tables import sheet_table

        return sheet_table(sheet, COLUMNS, session.terminal, said)

    give(session, sheet, draw, form, fields, on)
    if found:
        click.get_current_context().exit(1)


def _compare(
    session: Session, data: bytes, file: Path, on: dt.date | None
) -> tuple[list[Difference], str]:
    """Return the differences, and what was compared."""
    if recognise(data) is Form.REGISTRY:
        if on:
            raise QuestionError("--on goes with a copy of the table; registries are compared whole")
        other = reader.load(file)
        return against_registry(session.registry, other), f"a registry as of {other.as_of}"
    copy = read_copy(data)
    found = against_copy(session.registry, copy, on or session.registry.as_of)
    return found, f"{len(copy.lines)} lines with {', '.join(copy.fields)}"
