"""The colours of the pictures are told apart: by all eyes, in grey print, and from the sea."""

from itertools import combinations

import pytest
from colours import EYES, PUBLISHED, difference, grey_print, lab, linear, seen

from icc_status.pictures.palette import GROUNDS, PAINTS
from icc_status.queries.categories import SHADES


def lightness(colour: str) -> float:
    """Return L* of "#rrggbb", from 0 to 100 (CIE 1976)."""
    return lab(linear(colour))[0]


def luma(colour: str) -> float:
    """Return the grey of "#rrggbb" as printers and scanners take it, from 0 to 255 (Rec. 601)."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return sum(c * weight for c, weight in zip(parts, (0.299, 0.587, 0.114), strict=True))


@pytest.fixture(params=["light", "dark"])
def shades(request) -> dict[str, str]:
    """Return the colours of the shades that are not striped, on light and on dark ground."""
    return {
        name: getattr(paint, request.param) for name, paint in PAINTS.items() if not paint.striped
    }


@pytest.fixture(params=["light", "dark"])
def grounds(request) -> dict[str, str]:
    """Return the other colours and the palest shade, on light and on dark ground."""
    paints = {**GROUNDS, "pale": PAINTS["non-signatory"]}
    return {name: getattr(paint, request.param) for name, paint in paints.items()}


@pytest.mark.parametrize(("grey", "apart"), [(lightness, 9), (luma, 22)])
def test_lightness_alone_tells_the_colours_apart(shades, grey, apart):
    """Without their hues any two shades still differ, to the eye (in L*) and on a grey print."""
    assert len(shades) == len(SHADES) - 1
    for one, other in combinations(shades.values(), 2):
        assert abs(grey(one) - grey(other)) >= apart


@pytest.mark.parametrize("eyes", EYES)
def test_eyes_of_every_kind_tell_the_colours_apart(shades, eyes):
    """Any two shades differ by 12 or more (CIEDE2000), to eyes of each kind."""
    for one, other in combinations(shades.values(), 2):
        assert difference(seen(one, eyes), seen(other, eyes)) >= 12


@pytest.mark.parametrize("pair", [("party", "withdrawn"), ("non-signatory", "signatory")])
def test_grey_print_tells_the_likeliest_mistakes_apart(shades, pair):
    """In grey, party and former party, and signatory and non-signatory, differ by 12 or more."""
    one, other = (grey_print(shades[name]) for name in pair)

    assert difference(one, other) >= 12


def test_land_is_seen_against_the_sea(grounds):
    """Land without a status differs from the sea and the palest shade, and has an outline."""
    looks = {name: seen(colour, "all colours") for name, colour in grounds.items()}

    assert difference(looks["land"], looks["sea"]) >= 3
    assert difference(looks["land"], looks["pale"]) >= 9
    assert difference(looks["sea"], looks["pale"]) >= 9
    assert difference(looks["edge"], looks["sea"]) >= 25
    assert difference(looks["edge"], looks["land"]) >= 25


@pytest.mark.parametrize(("one", "other", "expected"), PUBLISHED)
def test_difference_is_the_standard_one(one, other, expected):
    """The formula gives what its authors publish (Sharma, Wu and Dalal, 2005)."""
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)
