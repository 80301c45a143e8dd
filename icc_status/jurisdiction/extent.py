"""Which territories a state's participation covers: some were left out, or brought in later.

A treaty binds a party in respect of its entire territory unless another intention appears
(VCLT Art. 29). Exclusions touch territory, never nationality.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from icc_status.errors import QuestionError
from icc_status.jurisdiction.grounds import Finding, Ground, Verdict, cited, doubt, settled
from icc_status.jurisdiction.membership import holder, membership, sources_of, standing_words
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
    if len(part.readings) == 1 and not part.own_reading:
        return Place(part.name, registry[part.readings[0]], part)
    if of_no_one_state(part):
        return Place(part.name, None, part)
    raise QuestionError(part.explanation)


def of_no_one_state(part: NotState) -> bool:
    """Tell whether a place can be asked about as a territory, though no state is named for it."""
    named = part.covered_by is not None
    return not named and bool(part.readings or part.flag_states or part.name in UNSETTLED)


def readings(place: Place, registry: Registry) -> tuple[Place, ...]:
    """Return the place as the territory of each state whose it is on one reading, or nothing."""
    part = place.part
    if place.state is not None or part is None:
        return ()
    return tuple(Place(place.name, registry[code], part) for code in part.readings)


def own_state(place: Place) -> Ground | None:
    """Return the ground that fails on the reading that a place is a state of its own, or None."""
    if place.part is None or not place.part.own_reading:
        return None
    reason = (
        f"on one reading {place.name} is a state of its own, by which no act under the Statute is"
        " recorded"
    )
    sources = place.part.sources
    return Ground("Art. 12(2)(a)", "territory", None, Finding.FAILS, reason, sources=sources)


def as_read(
    by_reading: Sequence[tuple[Place, Sequence[Ground]]], own: Ground | None
) -> list[Ground]:
    """Return the grounds of all readings of a place: what holds on some of them only is open.

    Which reading is right is never decided here.
    """
    verdicts = {settled(grounds) for _, grounds in by_reading}
    agreed = verdicts == {Verdict.YES} and own is None
    days: Span[bool] = Span(agreed)
    for ground in (ground for _, grounds in by_reading for ground in grounds):
        days = days.within(ground.days)
    told = [own] if own else []
    for reading, grounds in by_reading:
        assert reading.state is not None
        prefix = f"on one reading {reading.name} counts as territory of {reading.state.name}: "
        for ground in grounds:
            read = replace(ground, reason=f"{prefix}{ground.reason}")
            finding = ground.finding
            if ground.holds and not agreed:
                finding = Finding.OPEN
                read = replace(read, reason=f"{read.reason}; on another it is not")
            told.append(read.on(days.having(finding)))
    return told


def territorial_link(place: Place, registry: Registry, day: dt.date) -> Ground:
    """Return the ground of Art. 12(2)(a): conduct on the territory of a party."""
    reach = extent(place, registry, day)
    article, basis = "Art. 12(2)(a)", "territory"
    if place.state is None:
        return Ground(article, basis, None, Finding.OPEN, reach.words, sources=reach.sources)
    member = membership(place.state, registry, day)
    finding = reach.span.value if member.value else Finding.FAILS
    words = standing_words(place.state, registry, day)
    if reach.words and (member.value or (place.part and place.part.readings)):
        words = f"{words}; {reach.words}"
    acting = holder(place.state, registry, day).iso3
    sources = tuple(dict.fromkeys((*sources_of(place.state, registry, day), *reach.sources)))
    ground = Ground(article, basis, acting, finding, words, sources=sources)
    return ground.on(member.having(finding).within(reach.span))


def extent(place: Place, registry: Registry, day: dt.date) -> Extent:
    """Return whether its state's participation reaches the place on a day (VCLT Art. 29)."""
    part, state = place.part, place.state
    if part is None:
        return Extent(Span(Finding.HOLDS))
    if part.flag_states:
        words = (
            f"{part.name}: no state has territory there. Conduct on board a vessel or aircraft"
            " counts as on the territory of the state of its registration (Art. 12(2)(a)), which"
            " was not named: --territory with that state asks"
        )
        return Extent(Span(Finding.OPEN), words, part.sources)
    if state is not None and part.readings:
        words = "" if part.own_reading or len(part.readings) > 1 else _treated(part)
        return Extent(Span(Finding.HOLDS), words, part.sources)
    if state is None or part.name in UNSETTLED:
        return _unsettled(part, registry, day)
    left_out = _naming(state, place, Kind.TERRITORIAL_EXCLUSION)
    brought_in = _naming(state, place, Kind.TERRITORIAL_EXTENSION)
    if left_out or brought_in:
        return _by_acts(place, left_out, brought_in, registry, day)
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


def _treated(part: NotState) -> str:
    return (
        f"{part.name} counts as its territory by the sources cited, and no position is taken on its"
        " status"
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


def _by_acts(
    place: Place, left_out: list[Act], brought_in: list[Act], registry: Registry, day: dt.date
) -> Extent:
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
            f"two sources differ: on one reading its participation reaches {place.name} from"
            f" {span.first}, on the other from {starts[0]}{hedge}",
            sources,
        )
    if left_out:
        until = f" until {span.last}" if span.last else ""
        return Extent(span, f"but it left out {place.name}{until}{hedge}", sources)
    words = (
        f"but it extended the Statute to {place.name} only from {starts[0]} on, which shows that"
        " its ratification was not meant to cover it (VCLT Art. 29); this rests on its own acts and"
        f" takes no position on sovereignty{hedge}"
    )
    return _claimed(place, Extent(span, words, sources), registry, day)


def _unsettled(part: NotState, registry: Registry, day: dt.date) -> Extent:
    """Return that it is open whether a place is reached that no act names, with each reading."""
    claimant = registry[part.claimed_by] if part.claimed_by else None
    member = membership(claimant, registry, day) if claimant else Span(False)
    third, sources = "", part.sources
    if claimant and member.value:
        third = f", on a third it is the territory of {claimant.name}, a party that claims it"
        sources = tuple(dict.fromkeys((*sources, *sources_of(claimant, registry, day))))
    words = (
        f"no act names {part.name}: on one reading the participation of the state that holds it"
        f" reaches it (VCLT Art. 29), on the other it does not{third}. {part.answer.rstrip('.')}"
    )
    return Extent(member.having(Finding.OPEN), words, sources)


def _claimed(place: Place, extent: Extent, registry: Registry, day: dt.date) -> Extent:
    """Return an extent that fails as open while another party claims the territory."""
    claimant = place.part.claimed_by if place.part else None
    if claimant is None:
        return extent
    state = registry[claimant]
    member = membership(state, registry, day)
    span = extent.span.within(member)
    if not member.value:
        return Extent(span, extent.words, extent.sources)
    words = (
        f"on one reading {place.name} is not covered ({extent.words.removeprefix('but ')}); on the"
        f" other, that of {state.name}, a party that claims it, it is that party's own territory"
    )
    sources = (*extent.sources, *sources_of(state, registry, day))
    return Extent(span.having(Finding.OPEN), words, tuple(dict.fromkeys(sources)))
