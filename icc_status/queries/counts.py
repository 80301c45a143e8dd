"""How it got here: how many states had which status on a run of days, and the marked turns."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from icc_status.model import treaty
from icc_status.model.acts import Kind
from icc_status.model.registry import Registry
from icc_status.model.status import Status, pending_notice
from icc_status.queries.categories import WITHDRAWING
from icc_status.queries.events import WITHDRAWAL_EFFECT, Event, events

NOTICES = {Kind.WITHDRAWAL, Kind.WITHDRAWAL_REVOCATION}
VERBS = {
    "notified": ("gives notice of withdrawal", "give notice of withdrawal"),
    "left": ("leaves", "leave"),
}
MANY = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """The number of states of each status at the end of a day.

    `withdrawing` are those of the parties with a notice of withdrawal pending; a day after
    the registry's `as_of` is `projected` from what was notified by then.
    """

    day: dt.date
    numbers: dict[Status, int]
    withdrawing: int
    projected: bool

    @property
    def by_shade(self) -> dict[str, int]:
        """The numbers by shade: parties that stay apart from those about to leave."""
        numbers = {status.value: number for status, number in self.numbers.items()}
        numbers[Status.PARTY] -= self.withdrawing
        return numbers | {WITHDRAWING: self.withdrawing}

    @property
    def states(self) -> int:
        """The number of states that existed."""
        return sum(self.numbers.values())

    @property
    def parties(self) -> int:
        """The number of parties, those about to leave among them."""
        return self.numbers[Status.PARTY]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something to mark, from its first to its last day; `brief` counts where `text` names."""

    first: dt.date
    last: dt.date
    text: str
    brief: str
    projected: bool = False

    @property
    def days(self) -> str:
        """The day, or the first and the last."""
        return f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"


def moment(registry: Registry, day: dt.date) -> Moment:
    """Count the states that existed on a day."""
    numbers = dict.fromkeys(Status, 0)
    withdrawing = 0
    for state in registry.existing(day):
        standing = state.standing(day)
        numbers[standing.status] += 1
        withdrawing += standing.leaving is not None
    return Moment(day, numbers, withdrawing, day > registry.as_of)


def last_change(registry: Registry) -> dt.date:
    """Return the last day on which a status changes, or is notified to change."""
    days = (spell.since for state in registry for spell in state.spells())
    return max(filter(None, days), default=treaty.ADOPTED)


def horizon(registry: Registry, today: dt.date) -> dt.date:
    """Return the last day worth drawing: today, or the end of the year of the last change."""
    return max(today, dt.date(last_change(registry).year, 12, 31))


def years(registry: Registry, until: dt.date) -> list[Moment]:
    """Return the end of each year from 1998 on, then the last known day, then what is projected.

    Of the year ends ahead only those are there by which something changes, and `until`.
    """
    last = min(until.year - 1, max(last_change(registry).year, registry.as_of.year))
    ends = [dt.date(year, 12, 31) for year in range(treaty.ADOPTED.year, last + 1)] + [until]
    if until > registry.as_of:
        ends = sorted({*ends, registry.as_of})
    found: list[Moment] = []
    for day in ends:
        now = moment(registry, day)
        if not now.projected or day == until or now.by_shade != found[-1].by_shade:
            found.append(now)
    return found


def steps(registry: Registry, until: dt.date) -> list[Moment]:
    """Return every day on which a number may change, up to a day, that day, and the last known."""
    days = {treaty.ADOPTED, until, min(until, registry.as_of)}
    for state in registry:
        days |= {spell.since for spell in state.spells() if spell.since}
        days |= {act.date for act in state.acts if act.date and act.kind in NOTICES}
    return [moment(registry, day) for day in sorted(days) if day <= until]


def turns(registry: Registry, until: dt.date) -> list[Turn]:
    """Return what to mark: entry into force (Art. 126), withdrawals (Art. 127), pending notices.

    Withdrawals of one year stand together, and so do the notices of one year that are pending
    on the last known day.
    """
    known = min(until, registry.as_of)
    happened = [event for event in events(registry) if event.date <= until]
    left = [event for event in happened if event.kind == WITHDRAWAL_EFFECT]
    pending = [
        event
        for event in happened
        if event.kind == Kind.WITHDRAWAL and event.act is pending_notice(event.state.acts, known)
    ]
    marked = [*_by_year(pending, known, "notified"), *_by_year(left, known, "left")]
    if until >= treaty.IN_FORCE:
        entered = "the Statute enters into force"
        marked.append(Turn(treaty.IN_FORCE, treaty.IN_FORCE, entered, entered))
    return sorted(marked, key=lambda turn: turn.first)


def _by_year(found: Iterable[Event], known: dt.date, what: str) -> Iterator[Turn]:
    for (_, ahead), group in groupby(found, key=lambda e: (e.date.year, e.date > known)):
        same = list(group)
        names = [event.state.name for event in same]
        verb = VERBS[what][len(same) > 1]
        brief = f"{_and(names)} {verb}" if len(names) < MANY else f"{len(names)} states {verb}"
        yield Turn(same[0].date, same[-1].date, f"{_and(names)} {verb}", brief, ahead)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
