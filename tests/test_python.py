"""The library as Python programs and notebooks use it."""

import csv
import datetime as dt
import inspect
import io
import pydoc
from dataclasses import replace

import pandas as pd
import pytest

import icc_status
from icc_status import QuestionError, State, Status, annotate, ask, cli, load, load_situations

DAY = dt.date(2017, 10, 27)


@pytest.fixture(scope="module")
def registry():
    """All the states."""
    return load()


def test_codes_are_keys(registry):
    """A registry takes alpha-3 codes as a mapping does, and a KeyError names the remedy."""
    assert "RUS" in registry
    assert registry["RUS"] in registry
    assert "Russia" not in registry
    assert registry.get("RUS") is registry["RUS"]
    assert registry.get("Russia") is None
    assert registry.get("Russia", registry["USA"]) is registry["USA"]
    with pytest.raises(KeyError) as refused:
        registry["Russia"]
    assert refused.value.args == (
        "'Russia' is no alpha-3 code of this registry: find(...) takes any name or code",
    )


def test_a_state_is_in_the_registry_that_holds_it_as_it_is(registry):
    """A state of the same code with other facts is another one; what is no state is in none."""
    assert replace(registry["RUS"], acts=()) not in registry
    assert replace(registry["RUS"], iso3="XXX") not in registry
    assert None not in registry


@pytest.mark.parametrize("on", [pd.NaT, pd.NA, None, 20100101, b"2010-01-01", ["2010-01-01"]])
def test_what_is_no_day_is_refused(registry, on):
    """Neither a number nor a missing value is taken for a day."""
    for ask_for in (registry["MLI"].status, registry.parties, registry.existing):
        with pytest.raises(QuestionError, match="no day: give a date"):
            ask_for(on=on)


@pytest.mark.parametrize("name", [None, 5, float("nan"), b"Mali"])
def test_what_is_no_text_is_no_name(registry, name):
    """It is refused as a question, and not as a fault of the program."""
    with pytest.raises(QuestionError, match="is no name: give a text"):
        registry.find(name)


def test_groups_are_those_of_the_verb_list(registry, capsys):
    """Each group has the states that `icc-status list` prints."""
    for group in ("parties", "non-ratifiers", "withdrawn"):
        cli.run(["list", group, "--on", str(DAY), "--format", "plain"])
        printed = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
        assert sorted(printed) == [state.iso3 for state in registry.group(group, on=DAY)]
    assert registry.parties(on=DAY) == registry.group("parties", on=DAY)
    with pytest.raises(QuestionError, match="the groups are all, parties"):
        registry.group("friends", on=DAY)


@pytest.mark.parametrize("on", [dt.datetime(2017, 10, 27, 23, 59), "2017-10-27", "27 October 2017"])
def test_a_day_is_a_date_a_datetimes_or_a_texts(registry, on):
    """The answer is that of the day; the day before it is another."""
    assert registry["BDI"].status(on=on) is Status.WITHDRAWN
    assert registry["BDI"].standing(on=on) == registry["BDI"].standing(on=DAY)
    assert registry.existing(on=on) == registry.existing(on=DAY)
    assert registry["BDI"].status(on=dt.datetime(2017, 10, 26, 23, 59)) is Status.PARTY
    with pytest.raises(QuestionError, match="is not a day"):
        registry["BDI"].status(on="soon")


def test_what_is_printed_is_short(registry):
    """Nobody wants to see half a million characters."""
    act = registry["RUS"].acts[0]

    assert repr(registry) == f"<Registry of {len(registry)} states, as of {registry.as_of}>"
    assert repr(registry["RUS"]) == "<State RUS: Russian Federation>"
    assert repr(act) == "<Act signature, 2000-09-13>"
    assert repr(replace(act, date=None)) == "<Act signature, day unknown>"
    assert repr(act.sources[0]).startswith("<Source ")
    assert len(repr(registry.not_states[0])) < 100


def test_public_names_are_shown():
    """`dir` and `help` show every public name, and each is there."""
    text = pydoc.render_doc(icc_status, renderer=pydoc.plaintext)

    for name in icc_status.__all__:
        assert name in dir(icc_status)
        assert name in text
        assert inspect.getdoc(getattr(icc_status, name))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        icc_status.nothing  # noqa: B018


def test_a_notebook_shows_the_card_and_the_table(registry):
    """HTML for notebooks: the answer, the acts and the sources; a row for each state."""
    card, table = registry["RUS"]._repr_html_(), registry._repr_html_()

    assert "Russian Federation is not a party to the Rome Statute" in card
    assert "2000-09-13" in card
    assert table.count("<tr") > 190
    assert "Viet Nam" in table


def test_hostile_text_is_escaped_in_a_notebook():
    """No field of a state becomes markup."""
    state = State("RUS", "RU", "<b>&", "<b>&", "<i>", "none")

    assert "<b>" not in state._repr_html_()
    assert "&lt;b&gt;&amp;" in state._repr_html_()


