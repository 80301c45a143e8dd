"""What the treaty demands of a state's acts: each rule names its article and the remedy."""

import datetime as dt
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from icc_status import treaty
from icc_status.acts import INSTRUMENTS, Act, Kind
from icc_status.document import Path
from icc_status.registry import Registry
from icc_status.standing import Status, pending_notice, standing
from icc_status.state import State

Finding = tuple[Path, str]

BELONGS = {
    "covers_from": {Kind.DECLARATION_12_3, Kind.DECLARATION_124},
    "covers_from_year": {Kind.DECLARATION_12_3},
    "covers_until": {Kind.DECLARATION_12_3, Kind.DECLARATION_124},
    "outcome": {Kind.DECLARATION_12_3},
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
}
ONCE = {Kind.SIGNATURE, Kind.NON_INTENTION, Kind.AMENDMENT, Kind.OPT_OUT_15BIS_4}


def act_faults(state: State, registry: Registry) -> Iterator[Finding]:
    """Yield every fault of a state's acts: the path from the state, and the message."""
    yield from _in_order(state)
    for i, act in enumerate(state.acts):
        before = state.acts[:i]
        for message in (*_fields(act), *_days(act, state, registry), *_twice(act, before)):
            yield ("acts", i), message
        if act.date is not None:
            for message in _lawful(act, act.date, before, registry):
                yield ("acts", i), message


def _in_order(state: State) -> Iterator[Finding]:
    days = [act.date or dt.date.max for act in state.acts]
    for i, (earlier, later) in enumerate(pairwise(days), 1):
        if later < earlier:
            yield ("acts", i), f"is dated before the act above it ({earlier}); sort by date"


def _fields(act: Act) -> Iterator[str]:
    for name, kinds in BELONGS.items():
        if getattr(act, name) and act.kind not in kinds:
            yield f"a {act.kind} has no {name!r}; leave it out"
    for name in NEEDS.get(act.kind, ()):
        if not getattr(act, name):
            yield f"a {act.kind} needs {name!r}; add it"
    if act.effective_computed and act.effective is None:
        yield "has 'effective_computed' without 'effective'; leave it out"


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
    same = [a for a in before if (a.kind, a.amendment) == (act.kind, act.amendment)]
    if same and act.kind in ONCE:
        yield f"repeats the {act.kind} of {same[0].date}; keep one"


def _lawful(act: Act, date: dt.date, before: tuple[Act, ...], registry: Registry) -> Iterator[str]:
    """Yield what breaks the rules for the act's kind, given the acts before it."""
    kinds = {a.kind for a in before}
    status = standing(before, date).status
    if act.kind is Kind.SIGNATURE and date > treaty.SIGNATURE_CLOSED:
        yield f"signature closed on {treaty.SIGNATURE_CLOSED} (Art. 125(1)); check the date"
    elif act.kind in INSTRUMENTS:
        yield from _instrument(act, date, Kind.SIGNATURE in kinds, status)
    elif act.kind is Kind.NON_INTENTION and status is not Status.SIGNATORY:
        yield "only a signatory can say it will not become a party (VCLT Art. 18(a)); check it"
    elif act.kind is Kind.ACCESSION_WITHDRAWAL and status is not Status.CONTRACTING:
        yield "no instrument awaits entry into force on that day; check the date"
    elif act.kind is Kind.WITHDRAWAL:
        yield from _withdrawal(act, date, before, status)
    elif act.kind is Kind.WITHDRAWAL_REVOCATION and pending_notice(before, date) is None:
        yield "no notice of withdrawal is pending on that day (VCLT Art. 68); check the date"
    elif act.kind is Kind.DECLARATION_124:
        yield from _article_124(act, before)
    elif act.kind is Kind.DECLARATION_124_WITHDRAWAL and Kind.DECLARATION_124 not in kinds:
        yield "there is no declaration under Art. 124 to withdraw; add it"
    elif act.kind is Kind.DECLARATION_12_3:
        yield from _article_12_3(act)
    elif act.kind in {Kind.AMENDMENT, Kind.OPT_OUT_15BIS_4}:
        if status not in {Status.PARTY, Status.CONTRACTING}:
            yield "only a party, or a state with its deposit, can do this (Art. 121); check it"
        if act.amendment and date < registry.amendments[act.amendment].adopted:
            yield f"{act.amendment} was not adopted by then; check the date"


def _instrument(act: Act, date: dt.date, signed: bool, status: Status) -> Iterator[str]:
    if status in {Status.PARTY, Status.CONTRACTING}:
        yield "the state has deposited an instrument already; keep one"
    if act.kind is Kind.SUCCESSION:
        if act.note is None:
            yield "a succession sets its own day of entry into force; explain it in 'note'"
        return
    if act.kind is Kind.ACCESSION and signed:
        yield "a state that signed ratifies, accepts or approves (Art. 125); check the kind"
    if act.kind is not Kind.ACCESSION and not signed:
        yield f"a state that did not sign accedes (Art. 125(3)); check the {act.kind}"
    if act.effective and act.effective != (computed := treaty.entry_into_force(date)):
        yield f"by Art. 126 it is effective on {computed}, not {act.effective}; check both days"


def _withdrawal(act: Act, date: dt.date, before: tuple[Act, ...], status: Status) -> Iterator[str]:
    if status is not Status.PARTY:
        yield "only a party can withdraw (Art. 127(1)); check the date"
    elif pending_notice(before, date):
        yield "a notice of withdrawal is pending already; keep one"
    earliest = treaty.withdrawal_effect(date)
    if act.effective and act.effective < earliest:
        yield f"by Art. 127(1) it takes effect on {earliest} at the earliest; check both days"
    elif act.effective and act.effective > earliest and act.note is None:
        yield f"takes effect after {earliest} (Art. 127(1)); say in 'note' that the notice asks so"


def _article_124(act: Act, before: tuple[Act, ...]) -> Iterator[str]:
    begun = [a.effective for a in before if a.kind in INSTRUMENTS]
    if act.covers_from and act.covers_from not in begun:
        yield "begins on another day than the Statute for the state (Art. 124); check both"
    if act.covers_from and act.covers_until:
        last = act.covers_from.replace(year=act.covers_from.year + 7) - timedelta(days=1)
        if act.covers_until > last:
            yield f"runs for more than seven years (Art. 124); it ends by {last}"


def _article_12_3(act: Act) -> Iterator[str]:
    if act.covers_from is None and act.covers_from_year is None:
        yield "needs 'covers_from', or 'covers_from_year' where no source gives the day"
    if act.covers_from and act.covers_from_year:
        yield "has both 'covers_from' and 'covers_from_year'; keep one"
    if act.covers_from and act.covers_from < treaty.IN_FORCE:
        yield f"covers days before {treaty.IN_FORCE} (Art. 11(1)); check 'covers_from'"
    if act.covers_from and act.covers_until and act.covers_until < act.covers_from:
        yield "ends before it begins; check 'covers_from' and 'covers_until'"
