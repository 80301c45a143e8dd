"""Read the day of a row: from one cell or from three, with --date-format and --year-at.

Days are ISO text here: as text they compare like days, and cost less.
"""

import datetime as dt
import re
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Protocol

from icc_status.annotation.cells import Cause
from icc_status.errors import QuestionError
from icc_status.model.days import EMPTY, AmbiguousDayError, read_days, read_parts

Days = tuple[dt.date, dt.date]
"""The first and the last day of what a cell names: a day, a month or a year."""

PARTS = "\x1c"
"""What stands between a year, a month and a day that come from three columns."""

ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])?)?"
)
"""The form that most data sets write, which is read without a look at the others."""

TIME = re.compile(
    r"(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9]){1,2}|(?:0?[1-9]|1[0-2])(?::[0-5][0-9]){1,2} [AP]M"
)
"""A time after a day; rows may have a different one each, and the day is read without it."""

ALONE = re.compile(r"[0-9./-]+")
"""A day before a blank that cannot have a time of its own."""

REMEMBERED = 10_000
"""How many days are kept: to read one again takes longer."""

LONGEST = 40
"""Longer cells are not kept."""

EXCEL = "excel"
EXCEL_BEGINS = dt.date(1899, 12, 30)
EXCEL_NUMBER = re.compile(r"([0-9]{2,7})(?:\.[0-9]*)?", re.ASCII)
"""A day as spreadsheets count them; what comes after the point is the time."""

EXCEL_FIRST, EXCEL_LAST = 61, 2_958_465
"""1 March 1900, before which spreadsheets count a day that never was, and 31 December 9999."""

BLANK = ("", "", "")
WHOLE = 3
"""So many parts make a whole day: year, month and day."""

WITHIN_WEEKS = re.compile(r"%[aAuUVwW]")
"""What Python reads and passes over where the rest is no whole day."""

SAMPLES = (dt.datetime(2003, 4, 15, 13, 45), dt.datetime(2012, 11, 28, 6, 30))


class DayReader(Protocol):
    """Reads the day that a cell means."""

    def get(self, text: str) -> str | None:
        """Return the ISO day, or None."""

    def why(self, text: str) -> str:
        """Return why there is none, and what to do."""

    def cause(self, text: str) -> Cause:
        """Return why there is none, for this cell and others like it."""

    def suggest(self, text: str) -> list[str]:
        """Return nothing: a day is never guessed."""


class OneDay:
    """One day for all rows, whatever the cell holds."""

    def __init__(self, day: dt.date) -> None:
        self.day = day.isoformat()

    def get(self, text: str) -> str:
        """Return the day."""
        return self.day

    def why(self, text: str) -> str:
        """Return nothing: there is always a day."""
        return ""

    def cause(self, text: str) -> Cause:
        """Return nothing: there is always a day."""
        return Cause("")

    def suggest(self, text: str) -> list[str]:
        """Return nothing."""
        return []


