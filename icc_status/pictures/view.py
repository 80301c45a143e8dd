"""What a map shows: which states, on which day, and how large a pixel is."""

import datetime as dt
from dataclasses import dataclass

from icc_status.errors import QuestionError
from icc_status.model.normalize import sort_key
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.pictures.world import Box, world
from icc_status.queries.categories import span

WIDTH, TALLEST, SIDE = 1200, 760, 20
OUTSIDE = "outside"
"""The class of states that are not in the region asked for."""


@dataclass(frozen=True, slots=True)
class View:
    """A map that is asked for: on which day, of all states or of one region.

    Days after `today` are projections.
    """

    registry: Registry
    on: dt.date
    today: dt.date
    region: str | None = None

    def __post_init__(self) -> None:
        if not self.states:
            raise QuestionError(f"no state of this registry is in {self.region}: ask for another")
        for state in self.states:
            if state.iso3 not in world().states:
                raise QuestionError(f"the map has no shape for {state.iso3}: use other codes")

    @property
    def states(self) -> list[State]:
        """The states asked for, by name."""
        found = [state for state in self.registry if self.region in {None, state.region}]
        return sorted(found, key=lambda state: (sort_key(state.name), state.iso3))

    @property
    def box(self) -> Box:
        """The part of the grid that is shown."""
        if self.region is None:
            return (0, 0, *world().size)
        return world().around(state.iso3 for state in self.states)

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of the map in pixels."""
        left, top, right, bottom = self.box
        scale = min((WIDTH - 2 * SIDE) / (right - left), TALLEST / (bottom - top))
        return (right - left) * scale, (bottom - top) * scale

    @property
    def pixel(self) -> float:
        """The size of a pixel on the grid."""
        return (self.box[2] - self.box[0]) / self.size[0]

    def shade(self, state: State) -> str:
        """Return the class of a state's shape."""
        if self.region not in {None, state.region}:
            return OUTSIDE
        return span(self.registry, state, self.on).shade
