"""The pages in a real browser, headless Chromium; conftest.py says what happens without it."""

import base64
import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import axe_core_python
import pytest
from browser import Browser, chromium

from icc_status import Registry, load
from icc_status.model.status import Status
from icc_status.pictures.view import View
from icc_status.queries.categories import WITHDRAWING, category, tally

pytestmark = pytest.mark.browser
DAY = "2026-10-02"
TODAY = dt.date(2026, 11, 24)
SVG = "{http://www.w3.org/2000/svg}"
AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
PHONE, DESK = (390, 844), (1250, 1000)
CLASSES = """Object.fromEntries([...document.querySelectorAll("svg.world .states > g")]
  .map((g) => [g.id, g.getAttribute("class")]))"""
TABLE = """Object.fromEntries([...document.querySelectorAll("tbody tr")]
  .map((row) => [row.cells[1].textContent, row.innerText]))"""


@pytest.fixture(scope="module")
def registry():
    """Draw all states: the keyboard walks through them."""
    return load()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a Chromium of its own, with a fresh profile."""
    program = chromium()
    assert program, "install Chromium: apt-get install chromium"
    browser = Browser(program, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def page(browser, run, tmp_path):
    """Draw the map of 2 October 2026 and open it."""
    path = tmp_path / "map.html"
    assert run("map", "-o", str(path), "--on", DAY).code == 0
    browser.resize(*DESK)
    browser.open(path)
    return browser


def slide(page: Browser, day: str) -> None:
    """Move the slider to the stop with that day, as a hand would."""
    page.run(
        f"""slider.value = stops.indexOf({json.dumps(day)});
        slider.dispatchEvent(new Event("input"))"""
    )


def tip(page: Browser) -> str | None:
    """Return what the tooltip says, or None where it is hidden."""
    return page.run("tip.hidden ? null : tip.innerText")


def test_page_asks_nothing_of_the_network_and_logs_nothing(page):
    """Loading the page and playing it makes no request but for the file, and no complaint."""
    slide(page, "2005-12-31")
    page.run("play.click()")
    page.press("Escape")

    assert {url.partition(":")[0] for url in page.requests} <= {"file", "data"}
    assert page.complaints == []


def test_slider_stops_at_the_end_of_every_year(page):
    """The slider runs from 1998 to the last year with a change that was notified."""
    stops = page.run("stops")

    assert stops == [f"{year}-12-31" for year in range(1998, 2026)] + [DAY, "2027-12-31"]


@pytest.mark.parametrize(
    "day", ["1998-12-31", "2001-12-31", "2005-12-31", "2016-12-31", DAY, "2027-12-31"]
)
def test_map_and_legend_follow_the_slider(page, registry: Registry, day):
    """On any stop every state has the registry's shade, and the legend its counts."""
    slide(page, day)
    on = dt.date.fromisoformat(day)
    counts = tally(registry, on)
    parties = counts[Status.PARTY] + counts[WITHDRAWING]

    assert page.run(CLASSES) == {
        state.iso3: category(registry, state, on).shade for state in registry
    }
    assert page.run("byId('count-party').textContent") == str(parties)
    assert page.run("slider.getAttribute('aria-valuetext')").startswith(day)
    assert f"{parties} are parties" in page.run("document.querySelector('.said').textContent")


PAINTED = """Object.fromEntries([...document.querySelectorAll(".areas > g")].map((g) => {
  const style = getComputedStyle(g.querySelector("path") ?? g);
  return [g.id, [g.getAttribute("class"), style.fill, style.stroke, style.strokeWidth]]; }))"""


def test_class_alone_paints_at_every_stop(page, tmp_path, run):
    """At any stop all areas of one class look alike, and each as on a page drawn for that day."""
    looks: dict[str, set[tuple[str, ...]]] = {}
    for day in ("1998-12-31", "2001-12-31", "2010-12-31", "2018-12-31", "2027-12-31"):
        slide(page, day)
        painted = page.run(PAINTED)
        for kind, *look in painted.values():
            looks.setdefault(kind, set()).add(tuple(look))
    path = tmp_path / "later.html"
    run("map", "-o", str(path), "--on", "2027-12-31")
    page.open(path)

    assert page.run(PAINTED) == painted
    assert {len(found) for found in looks.values()} == {1}
    assert len({fill for ((fill, *_),) in looks.values() if not fill.startswith("url")}) >= 6


