"""The shape of a registry: which fields there are, what each holds, and what breaks that.

The head of data/states.yaml lists the same fields; a test holds the two together.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from icc_status.acts import Kind

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Days and years beyond these are slips."""

Check = Callable[[Any], str | None]
"""Says what is wrong with a value, ending in the remedy, or None."""


def _text(value: Any) -> str | None:
    good = isinstance(value, str) and value.strip() == value != ""
    return None if good else 'must be text, such as "NO" in quotes where YAML would read a word'


def _texts(value: Any) -> str | None:
    good = isinstance(value, list) and value and not any(map(_text, value))
    return None if good else "must be a list of texts, each in quotes where YAML would read a word"


def _text_or_texts(value: Any) -> str | None:
    return _texts(value if isinstance(value, list) else [value])


def _day(value: Any) -> str | None:
    good = type(value) is dt.date and FIRST_YEAR <= value.year <= LAST_YEAR
    return None if good else "must be a day such as 2002-07-01, without quotes"


def _year(value: Any) -> str | None:
    good = type(value) is int and FIRST_YEAR <= value <= LAST_YEAR
    return None if good else "must be a year such as 2011"


def _digits(value: Any) -> str | None:
    good = isinstance(value, str) and len(value) == 3 and value.isascii() and value.isdigit()
    return None if good else 'must be three digits in quotes, such as "004"'


def _number(value: Any) -> str | None:
    return None if type(value) is int else "must be a whole number"


def _only(sole: bool) -> Check:
    def check(value: Any) -> str | None:
        return None if value is sole else f"may only be {str(sole).lower()}; leave it out otherwise"

    return check


def _one_of(*choices: str) -> Check:
    def check(value: Any) -> str | None:
        return None if value in choices else f"must be one of {', '.join(choices)}"

    return check


def _code(letters: int) -> Check:
    def check(value: Any) -> str | None:
        good = isinstance(value, str) and len(value) == letters and value.isalpha()
        good = good and value.isascii() and value.isupper()
        return None if good else f"must be a code of {letters} capital letters, in quotes"

    return check


def _list(value: Any) -> str | None:
    return None if isinstance(value, list) else "must be a list"


def _mapping(value: Any) -> str | None:
    return None if isinstance(value, dict) else "must be a mapping of fields"


@dataclass(frozen=True)
class Field:
    """A field's check, whether a record must have it, and the fields of the records inside."""

    check: Check
    required: bool = False
    inside: "Mapping[str, Field] | None" = None


CONFIDENCE = ("medium", "single-source", "unsourced")
OUTCOMES = (
    "accepted",
    "received",
    "not-acted-on",
    "rejected",
    "in-force",
    "expired",
    "withdrawn",
)
SCOPES = ("territory", "own-nationals")
REGIONS = ("Africa", "Asia-Pacific", "Eastern-Europe", "GRULAC", "WEOG", "none")

ABOUT: dict[str, Field] = {
    "claim": Field(_text, required=True),
    "prevails": Field(_text, required=True),
    "licence": Field(_text, required=True),
    "as_of": Field(_day, required=True),
}
SOURCE: dict[str, Field] = {
    "key": Field(_text, required=True),
    "title": Field(_text, required=True),
    "url": Field(_text),
    "read": Field(_day, required=True),
    "copy": Field(_text),
}
REGION: dict[str, Field] = {
    "code": Field(_one_of(*REGIONS), required=True),
    "title": Field(_text, required=True),
    "members": Field(_number, required=True),
    "source": Field(_text_or_texts, required=True),
}
AMENDMENT: dict[str, Field] = {
    "key": Field(_text, required=True),
    "title": Field(_text, required=True),
    "adopted": Field(_day, required=True),
    "resolution": Field(_text, required=True),
    "reference": Field(_text, required=True),
    "source": Field(_text_or_texts, required=True),
}
SHARED_NAME: dict[str, Field] = {
    "name": Field(_text, required=True),
    "states": Field(_texts, required=True),
}
NOT_STATE: dict[str, Field] = {
    "name": Field(_text, required=True),
    "aliases": Field(_texts),
    "covered_by": Field(_code(3)),
    "answer": Field(_text, required=True),
    "source": Field(_text_or_texts, required=True),
}
EXISTENCE: dict[str, Field] = {
    "date": Field(_day, required=True),
    "predecessor": Field(_code(3)),
    "source": Field(_text_or_texts, required=True),
    "note": Field(_text),
}
ACT: dict[str, Field] = {
    "date": Field(_day),
    "kind": Field(_one_of(*Kind), required=True),
    "amendment": Field(_text),
    "effective": Field(_day),
    "effective_computed": Field(_only(True)),
    "covers_from": Field(_day),
    "covers_from_year": Field(_year),
    "covers_until": Field(_day),
    "scope": Field(_one_of(*SCOPES)),
    "outcome": Field(_one_of(*OUTCOMES)),
    "territories": Field(_texts),
    "source": Field(_text_or_texts, required=True),
    "reference": Field(_text),
    "confidence": Field(_one_of(*CONFIDENCE)),
    "note": Field(_text),
}
STATE: dict[str, Field] = {
    "iso3": Field(_code(3), required=True),
    "iso2": Field(_code(2), required=True),
    "un_name": Field(_text, required=True),
    "common_name": Field(_text, required=True),
    "aliases": Field(_texts),
    "region": Field(_one_of(*REGIONS), required=True),
    "region_note": Field(_text),
    "un_member": Field(_only(False)),
    "exists_from": Field(_mapping, inside=EXISTENCE),
    "acts": Field(_list, inside=ACT),
}
HEAD: dict[str, Field] = {
    "about": Field(_mapping, required=True, inside=ABOUT),
    "sources": Field(_list, required=True, inside=SOURCE),
    "regions": Field(_list, required=True, inside=REGION),
    "amendments": Field(_list, required=True, inside=AMENDMENT),
    "shared_names": Field(_list, inside=SHARED_NAME),
    "not_states": Field(_list, inside=NOT_STATE),
    "states": Field(_list, required=True, inside=STATE),
}

RECORDS = (ABOUT, SOURCE, REGION, AMENDMENT, SHARED_NAME, NOT_STATE, EXISTENCE, ACT, STATE)
DAYS = frozenset(name for r in RECORDS for name, field in r.items() if field.check is _day)
"""The names of the fields that hold days, in whatever record."""

CODE_SCHEMES = ("m49", "cow", "gw")
SCHEME: dict[str, Field] = {
    "key": Field(_one_of(*CODE_SCHEMES), required=True),
    "title": Field(_text, required=True),
    "source": Field(_text_or_texts, required=True),
    "note": Field(_text),
}
STATE_CODES: dict[str, Field] = {
    "iso3": Field(_code(3), required=True),
    "m49": Field(_digits, required=True),
    "cow": Field(_number),
    "gw": Field(_number),
    "gw_former": Field(_number),
    "source": Field(_text_or_texts),
    "note": Field(_text),
}
CODES_HEAD: dict[str, Field] = {
    "sources": Field(_list, required=True, inside=SOURCE),
    "schemes": Field(_list, required=True, inside=SCHEME),
    "states": Field(_list, required=True, inside=STATE_CODES),
}
