"""The rules of signing, of becoming a party and of leaving (Arts. 125 to 127)."""

import datetime as dt
from collections.abc import Iterator

from icc_status.model import treaty
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Status, pending_notice, standing

DEPOSITED = {Status.CONTRACTING, Status.PARTY, Status.WITHDRAWN}


def signature(date: dt.date) -> Iterator[str]:
    """Yield what is wrong with a signature: it was open until 31 December 2000 (Art. 125(1))."""
    if date > treaty.SIGNATURE_CLOSED:
        yield f"signature closed on {treaty.SIGNATURE_CLOSED} (Art. 125(1)); check the date"


def instrument(act: Act, date: dt.date, state: State, status: Status) -> Iterator[str]:
    """Yield what is wrong with an instrument: its kind, its day, its entry into force."""
    if status in DEPOSITED - {Status.WITHDRAWN}:
        yield "the state has deposited an instrument already; keep one"
    if act.kind is Kind.SUCCESSION:
        return
    yield from _kind(act, date, state, status)
    if act.effective and act.effective != (computed := treaty.entry_into_force(date)):
        yield f"by Art. 126 it is effective on {computed}, not {act.effective}; check both days"


def succession(act: Act, state: State, registry: Registry) -> Iterator[str]:
    """Yield what is wrong with a succession: a part of a party, once a state, stays bound."""
    if act.note is None:
        yield "a succession sets its own day of entry into force; explain it in 'note'"
    born = state.exists_from
    if born is None or born.predecessor is None:
        yield "a successor has 'exists_from' with a 'predecessor'; add it"
        return
    if act.effective and act.effective < born.date:
        yield f"is effective before the state existed ({born.date}); check both days"
    earlier, day = registry[born.predecessor], act.effective or born.date
    if standing(earlier.acts, day).status not in DEPOSITED - {Status.WITHDRAWN}:
        yield f"{earlier.iso3} was not bound on {day}; check the 'predecessor'"


def _kind(act: Act, date: dt.date, state: State, status: Status) -> Iterator[str]:
    """Signatories ratify, accept or approve (Art. 125(2)); others accede (Art. 125(3)).

    A signatory that left and comes back may do either: accession is open to all states.
    """
    signed = next((other.date for other in state.acts if other.kind is Kind.SIGNATURE), None)
    if act.kind is Kind.ACCESSION and signed and status not in DEPOSITED:
        yield "a state that signed ratifies, accepts or approves (Art. 125); check the kind"
    elif act.kind is not Kind.ACCESSION and signed is None:
        yield f"a state that did not sign accedes (Art. 125(3)); check the {act.kind}"
    elif signed and date < signed:
        yield f"is dated before its signature ({signed}; Art. 125(2)); check both days"


def withdrawal(act: Act, date: dt.date, before: tuple[Act, ...], status: Status) -> Iterator[str]:
    """Yield what is wrong with a notice of withdrawal (Art. 127(1))."""
    if status is not Status.PARTY:
        yield "only a party can withdraw (Art. 127(1)); check the date"
    elif pending_notice(before, date):
        yield "a notice of withdrawal is pending already; keep one"
    earliest = treaty.withdrawal_effect(date)
    if act.effective and act.effective < earliest:
        yield f"by Art. 127(1) it takes effect on {earliest} at the earliest; check both days"
    elif act.effective and act.effective > earliest and act.note is None:
        yield f"takes effect after {earliest} (Art. 127(1)); say in 'note' that the notice asks so"


def territories(act: Act, status: Status, before: tuple[Act, ...]) -> Iterator[str]:
    """Yield what is wrong with an act that leaves territories out, or takes them in."""
    if status not in DEPOSITED - {Status.WITHDRAWN}:
        yield "only a party, or a state with its deposit, names territories; check the date"
    elif act.effective and standing(before, act.effective).status is not Status.PARTY:
        yield "is effective when the state is no party; check both days"
