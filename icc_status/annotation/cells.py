"""Read a cell of a data set as one state, or say why not. Never a guess."""

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from icc_status.annotation.schemes import ColumnJudge
from icc_status.errors import QuestionError
from icc_status.model.names import MISSING, Index, Meaning, NotState
from icc_status.model.normalize import key
from icc_status.model.registry import Registry
from icc_status.model.state import State

NUMBER = re.compile(r"0*(\d+)(?:\.0+)?", re.ASCII)
"""A number as data sets write it: 4, 004, or 4.0 where a program stored it as a float."""

SETTLE = "Settle it with --map 'NAME=STATE', or with --map 'NAME=' to leave it empty"


OF_KIND = {
    "place": "a place",
    "territory": "a territory",
    "disputed": "a place in dispute",
    "organisation": "an organisation or a group",
    "former state": "a former state",
}
"""What is no state, in words."""


UNKNOWN = "no state has this name"


class Cause(NamedTuple):
    """Why cells were not understood, in words that fit any number of them, and what to do."""

    text: str
    advice: str = ""


class StateReader(Protocol):
    """Finds the state that a cell means."""

    def get(self, text: str) -> State | None:
        """Return the state, or None; on days up to `until`, if there is such a day."""

    def until(self, text: str) -> dt.date | None:
        """Return the last day of the former state that the cell means, if `get` continues it."""

    def why(self, text: str) -> str:
        """Return why there is none, and what to do."""

    def cause(self, text: str) -> Cause:
        """Return why there is none for this cell and others like it, at little cost."""

    def suggest(self, text: str) -> list[str]:
        """Return the states that may have been meant by a cell that is not known."""

    def judge(self, texts: Collection[str]) -> None:
        """Look at the different cells of the column together, before any of them is believed.

        It is called with all cells of the first block of rows before anything is written, then
        with each new cell by itself. Raises QuestionError when the column must be read otherwise.
        """


class ByName:
    """Cells hold any name or code that the registry knows.

    NA is refused: it is Namibia's code, and many programs write it for a missing value.
    """

    def __init__(self, names: Index, column: ColumnJudge | None = None) -> None:
        self.names = names
        self.column = column

    def get(self, text: str) -> State | None:
        """Return the state that has this name, or that continues the one that had it, or None."""
        return None if _is_na(text) else _state(self.names.meaning(text), self.names)

    def until(self, text: str) -> dt.date | None:
        """Return the last day of a former state that was continued, for its name."""
        return _end(self.names.meaning(text), self.names)

    def why(self, text: str) -> str:
        """Return why no state has this name, with suggestions."""
        if _is_na(text):
            return (
                f"{text!r} is Namibia's code, or it means a missing value:"
                " pass --code iso2, or --map with 'NA=NAM' or 'NA='"
            )
        meaning = self.names.meaning(text)
        if isinstance(meaning, tuple):
            return _choice(text, [one for one in meaning if isinstance(one, State)])
        if NUMBER.fullmatch(text.strip()):
            return f"{text!r} is a number, and no name: pass --code cow, gw or m49"
        if end := _end(meaning, self.names):
            return f"{text!r} is the name of a state that ended on {end}"
        try:
            self.names.find(text)
        except QuestionError as error:
            return str(error) + (self.column.hint(text) if self.column else "")
        raise AssertionError(f"{text!r} names a state")

    def cause(self, text: str) -> Cause:
        """Return why no state has this name and others like it, without suggestions."""
        if _is_na(text):
            return Cause("Namibia's code, or a missing value", "Pass --code iso2, or --map 'NA='")
        if NUMBER.fullmatch(text.strip()):
            return Cause("a number, and no name", "Pass --code cow, gw or m49")
        meaning = self.names.meaning(text)
        if _end(meaning, self.names):
            return Cause("the name of a state that had ended by that day", SETTLE)
        if isinstance(meaning, NotState):
            return Cause(f"no state of the registry, but {OF_KIND[meaning.kind]}", SETTLE)
        if key(text) in self.names.ambiguous:  # few, and each with options ready to pass
            return Cause(self.why(text))
        if meaning is not None:
            return Cause("could be several states", SETTLE)
        if text.strip().casefold() in MISSING or not key(text):
            return Cause("the name of the state is empty", SETTLE)
        return Cause(UNKNOWN, SETTLE)

    def suggest(self, text: str) -> list[str]:
        """Return the names that are close."""
        return self.names.suggestions(text) if self.cause(text).text == UNKNOWN else []

    def judge(self, texts: Collection[str]) -> None:
        """Refuse a column of codes of another scheme."""
        if self.column is not None:
            self.column.judge(texts)


