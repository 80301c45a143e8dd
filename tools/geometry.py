"""Build icc_status/pictures/world.json, the shapes of the world map, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    pip install -e '.[map,test]'
    python tools/geometry.py package/countries-50m.json

The projection is Equal Earth, turned so that the cut lies at 169 degrees west, between the
Russian Federation and Alaska. d3-geo, inside vl-convert, projects and cuts; what is done here
is to round to a grid, drop what falls together on it, and give every area its alpha-3 code.
Antarctica is left out. Tuvalu, which the source lacks at this scale, is a point.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pycountry
import vl_convert

from icc_status import load

TARGET = Path(__file__).parent.parent / "icc_status" / "pictures" / "world.json"
WIDTH = 10_000
CUT = -169
LEFT_OUT = {"ATA"}
POINTS = {"TUV": (179.20, -8.52)}  # Funafuti
UNCODED = {"N. Cyprus": "Northern Cyprus", "Indian Ocean Ter.": "Christmas and Cocos Islands"}
ABOUT = {
    "origin": "Natural Earth, 1:50m admin 0 countries, by way of world-atlas 2.0.2",
    "licence": "Natural Earth: public domain. world-atlas: ISC, (c) 2013-2019 Michael Bostock.",
    "built_by": "tools/geometry.py",
    "projection": "Equal Earth, central meridian 11 degrees east",
}

Ring = list[tuple[int, int]]


def main(source: str) -> None:
    """Project, round and write the shapes of every area."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    areas: dict[str, list[Ring]] = {}
    for key, path in projected(topology):
        areas.setdefault(key, []).extend(rings(path))
    states = {state.iso3 for state in load()}
    assert states <= set(areas), f"without a shape: {states - set(areas)}"
    height = rebase(areas)
    lines = [
        f'"about":{json.dumps(ABOUT)}',
        f'"size":[{WIDTH},{height}]',
        f'"states":{table(areas, sorted(states))}',
        f'"elsewhere":{table(areas, sorted(set(areas) - states))}',
    ]
    TARGET.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    print(f"{TARGET}: {len(states)} states, {len(areas) - len(states)} other areas")


def projected(topology: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the key and the projected outline of every area that is kept."""
    geometries = topology["objects"]["countries"]["geometries"]
    for geometry in geometries:
        geometry["properties"]["key"] = key(geometry)
    topology["objects"]["countries"]["geometries"] = [
        geometry for geometry in geometries if geometry["properties"]["key"] not in LEFT_OUT
    ]
    points = [
        {
            "type": "Feature",
            "properties": {"key": code},
            "geometry": {"type": "Point", "coordinates": at},
        }
        for code, at in POINTS.items()
    ]
    svg = vl_convert.vega_to_svg(spec(topology, points))
    for path in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path"):
        if (label := path.get("aria-label")) and path.get("d"):
            yield label, path.attrib["d"]


def spec(topology: dict[str, Any], points: list[Any]) -> dict[str, Any]:
    """Return the Vega specification that projects: full width, as high as it needs."""
    shape = {"encode": {"enter": {"description": {"field": "properties.key"}}}}
    shape |= {"type": "shape", "transform": [{"type": "geoshape", "projection": "world"}]}
    countries = {"type": "topojson", "feature": "countries"}
    return {
        "$schema": "https://vega.github.io/schema/vega/v5.json",
        "width": WIDTH,
        "height": WIDTH,
        "data": [
            {"name": "areas", "values": topology, "format": countries},
            {"name": "points", "values": points},
        ],
        "projections": [
            {
                "name": "world",
                "type": "equalEarth",
                "rotate": [-(CUT + 180), 0, 0],
                "fit": {"signal": "data('areas')"},
                "size": [WIDTH, WIDTH],
            }
        ],
        "marks": [{**shape, "from": {"data": name}} for name in ("areas", "points")],
    }


def key(geometry: dict[str, Any]) -> str:
    """Return an area's alpha-3 code, or its name where the source gives no code."""
    known = pycountry.countries.get(numeric=geometry.get("id", ""))
    name = geometry["properties"]["name"]
    return known.alpha_3 if known else UNCODED.get(name, name)


def rings(path: str) -> list[Ring]:
    """Return the rings of an outline on the grid, without repeated points and without specks."""
    found = []
    for part in path.split("M")[1:]:
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", part.split("a")[0])]
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        ring: Ring = []
        for x, y in points:
            if not ring or ring[-1] != (round(x), round(y)):
                ring.append((round(x), round(y)))
        if len(ring) > 1 and ring[0] == ring[-1]:
            ring.pop()
        found.append(ring)
    whole = [ring for ring in found if len(ring) > 2]
    return whole or [max(found, key=len)[:1]]


def rebase(areas: dict[str, list[Ring]]) -> int:
    """Move the northernmost point to the top edge, and return the height that is left."""
    ys = [y for shape in areas.values() for ring in shape for _, y in ring]
    top = min(ys)
    for shape in areas.values():
        shape[:] = [[(x, y - top) for x, y in ring] for ring in shape]
    return max(ys) - top


def table(areas: dict[str, list[Ring]], keys: list[str]) -> str:
    """Return areas as JSON, one a line: the outline, and the box of its largest ring."""
    lines = []
    for name in keys:
        shape = sorted(areas[name], key=lambda ring: -area(ring))
        xs, ys = zip(*shape[0], strict=True)
        box = [min(xs), min(ys), max(xs), max(ys)]
        outline = "".join(outlined(ring) for ring in shape if len(ring) > 2)
        lines.append(f"{json.dumps(name)}:{json.dumps([box, outline], separators=(',', ':'))}")
    return "{\n" + ",\n".join(lines) + "}"


def area(ring: Ring) -> float:
    """Return the area of a ring."""
    nexts = [*ring[1:], ring[0]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, nexts, strict=True))) / 2


def outlined(ring: Ring) -> str:
    """Return a ring in the path language of SVG, each step relative to the last point."""
    (x, y), steps = ring[0], []
    for u, v in ring[1:]:
        steps.append(f"{u - x} {v - y}".replace(" -", "-"))
        x, y = u, v
    return f"M{ring[0][0]} {ring[0][1]}l" + " ".join(steps).replace(" -", "-") + "z"


if __name__ == "__main__":
    main(sys.argv[1])
