"""Compare the registry with an independent copy, or with another registry."""

import datetime as dt
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import click

from icc_status.audit.copies.forms import Form, read_copy, recognise
from icc_status.audit.copies.lines import Copy
from icc_status.audit.differences import Difference, against_copy, another_treaty
from icc_status.audit.drafts import draft as drafted
from icc_status.audit.drafts import source_key
from icc_status.audit.naming import remarks
from icc_status.audit.registries import against_registry, regions_rest_on
from icc_status.commands.answer import chosen_form, write
from icc_status.commands.options import Day, FilePath, is_format_typed, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError, RegistryError
from icc_status.loading import registry as registry_reader
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.system.terminal import printable
from icc_status.validation.validate import faults

COLUMNS = tuple(field.name for field in fields(Difference))
LONGEST = 500
"""How many characters of a cell a table shows; the other formats hold all of them."""


@click.command()
@click.argument("file", type=FilePath(), metavar="FILE")
@click.option(
    "--on",
    type=Day(),
    help="Compare with the registry as it stood on that day (default: its as_of).",
)
@click.option(
    "--draft",
    is_flag=True,
    help="Print differences as acts for data/states.yaml, to be checked and pasted.",
)
@output_options
def audit(
    file: Path,
    on: dt.date | None,
    draft: bool,
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """Report every difference between the registry in use and FILE, field by field.

    FILE is a CSV (state, signature, deposit, entry into force), the depositary's XML of the
    treaty (XVIII-10.en.xml), its treaty page saved as HTML, or another registry.

    Exit code 0: no difference; 1: differences, or FILE is a registry with faults; 3: FILE cannot
    be read or is none of these. Standard error says what of FILE was not compared.
    """
    session = current()
    if draft and (fields or is_format_typed()):
        raise QuestionError("--draft prints YAML: leave --format and --fields out")
    compared = _compared(session, file, on)
    if draft:
        session.write(_draft(session, file, compared, on))
        session.note_age()
    else:
        form = chosen_form(session, form, fields)
        write(
            session,
            _text(session, compared, _summary(session, file, compared, on), form, fields),
            form,
            on,
        )
    for note in compared.notes:
        session.note(printable(f"{file}: {note}"))
    if compared.differences or compared.faulty:
        click.get_current_context().exit(1)


@dataclass(frozen=True)
class _Compared:
    """What was compared, what differs, what to say beside it, and whether FILE has faults.

    `copy` is None where FILE is a registry.
    """

    differences: list[Difference]
    what: str
    notes: list[str]
    copy: Copy | None = None
    faulty: bool = False


def _compared(session: Session, file: Path, on: dt.date | None) -> _Compared:
    """Compare the registry in use with a file; raises RegistryError with the file's name."""
    registry = session.registry
    try:
        data = registry_reader.read_bytes(file)
        if recognise(data) is Form.REGISTRY:
            return _with_registry(session, data, on)
        return _with_copy(session, read_copy(data), on or registry.as_of)
    except RegistryError as error:
        raise RegistryError(f"{printable(str(file))}: {error}") from None


def _with_copy(session: Session, copy: Copy, day: dt.date) -> _Compared:
    differences = against_copy(session.registry, copy, day)
    what = f"{len(copy.lines)} lines with {', '.join(copy.fields)}"
    notes = [*another_treaty(session.registry, copy, day), *remarks(session.registry, copy)]
    return _Compared(differences, what, notes, copy)


def _with_registry(session: Session, data: bytes, on: dt.date | None) -> _Compared:
    """Compare two registries; what FILE has twice, or out of order, is a fault of it."""
    if on:
        raise QuestionError("--on goes with a copy of the table; registries are compared whole")
    theirs = registry_reader.in_shape(data)
    other = registry_reader.build(theirs)
    path = session.registry_path or registry_reader.bundled()
    ours = registry_reader.in_shape(registry_reader.read_bytes(path))
    differences = against_registry(session.registry, other)
    differences += regions_rest_on(ours, theirs)
    wrong = faults(registry_reader.decoded(data))
    notes = [f"has faults, {len(wrong)} in all; the first: {wrong[0]}"] if wrong else []
    what = f"a registry as of {other.as_of}"
    return _Compared(differences, what, notes, faulty=bool(wrong))


def _summary(session: Session, file: Path, compared: _Compared, on: dt.date | None) -> str:
    """Return one line that says what was compared with what, and how much differs."""
    number = len(compared.differences)
    count = f"{number or 'no'} difference{'s' if number > 1 else ''}"
    ours = f"the registry in use: as of {session.registry.as_of}" + (f", on {on}" if on else "")
    return printable(f"{count}; {file}: {compared.what}; {ours}.")


def _text(
    session: Session,
    compared: _Compared,
    summary: str,
    form: str,
    fields: tuple[str, ...] | None,
) -> str:
    """Return the differences in a format; a table has the summary under it."""
    records = [asdict(difference) for difference in compared.differences]
    if form != "table":
        return render(Sheet(COLUMNS, COLUMNS, records), form, fields)
    if not (records or fields):
        return f"{summary}\n"
    from icc_status.render.tables import sheet_table

    short = [{key: _shortened(value) for key, value in record.items()} for record in records]
    return sheet_table(Sheet(COLUMNS, COLUMNS, short), fields or COLUMNS, session.terminal, summary)


def _shortened(text: str) -> str:
    """Return a cell for the screen: wrapping megabytes would take minutes."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _draft(session: Session, file: Path, compared: _Compared, on: dt.date | None) -> str:
    """Return a draft of the acts that FILE has otherwise, with the source to add for them."""
    registry, copy = session.registry, compared.copy
    if copy is None:
        raise QuestionError("--draft goes with a copy of the table, not with another registry")
    key = source_key(registry, file.stem)
    acts = drafted(registry, copy, compared.differences, on or registry.as_of, key)
    lines = [
        f"# {_summary(session, file, compared, on)}",
        "# Check each act against the depositary's record, then paste it into data/states.yaml.",
        "# Add FILE under sources, with a title by which a reader can find it, and its address:",
        f"#   - key: {key}",
        f"#     title: {printable(file.name)!r}",
        f"#     read: {session.today}",
        *acts,
    ]
    return "".join(f"{line}\n" for line in lines)
