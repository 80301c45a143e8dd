"""Aggression: several aggressors, a territory referred, and whom the amendments bind."""

import datetime as dt
from dataclasses import replace

import pytest
from test_jurisdiction import DOCKET, REGISTRY, ask

from icc_status import QuestionError
from icc_status.jurisdiction import aggression
from icc_status.jurisdiction.amendments import AGGRESSION, binding
from icc_status.jurisdiction.answer import answer
from icc_status.jurisdiction.extent import find_place
from icc_status.jurisdiction.grounds import Finding, merged
from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.model import treaty
from icc_status.model.treaty import year_after

# territories | aggressors | day | verdict
SEVERAL = """
germany | russia + spain | 2018-07-16 | no
germany | russia + spain | 2018-07-17 | yes
germany | spain + russia | 2018-07-18 | yes
germany | russia + belarus | 2022-02-24 | no
germany | russia + france | 2022-02-24 | open
germany | kenya + france | 2022-02-24 | open
germany | kenya + russia | 2022-02-24 | no
germany + syria | spain | 2022-02-24 | in part
germany + syria | russia + spain | 2022-02-24 | in part
germany + croatia | russia + spain | 2022-02-24 | yes
germany + france | spain | 2022-02-24 | in part
germany + spain | spain | 2022-02-24 | yes
germany + spain | spain + germany | 2022-02-24 | yes
germany | italy + russia | 2023-01-25 | open
germany | italy + russia | 2023-01-26 | yes
germany | italy + russia | 2023-01-27 | yes
| russia + germany | 2022-02-24 | open
| russia + kenya | 2022-02-24 | no
# Where it was planned or launched from a territory that the Council referred (Art. 15 ter)
chad | libya | 2018-07-16 | no
chad | libya | 2018-07-17 | open
chad | libya | 2018-07-18 | open
chad | sudan | 2018-07-16 | no
chad | sudan | 2018-07-17 | open
germany | sudan | 2020-01-01 | open
| libya | 2018-07-16 | no
| libya | 2018-07-17 | open
| sudan | 2020-01-01 | open
darfur | chad | 2018-07-17 | open
chad | south sudan | 2020-01-01 | no
chad | egypt | 2020-01-01 | no
# A territory whose state is not settled does not save an aggressor that is out of reach
chagos | russia | 2020-01-01 | no
chagos | kenya | 2020-01-01 | no
chagos | germany | 2020-01-01 | open
chagos | libya | 2020-01-01 | open
# Parties that joined after the amendments were in force for others (VCLT Art. 40(5))
kiribati | france | 2020-01-31 | no
kiribati | france | 2020-02-01 | open
kiribati | france | 2020-02-02 | open
kiribati | germany | 2020-01-31 | no
kiribati | germany | 2020-02-01 | open
armenia | kiribati | 2024-01-31 | no
armenia | kiribati | 2024-02-01 | open
kiribati | armenia | 2024-02-02 | open
kiribati | kenya | 2024-02-01 | no
kiribati | russia | 2024-02-01 | no
france | armenia | 2024-02-01 | open
france | ukraine | 2024-12-31 | no
france | ukraine | 2025-01-01 | open
france | ukraine | 2025-10-24 | open
germany | ukraine | 2025-10-24 | open
germany | ukraine | 2025-10-25 | yes
france | philippines | 2018-12-01 | no
france | ivory coast | 2022-01-01 | no
france | palestine | 2022-01-01 | open
germany | palestine | 2022-01-01 | yes
"""
TABLE = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in SEVERAL.splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("case", TABLE, ids=" / ".join)
def test_aggression_by_pairs(case):
    """The aggressors named are alternatives; `in part` is a part of the territory."""
    *asked, verdict = case

    assert ask(*asked, "aggression").verdict.value == verdict


@pytest.mark.parametrize(
    ("territory", "aggressor", "words"),
    [
        ("kiribati", "france", ["40(5)(a)", "40(5)(b)", "only acceptance counts", "15 bis(4)"]),
        ("kiribati", "germany", ["40(5)(a)", "for Germany alone", "15 bis(4)"]),
        ("kiribati", "armenia", ["Armenia and Kiribati", "on one reading", "on the other"]),
        ("chad", "libya", ["planned, prepared or launched", "on one reading", "on the other"]),
    ],
)
def test_both_readings_are_named(territory, aggressor, words):
    """An open ground says what hangs on it."""
    found = ask(territory, aggressor, "2025-01-01", "aggression")
    reasons = [ground.reason for ground in found.grounds if ground.is_open]

    assert any(all(word in reason for word in words) for reason in reasons)


