"""What a person sees: cards and tables that give the answer first and cut no date and no code."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from terminals import SCREEN

from icc_status.queries.rows import row
from icc_status.render.card import card
from icc_status.render.ink import paragraph
from icc_status.system.terminal import Terminal, terminal, wants_color

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
        ("hungary", "2025-07-01", "(notice of 2025-06-02, taken back on 2026-05-29)."),
        ("hungary", "2025-07-01", "to take effect only on 2026-06-02 (Art. 127(1))"),
        ("ukraine", None, "For war crimes that is limited by its declaration under Art. 124."),
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


ORDERED = "2016-11-16 Presidential order 361-rp to notify the depositary"
NOT_NOTIFIED = "not yet notified to the depositary: still a"


@pytest.mark.parametrize(
    ("state", "on", "says", "not_said"),
    [
        ("russia", "2016-11-15", "deposited no instrument", " order"),
        ("russia", "2016-11-16", ORDERED, "Art. 127"),
        ("russia", "2016-11-16", f"Ordered that day, {NOT_NOTIFIED} signatory.", "could not"),
        ("russia", "2016-11-29", f"Ordered on 2016-11-16, {NOT_NOTIFIED} signatory.", "could not"),
        (
            "russia",
            "2016-11-30",
            "it was never a party, so it could not leave. What was reported on 2016-11-16 was the"
            " order; the notice followed on 2016-11-30. The Statute knows no withdrawal of a"
            " signature; the notice's effect is that of VCLT Art. 18(a)",
            NOT_NOTIFIED,
        ),
        ("usa", None, "it was never a party, so it could not leave. The Statute knows no", "order"),
        ("burkina faso", "2025-09-21", "a party to the Rome Statute", "announce"),
        ("burkina faso", "2025-09-22", f"Announced that day, {NOT_NOTIFIED} party", "Notice"),
        (
            "burkina faso",
            None,
            "Announced on 2025-09-22, notified on 2026-06-24, to take effect only on 2027-06-24"
            " (Art. 127(1)): until then it is a party.",
            NOT_NOTIFIED,
        ),
        (
            "hungary",
            None,
            "Announced on 2025-04-03, notified on 2025-06-02, taken back on 2026-05-29: never in"
            " effect.",
            NOT_NOTIFIED,
        ),
        (
            "burundi",
            None,
            "Decided by law on 2016-10-18, notified on 2016-10-27, in effect from 2017-10-27 on",
            NOT_NOTIFIED,
        ),
        ("afghanistan", None, f"Announced on 2025-02-20, {NOT_NOTIFIED} party", "Notice"),
        ("malaysia", "2019-04-10", "not yet notified to the depositary: without effect", "Taken"),
        ("malaysia", None, "was to enter into force for it on 2019-06-01", "not yet notified"),
        ("hungary", None, "was to take effect on 2026-06-02", "to take effect on 2027"),
        ("burundi", None, "Notice of withdrawal (Art. 127), took effect on 2017-10-27", "was to"),
        (
            "ukraine",
            "2024-11-01",
            "Ratification, to enter into force for it on 2025-01-01",
            "Ratification, in force",
        ),
    ],
)
def test_announced_notified_and_in_effect(run, state, on, says, not_said):
    """A card tells what was announced, what was notified, and what is in effect on the day."""
    told = squeezed(run(state, *(("--on", on) if on else ()), place=SCREEN).out)

    assert says in told
    assert not_said not in told


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (
            "2026-10-02",
            "On 2026-10-02; registry as of 2026-10-02; the depositary's record prevails.",
        ),
        ("2026-10-03", "On 2026-10-03, as known on 2026-10-02; the depositary's record prevails."),
        (
            "2027-10-03",
            "On 2027-10-03, projected from 2026-10-02; the depositary's record prevails.",
        ),
    ],
)
def test_the_foot_says_how_far_it_knows(run, on, says):
    """On a terminal, the remark on the day ends the answer; standard error is empty."""
    result = run("niger", "--on", on, place=SCREEN)

    assert says in squeezed(result.out)
    assert result.err == ""


def test_the_first_line_of_russia_is_seen(run):
    """The card of Russia takes no more than a screen and two lines."""
    drawn = run("russia", place=replace(SCREEN, width=80)).out

    assert len(drawn.splitlines()) <= 26


def test_what_a_card_does_not_hold(run):
    """A card says what it would not tell, so that its silence is no answer."""
    assert "Not covered here: cases and warrants" in run("germany", place=SCREEN).out


def test_what_a_card_without_acts_rests_on(run):
    """A state without acts is not listed by the depositary: its card cites the lists."""
    told = squeezed(run("china", place=SCREEN).out)

    assert "No act of it is listed in these sources (in full: --sources): [1] UN Treaty" in told


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


@pytest.mark.parametrize("width", [40, 60, 64, 72, 80, 100, 140])
@pytest.mark.parametrize(
    "args",
    [("list",), ("list", "non-ratifiers"), ("situations",), ("list", "--accepted", "kampala")],
)
def test_no_word_is_broken(run, args, width):
    """On any usual width, each word of a name and each number stands whole."""
    drawn = run(*args, place=replace(SCREEN, width=width)).out
    named = [line.split("\t")[:3] for line in run(*args).lines]

    assert {word for cells in named for word in " ".join(cells).split()} <= {
        word for line in drawn.splitlines() for word in line.split()
    } | {"signatory", "non-signatory", "party", "renounced", "withdrawn", "contracting"}


def test_a_notice_of_no_intention_is_marked(run):
    """Where no party is listed, each day has a column; among all states the status says it."""
    marked = run("list", "non-ratifiers", place=SCREEN).out

    assert "Notice of no intention" in marked
    assert re.search(r"Russian Federation +Signatory +2000-09-13 +2016-11-30", marked)
    assert re.search(r"China +Non-signatory\n", marked)
    assert "Notice of no intention" not in run("list", place=SCREEN).out


def test_a_count_says_how_many_signed_and_never_joined(run):
    """Those that gave notice have a line of their own, and are signatories all the same."""
    counted = dict(line.split("\t")[:2] for line in run("count").lines)
    told = int(counted["signatory"]) + int(counted["renounced"])

    assert f"Signed and never a party: {told} (signatory and" in run("count", place=SCREEN).out
    assert len(run("list", "signatories").lines) == told


def test_an_answer_without_rows_has_no_table(run):
    """Nothing is drawn over a foot that says there is nothing."""
    drawn = run("list", "contracting", "--on", "2026-10-02", place=SCREEN).out

    assert drawn.startswith("No state")


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


@pytest.mark.parametrize(("told", "width"), [("1", 20), ("99", 99), ("9" * 20, 1000), ("x", 80)])
def test_no_width_is_out_of_reason(told, width):
    """COLUMNS may say anything; 80 stands for what is no number."""
    assert terminal(io.StringIO(), {"COLUMNS": told}).width == width


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
