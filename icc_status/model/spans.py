"""A value and the days on which it holds: what every rule and every table of periods is made of."""

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
class Span(Generic[Value]):
    """A value, and the first and last day on which it holds (None: no end)."""

    value: Value
    first: dt.date | None = None
    last: dt.date | None = None

    def within(self, other: "Span[Other]") -> "Span[Value]":
        """Return the span narrowed to the days that another span shares with it."""
        return Span(
            self.value,
            max(filter(None, (self.first, other.first)), default=None),
            min(filter(None, (self.last, other.last)), default=None),
        )

    def having(self, value: Result) -> "Span[Result]":
        """Return the same days with another value."""
        return Span(value, self.first, self.last)


def span_on(day: dt.date, first: Value, turns: Iterable[tuple[dt.date, Value]]) -> Span[Value]:
    """Return the span that holds on a day, of a value that starts as `first` and turns on days.

    Turns to the value that holds already do not end a span.
    """
    span = Span(first)
    for turn, value in sorted(turns, key=lambda pair: pair[0]):
        if value == span.value:
            continue
        if turn > day:
            return Span(span.value, span.first, turn - ONE_DAY)
        span = Span(value, turn)
    return span


def period(day: dt.date, since: dt.date | None, until: dt.date | None) -> Span[bool]:
    """Return whether a period holds on a day, with the span of days for which that is so."""
    if since is not None and day < since:
        return Span(False, None, since - ONE_DAY)
    if until is not None and day > until:
        return Span(False, until + ONE_DAY, None)
    return Span(True, since, until)


def spans_over(
    first: dt.date, last: dt.date, at: Callable[[dt.date], Span[Value]]
) -> Iterator[Span[Value]]:
    """Yield the spans that a rule gives on the days of a period, in their order."""
    span = at(first)
    yield span
    while span.last is not None and span.last < last:
        span = at(span.last + ONE_DAY)
        yield span