def test_art_40_5_is_named_for_those_that_it_concerns_only():
    """Not for states that were parties before the amendments were in force for anyone."""
    assert REGISTRY.amendments_in_force[AGGRESSION] == dt.date(2013, 5, 8)
    day = dt.date(2024, 6, 1)
    concerned = {
        state.iso3
        for state in REGISTRY
        if binding(state, AGGRESSION, REGISTRY, day).value is Finding.OPEN
    }

    assert concerned == {"ARM", "KIR"}


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2024-12-31", Finding.FAILS),
        ("2025-01-01", Finding.OPEN),
        ("2025-10-24", Finding.OPEN),
        ("2025-10-25", Finding.HOLDS),
    ],
)
def test_whom_an_amendment_binds(day, value):
    """Open from entry into force of the Statute until the state's own acceptance is in force."""
    found = binding(REGISTRY["UKR"], AGGRESSION, REGISTRY, dt.date.fromisoformat(day))

    assert found.value is value


def test_the_first_day_in_force_is_worked_out_once(monkeypatch):
    """Each acceptance is read once for a registry, however many questions are asked."""
    registry = replace(REGISTRY)
    accepted = [act for state in registry for act in state.acts if act.amendment and act.date]
    calls = []
    monkeypatch.setattr(treaty, "year_after", lambda day: calls.append(day) or year_after(day))
    days = [registry.amendments_in_force for _ in range(3)]

    assert len(calls) == len(accepted)
    assert days[0][AGGRESSION] == min(
        year_after(act.date) for act in accepted if act.amendment == AGGRESSION
    )


def test_the_referrals_are_those_of_the_docket():
    """Libya and Darfur alone: no other aggressor is weighed by a referral."""
    states = {code for situation in DOCKET.referrals() for code in situation.states}

    assert states == {"LBY", "SDN"}


def many(count, first, last):
    """Return a question of aggression of each of some states against each of them."""
    states = REGISTRY.states[:count]
    places = tuple(find_place(state.iso3, REGISTRY) for state in states)
    days = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return Question(places, states, *days, Crime.AGGRESSION)


def test_what_a_rule_says_of_a_state_is_worked_out_once(monkeypatch):
    """However many pairs a state is in: 40 states make 1,560 pairs."""
    asked = []
    words = aggression.standing_words
    monkeypatch.setattr(
        aggression,
        "standing_words",
        lambda state, *rest: asked.append(state.iso3) or words(state, *rest),
    )
    found = answer(many(40, "2022-02-24", "2022-02-24"), REGISTRY, DOCKET)

    assert len(found.grounds) > 700
    assert len(asked) == len(set(asked)) == 40


def test_many_grounds_are_merged_quickly():
    """Grounds are compared with those that say the same, not with all: 30,000 take no minute."""
    ground = answer(many(2, "2022-02-24", "2022-02-24"), REGISTRY, DOCKET).grounds[0]
    grounds = [replace(ground, reason=str(n % 15_000)) for n in range(30_000)]

    assert len(merged(grounds)) == 15_000


@pytest.mark.parametrize(
    ("count", "last", "refused"),
    [(100, "2022-02-25", False), (101, "2022-02-25", True), (197, "2022-02-24", False)],
)
def test_too_many_pairs_for_a_period(count, last, refused):
    """A period of days takes 10,000 pairs at most; the refusal says so."""
    if refused:
        with pytest.raises(QuestionError, match=r"10000 pairs .* and these are 10201"):
            many(count, "2022-02-24", last)
    else:
        assert len(many(count, "2022-02-24", last).places) == count


def test_places_of_one_name_are_kept_apart():
    """On one reading Kosovo is Serbia's, and what is known of that is not of another."""
    law = aggression.Law(REGISTRY, DOCKET, dt.date(2022, 2, 24))
    readings = [Place("Essequibo", REGISTRY[code]) for code in ("GUY", "VEN")]
    states = [law.once(aggression._territory, place).state for place in readings]

    assert states == ["GUY", "VEN"]
