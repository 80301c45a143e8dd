"""The map as SVG and as a page, read as XML and as text; tests/test_browser.py runs the page."""

import datetime as dt
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import hypot
from pathlib import Path
from xml.etree import ElementTree

import pytest

from icc_status import Registry, __version__, load
from icc_status.errors import QuestionError
from icc_status.pictures import chart_page, chart_svg, map_page
from icc_status.pictures.map_svg import picture
from icc_status.pictures.view import RADIUS, View, markers
from icc_status.pictures.world import world
from icc_status.queries.categories import category, legend, tally

SVG = "{http://www.w3.org/2000/svg}"
TODAY = dt.date(2026, 11, 26)
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
    return svg.findall(f".//{SVG}g[@class='areas states']/{SVG}g")


@pytest.mark.parametrize("day", DAYS)
def test_every_state_is_drawn_once_in_its_shade(drawn, registry: Registry, day):
    """Each of the registry's states is there once, with its shade and the registry's answer."""
    view = View(registry, dt.date.fromisoformat(day), TODAY)
    found = [
        (group.get("id"), group.get("class"), group.findtext(f"{SVG}title"))
        for group in groups(drawn("--on", day))
    ]

    assert sorted(found) == [
        (
            state.iso3,
            category(registry, state, view.on).shade,
            view.look(state).answer,
        )
        for state in registry
    ]


@pytest.mark.parametrize("day", DAYS)
def test_legend_counts_day_and_as_of(drawn, registry: Registry, day):
    """The picture says the number of each status, the day, and what the registry covers."""
    text = [line.text for line in drawn("--on", day).iter(f"{SVG}text")]
    projected = " (projected)" if dt.date.fromisoformat(day) > TODAY else ""

    for _, label, number in legend(tally(registry, dt.date.fromisoformat(day))):
        assert f"{label}: {number}" in text
    assert any(line.startswith(f"On {day}{projected}, of the ") for line in text)
    assert any(str(registry.as_of) in line for line in text if "prevails" in line or day in line)
    assert "Natural Earth" in " ".join(text)
    assert "no position on any border" in " ".join(text)
    assert "Dashed borders are disputed or not settled" in " ".join(text)


def test_class_alone_gives_areas_their_colours(drawn):
    """No area has a fill or a stroke of its own, so that a new class is all it takes."""
    for area in drawn().findall(f".//{SVG}svg//{SVG}g/{SVG}g"):
        for element in area.iter():
            assert {"fill", "stroke", "style"} & set(element.attrib) == set()


@pytest.mark.parametrize("code", ["NRU", "SMR", "COK", "AND", "TUV", "VAT", "MCO", "KNA", "SGP"])
def test_small_states_have_a_marker(drawn, code):
    """A state too small to see is also a circle, in a light halo."""
    (group,) = (group for group in groups(drawn()) if group.get("id") == code)

    assert [circle.get("class") for circle in group.findall(f"{SVG}circle")] == ["halo", "marker"]


PIXEL = 3.0
"""About the size of a pixel on the grid of the world."""


def test_markers_do_not_hide_each_other():
    """Circles that would overlap are moved apart, and not far."""
    found = list(markers(world().states, PIXEL).values())

    assert len(found) > 30
    for i, one in enumerate(found):
        assert hypot(one.x - one.home[0], one.y - one.home[1]) < 8 * RADIUS * PIXEL
        for other in found[:i]:
            assert hypot(one.x - other.x, one.y - other.y) > 2 * RADIUS * PIXEL


def test_markers_do_not_hide_narrow_states():
    """No circle lies on a state that is narrower than a circle, such as Israel."""
    shapes = world().states
    circles = markers(shapes, PIXEL)
    narrow = {code for code, shape in shapes.items() if shape.breadth < 2 * RADIUS * PIXEL}

    assert {"ISR", "SLV", "GMB"} <= narrow - set(circles)
    for code in narrow - set(circles):
        left, top, right, bottom = shapes[code].box
        for circle in circles.values():
            across = max(left - circle.x, 0, circle.x - right)
            down = max(top - circle.y, 0, circle.y - bottom)
            assert max(across, down) >= RADIUS * PIXEL, code


def test_region_leaves_the_others_without_colour(drawn, registry: Registry):
    """With --region only its states have a shade and are counted; the others are outlines."""
    svg = drawn("--region", "africa", "--on", "2026-10-02")
    african = {state.iso3 for state in registry if state.region == "Africa"}
    shades = {group.get("id"): group.get("class") for group in groups(svg)}

    assert {code for code, shade in shades.items() if shade != "outside"} == african
    assert set(shades) == {state.iso3 for state in registry}
    assert any("of the 54 African States" in line.text for line in svg.iter(f"{SVG}text"))


