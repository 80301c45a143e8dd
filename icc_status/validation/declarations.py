"""The rules of declarations (Arts. 12(3), 15 bis(4) and 124) and of amendments (Art. 121)."""

import datetime as dt
from collections.abc import Iterator

from icc_status import treaty
from icc_status.acts import INSTRUMENTS, Act
from icc_status.registry import Registry


def article_124(act: Act, before: tuple[Act, ...]) -> Iterator[str]:
    """Yield what is wrong with a declaration against jurisdiction over war crimes (Art. 124)."""
    deposits = [other for other in before if other.kind in INSTRUMENTS]
    if act.date not in {other.date for other in deposits}:
        yield "is made on becoming a party (Art. 124); date it as the deposit, and put it after"
    elif act.covers_from and act.covers_from not in {other.effective for other in deposits}:
        yield "begins on another day than the Statute for the state (Art. 124); check both"
    if act.covers_from and act.covers_until:
        last = treaty.last_of_seven_years(act.covers_from)
        if act.covers_until > last:
            yield f"runs for more than seven years (Art. 124); it ends by {last}"
    yield from _ends_after_it_begins(act)


def article_12_3(act: Act) -> Iterator[str]:
    """Yield what is wrong with the period of a declaration accepting jurisdiction."""
    if act.covers_from is None and act.covers_from_year is None:
        yield "needs 'covers_from', or 'covers_from_year' where no source gives the day"
    if act.covers_from and act.covers_from_year:
        yield "has both 'covers_from' and 'covers_from_year'; keep one"
    if act.covers_from and act.covers_from < treaty.IN_FORCE:
        yield f"covers days before {treaty.IN_FORCE} (Art. 11(1)); check 'covers_from'"
    if act.covers_from_year and act.covers_from_year < treaty.IN_FORCE.year:
        yield f"covers days before {treaty.IN_FORCE} (Art. 11(1)); check 'covers_from_year'"
    yield from _ends_after_it_begins(act)


def article_15bis(date: dt.date, bound: bool) -> Iterator[str]:
    """Yield what is wrong with a declaration against jurisdiction over aggression."""
    if not bound:
        yield "only a party, or a state with its deposit, can do this (Art. 15 bis(4)); check it"
    if date < treaty.AGGRESSION_ADOPTED:
        yield f"Art. 15 bis was adopted on {treaty.AGGRESSION_ADOPTED}; check the date"


def amendment(act: Act, date: dt.date, bound: bool, registry: Registry) -> Iterator[str]:
    """Yield what is wrong with the acceptance of an amendment (Art. 121)."""
    if not bound:
        yield "only a party, or a state with its deposit, can do this (Art. 121); check it"
    if act.amendment and date < registry.amendments[act.amendment].adopted:
        yield f"{act.amendment} was not adopted by then; check the date"


def _ends_after_it_begins(act: Act) -> Iterator[str]:
    if act.covers_from and act.covers_until and act.covers_until < act.covers_from:
        yield "ends before it begins; check 'covers_from' and 'covers_until'"
