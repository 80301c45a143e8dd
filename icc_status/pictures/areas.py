"""How each area of a map is shown over time: states by their acts, territories by those acts too.

A territory has the shade of the state whose ratification reaches it on the day, by the same rule
as answers on jurisdiction (`jurisdiction.extent`). A signature reaches no territory.
"""

import datetime as dt
from dataclasses import dataclass

from icc_status.jurisdiction.extent import extent, find_place
from icc_status.jurisdiction.grounds import Finding
from icc_status.jurisdiction.question import Place
from icc_status.model import treaty
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.spans import Span, spans_of, spans_over
from icc_status.model.state import State
from icc_status.model.status import DECIDING, Status
from icc_status.pictures import words
from icc_status.pictures.palette import BARE, OUTSIDE
from icc_status.queries.categories import WITHDRAWING, Category, category, spans

REACHING = {Status.PARTY, WITHDRAWING, Status.CONTRACTING, Status.WITHDRAWN}
"""The shades of states that have deposited an instrument."""
NO_STATUS = "no status of its own"


@dataclass(frozen=True, slots=True)
class Look:
    """How an area is shown: its shade, its status in words, and the answer in a sentence.

    `since` is the first day of the status; `doubtful` are the acts behind it that are not fully
    attested.
    """

    shade: str
    status: str
    said: str
    since: dt.date | None = None
    doubtful: tuple[Act, ...] = ()

    @property
    def answer(self) -> str:
        """The answer, with what is doubted about it unless it says that itself."""
        unsaid = [act for act in self.doubtful if not act.note or act.note not in self.said]
        return " ".join([self.said, *map(words.doubt, unsaid)])


def outside(name: str) -> Look:
    """Return how an area is shown that is not in the region asked for, on any day."""
    return Look(OUTSIDE, NO_STATUS, f"{name}: outside the group that this map shows.")


def state_looks(registry: Registry, state: State) -> list[Span[Look]]:
    """Return how a state is shown from 17 July 1998 on."""
    return [
        span.having(state_look(span.value, state, span.first or treaty.ADOPTED))
        for span in spans(registry, state)
    ]


def state_look(category: Category, state: State, on: dt.date) -> Look:
    """Return how a state is shown on a day of a category."""
    return Look(
        category.shade,
        words.status(category, state),
        words.sentence(category, state, on),
        category.standing.since if category.standing else None,
        doubtful(category),
    )


def doubtful(category: Category) -> tuple[Act, ...]:
    """Return the acts that a category rests on and that are not fully attested."""
    if category.holder is None or category.standing is None:
        return ()
    days = {category.standing.since, category.standing.leaving} - {None}
    return tuple(
        act
        for act in category.holder.acts
        if act.confidence and act.kind in DECIDING and days & {act.date, act.effective}
    )


def territory_looks(registry: Registry, code: str) -> list[Span[Look]]:
    """Return how an area that is no state is shown from 17 July 1998 on."""
    place = place_of(registry, code)
    days = {treaty.ADOPTED}
    if place and place.state:
        days |= {span.first for span in spans(registry, place.state) if span.first}
        reach = spans_over(
            treaty.ADOPTED, dt.date.max, lambda day: extent(place, registry, day).span
        )
        days |= {span.first for span in reach if span.first}
    turns = [(day, territory_look(registry, code, day)) for day in sorted(days)]
    return list(spans_of(turns[1:], turns[0][1], turns[0][0]))


def territory_look(registry: Registry, code: str, on: dt.date) -> Look:
    """Return how an area that is no state is shown on a day."""
    place = place_of(registry, code)
    if place is None or place.state is None:
        return Look(BARE, NO_STATUS, words.elsewhere(registry, code))
    of_state = category(registry, place.state, on)
    if of_state.shade not in REACHING or of_state.standing is None:
        return Look(BARE, NO_STATUS, words.elsewhere(registry, code))
    reach = extent(place, registry, on)
    said = words.sentence(of_state, place.state, on).removesuffix(".")
    said = f"{place.name}: {said}; {reach.words}."
    if reach.span.value is not Finding.HOLDS:
        return Look(BARE, NO_STATUS, said)
    status = f"{words.status(of_state, place.state)}, through {place.state.name}"
    doubts = (*doubtful(of_state), *_doubtful_extensions(place, on))
    since = max(filter(None, (of_state.standing.since, reach.span.first)))
    return Look(of_state.shade, status, said, since, doubts)


def place_of(registry: Registry, code: str) -> Place | None:
    """Return the territory that an area of the map is, or None where no state acts for it."""
    part = words.part_of(registry, code)
    if part is None or part.covered_by not in {state.iso3 for state in registry}:
        return None
    return find_place(code, registry)


def name_of(registry: Registry, code: str) -> str:
    """Return the name of an area that is no state."""
    part = words.part_of(registry, code)
    return part.name if part else words.UNNAMED.get(code, code)


def _doubtful_extensions(place: Place, on: dt.date) -> list[Act]:
    assert place.state
    return [
        act
        for act in place.state.acts
        if act.confidence
        and act.kind is Kind.TERRITORIAL_EXTENSION
        and place.called(act.territories)
        and act.done_by(on)
    ]
