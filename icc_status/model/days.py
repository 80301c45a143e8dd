"""Read the days that people and data sets write: the one reader for every verb and every file.

A text is read when it has one reading. `03/04/2005` has two and is refused with both.
A time after the day is checked and left out: the day that is written is the day.
"""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache

from icc_status.errors import QuestionError

EMPTY = frozenset({"", "-", "--", ".", "?", "—", "–", "#n/a", "n/a", "na", "<na>", "nan"}) | {
    *("nat", "nil", "none", "null", "unknown")
}
"""What data sets write, in any case, where no day is known."""

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_ORDERS = {"%d/%m/%Y": ("one", "two"), "%m/%d/%Y": ("two", "one")}
"""The two readings of 03/04/2005, and which of its two numbers is the day and which the month."""

_TIME = r"""
    (?: (?:T|[ ]+) (?P<hour>[0-9]{1,2}) : (?P<minute>[0-9]{2})
        (?: : (?P<second>[0-9]{2}) (?:[.,](?P<part>[0-9]+))? )? [ ]? (?P<half>[AaPp]\.?[Mm]\.?)?
      | T (?P<hours>[0-9]{2}) (?P<minutes>[0-9]{2}) (?P<seconds>[0-9]{2})? )
    (?: [ ]? (?: [+-] (?:[01][0-9]|2[0-3]) (?: :?[0-5][0-9] ){0,2}
      | (?! (?i: bc | bce | ce | ad ) \b ) [A-Za-z]{1,5} (?:[+-][0-9]{1,2})? ) )?
    (?: [ ]? [\[(] [A-Za-z_/ +-]+ [\])] )?
"""
_FORMS = (
    r"[+]? (?P<year>[0-9]{4}) (?P<mark>[-/.]) (?P<month>[0-9]{1,2}) (?P=mark)"
    r" (?P<day>[0-9]{1,2})",
    r"(?P<year>[0-9]{4}) (?P<month>[0-9]{2}) (?P<day>[0-9]{2}) (?:[.]0)?",
    r"(?P<day>[0-9]{1,2}) [.] [ ]? (?P<month>[0-9]{1,2}) [.] [ ]? (?P<year>[0-9]{4})",
    r"(?P<one>[0-9]{1,2}) (?P<mark>[-/]) (?P<two>[0-9]{1,2}) (?P=mark)"
    r" (?P<year>[0-9]{4})",
    r"(?P<day>[0-9]{1,2}) (?:st|nd|rd|th)? [.]? [-/ ]? (?P<name>[A-Za-z]{3,9}) [.]? ,? [-/ ]?"
    r" (?P<year>[0-9]{4})",
    r"(?P<name>[A-Za-z]{3,9}) [.]? [ ] (?P<day>[0-9]{1,2}) (?:st|nd|rd|th)? (?: ,[ ]? | [ ] )"
    r" (?P<year>[0-9]{4})",
)
_MONTH_OF_YEAR = r"([0-9]{4})[-/]([0-9]{1,2})"
_MONTH_IN_WORDS = r"([A-Za-z]{3,9})\.?,? ([0-9]{4})"
_NUMBER = r"[0-9]{1,3}|[0-9]{5,7}(\.[0-9]+)?|[0-9]{9,}(\.[0-9]+)?"
_SHORT_YEAR = r"[0-9]{1,2}[-/. ]([0-9]{1,2}|[A-Za-z]{3,9})[-/. ][0-9]{2}"


class AmbiguousDayError(QuestionError):
    """A text with two readings. `readings` has each reading's day by its strptime format."""

    def __init__(self, text: str, readings: Mapping[str, dt.date]) -> None:
        days = list(readings.values())
        words = " or ".join(
            f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}" for day in days
        )
        super().__init__(f"{text!r} is {words}: write {' or '.join(map(str, days))}")
        self.text, self.readings = text, readings

    def __reduce__(self) -> tuple[object, ...]:
        """Return what makes it anew, as another process has to."""
        return type(self), (self.text, dict(self.readings))


def as_day(on: dt.date | str) -> dt.date:
    """Return the day of a date, of a datetime, or of a text.

    Raises as `read_day` does, and QuestionError for anything else.
    """
    if isinstance(on, str):
        return read_day(on)
    if not isinstance(on, dt.date) or on != on:  # NaT of pandas is a datetime
        raise QuestionError(f"{on!r} is no day: give a date, or a text such as '2010-01-31'")
    return on.date() if isinstance(on, dt.datetime) else on


def is_day(text: str) -> bool:
    """Tell whether a text names a day, a month or a year."""
    try:
        read_days(text)
    except QuestionError:
        return False
    return True


def read_day(text: str, today: dt.date | None = None) -> dt.date:
    """Return the day that a text names; with `today` given, also "today" and "yesterday".

    Raises QuestionError where it names none, or a month or a year, and AmbiguousDayError.
    """
    first, last = read_days(text, today)
    if first != last:
        what = "a year" if (first.month, last.month) == (1, 12) else "a month"
        raise QuestionError(f"{text!r} is {what}: write a day as YYYY-MM-DD")
    return first


