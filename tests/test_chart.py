"""The numbers over time: as lines, as bars on a terminal, and as pictures."""

import datetime as dt
import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminals import PIPE, SCREEN

from icc_status import Registry
from icc_status.pictures.chart_svg import HEIGHT, Plot, picture
from icc_status.queries.categories import SHADES
from icc_status.queries.counts import horizon, moment, steps, turns, years
from icc_status.render.bars import BLOCKS, SIGNS, shares
from icc_status.system.terminal import Terminal

SVG = "{http://www.w3.org/2000/svg}"
END = dt.date(2027, 12, 31)
SIX = "Niger, Burkina Faso, Mali, Venezuela (Bolivarian Republic of), Chad and Naoero"
MARKED = [
    ("2002-07-01", "the Statute enters into force", False),
    ("2017-10-27", "Burundi leaves", False),
    ("2019-03-17", "Philippines leaves", False),
    (
        "2026-06-18 to 2026-09-23",
        f"{SIX} give notice of withdrawal",
        False,
    ),
    (
        "2027-06-18 to 2027-09-23",
        f"{SIX} leave",
        True,
    ),
]


def test_turns_follow_from_the_acts(registry: Registry):
    """Entry into force, each withdrawal, the pending notices and their effects are marked."""
    found = [(turn.days, turn.text, turn.projected) for turn in turns(registry, END)]

    assert found == MARKED


@pytest.mark.parametrize(
    ("until", "texts"),
    [
        ("2002-06-30", []),
        ("2002-07-01", ["the Statute enters into force"]),
        ("2016-12-31", ["the Statute enters into force", "3 states give notice of withdrawal"]),
        ("2017-10-27", ["the Statute enters into force", "Burundi leaves"]),
    ],
)
def test_turns_are_those_of_the_day(registry: Registry, until, texts):
    """A chart that ends earlier marks what was so on its last day, notices of then among it."""
    found = turns(registry, dt.date.fromisoformat(until))

    assert [turn.brief for turn in found] == texts


@pytest.mark.parametrize(
    "day", ["1998-07-17", "2002-06-30", "2002-07-01", "2016-12-31", "2026-10-02", "2027-12-31"]
)
def test_moment_counts_as_the_verb_count(run, registry: Registry, day):
    """A moment's numbers are those that `icc-status count` gives for the day."""
    now = moment(registry, dt.date.fromisoformat(day))
    counted = dict(line.split("\t")[:2] for line in run("count", "--on", day).lines)

    assert {status: str(number) for status, number in now.numbers.items()} | {
        "all": str(now.states)
    } == counted


def test_steps_miss_no_change(registry: Registry):
    """Between two steps nothing changes: the day before each step equals the step before it."""
    found = steps(registry, END)
    for one, other in pairwise(found):
        before = moment(registry, other.day - dt.timedelta(days=1))

        assert before.by_shade == one.by_shade


def test_years_end_with_what_is_projected(registry: Registry):
    """There is a line for each year, one for the last known day, and those ahead that differ."""
    found = years(registry, horizon(registry, dt.date(2026, 11, 24)))

    assert [str(now.day) for now in found] == [
        *(f"{year}-12-31" for year in range(1998, 2026)),
        "2026-10-02",
        "2027-12-31",
    ]
    assert [now.day.year for now in found if now.projected] == [2027]


def test_far_future_is_one_line(registry: Registry):
    """A day far ahead adds one line and not a line for every year until then."""
    assert [str(now.day) for now in years(registry, dt.date(9999, 12, 31))][-2:] == [
        "2027-12-31",
        "9999-12-31",
    ]


def test_pipe_gets_lines(run):
    """In a pipe the chart is lines: day, the six statuses, pending notices, all, projected."""
    lines = run("chart").lines

    assert lines[4] == "2002-12-31\t19\t1\t13\t2\t0\t10\t0\t45\tfalse"
    assert lines[-1] == "2027-12-31\t26\t0\t3\t4\t8\t6\t0\t47\ttrue"


