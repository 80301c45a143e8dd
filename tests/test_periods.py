"""Periods and stretches say on every day what the acts say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_status import Status, load
from icc_status.model import treaty
from icc_status.queries.periods import Timeline, opening, periods

REGISTRY = load()
STATES = {state.iso3: state for state in REGISTRY}
DAYS = st.dates(min_value=treaty.ADOPTED, max_value=date(2040, 1, 1))


@pytest.mark.parametrize("iso3", STATES)
def test_periods_follow_each_other(iso3):
    """A state's periods run from its first day on, without gap or overlap, and stay open."""
    found = periods(STATES[iso3])

    assert found[0].first == opening(STATES[iso3])
    assert [p.last for p in found[:-1]] == [p.first - timedelta(days=1) for p in found[1:]]
    assert found[-1].last is None


@pytest.mark.parametrize("iso3", STATES)
def test_periods_say_what_the_acts_say(iso3):
    """On the first and last day of each period, status and since are those of the standing."""
    state = STATES[iso3]
    for period in periods(state):
        for day in filter(None, (period.first, period.last)):
            standing = state.standing(day)
            assert (standing.status, standing.since) == (period.value.status, period.value.since)


@given(st.sampled_from(REGISTRY.states), DAYS)
def test_stretches_say_what_the_acts_say(state, day):
    """The answer of the stretch that a day lies in is the state's standing on that day."""
    timeline = Timeline(REGISTRY, REGISTRY.as_of)
    period = timeline.on_each(state)[timeline.stretch(day.isoformat())]

    if state.existed(day):
        standing = state.standing(day)
        assert (standing.status, standing.since) == (period.value.status, period.value.since)
        assert period.value.party is (standing.status is Status.PARTY)
    else:
        assert period is None


@pytest.mark.parametrize(
    ("iso3", "first"),
    [("FRA", "1998-07-17"), ("TLS", "2002-05-20"), ("MNE", "2006-06-03"), ("SSD", "2011-07-09")],
)
def test_the_first_day_of_a_state(iso3, first):
    """A state can be asked about from the Statute's adoption, or from its existence."""
    assert str(periods(STATES[iso3])[0].first) == first


def test_before_the_statute_there_is_no_stretch():
    """The day before its adoption lies in no stretch; the day itself in the first."""
    timeline = Timeline(REGISTRY, REGISTRY.as_of)

    assert timeline.stretch("1998-07-16") == 0
    assert timeline.stretch("1998-07-17") == 1


def test_what_is_not_known_yet():
    """The stretches ahead begin the day after the last that the registry covers."""
    timeline = Timeline(REGISTRY, REGISTRY.as_of)

    assert timeline.stretch(str(REGISTRY.as_of)) == timeline.ahead - 1
    assert timeline.stretch(str(REGISTRY.as_of + timedelta(days=1))) == timeline.ahead
