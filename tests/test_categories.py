"""What the pictures tell apart, and in which colours."""

import datetime as dt
from itertools import combinations, pairwise

import pytest

from icc_status import Registry
from icc_status.pictures.palette import PAINTS
from icc_status.queries.categories import SHADES, category, legend, spans, tally

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
    counted = dict(line.split("\t") for line in run("count", "--on", day).lines)

    for name, _, number in legend(counts):
        if name != "withdrawing":
            assert str(number) == counted[name]
    assert str(sum(counts.values())) == counted["all"]


def lightness(colour: str) -> float:
    """Return L* of "#rrggbb", from 0 to 100 (CIE 1976)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    y = sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def luma(colour: str) -> float:
    """Return the grey of "#rrggbb" as printers and scanners take it, from 0 to 255 (Rec. 601)."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return sum(c * weight for c, weight in zip(parts, (0.299, 0.587, 0.114), strict=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("grey", "apart"), [(lightness, 9), (luma, 22)])
def test_lightness_alone_tells_the_colours_apart(theme, grey, apart):
    """Without their hues any two shades still differ, to the eye (in L*) and on a grey print."""
    plain = [getattr(paint, theme) for paint in PAINTS.values() if not paint.striped]

    assert len(plain) == len(SHADES) - 1
    for one, other in combinations(plain, 2):
        assert abs(grey(one) - grey(other)) >= apart
