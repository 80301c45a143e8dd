"""The shapes of the map, and how areas that are no states are painted."""

import datetime as dt
import importlib.util
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_status import Registry, load
from icc_status.jurisdiction.extent import find_place, territorial_link
from icc_status.jurisdiction.grounds import Finding
from icc_status.pictures.areas import place_of, state_looks, territory_look, territory_looks
from icc_status.pictures.palette import BARE
from icc_status.pictures.view import View
from icc_status.pictures.world import Shape, world

TODAY = dt.date(2026, 11, 26)
Cell = tuple[int, int]


def tool(name: str):
    """Return a script of tools/ as a module."""
    path = Path(__file__).parent.parent / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GEOMETRY = tool("geometry")
REGISTRY = load()


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Draw all states: each has a shape."""
    return REGISTRY


def shapes(detailed: bool) -> dict[str, Shape]:
    """Return all areas of the map."""
    return {**world(detailed).states, **world(detailed).elsewhere}


def rings(shape: Shape) -> list[list[Cell]]:
    """Return the corners of each part of an outline."""
    found = []
    for part in shape.outline.split("M")[1:]:
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        x, y = numbers[:2]
        ring = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(ring)
    return found


def at(lon: float, lat: float, name: str) -> tuple[float, float]:
    """Return where a place lies on the grid of a file of shapes."""
    width, left, top = json.loads(
        files("icc_status.pictures").joinpath(name).read_text(encoding="utf-8")
    )["grid"]
    ((x, y),) = GEOMETRY.on_grid([(lon, lat)], width)
    return x - left, y - top


def inside(shape: Shape, x: float, y: float) -> bool:
    """Tell whether a point lies in a shape: a ray from it crosses the outline an odd number."""
    crossed = False
    for ring in rings(shape):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed


PLACES = {
    "Simferopol": (34.10, 44.95, "UKR"),
    "Sevastopol": (33.60, 44.62, "UKR"),
    "Donetsk": (37.80, 48.00, "UKR"),
    "Laayoune": (-13.10, 27.10, "ESH"),
    "Dakhla, inland": (-15.60, 23.90, "ESH"),
    "Tifariti": (-10.57, 26.16, "ESH"),
    "Tskhinvali": (43.97, 42.23, "GEO"),
    "Sukhumi": (41.10, 43.03, "GEO"),
    "Tiraspol": (29.64, 46.84, "MDA"),
    "Stepanakert": (46.75, 39.82, "AZE"),
    "Ramallah": (35.20, 31.90, "PSE"),
    "North of Nicosia": (33.36, 35.25, "CYP"),
    "Hargeisa": (44.06, 9.56, "SOM"),
    "Golan, as the foot says": (35.75, 33.00, "ISR"),
    "Pristina": (21.16, 42.66, "XKX"),
    "Stanley": (-58.30, -51.75, "FLK"),
    "Taipei": (121.40, 24.90, "TWN"),
    "Nuuk, inland": (-50.50, 64.40, "GRL"),
    "Cayenne, inland": (-52.80, 4.40, "FRA"),
    "Moscow": (37.60, 55.75, "RUS"),
    "Anadyr, beyond 180 degrees": (-175.0, 66.5, "RUS"),
    "Nome": (-163.0, 65.5, "USA"),
}


IN_DETAIL = {
    "Gaza": (34.42, 31.45, "PSE"),
    "Akrotiri": (32.95, 34.62, "CYP"),
    "Kaesong": (126.55, 37.97, "PRK"),
}
"""Places too near a border for the coarse grid of the world."""


@pytest.mark.parametrize(
    ("lon", "lat", "code", "name"),
    [
        pytest.param(*place, name, id=f"{what} in {name}")
        for name, places in (("world.json", PLACES), ("region.json", PLACES | IN_DETAIL))
        for what, place in places.items()
    ],
)
def test_borders_follow_the_united_nations(lon, lat, code, name):
    """A place lies in the state whose acts are followed there, and in no other area."""
    x, y = at(lon, lat, name)

    assert [
        other for other, shape in shapes(name == "region.json").items() if inside(shape, x, y)
    ] == [code]


@pytest.mark.parametrize("detailed", [False, True])
def test_there_is_a_shape_for_every_state(registry: Registry, detailed):
    """Every state has its shape; what the source draws apart is joined or an area without state."""
    assert set(world(detailed).states) == {state.iso3 for state in registry}
    assert {"CYN", "SOL", "ATA", "IOA"} & set(shapes(detailed)) == set()
    pointlike = {code for code, shape in world(detailed).states.items() if not shape.outline}
    assert pointlike <= {"MCO", "MDV", "NRU", "TUV", "VAT"}


def test_simplified_neighbours_still_fit():
    """Every corner of a border between two states of the interior belongs to both of them."""
    found = {
        code: {cell for ring in rings(s) for cell in ring} for code, s in shapes(False).items()
    }
    around = found["ZMB"] | found["COD"] | found["ZWE"] | found["MOZ"] | found["ZAF"]
    others = set().union(*(cells for code, cells in found.items() if code not in {"PRY", "LSO"}))

    assert found["LSO"] <= found["ZAF"] <= around
    assert found["PRY"] <= others


def test_disputed_borders_lie_on_borders():
    """Each dash begins and ends on a corner of an outline."""
    corners = {cell for shape in shapes(True).values() for ring in rings(shape) for cell in ring}
    dashes = rings(Shape((0, 0, 0, 0), world(detailed=True).disputed))

    assert len(dashes) >= 11
    for dash in dashes:
        assert set(dash) <= corners


@pytest.mark.parametrize(
    ("code", "day", "shade"),
    [
        ("GRL", "2004-09-30", BARE),
        ("GRL", "2004-10-01", "party"),
        ("FRO", "2006-09-30", BARE),
        ("FRO", "2006-10-01", "party"),
        ("FLK", "2010-03-10", BARE),
        ("FLK", "2010-03-11", "party"),
        ("BMU", "2010-03-11", "party"),
        ("IMN", "2013-01-31", BARE),
        ("IMN", "2013-02-01", "party"),
        ("NCL", "2000-06-08", BARE),
        ("NCL", "2000-06-09", "contracting"),
        ("NCL", "2002-07-01", "party"),
        ("ABW", "2002-07-01", "party"),
        ("CXR", "2002-08-31", "contracting"),
        ("CXR", "2002-09-01", "party"),
        ("GGY", "2026-10-02", BARE),  # open: no act names it
        ("SGS", "2026-10-02", BARE),
        ("PRI", "2026-10-02", BARE),  # the United States signed only
        ("HKG", "2026-10-02", BARE),
        ("ESH", "2026-10-02", BARE),
        ("XKX", "2026-10-02", BARE),
        ("TWN", "2026-10-02", BARE),
    ],
)
def test_territories_are_painted_by_the_acts_that_cover_them(registry, code, day, shade):
    """The day before, the day: a territory has its state's shade while an instrument reaches it."""
    assert territory_look(registry, code, dt.date.fromisoformat(day)).shade == shade