def test_region_says_nothing_of_the_others(drawn, registry: Registry):
    """What lies outside the region has no answer and no mark, only its name."""
    svg = drawn("--region", "asia-pacific", "--on", "2026-10-02")
    (russia,) = (group for group in groups(svg) if group.get("id") == "RUS")
    (greenland,) = (g for g in svg.iter(f"{SVG}g") if g.get("id") == "GRL")

    for area, name in ((russia, registry["RUS"].name), (greenland, "Greenland")):
        assert area.findtext(f"{SVG}title") == f"{name}: outside the group that this map shows."
        assert area.find(f"{SVG}text") is None


def test_areas_without_a_status_say_so(drawn):
    """What no act covers is there without a shade, in the registry's own words."""
    others = drawn("--on", "2026-10-02").findall(f".//{SVG}g[@class='areas others']/{SVG}g")
    bare = {g.get("id"): g.findtext(f"{SVG}title") for g in others if g.get("class") == "bare"}

    assert {"ESH", "XKX", "TWN", "HKG", "PRI", "GGY", "SGS", "KAS"} <= set(bare)
    assert bare["XKX"].startswith("Kosovo: The depositary lists no")
    assert bare["KAS"].startswith("Siachen Glacier: ")


@pytest.mark.parametrize(
    ("args", "title", "said"),
    [
        (("--on", "2026-10-02"), "States and the Rome", "On 2026-10-02, of the 197 states 125 are"),
        (("--on", "2027-12-31"), "States and the Rome", "On 2027-12-31 (projected), of the 197"),
        (
            ("--on", "2026-10-02", "--region", "africa"),
            "African States and the Rome",
            "On 2026-10-02, of the 54 African States ",
        ),
    ],
)
def test_title_names_region_and_day(drawn, args, title, said):
    """The title says which states and which day; the line below says where it is projected."""
    svg = drawn(*args)
    text = {line.get("id"): line.text for line in svg.iter(f"{SVG}text")}

    assert text["heading"].startswith(title)
    assert text["heading"].endswith(f" on {args[1]}")
    assert text["answer"].startswith(said)
    assert svg.findtext(f"{SVG}title") == text["heading"]


def test_picture_names_its_source(drawn, registry: Registry):
    """Depositary, tool and version, as-of, and licence stand in one line."""
    text = " ".join(line.text for line in drawn().iter(f"{SVG}text"))

    assert (
        "Source: United Nations Treaty Collection, chapter XVIII.10, which prevails;"
        f" icc-status {__version__}, registry as of {registry.as_of}, CC0 1.0." in text
    )


@pytest.mark.parametrize(
    ("day", "doubted"),
    [
        ("2016-11-29", {"GRL"}),
        ("2016-11-30", {"GRL", "RUS"}),
        ("2026-09-22", {"GRL", "RUS"}),
        ("2026-09-23", {"GRL", "NRU", "RUS"}),
    ],
)
def test_doubt_has_a_mark_and_a_note(drawn, registry: Registry, day, doubted):
    """A status that rests on an act of less than full confidence is marked and explained."""
    svg = drawn("--on", day)
    areas = svg.findall(f".//{SVG}svg//{SVG}g/{SVG}g")
    marked = {g.get("id") for g in areas if g.find(f"{SVG}text[@class='doubt']") is not None}
    notes = " ".join(line.text for line in svg.iter(f"{SVG}text"))

    assert marked == doubted
    for code in doubted & {state.iso3 for state in registry}:
        assert f"{registry[code].name} (notice " in notes.partition("?: the status rests on")[2]
    for area in areas:
        if area.get("id") in doubted:
            title = area.findtext(f"{SVG}title")
            assert ("not fully attested" in title) != ("confidence: " in title)


def test_world_is_light(drawn, tmp_path):
    """The map of the world has at most 200 KB, with every state still there."""
    svg = drawn()

    assert (tmp_path / "map.svg").stat().st_size <= 200_000
    for group in groups(svg):
        assert group.find(f"{SVG}path") is not None or group.find(f"{SVG}circle") is not None


@pytest.mark.parametrize("day", DAYS)
def test_page_holds_the_same_facts_without_a_script(run, registry: Registry, tmp_path, day):
    """The page as it is delivered shows the day: shades on the map, statuses in the table."""
    path = tmp_path / "map.html"
    assert run("map", "-o", str(path), "--on", day).code == 0
    html = path.read_text(encoding="utf-8")
    on = dt.date.fromisoformat(day)
    states = html.partition('class="areas states"')[2]
    drawn = re.findall(r'<g id="([A-Z]{3})" class="([a-z-]+)"', states)
    rows = re.findall(r'<tr id="row-([A-Z]{3})"', html)

    assert sorted(drawn) == [(s.iso3, category(registry, s, on).shade) for s in registry]
    assert Counter(rows) == Counter(state.iso3 for state in registry)