class ByDay:
    """Cells hold a day, a month or a year: in any form that has one reading, or in given formats.

    `year_at` says which day a month or a year means: its start or its end.
    """

    def __init__(self, year_at: str | None = None, formats: Sequence[str] = ()) -> None:
        self.year_at = year_at
        self.formats = {form: _format_reader(form) for form in formats}
        self._known = lru_cache(REMEMBERED)(self._iso)

    def get(self, text: str) -> str | None:
        """Return the ISO day, or None."""
        if not self.formats and ISO.fullmatch(text):
            with suppress(ValueError):
                return dt.date.fromisoformat(text[:10]).isoformat()
        if len(text) > LONGEST:
            return self._iso(text)
        day, _, time = text.partition(" ")
        plain = not self.formats and not self.year_at
        if plain and TIME.fullmatch(time) and ALONE.fullmatch(day):
            return self._known(day)
        return self._known(text)

    def _iso(self, text: str) -> str | None:
        try:
            return self._read(text).isoformat()
        except QuestionError:
            return None

    def why(self, text: str) -> str:
        """Return why the cell holds no day."""
        try:
            return f"{text!r} is {self._read(text)}"
        except QuestionError as error:
            return str(error)

    def cause(self, text: str) -> Cause:
        """Return why this cell and others like it hold no day."""
        why = self.why(text).replace(f" ({text.strip()!r})", "").replace(repr(_shown(text)), "")
        reason, _, advice = why.strip().partition(": ")
        if " or " in reason or " and " in reason:
            reason = "two days each"
        reason = reason.removeprefix("is ").removeprefix("has ")
        return Cause(reason, advice and f"{advice[0].upper()}{advice[1:]}")

    def suggest(self, text: str) -> list[str]:
        """Return nothing: a day is never guessed."""
        return []

    def _read(self, text: str) -> dt.date:
        first, last = self._days(text)
        if first == last or self.year_at == "start":
            return first
        if self.year_at == "end":
            return last
        what = "a year" if (first.month, last.month) == (1, 12) else "a month"
        raise QuestionError(f"{_shown(text)!r} is {what}: pass --year-at start or --year-at end")

    def _days(self, text: str) -> Days:
        """Return the first and the last day; raises QuestionError unless there is one reading."""
        if PARTS in text:
            return _from_columns(text)
        if self.formats:
            return self._by_formats(text)
        try:
            return read_days(text)
        except AmbiguousDayError as error:
            options = " or ".join(f"--date-format {form}" for form in error.readings)
            reading, _, _ = str(error).partition(": ")
            raise QuestionError(f"{reading}: pass {options}") from None
        except QuestionError as error:
            reason, _, advice = str(error).rpartition(": ")
            raise QuestionError(f"{reason}: {_advice(reason, advice)}") from None

    def _by_formats(self, text: str) -> Days:
        if text.strip().casefold() in EMPTY:
            raise QuestionError("the day is empty")
        readings = {form: days for form, read in self.formats.items() if (days := read(text))}
        if not readings:
            raise QuestionError(f"{text!r} is not a day in the --date-format")
        if len(set(readings.values())) > 1:
            each = " and ".join(f"{first} by {form}" for form, (first, _) in readings.items())
            raise QuestionError(f"{text!r} is {each}: keep one --date-format")
        return next(iter(readings.values()))


def _shown(text: str) -> str:
    """Return a cell, or the cells of a day in several columns, as they are named to a person."""
    return text.replace(PARTS, "-").rstrip("-") if PARTS in text else text


def _advice(reason: str, advice: str) -> str:
    """Return what to do about a cell that has no reading without an option."""
    if reason.endswith(" is a number, not a day"):
        return "pass --date-format excel where a spreadsheet counted the days"
    if reason.endswith(" has a year of two digits"):
        return "pass a --date-format such as %d-%b-%y"
    return advice


def _from_columns(text: str) -> Days:
    """Return the days of a year, a month and perhaps a day that stand in columns of their own."""
    parts = text.split(PARTS)
    if len(parts) > 3:
        raise QuestionError(f"{_shown(text)!r} is not a day")
    if parts[0].strip().casefold() in EMPTY:
        raise QuestionError("the year is empty")
    return read_parts(*parts, *[""] * (3 - len(parts)))


def _format_reader(form: str) -> Callable[[str], Days | None]:
    """Return what reads cells of a format; raises QuestionError where it gives no day."""
    if form.casefold() == EXCEL:
        return _from_excel
    try:
        (given,) = {_parts_given(form, sample) for sample in SAMPLES}
    except (ValueError, re.error):  # re's where Python takes a directive only once
        raise QuestionError(
            f"--date-format {form!r} gives no day: write it as in %d/%m/%Y, or excel"
        ) from None

    def read(text: str) -> Days | None:
        try:
            day = dt.datetime.strptime(text.strip(), form)
        except ValueError:
            return None
        return read_parts(
            *[str(part) for part in (day.year, day.month, day.day)[:given]], *BLANK[given:]
        )

    return read


def _parts_given(form: str, sample: dt.datetime) -> int:
    """Return how much a format gives: 1 the year, 2 the month too, 3 the day too.

    Raises ValueError where it gives none of these.
    """
    with warnings.catch_warnings():  # Python 3.13 warns of a format without a year: it is refused
        warnings.simplefilter("ignore", DeprecationWarning)
        read = dt.datetime.strptime(sample.strftime(form), form)
    days = [sample.replace(month=1, day=1), sample.replace(day=1), sample]
    given = 1 + [day.date() for day in days].index(read.date())
    if given < WHOLE and WITHIN_WEEKS.search(form):
        raise ValueError("strptime would pass over a week, or a day of it")
    return given


def _from_excel(text: str) -> Days | None:
    number = EXCEL_NUMBER.fullmatch(text.strip())
    if number is None or not EXCEL_FIRST <= int(number[1]) <= EXCEL_LAST:
        return None
    day = EXCEL_BEGINS + dt.timedelta(days=int(number[1]))
    return day, day
