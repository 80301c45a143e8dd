"""The map as SVG and as a page, read as XML and as text; tests/test_browser.py runs the page."""

import datetime as dt
import json
import re
import sys
from collections import Counter
from dataclasses import replace
from math import hypot
from xml.etree import ElementTree

import pytest

from icc_status import Registry, load
from icc_status.errors import QuestionError
from icc_status.pictures.map_svg import picture
from icc_status.pictures.view import RADIUS, View, markers
from icc_status.pictures.words import told
from icc_status.pictures.world import world
from icc_status.queries.categories import category, legend, tally

SVG = "{http://www.w3.org/2000/svg}"
DAYS = ["1998-07-17", "2002-07-01", "2006-06-02", "2016-12-01", "2026-10-02", "2027-12-31"]


@pytest.fixture(scope="module")
def registry():
    """Draw all states: each has a shape."""
    return load()


@pytest.fixture
def drawn(run, tmp_path):
    """Run `icc-status map` and return the SVG as a tree."""

    def drawn(*args: str) -> ElementTree.Element:
        path = tmp_path / "map.svg"
        result = run("map", "-o", str(path), *args)
        assert (result.code, result.out) == (0, "")
        return ElementTree.parse(path).getroot()

    return drawn


def groups(svg: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the groups that stand for states."""
    return svg.findall(f".//{SVG}g[@class='states']/{SVG}g")


@pytest.mark.parametrize("day", DAYS)
def test_every_state_is_drawn_once_in_its_shade(drawn, registry: Registry, day):
    """Each of the registry's states is there once, with its shade and the registry's answer."""
    on = dt.date.fromisoformat(day)
    found = [
        (group.get("id"), group.get("class"), group.findtext(f"{SVG}title"))
        for group in groups(drawn("--on", day))
    ]

    assert sorted(found) == [
        (state.iso3, category(registry, state, on).shade, told(registry, state, on))
        for state in registry
    ]


@pytest.mark.parametrize("day", DAYS)
def test_legend_counts_day_and_as_of(drawn, registry: Registry, day):
    """The picture says the number of each status, the day, and what the registry covers."""
    text = [line.text for line in drawn("--on", day).iter(f"{SVG}text")]

    for _, label, number in legend(tally(registry, dt.date.fromisoformat(day))):
        assert f"{label}: {number}" in text
    assert any(line.startswith(f"On {day}, of the ") for line in text)
    assert any(str(registry.as_of) in line for line in text if "prevails" in line or day in line)
    assert any("Natural Earth" in line and "no position" in line for line in text)


def test_same_shade_has_same_paint(drawn):
    """Paint follows the class: states of one shade look alike, states of two shades do not."""
    paints = {(group.get("class"), group.get("fill")) for group in groups(drawn())}

    assert len(paints) == len({name for name, _ in paints}) == len({paint for _, paint in paints})


@pytest.mark.parametrize("code", ["NRU", "SMR", "COK", "AND", "TUV", "VAT", "MCO", "KNA", "SGP"])
def test_small_states_have_a_marker(drawn, code):
    """A state too small to see is also a circle."""
    (group,) = (group for group in groups(drawn()) if group.get("id") == code)

    assert len(group.findall(f"{SVG}circle")) == 1


def test_markers_do_not_hide_each_other():
    """Circles that would overlap are moved apart, and not far."""
    found = list(markers(world().states, pixel=8.0).values())

    assert len(found) > 30
    for i, one in enumerate(found):
        assert hypot(one.x - one.home[0], one.y - one.home[1]) < 4 * RADIUS * 8
        for other in found[:i]:
            assert hypot(one.x - other.x, one.y - other.y) > 2 * RADIUS * 8


def test_region_leaves_the_others_without_colour(drawn, registry: Registry):
    """With --region only its states have a shade and are counted; the others are outlines."""
    svg = drawn("--region", "africa", "--on", "2026-10-02")
    african = {state.iso3 for state in registry if state.region == "Africa"}
    shades = {group.get("id"): group.get("class") for group in groups(svg)}

    assert {code for code, shade in shades.items() if shade != "outside"} == african
    assert set(shades) == {state.iso3 for state in registry}
    assert any("of the 54 African States" in line.text for line in svg.iter(f"{SVG}text"))


def test_shapes_are_those_of_the_registry(registry: Registry):
    """There is a shape for every state listed; two are points, too small for the grid."""
    assert set(world().states) == {state.iso3 for state in registry}
    assert [code for code, shape in world().states.items() if not shape.outline] == ["TUV", "VAT"]


def test_areas_that_are_no_states_say_so(drawn):
    """What the source draws apart is there without a shade, in the registry's own words."""
    paths = drawn().findall(f".//{SVG}path[@class='elsewhere']")
    titles = [path.findtext(f"{SVG}title") for path in paths]

    assert len(titles) == len(world().elsewhere)
    for start in ("Kosovo: The depositary lists no", "Greenland: Greenland took part in no act"):
        assert any(title.startswith(start) for title in titles)


@pytest.mark.parametrize("day", DAYS)
def test_page_holds_the_same_facts_without_a_script(run, registry: Registry, tmp_path, day):
    """The page as it is delivered shows the day: shades on the map, statuses in the table."""
    path = tmp_path / "map.html"
    assert run("map", "-o", str(path), "--on", day).code == 0
    html = path.read_text(encoding="utf-8")
    on = dt.date.fromisoformat(day)
    drawn = re.findall(r'<g id="([A-Z]{3})" class="([a-z-]+)"', html)
    rows = re.findall(r'<tr id="row-([A-Z]{3})"', html)

    assert sorted(drawn) == [(s.iso3, category(registry, s, on).shade) for s in registry]
    assert Counter(rows) == Counter(state.iso3 for state in registry)


def test_page_needs_nothing_beside_it(run, registry: Registry, tmp_path):
    """The page forbids itself to fetch, and holds no address that it could fetch from."""
    path = tmp_path / "map.html"
    run("map", "-o", str(path))
    html = path.read_text(encoding="utf-8")
    facts = json.loads(html.partition('id="facts">')[2].partition("</script>")[0])

    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)\s*=|url\((?!#)|@import|https?://(?!www\.w3\.org/)", html)
    assert len(facts["states"]) == len(registry)


def test_png_is_a_png(run, tmp_path):
    """A PNG is drawn from the same SVG, at two dots to a pixel."""
    path = tmp_path / "map.PNG"

    assert run("map", "-o", str(path)).code == 0
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 2400


@pytest.mark.parametrize("args", [("map", "-o", "a.png"), ("chart", "-o", "a.svg")])
def test_missing_extra_is_named_before_anything_is_drawn(run, tmp_path, monkeypatch, args):
    """Where the library for a picture is missing, one line names the command to install it."""
    for drawing in ("map_svg.picture", "chart_svg.picture"):
        monkeypatch.delattr(f"icc_status.pictures.{drawing}")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.chdir(tmp_path)
    result = run(*args)

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "icc-status: this picture needs vl-convert-python: pip install 'icc-status[map]'\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_map_needs_no_extra(run, tmp_path, monkeypatch, suffix):
    """As SVG and as a page the map is drawn by the base install."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    path = tmp_path / f"map.{suffix}"

    assert run("map", "-o", str(path)).code == 0
    assert path.stat().st_size > 100_000


@pytest.mark.parametrize("verb", ["map", "chart"])
@pytest.mark.parametrize("name", ["map", "map.pdf", "map.svg.gz", ".svg"])
def test_unknown_suffix_is_refused(run, verb, name):
    """A name without a known suffix is refused, and the known ones are listed."""
    result = run(verb, "-o", name)

    assert (result.code, result.out) == (2, "")
    assert ".svg, .png, .html" in result.err


@pytest.mark.parametrize("verb", ["map", "chart"])
def test_unwritable_path_is_an_error(run, tmp_path, verb):
    """A folder that does not exist, or a folder in the file's place, is one line and exit 4."""
    folder = tmp_path / "folder.svg"
    folder.mkdir()
    for path in (tmp_path / "none" / "map.svg", folder):
        result = run(verb, "-o", str(path))

        assert (result.code, result.out) == (4, "")
        assert result.err.startswith(f"icc-status: {path} could not be written: ")
        assert len(result.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [folder]


def test_legend_fits_the_picture(drawn):
    """No line of text is so long that it would be cut at the right edge, also with a region."""
    for args in ((), ("--region", "weog"), ("--on", "2027-12-31")):
        for line in drawn(*args).iter(f"{SVG}text"):
            width = len(line.text) * float(line.get("font-size")) * 0.52

            assert float(line.get("x")) + width < 1200, line.text


def test_failed_write_leaves_the_old_file(run, tmp_path, monkeypatch):
    """A file is replaced whole or not at all: a failure leaves the old one and nothing else."""
    path = tmp_path / "map.svg"
    path.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)

    assert run("map", "-o", str(path)).code == 4
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_day_ahead_is_remarked(run, tmp_path):
    """A day ahead is drawn as projected, and standard error says so."""
    path = tmp_path / "map.svg"
    result = run("map", "-o", str(path), "--on", "2027-12-31")

    assert "projected from what was notified" in result.err
    assert "projected" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Missing option '-o'"),
        (("-o", "m.svg", "--on", "1998-07-16"), "before the Rome Statute was adopted"),
        (("-o", "m.svg", "--region", "Atlantis"), "--region"),
    ],
    ids=["no file", "too early", "no region"],
)
def test_bad_questions_are_refused(run, args, said):
    """What is missing or wrong is said in one line, with exit code 2."""
    result = run("map", *args)

    assert result.code == 2
    assert said in result.err


