"""How many rows of a data set were answered, and why the others were not."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from shlex import quote

from icc_status.annotation.cells import Cause, StateReader
from icc_status.annotation.days import DayReader
from icc_status.model.treaty import ADOPTED

KEPT = 1_000
"""How many different wrong cells are kept: memory must not grow with the rows."""

REMEMBERED = 10_000
"""How many causes are kept: to find one again takes longer."""

KEPT_FOR_REPORT = 100_000
"""How many are kept where a report is asked for."""

EXAMPLES = 5
"""How many cells or lines are shown for one cause."""

LONG = 200
"""How many characters of a wrong cell are kept."""

SHOWN = 60
"""How many characters of a wrong cell are shown among others."""


REPORT = ("column", "value", "rows", "first_line", "reason")
"""The header of a report."""

ESCAPES = (
    ". Quotes escaped by a backslash are not CSV: let the program that wrote the file double them"
    ' ("")'
)


@dataclass(slots=True)
class Fault:
    """A wrong cell: the cause, in how many rows, and the first of their lines."""

    cause: Cause
    line: int
    rows: int = 0


class Faults:
    """The wrong cells of a column, and how often each came."""

    def __init__(self, reader: StateReader | DayReader, kept: int = KEPT) -> None:
        self.reader = reader
        self.cause = lru_cache(REMEMBERED)(reader.cause)
        self.kept = kept
        self.cells: dict[str, Fault] = {}
        self.others: Counter[Cause] = Counter()

    def add(self, cell: str, line: Callable[[], int]) -> None:
        """Count a wrong cell. When too many different ones are kept, new ones have no name."""
        key = cell if len(cell) <= LONG else f"{cell[:LONG]}…"
        fault = self.cells.get(key)
        if fault is None:
            cause = self.cause(cell) if key is cell else self.cause.__wrapped__(cell)
            if len(self.cells) >= self.kept:
                self.others[cause] += 1
                return
            fault = self.cells[key] = Fault(cause, line())
        fault.rows += 1

    @property
    def rows(self) -> int:
        """In how many rows the cell was not understood."""
        return sum(self.causes().values())

    def causes(self) -> Counter[Cause]:
        """Return how many rows each cause has."""
        rows = Counter(self.others)
        for fault in self.cells.values():
            rows[fault.cause] += fault.rows
        return rows

    def lines(self) -> Iterator[str]:
        """Yield a line for each cause, that of most rows first."""
        for cause, count in self.causes().most_common():
            yield f"{in_rows(count)}: {self._about(cause)}"

    def _about(self, cause: Cause) -> str:
        cells = sorted(
            (cell for cell, fault in self.cells.items() if fault.cause == cause),
            key=lambda cell: -self.cells[cell].rows,
        )
        if len(cells) == 1 and not self.others[cause] and len(cells[0]) <= LONG:
            return _ended(
                named(cells[0], self.reader.why(cells[0])), _about_one(cause.advice, cells[0])
            )
        shown = ", ".join(self._shown(cell) for cell in cells[:EXAMPLES])
        more = " and others" if self.others[cause] else ""
        if not more and len(cells) > EXAMPLES:
            more = f" and {len(cells) - EXAMPLES:,} more"
        return _ended(f"{cause.text}: {shown}{more}", cause.advice)

    def _shown(self, cell: str) -> str:
        if len(cell) > SHOWN:
            return repr(f"{cell[:SHOWN]}…")
        close = self.reader.suggest(cell)
        return f"{cell!r} ({' or '.join(close)}?)" if close else repr(cell)


def named(cell: str, reason: str) -> str:
    """Return a reason that names its cell."""
    return f"{cell!r}: {reason}" if cell.strip() and repr(cell) not in reason else reason


def in_rows(count: int) -> str:
    """Return a number of rows in words."""
    return "1 row" if count == 1 else f"{count:,} rows"


def _about_one(advice: str, cell: str) -> str:
    """Return advice on --map with the cell in it, as a shell takes it."""
    if not cell.isprintable() or "=" in cell:
        return advice
    for option in ("NAME=STATE", "NAME="):
        advice = advice.replace(f"'{option}'", quote(option.replace("NAME", cell.strip())))
    return advice


def _ended(sentence: str, advice: str) -> str:
    """Return a sentence with the advice after it, unless it has some already."""
    if not advice or "--map" in sentence or advice.casefold() in sentence.casefold():
        return sentence
    return f"{sentence}{'' if sentence[-1] in '?.)' else '.'} {advice}"


@dataclass
class RowCounts:
    """How many rows there were, and how many of an unusual form.

    `irregular` rows have a quote where the rules of CSV have no place for one; they are left as
    they are. `escapes` says that some of them have it after a backslash.
    """

    rows: int = 0
    ragged: int = 0
    irregular: int = 0
    irregular_lines: list[int] = field(default_factory=list)
    escapes: bool = False

    def add_irregular(self, line: int, escapes: bool) -> None:
        """Count a row that is left as it is."""
        self.irregular += 1
        self.escapes = self.escapes or escapes
        if len(self.irregular_lines) < EXAMPLES:
            self.irregular_lines.append(line)

    def remarks(self) -> Iterator[str]:
        """Yield a line for each unusual form."""
        if self.ragged:
            yield f"{in_rows(self.ragged)}: more or fewer cells than the header"
        if self.irregular:
            lines = ", ".join(f"{line:,}" for line in self.irregular_lines)
            more = f" and {self.irregular - EXAMPLES:,} more" if self.irregular > EXAMPLES else ""
            word = "line" if self.irregular == 1 else "lines"
            yield (
                f"{in_rows(self.irregular)}: unchanged, a quote stands where CSV has no place for"
                f" one: {word} {lines}{more}{ESCAPES if self.escapes else ''}"
            )


class Tally:
    """How many rows were answered for one column of states, and how many of each case."""

    def __init__(self, states: StateReader, days: DayReader, kept: int = KEPT) -> None:
        self.unresolved = 0
        self.none = 0
        self.unborn = 0
        self.before = 0
        self.ahead = 0
        self.continued: dict[str, str] = {}
        self.names = Faults(states, kept)
        self.days = Faults(days, kept)

    def remarks(self, counts: RowCounts, as_of: object) -> Iterator[str]:
        """Yield a line about all rows, then one for each case and each cause."""
        unresolved = self.unresolved + counts.irregular
        without = self.none + self.unborn + self.before
        answered = counts.rows - unresolved - without
        rest = f", {without:,} with nothing to answer" if without else ""
        yield f"{in_rows(counts.rows)}: {answered:,} answered, {unresolved:,} unresolved{rest}"
        if self.unborn:
            yield f"{in_rows(self.unborn)}: the state did not exist on the day"
        if self.before:
            yield f"{in_rows(self.before)}: before {ADOPTED}, when the Statute was adopted"
        if self.none:
            yield f"{in_rows(self.none)}: left empty, as settled"
        if self.ahead:
            yield f"{in_rows(self.ahead)}: after {as_of}, answered from what was notified by then"
        for state, names in _grouped(self.continued).items():
            yield f"{', '.join(names)}: {state}, under whose name the depositary lists its acts"
        yield from self.names.lines()
        yield from self.days.lines()

    def whole_column(self, rows: int) -> str | None:
        """Return a line about a column of which not one cell was understood, or None."""
        for faults in (self.names, self.days):
            if rows and faults.rows == rows:
                return f"not one row is answered so far: {next(faults.lines())}"
        return None


def _grouped(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the first names of each text, in their order."""
    groups: dict[str, list[str]] = {}
    for name, text in texts.items():
        names = groups.setdefault(text, [])
        if len(names) < EXAMPLES:
            names.append(repr(name))
    return groups


def report_of(faults_of: Iterable[tuple[str, Faults]]) -> str:
    """Return a CSV file of all values that were not understood, given those of each column."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REPORT)
    for column, faults in faults_of:
        for value, fault in sorted(faults.cells.items(), key=lambda item: -item[1].rows):
            writer.writerow([column, value, fault.rows, fault.line, fault.cause.text])
        for cause, rows in faults.others.items():
            writer.writerow([column, "", rows, "", f"other values: {cause.text}"])
    return out.getvalue()
