"""A cell of a data set as one state, by name or by code, or the reason why not: never a guess."""

import re
from collections.abc import Mapping
from typing import Protocol

from icc_status.errors import QuestionError
from icc_status.model.names import Index
from icc_status.model.normalize import fold
from icc_status.model.registry import Registry
from icc_status.model.state import State

NUMBER = re.compile(r"0*(\d+)(?:\.0+)?", re.ASCII)
"""A number as data sets write it: 4, 004, and 4.0 where a column passed through floats."""


class Resolver(Protocol):
    """Finds the state that a cell means."""

    def get(self, text: str) -> State | None:
        """Return the state, or None."""

    def why(self, text: str) -> str:
        """Return why there is none, and what to do."""


class ByName:
    """Cells hold any name or code the registry knows.

    NA is refused: it is Namibia's code, and how other programs write that nothing is known.
    """

    def __init__(self, names: Index) -> None:
        self.names = names

    def get(self, text: str) -> State | None:
        """Return the state that goes by the name, or None."""
        return None if fold(text) == "na" else self.names.get(text)

    def why(self, text: str) -> str:
        """Return why the name means no state, with suggestions."""
        if fold(text) == "na":
            return (
                f"{text!r} may be Namibia's code or mean that nothing is known:"
                " pass --code iso2, or --map with 'NA=NAM' or 'NA='"
            )
        try:
            self.names.find(text)
        except QuestionError as error:
            return str(error)
        raise AssertionError(f"{text!r} names a state")


class ByCode:
    """Cells hold the codes of one scheme, in capitals or not."""

    def __init__(self, scheme: str, states: Mapping[str, State]) -> None:
        self.scheme = scheme
        self.states = states

    def get(self, text: str) -> State | None:
        """Return the state that has the code, or None."""
        code = text.strip().upper()
        number = NUMBER.fullmatch(code)
        return self.states.get(number[1] if number else code)

    def why(self, text: str) -> str:
        """Return that no state has the code."""
        if not text.strip():
            return f"the {self.scheme} code is empty: settle it with --map, or leave it"
        return f"no state has the {self.scheme} code {text!r}: settle it with --map"


class Settled:
    """What the asker settled comes first; an empty answer settles that there is none."""

    def __init__(self, settled: Mapping[str, State | None], otherwise: Resolver) -> None:
        self.settled = settled
        self.otherwise = otherwise

    def get(self, text: str) -> State | None:
        """Return the state settled on, or whatever the cell means otherwise."""
        if self.is_settled(text):
            return self.settled[settled_key(text)]
        return self.otherwise.get(text)

    def is_settled(self, text: str) -> bool:
        """Tell whether the asker said what the cell means."""
        return settled_key(text) in self.settled

    def why(self, text: str) -> str:
        """Return why there is no state."""
        return self.otherwise.why(text)


def settled_key(text: str) -> str:
    """Return what two cells must share to be settled alike."""
    return fold(text) or text.strip()


def settle(lines: list[str], registry: Registry) -> dict[str, State | None]:
    """Read "NAME=STATE" lines; raises QuestionError for one that is at fault.

    STATE is any name or code, or empty for none.
    """
    settled: dict[str, State | None] = {}
    for line in lines:
        name, equals, wanted = line.rpartition("=")
        if not equals:
            raise QuestionError(f"{line!r} settles nothing: write NAME=STATE, or NAME= for none")
        state = registry.find(wanted) if wanted.strip() else None
        if settled.setdefault(settled_key(name), state) is not state:
            raise QuestionError(f"{name.strip()!r} is settled twice, and not alike: keep one")
    return settled
