"""What differs between the registry and an independent copy, or another registry.

Nothing here judges which of the two is right.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from icc_status.audit.copies.cells import ISO
from icc_status.audit.copies.lines import Copy, Line
from icc_status.audit.expected import expected
from icc_status.audit.naming import Naming
from icc_status.model.registry import Registry
from icc_status.model.state import State

DAYS_OF_ALL = ("signed", "deposited", "in_force")
FEW = 4
"""Fewer days than these say nothing about which treaty a copy is of."""


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

    A state that stands on one side alone differs in each field that the other fills; one that
    the copy lists again is compared again.
    """
    return sorted(_against_copy(registry, copy, on), key=lambda difference: difference.iso3)


def _against_copy(registry: Registry, copy: Copy, on: dt.date) -> Iterator[Difference]:
    seen: set[str] = set()
    naming = Naming(registry)
    for line in copy.lines:
        state = naming.state(line)
        if state is None:
            said = " ".join(filter(None, (line.said[field] for field in copy.fields)))
            yield Difference("", line.names[-1], "name", "", said or "listed")
        else:
            yield from _names(state, line, naming, seen)
            seen.add(state.iso3)
            yield from _fields(state, expected(registry, state, on, copy.fields), line, copy.fields)
    for state in registry:
        if state.iso3 not in seen:
            yield from _fields(state, expected(registry, state, on, copy.fields), None, copy.fields)


def _names(state: State, line: Line, naming: Naming, seen: set[str]) -> Iterator[Difference]:
    """Yield what is wrong with the names in a line, and that its state is listed again."""
    if state.iso3 in seen:
        yield Difference(state.iso3, state.name, "name", "listed once", "listed again")
    for name in naming.contradictions(line, state):
        yield Difference(state.iso3, state.name, "name", state.name, name)


def another_treaty(registry: Registry, copy: Copy, on: dt.date) -> list[str]:
    """Return one line where most days of a copy are not the Statute's, else none."""
    agree = [
        line.said[field] == expected(registry, state, on).get(field)
        for line, state in _known_lines(registry, copy)
        for field in DAYS_OF_ALL
        if field in copy.fields and ISO.fullmatch(line.said[field])
    ]
    wrong = agree.count(False)
    if len(agree) < FEW or wrong * 2 <= len(agree):
        return []
    of_all = f"{wrong} of its {len(agree)} days"
    return [f"{of_all} are not those of the registry: is it a table of another treaty?"]


def _known_lines(registry: Registry, copy: Copy) -> Iterator[tuple[Line, State]]:
    naming = Naming(registry)
    for line in copy.lines:
        if state := naming.state(line):
            yield line, state


def _fields(
    state: State, ours: Mapping[str, str], line: Line | None, fields: Iterable[str]
) -> Iterator[Difference]:
    for field in fields:
        mine, theirs = ours.get(field, ""), line.said[field] if line else ""
        either = field == "withdrawal" and theirs and theirs in mine.split()
        if mine != theirs and not either:
            yield Difference(state.iso3, state.name, field, mine, theirs)
