"""`icc-status jurisdiction` at the command line: its forms, its exit codes, its refusals."""

import csv
import io
import json
from datetime import date

import pytest
import yaml
from sample_registry import answer_from
from terminals import SCREEN

from icc_status import load
from icc_status.system.terminal import Terminal

ASK = ("jurisdiction", "--territory", "georgia", "--nationality", "russia", "--date", "2008-08-10")
NO = ("jurisdiction", "--territory", "syria", "--nationality", "russia", "--date", "2016-09-01")


def test_in_a_pipe(run):
    """The verdict alone on the first line, then one line a ground; the rest is said to be left."""
    result = run(*ASK)

    assert result.code == 0
    assert result.err == (
        "icc-status: left out here: 1 situation, 4 sources; --format markdown or json has all of"
        " it\n"
    )
    assert result.out == (
        "yes\n"
        "Art. 12(2)(a)\tterritory\tGEO\ttrue\t2003-12-01\t\t"
        "Georgia has been a party since 2003-12-01\n"
        "Art. 12(2)(b)\tnationality\tRUS\tfalse\t\t\tRussian Federation has never been a party\n"
    )


def test_as_one_object(run):
    """The keys are exactly those of the contract."""
    found = json.loads(run(*ASK, "--format", "json").out)

    assert list(found) == [
        *("verdict", "conditions", "question", "grounds", "situations", "notes", "sources")
    ]
    assert found["verdict"] == "yes"
    assert found["question"] == {
        "territories": [{"name": "Georgia", "iso3": "GEO"}],
        "nationalities": [{"name": "Russian Federation", "iso3": "RUS"}],
        "crime": "any",
        "from": "2008-08-10",
        "until": "2008-08-10",
    }
    assert list(found["grounds"][0]) == [
        *("article", "basis", "state", "holds", "from", "until", "reason", "conditions", "sources")
    ]
    assert found["grounds"][0]["sources"][0]["key"] == "untc"
    assert [s["number"] for s in found["situations"]] == ["ICC-01/15"]
    assert "the judges decide" in found["notes"][-1]


def test_the_other_forms_say_the_same(run):
    """jsonl is the object on one line, yaml the object as a mapping, csv a line a ground."""
    whole = json.loads(run(*ASK, "--format", "json").out)
    line = run(*ASK, "--format", "jsonl").out
    rows = list(csv.DictReader(io.StringIO(run(*ASK, "--format", "csv").out)))

    assert line.count("\n") == 1
    assert json.loads(line) == whole
    assert yaml.safe_load(run(*ASK, "--format", "yaml").out)["verdict"] == "yes"
    assert [(r["verdict"], r["holds"]) for r in rows] == [("yes", "true"), ("yes", "false")]


def test_open_is_null_in_json_and_a_word_in_lines(run):
    """An open ground is neither true nor false."""
    args = ("jurisdiction", "--territory", "syria", "--date", "2016-09-01")

    assert json.loads(run(*args, "--format", "json").out)["grounds"][0]["holds"] is None
    assert run(*args).lines[1].split("\t")[3] == "open"


def test_on_a_terminal(run):
    """The verdict first, then every ground, the situation, the sources and what it is not."""
    lines = run(*ASK, place=SCREEN).lines

    assert lines[0].startswith("Yes: the preconditions of jurisdiction are met for conduct alleged")
    assert any(line.startswith("holds  Art. 12(2)(a)") for line in lines)
    assert any(line.startswith("fails  Art. 12(2)(b)") for line in lines)
    assert any("- Georgia (ICC-01/15): on 2008-08-10, not yet before the Court" in x for x in lines)
    assert any(line.startswith("The preconditions of Articles 11 to 15 ter only") for line in lines)


