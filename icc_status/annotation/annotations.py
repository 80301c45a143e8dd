"""The answer for each row of a data set: where its state stood on its day.

A day is looked up once to find its stretch of time. A state has one ready answer for each stretch.
No clock and no file is read here.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from icc_status.annotation.cells import DayReader, Settled
from icc_status.annotation.tally import Tally, named
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.queries.periods import Period, Timeline, opening

V = TypeVar("V")

REMEMBERED = 20_000
"""How many different cells are kept: memory must not grow with the rows."""

LONG = 200
"""Longer cells are not kept."""

OF_STATES: dict[str, Callable[[State], str]] = {
    "iso3": lambda state: state.iso3,
    "iso2": lambda state: state.iso2,
    "name": lambda state: state.name,
    "region": lambda state: state.region,
}
"""The columns that a state has whether or not it existed on the day."""

OF_PERIODS: dict[str, Callable[[Period], str]] = {
    "status": lambda period: period.value.status.value,
    "party": lambda period: "true" if period.value.party else "false",
    "since": lambda period: str(period.value.since or ""),
    "until": lambda period: str(period.last or ""),
}
"""The columns that follow from the day."""

COLUMNS = (*OF_STATES, *OF_PERIODS)
DEFAULT = ("iso3", "status", "party", "since")


class UnresolvedError(Exception):
    """A row that cannot be answered, where the user wants to stop at the first."""


class Memo(dict[str, V], Generic[V]):
    """Results by cell: computed once, and forgotten when there are too many."""

    def __init__(self, compute: Callable[[str], V]) -> None:
        self.compute = compute

    def __missing__(self, key: str) -> V:
        if len(key) > LONG:
            return self.compute(key)
        if len(self) >= REMEMBERED:
            self.clear()
        value = self[key] = self.compute(key)
        return value


class Annotator:
    """Gives the text to append to a row: the added cells, each after a delimiter.

    `answers[name][stretches[day]]` is the quick way. It is None for a row that has to be counted;
    `tell(name, day)` answers and counts such a row.
    """

    def __init__(
        self,
        registry: Registry,
        states: Settled,
        days: DayReader,
        columns: Sequence[str],
        join: Callable[[Iterable[str]], str],
        strict: bool = False,
    ) -> None:
        self.tally = Tally()
        self.timeline = Timeline(registry, registry.as_of)
        self.state_reader = states
        self.day_reader = days
        self.columns = columns
        self.join = join
        self.strict = strict
        self.judged = False
        self.nothing: list[str | None] = [None] * (len(self.timeline.turns) + 2)
        self.states: Memo[State | None] = Memo(self._state)
        self.stretches: Memo[int] = Memo(self._stretch)
        self.full: Memo[list[str]] = Memo(lambda iso3: self._texts(registry[iso3]))
        self.answers: Memo[list[str | None]] = Memo(self._quick)

    def judge(self) -> None:
        """Judge the cells that were read so far together, and from now on each new one.

        Raises QuestionError when the column of states must be read otherwise.
        """
        self.judged = True
        self.state_reader.judge(self.states.keys())

    def _state(self, cell: str) -> State | None:
        if self.judged:
            self.state_reader.judge([cell])
        return self.state_reader.get(cell)

    def _stretch(self, cell: str) -> int:
        day = self.day_reader.get(cell)
        return -1 if day is None else self.timeline.stretch(day)

    def _texts(self, state: State) -> list[str]:
        on_each = self.timeline.on_each(state)
        texts = {period: self._cells(state, period) for period in set(on_each)}
        return [texts[period] for period in on_each]

    def _quick(self, cell: str) -> list[str | None]:
        """Return the answers that need no counting; the last place is for cells without a day."""
        state = self.states[cell]
        if state is None:
            return self.nothing
        first, ahead = self.timeline.stretch(str(opening(state))), self.timeline.ahead
        return [*self.nothing[:first], *self.full[state.iso3][first:ahead], *self.nothing[ahead:]]

    def _cells(self, state: State | None, period: Period | None) -> str:
        return self.join(self._cell(column, state, period) for column in self.columns)

    def _cell(self, column: str, state: State | None, period: Period | None) -> str:
        if column in OF_STATES:
            return OF_STATES[column](state) if state else ""
        return OF_PERIODS[column](period) if period else ""

    def tell(self, name: str, day: str) -> str:
        """Return the text to append to a row that has to be counted, and count the row.

        Raises UnresolvedError when the row cannot be answered and the annotator is strict.
        """
        state, stretch, tally = self.states[name], self.stretches[day], self.tally
        if state is None and self.state_reader.is_settled(name):
            tally.none += 1
            return self._cells(None, None)
        if state is None or stretch < 0:
            return self._unresolved(name, day)
        if stretch == 0:
            tally.before += 1
        elif stretch < self.timeline.stretch(str(opening(state))):
            tally.unborn += 1
        elif stretch >= self.timeline.ahead:
            tally.ahead += 1
        return self.full[state.iso3][stretch]

    def _unresolved(self, name: str, day: str) -> str:
        self.tally.unresolved += 1
        if self.states[name] is None:
            if self.strict:
                raise UnresolvedError(named(name, self.state_reader.why(name)))
            self.tally.names.add(name)
        if self.stretches[day] < 0:
            if self.strict:
                raise UnresolvedError(self.day_reader.why(day))
            self.tally.days.add(day)
        return self._cells(None, None)
