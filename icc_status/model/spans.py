"""A value and the days on which it holds: spells, periods and every rule are made of these."""

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
    """A value, and the first and last day on which it holds.

    `first` None means no known beginning, `last` None means no end.
    """

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


def spans_of(
    turns: Iterable[tuple[dt.date, Value]], before: Value, first: dt.date | None = None
) -> tuple[Span[Value], ...]:
    """Return the spans of a value that is `before` from day `first` on, and turns on some days.

    They follow each other without a gap. A turn to the value that holds already ends no span.
    """
    starts: list[tuple[dt.date | None, Value]] = [(first, before)]
    for day, value in sorted(turns, key=lambda turn: turn[0]):
        if day == starts[-1][0]:
            starts.pop()
        if not starts or value != starts[-1][1]:
            starts.append((day, value))
    ends = [day - ONE_DAY for day, _ in starts[1:] if day is not None]
    return tuple(
        Span(value, day, last) for (day, value), last in zip(starts, [*ends, None], strict=True)
    )


def from_day(spans: Iterable[Span[Value]], first: dt.date) -> tuple[Span[Value], ...]:
    """Return what of some spans lies on a day or after it."""
    rest = Span(None, first)
    return tuple(s.within(rest) for s in spans if s.last is None or s.last >= first)


def span_on(day: dt.date, before: Value, turns: Iterable[tuple[dt.date, Value]]) -> Span[Value]:
    """Return the span that holds on a day, of a value that is `before` and turns on some days."""
    spans = spans_of(turns, before)
    return next(s for s in reversed(spans) if s.first is None or s.first <= day)


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
