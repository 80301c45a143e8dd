"""What the treaty demands of a state's acts: each rule names its article and the remedy."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from icc_status.loading.faults import Path
from icc_status.model import treaty
from icc_status.model.acts import INSTRUMENTS, Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Status, pending_notice, standing
from icc_status.validation.declarations import (
    amendment,
    article_12_3,
    article_15bis,
    article_124,
    article_124_withdrawal,
    undated_amendment,
)
from icc_status.validation.participation import (
    instrument,
    signature,
    succession,
    territories,
    withdrawal,
)

Finding = tuple[Path, str]

BELONGS = {
    "covers_from": {Kind.DECLARATION_12_3, Kind.DECLARATION_124},
    "covers_from_year": {Kind.DECLARATION_12_3},
    "covers_until": {Kind.DECLARATION_12_3, Kind.DECLARATION_124},
    "outcome": {Kind.DECLARATION_12_3},
    "scope": {Kind.DECLARATION_12_3, Kind.DECLARATION_124},
    "subject": {Kind.DECLARATION},
    "effective_earliest": {Kind.TERRITORIAL_EXTENSION},
    "territories": {Kind.TERRITORIAL_EXCLUSION, Kind.TERRITORIAL_EXTENSION},
    "effective": {
        *INSTRUMENTS,
        Kind.WITHDRAWAL,
        Kind.DECLARATION_124,
        Kind.DECLARATION_124_WITHDRAWAL,
        Kind.TERRITORIAL_EXTENSION,
    },
}
NEEDS = {
    **dict.fromkeys(INSTRUMENTS, ("effective",)),
    Kind.WITHDRAWAL: ("effective",),
    Kind.DECLARATION_12_3: ("outcome",),
    Kind.DECLARATION_124: ("covers_from", "covers_until"),
    Kind.TERRITORIAL_EXCLUSION: ("territories",),
    Kind.TERRITORIAL_EXTENSION: ("territories",),
    Kind.DECLARATION: ("subject",),
}
ONCE = {Kind.SIGNATURE, Kind.NON_INTENTION}
ONCE_A_PARTY = {Kind.AMENDMENT, Kind.OPT_OUT_15BIS_4}
SEVERAL = {Kind.DECLARATION_12_3, Kind.TERRITORIAL_EXCLUSION, Kind.TERRITORIAL_EXTENSION}
BOUND = {Status.PARTY, Status.CONTRACTING}


def act_faults(state: State, registry: Registry) -> Iterator[Finding]:
    """Yield every fault of a state's acts: the path from the state, and the message."""
    yield from _in_order(state)
    yield from _agreement_faults(state, registry)
    for i, act in enumerate(state.acts):
        before = state.acts[:i]
        for message in (*_fields(act), *_days(act, state, registry), *_twice(act, before)):
            yield ("acts", i), message
        if act.date is not None:
            for message in _lawful(act, act.date, before, state, registry):
                yield ("acts", i), message
        else:
            for message in undated_amendment(act, state):
                yield ("acts", i), message
    yield from _announcement_faults(state, registry)


def _announcement_faults(state: State, registry: Registry) -> Iterator[Finding]:
    for i, (before, this) in enumerate(pairwise((None, *state.announcements))):
        assert this is not None
        path = ("announcements", i)
        if not treaty.ADOPTED <= this.date <= registry.as_of:
            yield path, f"is not from {treaty.ADOPTED} to as_of ({registry.as_of}); check the date"
        if before and this.date < before.date:
            yield path, f"stands after one of {before.date}; sort the announcements by date"


def _agreement_faults(state: State, registry: Registry) -> Iterator[Finding]:
    """Yield the faults of acts towards other instruments: too early, too late, or twice there."""
    seen: set[object] = set()
    for i, act in enumerate(state.agreements):
        path = ("agreements", i)
        if act.kind not in {Kind.SIGNATURE, *INSTRUMENTS}:
            yield path, f"{act.kind.with_article} is no act towards an agreement; check the kind"
        adopted = act.instrument.adopted if act.instrument else None
        if act.date and adopted and act.date < adopted:
            yield path, f"is dated before the agreement was adopted ({adopted}); check the date"
        if act.date and act.date > registry.as_of:
            yield path, f"is dated after as_of ({registry.as_of}); raise as_of or check the date"
        once = (act.kind is Kind.SIGNATURE, act.instrument and act.instrument.key)
        if once in seen:
            yield path, f"repeats the {act.kind} towards that agreement; keep one"
        seen.add(once)


