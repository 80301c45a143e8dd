"""The answer in sentences: what was taken back is told as taken back, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest

from icc_status import Act, Kind, RegistryError, Source, State, load
from icc_status.wording.beside import agreements, none_listed
from icc_status.wording.describe import describe
from icc_status.wording.headline import headline
from icc_status.wording.meaning import meaning

SOURCE = Source("depositary", "The depositary", date(2026, 10, 2))
STATE = State("AAA", "AA", "Aland", "Aland", "Aland", "none")


def act(kind: Kind, day: str, effective: str | None = None) -> Act:
    """Make an act of a kind on a day."""
    effect = date.fromisoformat(effective) if effective else None
    return Act(kind=kind, date=date.fromisoformat(day), sources=(SOURCE,), effective=effect)


SIGNED = act(Kind.SIGNATURE, "1999-01-13")
RATIFIED = act(Kind.RATIFICATION, "2004-09-21", "2004-12-01")
NOTICE = act(Kind.WITHDRAWAL, "2010-01-10", "2011-01-10")
REVOKED = act(Kind.WITHDRAWAL_REVOCATION, "2010-06-01")
LEFT = act(Kind.WITHDRAWAL, "2016-10-27", "2017-10-27")
BACK = act(Kind.ACCESSION, "2020-06-15", "2020-09-01")
NOT_BACK = act(Kind.ACCESSION_WITHDRAWAL, "2020-07-01")
NOT_RENOUNCED = act(Kind.NON_INTENTION, "2002-05-06")
UNDATED = act(Kind.RATIFICATION, "2004-09-21")
NOT_RATIFIED = act(Kind.ACCESSION_WITHDRAWAL, "2004-10-01")


@pytest.mark.parametrize(
    ("acts", "day", "answer"),
    [
        (
            [RATIFIED, NOTICE, REVOKED],
            "2012-01-01",
            "Aland is a party to the Rome Statute, since 2004-12-01; its notice of withdrawal of"
            " 2010-01-10 was taken back on 2010-06-01, before it took effect, so it never left.",
        ),
        (
            [RATIFIED, NOTICE, REVOKED, LEFT, BACK],
            "2021-01-01",
            "Aland is a party to the Rome Statute, since 2020-09-01.",
        ),
        (
            [RATIFIED, LEFT, BACK, NOT_BACK],
            "2021-01-01",
            "Aland is no longer a party to the Rome Statute: it was one from 2004-12-01 to"
            " 2017-10-26, and its withdrawal, notified on 2016-10-27, took effect on 2017-10-27;"
            " its accession of 2020-06-15 was taken back on 2020-07-01, before it could enter"
            " into force.",
        ),
        (
            [SIGNED, RATIFIED, NOT_RATIFIED],
            "2005-01-01",
            "Aland is not a party to the Rome Statute: it signed on 1999-01-13; its ratification"
            " of 2004-09-21 was taken back on 2004-10-01, before it could enter into force.",
        ),
        (
            [BACK, NOT_BACK],
            "2021-01-01",
            "Aland is not a party to the Rome Statute: its accession of 2020-06-15 was taken back"
            " on 2020-07-01, before it could enter into force.",
        ),
    ],
)
def test_what_was_taken_back(acts, day, answer):
    """The answer tells which acts were taken back, and gives the days of those that were not."""
    on = date.fromisoformat(day)
    state = replace(STATE, acts=tuple(acts))

    assert headline(state, state.standing(on), on) == answer


@pytest.mark.parametrize(
    ("acts", "day"),
    [([LEFT], "2018-01-01"), ([NOT_RENOUNCED], "2018-01-01"), ([UNDATED], "2005-01-01")],
    ids=["left without joining", "renounced without signing", "ratified without a day of effect"],
)
def test_acts_that_explain_nothing(acts, day):
    """Acts that no sentence fits, which no sound registry has, are refused in one line."""
    on = date.fromisoformat(day)
    state = replace(STATE, acts=tuple(acts))

    with pytest.raises(RegistryError, match="the acts of AAA do not explain its status on"):
        headline(state, state.standing(on), on)


def test_a_new_membership_says_nothing_of_an_old_notice():
    """A notice that was taken back before the state left and came back means nothing now."""
    on = date(2021, 1, 1)
    state = replace(STATE, acts=(RATIFIED, NOTICE, REVOKED, LEFT, BACK))

    assert "taken back" not in meaning(state, state.standing(on), on)


@pytest.mark.parametrize(
    ("acts", "day", "today", "words"),
    [
        ([RATIFIED], "2010-01-01", "2010-01-01", "is a party"),
        ([RATIFIED], "2010-01-01", "2010-01-02", "was a party"),
        ([RATIFIED], "2010-01-01", "2009-12-31", "will be a party"),
        ([RATIFIED], "2004-10-01", "2010-01-01", "was not yet a party"),
        ([RATIFIED], "2004-10-01", "2010-01-01", "was to enter into force for it on 2004-12-01"),
        ([RATIFIED], "2004-10-01", "2004-10-01", "the Statute enters into force for it"),
        ([RATIFIED], "2004-10-01", "2004-09-30", "will not yet be a party"),
        ([RATIFIED, LEFT], "2017-10-26", "2020-01-01", "until its withdrawal took effect on"),
        ([RATIFIED, LEFT], "2017-10-26", "2017-10-26", "until its withdrawal takes effect on"),
        ([RATIFIED, LEFT], "2017-10-27", "2020-01-01", "was no longer a party"),
        ([RATIFIED, LEFT], "2017-10-27", "2020-01-01", "it had been one from 2004-12-01"),
        ([RATIFIED, LEFT], "2017-10-27", "2017-10-27", "is no longer a party"),
        ([RATIFIED, LEFT], "2017-10-27", "2017-10-26", "will no longer be a party"),
        ([RATIFIED, LEFT], "2017-10-27", "2017-10-26", "it will have been one from 2004-12-01"),
        ([RATIFIED, LEFT], "2017-10-27", "2017-10-26", "is to take effect on 2017-10-27"),
        (
            [RATIFIED, NOTICE, REVOKED],
            "2010-02-01",
            "2012-01-01",
            "was to take effect on 2011-01-10",
        ),
        ([RATIFIED, NOTICE, REVOKED], "2010-02-01", "2012-01-01", "taken back on 2010-06-01)"),
        ([RATIFIED, NOTICE, REVOKED], "2010-02-01", "2010-02-01", "until its withdrawal takes"),
        ([RATIFIED, NOTICE, REVOKED], "2010-02-01", None, "is a party to the Rome Statute, since"),
        ([RATIFIED, NOTICE, REVOKED], "2010-02-01", None, "was to take effect on 2011-01-10"),
        ([SIGNED], "2001-01-01", "2010-01-01", "had deposited no instrument"),
        ([], "2001-01-01", "2010-01-01", "was not a party to the Rome Statute: it had neither"),
        ([], "2011-01-01", "2010-01-01", "will not be a party to the Rome Statute: it has neither"),
    ],
)
def test_the_tense_follows_the_day_asked(acts, day, today, words):
    """A day that is past, today or to come is told as that."""
    on, now = date.fromisoformat(day), today and date.fromisoformat(today)
    state = replace(STATE, acts=tuple(acts))

    assert words in headline(state, state.standing(on), on, now)


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ([BACK], "Accession, in force for it on 2020-09-01"),
        ([BACK, NOT_BACK], "Accession, was to enter into force for it on 2020-09-01"),
        ([RATIFIED, NOTICE], "Notice of withdrawal (Art. 127), to take effect on 2011-01-10"),
        (
            [RATIFIED, NOTICE, REVOKED],
            "Notice of withdrawal (Art. 127), was to take effect on 2011-01-10",
        ),
    ],
)
def test_what_was_taken_back_never_took_effect(acts, words):
    """An act that was taken back "was to" take effect."""
    told = [describe(act, acts) for act in acts]

    assert words in told


@pytest.mark.parametrize("name", ["russia", "usa", "india"])
def test_nationals_of_a_state_that_is_no_party(name):
    """The sentence names parties, states that accepted jurisdiction, and referrals."""
    on = date(2026, 1, 1)
    state = load().find(name)
    said = meaning(state, state.standing(on), on)

    assert "a state that accepted jurisdiction, or" in said


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (None, "in force for it on 2014-09-26 (computed, Art. 121(5))"),
        (date(2014, 9, 25), "to be in force for it on 2014-09-26 (computed, Art. 121(5))"),
        (date(2014, 9, 26), ", in force for it on 2014-09-26 (computed, Art. 121(5))"),
    ],
)
def test_when_an_amendment_is_in_force(on, words):
    """The day is computed when it is told, a year after the deposit, and marked as computed."""
    act = next(a for a in load()["AND"].acts if a.amendment == "XVIII-10-a")

    assert words in describe(act, (), on)
    assert ("to be" in describe(act, (), on)) == words.startswith("to be")


@pytest.mark.parametrize(
    ("iso3", "on", "said"),
    [
        ("MNG", date(2026, 10, 2), ["none listed (Netherlands Treaty Database", "signature 2003"]),
        ("AND", date(2004, 6, 20), []),
        ("AND", date(2004, 6, 21), ["(XVIII-13): signature 2004-06-21."]),
        ("AND", date(2005, 2, 11), ["signature 2004-06-21, ratification 2005-02-11."]),
        ("AZE", date(2026, 10, 2), []),
    ],
)
def test_what_a_state_did_beside(iso3, on, said):
    """That no declaration is listed, and what was done towards an agreement by a day."""
    registry = load()
    told = [
        text
        for text, sources in (
            *none_listed(registry[iso3], registry),
            *agreements(registry[iso3], registry, on),
        )
        if sources
    ]

    assert len(told) == len(said)
    assert all(words in text for words, text in zip(said, told, strict=True))
