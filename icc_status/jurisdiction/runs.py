"""Runs of days on which one answer holds: what every rule is made of."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

Value = TypeVar("Value")
Other = TypeVar("Other")
Result = TypeVar("Result")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run(Generic[Value]):
    """A value, and the first and last day of the run on which it holds (None: no end)."""

    value: Value
    since: dt.date | None = None
    until: dt.date | None = None

    def within(self, other: "Run[Other]") -> "Run[Value]":
        """Return the run narrowed to the days that another run shares with it."""
        return Run(
            self.value,
            max(filter(None, (self.since, other.since)), default=None),
            min(filter(None, (self.until, other.until)), default=None),
        )

    def having(self, value: Result) -> "Run[Result]":
        """Return the same days with another value."""
        return Run(value, self.since, self.until)


def run_on(day: dt.date, first: Value, turns: Iterable[tuple[dt.date, Value]]) -> Run[Value]:
    """Return the run that holds on a day, of a value that starts as `first` and turns on days.

    Turns to the value that holds already do not end a run.
    """
    run = Run(first)
    for turn, value in sorted(turns, key=lambda pair: pair[0]):
        if value == run.value:
            continue
        if turn > day:
            return Run(run.value, run.since, turn - ONE_DAY)
        run = Run(value, turn)
    return run


def period(day: dt.date, since: dt.date | None, until: dt.date | None) -> Run[bool]:
    """Return whether a period holds on a day, with the run of days for which that is so."""
    if since is not None and day < since:
        return Run(False, None, since - ONE_DAY)
    if until is not None and day > until:
        return Run(False, until + ONE_DAY, None)
    return Run(True, since, until)


def runs_over(
    first: dt.date, last: dt.date, at: Callable[[dt.date], Run[Value]]
) -> Iterator[Run[Value]]:
    """Yield the runs that a rule gives on the days of a period, in their order."""
    run = at(first)
    yield run
    while run.until is not None and run.until < last:
        run = at(run.until + ONE_DAY)
        yield run
