"""What is asked: where, by whose nationals, which crime, and on which days."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from icc_status.errors import QuestionError
from icc_status.model.names import NotState
from icc_status.model.normalize import fold
from icc_status.model.state import State
from icc_status.model.treaty import check_day


class Crime(StrEnum):
    """The crimes of Article 5; `any` asks about Articles 6 to 8 together."""

    ANY = "any"
    GENOCIDE = "genocide"
    CRIMES_AGAINST_HUMANITY = "crimes-against-humanity"
    WAR_CRIMES = "war-crimes"
    AGGRESSION = "aggression"

    @property
    def words(self) -> str:
        """The crime in words."""
        if self is Crime.ANY:
            return "genocide, crimes against humanity or war crimes"
        return "the crime of aggression" if self is Crime.AGGRESSION else self.replace("-", " ")


MOST_PAIRS = 10_000
"""The pairs of an aggressor and a territory that can be asked about over a period."""


@dataclass(frozen=True, slots=True)
class Place:
    """A territory asked about: a state's, or a part of one (`part`), with the state if known."""

    name: str
    state: State | None
    part: NotState | None = None

    def called(self, names: Iterable[str]) -> bool:
        """Tell whether the part goes by one of these names."""
        known = {fold(name) for name in names}
        return self.part is not None and any(
            fold(name) in known for name in (self.part.name, *self.part.aliases)
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A question of jurisdiction: places, nationalities, a crime, and the first and last day."""

    places: tuple[Place, ...]
    nationalities: tuple[State, ...]
    first: dt.date
    last: dt.date
    crime: Crime = Crime.ANY

    def __post_init__(self) -> None:
        check_day(self.first)
        if self.last < self.first:
            raise QuestionError(f"{self.last} is before {self.first}: give the earlier day first")
        pairs = len(self.places) * len(self.nationalities)
        if self.crime is Crime.AGGRESSION and self.first != self.last and pairs > MOST_PAIRS:
            raise QuestionError(
                f"aggression is judged pair by pair: for more than a day, {MOST_PAIRS} pairs of a"
                f" territory and a nationality are possible, and these are {pairs}; ask for a day,"
                " or for fewer"
            )
        if not self.places and not self.nationalities:
            raise QuestionError("name a territory or a nationality, or both")
        for place in self.places:
            end = place.part.existed_until if place.part else None
            if end and self.last > end:
                raise QuestionError(
                    f"{place.name} existed until {end}: ask about later days by the names of the"
                    " states that followed it"
                )

    @property
    def complete(self) -> bool:
        """Whether both a territory and a nationality were named."""
        return bool(self.places and self.nationalities)

    @property
    def states(self) -> tuple[State, ...]:
        """The states named, of territories and of nationalities, each once."""
        places = [place.state for place in self.places if place.state]
        return tuple({state.iso3: state for state in (*places, *self.nationalities)}.values())

    def record(self) -> dict[str, object]:
        """Return the question as it was understood."""
        return {
            "territories": [
                {"name": place.name, "iso3": place.state.iso3 if place.state else None}
                for place in self.places
            ],
            "nationalities": [{"name": s.name, "iso3": s.iso3} for s in self.nationalities],
            "crime": self.crime.value,
            "from": self.first,
            "until": self.last,
        }
