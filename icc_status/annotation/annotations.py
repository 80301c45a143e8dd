"""The answer for each row of a data set: where its state stood on its day.

A day is looked up once to find its stretch of time. A state has one ready answer for each stretch.
No clock and no file is read here.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from icc_status.annotation import csvtext
from icc_status.annotation.cells import Settled
from icc_status.annotation.csvtext import Joiner
from icc_status.annotation.days import PARTS, DayReader
from icc_status.annotation.tally import KEPT, Tally, named
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


class Lookup(NamedTuple):
    """The quick way from the cells of a row to the text to append: `answers[name][stretches[day]]`.

    The text is None for a row that has to be counted. `value` gives what a cell holds.
    """

    answers: Memo[list[str | None]]
    stretches: Memo[int]
    value: Callable[[str], str]


class Annotator:
    """Gives the text to append to a row: the added cells, each after a delimiter.

    `read` looks up cells as the csv module reads them, `raw` as they are written, with quotes.
    `tell(name, day)` answers and counts a row that a lookup has no text for.
    `line_now` is set to what tells the line of the row.
    """

    def __init__(
        self,
        registry: Registry,
        states: Settled,
        days: DayReader,
        columns: Sequence[str],
        delimiter: str,
        strict: bool = False,
        kept: int = KEPT,
    ) -> None:
        self.tally = Tally(states, days, kept)
        self.timeline = Timeline(registry, registry.as_of)
        self.state_reader = states
        self.day_reader = days
        self.columns = columns
        self.join = Joiner(delimiter)
        self.strict = strict
        self.judged = False
        self.line_now: Callable[[], int] = int
        self.nothing: list[str | None] = [None] * (len(self.timeline.turns) + 2)
        self.blank = self._cells(None, None)
        self.states: Memo[State | None] = Memo(self._state)
        self.settled: Memo[bool] = Memo(states.is_settled)
        self.ends: Memo[int | None] = Memo(self._end)
        self.full: Memo[list[str]] = Memo(lambda iso3: self._texts(registry[iso3]))
        self.quick: Memo[list[str | None]] = Memo(lambda iso3: self._quick(registry[iso3]))
        self.read = Lookup(Memo(self._answers), Memo(self._stretch), str)
        value = partial(_value, delimiter)
        self.raw = Lookup(
            Memo(lambda raw: self.read.answers[value(raw)]),
            Memo(lambda raw: self.read.stretches[value(raw)]),
            value,
        )

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

    def _answers(self, cell: str) -> list[str | None]:
        state = self.states[cell]
        if state is None:
            return self.nothing
        ready, end = self.quick[state.iso3], self.ends[cell]
        return ready if end is None else [*ready[:end], *self.nothing[end:]]

    def _end(self, cell: str) -> int | None:
        """Return the stretch by which the former state that a cell means had ended, if it did."""
        state, last = self.states[cell], self.state_reader.until(cell)
        if state is None or last is None:
            return None
        self.tally.continued[cell] = f"answered as {state.name} up to {last}"
        return self.timeline.stretch(str(last + dt.timedelta(days=1)))

    def _texts(self, state: State) -> list[str]:
        """Return the text of the state's answer on each stretch of time."""
        texts: dict[int, str] = {}
        on_each = self.timeline.on_each(state)
        for period in on_each:
            if id(period) not in texts:  # to compare periods by value would take longer
                texts[id(period)] = self._cells(state, period)
        return [texts[id(period)] for period in on_each]

    def _quick(self, state: State) -> list[str | None]:
        """Return the texts that need no counting; the last place is for cells without a day."""
        first, ahead = self._born(state), self.timeline.ahead
        return [*self.nothing[:first], *self.full[state.iso3][first:ahead], *self.nothing[ahead:]]

    def _born(self, state: State) -> int:
        return self.timeline.stretch(str(opening(state)))

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
        state, stretch, tally = self.states[name], self.read.stretches[day], self.tally
        if stretch == 0:
            tally.before += 1
        elif state is None and self.settled[name]:
            tally.none += 1
        elif state is None or stretch < 0:
            self._unresolved(name if state is None else None, day if stretch < 0 else None)
            return self.blank
        elif (end := self.ends[name]) is not None and stretch >= end:
            self._unresolved(name, None)
            return self.blank
        elif stretch < self._born(state):
            tally.unborn += 1
        elif stretch >= self.timeline.ahead:
            tally.ahead += 1
        return self.full[state.iso3][stretch] if state else self.blank

    def _unresolved(self, name: str | None, day: str | None) -> None:
        """Count a row without an answer, given the cells that were not understood."""
        self.tally.unresolved += 1
        if name is not None:
            if self.strict:
                raise UnresolvedError(named(name, self.state_reader.why(name)))
            self.tally.names.add(name, self.line_now)
        if day is not None:
            if self.strict:
                raise UnresolvedError(self.day_reader.why(day))
            self.tally.days.add(day, self.line_now)


def _value(delimiter: str, raw: str) -> str:
    """Return what a cell holds that is as written, or the cells of a day in several columns."""
    return PARTS.join(csvtext.value(csvtext.show(part, delimiter)) for part in raw.split(PARTS))
