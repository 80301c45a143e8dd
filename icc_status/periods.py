"""A state's answers as periods: what joins to dated events, here and in any engine.

Nothing here reads a clock or a file.
"""

import datetime as dt
from dataclasses import dataclass

from icc_status import standing, treaty
from icc_status.standing import Status
from icc_status.state import State


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
        for spell in standing.spells(state.acts)
        if spell.until is None or spell.until >= first
    )
