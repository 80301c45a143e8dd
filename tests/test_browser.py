"""The pages in a real browser, headless Chromium; conftest.py says what happens without it."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from browser import Browser, chromium

from icc_status import Registry, load
from icc_status.model.status import Status
from icc_status.pictures.words import told
from icc_status.queries.categories import WITHDRAWING, category, tally

pytestmark = pytest.mark.browser
DAY = "2026-10-02"
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
    browser.open(path)
    return browser


def slide(page: Browser, day: str) -> None:
    """Move the slider to the stop with that day, as a hand would."""
    page.run(
        f"""slider.value = stops.findIndex((stop) => stop.day === {json.dumps(day)});
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

    assert [url.partition(":")[0] for url in page.requests] == ["file"]
    assert page.complaints == []


def test_slider_stops_at_the_end_of_every_year(page):
    """The slider runs from 1998 to the last year with a change that was notified."""
    stops = page.run("stops.map((stop) => stop.day)")

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
    assert page.run("document.querySelector('[data-count=party]').textContent") == str(parties)
    assert page.run("slider.getAttribute('aria-valuetext')").startswith(day)
    assert f"{parties} are parties" in page.run("document.querySelector('.said').textContent")


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


def test_pointing_shows_name_status_and_acts(page):
    """The pointer on a state brings up its name, its status and its acts."""
    x, y = page.run(
        "(({left, top, width, height}) => [left + width / 2, top + height / 2])"
        "(document.querySelector('#NER path').getBoundingClientRect())"
    )
    page.point(x, y)

    said = tip(page)
    assert said.startswith("Niger\nState Party, leaving on 2027-06-18\n")
    assert "Notice of withdrawal (Art. 127)" in said
    page.point(1, 1)
    assert tip(page) is None


def test_keyboard_walks_the_states(page):
    """Tab reaches the map; arrows, Home, End and letters walk the states by name; Escape hushes."""
    for _ in range(3):  # the slider, the button, the map
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

    on = dt.date.fromisoformat(day)
    assert {told(registry, state, on) for state in registry} <= heard


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