@pytest.mark.parametrize("day", ["2002-06-30", "2002-07-01", "2009-01-01", "2026-10-02"])
def test_territories_agree_with_jurisdiction(registry: Registry, day):
    """An area is painted as a party's exactly where jurisdiction finds a party's territory."""
    on = dt.date.fromisoformat(day)
    for code in world().elsewhere:
        place = place_of(registry, code)
        holds = place and territorial_link(find_place(code, registry), registry, on).finding
        painted = territory_look(registry, code, on).shade in {"party", "withdrawing"}

        assert painted == (holds is Finding.HOLDS), code


@settings(max_examples=60)
@given(st.sampled_from(sorted(shapes(False))), st.dates(dt.date(1998, 7, 17), dt.date(2030, 1, 1)))
def test_what_is_shown_over_time_agrees_with_the_day(code, day):
    """The span that a day falls in shows an area as the day itself does."""
    states = {state.iso3: state for state in REGISTRY}
    view = View(REGISTRY, day, TODAY)
    if code in states:
        spans, now = state_looks(REGISTRY, states[code]), view.look(states[code])
    else:
        spans, now = territory_looks(REGISTRY, code), view.territory(code)
    held = [span.value for span in spans if span.first <= day][-1]

    assert held == now


def test_region_paints_the_territories_of_its_states(registry: Registry):
    """With a region only its states' territories have their shade."""
    day = dt.date(2026, 10, 2)
    western = View(registry, day, TODAY, region="WEOG")
    african = View(registry, day, TODAY, region="Africa")

    assert western.territory("GRL").shade == "party"
    assert african.territory("GRL").shade == "outside"


def test_notice_of_the_shapes_is_shipped():
    """The notices that the licences of the shapes ask for lie beside them."""
    text = files("icc_status.pictures").joinpath("world.LICENSE.txt").read_text(encoding="utf-8")

    for needed in ("BSD 3-Clause", "Redistribution and use", "ISC", "Michael Bostock", "public"):
        assert needed in text