@pytest.mark.parametrize("width", [30, 60, 200])
def test_no_line_is_wider_than_the_terminal(run, width):
    """However narrow, nothing is cut and nothing runs over."""
    place = Terminal(tty=True, width=width, color=False, encoding="utf-8")
    out = run(*NO, place=place).out

    assert all(len(line) <= width for line in out.splitlines())
    assert "could change this" in " ".join(out.split())


@pytest.mark.parametrize(
    ("args", "code", "verdict"),
    [
        (ASK, 0, "yes"),
        (NO, 1, "no"),
        (("jurisdiction", "--territory", "sudan", "--date", "2004-01-01"), 0, "in part"),
        (("jurisdiction", "--territory", "syria", "--date", "2016-09-01"), 0, "open"),
    ],
)
def test_exit_codes(run, args, code, verdict):
    """0 for yes, in part and open; 1 for no."""
    result = run(*args)

    assert (result.code, result.lines[0]) == (code, verdict)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--date", "2016-01-01"), "name a --territory or a --nationality, or both"),
        (("--territory", "syria"), "say when: give --date for a day"),
        (("--territory", "syria", "--from", "2016-01-01"), "say when: give --date for a day"),
        (("--territory", "syria", "--until", "2016-01-01"), "say when: give --date for a day"),
        (
            ("--territory", "syria", "--date", "2016-01-01", "--from", "2016-01-01"),
            "say when: give --date for a day",
        ),
        (
            ("--territory", "syria", "--from", "2016-01-02", "--until", "2016-01-01"),
            "give the earlier day first",
        ),
        (("--territory", "atlantis", "--date", "2016-01-01"), "no state is called 'atlantis'"),
        (("--territory", "", "--date", "2016-01-01"), "the name of the state is empty"),
        (("--territory", "kosovo", "--date", "2016-01-01"), "no participation of its own"),
        (("--nationality", "gaza", "--date", "2016-01-01"), "ask for the State of Palestine"),
        (("--territory", "syria", "--date", "1998-07-16"), "is before the Rome Statute"),
        (("--territory", "syria", "--date", "03/04/2016"), "3 April 2016 or 4 March 2016"),
        (("--territory", "syria", "--date", "2016-01-01", "--crime", "piracy"), "piracy"),
    ],
)
def test_bad_questions(run, args, message):
    """Exit code 2, nothing on standard output, and what to do on standard error."""
    result = run("jurisdiction", *args)

    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("option", [(), ("--territory",), ("--nationality",)])
@pytest.mark.parametrize("rest", [(), ("--date", "2016-01-01")])
@pytest.mark.parametrize(
    ("word", "line"),
    [("parties", "list parties"), ("members", "list parties"), ("GRULAC", "list GRULAC")],
)
def test_a_group_gets_the_line_to_type(run, option, rest, word, line):
    """A group's name in place of a state's ends in what lists it, with a day and without."""
    result = run("jurisdiction", *option, word, *rest)

    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f": type 'icc-status {line}'\n")


def test_a_question_about_nothing_gets_a_line_to_type(run):
    """Without a word, the error ends in a whole question, which is answered."""
    error = run("jurisdiction").err.strip()
    line = error.partition("such as: icc-status ")[2]

    assert run(*line.split()).code == 0


def test_a_nationality_that_is_no_state_s(run, docket, monkeypatch):
    """It is refused without a guess, and ends in the option that is answered."""
    answer_from(load(), docket, monkeypatch)
    day = ("--date", "2022-01-01")
    result = run("jurisdiction", "--nationality", "kosovo", *day)
    line = result.err.rpartition(": ")[2]

    assert (result.code, result.out) == (2, "")
    assert line == "--territory kosovo\n"
    assert run("jurisdiction", *line.split(), *day).lines[0] == "open"


