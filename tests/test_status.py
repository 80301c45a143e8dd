"""What follows from acts on a day: this file shows the law as the program understands it."""

import datetime as dt
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_status import Act, Kind, QuestionError, Source, Spell, Status, load
from icc_status.model import status
from icc_status.model.acts import acts_in_effect, acts_taken_back
from icc_status.model.status import pending_notice, spells, standing, standings

SOURCE = Source("depositary", "The depositary", date(2026, 10, 2))
REGISTRY = load()


def act(kind: Kind, day: str, effective: str | None = None) -> Act:
    """Make an act of a kind on a day."""
    effect = date.fromisoformat(effective) if effective else None
    return Act(kind=kind, date=date.fromisoformat(day), sources=(SOURCE,), effective=effect)


SIGNED = act(Kind.SIGNATURE, "1999-01-13")
RATIFIED = act(Kind.RATIFICATION, "2004-09-21", "2004-12-01")
LEAVING = act(Kind.WITHDRAWAL, "2016-10-27", "2017-10-27")
STAYING = act(Kind.WITHDRAWAL_REVOCATION, "2017-10-26")
UNSIGNED = act(Kind.NON_INTENTION, "2002-05-06")
ACCEDED = act(Kind.ACCESSION, "2019-03-04", "2019-06-01")
TAKEN_BACK = act(Kind.ACCESSION_WITHDRAWAL, "2019-04-29")
LEFT = [SIGNED, RATIFIED, LEAVING]
BACK = act(Kind.ACCESSION, "2020-06-15", "2020-09-01")
NOT_BACK = act(Kind.ACCESSION_WITHDRAWAL, "2020-07-01")
GONE_AGAIN = act(Kind.WITHDRAWAL, "2021-06-01", "2022-06-01")
SUCCEEDED = act(Kind.SUCCESSION, "2006-10-23", "2006-06-03")


@pytest.mark.parametrize(
    ("acts", "day", "status", "since", "leaving"),
    [
        ([], "2026-01-01", "non-signatory", None, None),
        ([SIGNED], "1999-01-12", "non-signatory", None, None),
        ([SIGNED], "1999-01-13", "signatory", "1999-01-13", None),
        ([SIGNED], "1999-01-14", "signatory", "1999-01-13", None),
        ([SIGNED, RATIFIED], "2004-09-20", "signatory", "1999-01-13", None),
        ([SIGNED, RATIFIED], "2004-09-21", "contracting", "2004-09-21", None),
        ([SIGNED, RATIFIED], "2004-11-30", "contracting", "2004-09-21", None),
        ([SIGNED, RATIFIED], "2004-12-01", "party", "2004-12-01", None),
        ([SIGNED, RATIFIED, LEAVING], "2016-10-26", "party", "2004-12-01", None),
        ([SIGNED, RATIFIED, LEAVING], "2016-10-27", "party", "2004-12-01", "2017-10-27"),
        ([SIGNED, RATIFIED, LEAVING], "2017-10-26", "party", "2004-12-01", "2017-10-27"),
        ([SIGNED, RATIFIED, LEAVING], "2017-10-27", "withdrawn", "2017-10-27", None),
        ([SIGNED, RATIFIED, LEAVING, STAYING], "2017-10-25", "party", "2004-12-01", "2017-10-27"),
        ([SIGNED, RATIFIED, LEAVING, STAYING], "2017-10-26", "party", "2004-12-01", None),
        ([SIGNED, RATIFIED, LEAVING, STAYING], "2017-10-27", "party", "2004-12-01", None),
        ([SIGNED, UNSIGNED], "2002-05-05", "signatory", "1999-01-13", None),
        ([SIGNED, UNSIGNED], "2002-05-06", "renounced", "2002-05-06", None),
        ([SIGNED, UNSIGNED, RATIFIED], "2004-09-21", "contracting", "2004-09-21", None),
        ([ACCEDED], "2019-03-03", "non-signatory", None, None),
        ([ACCEDED], "2019-03-04", "contracting", "2019-03-04", None),
        ([ACCEDED, TAKEN_BACK], "2019-04-28", "contracting", "2019-03-04", None),
        ([ACCEDED, TAKEN_BACK], "2019-04-29", "non-signatory", "2019-04-29", None),
        ([ACCEDED, TAKEN_BACK], "2019-06-01", "non-signatory", "2019-04-29", None),
        ([SIGNED, ACCEDED, TAKEN_BACK], "2019-04-29", "signatory", "2019-04-29", None),
        ([*LEFT, BACK], "2020-06-14", "withdrawn", "2017-10-27", None),
        ([*LEFT, BACK], "2020-06-15", "contracting", "2020-06-15", None),
        ([*LEFT, BACK], "2020-08-31", "contracting", "2020-06-15", None),
        ([*LEFT, BACK], "2020-09-01", "party", "2020-09-01", None),
        ([*LEFT, BACK, GONE_AGAIN], "2021-06-01", "party", "2020-09-01", "2022-06-01"),
        ([*LEFT, BACK, GONE_AGAIN], "2022-06-01", "withdrawn", "2022-06-01", None),
        ([*LEFT, BACK, NOT_BACK], "2020-07-01", "withdrawn", "2020-07-01", None),
        ([*LEFT, BACK, NOT_BACK], "2020-09-01", "withdrawn", "2020-07-01", None),
        ([SUCCEEDED], "2006-06-02", "non-signatory", None, None),
        ([SUCCEEDED], "2006-06-03", "party", "2006-06-03", None),
        ([SUCCEEDED], "2006-10-23", "party", "2006-06-03", None),
    ],
)
def test_standing(acts, day, status, since, leaving):
    """A status begins on the day of its act, of entry into force or of effect, and not before."""
    found = standing(acts, date.fromisoformat(day))

    assert (status, since and date.fromisoformat(since)) == (found.status.value, found.since)
    assert (leaving and date.fromisoformat(leaving)) == found.leaving


