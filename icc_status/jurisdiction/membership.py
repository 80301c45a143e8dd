"""Whether a state is a party on a day, in words and with sources, and its link by nationals."""

import datetime as dt
from functools import partial

from icc_status.jurisdiction.grounds import Finding, Ground, cited, doubt
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


def acting(state: State, registry: Registry, day: dt.date) -> Span[State]:
    """Return `holder`, and the days for which it is that state."""
    who = holder(state, registry, day)
    if state.exists_from is None:
        return Span(who)
    born = state.exists_from.date
    return Span(who, born) if state.existed(day) else Span(who, None, born - ONE_DAY)


def membership(state: State, registry: Registry, day: dt.date) -> Span[bool]:
    """Return whether the state is a party on a day, and for which days that is so.

    This follows the spells of `State`: entry into force, withdrawal and its effect (Arts. 11(2),
    126, 127). Before the state existed, its predecessor's spells count.
    """
    who = acting(state, registry, day)
    turns = [(s.since, s.status is Status.PARTY) for s in who.value.spells() if s.since]
    return span_on(day, False, turns).within(who)


def party_throughout(state: State, registry: Registry, first: dt.date, last: dt.date) -> bool:
    """Tell whether the state is a party on every day of a period."""
    spans = spans_over(first, last, partial(membership, state, registry))
    return all(span.value for span in spans)


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
    """Return in words whether the state is a party on a day, and since or until when.

    The tense follows the days: what had happened by the registry's day is past.
    """
    who = holder(state, registry, day)
    words = f"{_words(who, day, registry.as_of)}{_doubts(who, day)}"
    if who is state or state.exists_from is None:
        return words
    born = state.exists_from.date
    return f"before {born} {state.name} was no state of its own, {who.name} acted for it: {words}"


def _doubts(state: State, day: dt.date) -> str:
    """Return the doubts about the acts that began the status of the day and that will end it."""
    now = next((s for s in reversed(state.spells()) if s.since and s.since <= day), None)
    ends = {now.since, now.until and now.until + ONE_DAY} - {None} if now else set()
    acts = [act for act in state.acts if act.kind in DECIDING and act.effective in ends]
    return "".join(doubt(act) for act in acts)


def _words(state: State, day: dt.date, as_of: dt.date) -> str:
    """Return the words; what the registry's day has seen is told in the past tense."""
    before = [s for s in state.spells() if s.since and s.since <= day]
    after = [s for s in state.spells() if s.since and s.since > day and s.party]
    now = before[-1] if before else None
    if now and now.party:
        return f"{state.name} {_time_as_party(now, as_of)}"
    if now and now.since and now.status is Status.WITHDRAWN:
        words = "was no longer a party: its withdrawal took effect on"
        if now.since > as_of:
            words = "will no longer be a party: its withdrawal is to take effect on"
        return f"{state.name} {words} {now.since}"
    if after and after[0].since:
        start = after[0].since
        words = "was not yet a party: the Statute entered into force for it on"
        if start > as_of:
            words = "is not yet a party: the Statute enters into force for it on"
        return f"{state.name} {words} {start}"
    if not state.existed(day) and state.exists_from:
        return f"{state.name} did not exist before {state.exists_from.date}"
    return f"{state.name} has never been a party"


def _time_as_party(spell: Spell, as_of: dt.date) -> str:
    first, last = spell.since, spell.until
    assert first is not None
    if last is not None and last <= as_of:
        return f"was a party from {first} to {last}"
    ahead = f"; by its notice of withdrawal that ends with {last}" if last else ""
    if first > as_of:
        return f"will be a party from {first} on{ahead}"
    return f"has been a party since {first}{ahead}"


def sources_of(state: State, registry: Registry, day: dt.date) -> tuple[Source, ...]:
    """Return the sources for a state's status: its acts', else the depositary's list."""
    who = holder(state, registry, day)
    acts: list[Act] = [act for act in who.acts if act.kind in DECIDING]
    acts = acts or [a for a in who.acts if a.kind in {Kind.SIGNATURE, Kind.NON_INTENTION}]
    sources = cited(acts) or tuple(source for source in registry.sources if source.key == "untc")
    if who is not state and state.exists_from:
        sources = (*sources, *state.exists_from.sources)
    return tuple(dict.fromkeys(sources))
