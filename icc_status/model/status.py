"""What follows from a state's acts on each day. Nothing else decides a status."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from icc_status.model.acts import INSTRUMENTS, Act, Kind, acts_in_effect
from icc_status.model.spans import Span, spans_of


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


DECIDING = INSTRUMENTS | {
    Kind.SIGNATURE,
    Kind.NON_INTENTION,
    Kind.ACCESSION_WITHDRAWAL,
    Kind.WITHDRAWAL,
    Kind.WITHDRAWAL_REVOCATION,
}
"""The kinds of act that can change a status."""


@dataclass(frozen=True, slots=True)
class Spell(Span[Status]):
    """A span of days with one status: from `since` to `until`, both inclusive.

    `since` None means since 17 July 1998; `until` None means that no end is known.
    """

    @property
    def status(self) -> Status:
        """The status that holds in the spell."""
        return self.value

    @property
    def since(self) -> dt.date | None:
        """The first day of the spell."""
        return self.first

    @property
    def until(self) -> dt.date | None:
        """The last day of the spell."""
        return self.last

    @property
    def party(self) -> bool:
        """Whether the Statute is in force for the state."""
        return self.value is Status.PARTY


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
    """Return the status that follows from the acts on a day, since when, and until when."""
    spans = standings(acts)
    return next(span.value for span in reversed(spans) if span.first is None or span.first <= on)


def standings(acts: Iterable[Act]) -> tuple[Span[Standing], ...]:
    """Return the spans of days with one standing that follow from the acts.

    This is the one place that knows: Art. 126 for entry into force and Art. 127 for withdrawal
    (through the effective days stored on the acts), Art. 18(a) VCLT for a signature disowned.
    What lies ahead is what has been notified.
    """
    deciding = [act for act in acts if act.kind in DECIDING and act.date is not None]
    now = Standing(Status.NON_SIGNATORY, None)
    turns: list[tuple[dt.date, Standing]] = []
    for day in sorted({day for act in deciding for day in (act.date, act.effective) if day}):
        status = _status(deciding, day)
        notice = pending_notice(deciding, day)
        since = now.since if status is now.status else day
        now = Standing(status, since, notice.effective if notice else None)
        turns.append((day, now))
    return spans_of(turns, Standing(Status.NON_SIGNATORY, None))


def spells(acts: Iterable[Act]) -> tuple[Spell, ...]:
    """Return the spells of status that follow from the acts; the first is open at its start."""
    return spells_of(standings(acts))


def spells_of(standings: Iterable[Span[Standing]]) -> tuple[Spell, ...]:
    """Return the spells of status in a row of standings."""
    turns = [(span.first, span.value.status) for span in standings if span.first]
    spans = spans_of(turns, Status.NON_SIGNATORY)
    return tuple(Spell(span.value, span.first, span.last) for span in spans)


def pending_notice(acts: Iterable[Act], on: dt.date) -> Act | None:
    """Return the notice of withdrawal pending on a day: received, not taken back, not in effect."""
    notices = [act for act in acts_in_effect(acts, on) if act.kind is Kind.WITHDRAWAL]
    if not notices or notices[-1].effective is None or notices[-1].effective <= on:
        return None
    return notices[-1]


def _status(acts: Sequence[Act], on: dt.date) -> Status:
    """Return the status on a day: the last of the acts that has effect by then decides."""
    status = Status.NON_SIGNATORY
    for act in (*acts_in_effect(acts, on), *_reaching_back(acts, on)):
        in_effect = act.effective is not None and act.effective <= on
        match act.kind:
            case Kind.SIGNATURE:
                status = Status.SIGNATORY
            case Kind.NON_INTENTION:
                status = Status.RENOUNCED
            case Kind.WITHDRAWAL:
                status = Status.WITHDRAWN if in_effect else status
            case _:
                status = Status.PARTY if in_effect else Status.CONTRACTING
    return status


def _reaching_back(acts: Iterable[Act], on: dt.date) -> list[Act]:
    """Return the successions in effect by a day on which they were not yet notified."""
    return [
        act
        for act in acts
        if act.kind in INSTRUMENTS and act.effective and act.effective <= on < (act.date or on)
    ]