@pytest.mark.parametrize(
    ("code", "day", "status"),
    [
        ("RUS", "2000-09-12", "non-signatory"),
        ("RUS", "2000-09-13", "signatory"),
        ("RUS", "2016-11-29", "signatory"),
        ("RUS", "2016-11-30", "renounced"),
        ("USA", "2000-12-30", "non-signatory"),
        ("USA", "2000-12-31", "signatory"),
        ("USA", "2002-05-06", "renounced"),
        ("BLZ", "2000-04-04", "non-signatory"),
        ("BLZ", "2000-04-05", "contracting"),
        ("BLZ", "2002-07-01", "party"),
        ("BDI", "2017-10-26", "party"),
        ("BDI", "2017-10-27", "withdrawn"),
        ("PHL", "2019-03-16", "party"),
        ("PHL", "2019-03-17", "withdrawn"),
        ("GMB", "2017-11-10", "party"),
        ("ZAF", "2017-10-19", "party"),
        ("HUN", "2026-06-02", "party"),
        ("MYS", "2019-03-04", "contracting"),
        ("MYS", "2019-04-28", "contracting"),
        ("MYS", "2019-04-29", "non-signatory"),
        ("MYS", "2019-06-01", "non-signatory"),
        ("MNE", "2006-06-03", "party"),
        ("SRB", "2006-06-02", "party"),
        ("UKR", "2024-12-31", "contracting"),
        ("UKR", "2025-01-01", "party"),
        ("NER", "2027-06-17", "party"),
        ("NER", "2027-06-18", "withdrawn"),
        ("NRU", "2027-09-22", "party"),
        ("NRU", "2027-09-23", "withdrawn"),
        ("CHN", "2026-11-23", "non-signatory"),
    ],
)
def test_states_on_their_turning_days(code, day, status):
    """The registry's states turn on the days that the depositary gives."""
    assert status == REGISTRY[code].status(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "pending"), [("2025-06-01", 0), ("2025-06-02", 1), ("2026-05-28", 1), ("2026-05-29", 0)]
)
def test_hungary_s_notice_was_pending_until_it_was_taken_back(day, pending):
    """A party that takes its notice back before it takes effect stays a party (VCLT Art. 68)."""
    assert pending == bool(pending_notice(REGISTRY["HUN"].acts, date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("acts", "day", "left", "pairs"),
    [
        ([ACCEDED, TAKEN_BACK], "2019-04-28", [ACCEDED], []),
        ([ACCEDED, TAKEN_BACK], "2019-04-29", [], [(ACCEDED, TAKEN_BACK)]),
        ([RATIFIED, LEAVING, STAYING], "2017-10-25", [RATIFIED, LEAVING], []),
        ([RATIFIED, LEAVING, STAYING], "2017-10-26", [RATIFIED], [(LEAVING, STAYING)]),
        ([*LEFT, BACK, NOT_BACK], "2020-07-01", LEFT, [(BACK, NOT_BACK)]),
        ([STAYING], "2017-10-26", [], []),
        ([SUCCEEDED], "2006-10-22", [], []),
        ([SUCCEEDED], "2006-10-23", [SUCCEEDED], []),
    ],
)
def test_what_a_taken_back_act_leaves(acts, day, left, pairs):
    """The last act of its kind is gone from the day on which it is taken back; others stay."""
    on = date.fromisoformat(day)

    assert acts_in_effect(acts, on) == left
    assert acts_taken_back(acts, on) == pairs


def test_standings_are_worked_out_once(monkeypatch):
    """A state's acts are read once, however often it is asked."""
    calls = []
    monkeypatch.setattr(status, "standings", lambda acts: calls.append(acts) or standings(acts))
    state = replace(REGISTRY["HUN"])

    for day in ("2002-01-01", "2025-06-02", "2026-10-02"):
        state.status(date.fromisoformat(day))
        state.spells()

    assert len(calls) == 1


@given(st.sampled_from(REGISTRY.states), st.dates(date(1998, 7, 17), date(2030, 12, 31)))
def test_a_kept_standing_is_that_of_the_acts(state, day):
    """What a state keeps says on every day what its acts say."""
    if state.existed(day):
        assert state.standing(day) == standing(state.acts, day)


def test_spells_tile_time():
    """Each spell begins on the day after the one before it ends; the last is open."""
    assert spells([SIGNED, RATIFIED, LEAVING]) == (
        Spell(Status.NON_SIGNATORY, None, date(1999, 1, 12)),
        Spell(Status.SIGNATORY, date(1999, 1, 13), date(2004, 9, 20)),
        Spell(Status.CONTRACTING, date(2004, 9, 21), date(2004, 11, 30)),
        Spell(Status.PARTY, date(2004, 12, 1), date(2017, 10, 26)),
        Spell(Status.WITHDRAWN, date(2017, 10, 27), None),
    )


def test_spells_of_a_state_that_comes_back():
    """A deposit after the withdrawal took effect makes a party anew, by Art. 126."""
    assert spells([*LEFT, BACK])[3:] == (
        Spell(Status.PARTY, date(2004, 12, 1), date(2017, 10, 26)),
        Spell(Status.WITHDRAWN, date(2017, 10, 27), date(2020, 6, 14)),
        Spell(Status.CONTRACTING, date(2020, 6, 15), date(2020, 8, 31)),
        Spell(Status.PARTY, date(2020, 9, 1), None),
    )


def test_an_act_without_a_day_is_passed_over():
    """An act without a day is passed over; the acts after it keep their effect."""
    unknown = Act(kind=Kind.AMENDMENT, date=None, sources=(SOURCE,))

    assert spells([unknown, SIGNED]) == spells([SIGNED])


def test_a_notice_taken_back_twice_is_taken_back_once():
    """A second revocation, a fault of a registry, changes nothing and breaks nothing."""
    again = act(Kind.WITHDRAWAL_REVOCATION, "2017-10-26")

    assert spells([RATIFIED, LEAVING, STAYING, again]) == spells([RATIFIED, LEAVING, STAYING])


def test_a_state_s_first_spell_begins_with_the_state():
    """Montenegro has no day before its independence, and is a party from the first."""
    assert REGISTRY["MNE"].spells() == (Spell(Status.PARTY, date(2006, 6, 3), None),)


DAYS = st.dates(date(1998, 7, 17), date(2030, 12, 31))
STATES = st.sampled_from(REGISTRY.states)


def turning_days(state) -> set[dt.date]:
    """Return the days of a state's acts and of their effects."""
    days = {act.date for act in state.acts} | {act.effective for act in state.acts}
    return {day for day in days if day}


@given(STATES, DAYS)
def test_status_changes_only_with_an_act_or_its_effect(state, day):
    """On any other day, a state's status is that of the day before."""
    before = day - timedelta(days=1)
    if before >= date(1998, 7, 17) and state.existed(before) and day not in turning_days(state):
        assert state.standing(before).status == state.standing(day).status


@pytest.mark.parametrize("state", REGISTRY.states, ids=lambda state: state.iso3)
def test_spells_leave_no_day_out_and_none_twice(state):
    """From the first day on, each day lies in exactly one spell: one status a day."""
    found = state.spells()

    assert found[-1].until is None
    for earlier, later in pairwise(found):
        assert later.since == earlier.until + timedelta(days=1)
        assert later.status is not earlier.status


@given(STATES, DAYS)
def test_standing_is_the_spell_of_the_day(state, day):
    """On any day a state's standing and its one spell that holds the day say the same."""
    if state.existed(day):
        holding = [
            spell.status
            for spell in state.spells()
            if (spell.since or date.min) <= day <= (spell.until or date.max)
        ]
        assert holding == [state.status(day)]


def test_no_state_before_it_exists():
    """Asking for a state before it existed says since when it does."""
    with pytest.raises(QuestionError) as refused:
        REGISTRY["SSD"].status(date(2011, 7, 8))

    assert str(refused.value) == (
        "South Sudan did not exist on 2011-07-08: it exists since 2011-07-09;"
        " ask for that day or a later one"
    )


def test_nothing_before_the_statute():
    """Asking for a day before 17 July 1998 names that day."""
    with pytest.raises(QuestionError, match=r"1998-07-16.*1998-07-17"):
        REGISTRY["FRA"].status(date(1998, 7, 16))
