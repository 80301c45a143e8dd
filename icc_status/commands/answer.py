"""How an answer leaves: in which form, with which foot, with which remark beside it."""

import datetime as dt
from collections.abc import Callable, Sequence

from icc_status.commands.session import Session
from icc_status.queries.table import Sheet
from icc_status.render.formats import render

Draw = Callable[[str], str]
"""Draws the answer for a terminal, given its foot."""


def give(
    session: Session,
    sheet: Sheet,
    draw: Draw,
    form: str | None,
    fields: Sequence[str] | None,
    on: dt.date | None,
) -> None:
    """Write an answer: drawn on a terminal, as lines in a pipe, unless a form is asked for.

    A remark on the day goes into the foot of what is drawn, else to standard error; that the
    registry is old is said there too, to a person.
    """
    chosen = chosen_form(session, form, fields)
    if chosen != "table":
        text = render(sheet, chosen, fields)
        for remark in remarks(session, on):
            session.note(remark)
        session.write(text)
    elif fields:
        render(sheet, "tsv", fields)  # refuses a field that does not exist
        from icc_status.render.tables import sheet_table

        text = sheet_table(sheet, fields, session.terminal, foot(session, on))
        session.write(text, session.terminal.encoding)
    else:
        session.write(draw(foot(session, on)), session.terminal.encoding)
    session.note_age()


def chosen_form(session: Session, form: str | None, fields: Sequence[str] | None) -> str:
    """Return the form asked for, or the one that fits where the answer goes."""
    return form or ("table" if session.terminal.tty and not fields else "plain")


def remarks(session: Session, on: dt.date | None) -> list[str]:
    """Return what must be said of a day that was asked for: ahead, or past what is known."""
    as_of = session.registry.as_of
    if on is None or on <= as_of:
        return []
    if on > session.today:
        return [f"{on} lies ahead: projected from what was notified by {as_of}"]
    return [f"nothing after {as_of} is known to this registry"]


def foot(session: Session, on: dt.date | None) -> str:
    """Return the foot of a drawn answer: the day, what the registry covers, what prevails."""
    day, as_of = session.day(on), session.registry.as_of
    if day > session.today:
        said = f"On {day}, projected: only what was notified by {as_of} is known here."
    elif day > as_of:
        said = f"On {day}; the registry is as of {as_of}, and nothing later is known here."
    else:
        said = f"On {day}; the registry is as of {as_of}."
    return f"{said} The depositary's record prevails."
