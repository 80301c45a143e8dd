"""The answer in a sentence or two: party or not, and by which acts."""

import datetime as dt
from collections.abc import Set

from icc_status.errors import RegistryError
from icc_status.model.acts import INSTRUMENTS, Act, Kind, acts_in_effect, acts_taken_back
from icc_status.model.spans import ONE_DAY
from icc_status.model.state import State
from icc_status.model.status import Standing, Status, pending_notice

STATUTE = "the Rome Statute"
NEEDS_EFFECT = INSTRUMENTS | {Kind.WITHDRAWAL}
"""The acts that no sentence can tell without the day on which they take effect."""


def headline(state: State, standing: Standing, on: dt.date, today: dt.date | None = None) -> str:
    """Return the answer in one sentence or two: party or not, and by which acts.

    The tense follows the day asked about, seen from today; without `today` it is the present.
    """
    now = on if today is None else today
    match standing.status:
        case Status.PARTY:
            return _party(state, standing, on, today)
        case Status.CONTRACTING:
            act = _last(state, INSTRUMENTS, on)
            enters = _tensed(on, now, "was to enter", "enters", "is to enter")
            return (
                f"{state.name} {_not(on, now)} yet{_be(on, now)} a party to {STATUTE}: it deposited"
                f" its {act.kind} on {act.date}, and the Statute {enters} into force for it on"
                f" {act.effective}."
            )
        case Status.SIGNATORY | Status.RENOUNCED:
            return _signatory(state, standing, on, now)
        case Status.WITHDRAWN:
            return _withdrawn(state, standing, on, now)
        case Status.NON_SIGNATORY:
            return (
                f"{state.name} {_not(on, now)}{_be(on, now)} a party to {STATUTE}:"
                f" {_never(state, on, now)}."
            )


def _tensed(on: dt.date, today: dt.date, past: str, present: str, future: str) -> str:
    """Return the word for a day that is past, today, or to come."""
    if on == today:
        return present
    return past if on < today else future


def _not(on: dt.date, today: dt.date) -> str:
    return _tensed(on, today, "was not", "is not", "will not")


def _be(on: dt.date, today: dt.date) -> str:
    return " be" if on > today else ""


def _party(state: State, standing: Standing, on: dt.date, today: dt.date | None) -> str:
    verb = _tensed(on, on if today is None else today, "was", "is", "will be")
    text = f"{state.name} {verb} a party to {STATUTE}, since {standing.since}"
    if (notice := pending_notice(state.acts, on)) and notice.effective:
        text += _until(state, notice, on, today)
    elif revoked := revoked_notice(state, standing, on):
        notice, revocation = revoked
        text += (
            f"; its notice of withdrawal of {notice.date} was taken back on {revocation.date},"
            " before it took effect, so it never left"
        )
    return text + "."


def _until(state: State, notice: Act, on: dt.date, today: dt.date | None) -> str:
    """Return until when a party is one; a notice that was taken back later ended nothing.

    Without `today`, as on a map, all that is known of the notice counts.
    """
    taking_back = dict(acts_taken_back(state.acts, today or dt.date.max)).get(notice)
    if taking_back:
        return (
            f"; its withdrawal was to take effect on {notice.effective} (notice of {notice.date},"
            f" taken back on {taking_back.date})"
        )
    takes = "takes"
    if today and notice.effective and on < notice.effective <= today:
        takes = "took"
    return f", until its withdrawal {takes} effect on {notice.effective} (notice of {notice.date})"


def _signatory(state: State, standing: Standing, on: dt.date, today: dt.date) -> str:
    signed = _last(state, {Kind.SIGNATURE}, on).date
    verb = f"{_not(on, today)}{_be(on, today)}"
    text = f"{state.name} {verb} a party to {STATUTE}: it signed on {signed}"
    taken_back = _taken_back_deposit(state, on)
    if taken_back:
        text += f"; {taken_back}"
    if standing.status is Status.SIGNATORY:
        had = _tensed(on, today, "had", "has", "has")
        return (
            f"{text}{'' if taken_back else f' and {had} deposited no instrument of ratification'}."
        )
    never = "" if taken_back else " never ratified,"
    return (
        f"{text},{never} and on {standing.since} notified the depositary"
        " that it does not intend to become a party."
    )


def _withdrawn(state: State, standing: Standing, on: dt.date, today: dt.date) -> str:
    notice = _last(state, {Kind.WITHDRAWAL}, on)
    instrument = _last(state, INSTRUMENTS, on)
    assert notice.effective is not None
    ahead = notice.effective > today
    one = (
        "will have been one" if ahead else _tensed(on, today, "had been one", "was one", "was one")
    )
    took = "is to take" if ahead else "took"
    text = (
        f"{state.name} {_tensed(on, today, 'was', 'is', 'will')} no longer{_be(on, today)} a party"
        f" to {STATUTE}: it {one} from {instrument.effective} to {notice.effective - ONE_DAY}, and"
        f" its withdrawal, notified on {notice.date}, {took} effect on {notice.effective}"
    )
    taken_back = _taken_back_deposit(state, on) if standing.since != notice.effective else ""
    return f"{text}; {taken_back}." if taken_back else f"{text}."


def _never(state: State, on: dt.date, today: dt.date) -> str:
    had = _tensed(on, today, "had", "has", "has")
    return _taken_back_deposit(state, on) or f"it {had} neither signed nor acceded"


def _taken_back_deposit(state: State, on: dt.date) -> str:
    """Return that the last deposit was taken back, in words, or ""."""
    pairs = [pair for pair in acts_taken_back(state.acts, on) if pair[0].kind in INSTRUMENTS]
    if not pairs:
        return ""
    deposit, taking_back = pairs[-1]
    return (
        f"its {deposit.kind} of {deposit.date} was taken back on {taking_back.date},"
        " before it could enter into force"
    )


def revoked_notice(state: State, standing: Standing, on: dt.date) -> tuple[Act, Act] | None:
    """Return a party's last notice of withdrawal that was taken back, and what took it back.

    What happened before it last became a party does not count.
    """
    pairs = [
        (act, taking_back)
        for act, taking_back in acts_taken_back(state.acts, on)
        if act.kind is Kind.WITHDRAWAL
        and not (standing.since and taking_back.date and taking_back.date < standing.since)
    ]
    return pairs[-1] if pairs else None


def _last(state: State, kinds: Set[Kind], on: dt.date) -> Act:
    """Return the last act of some kinds that is in effect on a day.

    Raises RegistryError where there is none, which no sound registry has.
    """
    for act in reversed(acts_in_effect(state.acts, on)):
        if act.kind in kinds and (act.effective or not kinds & NEEDS_EFFECT):
            return act
    raise RegistryError(
        f"the acts of {state.iso3} do not explain its status on {on};"
        " 'icc-status validate FILE' names every fault"
    )
