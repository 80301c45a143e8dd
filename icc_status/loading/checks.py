"""What a value of a registry's text may be: each check says what is wrong, and the remedy."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Days and years beyond these are slips."""

NOTIFICATION = re.compile(r"C\.N\.[1-9][0-9]*\.[12][0-9]{3}(\.TREATIES-[0-9XVI]+(\.[0-9]+)*)?")

CODED_NAME = re.compile(r"[A-Z]{3} [^\s;][^;]*")

Check = Callable[[Any], str | None]
"""Says what is wrong with a value, ending in the remedy, or None."""


def text(value: Any) -> str | None:
    """Check for text without blanks around it."""
    good = isinstance(value, str) and value.strip() == value != ""
    return None if good else 'must be text, such as "NO" in quotes where YAML would read a word'


def texts(value: Any) -> str | None:
    """Check for a list of texts, each there once."""
    if not isinstance(value, list) or not value or any(map(text, value)):
        return "must be a list of texts, each in quotes where YAML would read a word"
    twice = next((one for one, times in Counter(value).items() if times > 1), None)
    return None if twice is None else f"holds {twice!r} twice; keep one"


def text_or_texts(value: Any) -> str | None:
    """Check for a text or a list of them."""
    return texts(value if isinstance(value, list) else [value])


def day(value: Any) -> str | None:
    """Check for a day."""
    good = type(value) is dt.date and FIRST_YEAR <= value.year <= LAST_YEAR
    return None if good else "must be a day such as 2002-07-01, without quotes"


def year(value: Any) -> str | None:
    """Check for a year."""
    good = type(value) is int and FIRST_YEAR <= value <= LAST_YEAR
    return None if good else "must be a year such as 2011"


def notification(value: Any) -> str | None:
    """Check for the number of a depositary notification."""
    good = isinstance(value, str) and NOTIFICATION.fullmatch(value)
    return (
        None if good else "must be a notification's number such as C.N.225.2025.TREATIES-XVIII.10"
    )


def digits(value: Any) -> str | None:
    """Check for three digits in quotes."""
    good = isinstance(value, str) and len(value) == 3 and value.isascii() and value.isdigit()
    return None if good else 'must be three digits in quotes, such as "004"'


def number(value: Any) -> str | None:
    """Check for a whole number."""
    return None if type(value) is int else "must be a whole number"


def only(sole: bool) -> Check:
    """Return a check for the one value that a field may have."""

    def check(value: Any) -> str | None:
        return None if value is sole else f"may only be {str(sole).lower()}; leave it out otherwise"

    return check


def one_of(*choices: str) -> Check:
    """Return a check for one of some words."""

    def check(value: Any) -> str | None:
        return None if value in choices else f"must be one of {', '.join(choices)}"

    return check


def code(letters: int) -> Check:
    """Return a check for a code of so many capital letters."""

    def check(value: Any) -> str | None:
        good = isinstance(value, str) and len(value) == letters and value.isalpha()
        good = good and value.isascii() and value.isupper()
        return None if good else f"must be a code of {letters} capital letters, in quotes"

    return check


def coded_names(value: Any) -> str | None:
    """Check for alpha-3 codes with a name each, between semicolons."""
    good = isinstance(value, str) and all(map(CODED_NAME.fullmatch, value.split("; ")))
    return None if good else "must be codes and names such as 'FRA Frankreich; ITA Italien'"


def listing(value: Any) -> str | None:
    """Check for a list."""
    return None if isinstance(value, list) else "must be a list"


def listing_of(most: int) -> Check:
    """Return a check for a list of so many things at most."""

    def check(value: Any) -> str | None:
        good = isinstance(value, list) and len(value) <= most
        return None if good else f"must be a list of {most} at most"

    return check


def mapping(value: Any) -> str | None:
    """Check for a mapping of fields."""
    return None if isinstance(value, dict) else "must be a mapping of fields"


@dataclass(frozen=True)
class Field:
    """A field's check, whether a record must have it, and the fields of the records inside."""

    check: Check
    required: bool = False
    inside: "Mapping[str, Field] | None" = None
