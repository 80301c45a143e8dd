"""The site in a real browser, on a telephone and on a desk; conftest.py says what without one."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path

import axe_core_python
import pytest
from browser import Browser, chromium
from terminals import TODAY

from icc_status import load
from icc_status.loading.codes import load_codes
from icc_status.loading.situations import load as load_situations
from icc_status.site.contents import contents
from icc_status.site.edition import Edition
from icc_status.system.folders import save_folder

pytestmark = pytest.mark.browser
AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
PHONE, DESK = (390, 844), (1440, 1000)
PAGES = (
    "index.html",
    "state/RUS/index.html",
    "state/NER/index.html",
    "state/UKR/index.html",
    "state/SSD/index.html",
    "situation/ukraine/index.html",
    "map/index.html",
    "chart/index.html",
    "changes/index.html",
)
SHOWN = """[...document.querySelectorAll("[data-find]")].filter((line) => line.checkVisibility())
  .map((line) => line.querySelector("a, b").textContent)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of all states into a folder."""
    place = tmp_path_factory.mktemp("web") / "a folder"
    whole = Edition(load(), load_situations(), load_codes().states, TODAY)
    save_folder(place, contents(whole))
    return place


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a Chromium of its own, with a fresh profile."""
    program = chromium()
    assert program, "install Chromium: apt-get install chromium"
    browser = Browser(program, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def front(browser: Browser, site: Path) -> Browser:
    """Open the front page on a desk."""
    browser.resize(*DESK)
    browser.open(site / "index.html")
    return browser


def search(page: Browser, typed: str) -> list[str]:
    """Type into the search and return what is left in the lists."""
    page.run(f"find.value = {json.dumps(typed)}; find.dispatchEvent(new Event('input')); null")
    return page.run(SHOWN)


def enter(page: Browser) -> str:
    """Press Enter in the search and return the address that the page has then."""
    page.run("find.focus()")
    page.press("Enter")
    return page.run("new Promise((done) => setTimeout(() => done(location.pathname), 300))")


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_folder(browser, site, name):
    """A page asks for itself and its style sheet, gets both, and complains of nothing."""
    browser.resize(*DESK)
    browser.open(site / name)
    asked = {url for url in browser.requests if not url.startswith("data:")}

    assert asked <= {(site / name).as_uri(), (site / "style.css").as_uri()}
    assert browser.complaints == []
    assert browser.run("getComputedStyle(document.body).maxWidth") == "1200px"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("niger", {"Niger", "Nigeria"}),
        ("NER", {"Niger"}),
        ("ivory", {"Côte d'Ivoire"}),
        ("cote d'iv", {"Côte d'Ivoire"}),
        ("kosovo", {"Kosovo"}),
        ("xyzzy", set()),
    ],
)
def test_search_narrows_the_lists(front, typed, left):
    """What is typed is looked for at the beginning of words, in all names and codes."""
    lines = search(front, typed)

    assert set(lines) == left
    assert front.run("told.textContent").startswith(f"{len(lines) or 'No'} line")


def test_search_knows_groups_and_forgets(front):
    """A regional group leaves its states; an empty field brings all back."""
    everything = front.run(SHOWN)
    states = {state.name: state.region for state in load()}
    african = {name for name, region in states.items() if region == "Africa"}

    assert set(search(front, "african states")) & set(states) == african
    assert search(front, "") == everything
    assert front.run("told.textContent") == ""


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("niger", "/state/NER/index.html"),
        ("south korea", "/state/KOR/index.html"),
        ("Ukraine", "/state/UKR/index.html"),
        ("icc-01/22", "/situation/ukraine/index.html"),
    ],
)
def test_enter_goes_to_the_state_of_that_name(front, typed, place):
    """Enter leads to the page of the state that has the name, also where others begin with it."""
    search(front, typed)

    assert enter(front).endswith(place)


@pytest.mark.parametrize("typed", ["congo", "korea", "gui", "xyzzy", ""])
def test_enter_never_chooses(front, typed):
    """Where several states are left, or none, Enter stays."""
    search(front, typed)

    assert enter(front).endswith("/index.html")
    assert "/state/" not in front.run("location.pathname")


def test_keyboard_alone_leads_to_a_state(front):
    """Tab leads past the links to the search; letters and Enter lead to a page with its answer."""
    for _ in range(9):
        front.press("Tab")
        if front.run("document.activeElement.id") == "find":
            break
    for letter in "burundi":
        front.press(letter)
    front.press("Enter")
    front.run("new Promise((done) => setTimeout(done, 300))")

    assert front.run("document.querySelector('h1').textContent") == "Burundi"
    assert "2017-10-27" in front.run("document.querySelector('.answer').textContent")


@pytest.mark.parametrize("name", PAGES)
def test_no_script_is_needed(browser, site, name):
    """Without scripts a page says the same, and shows no control that would do nothing."""
    browser.resize(*DESK)
    browser.open(site / name)
    with_script = browser.run("document.querySelector('main').innerText.length")
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(site / name)
        controls = browser.run(
            "[...document.querySelectorAll('input, button')].filter((e) => e.checkVisibility())"
        )
        without = browser.run("document.querySelector('main').innerText.length")
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)

    assert controls == []
    assert without == pytest.approx(with_script, rel=0.02)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["telephone", "desk"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_off_the_side(browser, site, name, size):
    """At 390 and at 1440 pixels everything is within the window, and letters are readable."""
    browser.resize(*size)
    browser.open(site / name)
    wide = browser.run("""[...document.querySelectorAll("main *, nav *")].filter((e) =>
      !e.closest("svg, thead, .wide") && e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => e.outerHTML.slice(0, 80))""")
    small = browser.run("""[...document.querySelectorAll("main *, nav *")].filter((e) =>
      e.checkVisibility() && !e.closest("svg.world, .wide") && e.childNodes.length &&
      parseFloat(getComputedStyle(e).fontSize) < 13).map((e) => e.outerHTML.slice(0, 80))""")

    assert wide == []
    assert small == []


@pytest.mark.parametrize(
    ("dark", "size"), [(False, DESK), (True, PHONE)], ids=["light desk", "dark telephone"]
)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser, site, name, dark, size):
    """axe, the checker of accessibility, finds nothing wrong, by day and by night."""
    browser.resize(*size)
    browser.open(site / name, dark=dark)
    browser.run(AXE + "; null")
    faults = browser.run("axe.run().then(({violations}) => violations)")

    assert [(f["id"], f["impact"], f["nodes"][0]["html"][:120]) for f in faults] == []


@pytest.mark.parametrize("name", ["index.html", "state/UKR/index.html", "state/RUS/index.html"])
def test_pages_print_dark_on_light(browser, site, name):
    """A page is printed on few upright sheets, without its links, also for who reads by night."""
    browser.resize(*DESK)
    browser.open(site / name, dark=True)
    pdf = base64.b64decode(browser.send("Page.printToPDF", preferCSSPageSize=True)["data"])
    sheets = re.findall(rb"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]", pdf)
    night = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.send("Emulation.setEmulatedMedia", media="print", features=night)
    look = browser.run(
        "[getComputedStyle(document.querySelector('nav')).display,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    browser.send("Emulation.setEmulatedMedia", media="")

    assert look == ["none", "rgb(255, 255, 255)"]
    assert {float(wide) < float(high) for wide, high in sheets} == {True}
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= (20 if name == "index.html" else 3)
