"""What a map shows: which states, on which day, at what size, and circles for small states."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from icc_status.errors import QuestionError
from icc_status.model.normalize import sort_key
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.pictures.world import Box, Shape, world
from icc_status.queries.categories import category

WIDTH, TALLEST, SIDE = 1200, 760, 20
OUTSIDE = "outside"
"""The class of states that are not in the region asked for."""
TOO_SMALL, RADIUS, GAP = 7.0, 3.4, 0.8
"""In pixels: a shape that needs a circle, the circle's radius, the space between two circles."""
ROUNDS = 200


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
        return category(self.registry, state, self.on).shade


@dataclass(slots=True)
class Marker:
    """A circle: where it is drawn, its radius, and the place it stands for."""

    x: float
    y: float
    r: float
    home: tuple[float, float]


def markers(shapes: Mapping[str, Shape], pixel: float) -> dict[str, Marker]:
    """Return a circle for each shape that is too small; `pixel` is a pixel's size on the grid."""
    found = {
        code: Marker(*shape.middle, RADIUS * pixel, shape.middle)
        for code, shape in shapes.items()
        if shape.extent < TOO_SMALL * pixel
    }
    for _ in range(ROUNDS):
        if not _push_apart(found.values(), GAP * pixel):
            break
    return found


def _push_apart(circles: Iterable[Marker], gap: float) -> bool:
    """Move each pair that overlaps half of the way apart; tell whether there was one."""
    moved = False
    for a, b in combinations(circles, 2):
        between = hypot(b.x - a.x, b.y - a.y)
        lacking = a.r + b.r + gap - between
        if lacking <= gap / 100:
            continue
        moved = True
        dx, dy = ((b.x - a.x) / between, (b.y - a.y) / between) if between else (1.0, 0.0)
        a.x, a.y = a.x - dx * lacking / 2, a.y - dy * lacking / 2
        b.x, b.y = b.x + dx * lacking / 2, b.y + dy * lacking / 2
    return moved
