"""What a person sees: cards and tables that give the answer first and cut no date and no code."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from terminals import SCREEN

from icc_status.queries.rows import row
from icc_status.render.card import card
from icc_status.render.ink import paragraph
from icc_status.system.terminal import Terminal, wants_color

HERE = Path(__file__).parent
WIDTHS = [20, 30, 40, 59, 60, 80, 100, 140, 200]
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def squeezed(text: str) -> str:
    """Return a text with its line breaks and indents as single spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("ruritania", "--on", "2026-10-01"), "card.txt"),
        (("ruritania", "zenda", "XXC", "--on", "2026-11-24"), "table.txt"),
        (("changes", "--until", "2027-12-31"), "changes.txt"),
    ],
)
def test_whole_screens(run, args, expected):
    """Whole cards and tables, word for word."""
    result = run(*args, "--registry", str(HERE / "registries" / "small.yaml"), place=SCREEN)

    assert (HERE / "expected" / expected).read_text() == result.out
    assert result.err == ""


@pytest.mark.parametrize(
    ("state", "on", "says"),
    [
        ("norway", None, "Norway is a party to the Rome Statute, since 2002-07-01."),
        ("niger", None, "until its withdrawal takes effect on 2027-06-18 (notice of 2026-06-18)"),
        ("niger", None, "the notice may be taken back before that day (VCLT Art. 68)"),
        ("hungary", None, "was taken back on 2026-05-29, before it took effect, so it never left."),
        ("burundi", None, "was one from 2004-12-01 to 2017-10-26"),
        ("burundi", None, "took effect on 2017-10-27."),
        ("burundi", None, "(Art. 127(2))"),
        ("ukraine", "2024-11-01", "the Statute was to enter into force for it on 2025-01-01."),
        (
            "ukraine",
            "2024-11-01",
            "must not defeat the treaty's object and purpose (VCLT Art. 18(b))",
        ),
        ("ukraine", None, "the Court's jurisdiction reaches back to 2013-11-21."),
        ("iran", None, "it signed on 2000-12-31 and has deposited no instrument of ratification."),
        ("china", None, "it has neither signed nor acceded."),
        ("china", None, "creates no obligation for it without its consent (VCLT Art. 34)"),
        ("malaysia", None, "its accession of 2019-03-04 was taken back on 2019-04-29"),
        ("nauru", None, "Confidence: single-source."),
        ("nauru", None, "to take effect on 2027-09-23 (computed)"),
        ("germany", None, "day unknown Amendment accepted or ratified: XVIII-10-c"),
        ("guatemala", None, "No document was found"),
        ("denmark", None, "Not extended to Faroe Islands; Greenland"),
        (
            "libya",
            None,
            "from 2011 to 2027-12-31; lodged with the Registrar; its effect is disputed",
        ),
    ],
)
def test_what_cards_say(run, state, on, says):
    """A card has a sentence for each status and each doubt."""
    result = run(state, *(("--on", on) if on else ()), place=SCREEN)

    assert says in squeezed(result.out)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("2026-10-02", "On 2026-10-02; the registry is as of 2026-10-02. "),
        ("2026-10-03", "as of 2026-10-02, and nothing later is known here."),
        ("2027-10-03", "On 2027-10-03, projected: only what was notified by 2026-10-02 is known"),
    ],
)
def test_the_foot_says_how_far_it_knows(run, on, says):
    """On a terminal, the remark on the day ends the answer; standard error is empty."""
    result = run("niger", "--on", on, place=SCREEN)

    assert says in squeezed(result.out)
    assert result.err == ""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("args", [("niger",), ("niger", "russia"), ("list",), ("changes",)])
def test_no_date_and_no_code_is_cut(run, args, width):
    """On a terminal of any width, lines fit, and codes and dates are not cut."""
    drawn = run(*args, place=replace(SCREEN, width=width)).out
    lines = run(*args).lines

    assert max(len(line) for line in drawn.splitlines()) <= width
    assert "…" not in drawn
    days = set(DAY.findall("\n".join(line.split("\t", 2)[-1] for line in lines)))
    assert days <= set(DAY.findall(drawn))
    if args != ("niger",):
        codes = {code for line in lines for code in re.findall(r"\b[A-Z]{3}\b", line)}
        assert codes <= set(re.findall(r"\b[A-Z]{3}\b", drawn))


def test_wider_terminals_show_more(run):
    """A wider terminal shows more columns: first regions, then days."""
    assert "Region" not in run("list", place=replace(SCREEN, width=100)).out
    assert "Region" in run("list", place=replace(SCREEN, width=120)).out
    assert "In force" in run("list", place=replace(SCREEN, width=160)).out


def test_without_box_characters(run):
    """An ASCII terminal gets ASCII lines and letters, and no question marks for accents."""
    drawn = run("cote divoire", "turkey", place=replace(SCREEN, encoding="ascii")).out

    assert drawn.isascii()
    assert "---" in drawn
    assert "Cote d'Ivoire" in drawn
    assert "Turkiye" in drawn


def test_colour_only_where_wanted(run):
    """With and without colour the words are the same."""
    plain = run("list", place=SCREEN).out
    colored = run("list", place=replace(SCREEN, color=True)).out

    assert "\x1b[" not in plain
    assert "\x1b[" in colored
    assert plain.split() == re.sub(r"\x1b\[[\d;]*m", "", colored).split()


@pytest.mark.parametrize(
    ("tty", "environ", "color"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "0"}, False),
        (True, {"FORCE_COLOR": "false"}, False),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_when_colour_is_wanted(tty, environ, color):
    """NO_COLOR wins, FORCE_COLOR=0 means no, and a dumb terminal gets none."""
    assert color == wants_color(tty, environ)


@pytest.mark.parametrize(("encoding", "boxes"), [("utf-8", True), ("ascii", False), ("", False)])
def test_box_characters_need_an_encoding_that_has_them(encoding, boxes):
    """Box characters are used only if the encoding has them."""
    assert boxes == Terminal(True, 80, False, encoding).boxes


@pytest.mark.parametrize("on", ["2001-01-01", "2012-06-01", "2026-11-24", "2027-12-31"])
def test_every_state_has_a_card_on_every_kind_of_day(registry, on):
    """The card of every state has an answer and its meaning, on every kind of day."""
    day = date.fromisoformat(on)
    for state in registry.existing(day):
        drawn = card(row(registry, state, day), registry, SCREEN, "Foot.")
        assert re.match(rf"{re.escape(state.name)} is .*party", squeezed(drawn)), state.name
        assert re.search(r"\n(Bound|Not bound|It has consented|A third State)", drawn), state.name


@pytest.mark.parametrize("width", [20, 33, 40])
def test_letters_of_two_columns(width):
    """Wide letters count as two columns."""
    terminal = replace(SCREEN, width=width)
    lines = list(paragraph("国際刑事裁判所ローマ規程 " * 5, "", terminal))

    assert max(2 * len(line.replace(" ", "")) + line.count(" ") for line in lines) <= width
    assert "".join(lines).replace(" ", "") == "国際刑事裁判所ローマ規程" * 5


def test_a_word_too_wide_begins_a_line():
    """A word that is wider than the line begins a line of its own and is cut at the edge."""
    terminal = replace(SCREEN, width=20)

    assert list(paragraph("of C.N.936.2004.TREATIES-26", "", terminal)) == [
        "of",
        "C.N.936.2004.TREATIE",
        "S-26",
    ]
