"""The answer in a sentence or two: party or not, and by which acts."""

import datetime as dt
from collections.abc import Iterable
from datetime import timedelta

from icc_status.model.acts import INSTRUMENTS, Act, Kind
from icc_status.model.state import State
from icc_status.model.status import Standing, Status, pending_notice

STATUTE = "the Rome Statute"


def headline(state: State, standing: Standing, on: dt.date) -> str:
    """Return the answer in one sentence or two: party or not, and by which acts."""
    match standing.status:
        case Status.PARTY:
            return _party(state, standing, on)
        case Status.CONTRACTING:
            act = _last(state.acts, INSTRUMENTS, on)
            return (
                f"{state.name} is not yet a party to {STATUTE}: it deposited its {act.kind} on"
                f" {act.date}, and the Statute enters into force for it on {act.effective}."
            )
        case Status.SIGNATORY | Status.RENOUNCED:
            return _signatory(state, standing, on)
        case Status.WITHDRAWN:
            return _withdrawn(state, standing, on)
        case Status.NON_SIGNATORY:
            return f"{state.name} is not a party to {STATUTE}: {_never(state, standing, on)}."


def _party(state: State, standing: Standing, on: dt.date) -> str:
    text = f"{state.name} is a party to {STATUTE}, since {standing.since}"
    if notice := pending_notice(state.acts, on):
        text += (
            f", until its withdrawal takes effect on {notice.effective} (notice of {notice.date})"
        )
    elif revoked := last_done(state.acts, {Kind.WITHDRAWAL_REVOCATION}, on):
        notice = _last(state.acts, {Kind.WITHDRAWAL}, on)
        text += (
            f"; its notice of withdrawal of {notice.date} was taken back on {revoked.date},"
            " before it took effect, so it never left"
        )
    return text + "."


def _signatory(state: State, standing: Standing, on: dt.date) -> str:
    signed = _last(state.acts, {Kind.SIGNATURE}, on).date
    text = f"{state.name} is not a party to {STATUTE}: it signed on {signed}"
    if standing.status is Status.SIGNATORY:
        return f"{text} and has deposited no instrument of ratification."
    return (
        f"{text}, never ratified, and on {standing.since} notified the depositary"
        " that it does not intend to become a party."
    )


def _withdrawn(state: State, standing: Standing, on: dt.date) -> str:
    assert standing.since is not None
    notice = _last(state.acts, {Kind.WITHDRAWAL}, on)
    instrument = _last(state.acts, INSTRUMENTS, on)
    return (
        f"{state.name} is no longer a party to {STATUTE}: it was one from {instrument.effective}"
        f" to {standing.since - timedelta(days=1)}, and its withdrawal, notified on"
        f" {notice.date}, took effect on {standing.since}."
    )


def _never(state: State, standing: Standing, on: dt.date) -> str:
    if standing.since is None:
        return "it has neither signed nor acceded"
    accession = _last(state.acts, INSTRUMENTS, on).date
    return (
        f"its accession of {accession} was taken back on {standing.since},"
        " before it could enter into force"
    )


def _last(acts: Iterable[Act], kinds: Iterable[Kind], on: dt.date) -> Act:
    act = last_done(acts, kinds, on)
    assert act is not None
    return act


def last_done(acts: Iterable[Act], kinds: Iterable[Kind], on: dt.date) -> Act | None:
    """Return the last act of some kinds that was done by a day, taken back or not."""
    found = [act for act in acts if act.kind in kinds and act.done_by(on)]
    return found[-1] if found else None
