"""How many rows of a data set were answered, and why the others were not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from icc_status.model.treaty import ADOPTED

NAMED = 1_000
"""How many different wrong values are kept: memory must not grow with the rows."""

SHOWN = 100
"""How many characters of such a value are shown."""


@dataclass
class Faults:
    """The different values that were not understood, and how often each came."""

    counts: dict[str, int] = field(default_factory=dict)
    unnamed: int = 0

    def add(self, value: str) -> None:
        """Count a value. After a thousand different ones, new ones are counted together."""
        value = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
        if value in self.counts or len(self.counts) < NAMED:
            self.counts[value] = self.counts.get(value, 0) + 1
        else:
            self.unnamed += 1

    def lines(self, why: Callable[[str], str]) -> Iterator[str]:
        """Return a line for each value, the commonest first."""
        for value, count in sorted(self.counts.items(), key=lambda item: -item[1]):
            yield f"{_rows(count)}: {named(value, why(value))}"
        if self.unnamed:
            yield f"{_rows(self.unnamed)}: other values not understood; is this the right column?"


def named(value: str, reason: str) -> str:
    """Return a reason that names its value."""
    return f"{value!r}: {reason}" if value.strip() and repr(value) not in reason else reason


@dataclass
class Tally:
    """How many rows there were, and how many of each case."""

    rows: int = 0
    unresolved: int = 0
    none: int = 0
    unborn: int = 0
    before: int = 0
    ahead: int = 0
    ragged: int = 0
    names: Faults = field(default_factory=Faults)
    days: Faults = field(default_factory=Faults)

    def remarks(self, as_of: object) -> Iterator[str]:
        """Yield a line about all rows, then one for each case that is not an error."""
        empty = self.unresolved + self.none + self.unborn + self.before
        yield f"{_rows(self.rows)}: {self.rows - empty:,} answered, {self.unresolved:,} unresolved"
        if self.unborn:
            yield f"{_rows(self.unborn)}: the state did not exist on the day"
        if self.before:
            yield f"{_rows(self.before)}: before {ADOPTED}, when the Statute was adopted"
        if self.none:
            yield f"{_rows(self.none)}: left empty, as settled"
        if self.ahead:
            yield f"{_rows(self.ahead)}: after {as_of}, answered from what was notified by then"
        if self.ragged:
            yield f"{_rows(self.ragged)}: more or fewer cells than the header"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
