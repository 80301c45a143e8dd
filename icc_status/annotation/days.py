"""A cell of a data set as an ISO day, or the reason why not: days compare as text."""

import datetime as dt
from typing import Protocol

LENGTH = len("2002-07-01")


class Days(Protocol):
    """Reads the day of a cell."""

    def __call__(self, text: str) -> str | None:
        """Return the ISO day, or None."""

    def why(self, text: str) -> str:
        """Return why there is none, and what to do."""


class AsWritten:
    """Cells such as 2002-07-01 or 2002-07-01 14:30:00; the day is the one written."""

    def __call__(self, text: str) -> str | None:
        """Return the ISO day, or None."""
        text = text.strip()
        day = text[:LENGTH]
        if len(day) < LENGTH or day[4] != "-" or day[7] != "-" or not text.isascii():
            return None
        try:
            dt.date.fromisoformat(day)
            if len(text) > LENGTH:
                dt.datetime.fromisoformat(text)
        except ValueError:
            return None
        return day

    def why(self, text: str) -> str:
        """Return why the cell holds no day."""
        if not text.strip():
            return "the day is empty"
        if _year(text):
            return f"{text!r} is a year: pass --year-at start or --year-at end"
        return f"{text!r} is not a day: write one as YYYY-MM-DD"


class OfYear:
    """Cells such as 2002 (or 2002.0, from a column that passed through floats)."""

    def __init__(self, at: str) -> None:
        self.ending = {"start": "-01-01", "end": "-12-31"}[at]

    def __call__(self, text: str) -> str | None:
        """Return the first or the last day of the year, or None."""
        year = _year(text)
        return year and year + self.ending

    def why(self, text: str) -> str:
        """Return why the cell holds no year."""
        return f"{text!r} is not a year: write one as YYYY" if text.strip() else "the year is empty"


class Always:
    """One day, whatever the cell holds."""

    def __init__(self, day: dt.date) -> None:
        self.day = day.isoformat()

    def __call__(self, text: str) -> str:
        """Return the day."""
        return self.day

    def why(self, text: str) -> str:
        """Return nothing: there is always a day."""
        return ""


def _year(text: str) -> str | None:
    year = text.strip().removesuffix(".0")
    return year if len(year) == 4 and year.isascii() and year.isdigit() else None
