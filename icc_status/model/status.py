"""What follows from a state's acts on a given day: the one place that knows.

Nothing here reads a clock or a file.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from icc_status.model.acts import INSTRUMENTS, Act, Kind


class Status(StrEnum):
    """Where a state stands towards the Statute on one day; exactly one holds."""

    PARTY = "party"
    CONTRACTING = "contracting"
    SIGNATORY = "signatory"
    RENOUNCED = "renounced"
    WITHDRAWN = "withdrawn"
    NON_SIGNATORY = "non-signatory"

    @property
    def label(self) -> str:
        """The status in words, as tables print it."""
        return _LABELS[self]


_LABELS = {
    Status.PARTY: "State Party",
    Status.CONTRACTING: "Contracting State, not yet a party",
    Status.SIGNATORY: "Signatory",
    Status.RENOUNCED: "Signatory that does not intend to become a party",
    Status.WITHDRAWN: "Former State Party",
    Status.NON_SIGNATORY: "Non-signatory",
}


@dataclass(frozen=True)
class Spell:
    """A run of days with one status: from `since` (None: since 17 July 1998) to `until`, inclusive.

    `until` is None for the last spell.
    """

    status: Status
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True)
class Standing:
    """What follows from a state's acts on one day.

    `since` is the first day of the status (None for a state that never did anything), and
    `leaving` the day on which a pending withdrawal will take effect (Art. 127(1)).
    """

    status: Status
    since: dt.date | None
    leaving: dt.date | None = None


def standing(acts: Iterable[Act], on: dt.date) -> Standing:
    """Return the status that follows from the acts on a day, since when, and until when.

    This is the one place that knows: Art. 126 for entry into force and Art. 127 for withdrawal
    (through the effective days stored on the acts), Art. 18(a) VCLT for a signature disowned.
    """
    acts = tuple(acts)
    now = [spell for spell in spells(acts) if spell.since is None or spell.since <= on][-1]
    notice = pending_notice(acts, on)
    return Standing(now.status, now.since, notice.effective if notice else None)


def spells(acts: Iterable[Act], born: dt.date | None = None) -> tuple[Spell, ...]:
    """Return the spells of status that follow from the acts, for a state born on a day."""
    starts: list[tuple[dt.date | None, Status]] = [(born, Status.NON_SIGNATORY)]
    for day, status in sorted(_turns(acts).items()):
        if day == starts[-1][0]:
            starts.pop()
        if not starts or status is not starts[-1][1]:
            starts.append((day, status))
    ends = [day - timedelta(days=1) for day, _ in starts[1:] if day is not None]
    return tuple(
        Spell(status, day, end) for (day, status), end in zip(starts, [*ends, None], strict=True)
    )


def pending_notice(acts: Iterable[Act], on: dt.date) -> Act | None:
    """Return the notice of withdrawal pending on a day: received, not taken back, not in effect."""
    notice = None
    for act in acts:
        if act.done_by(on):
            if act.kind is Kind.WITHDRAWAL:
                notice = act
            elif act.kind is Kind.WITHDRAWAL_REVOCATION:
                notice = None
    if notice is None or notice.effective is None or notice.effective <= on:
        return None
    return notice


def _turns(acts: Iterable[Act]) -> dict[dt.date, Status]:
    """Return the days on which the status is set, and what it is set to."""
    turns: dict[dt.date, Status] = {}
    before_deposit = Status.NON_SIGNATORY
    promised: dt.date | None = None  # a day of effect that a later act may still forestall
    for act in acts:
        if act.date is None:
            continue
        match act.kind:
            case Kind.SIGNATURE:
                turns[act.date] = before_deposit = Status.SIGNATORY
            case Kind.NON_INTENTION:
                turns[act.date] = before_deposit = Status.RENOUNCED
            case kind if kind in INSTRUMENTS:
                promised = act.effective
                if promised is None or act.date < promised:
                    turns[act.date] = Status.CONTRACTING
                if promised is not None:
                    turns[promised] = Status.PARTY
            case Kind.ACCESSION_WITHDRAWAL:
                _forestall(turns, promised)
                turns[act.date] = before_deposit
            case Kind.WITHDRAWAL if act.effective is not None:
                promised = act.effective
                turns[promised] = before_deposit = Status.WITHDRAWN
            case Kind.WITHDRAWAL_REVOCATION:
                _forestall(turns, promised)
    return turns


def _forestall(turns: dict[dt.date, Status], promised: dt.date | None) -> None:
    if promised is not None:
        turns.pop(promised, None)
