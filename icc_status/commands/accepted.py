"""List who accepted an amendment, or joined an agreement: `list --accepted`."""

import datetime as dt
from collections.abc import Sequence

from icc_status.commands.answer import foot, write
from icc_status.commands.session import Session
from icc_status.model.acts import Instrument
from icc_status.model.state import State
from icc_status.queries.acceptances import (
    COLUMNS,
    KEY_COLUMNS,
    PLAIN,
    acceptance_record,
    acceptances,
    instrument_records,
    instruments_named,
)
from icc_status.queries.table import Sheet
from icc_status.render.formats import render

KEYS = "?"
"""What --accepted holds where no key follows it."""
RULES = {
    "121(4)": "It enters into force for all parties a year after seven eighths of them have"
    " accepted it (Art. 121(4)).",
    "121(5)": "It is in force for a state a year after its deposit (Art. 121(5)): that day is"
    " computed here.",
}


def write_accepted(
    session: Session,
    asked: str,
    states: Sequence[State],
    on: dt.date | None,
    form: str,
    fields: Sequence[str] | None,
) -> None:
    """Write which of some states accepted what is asked for, or the keys that can be asked for.

    In a pipe, what the days rest on is said on standard error.

    Raises QuestionError for a key or words that name no instrument.
    """
    day, registry = session.day(on), session.registry
    if asked == KEYS:
        sheet = Sheet(KEY_COLUMNS, KEY_COLUMNS, instrument_records(registry, day))
        words = "One in full: icc-status list --accepted KEY, or a word of its title."
    else:
        instruments = instruments_named(asked, registry)
        accepted = acceptances(states, instruments, day, registry.as_of)
        records = [acceptance_record(state, act) for state, act in accepted]
        sheet = Sheet(COLUMNS, PLAIN, records, drawn=_drawn(instruments))
        words = _about(instruments, len({state.iso3 for state, _ in accepted}))
        if any(act.date is None for _, act in accepted):
            words += " Where no day of deposit stands, it is not known."
    if form == "table":
        from icc_status.render.tables import sheet_table

        text = sheet_table(sheet, fields, session.terminal, f"{words} {foot(session, on)}")
    else:
        text = render(sheet, form, fields)
    write(session, text, form, on, [] if asked == KEYS else [words])


def _drawn(instruments: Sequence[Instrument]) -> tuple[str, ...]:
    several = ("instrument",) if len(instruments) > 1 else ()
    return ("iso3", "name", *several, "deposited", "in_force", "confidence")


def _about(instruments: Sequence[Instrument], number: int) -> str:
    """Return how many states accepted what, and when it is in force for each."""
    titles = " or ".join(f"{i.key} ({i.title})" for i in instruments)
    states = "1 state has" if number == 1 else f"{number or 'No'} states have"
    what = f"{states} accepted {titles}, as far as is known here."
    rules = dict.fromkeys(RULES[i.rule] for i in instruments if i.rule in RULES)
    notes = dict.fromkeys(i.note for i in instruments if i.note)
    return " ".join([what, *rules, *notes])