def test_smaller_registry_is_drawn_whole(registry: Registry):
    """States that another registry does not list are outlines, and its own are in their shades."""
    few = replace(registry, states=(registry["NER"], registry["PRK"]), ambiguous={})
    day = dt.date(2026, 10, 2)
    svg = ElementTree.fromstring(picture(View(few, day, today=day), "foot"))

    assert {(group.get("id"), group.get("class")) for group in groups(svg)} == {
        ("NER", "withdrawing"),
        ("PRK", "non-signatory"),
    }
    assert "FRA: not in this registry." in {title.text for title in svg.iter(f"{SVG}title")}


def test_region_without_states_is_refused(registry: Registry):
    """A registry that has no state in the region asked for has no such map."""
    few = replace(registry, states=(registry["NER"],), ambiguous={})
    day = dt.date(2026, 10, 2)

    with pytest.raises(QuestionError, match="no state of this registry is in WEOG"):
        View(few, day, today=day, region="WEOG")


def test_unknown_code_is_refused(registry: Registry):
    """A state that the map has no shape for is named, and nothing is drawn without it."""
    few = replace(registry, states=(replace(registry["NER"], iso3="XXX"),), ambiguous={})
    day = dt.date(2026, 10, 2)

    with pytest.raises(QuestionError, match="no shape for XXX"):
        View(few, day, today=day)
