"""`icc-status jurisdiction` at the command line: its forms, its exit codes, its refusals."""

import csv
import io
import json
from datetime import date

import pytest
import yaml
from terminals import SCREEN

from icc_status.system.terminal import Terminal

ASK = ("jurisdiction", "--territory", "georgia", "--nationality", "russia", "--date", "2008-08-10")
NO = ("jurisdiction", "--territory", "syria", "--nationality", "russia", "--date", "2016-09-01")


def test_in_a_pipe(run):
    """The verdict alone on the first line, then one tab-separated line a ground."""
    result = run(*ASK)

    assert result.code == 0
    assert result.err == ""
    assert result.out == (
        "yes\n"
        "Art. 12(2)(a)\tterritory\tGEO\ttrue\t2003-12-01\t\tGeorgia is a party from 2003-12-01 on\n"
        "Art. 12(2)(b)\tnationality\tRUS\tfalse\t\t\tRussian Federation is not a party\n"
    )


def test_as_one_object(run):
    """The keys are exactly those of the contract."""
    found = json.loads(run(*ASK, "--format", "json").out)

    assert list(found) == ["verdict", "question", "grounds", "situations", "notes"]
    assert found["verdict"] == "yes"
    assert found["question"] == {
        "territories": [{"name": "Georgia", "iso3": "GEO"}],
        "nationalities": [{"name": "Russian Federation", "iso3": "RUS"}],
        "crime": "any",
        "from": "2008-08-10",
        "until": "2008-08-10",
    }
    assert list(found["grounds"][0]) == [
        *("article", "basis", "state", "holds", "from", "until", "reason", "sources")
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

    assert lines[0].startswith("Yes: genocide, crimes against humanity or war crimes, on territory")
    assert any(line.startswith("holds  Art. 12(2)(a)") for line in lines)
    assert any(line.startswith("fails  Art. 12(2)(b)") for line in lines)
    assert any(line.startswith("Before the Court, as of 2026-06-30: Georgia") for line in lines)
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