@pytest.mark.parametrize("args", [["Kosovo"], ["check", "Kosovo", "--is", "parties"]])
def test_a_place_of_no_one_state_gets_a_line_to_type(run, docket, monkeypatch, args):
    """What is no state, and whose territory is disputed, is asked about by this verb."""
    answer_from(load(), docket, monkeypatch)
    result = run(*args)
    line = result.err.rpartition(": icc-status ")[2]

    assert (result.code, result.out) == (2, "")
    assert line == "jurisdiction --territory Kosovo --date DAY\n"
    assert run(*line.replace("DAY", "2022-01-01").split()).lines[0] == "open"


def test_a_name_of_several_words_without_quotes(run, docket, monkeypatch):
    """It is not taken for the states that its words are codes of."""
    answer_from(load(), docket, monkeypatch)
    result = run("jurisdiction", "el", "salvador", "--date", "2020-01-01")

    assert (result.code, result.out) == (2, "")
    assert result.err == "icc-status: quote a name of several words: 'el salvador'\n"


@pytest.mark.parametrize(
    "line",
    [
        "jurisdiction --nationality el salvador --date 2010-01-01",
        "jurisdiction --nationality=la france --date 2010-01-01",
        "jurisdiction --date 2010-01-01 --territory na uy",
        "jurisdiction mali --territory ru ukraine --date 2010-01-01",
        "jurisdiction uk and usa --date 2010-01-01",
        "situations --state el salvador",
        "situations --state=la venezuela",
        "situations --on 2020-01-01 --state south korea",
    ],
)
def test_an_option_does_not_take_the_first_word_of_a_name(run, docket, monkeypatch, line):
    """Its value and the words right after it are judged together; it is refused, not answered."""
    answer_from(load(), docket, monkeypatch)
    result = run(*line.split())

    assert (result.code, result.out) == (2, "")
    assert "quote a name of several words" in result.err or "may be a word" in result.err


@pytest.mark.parametrize(
    "line",
    [
        "jurisdiction ukraine --nationality ru --date 2022-03-01",
        "jurisdiction --nationality ru --territory ukraine --date 2022-03-01",
        "jurisdiction --nationality russia ukraine --date 2022-03-01",
        "jurisdiction --nationality RU ukraine --date 2022-03-01",
    ],
)
def test_an_option_takes_a_code_in_small_letters(run, docket, monkeypatch, line):
    """Where no bare name comes right after it, the code can be no part of one."""
    answer_from(load(), docket, monkeypatch)

    assert run(*line.split()).lines[0] == "yes"


def test_each_bad_name_has_its_line(run):
    """All names at fault are told at once."""
    args = ("--territory", "atlantis", "--territory", "lemuria", "--date", "2016-01-01")

    assert len(run("jurisdiction", *args).err.splitlines()) == 2


def test_a_state_named_twice_counts_once(run):
    """Another name of the same state adds nothing."""
    assert run(*ASK, "--nationality", "RUS").out == run(*ASK).out


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-06-18", "2027-06-18 lies ahead: projected from what was notified by 2026-10-02"),
        ("2026-11-01", "nothing after 2026-10-02 is known to this registry"),
    ],
)
def test_a_day_beyond_what_is_known(run, day, words):
    """It is said beside the lines and in the notes of an object."""
    args = ("jurisdiction", "--territory", "niger", "--date", day)

    assert words in run(*args).err
    assert words in json.loads(run(*args, "--format", "json").out)["notes"]
    assert words not in run(*args, today=date(2028, 1, 1)).out


def test_a_future_day_projects_a_withdrawal(run):
    """Niger is a party to the day before its withdrawal takes effect."""
    args = ("jurisdiction", "--territory", "niger", "--nationality", "niger", "--date")

    assert run(*args, "2027-06-17").lines[0] == "yes"
    assert run(*args, "2027-06-18").lines[0] == "no"


@pytest.mark.parametrize("form", ["plain", "csv", "tsv"])
def test_lines_say_what_they_leave_out(run, form):
    """Each form of lines has the grounds alone, and says on standard error what it lacks."""
    result = run(*NO, "--format", form)

    assert "left out here: 1 note, " in result.err
    assert "--format markdown or json has all of it" in result.err