def read_days(text: str, today: dt.date | None = None) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the day, the month or the year that a text names.

    Raises as `read_day` does, but for months and years.
    """
    plain = _plain(text)
    if today is not None and plain.casefold() in {"today", "yesterday"}:
        day = today - dt.timedelta(days=plain.casefold() == "yesterday")
        return day, day
    if plain.casefold() in EMPTY:
        raise QuestionError(_with_text("the day is empty", text) + ": write one as YYYY-MM-DD")
    if (year := _year(plain)) is not None:
        return read_parts(year, "", "")
    if written := re.fullmatch(_MONTH_OF_YEAR, plain, re.ASCII):
        return read_parts(written[1], written[2], "")
    if (written := re.fullmatch(_MONTH_IN_WORDS, plain, re.ASCII)) and (
        month := _month(written[1])
    ):
        return read_parts(written[2], str(month), "")
    for form in _forms():
        if (written := form.fullmatch(plain)) and _is_time(written):
            return _read_form(written, text)
    raise _no_day(text, plain)


def read_parts(year: str, month: str, day: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a year, a month and a day name.

    A month or a day that is 0 or empty is not known: the answer is then the whole year or
    month. Raises QuestionError where the numbers are no day.
    """
    try:
        numbers = [_whole(part) for part in (year, month, day)]
        y, m, d = numbers
        if m == 0:
            if d != 0:
                raise ValueError
            return dt.date(y, 1, 1), dt.date(y, 12, 31)
        if d == 0:
            last = dt.date(y, 12, 31) if m == 12 else dt.date(y, m + 1, 1) - dt.timedelta(days=1)
            return dt.date(y, m, 1), last
        return dt.date(y, m, d), dt.date(y, m, d)
    except ValueError:
        shown = "-".join((year, month, day)).rstrip("-")
        raise QuestionError(f"{shown!r} is not a day: write one as YYYY-MM-DD") from None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the patterns, made when the first day is read: a start that reads none is quicker."""
    return tuple(
        re.compile(rf"(?: {form} ) (?: {_TIME} )?", re.VERBOSE | re.ASCII) for form in _FORMS
    )


def _plain(text: str) -> str:
    """Return the text without blanks or quotes around it, every dash as a hyphen."""
    plain = text.strip().translate(_DASHES)
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
        plain = plain[1:-1].strip()
    return plain


def _year(plain: str) -> str | None:
    year = plain.removesuffix(".0")
    return year if len(year) == 4 and year.isascii() and year.isdigit() else None


def _whole(part: str) -> int:
    """Return a number as a column has it, 0 for a part that is not known; raises ValueError."""
    part = part.strip()
    if part.casefold() in EMPTY:
        return 0
    number = part.removesuffix(".0")
    if not (number.isascii() and number.isdigit()):
        raise ValueError
    return int(number)


def _month(word: str) -> int | None:
    """Return the number of an English month, also of its first three letters or "Sept"."""
    word = word.casefold()
    lengths = {3, 4} if word.startswith("sept") else {3}
    for number, month in enumerate(_MONTHS, 1):
        if word == month or (len(word) in lengths and month.startswith(word)):
            return number
    return None


def _is_time(written: re.Match[str]) -> bool:
    """Tell whether what follows the day is a time of day, or nothing. 24:00 is the day's end."""
    parts = written.groupdict()
    hour, minute, second = (
        int(parts[one] or parts[other] or 0)
        for one, other in (("hour", "hours"), ("minute", "minutes"), ("second", "seconds"))
    )
    if parts["half"]:
        return 1 <= hour <= 12 and minute < 60 and second < 60
    ends_day = (hour, minute, second, int(parts["part"] or 0)) == (24, 0, 0, 0)
    return ends_day or (hour < 24 and minute < 60 and second <= 60)


def _read_form(written: re.Match[str], text: str) -> tuple[dt.date, dt.date]:
    parts = written.groupdict()
    if "one" in parts:
        day = _one_reading(parts, text)
        return day, day
    month = str(_month(parts["name"]) or "x") if "name" in parts else parts["month"]
    try:
        return read_parts(parts["year"], month, parts["day"])
    except QuestionError:
        raise _no_day(text, _plain(text)) from None


def _one_reading(parts: Mapping[str, str], text: str) -> dt.date:
    """Return the day of 13/04/2003 or 04/13/2003; raises AmbiguousDayError for 03/04/2003."""
    readings = {}
    for order, (day, month) in _ORDERS.items():
        try:
            date = dt.date(int(parts["year"]), int(parts[month]), int(parts[day]))
        except ValueError:
            continue
        readings[order.replace("/", parts["mark"])] = date
    days = set(readings.values())
    if not days:
        raise _no_day(text, "")
    if len(days) > 1:
        raise AmbiguousDayError(text, readings)
    return days.pop()


def _no_day(text: str, plain: str) -> QuestionError:
    if re.fullmatch(_NUMBER, plain, re.ASCII):
        why = "is a number, not a day"
    elif re.fullmatch(_SHORT_YEAR, plain, re.ASCII):
        why = "has a year of two digits"
    else:
        why = "is not a day"
    return QuestionError(f"{text!r} {why}: write one as YYYY-MM-DD")


def _with_text(message: str, text: str) -> str:
    return f"{message} ({text.strip()!r})" if text.strip() else message
