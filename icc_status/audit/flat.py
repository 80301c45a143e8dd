"""The fields of records as text, as differences show them."""

from collections.abc import Iterable
from dataclasses import fields

from icc_status.model.acts import Source
from icc_status.model.state import Existence


def flat(thing: object, without: Iterable[str] = ()) -> dict[str, str]:
    """Return a record's fields as text."""
    names = [field.name for field in fields(thing)]  # type: ignore[arg-type]
    return {name: text(getattr(thing, name)) for name in names if name not in set(without)}


def text(value: object) -> str:
    """Return a value as text: nothing for what is not there, sources by their keys."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Source):
        return value.key
    if isinstance(value, Existence):
        return "; ".join(f"{name} {told}" for name, told in flat(value).items() if told)
    if isinstance(value, tuple):
        return ", ".join(map(text, value))
    return str(value)
