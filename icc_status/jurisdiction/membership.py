"""The links to a party: its territory and its nationals (Art. 12(2)), while it is a party."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from icc_status.jurisdiction.extent import extent
from icc_status.jurisdiction.grounds import Finding, Ground, cited, doubt
from icc_status.jurisdiction.question import Place
from icc_status.model.acts import INSTRUMENTS, Act, Kind, Source
from icc_status.model.registry import Registry
from icc_status.model.spans import ONE_DAY, Span, span_on, spans_over
from icc_status.model.state import State
from icc_status.model.status import Spell, Status

DECIDING = INSTRUMENTS | {Kind.WITHDRAWAL, Kind.WITHDRAWAL_REVOCATION, Kind.ACCESSION_WITHDRAWAL}


def holder(state: State, registry: Registry, day: dt.date) -> State:
    """Return the state whose acts count on a day: before a state existed, its predecessor."""
    if not state.existed(day) and state.exists_from and state.exists_from.predecessor:
        return registry[state.exists_from.predecessor]
    return state


def membership(state: State, registry: Registry, day: dt.date) -> Span[bool]:
    """Return whether the state is a party on a day, and for which days that is so.

    This follows the spells of `State`: entry into force, withdrawal and its effect (Arts. 11(2),
    126, 127). Before the state existed, its predecessor's spells count.
    """
    acting = holder(state, registry, day)
    turns = [(s.since, s.status is Status.PARTY) for s in acting.spells() if s.since]
    party = span_on(day, False, turns)
    if state.exists_from is None:
        return party
    born = state.exists_from.date
    life = Span(True, born) if state.existed(day) else Span(True, None, born - ONE_DAY)
    return party.within(life)


def is_party(state: State, registry: Registry, day: dt.date) -> bool:
    """Tell whether the state, or before it existed its predecessor, is a party on a day."""
    return membership(state, registry, day).value


def party_throughout(state: State, registry: Registry, first: dt.date, last: dt.date) -> bool:
    """Tell whether the state is a party on every day of a period."""
    spans = spans_over(first, last, partial(membership, state, registry))
    return all(span.value for span in spans)


def territorial_link(place: Place, registry: Registry, day: dt.date) -> Ground:
    """Return the ground of Art. 12(2)(a): conduct on the territory of a party."""
    reach = extent(place, day)
    article, basis = "Art. 12(2)(a)", "territory"
    if place.state is None:
        return Ground(article, basis, None, Finding.OPEN, reach.words, sources=reach.sources)
    member = membership(place.state, registry, day)
    finding = reach.span.value if member.value else Finding.FAILS
    words = standing_words(place.state, registry, day)
    if reach.words and member.value:
        words = f"{words}; {reach.words}"
    acting = holder(place.state, registry, day).iso3
    sources = (*sources_of(place.state, registry, day), *reach.sources)
    ground = Ground(article, basis, acting, finding, words, sources=sources)
    return ground.on(member.having(finding).within(reach.span))


def national_link(state: State, registry: Registry, day: dt.date) -> Ground:
    """Return the ground of Art. 12(2)(b): conduct by a national of a party."""
    member = membership(state, registry, day)
    finding = Finding.of(member.value)
    return Ground(
        "Art. 12(2)(b)",
        "nationality",
        holder(state, registry, day).iso3,
        finding,
        standing_words(state, registry, day),
        sources=sources_of(state, registry, day),
    ).on(member.having(finding))


def standing_words(state: State, registry: Registry, day: dt.date) -> str:
    """Return in words whether the state is a party on a day, and since or until when."""
    acting = holder(state, registry, day)
    words = f"{_words(acting, acting.spells(), day)}{_doubts(acting, day)}"
    if acting is state or state.exists_from is None:
        return words
    born = state.exists_from.date
    return (
        f"before {born} {state.name} was no state of its own, {acting.name} acted for it: {words}"
    )


def _doubts(state: State, day: dt.date) -> str:
    """Return the doubts about the acts that began the status of the day and that will end it."""
    now = next((s for s in reversed(state.spells()) if s.since and s.since <= day), None)
    ends = {now.since, now.until and now.until + ONE_DAY} - {None} if now else set()
    acts = [act for act in state.acts if act.kind in DECIDING and act.effective in ends]
    return "".join(doubt(act) for act in acts)


def _words(state: State, spells: Iterable[Spell], day: dt.date) -> str:
    before = [s for s in spells if s.since and s.since <= day]
    after = [s for s in spells if s.since and s.since > day and s.status is Status.PARTY]
    now = before[-1] if before else None
    if now and now.status is Status.PARTY:
        end = f" to {now.until}" if now.until else " on"
        return f"{state.name} is a party from {now.since}{end}"
    if now and now.status is Status.WITHDRAWN:
        return f"{state.name} is no longer a party: its withdrawal takes effect on {now.since}"
    if after:
        return (
            f"{state.name} is not yet a party: the Statute is in force for it from {after[0].since}"
        )
    if not state.existed(day) and state.exists_from:
        return f"{state.name} did not exist before {state.exists_from.date}"
    return f"{state.name} is not a party"


def sources_of(state: State, registry: Registry, day: dt.date) -> tuple[Source, ...]:
    """Return the sources for a state's status: its acts', else the depositary's list."""
    acting = holder(state, registry, day)
    acts: list[Act] = [act for act in acting.acts if act.kind in DECIDING]
    acts = acts or [a for a in acting.acts if a.kind in {Kind.SIGNATURE, Kind.NON_INTENTION}]
    sources = cited(acts) or tuple(source for source in registry.sources if source.key == "untc")
    if acting is not state and state.exists_from:
        sources = (*sources, *state.exists_from.sources)
    return tuple(dict.fromkeys(sources))
