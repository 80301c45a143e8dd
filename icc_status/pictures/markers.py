"""Circles for the states too small to see, moved apart where they would hide each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from icc_status.pictures.world import Shape

TOO_SMALL = 7.0
RADIUS = 3.4
GAP = 0.8
ROUNDS = 200


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
