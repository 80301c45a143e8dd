"""What the acts and a standing say, in sentences; each names the article it rests on."""

import datetime as dt
from collections.abc import Iterable
from datetime import timedelta

from icc_status.acts import INSTRUMENTS, Act, Kind
from icc_status.registry import Registry
from icc_status.standing import Standing, Status, pending_notice
from icc_status.state import State

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
    elif revoked := _last_or_none(state.acts, {Kind.WITHDRAWAL_REVOCATION}, on):
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


def meaning(state: State, standing: Standing, on: dt.date) -> str:
    """Return what the standing means, in two sentences at most, with the articles."""
    match standing.status:
        case Status.PARTY:
            return _bound(state, standing, on)
        case Status.CONTRACTING:
            return (
                "It has consented to be bound, but the Statute does not yet bind it (VCLT"
                " Art. 2(1)(f)); until then it must not defeat the treaty's object and purpose"
                " (VCLT Art. 18(b))."
            )
        case Status.SIGNATORY:
            return (
                "Not bound by the Statute; having signed, it must not defeat the treaty's object"
                " and purpose while it leaves open whether it will ratify (VCLT Art. 18(a))."
                f" {STILL}"
            )
        case Status.RENOUNCED:
            return (
                "Not bound by the Statute, and since its notice no longer held by its signature"
                " (VCLT Art. 18(a)); the depositary still lists the signature, and it remains"
                f" free to ratify. {STILL}"
            )
        case Status.WITHDRAWN:
            return (
                f"Not bound for what happens from {standing.since} on; duties from its time as a"
                " party remain, and the Court may continue what was under consideration before"
                " that day (Art. 127(2))."
            )
        case Status.NON_SIGNATORY:
            return (
                "A third State: the Statute creates no obligation for it without its consent"
                f" (VCLT Art. 34). {STILL}"
            )


STILL = (
    "Its nationals can still be tried for crimes on a party's territory, or on a referral by the"
    " Security Council (Arts. 12(2)(a) and 13(b))."
)


def _bound(state: State, standing: Standing, on: dt.date) -> str:
    text = (
        "Bound by the Statute: the Court may exercise jurisdiction over crimes on its territory"
        f" or by its nationals from {standing.since} on (Arts. 11(2) and 12), and it must"
        " cooperate with the Court (Art. 86)."
    )
    text += _reaching_back(state, standing, on)
    if standing.leaving:
        return (
            f"{text} Its duties until {standing.leaving} and matters then under consideration"
            " outlast the withdrawal (Art. 127(2)), and the notice may be taken back before that"
            " day (VCLT Art. 68)."
        )
    if _last_or_none(state.acts, {Kind.WITHDRAWAL_REVOCATION}, on):
        return f"{text} A notice of withdrawal may be taken back before its effect (VCLT Art. 68)."
    return text


def _reaching_back(state: State, standing: Standing, on: dt.date) -> str:
    """Return a sentence on accepted declarations that cover days before membership, or ""."""
    starts = [
        act.covers_from
        for act in state.acts
        if act.kind is Kind.DECLARATION_12_3 and act.outcome == "accepted" and act.done_by(on)
    ]
    earliest = min((start for start in starts if start), default=None)
    if earliest is None or standing.since is None or earliest >= standing.since:
        return ""
    return f" By declaration under Art. 12(3) the Court's jurisdiction reaches back to {earliest}."


def fellows(registry: Registry, state: State, standing: Standing, on: dt.date) -> str:
    """Return who else gave a signatory's notice that it will not become a party, or ""."""
    if standing.status is not Status.RENOUNCED:
        return ""
    others = [
        f"{other.name} ({other.standing(on).since})"
        for other in registry.existing(on)
        if other is not state and other.status(on) is Status.RENOUNCED
    ]
    return f"The same notice was given by {'; '.join(others)}." if others else ""


def _last(acts: Iterable[Act], kinds: Iterable[Kind], on: dt.date) -> Act:
    act = _last_or_none(acts, kinds, on)
    assert act is not None
    return act


def _last_or_none(acts: Iterable[Act], kinds: Iterable[Kind], on: dt.date) -> Act | None:
    found = [act for act in acts if act.kind in kinds and act.done_by(on)]
    return found[-1] if found else None