@pytest.mark.parametrize("day", ["2004-09-30", "2004-10-01", "2010-03-11", "2017-10-27"])
def test_any_day_can_be_asked_for(page, registry: Registry, day):
    """The field for a day shows states and territories as on that day, and names the day."""
    page.run(f"date.value = '{day}'; date.dispatchEvent(new Event('change'))")
    view = View(registry, dt.date.fromisoformat(day), TODAY)
    others = page.run(CLASSES.replace(".states", ".others"))

    assert page.run(CLASSES) == {state.iso3: view.look(state).shade for state in registry}
    assert others == {code: view.territory(code).shade for code in view.elsewhere}
    assert page.run("document.querySelector('h1').textContent").endswith(f"on {day}")
    assert page.run("location.hash") == f"#/{day}"


def test_permalink_names_state_and_day(page, tmp_path):
    """A page opened with a state and a day shows both; what is shown is kept in the address."""
    page.open(tmp_path / "map.html", "#RUS/2017-10-27")

    assert tip(page).startswith("Russian Federation\nSignatory that does not intend")
    assert page.run("date.value") == "2017-10-27"
    page.press("End")
    assert page.run("location.hash") == "#ZWE/2017-10-27"


@pytest.mark.parametrize("place", ["#XXX/2017-10-27", "#RUS/1998-07-16", "#RUS/2017-02-30", "#?"])
def test_bad_permalinks_are_passed_over(page, tmp_path, place):
    """A state or a day that is not there is passed over, without a complaint."""
    page.open(tmp_path / "map.html", place)

    assert page.complaints == []
    assert page.run("date.value") in {DAY, "2017-10-27"}


@pytest.mark.parametrize(
    ("typed", "code"), [("niger", "NER"), ("Niger", "NER"), ("NER", "NER"), ("Greenland", "GRL")]
)
def test_search_leads_to_an_area(page, typed, code):
    """A name or a code in the search field leads to its shape."""
    page.run(f"find.value = '{typed}'; find.dispatchEvent(new Event('change'))")

    assert page.run("document.activeElement.id") == code
    assert tip(page)


def test_search_offers_every_state(page, registry: Registry):
    """The search field offers the states by name; half a name leads nowhere."""
    offered = page.run("[...find.list.options].map((option) => option.value)")
    page.run("find.value = 'Nig'; find.dispatchEvent(new Event('change'))")

    assert set(offered) == {state.name for state in registry}
    assert tip(page) is None


def saved(page: Browser, button: str) -> str:
    """Press a button for a download and return the file, as a data URL."""
    return page.run(
        f"""new Promise((done) => {{
          save = (blob) => {{
            const reader = new FileReader();
            reader.onload = () => done(reader.result);
            reader.readAsDataURL(blob);
          }};
          byId("{button}").click();
        }})"""
    )


@pytest.mark.parametrize("day", ["2001-12-31", "2018-12-31", DAY])
def test_svg_download_is_what_the_command_draws(page, run, tmp_path, day):
    """The SVG that a page saves says and shows what `map -o` draws for that day."""
    slide(page, day)
    mine = ElementTree.fromstring(base64.b64decode(saved(page, "save-svg").partition(",")[2]))
    path = tmp_path / "map.svg"
    run("map", "-o", str(path), "--on", day)
    theirs = ElementTree.parse(path).getroot()

    assert shown(mine) == shown(theirs)
    mine_says, theirs_says = (
        " ".join(line.text for line in root.iter(f"{SVG}text") if line.text)
        for root in (mine, theirs)
    )
    assert mine_says == theirs_says


def shown(root: ElementTree.Element) -> dict[str, tuple[str, str]]:
    """Return the class and the outline of each area of a map."""
    return {
        group.get("id"): (group.get("class"), "".join(p.get("d") for p in group.iter(f"{SVG}path")))
        for group in root.findall(f".//{SVG}svg/{SVG}g/{SVG}g")
    }


def test_png_and_csv_downloads(page, registry: Registry):
    """The PNG is one; the CSV has a line for each state, as on the day."""
    slide(page, "2018-12-31")
    png = base64.b64decode(saved(page, "save-png").partition(",")[2])
    text = base64.b64decode(saved(page, "save-csv").partition(",")[2]).decode()
    rows = {row["iso3"]: row for row in csv.DictReader(io.StringIO(text))}

    assert png.startswith(b"\x89PNG")
    assert set(rows) == {state.iso3 for state in registry}
    assert rows["BDI"]["status"] == "Former State Party"
    assert rows["BDI"]["since"] == "2017-10-27"
    assert rows["VEN"]["state"] == registry["VEN"].name
    assert rows["RUS"]["doubt"].endswith("2016-11-30: medium)")