@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "markdown", "table"])
def test_what_holds_everything_says_nothing(run, form):
    """Nothing is left out of an object, a memo or a screen."""
    assert "left out" not in run(*NO, "--format", form).err


def test_a_bare_state_is_a_territory(run):
    """As if it had been given with --territory, and beside one that is."""
    rest = ("--nationality", "russia", "--date", "2008-08-10")

    assert run("jurisdiction", "georgia", *rest).out == run(*ASK).out
    both = run("jurisdiction", "georgia", "--territory", "ukraine", *rest, "--format", "json")
    assert [place["iso3"] for place in json.loads(both.out)["question"]["territories"]] == [
        *("GEO", "UKR")
    ]


def test_a_bare_state_without_a_day(run):
    """It asks for a day, and shows how one is given."""
    result = run("jurisdiction", "ukraine")

    assert (result.code, result.out) == (2, "")
    assert "--date 2022-02-24" in result.err
    assert "--from 2022-02-24 --until 2022-04-01" in result.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("syria",), "Open, as no nationality was named: the preconditions of jurisdiction may be"),
        (("--nationality", "russia"), "Open, as no territory was named: the preconditions of"),
        (("libya",), "Yes, if what follows is so: "),
        (
            ("--nationality", "libya"),
            "Open: whether the preconditions of jurisdiction are met is not",
        ),
        (("syria", "--nationality", "russia"), "No: the preconditions of jurisdiction are not met"),
    ],
)
def test_what_was_not_named_is_no_dispute(run, args, words):
    """An answer that is open only for want of a name says so."""
    result = run("jurisdiction", *args, "--date", "2020-01-01", place=SCREEN)

    assert " ".join(result.out.split()).startswith(words)


def test_conditions_in_every_form(run):
    """A yes that hangs on something says on what: on the screen, in a memo, and in an object."""
    args = ("jurisdiction", "libya", "--date", "2020-01-01", "--nationality", "libya")
    found = json.loads(run(*args, "--format", "json").out)
    words = "the conduct is linked to the situation in Libya that the Council referred"

    assert found["verdict"] == "yes"
    assert found["conditions"] == [words]
    assert [g["conditions"] for g in found["grounds"] if g["holds"]] == [[words]]
    assert run(*args, place=SCREEN).out.startswith("Yes, if what follows is so: ")
    assert f"- If {words}." in run(*args, "--format", "markdown").out
    for form in ("plain", "csv", "tsv"):
        assert f"; only if {words}" in run(*args, "--format", form).out


def test_a_period_on_the_screen_shows_its_days(run):
    """Each ground says for which of the days asked about it is so."""
    args = ("jurisdiction", "georgia", "--from", "2003-11-30", "--until", "2003-12-02")
    text = " ".join(run(*args, place=SCREEN).out.split())

    assert "holds Art. 12(2)(a) 2003-12-01 to 2003-12-02: Georgia has been" in text
    assert "fails Art. 12(2)(a) on 2003-11-30: Georgia was not yet" in text


def test_nothing_known_is_one_line_on_the_screen(run):
    """That no declaration and no referral is known is one row; the lines keep both."""
    screen = " ".join(run(*NO, place=SCREEN).out.split())

    assert "Arts. 12(3), 13(b) no declaration by Syrian Arab Republic is known; no ref" in screen
    assert [line.split("\t")[0] for line in run(*NO).lines[2:4]] == ["Art. 12(3)", "Art. 13(b)"]


def test_sources_are_told_with_number_day_and_paragraph(run):
    """An object lists every source once, each with what identifies a decision."""
    found = json.loads(run(*ASK, "--format", "json").out)
    cited = {source["key"] for ground in found["grounds"] for source in ground["sources"]}

    assert cited <= {source["key"] for source in found["sources"]}
    assert all({"number", "date", "paragraph", "url"} <= set(s) for s in found["sources"])
