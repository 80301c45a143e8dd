"""What single values of a data file must be, and the field that holds one."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Check = Callable[[Any], str | None]
"""Says what is wrong with a value, ending in the remedy, or None."""


def text(value: Any) -> str | None:
    """Want a text without blanks around it."""
    good = isinstance(value, str) and value.strip() == value != ""
    return None if good else 'must be text, such as "NO" in quotes where YAML would read a word'


def texts(value: Any) -> str | None:
    """Want a list of texts."""
    good = isinstance(value, list) and value and not any(map(text, value))
    return None if good else "must be a list of texts, each in quotes where YAML would read a word"


def text_or_texts(value: Any) -> str | None:
    """Want a text, or a list of texts."""
    return texts(value if isinstance(value, list) else [value])


def day(value: Any) -> str | None:
    """Want a day."""
    return None if type(value) is dt.date else "must be a day such as 2002-07-01, without quotes"


def year(value: Any) -> str | None:
    """Want a year."""
    return None if type(value) is int else "must be a year such as 2011"


def only_true(value: Any) -> str | None:
    """Want true."""
    return None if value is True else "may only be true; leave it out otherwise"


def one_of(*choices: str) -> Check:
    """Return a check that wants one of the choices."""

    def check(value: Any) -> str | None:
        return None if value in choices else f"must be one of {', '.join(choices)}"

    return check


def code(letters: int) -> Check:
    """Return a check that wants a code of capital letters."""

    def check(value: Any) -> str | None:
        good = isinstance(value, str) and len(value) == letters and value.isalpha()
        good = good and value.isascii() and value.isupper()
        return None if good else f"must be a code of {letters} capital letters, in quotes"

    return check


def records(value: Any) -> str | None:
    """Want a list."""
    return None if isinstance(value, list) else "must be a list"


def mapping(value: Any) -> str | None:
    """Want a mapping."""
    return None if isinstance(value, dict) else "must be a mapping of fields"


@dataclass(frozen=True, slots=True)
class Field:
    """A field's check, whether a record must have it, and the fields of the records inside."""

    check: Check
    required: bool = False
    inside: "Mapping[str, Field] | None" = None


def codes(value: Any) -> str | None:
    """Want a list of alpha-3 codes."""
    good = isinstance(value, list) and value and not any(map(code(3), value))
    return None if good else 'must be a list of codes such as ["COD"]'
