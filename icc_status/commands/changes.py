"""List what happened, in order."""

import datetime as dt

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import Day, Word, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.model import treaty
from icc_status.queries.events import (
    ANNOUNCEMENT,
    ASKED_FOR,
    ENTRY_INTO_FORCE,
    EVENT_KINDS,
    SITUATION,
    events,
)
from icc_status.queries.events import undated as undated_acts
from icc_status.queries.records import announcement_records, event_record, phase_records
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.wording.describe import left_out

COLUMNS = ("date", "iso3", "name", "kind", "effective", "amendment", "reference", "confidence")
PLAIN = ("date", "iso3", "name", "kind", "amendment", "text")
DRAWN = ("date", "iso3", "name", "text")
EXTRA = ("text", "note", "sources")
OTHER_WORDS = {"entries into force": ENTRY_INTO_FORCE}


@click.command()
@click.argument("period", nargs=-1, metavar="[PERIOD]")
@click.option("--since", type=Day("first"), help=f"From this day on (default: {treaty.ADOPTED}).")
@click.option(
    "--until", type=Day("last"), help="To this day (default: today). Future days are projected."
)
@click.option(
    "--kind",
    "kinds",
    type=Word((*EVENT_KINDS, *ASKED_FOR), OTHER_WORDS),
    multiple=True,
    metavar="KIND",
    help=f"Only this kind; may be repeated. One of {', '.join(EVENT_KINDS)}; or, listed only where"
    f" asked for, {' and '.join(ASKED_FOR)}.",
)
@output_options
def changes(
    period: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    kinds: tuple[str, ...],
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """List acts, entries into force and effects of withdrawals, in the order of their days.

    PERIOD is a year, a month or a day, such as 2026 or 2026-07, in place of --since and --until.
    """
    session = current()
    if period:
        since, until = _edges(" ".join(period), since, until)
    registry = session.registry
    first, last = since or treaty.ADOPTED, session.day(until)
    if last < first:
        raise QuestionError(f"{last} is before {first}: give the earlier day first")
    records = [
        event_record(event)
        for event in events(registry)
        if first <= event.date <= last and (not kinds or event.kind in kinds)
    ]
    if others := _asked_for(session, kinds, first, last):
        records = sorted([*records, *others], key=lambda record: str(record["date"]))
    sheet = Sheet(COLUMNS, PLAIN, records, EXTRA, ("sources",), DRAWN)
    undated = [act for _, act in undated_acts(registry) if not kinds or act.kind.value in kinds]
    notes = [left_out(undated)] if undated else []
    form = chosen_form(session, form, fields)
    if form == "table":
        from icc_status.render.tables import sheet_table

        nothing = [] if records else [_nothing(kinds, first, last)]
        words = " ".join([*nothing, *notes, foot(session, until)])
        text = sheet_table(sheet, fields, session.terminal, words)
    else:
        text = render(sheet, form, fields)
    write(session, text, form, until, notes)


def _asked_for(
    session: Session, kinds: tuple[str, ...], first: dt.date, last: dt.date
) -> list[dict[str, object]]:
    """Return announcements and phases of situations within a period, where they are asked for."""
    records = announcement_records(session.registry) if ANNOUNCEMENT in kinds else []
    records += phase_records(session.docket) if SITUATION in kinds else []
    return [r for r in records if isinstance(r["date"], dt.date) and first <= r["date"] <= last]


def _edges(period: str, since: dt.date | None, until: dt.date | None) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a period; raises QuestionError beside other edges."""
    if since or until:
        raise QuestionError(f"{period!r} says when: leave --since and --until out")
    ctx = click.get_current_context()
    return Day("first").convert(period, None, ctx), Day("last").convert(period, None, ctx)


def _nothing(kinds: tuple[str, ...], first: dt.date, last: dt.date) -> str:
    what = f"Nothing of the kind {' or '.join(kinds)} is known" if kinds else "Nothing is known"
    return f"{what} from {first} to {last}."
