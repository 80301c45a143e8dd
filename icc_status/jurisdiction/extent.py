"""Which territories a state's participation covers: some were left out, or brought in later.

A treaty binds a party in respect of its entire territory unless another intention appears
(VCLT Art. 29). Exclusions touch territory, never nationality.
"""

import datetime as dt
from dataclasses import dataclass

from icc_status.errors import QuestionError
from icc_status.jurisdiction.grounds import Finding, cited, doubt
from icc_status.jurisdiction.question import Place
from icc_status.model.acts import Act, Kind, Source
from icc_status.model.names import NotState
from icc_status.model.registry import Registry
from icc_status.model.spans import Span, span_on
from icc_status.model.state import State

HOME_NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")
"""The parts of the United Kingdom itself, which its ratification covered from the first."""

UNSETTLED = (
    "British Antarctic Territory",
    "British Indian Ocean Territory",
    "Ross Dependency",
    "South Georgia and the South Sandwich Islands",
)
"""Territories named in no act, whose standing under the Statute is not settled."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Whether a party's participation reaches a place, why, and the sources."""

    span: Span[Finding]
    words: str = ""
    sources: tuple[Source, ...] = ()


def find_place(text: str, registry: Registry) -> Place:
    """Return the territory that a name means; raises QuestionError where it means none."""
    part = registry.names.meaning(text)
    if not isinstance(part, NotState):
        state = registry.find(text)
        return Place(state.name, state)
    if part.covered_by is not None:
        return Place(part.name, registry[part.covered_by], part)
    if part.name in UNSETTLED:
        return Place(part.name, None, part)
    raise QuestionError(part.explanation)


def extent(place: Place, day: dt.date) -> Extent:
    """Return whether its state's participation reaches the place on a day (VCLT Art. 29)."""
    part, state = place.part, place.state
    if part is None:
        return Extent(Span(Finding.HOLDS))
    if state is None or part.name in UNSETTLED:
        return Extent(Span(Finding.OPEN), f"open: {part.answer}", part.sources)
    left_out = _naming(state, place, Kind.TERRITORIAL_EXCLUSION)
    brought_in = _naming(state, place, Kind.TERRITORIAL_EXTENSION)
    if left_out or brought_in:
        return _by_acts(place, left_out, brought_in, day)
    if one_by_one(state) and part.name not in HOME_NATIONS:
        return Extent(
            Span(Finding.OPEN),
            f"no act that extends the Statute to {part.name} was found: on one reading the"
            " ratification covers the entire territory (VCLT Art. 29), on the other the practice of"
            " extending it territory by territory shows that it does not",
            part.sources,
        )
    return Extent(
        Span(Finding.HOLDS), f"{part.name} is taken as its territory (VCLT Art. 29)", part.sources
    )


def one_by_one(state: State) -> bool:
    """Tell whether a state extends the Statute to territories that it had never excluded."""
    return any(
        act.kind is Kind.TERRITORIAL_EXTENSION and not _excluded(state, territory)
        for act in state.acts
        for territory in act.territories
    )


def _excluded(state: State, territory: str) -> bool:
    return any(
        act.kind is Kind.TERRITORIAL_EXCLUSION and territory in act.territories
        for act in state.acts
    )


def _naming(state: State, place: Place, kind: Kind) -> list[Act]:
    return [act for act in state.acts if act.kind is kind and place.called(act.territories)]


def _by_acts(place: Place, left_out: list[Act], brought_in: list[Act], day: dt.date) -> Extent:
    starts = [start for act in brought_in if (start := act.effective or act.date)]
    perhaps = [act.effective_earliest for act in brought_in if act.effective_earliest]
    turns = [(start, Finding.OPEN) for start in perhaps] + [(s, Finding.HOLDS) for s in starts]
    span = span_on(day, Finding.FAILS, turns)
    sources = cited([*left_out, *brought_in])
    hedge = "".join(dict.fromkeys(doubt(act) for act in [*left_out, *brought_in]))
    if span.value is Finding.HOLDS:
        return Extent(
            span, f"its participation reaches {place.name} from {span.first}{hedge}", sources
        )
    if span.value is Finding.OPEN:
        return Extent(
            span,
            f"open: one source has its participation reach {place.name} from {span.first}, another"
            f" from {starts[0]}{hedge}",
            sources,
        )
    if left_out:
        until = f" until {span.last}" if span.last else ""
        return Extent(span, f"but it left out {place.name}{until}{hedge}", sources)
    return Extent(
        span,
        f"but it extended the Statute to {place.name} only from {starts[0]} on, which shows that"
        " its ratification was not meant to cover it (VCLT Art. 29); this rests on its own acts and"
        f" takes no position on sovereignty{hedge}",
        sources,
    )
