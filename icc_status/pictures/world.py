"""The shapes of the world, as tools/geometry.py made them: ready outlines on a grid."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area's outline in the path language of SVG, and the box of its largest part."""

    box: Box
    outline: str

    @property
    def extent(self) -> float:
        """The longer side of the box."""
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])

    @property
    def breadth(self) -> float:
        """The shorter side of the box."""
        return min(self.box[2] - self.box[0], self.box[3] - self.box[1])

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True)
class World:
    """The shapes of states and of other areas by alpha-3 code, and the disputed borders."""

    size: tuple[int, int]
    states: Mapping[str, Shape]
    elsewhere: Mapping[str, Shape]
    disputed: str

    def around(self, codes: Iterable[str]) -> Box:
        """Return the box that holds the largest part of each of these states, with a margin."""
        boxes = [self.states[code].box for code in codes]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        margin = (right - left) / 25
        return left - margin, top - margin, right + margin, bottom + margin


@cache
def world(detailed: bool = False) -> World:
    """Read the shapes that come with the program: for the world, or detailed for a region."""
    name = "region.json" if detailed else "world.json"
    text = files("icc_status.pictures").joinpath(name).read_text(encoding="utf-8")
    data = json.loads(text)
    width, height = data["size"]
    return World(
        (width, height), _shapes(data["states"]), _shapes(data["elsewhere"]), data["disputed"]
    )


def _shapes(table: Mapping[str, tuple[Box, str]]) -> dict[str, Shape]:
    return {name: Shape(box, outline) for name, (box, outline) in table.items()}