def test_records_fit_a_frame(registry):
    """Each state that existed has one flat record; a state as a dictionary has all of it."""
    records = registry.to_records(on="2010-01-01")
    russia = next(record for record in records if record["iso3"] == "RUS")

    assert len(records) == len(registry.existing(on="2010-01-01"))
    assert russia == {
        "iso3": "RUS",
        "iso2": "RU",
        "name": "Russian Federation",
        "region": "Eastern-Europe",
        "status": "signatory",
        "since": dt.date(2000, 9, 13),
        "leaves": None,
    }
    assert registry["RUS"].as_dict()["acts"][0]["kind"] == "signature"


ROWS = [
    ("Burundi", "2017-10-26"),
    ("Burundi", "27 October 2017"),
    ("Zaire", "2003-01-01"),
    ("Yugoslavia", "2005-01-01"),
    ("Yugoslavia", "2007-01-01"),
    ("South Sudan", "2010-01-01"),
    ("Mali", "1989-11-09"),
    ("Mali", "2099-12-31"),
    ("Mali", "2010"),
    ("Congo", "2010-01-01"),
    ("NA", "2010-01-01"),
    ("", "2010-01-01"),
    ("Mali", ""),
]


@pytest.mark.parametrize("year_at", [None, "end"])
def test_columns_in_memory_get_the_answers_of_the_verb(tmp_path, year_at):
    """The same rows as a file and as two columns have the same answers, cell for cell."""
    lines = io.StringIO()
    csv.writer(lines).writerows([("country", "day"), *ROWS])
    (tmp_path / "rows.csv").write_text(lines.getvalue())
    out = tmp_path / "out.csv"
    options = ["--year-at", year_at] if year_at else []
    columns = ["--state", "country", "--date", "day", *options]
    cli.run(["annotate", str(tmp_path / "rows.csv"), *columns, "-o", str(out)])
    _, *expected = csv.reader(out.read_text().splitlines())

    names, days = zip(*ROWS, strict=True)
    assert [row[2:] for row in expected] == [
        [
            row.iso3 or "",
            row.status or "",
            "" if row.party is None else str(row.party).lower(),
            str(row.since or ""),
        ]
        for row in annotate(names, days, year_at=year_at)
    ]


def test_columns_of_dates_and_missing_values():
    """Dates and datetimes are days; None, NaN, NaT and NA are empty."""
    days = [dt.date(2013, 5, 1), dt.datetime(2013, 4, 30, 12), None, DAY, DAY, pd.NaT, pd.NA]
    answers = annotate(["CIV", "CIV", "CIV", float("nan"), pd.NA, "CIV", "CIV"], days)

    assert [answer.party for answer in answers] == [True, False, None, None, None, None, None]
    with pytest.raises(ValueError, match="zip"):
        annotate(["CIV"], [])
    with pytest.raises(QuestionError, match="not one text"):
        annotate("Mali", "2010")
    with pytest.raises(QuestionError, match="--code"):
        annotate(["UKG", "FRN", "AUL"], [DAY] * 3)
    with pytest.raises(QuestionError, match="no scheme of codes is called 'nope': give iso3 or"):
        annotate(["Mali"], [DAY], code="nope")
    with pytest.raises(QuestionError, match="year_at is 'middle': give 'start' or 'end'"):
        annotate(["Mali"], ["2010"], year_at="middle")


def test_a_question_of_jurisdiction(registry):
    """The answer is that of the verb; a verdict is text, too."""
    answer = ask(territory="georgia", nationality=["russia"], on="2008-08-10")

    assert answer.verdict == "yes"
    assert answer.grounds[0].article == "Art. 12(2)(a)"
    assert ask(nationality="russia", on=DAY, registry=registry).verdict != "yes"
    with pytest.raises(QuestionError, match="name a territory or a nationality"):
        ask(on=DAY)
    with pytest.raises(QuestionError) as refused:
        ask(territory="mali", on=DAY, crime="piracy")
    assert str(refused.value) == (
        "no crime is called 'piracy': give any or genocide or crimes-against-humanity or"
        " war-crimes or aggression"
    )


def test_a_question_about_a_crime_and_a_period(registry):
    """A crime is named as on the command line; `until` is the last day."""
    alike = {"territory": "germany", "nationality": "spain", "registry": registry}
    attack = ask(**alike, on="2018-07-01", until="2018-07-17", crime="aggression")

    assert attack.question.last == dt.date(2018, 7, 17)
    assert attack.verdict == "in part"
    assert ask(**alike, on="2018-07-16", crime="aggression").verdict == "no"


def test_situations_are_public():
    """The situations before the Court can be read, with the day they are known as of."""
    docket = load_situations()

    assert "Georgia" in {situation.name for situation in docket}
    assert docket.as_of <= load().as_of
