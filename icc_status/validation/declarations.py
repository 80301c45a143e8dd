"""The rules of declarations (Arts. 12(3), 15 bis(4) and 124) and of amendments (Art. 121)."""

import datetime as dt
from collections.abc import Iterator

from icc_status.model import treaty
from icc_status.model.acts import INSTRUMENTS, Act, Kind
from icc_status.model.state import State
from icc_status.model.status import Status, standing


def article_124(act: Act, before: tuple[Act, ...]) -> Iterator[str]:
    """Yield what is wrong with a declaration against jurisdiction over war crimes (Art. 124)."""
    deposits = [other for other in before if other.kind in INSTRUMENTS]
    if any((other.kind, other.date) == (act.kind, act.date) for other in before):
        yield f"repeats the {act.kind} of {act.date}; keep one"
    if act.date not in {other.date for other in deposits}:
        yield "is made on becoming a party (Art. 124); date it as the deposit, and put it after"
    elif act.covers_from and act.covers_from not in {other.effective for other in deposits}:
        yield "begins on another day than the Statute for the state (Art. 124); check both"
    if act.effective and act.covers_from and act.effective != act.covers_from:
        yield "is effective on another day than it begins ('covers_from'); check both"
    if act.covers_from and act.covers_until:
        last = treaty.last_of_seven_years(act.covers_from)
        if act.covers_until > last:
            yield f"runs for more than seven years (Art. 124); it ends by {last}"
    yield from _ends_after_it_begins(act)


def article_124_withdrawal(act: Act, date: dt.date, before: tuple[Act, ...]) -> Iterator[str]:
    """Yield what is wrong with the withdrawal of such a declaration, which ends it early.

    It may be given effect from a day before its own, as France's was, but not beyond the
    declaration's days.
    """
    kinds = {Kind.DECLARATION_124, Kind.DECLARATION_124_WITHDRAWAL}
    last = next((other for other in reversed(before) if other.kind in kinds), None)
    if last is None:
        yield "there is no declaration under Art. 124 to withdraw; add it"
        return
    if last.kind is act.kind:
        yield f"repeats the {act.kind} of {last.date}; keep one"
        return
    begins, end = last.date or dt.date.min, _last_day(last)
    if date > end:
        yield f"is dated after the declaration ended ({end}); check both"
    elif act.effective and act.effective < begins:
        yield f"is effective before the declaration ({begins}); check both"
    elif act.effective and act.effective > end:
        yield f"is effective after the declaration ended ({end}); check both"


def _last_day(act: Act) -> dt.date:
    """Return the last day of a declaration, or of all days where that makes no sense."""
    sound = act.covers_until and not any(_ends_after_it_begins(act))
    return act.covers_until if act.covers_until and sound else dt.date.max


def article_12_3(act: Act, date: dt.date, before: tuple[Act, ...]) -> Iterator[str]:
    """Yield what is wrong with the period of a declaration accepting jurisdiction."""
    now = standing(before, date)
    if now.status is Status.PARTY and now.since and _first_day(act) >= now.since:
        yield f"is by a party since {now.since}, for days since then (Art. 12(1)); check both"
    if act.covers_from is None and act.covers_from_year is None:
        yield "needs 'covers_from', or 'covers_from_year' where no source gives the day"
    if act.covers_from and act.covers_from_year:
        yield "has both 'covers_from' and 'covers_from_year'; keep one"
    if act.covers_from and act.covers_from < treaty.IN_FORCE:
        yield f"covers days before {treaty.IN_FORCE} (Art. 11(1)); check 'covers_from'"
    if act.covers_from_year and act.covers_from_year < treaty.IN_FORCE.year:
        yield f"covers days before {treaty.IN_FORCE} (Art. 11(1)); check 'covers_from_year'"
    yield from _ends_after_it_begins(act)


def _first_day(act: Act) -> dt.date:
    """Return the first day that a declaration may cover, as far as its start is known."""
    return act.covers_from or dt.date(act.covers_from_year or dt.MINYEAR, 1, 1)


def article_15bis(date: dt.date, bound: bool) -> Iterator[str]:
    """Yield what is wrong with a declaration against jurisdiction over aggression."""
    if not bound:
        yield "only a party, or a state with its deposit, can do this (Art. 15 bis(4)); check it"
    if date < treaty.AGGRESSION_ADOPTED:
        yield f"Art. 15 bis was adopted on {treaty.AGGRESSION_ADOPTED}; check the date"


def amendment(act: Act, date: dt.date, bound: bool) -> Iterator[str]:
    """Yield what is wrong with the acceptance of an amendment (Art. 121)."""
    if not bound:
        yield "only a party, or a state with its deposit, can do this (Art. 121); check it"
    if act.instrument and act.instrument.adopted and date < act.instrument.adopted:
        yield f"{act.amendment} was not adopted by then; check the date"
    if act.instrument and act.instrument.rule == "122":
        yield f"{act.amendment} needs no acceptances (Art. 122); check the 'instrument'"


def undated_amendment(act: Act, state: State) -> Iterator[str]:
    """Yield what is wrong with an acceptance on no known day: some day must be possible for it."""
    if act.amendment is None or act.instrument is None:
        return
    adopted = act.instrument.adopted or treaty.AMENDABLE
    ends = [spell.until or dt.date.max for spell in state.spells() if spell.status is Status.PARTY]
    if not ends:
        yield "only a party can do this (Art. 121), and the state never is one; check it"
    elif max(ends) < adopted:
        yield f"{act.amendment} was adopted on {adopted}, when the state had left; check it"


def _ends_after_it_begins(act: Act) -> Iterator[str]:
    if act.covers_until and act.covers_until < _first_day(act):
        start = "covers_from" if act.covers_from else "covers_from_year"
        yield f"ends before it begins; check {start!r} and 'covers_until'"
