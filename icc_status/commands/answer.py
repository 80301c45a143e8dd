"""How an answer is printed: its format, its foot, and the remarks on its day."""

import datetime as dt
from collections.abc import Sequence

from icc_status.commands.session import Session
from icc_status.wording.meaning import brief_coverage, coverage


def chosen_form(session: Session, form: str | None, fields: Sequence[str] | None) -> str:
    """Return the format asked for, or the default of the place the answer goes to.

    The default is "table" on a terminal, and "plain" in a pipe or where fields are named.
    Every verb asks here, so that no two verbs can disagree.
    """
    return form or ("table" if session.terminal.tty and not fields else "plain")


def write(
    session: Session, text: str, form: str, on: dt.date | None, notes: Sequence[str] = ()
) -> None:
    """Write an answer to standard output, after what has to be said on standard error.

    A table has its remarks on the day in its foot; the other formats get them, and the `notes`,
    on standard error. A person is told last that the registry is old.
    """
    if form == "table":
        session.write(text, session.terminal.encoding)
    else:
        say_remarks(session, on, notes)
        session.write(text)
    session.note_age()


def say_remarks(session: Session, on: dt.date | None, notes: Sequence[str] = ()) -> None:
    """Write the notes, and the remarks on the day asked for, to standard error."""
    for line in (*notes, *remarks(session, on)):
        session.note(line)


def remarks(session: Session, on: dt.date | None) -> list[str]:
    """Return what a person must know of the day asked for: it is ahead, or past the registry."""
    as_of = session.registry.as_of
    if on is None or on <= as_of:
        return []
    if on > session.today:
        return [f"{on} lies ahead: projected from what was notified by {as_of}"]
    return [f"nothing after {as_of} is known to this registry"]


def foot(session: Session, on: dt.date | None) -> str:
    """Return the foot of a table: the day, what the registry covers, and what prevails."""
    return coverage(session.day(on), session.registry.as_of, session.today)


def brief_foot(session: Session, on: dt.date | None) -> str:
    """Return the foot of a card, which says the same on one line."""
    return brief_coverage(session.day(on), session.registry.as_of, session.today)
