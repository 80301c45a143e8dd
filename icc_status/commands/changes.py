"""List what happened, in order."""

import datetime as dt

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import Day, output_options
from icc_status.commands.session import current
from icc_status.model import treaty
from icc_status.queries.events import EVENT_KINDS, events
from icc_status.queries.events import undated as undated_acts
from icc_status.queries.records import event_record
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.wording.describe import left_out

COLUMNS = ("date", "iso3", "name", "kind", "effective", "amendment", "reference", "confidence")
PLAIN = ("date", "iso3", "name", "kind")
DRAWN = ("date", "iso3", "name", "text")
EXTRA = ("text", "note", "sources")


@click.command()
@click.option("--since", type=Day("first"), help=f"From this day on (default: {treaty.ADOPTED}).")
@click.option(
    "--until", type=Day("last"), help="To this day (default: today). Future days are projected."
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(EVENT_KINDS),
    multiple=True,
    metavar="KIND",
    help=f"Only this kind; may be repeated. One of {', '.join(EVENT_KINDS)}.",
)
@output_options
def changes(
    since: dt.date | None,
    until: dt.date | None,
    kinds: tuple[str, ...],
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """List acts, entries into force and effects of withdrawals, in the order of their days."""
    session = current()
    registry = session.registry
    first, last = since or treaty.ADOPTED, session.day(until)
    records = [
        event_record(event)
        for event in events(registry)
        if first <= event.date <= last and (not kinds or event.kind in kinds)
    ]
    sheet = Sheet(COLUMNS, PLAIN, records, EXTRA, ("sources",), DRAWN)
    undated = [act for _, act in undated_acts(registry) if not kinds or act.kind.value in kinds]
    notes = [left_out(undated)] if undated else []
    form = chosen_form(session, form, fields)
    if form == "table":
        from icc_status.render.tables import sheet_table

        words = " ".join([*notes, foot(session, until)])
        text = sheet_table(sheet, fields, session.terminal, words)
    else:
        text = render(sheet, form, fields)
    write(session, text, form, until, notes)
