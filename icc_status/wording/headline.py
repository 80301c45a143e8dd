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


def headline(state: State, standing: Standing, on: dt.date) -> str:
    """Return the answer in one sentence or two: party or not, and by which acts."""
    match standing.status:
        case Status.PARTY:
            return _party(state, standing, on)
        case Status.CONTRACTING:
            act = _last(state, INSTRUMENTS, on)
            return (
                f"{state.name} is not yet a party to {STATUTE}: it deposited its {act.kind} on"
                f" {act.date}, and the Statute enters into force for it on {act.effective}."
            )
        case Status.SIGNATORY | Status.RENOUNCED:
            return _signatory(state, standing, on)
        case Status.WITHDRAWN:
            return _withdrawn(state, standing, on)
        case Status.NON_SIGNATORY:
            return f"{state.name} is not a party to {STATUTE}: {_never(state, on)}."


def _party(state: State, standing: Standing, on: dt.date) -> str:
    text = f"{state.name} is a party to {STATUTE}, since {standing.since}"
    if notice := pending_notice(state.acts, on):
        text += (
            f", until its withdrawal takes effect on {notice.effective} (notice of {notice.date})"
        )
    elif revoked := revoked_notice(state, standing, on):
        notice, revocation = revoked
        text += (
            f"; its notice of withdrawal of {notice.date} was taken back on {revocation.date},"
            " before it took effect, so it never left"
        )
    return text + "."


def _signatory(state: State, standing: Standing, on: dt.date) -> str:
    signed = _last(state, {Kind.SIGNATURE}, on).date
    text = f"{state.name} is not a party to {STATUTE}: it signed on {signed}"
    taken_back = _taken_back_deposit(state, on)
    if taken_back:
        text += f"; {taken_back}"
    if standing.status is Status.SIGNATORY:
        return f"{text}{'' if taken_back else ' and has deposited no instrument of ratification'}."
    never = "" if taken_back else " never ratified,"
    return (
        f"{text},{never} and on {standing.since} notified the depositary"
        " that it does not intend to become a party."
    )


def _withdrawn(state: State, standing: Standing, on: dt.date) -> str:
    notice = _last(state, {Kind.WITHDRAWAL}, on)
    instrument = _last(state, INSTRUMENTS, on)
    assert notice.effective is not None
    text = (
        f"{state.name} is no longer a party to {STATUTE}: it was one from {instrument.effective}"
        f" to {notice.effective - ONE_DAY}, and its withdrawal, notified on"
        f" {notice.date}, took effect on {notice.effective}"
    )
    taken_back = _taken_back_deposit(state, on) if standing.since != notice.effective else ""
    return f"{text}; {taken_back}." if taken_back else f"{text}."


def _never(state: State, on: dt.date) -> str:
    return _taken_back_deposit(state, on) or "it has neither signed nor acceded"


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
