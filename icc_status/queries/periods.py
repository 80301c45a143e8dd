"""A state's answers as periods: what joins to dated events, here and in any engine.

The days on which any state's answer changes cut time into stretches (ISO days compare as text).

Nothing here reads a clock or a file.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from icc_status.model import status, treaty
from icc_status.model.state import State
from icc_status.model.status import Status


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, from `first` to `last` inclusive, on which one status holds.

    `first` is never before 17 July 1998 or the state's existence; `last` is None for the last
    period. `since` is what `State.standing` gives on those days.
    """

    first: dt.date
    last: dt.date | None
    status: Status
    since: dt.date | None

    @property
    def party(self) -> bool:
        """Whether the Statute is in force for the state."""
        return self.status is Status.PARTY


def opening(state: State) -> dt.date:
    """Return the first day on which the state can be asked about."""
    born = state.exists_from.date if state.exists_from else treaty.ADOPTED
    return max(born, treaty.ADOPTED)


def periods(state: State) -> tuple[Period, ...]:
    """Return the periods of a state, without a gap from its first day on.

    What lies ahead is what has been notified.
    """
    first = opening(state)
    return tuple(
        Period(max(spell.since or first, first), spell.until, spell.status, spell.since)
        for spell in status.spells(state.acts)
        if spell.until is None or spell.until >= first
    )


class Timeline:
    """The stretches of time on which no state's answer changes, as sorted ISO days.

    From stretch `ahead` on, nothing is known but what was notified.
    """

    def __init__(self, states: Iterable[State], as_of: dt.date) -> None:
        firsts = {period.first for state in states for period in periods(state)}
        unknown = as_of + dt.timedelta(days=1)
        self.turns = sorted(day.isoformat() for day in firsts | {treaty.ADOPTED, unknown})
        self.ahead = self.stretch(unknown.isoformat())

    def stretch(self, day: str) -> int:
        """Return the number of the stretch that an ISO day lies in; 0 is before the Statute."""
        return bisect_right(self.turns, day)

    def on_each(self, state: State) -> list[Period | None]:
        """Return the state's period on every stretch, None where there is none."""
        known = periods(state)
        starts = [period.first.isoformat() for period in known]
        at = [bisect_right(starts, turn) for turn in self.turns]
        return [None, *(known[n - 1] if n else None for n in at)]
