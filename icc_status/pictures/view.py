"""What a map shows: which states, on which day, at what size, and circles for small states."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import hypot

from icc_status.errors import QuestionError
from icc_status.model.normalize import sort_key
from icc_status.model.registry import Registry
from icc_status.model.spans import Span
from icc_status.model.state import State
from icc_status.pictures.areas import (
    Look,
    name_of,
    outside,
    place_of,
    state_look,
    state_looks,
    territory_look,
    territory_looks,
)
from icc_status.pictures.frame import SIDE, WIDTH
from icc_status.pictures.world import Box, Shape, World, world
from icc_status.queries.categories import category
from icc_status.wording.meaning import coverage

TALLEST = 760
TOO_SMALL, RADIUS, GAP = 7.0, 3.4, 0.8
"""In pixels: a smaller shape gets a circle; a circle's radius; the space between two circles."""
ROUNDS = 200


@dataclass(frozen=True)
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
            if state.iso3 not in self.world.states:
                raise QuestionError(f"the map has no shape for {state.iso3}: use other codes")

    @property
    def world(self) -> World:
        """The shapes, with more detail for a region."""
        return world(detailed=self.region is not None)

    @cached_property
    def states(self) -> list[State]:
        """The states asked for, by name."""
        found = [state for state in self.registry if self.region in {None, state.region}]
        return sorted(found, key=lambda state: (sort_key(state.name), state.iso3))

    @cached_property
    def elsewhere(self) -> dict[str, Shape]:
        """The shapes of areas that are no states here, and of states not in this registry."""
        known = {state.iso3 for state in self.registry}
        unlisted = {code: shape for code, shape in self.world.states.items() if code not in known}
        return {**self.world.elsewhere, **unlisted}

    @property
    def projected(self) -> bool:
        """Whether the day lies ahead."""
        return self.on > self.today

    @property
    def coverage(self) -> str:
        """What the registry covers of the day."""
        return coverage(self.on, self.registry.as_of, self.today)

    @property
    def box(self) -> Box:
        """The part of the grid that is shown."""
        if self.region is None:
            width, height = self.world.size
            margin = width / 100
            return (-margin, -margin, width + margin, height + margin)
        return self.world.around(state.iso3 for state in self.states)

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

    @cached_property
    def circles(self) -> "dict[str, Marker]":
        """The circles for the states that are too small to see."""
        return markers(
            {state.iso3: self.world.states[state.iso3] for state in self.states}, self.pixel
        )

    def shape(self, code: str) -> Shape:
        """Return the shape of a state or of another area."""
        return self.world.states.get(code) or self.world.elsewhere[code]

    def look(self, state: State) -> Look:
        """Return how a state is shown on the day."""
        if self.region not in {None, state.region}:
            return outside(state.name)
        return state_look(category(self.registry, state, self.on), state, self.on)

    def territory(self, code: str) -> Look:
        """Return how an area that is no state is shown on the day."""
        if not self._shows(code):
            return outside(self.name(code))
        return territory_look(self.registry, code, self.on)

    def looks(self) -> dict[str, list[Span[Look]]]:
        """Return how each area of the map is shown over time: the states, then all other areas."""
        states = {state.iso3: state_looks(self.registry, state) for state in self.states}
        territories = {
            code: territory_looks(self.registry, code)
            for code in self.elsewhere
            if self._shows(code)
        }
        return {**states, **territories}

    def name(self, code: str) -> str:
        """Return the name of an area that is no state."""
        return name_of(self.registry, code)

    def _shows(self, code: str) -> bool:
        """Tell whether an area that is no state has its colour in the region asked for."""
        if self.region is None:
            return True
        place = place_of(self.registry, code)
        return place is not None and place.state is not None and place.state.region == self.region


@dataclass(slots=True)
class Marker:
    """A circle: where it is drawn, its radius, and the place it stands for."""

    x: float
    y: float
    r: float
    home: tuple[float, float]


def markers(shapes: Mapping[str, Shape], pixel: float) -> dict[str, Marker]:
    """Return a circle for each shape that is too small; `pixel` is a pixel's size on the grid.

    Circles are moved apart, and off the states beside them that are narrower than a circle.
    """
    circles = {
        code: Marker(*shape.middle, RADIUS * pixel, shape.middle)
        for code, shape in shapes.items()
        if shape.extent < TOO_SMALL * pixel
    }
    narrow = [
        shape.box
        for code, shape in shapes.items()
        if code not in circles and shape.breadth < 2 * RADIUS * pixel
    ]
    for _ in range(ROUNDS):
        apart = _push_apart(circles.values(), GAP * pixel)
        if not _push_off(circles.values(), narrow, GAP * pixel) and not apart:
            break
    return circles


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


def _push_off(circles: Iterable[Marker], boxes: Iterable[Box], gap: float) -> bool:
    """Move each circle that lies on a box off it, by the shortest way; tell whether one did."""
    moved = False
    for circle in circles:
        reach = circle.r + gap
        for left, top, right, bottom in boxes:
            ways = (
                (left - reach - circle.x, 0.0),
                (right + reach - circle.x, 0.0),
                (0.0, top - reach - circle.y),
                (0.0, bottom + reach - circle.y),
            )
            dx, dy = min(ways, key=lambda way: abs(way[0] + way[1]))
            west, east, north, south = (x + y for x, y in ways)
            if max(west, north) < -gap / 100 and min(east, south) > gap / 100:
                circle.x, circle.y, moved = circle.x + dx, circle.y + dy, True
    return moved