@pytest.mark.parametrize("code", ["NER", "AUS", "BRA", "ARG"])
def test_tooltip_stands_at_the_pointer(page, code):
    """The tooltip follows the pointer and stays beside it, within the window."""
    x, y = middle(page, code)
    for dx, dy in (0, 0), (3, 3):
        page.point(x + dx, y + dy)
        left, top, right, bottom = page.run(
            "(({left, top, right, bottom}) => [left, top, right, bottom])"
            "(tip.getBoundingClientRect())"
        )

        assert tip(page)
        assert max(left - x - dx, x + dx - right) <= 24
        assert max(top - y - dy, y + dy - bottom) <= 24
        assert (left >= 0, right <= DESK[0]) == (True, True)


def test_the_state_pointed_at_is_drawn_over_circles(page):
    """Israel, under the pointer, is drawn again above the circles beside it."""
    page.run("byId('ISR').focus()")

    assert page.run("ring.getAttribute('href')") == "#ISR"
    assert page.run("map.lastElementChild.id") == "ring"


@pytest.mark.parametrize("name", ["map", "chart"])
def test_pages_fit_a_telephone(browser, run, tmp_path, name):
    """At 390 pixels nothing runs off the side, the table is cards, and the legend is readable."""
    path = tmp_path / f"{name}.html"
    assert run(name, "-o", str(path), "--on", DAY).code == 0
    browser.resize(*PHONE)
    browser.open(path)
    wide = browser.run("""[...document.querySelectorAll("main *")].filter((e) =>
      !e.closest("svg, thead, .wide") && e.getBoundingClientRect().right > innerWidth)
      .map((e) => e.outerHTML.slice(0, 80))""")
    cell = "getComputedStyle(document.querySelector('td'))"

    assert browser.run("document.documentElement.scrollWidth") <= PHONE[0]
    assert wide == []
    assert browser.run(f"{cell}.display") == "block"
    assert (
        browser.run("parseFloat(getComputedStyle(document.querySelector('.legend')).fontSize)")
        >= 14
    )
    browser.resize(*DESK)


@pytest.mark.parametrize(
    ("dark", "size"), [(False, DESK), (True, PHONE)], ids=["light desk", "dark telephone"]
)
@pytest.mark.parametrize("name", ["map", "chart"])
def test_axe_finds_nothing(browser, run, tmp_path, name, dark, size):
    """axe, the checker of accessibility, finds nothing wrong with the pages."""
    path = tmp_path / f"{name}.html"
    assert run(name, "-o", str(path), "--on", DAY).code == 0
    browser.resize(*size)
    browser.open(path, dark=dark)
    browser.run(AXE + "; null")
    found = browser.run("axe.run().then(({violations}) => violations)")
    browser.resize(*DESK)

    assert [
        (fault["id"], fault["impact"], fault["nodes"][0]["html"][:120]) for fault in found
    ] == []


def test_who_wants_no_motion_gets_none(page, tmp_path):
    """Where the reader prefers no motion there is no button that plays."""
    assert page.run("play.checkVisibility()")
    page.open(tmp_path / "map.html", still=True)

    assert not page.run("play.checkVisibility()")


@pytest.mark.parametrize("name", ["map", "chart"])
def test_a_page_prints_on_one_sheet(browser, run, tmp_path, name):
    """A page is printed on one sheet, without its controls and its table."""
    path = tmp_path / f"{name}.html"
    assert run(name, "-o", str(path), "--on", DAY).code == 0
    browser.open(path)
    pdf = base64.b64decode(browser.send("Page.printToPDF", preferCSSPageSize=True)["data"])

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("name", ["map", "chart"])
def test_graphics_and_landmarks_have_names(browser, run, tmp_path, name):
    """There is one main part, one heading over it, and every graphic of it has a name."""
    path = tmp_path / f"{name}.html"
    assert run(name, "-o", str(path), "--on", DAY).code == 0
    browser.open(path)

    assert browser.run("document.querySelectorAll('main, h1').length") == 2
    assert (
        browser.run("""[...document.querySelectorAll("main svg")].filter((svg) =>
      !svg.ariaLabel && svg.ariaHidden !== "true").length""")
        == 0
    )


@pytest.mark.parametrize("day", ["2003-12-31", "2018-12-31", DAY])
def test_table_follows_the_slider(page, registry: Registry, day):
    """The table beneath holds each state's status and the acts done by the day, no later ones."""
    slide(page, day)
    on = dt.date.fromisoformat(day)
    rows = page.run(TABLE)

    assert set(rows) == {state.iso3 for state in registry}
    for state in registry.existing(on):
        assert state.standing(on).status.label in rows[state.iso3]
        for act in state.acts:
            if act.date and act.date > on:
                assert f"{act.date} " not in rows[state.iso3].replace("for it on ", "")
            elif act.date:
                assert str(act.date) in rows[state.iso3]


