"""What differs between the registry and an independent copy, or another registry.

Nothing here judges which of the two is right.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from icc_status.audit.copies.lines import Copy, Line
from icc_status.folding import fold
from icc_status.registry import Registry
from icc_status.rows import row
from icc_status.standing import Status
from icc_status.state import State

DAYS = (
    "signed",
    "deposited",
    "instrument",
    "in_force",
    "withdrawal_notified",
    "withdrawal_effective",
)
"""The columns of a row that a copy may have too."""


@dataclass(frozen=True)
class Difference:
    """One field in which the two differ, and what each says; empty where it says nothing.

    `iso3` is empty where no state is concerned, or none is called so.
    """

    iso3: str
    name: str
    field: str
    registry: str
    copy: str


def against_copy(registry: Registry, copy: Copy, on: dt.date) -> list[Difference]:
    """Return the differences between the registry as of a day and a copy, by code.

    A state that stands on one side alone differs in each field that the other fills.
    """
    return sorted(_against_copy(registry, copy, on), key=lambda difference: difference.iso3)


def _against_copy(registry: Registry, copy: Copy, on: dt.date) -> Iterator[Difference]:
    seen: dict[str, Line] = {}
    official = {fold(state.un_name): state for state in registry}
    for line in copy.lines:
        state = _state(registry, official, line.name)
        if state is None:
            said = " ".join(filter(None, (line.said[field] for field in copy.fields)))
            yield Difference("", line.name, "name", "", said or "listed")
        elif state.iso3 in seen:
            yield Difference(state.iso3, state.name, "name", "listed once", "listed again")
        else:
            seen[state.iso3] = line
    for state in registry:
        found = seen.get(state.iso3)
        yield from _fields(state, _expected(registry, state, on), found, copy.fields)


def _state(registry: Registry, official: Mapping[str, State], name: str) -> State | None:
    """Find a state as the depositary names it: "Congo" is its name for one of the two."""
    key, names = fold(name), registry.names
    if key in official:
        return official[key]
    return None if key in names.ambiguous or key in names.not_states else names.states.get(key)


def _expected(registry: Registry, state: State, on: dt.date) -> dict[str, str]:
    """Return what a copy of that day should say: acts taken back by then are not listed."""
    if not state.existed(on):
        return {}
    stands = row(registry, state, on)
    return {
        **{name: _text(stands[name]) for name in DAYS},
        "withdrawn": "yes" if stands.standing.status is Status.WITHDRAWN else "",
    }


def _fields(
    state: State, expected: Mapping[str, str], line: Line | None, fields: Iterable[str]
) -> Iterator[Difference]:
    for field in fields:
        ours, theirs = expected.get(field, ""), line.said[field] if line else ""
        if ours != theirs:
            yield Difference(state.iso3, state.name, field, ours, theirs)


def _text(value: object) -> str:
    return "" if value is None else str(value)