def _in_order(state: State) -> Iterator[Finding]:
    days = [act.date or dt.date.max for act in state.acts]
    for i, (earlier, later) in enumerate(pairwise(days), 1):
        if later < earlier:
            yield ("acts", i), f"is dated before the act above it ({earlier}); sort by date"


def _fields(act: Act) -> Iterator[str]:
    for name, kinds in BELONGS.items():
        if getattr(act, name) and act.kind not in kinds:
            yield f"{act.kind.with_article} has no {name!r}; leave it out"
    for name in NEEDS.get(act.kind, ()):
        if not getattr(act, name):
            yield f"{act.kind.with_article} needs {name!r}; add it"
    if act.effective_computed and act.effective is None:
        yield "has 'effective_computed' without 'effective'; leave it out"
    if act.effective_earliest and not (act.effective and act.effective_earliest < act.effective):
        yield "has 'effective_earliest' without a later 'effective'; check both"
    if act.confidence == "medium" and act.note is None:
        yield "is of medium confidence; say in 'note' what is doubtful"
    if act.reference and act.date and act.reference.split(".")[3] < str(act.date.year):
        yield f"is told by {act.reference}, of an earlier year; check both"


def _days(act: Act, state: State, registry: Registry) -> Iterator[str]:
    if act.date is None:
        return
    if act.date < treaty.ADOPTED:
        yield f"is dated before the Statute was adopted ({treaty.ADOPTED}); check the date"
    if act.date > registry.as_of:
        yield f"is dated after as_of ({registry.as_of}); raise as_of or check the date"
    if not state.existed(act.date):
        yield "is dated before the state existed ('exists_from'); check both"


def _twice(act: Act, before: tuple[Act, ...]) -> Iterator[str]:
    """Yield a fault for an act done already; a state that comes back does some once more."""
    deposits = [i for i, other in enumerate(before) if other.kind in INSTRUMENTS]
    since = before[deposits[-1] :] if deposits and act.kind in ONCE_A_PARTY else before
    same = [a for a in since if (a.kind, a.amendment) == (act.kind, act.amendment)]
    if same and act.kind in ONCE | ONCE_A_PARTY:
        yield f"repeats the {act.kind} of {same[0].date or 'no known day'}; keep one"
    if act.kind in SEVERAL and any(_alike(act, other) for other in same):
        yield f"repeats the {act.kind} of {act.date}; keep one"


def _alike(act: Act, other: Act) -> bool:
    """Tell whether two acts do the same on one day."""
    names = ("date", "territories", "covers_from", "covers_from_year", "covers_until")
    return all(getattr(act, name) == getattr(other, name) for name in names)


def _lawful(
    act: Act, date: dt.date, before: tuple[Act, ...], state: State, registry: Registry
) -> Iterator[str]:
    """Yield what breaks the rules for the act's kind, given the acts before it."""
    status = standing(before, date).status
    if act.kind is Kind.SIGNATURE:
        yield from signature(date)
    elif act.kind in INSTRUMENTS:
        yield from instrument(act, date, state, status)
        if act.kind is Kind.SUCCESSION:
            yield from succession(act, state, registry)
    elif act.kind is Kind.NON_INTENTION and status is not Status.SIGNATORY:
        yield "only a signatory can say it will not become a party (VCLT Art. 18(a)); check it"
    elif act.kind is Kind.ACCESSION_WITHDRAWAL and status is not Status.CONTRACTING:
        yield "no instrument awaits entry into force on that day; check the date"
    elif act.kind is Kind.WITHDRAWAL:
        yield from withdrawal(act, date, before, status)
    elif act.kind is Kind.WITHDRAWAL_REVOCATION and pending_notice(before, date) is None:
        yield "no notice of withdrawal is pending on that day (VCLT Art. 68); check the date"
    elif act.kind is Kind.DECLARATION_124:
        yield from article_124(act, before)
    elif act.kind is Kind.DECLARATION_124_WITHDRAWAL:
        yield from article_124_withdrawal(act, date, before)
    elif act.kind is Kind.DECLARATION_12_3:
        yield from article_12_3(act, date, before)
    elif act.kind is Kind.OPT_OUT_15BIS_4:
        yield from article_15bis(date, status in BOUND)
    elif act.kind is Kind.AMENDMENT:
        yield from amendment(act, date, status in BOUND)
    elif act.territories:
        yield from territories(act, status, before)