def middle(page: Browser, code: str) -> tuple[float, float]:
    """Return the middle of a state's shape in the window."""
    return page.run(
        "(({left, top, width, height}) => [left + width / 2, top + height / 2])"
        f"(document.querySelector('#{code} path').getBoundingClientRect())"
    )


def test_pointing_shows_name_status_and_acts(page):
    """The pointer on a state brings up its name, its status and its acts."""
    page.point(*middle(page, "NER"))

    said = tip(page)
    assert said.startswith("Niger\nState Party, leaving on 2027-06-18\n")
    assert "Notice of withdrawal (Art. 127)" in said
    page.point(1, 1)
    assert tip(page) is None


def test_keyboard_walks_the_states(page):
    """Tab reaches the map; arrows, Home, End and letters walk the states by name; Escape hushes."""
    while not page.run("map.contains(document.activeElement)"):  # past the controls
        page.press("Tab")
    said = [tip(page).splitlines()[0]]
    for key in ("ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home", "f", "f"):
        page.press(key)
        said.append(tip(page).splitlines()[0])

    assert said == [
        "Afghanistan",
        "Albania",
        "Zimbabwe",
        "Afghanistan",
        "Zimbabwe",
        "Afghanistan",
        "Fiji",
        "Finland",
    ]
    page.press("Escape")
    assert tip(page) is None
    page.press("Enter")
    assert page.run("document.activeElement.id") == "row-FIN"


def test_slider_works_by_keyboard(page):
    """The arrow keys move the slider by a year."""
    page.run("slider.focus()")
    page.press("ArrowLeft")

    assert page.run("document.getElementById('shown').textContent") == "2025-12-31"


def test_play_moves_the_slider_year_by_year(page):
    """Play starts again at the beginning once it has reached the end, and pauses when asked."""
    page.run("window.setInterval = (step) => { window.step = step; return 1; }")
    slide(page, "2027-12-31")
    days = []
    page.run("play.click()")
    for _ in range(3):
        days.append(page.run("document.getElementById('shown').textContent"))
        page.run("step()")

    assert days == ["1998-12-31", "1999-12-31", "2000-12-31"]
    assert page.run("play.textContent") == "Pause"
    page.run("play.click()")
    assert page.run("play.textContent") == "Play"


@pytest.mark.parametrize("day", ["2001-12-31", DAY])
def test_screen_reader_hears_each_state(page, registry: Registry, day):
    """To assistive technology each state is an image whose name is the registry's answer."""
    slide(page, day)
    tree = page.send("Accessibility.getFullAXTree")["nodes"]
    heard = {node["name"]["value"] for node in tree if node.get("role", {}).get("value") == "image"}

    view = View(registry, dt.date.fromisoformat(day), TODAY)
    assert {view.look(state).answer for state in registry} <= heard


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(page, tmp_path, dark):
    """In light and in dark, text and ground contrast by 7 to 1 or more (WCAG 1.4.6)."""
    page.open(tmp_path / "map.html", dark=dark)
    colours = page.run("((s) => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    light, shade = sorted((luminance(colour) for colour in colours), reverse=True)

    assert (light + 0.05) / (shade + 0.05) >= 7


def luminance(colour: str) -> float:
    """Relative luminance of "rgb(r, g, b)" (WCAG)."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_region_page_holds_that_region_alone(browser, run, registry: Registry, tmp_path):
    """With --region the table and the slider are about that region's states alone."""
    path = tmp_path / "africa.html"
    assert run("map", "-o", str(path), "--on", DAY, "--region", "africa").code == 0
    browser.open(path)
    slide(browser, "2009-12-31")
    african = {state.iso3 for state in registry if state.region == "Africa"}

    assert set(browser.run(TABLE)) == african
    assert {code for code, shade in browser.run(CLASSES).items() if shade != "outside"} == african
    assert browser.complaints == []


def test_chart_page_is_whole(browser, run, tmp_path):
    """The chart's page asks nothing of the network, logs nothing, and ends in its table."""
    path = tmp_path / "chart.html"
    assert run("chart", "-o", str(path)).code == 0
    browser.open(path)

    assert [url.partition(":")[0] for url in browser.requests] == ["file"]
    assert browser.complaints == []
    assert "2027-12-31 (projected)" in browser.run("document.querySelector('table').innerText")