class ByCode:
    """Cells hold the codes of one scheme, in upper or lower case."""

    def __init__(
        self, scheme: str, owners: Mapping[str, State | NotState], names: Index | None = None
    ) -> None:
        self.scheme = scheme
        self.owners = owners
        self.names = names

    def get(self, text: str) -> State | None:
        """Return the state that has the code, or that continues the one that had it, or None."""
        return _state(self.owners.get(_code(text)), self.names)

    def until(self, text: str) -> dt.date | None:
        """Return the last day of a former state that was continued, for its code."""
        return _end(self.owners.get(_code(text)), self.names)

    def why(self, text: str) -> str:
        """Return that no state has the code, or had it on the day."""
        if end := self.until(text):
            return f"the {self.scheme} code {text!r} is of a state that ended on {end}"
        if not text.strip():
            return f"the {self.scheme} code is empty: settle it with --map, or leave it"
        return f"no state has the {self.scheme} code {text!r}: settle it with --map"

    def cause(self, text: str) -> Cause:
        """Return that no state has this code and others like it."""
        if not text.strip():
            return Cause(f"the {self.scheme} code is empty", SETTLE)
        if self.until(text):
            return Cause(f"the {self.scheme} code of a state that had ended by that day", SETTLE)
        return Cause(f"no state has this {self.scheme} code", SETTLE)

    def suggest(self, text: str) -> list[str]:
        """Return nothing: no code is close to another."""
        return []

    def judge(self, texts: Collection[str]) -> None:
        """Accept any cells: the user said which codes they are."""


class Settled:
    """What the user settled with --map comes first; a name may be settled as no state."""

    def __init__(self, settled: Mapping[str, State | None], otherwise: StateReader) -> None:
        self.settled = settled
        self.otherwise = otherwise

    def get(self, text: str) -> State | None:
        """Return the state that the user named, or else what the cell itself means."""
        if self.is_settled(text):
            return self.settled[settled_key(text)]
        return self.otherwise.get(text)

    def until(self, text: str) -> dt.date | None:
        """Return the last day of a former state that was continued, unless the user settled it."""
        return None if self.is_settled(text) else self.otherwise.until(text)

    def is_settled(self, text: str) -> bool:
        """Tell whether the user said what the cell means."""
        return settled_key(text) in self.settled

    def why(self, text: str) -> str:
        """Return why there is no state."""
        return self.otherwise.why(text)

    def cause(self, text: str) -> Cause:
        """Return why there is no state for this cell and others like it."""
        return self.otherwise.cause(text)

    def suggest(self, text: str) -> list[str]:
        """Return the states that may have been meant."""
        return self.otherwise.suggest(text)

    def judge(self, texts: Collection[str]) -> None:
        """Look at the cells that the user did not settle."""
        self.otherwise.judge([text for text in texts if not self.is_settled(text)])


def _state(meaning: Meaning, names: Index | None) -> State | None:
    """Return the state that is meant, or by which a former state that is meant was continued."""
    if isinstance(meaning, NotState):
        return names.continuing(meaning) if names else None
    return meaning if isinstance(meaning, State) else None


def _end(meaning: Meaning, names: Index | None) -> dt.date | None:
    """Return the last day of a former state that is meant and was continued."""
    former = isinstance(meaning, NotState) and _state(meaning, names) is not None
    return meaning.existed_until if isinstance(meaning, NotState) and former else None


def _code(text: str) -> str:
    """Return a code in capital letters; a number without leading zeros."""
    code = text.strip().upper() if text.isascii() else ""
    number = NUMBER.fullmatch(code)
    return number[1] if number else code


def _is_na(text: str) -> bool:
    return text.strip().casefold() == "na"


def _choice(text: str, states: Sequence[State]) -> str:
    """Return the --map options that settle an ambiguous name."""
    name = text.strip()
    options = [f"--map {f'{name}={state.iso3}'!r} ({_use(text, state)})" for state in states]
    return f"{text!r} could be several states: pass {' or '.join(options)}"


def _use(text: str, state: State) -> str:
    if key(text) == key(state.un_name):
        return f"{state.name}: the United Nations and the depositary use the word for it"
    return state.name


def settled_key(text: str) -> str:
    """Return what two cells have in common when one --map settles both.

    Names are alike as names are; 158, 0158 and 158.0 are one number.
    """
    number = NUMBER.fullmatch(text.strip())
    return number[1] if number else key(text) or text.strip()


def settle(lines: Sequence[str], registry: Registry) -> dict[str, State | None]:
    """Read "NAME=STATE" lines; raises QuestionError for a wrong one.

    STATE is any name or code, or empty for no state.
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
