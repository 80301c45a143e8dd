"""Grounds one by one: referrals of a part, and those that continue each other."""

from dataclasses import replace
from datetime import date

import pytest

from icc_status import Act, Kind, QuestionError, RegistryError, load
from icc_status.jurisdiction.aggression import Law, council
from icc_status.jurisdiction.answer import answer
from icc_status.jurisdiction.grounds import Finding, Ground, conditions_of, doubt, merged
from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.jurisdiction.referrals import referrals
from icc_status.loading import situations as situations_reader
from icc_status.model.names import NotState
from icc_status.model.spans import ONE_DAY

REGISTRY = load()
SUDAN = REGISTRY.find("sudan")
DOCKET = situations_reader.load()
DAY = date(2010, 1, 1)
ELSEWHERE = NotState("Elsewhere", "place", "A part of Sudan.", ())


def test_a_referral_of_one_part_gives_nothing_for_another():
    """Darfur alone was referred: another part of Sudan is told so."""
    place = Place("Elsewhere", SUDAN, ELSEWHERE)
    (found,) = referrals(place, (), REGISTRY, DOCKET, date(2010, 1, 1))

    assert (found.finding, found.partial, found.basis) == (Finding.FAILS, False, "referral")
    assert found.reason == (
        "the Security Council referred the situation in Darfur from 2002-07-01 on"
        " (Resolution 1593 (2005)): Darfur only, not Elsewhere"
    )


@pytest.mark.parametrize(
    ("covers_from", "first"),
    [(None, date(2018, 7, 17)), (date(2011, 2, 15), date(2018, 7, 17)), (date(2020, 1, 1),) * 2],
)
def test_a_referral_covers_aggression_from_its_own_first_day_on(covers_from, first):
    """Or from the day of activation, where that is later (Art. 15 ter(2))."""
    (libya,) = (s for s in DOCKET.referrals() if s.states == ("LBY",))
    docket = replace(DOCKET, situations=(replace(libya, covers_from=covers_from),))
    place = Place("Libya", REGISTRY["LBY"])

    (open_ground,) = council(place, None, Law(REGISTRY, docket, first))
    early = council(place, None, Law(REGISTRY, docket, first - ONE_DAY))

    assert (open_ground.finding, open_ground.since) == (Finding.OPEN, first)
    assert early == []


def ground(since: date, until: date, reason: str = "so it is") -> Ground:
    """Return a ground for some days."""
    return Ground("Art. 12(3)", "declaration", "XAA", Finding.HOLDS, reason, since, until)


FIRST = ground(date(2010, 1, 1), date(2010, 1, 31))


@pytest.mark.parametrize(
    ("after", "whole"),
    [
        (ground(date(2010, 2, 1), date(2010, 2, 28)), date(2010, 2, 28)),
        (FIRST, date(2010, 1, 31)),
        (ground(date(2010, 2, 2), date(2010, 2, 28)), None),
        (ground(date(2010, 1, 31), date(2010, 2, 28)), None),
        (ground(date(2010, 2, 1), date(2010, 2, 28), "for another reason"), None),
    ],
)
def test_grounds_that_continue_each_other_are_one(after, whole):
    """They are one where the second begins on the day after the first and says the same."""
    found = merged([FIRST, after])

    assert found == ((ground(date(2010, 1, 1), whole),) if whole else (FIRST, after))


def holding(*conditions: str, partial: bool = False) -> Ground:
    """Return a ground that holds on conditions."""
    return replace(FIRST, conditions=conditions, partial=partial)


@pytest.mark.parametrize(
    ("grounds", "conditions"),
    [
        ([holding("a", "b"), holding("z")], ("z",)),
        ([holding("z"), holding("a")], ("z",)),
        ([holding("a"), holding()], ()),
        ([holding(partial=True), holding("a")], ("a",)),
        ([holding("a", partial=True)], ("a",)),
        ([replace(holding("a"), finding=Finding.OPEN)], ()),
        ([], ()),
    ],
)
def test_one_ground_is_enough(grounds, conditions):
    """The fewest conditions count, of the first such; a ground for a part is not enough."""
    assert conditions_of(grounds) == conditions


@pytest.mark.parametrize(
    ("confidence", "note", "said"),
    [
        (None, "A note.", ""),
        ("medium", None, " (confidence: medium)"),
        ("medium", "A note.", " (confidence: medium. A note.)"),
    ],
)
def test_doubt(confidence, note, said):
    """Only an act of which something is in doubt says what, with its note if it has one."""
    act = Act(Kind.SIGNATURE, date(1999, 1, 8), (), confidence=confidence, note=note)

    assert doubt(act) == said


@pytest.mark.parametrize(
    ("act", "lacking"),
    [
        (Act(Kind.DECLARATION_12_3, DAY, (), covers_from=DAY), "needs 'outcome' and 'covers_from'"),
        (Act(Kind.DECLARATION_12_3, DAY, (), outcome="accepted"), "needs 'outcome' and"),
        (Act(Kind.DECLARATION_124, DAY, (), covers_from=DAY), "under Art. 124 needs 'covers_from'"),
        (Act(Kind.DECLARATION_124, DAY, (), covers_until=DAY), "and 'covers_until'"),
    ],
)
def test_a_declaration_that_lacks_what_an_answer_needs(act, lacking):
    """A registry that `validate` finds fault with is refused; no answer is guessed from it."""
    state = replace(SUDAN, acts=(act,))
    asked = Question((Place("Sudan", state),), (), DAY, DAY, Crime.WAR_CRIMES)

    with pytest.raises(RegistryError, match=lacking):
        answer(asked, REGISTRY, DOCKET)


def test_aggression_against_oneself():
    """Two states must be named."""
    day = date(2022, 2, 24)
    asked = Question((Place("Sudan", SUDAN),), (SUDAN,), day, day, Crime.AGGRESSION)
    with pytest.raises(QuestionError) as refused:
        answer(asked, REGISTRY, DOCKET)

    assert str(refused.value) == "aggression is one state's against another: name two states"