def test_machine_formats_have_names(run):
    """As JSON each line has its numbers under names."""
    last = json.loads(run("chart", "--format", "json").out)[-2]

    assert last == {
        "day": "2026-10-02",
        "party": 32,
        "contracting": 0,
        "signatory": 3,
        "renounced": 4,
        "withdrawn": 2,
        "non_signatory": 6,
        "withdrawing": 6,
        "states": 47,
        "projected": False,
    }


@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_bars_are_as_wide_as_the_terminal(run, width, encoding):
    """Each year's bar ends at the right edge, and no line is wider than the terminal."""
    place = Terminal(tty=True, width=width, color=False, encoding=encoding)
    lines = run("chart", place=place).lines
    bars = [line for line in lines if line[:4].isdigit() and line[-3:].strip().isdigit()]

    assert len(bars) == 30
    assert {len(line) for line in bars} == {width}
    assert max(map(len, lines)) == width


def test_bars_are_ascii_where_the_encoding_needs_it(run):
    """On a terminal without block characters the bars are drawn in ASCII."""
    place = Terminal(tty=True, width=80, color=False, encoding="ascii")
    out = run("chart", place=place).out

    assert out.isascii()
    assert all(sign in out for sign in SIGNS.values())
    assert all(block in run("chart", place=SCREEN).out for block in BLOCKS.values())


def test_bars_mark_the_turns_and_set_the_projection_apart(run):
    """The turns stand beneath their years, those ahead beneath a line that says projected."""
    place = Terminal(tty=True, width=120, color=False, encoding="utf-8")
    known, _, ahead = run("chart", place=place).out.partition("Projected from")

    for days, text, projected in MARKED:
        assert f"{days}: {text}" in " ".join((ahead if projected else known).split())


@given(
    st.lists(st.integers(0, 200), min_size=7, max_size=7).filter(any),
    st.integers(len(SHADES), 250),
)
def test_shares_fill_the_width(numbers, width):
    """Shares add up to the width; what is not nought is seen, what is nought is not."""
    named = dict(zip(SHADES, numbers, strict=True))
    cells = shares(named, width)

    assert sum(cells.values()) == width
    assert {name for name, size in cells.items() if size} == {n for n in named if named[n]}


def heights(band: ElementTree.Element) -> dict[float, float]:
    """Return how high a band is, from each place on at which that changes."""
    x, y = (float(n) for n in re.match(r"M([\d.]+) ([\d.]+)", band.get("d")).groups())
    corners = [(x, y)]
    for kind, number in re.findall(r"([HV])([\d.]+)", band.get("d")):
        x, y = (float(number), y) if kind == "H" else (x, float(number))
        corners.append((x, y))
    right = [x for x, _ in corners].index(max(x for x, _ in corners))
    upper, lower = dict(corners[:right]), dict(reversed(corners[right:]))
    return {x: lower[x] - y for x, y in upper.items()}


def test_bands_hold_the_registrys_numbers(registry: Registry):
    """On every day of change each band is as high as the registry's number."""
    root = ElementTree.fromstring(picture(registry, END))
    plot = Plot(END, 1160, 0, 50)
    drawn: dict[str, dict[float, float]] = {}
    for group in ("known", "ahead"):
        for band in root.find(f".//{SVG}g[@class='{group}']"):
            drawn.setdefault(band.get("class"), {}).update(heights(band))

    for now in steps(registry, END)[:-1]:
        for name, number in now.by_shade.items():
            assert round(drawn[name][plot.x(now.day)] / HEIGHT * 50) == number


def test_projection_is_drawn_apart(registry: Registry):
    """What lies after the last known day is a group of its own, paler, with a word inside it."""
    root = ElementTree.fromstring(picture(registry, END))
    ahead = root.find(f".//{SVG}g[@class='ahead']")
    known = Plot(END, 1160, 0, 200).x(registry.as_of)

    assert float(ahead.get("opacity")) < 1
    for band in ahead:
        assert band.get("d").startswith(f"M{known:g} ")
    assert "projected from here on" in {text.text for text in root.iter(f"{SVG}text")}


