"""A state's answers as periods: what joins to dated events, here and in any engine."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable

from icc_status.model import treaty
from icc_status.model.spans import Span, from_day
from icc_status.model.state import State
from icc_status.model.status import Spell, spells_of

Period = Span[Spell]
"""A spell, and those of its days on which the state can be asked about.

The first day is never before 17 July 1998 or the state's existence, where `value.since` may be.
"""


def opening(state: State) -> dt.date:
    """Return the first day on which the state can be asked about."""
    born = state.exists_from.date if state.exists_from else treaty.ADOPTED
    return max(born, treaty.ADOPTED)


def periods(state: State) -> tuple[Period, ...]:
    """Return the periods of a state, without a gap from its first day on.

    What lies ahead is what has been notified.
    """
    spells = spells_of(state.standings)
    return from_day([spell.having(spell) for spell in spells], opening(state))


class Timeline:
    """The stretches of time on which no state's answer changes, as sorted ISO days.

    ISO days compare as text, so that a day in a file needs no conversion.
    From stretch `ahead` on, nothing is known but what was notified.
    """

    def __init__(self, states: Iterable[State], as_of: dt.date) -> None:
        firsts = {period.first for state in states for period in periods(state)}
        unknown = as_of + dt.timedelta(days=1)
        days = {treaty.ADOPTED, unknown, *firsts}
        self.turns = sorted(day.isoformat() for day in days if day)
        self.ahead = self.stretch(unknown.isoformat())

    def stretch(self, day: str) -> int:
        """Return the number of the stretch that an ISO day lies in; 0 is before the Statute."""
        return bisect_right(self.turns, day)

    def on_each(self, state: State) -> list[Period | None]:
        """Return the state's period on every stretch, None where there is none."""
        known = periods(state)
        starts = [str(period.first) for period in known]
        at = [bisect_right(starts, turn) for turn in self.turns]
        return [None, *(known[n - 1] if n else None for n in at)]
