"""What a state owes the Court on a day (Part 9), the day before, the day and the day after."""

import json
from datetime import date

import pytest
from terminals import SCREEN

from icc_status import load
from icc_status.loading import situations as situations_reader
from icc_status.wording.cooperation import cooperation

REGISTRY = load()
DOCKET = situations_reader.load()

CASES = """
norway | 2002-06-30 | invitation | Art. 87(5)
norway | 2002-07-01 | party | Arts. 86 to 89 and 59
norway | 2002-07-02 | party | Arts. 86 to 89 and 59
russia | 2022-03-01 | invitation | Not bound to arrest
usa | 2001-01-01 | invitation | Art. 87(5)
ukraine | 2014-04-16 | invitation | Art. 87(5)
ukraine | 2014-04-17 | declaration | Art. 12(3)
ukraine | 2014-04-18 | declaration | without delay or exception
ukraine | 2024-12-31 | declaration | Art. 12(3)
ukraine | 2025-01-01 | party | Arts. 86 to 89 and 59
palestine | 2014-12-31 | invitation | Art. 87(5)
palestine | 2015-01-01 | declaration | Art. 12(3)
palestine | 2015-03-31 | declaration | Art. 12(3)
palestine | 2015-04-01 | party | Arts. 86 to 89 and 59
ivory coast | 2003-09-30 | invitation | Art. 87(5)
ivory coast | 2003-10-01 | declaration | Art. 12(3)
egypt | 2014-01-01 | invitation | Art. 87(5)
sudan | 2005-03-30 | invitation | Art. 87(5)
sudan | 2005-03-31 | referral | Resolution 1593 (2005)
sudan | 2005-04-01 | referral | in the situation in Darfur
libya | 2011-02-25 | invitation | Art. 87(5)
libya | 2011-02-26 | referral | Resolution 1970 (2011)
libya | 2025-05-11 | referral | Resolution 1970 (2011)
libya | 2025-05-12 | referral | If its declaration of 2025-05-12 binds it
burundi | 2017-10-26 | party | Arts. 86 to 89 and 59
burundi | 2017-10-27 | former-party | begun before 2017-10-27
burundi | 2017-10-28 | former-party | Art. 127(2)
philippines | 2025-03-11 | former-party | begun before 2019-03-17
hungary | 2026-06-02 | party | Arts. 86 to 89 and 59
niger | 2027-06-17 | party | Arts. 86 to 89 and 59
niger | 2027-06-18 | former-party | begun before 2027-06-18
mongolia | 2024-09-02 | party | arrest and surrender
malaysia | 2019-04-01 | invitation | Art. 87(5)
"""
TABLE = [
    tuple(cell.strip() for cell in line.split("|")) for line in CASES.splitlines() if line.strip()
]


@pytest.mark.parametrize("case", TABLE, ids=" / ".join)
def test_what_a_state_owes(case):
    """The basis, and the article or resolution in its words."""
    name, day, basis, words = case
    state, on = REGISTRY.find(name), date.fromisoformat(day)
    owed = cooperation(state, state.standing(on), on, DOCKET)

    assert owed.basis == basis
    assert words in owed.words


@pytest.mark.parametrize("state", REGISTRY.states, ids=lambda state: state.iso3)
def test_every_state_has_an_answer(state):
    """A party is bound by Part 9, and nobody else by being one; each answer has an article."""
    owed = cooperation(state, state.standing(REGISTRY.as_of), REGISTRY.as_of, DOCKET)

    assert (owed.basis == "party") == (state.status(REGISTRY.as_of).value == "party")
    assert owed.articles
    assert owed.words.endswith(".")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_objects_have_it(run, form):
    """Its basis, its articles and its words; cells of text have none."""
    out = run("ukraine", "--on", "2020-01-01", "--format", form).out
    found = json.loads(out)[0] if form == "json" else json.loads(out)

    assert list(found["cooperation"]) == ["basis", "articles", "words"]
    assert found["cooperation"]["basis"] == "declaration"
    assert "12(3)" in found["cooperation"]["articles"]
    assert "cooperation" not in run("ukraine", "--format", "csv").out


def test_a_list_has_it_too(run):
    """Each state of a list, where objects are asked for."""
    found = json.loads(run("list", "parties", "--format", "json").out)

    assert {row["cooperation"]["basis"] for row in found} == {"party"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("norway", "Bound by Part 9 to cooperate fully with the Court"),
        ("russia", "Not bound to arrest"),
        ("burundi", "begun before 2017-10-27"),
    ],
)
def test_the_card_says_it(run, name, words):
    """In one sentence, after what the status means."""
    assert words in " ".join(run(name, place=SCREEN).out.split())


@pytest.mark.parametrize(
    ("day", "said"), [("2002-09-09", False), ("2002-09-10", True), ("2002-09-11", True)]
)
def test_the_agreement_on_privileges_and_immunities(day, said):
    """An object tells of it from the day of the deposit on; a card has a line of its own for it."""
    state, on = REGISTRY["NOR"], date.fromisoformat(day)
    owed = cooperation(state, state.standing(on), on, DOCKET)
    words = "It deposited its ratification of the Agreement on the Privileges and Immunities"

    assert (words in str(owed.record()["words"])) == said
    assert words not in owed.words
