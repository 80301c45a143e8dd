"""What the pictures tell apart."""

import datetime as dt
from itertools import pairwise

import pytest

from icc_status import Registry
from icc_status.queries.categories import category, legend, spans, tally

DAYS = ["1998-07-17", "2002-06-30", "2002-07-01", "2011-07-08", "2017-10-27", "2026-10-02"]


@pytest.mark.parametrize(
    ("code", "day", "shade"),
    [
        ("NER", "2026-06-17", "party"),
        ("NER", "2026-06-18", "withdrawing"),
        ("NER", "2027-06-17", "withdrawing"),
        ("NER", "2027-06-18", "withdrawn"),
        ("HUN", "2026-05-28", "withdrawing"),
        ("HUN", "2026-05-29", "party"),
        ("SSD", "2000-09-07", "non-signatory"),
        ("SSD", "2000-09-08", "signatory"),
        ("SSD", "2011-07-09", "non-signatory"),
        ("SDN", "2000-09-08", "signatory"),
        ("MNE", "2002-07-01", "party"),
        ("TLS", "2002-05-19", "absent"),
        ("TLS", "2002-05-20", "non-signatory"),
    ],
)
def test_shade_of_a_state_on_a_day(registry: Registry, code, day, shade):
    """A pending notice has its own shade; until a state existed it has that of its predecessor."""
    assert category(registry, registry[code], dt.date.fromisoformat(day)).shade == shade


@pytest.mark.parametrize("day", DAYS)
def test_spans_agree_with_the_day(registry: Registry, day):
    """The span that a day falls in says of every state what the day itself says."""
    on = dt.date.fromisoformat(day)
    for state in registry:
        held = [span for span in spans(registry, state) if span.first <= on][-1]

        assert held.value == category(registry, state, on)
        assert held.last is None or held.last >= on


def test_spans_follow_each_other(registry: Registry):
    """A state's spans begin on 17 July 1998, leave no day out, and no two neighbours are alike."""
    for state in registry:
        shown = spans(registry, state)

        assert shown[0].first == dt.date(1998, 7, 17)
        assert shown[-1].last is None
        for earlier, later in pairwise(shown):
            assert later.first == earlier.last + dt.timedelta(days=1)
            assert later.value != earlier.value


@pytest.mark.parametrize("day", DAYS)
def test_counts_are_those_of_the_verb_count(run, registry: Registry, day):
    """The legend's numbers are those that `icc-status count` gives for the day."""
    counts = tally(registry, dt.date.fromisoformat(day))
    counted = dict(line.split("\t")[:2] for line in run("count", "--on", day).lines)

    for name, _, number in legend(counts):
        if name != "withdrawing":
            assert str(number) == counted[name]
    assert str(sum(counts.values())) == counted["all"]
