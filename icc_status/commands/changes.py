"""What happened, in order."""

import datetime as dt

import click

from icc_status.commands.answer import give
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
from icc_status.queries.rows import act_record
from icc_status.queries.table import Sheet
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
@click.option("--since", type=Day("first"), help="From this day on (default: 1998-07-17).")
@click.option("--until", type=Day("last"), help="To this day; one ahead projects (default: today).")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(EVENT_KINDS),
    multiple=True,
    metavar="KIND",
    help=f"Only this kind, one of {', '.join(EVENT_KINDS)}; may be repeated.",
)
@output_options
def changes(
    since: dt.date | None,
    until: dt.date | None,
    kinds: tuple[str, ...],
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """List what happened, in order: acts, entries into force, withdrawals taking effect."""
    session = current()
    first, last = since or treaty.ADOPTED, session.day(until)
    registry = session.registry
    found = [
        event
        for event in events(registry)
        if first <= event.date <= last and (not kinds or event.kind in kinds)
    ]
    sheet = Sheet(
        COLUMNS, PLAIN, tuple(_record(event, registry) for event in found), EXTRA, ("sources",)
    )
    left_out = _left_out(registry, kinds)

    def draw(foot: str) -> str:
        from icc_status.render.tables import sheet_table

        return sheet_table(sheet, DRAWN, session.terminal, " ".join(filter(None, [left_out, foot])))

    if left_out and (form or ("table" if session.terminal.tty else "plain")) != "table":
        session.note(left_out)
    give(session, sheet, draw, form, fields, until)


def _record(event: Event, registry: Registry) -> dict[str, object]:
    act = act_record(event.act)
    text = EFFECTS.get(event.kind) or describe(event.act, registry)
    return {
        **{key: act[key] for key in COLUMNS if key in act},
        "date": event.date,
        "iso3": event.state.iso3,
        "name": event.state.name,
        "kind": event.kind,
        "text": text,
        "note": event.act.note,
        "sources": act["sources"],
    }


def _left_out(registry: Registry, kinds: tuple[str, ...]) -> str:
    acts = [act for _, act in undated_acts(registry) if not kinds or act.kind.value in kinds]
    if not acts:
        return ""
    return f"{len(acts)} acceptances of amendments are left out: their day is not known."
