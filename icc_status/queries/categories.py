"""What a picture tells apart: the six statuses, and parties with a notice of withdrawal pending."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Standing, Status

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
class Span:
    """A run of days with one shade: its first day, and what holds in it.

    `standing` is that of `holder`: the state, or until it existed the one of which it was a
    part. Both are None for a state that was part of none that is listed.
    """

    since: dt.date
    shade: str
    standing: Standing | None
    holder: State | None


def shade(standing: Standing) -> str:
    """Return the shade of a standing: its status, unless a withdrawal is pending."""
    return WITHDRAWING if standing.leaving else standing.status.value


def span(registry: Registry, state: State, on: dt.date) -> Span:
    """Return how a state is drawn on a day, also before it existed; `since` is that day."""
    holder = state
    while not holder.existed(on):
        assert holder.exists_from is not None
        if holder.exists_from.predecessor is None:
            return Span(on, ABSENT, None, None)
        holder = registry[holder.exists_from.predecessor]
    standing = holder.standing(on)
    return Span(on, shade(standing), standing, holder)


def spans(registry: Registry, state: State) -> tuple[Span, ...]:
    """Return how a state is drawn from 17 July 1998 on, as runs of days; ahead as notified."""
    found: list[Span] = []
    for day in sorted(_turns(registry, state)):
        new = span(registry, state, day)
        if not found or replace(new, since=found[-1].since) != found[-1]:
            found.append(new)
    return tuple(found)


def _turns(registry: Registry, state: State) -> set[dt.date]:
    """Return every day on which a state, or that of which it was a part, may change its shade."""
    days = {treaty.ADOPTED}
    if state.exists_from:
        days.add(state.exists_from.date)
        if state.exists_from.predecessor:
            days |= _turns(registry, registry[state.exists_from.predecessor])
    for act in state.acts:
        days |= {day for day in (act.date, act.effective) if day}
    return days


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