@pytest.mark.parametrize("until", ["2026-10-03", "2026-10-20", "2027-06-18", "2040-01-01"])
def test_projection_stays_in_the_plot(registry: Registry, until):
    """However short or long the projection, its bands and its word lie between the edges."""
    svg = picture(registry, dt.date.fromisoformat(until))
    root = ElementTree.fromstring(svg).find(f"{SVG}svg")
    places = [
        float(n) for d in root.iter(f"{SVG}path") for n in re.findall(r"H([\d.]+)", d.get("d"))
    ]
    (word,) = re.findall(r'translate\(([\d.]+) [\d.]+\) rotate\(-90\)"', svg)

    assert max(places) <= float(root.get("width"))
    assert float(word) <= float(root.get("width"))


@pytest.mark.parametrize(
    ("until", "years"),
    [
        ("1999-07-17", ["1999"]),
        ("2001-01-01", ["1999", "2000", "2001"]),
        ("2013-06-30", [str(year) for year in range(1999, 2014)]),
        ("2027-12-31", [str(year) for year in range(2000, 2028, 2)]),
        ("2100-01-01", [str(year) for year in range(2000, 2101, 10)]),
        ("9999-12-31", [str(year) for year in range(2000, 10000, 1000)]),
    ],
)
def test_axis_says_years(registry: Registry, until, years):
    """However long the time, the axis names years, each once, and not too many."""
    root = ElementTree.fromstring(picture(registry, dt.date.fromisoformat(until)))
    texts = [text.text for text in root.find(f"{SVG}svg").iter(f"{SVG}text")]

    assert [text for text in texts if re.fullmatch(r"\d{4}", text)] == years


@pytest.mark.parametrize("day", ["1998-07-17", "1999-07-16"])
@pytest.mark.parametrize("suffix", ["svg", "png", "html"])
def test_too_short_a_time_is_refused(run, tmp_path, day, suffix):
    """A picture of less than a year is refused with the first day that can be asked for."""
    path = tmp_path / f"chart.{suffix}"
    result = run("chart", "-o", str(path), "--on", day)

    assert result.code == 2
    assert "too short to show anything: ask for --on 1999-07-17 or a later day" in result.err
    assert not path.exists()


def test_svg_says_what_it_shows(run, registry: Registry, tmp_path):
    """The SVG has the legend's counts, the marked turns, what is doubted, and its source."""
    path = tmp_path / "chart.svg"
    assert run("chart", "-o", str(path)).code == 0
    root = ElementTree.parse(path).getroot()
    lines = [element.text for element in root.iter(f"{SVG}text")]
    text = " ".join(lines)

    assert {"State Party: 32", "Non-signatory: 6", "2017-10-27: Burundi leaves"} <= {*lines}
    assert "2027-06-18 to 2027-09-23: 6 states leave (projected)" in lines
    assert "as of 2026-10-02" in text
    assert f"{registry['NRU'].name} (notice of withdrawal of 2026-09-23: single-source)" in text
    assert "Source: United Nations Treaty Collection, chapter XVIII.10" in text


def test_a_state_has_one_name_in_all_pictures(registry: Registry):
    """The turns of the chart name a state as the map does."""
    states = [state for state in registry if state.standing(registry.as_of).leaving]
    text = " ".join(turn.text for turn in turns(registry, END))

    assert len(states) == 6
    for state in states:
        assert state.name in text


@pytest.mark.parametrize("day", ["1999-07-17", "2002-07-01", "2026-10-02", "2030-01-01"])
@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_chart_of_any_last_day(run, tmp_path, day, suffix):
    """A chart can end on any day from a year after 17 July 1998 on."""
    path = tmp_path / f"chart.{suffix}"

    assert run("chart", "-o", str(path), "--on", day).code == 0
    assert "since 1998" in path.read_text(encoding="utf-8")


def test_format_of_the_environment_does_not_hinder_a_picture(run, tmp_path, monkeypatch):
    """ICC_STATUS_FORMAT is about answers in text; a picture is drawn all the same."""
    path = tmp_path / "chart.svg"
    monkeypatch.setenv("ICC_STATUS_FORMAT", "csv")

    assert run("chart", "-o", str(path)).code == 0
    assert path.exists()


def test_format_beside_a_picture_is_refused(run):
    """With -o the suffix decides: --format and --fields are refused."""
    result = run("chart", "-o", "a.svg", "--format", "csv", place=PIPE)

    assert result.code == 2
    assert "leave --format and --fields out" in result.err
