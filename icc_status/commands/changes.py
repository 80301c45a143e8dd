"""List what happened, in order."""

import datetime as dt
from collections import Counter
from dataclasses import asdict

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import Day, output_options
from icc_status.commands.session import current
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.queries.events import (
    ENTRY_INTO_FORCE,
    EVENT_KINDS,
    WITHDRAWAL_EFFECT,
    Event,
    events,
)
from icc_status.queries.events import undated as undated_acts
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.wording.describe import describe

COLUMNS = ("date", "iso3", "name", "kind", "effective", "amendment", "reference", "confidence")
PLAIN = ("date", "iso3", "name", "kind")
DRAWN = ("date", "iso3", "name", "text")
EXTRA = ("text", "note", "sources")
EFFECTS = {
    ENTRY_INTO_FORCE: "Entry into force for it (Art. 126)",
    WITHDRAWAL_EFFECT: "Withdrawal in effect (Art. 127)",
}


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
        _record(event)
        for event in events(registry)
        if first <= event.date <= last and (not kinds or event.kind in kinds)
    ]
    sheet = Sheet(COLUMNS, PLAIN, records, EXTRA, ("sources",))
    notes = _left_out(registry, kinds)
    form = chosen_form(session, form, fields)
    if form == "table":
        from icc_status.render.tables import sheet_table

        words = " ".join([*notes, foot(session, until)])
        text = sheet_table(sheet, fields or DRAWN, session.terminal, words)
    else:
        text = render(sheet, form, fields)
    write(session, text, form, until, notes)


def _record(event: Event) -> dict[str, object]:
    act = event.act
    return {
        "date": event.date,
        "iso3": event.state.iso3,
        "name": event.state.name,
        "kind": event.kind,
        "effective": act.effective,
        "amendment": act.amendment,
        "reference": act.reference,
        "confidence": act.confidence,
        "text": EFFECTS.get(event.kind) or describe(act, event.state.acts),
        "note": act.note,
        "sources": [asdict(source) for source in act.sources],
    }


def _left_out(registry: Registry, kinds: tuple[str, ...]) -> list[str]:
    """Return one line on the acts that have no day, or none where there are no such acts."""
    acts = [act for _, act in undated_acts(registry) if not kinds or act.kind.value in kinds]
    if not acts:
        return []
    counted = Counter("amendment" if act.amendment else act.kind.value for act in acts)
    words = {
        "amendment": ("acceptance of an amendment", "acceptances of amendments"),
        "declaration": ("declaration", "declarations"),
    }
    parts = [f"{number} {words[kind][number > 1]}" for kind, number in counted.items()]
    verb = "is" if len(acts) == 1 else "are"
    return [f"{' and '.join(parts)} {verb} left out: their day is not known."]
