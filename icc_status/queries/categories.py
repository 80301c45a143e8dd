"""The categories of a picture: the six statuses, and parties about to withdraw."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.spans import ONE_DAY, Span, from_day
from icc_status.model.state import State
from icc_status.model.status import Standing, Status
from icc_status.queries.periods import opening

WITHDRAWING = "withdrawing"
ABSENT = "absent"
"""The shade of a state that did not exist yet and was no part of another that is listed."""

SHADES = {
    Status.PARTY.value: Status.PARTY.label,
    WITHDRAWING: "of these, notice of withdrawal pending",
    Status.WITHDRAWN.value: Status.WITHDRAWN.label,
    Status.CONTRACTING.value: Status.CONTRACTING.label,
    Status.RENOUNCED.value: Status.RENOUNCED.label,
    Status.SIGNATORY.value: Status.SIGNATORY.label,
    Status.NON_SIGNATORY.value: Status.NON_SIGNATORY.label,
}
"""The words of each shade by its name, in the order in which they are stacked and listed."""


@dataclass(frozen=True, slots=True)
class Category:
    """How a picture shows a state: its shade, and the standing behind it.

    `standing` is that of `holder`: the state, or until it existed the one of which it was a
    part. Both are None for a state that was part of none that is listed.
    """

    shade: str
    standing: Standing | None = None
    holder: State | None = None


def shade(standing: Standing) -> str:
    """Return the shade of a standing: its status, unless a withdrawal is pending."""
    return WITHDRAWING if standing.leaving else standing.status.value


def category(registry: Registry, state: State, on: dt.date) -> Category:
    """Return how a state is drawn on a day, also before it existed."""
    holder = state
    while not holder.existed(on):
        assert holder.exists_from is not None
        if holder.exists_from.predecessor is None:
            return Category(ABSENT)
        holder = registry[holder.exists_from.predecessor]
    standing = holder.standing(on)
    return Category(shade(standing), standing, holder)


def spans(registry: Registry, state: State) -> tuple[Span[Category], ...]:
    """Return how a state is drawn from 17 July 1998 on, as spans of days; ahead as notified."""
    lived = from_day(state.standings, opening(state))
    own = (span.having(Category(shade(span.value), span.value, state)) for span in lived)
    if state.exists_from is None:
        return tuple(own)
    before = Span(None, treaty.ADOPTED, state.exists_from.date - ONE_DAY)
    if state.exists_from.predecessor is None:
        return (before.having(Category(ABSENT)), *own)
    earlier = spans(registry, registry[state.exists_from.predecessor])
    born = state.exists_from.date
    return (*(span.within(before) for span in earlier if (span.first or born) < born), *own)


def tally(registry: Registry, on: dt.date, region: str | None = None) -> Counter[str]:
    """Count the states that existed on a day by shade, those of one region if it is named."""
    return Counter(
        shade(state.standing(on))
        for state in registry.existing(on)
        if region in {None, state.region}
    )


def legend(counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Return each shade with its words and number; parties include those about to leave."""
    parties = {Status.PARTY.value: counts.get(Status.PARTY, 0) + counts.get(WITHDRAWING, 0)}
    return [(name, label, {**counts, **parties}.get(name, 0)) for name, label in SHADES.items()]