def test_page_needs_nothing_beside_it(run, registry: Registry, tmp_path):
    """The page forbids itself to fetch, and holds no address but in links to its sources."""
    path = tmp_path / "map.html"
    run("map", "-o", str(path))
    html = path.read_text(encoding="utf-8")
    facts = json.loads(html.partition('id="facts">')[2].partition("</script>")[0])

    assert "default-src 'none'" in html
    loose = re.sub(r'<a href="https://[^"]+">', "", html)
    assert not re.search(r"\b(?:src|href)=|url\((?!#)|@import|https?://(?!www\.w3\.org/)", loose)
    assert {state.iso3 for state in registry} < set(facts["areas"])


@pytest.mark.parametrize("verb", ["map", "chart"])
def test_png_says_what_it_is(run, registry: Registry, tmp_path, verb):
    """A PNG has two dots to a pixel of the SVG, and its title and source as metadata."""
    path = tmp_path / "picture.PNG"

    assert run(verb, "-o", str(path)).code == 0
    data = path.read_bytes()
    chunks = dict(png_texts(data))
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 2400
    assert "Rome Statute" in chunks["Title"]
    assert f"as of {registry.as_of}" in chunks["Source"]
    assert set(chunks) == {"Title", "Description", "Source", "Software", "Copyright"}


def png_texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the keywords and texts of a PNG, and check each chunk by its checksum."""
    place = 8
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        body = data[place + 4 : place + 8 + size]
        assert zlib.crc32(body).to_bytes(4, "big") == data[place + 8 + size : place + 12 + size]
        if body.startswith(b"iTXt"):
            keyword, _, rest = body[4:].partition(b"\0")
            yield keyword.decode(), rest[4:].decode()
        place += 12 + size


@pytest.mark.parametrize("verb", ["map", "chart"])
def test_missing_extra_is_named_before_anything_is_drawn(run, tmp_path, monkeypatch, verb):
    """Where the library for a PNG is missing, one line names the command to install it."""
    for drawing in ("map_svg.picture", "chart_svg.picture"):
        monkeypatch.delattr(f"icc_status.pictures.{drawing}")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.chdir(tmp_path)
    result = run(verb, "-o", "a.png")

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "icc-status: this picture needs vl-convert-python: pip install 'icc-status[map]'\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["map", "chart"])
@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_pictures_need_no_extra(run, tmp_path, monkeypatch, verb, suffix):
    """As SVG and as a page a picture is drawn by the base install."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    path = tmp_path / f"picture.{suffix}"

    assert run(verb, "-o", str(path)).code == 0
    assert path.stat().st_size > 20_000


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
            width = len(line.text or "") * float(line.get("font-size")) * 0.52
            if line.get("class") != "doubt":
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
    svg = ElementTree.fromstring(picture(View(few, day, today=day)))

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


HOSTILE = """<img src=x onerror="alert('&')">&amp;</script><!--"""


def test_no_text_of_a_registry_can_break_a_picture(registry: Registry):
    """Markup and quotes in names, regions, notes and answers come out as the text that they are."""
    nauru = registry["NRU"]
    acts = tuple(replace(act, note=HOSTILE, confidence=HOSTILE) for act in nauru.acts)
    hostile = replace(
        registry,
        states=(replace(nauru, name=HOSTILE, acts=acts), registry["FRA"]),
        regions=dict.fromkeys(registry.regions, HOSTILE),
        not_states=tuple(
            replace(part, name=f"{part.name} {HOSTILE}", answer=HOSTILE)
            for part in registry.not_states
        ),
        ambiguous={},
        folds={},
    )
    day = dt.date(2026, 10, 2)
    view = View(hostile, day, TODAY)
    html, chart = map_page.picture(view), chart_page.picture(hostile, day)
    svg = ElementTree.fromstring(picture(view))

    for text in (html, chart):
        assert "<img" not in text
        assert text.count("</script>") == text.count("<script")
    ElementTree.fromstring(chart_svg.picture(hostile, day))
    assert any(HOSTILE in (title.text or "") for title in svg.iter(f"{SVG}title"))


def test_one_function_escapes_everything():
    """Only the building blocks of pages know how text is made safe; all else asks them."""
    folder = Path(map_page.__file__).parent
    knowing = {path.name for path in folder.glob("*.py") if "from html import" in path.read_text()}

    assert knowing == {"page.py"}
