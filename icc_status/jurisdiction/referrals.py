"""Referrals by the Security Council (Art. 13(b)), which Article 12(2) does not govern.

A referral is of a situation: later conduct must be linked to it, and its paragraph 6 would keep
some persons from the Court. Both are conditions of the ground.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from icc_status.jurisdiction.covering import within
from icc_status.jurisdiction.grounds import Finding, Ground, Note
from icc_status.jurisdiction.membership import acting, holder, membership
from icc_status.jurisdiction.question import Place, Question
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import ONE_DAY, Span, period
from icc_status.model.state import State

ARTICLE = "Art. 13(b)"


def referrals(
    place: Place, nationals: Iterable[State], registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    """Return a ground for each referral of a situation on the state's territory."""
    return [
        _referral(place, situation, _exempted(situation, nationals, registry, day), docket, day)
        for situation in docket.referrals()
        if place.state is not None and place.state.iso3 in situation.states
    ]


def _referral(
    place: Place, situation: Situation, exempted: Span[str | None], docket: Docket, day: dt.date
) -> Ground:
    span = period(day, situation.covers_from, situation.covers_until)
    name = situation.part or situation.name
    reason = (
        f"the Security Council referred the situation in {name} from {situation.covers_from} on"
        f" (Resolution {situation.resolution})"
    )
    reason += "" if span.value else "; outside that time it gives nothing"
    finding = Finding.of(span.value)
    ground = Ground(
        ARTICLE, "referral", situation.states[0], finding, reason, sources=situation.opening
    )
    if situation.part and not place.called([situation.part]) and place.part and span.value:
        reason = f"{reason}: {situation.part} only, not {place.name}"
        return replace(ground, reason=reason).on(span.having(Finding.FAILS))
    if not span.value:
        return ground.on(span.having(finding))
    if situation.part and place.part is None:
        ground = replace(ground, partial=True, reason=f"{reason}: {situation.part} only")
    link = linked(situation, day)
    if link.value:
        sources = (*ground.sources, *docket.cite("opiniojuris-2026"))
        ground = replace(ground, conditions=(link.value,), sources=sources)
    if exempted.value:
        ground = replace(ground, conditions=(*ground.conditions, exempted.value))
    return ground.on(span.within(link).within(exempted).having(finding))


def linked(situation: Situation, day: dt.date) -> Span[str | None]:
    """Return the condition of conduct after the day of a referral: that it is linked to it."""
    name = situation.part or situation.name
    later = period(day, situation.opened() + ONE_DAY, None)
    words = f"the conduct is linked to the situation in {name} that the Council referred"
    return later.having(words if later.value else None)


def _exempted(
    situation: Situation, nationals: Iterable[State], registry: Registry, day: dt.date
) -> Span[str | None]:
    """Return the condition of paragraph 6, or None where no nationality named is within it."""
    bound = _all_are_bound(nationals, situation.states, registry, day)
    if situation.exemption is None or bound.value:
        return bound.having(None)
    return bound.having(
        f"the person is none of those whom paragraph 6 of Resolution {situation.resolution} keeps"
        f" from the Court ({situation.exemption}); whether that binds the Court is disputed"
    )


def exempted_on_territory(
    place: Place, nationals: Iterable[State], registry: Registry, docket: Docket, day: dt.date
) -> Iterator[Span[Note | None]]:
    """Yield the condition of each resolution that exempts persons on the territory, or None."""
    for exemption in docket.exemptions:
        if place.state is None or place.state.iso3 not in exemption.states:
            continue
        bound = _all_are_bound(nationals, exemption.states, registry, day)
        span = period(day, exemption.covers_from, None)
        text = (
            f"the person is none of those whom paragraph {exemption.paragraph} of Resolution"
            f" {exemption.resolution} keeps from the Court ({exemption.persons}); whether that"
            " binds the Court is disputed"
        )
        note = Note(text, exemption.sources) if span.value and not bound.value else None
        yield span.within(bound).having(note)


def _all_are_bound(
    nationals: Iterable[State], own: Iterable[str], registry: Registry, day: dt.date
) -> Span[bool]:
    """Tell whether nationalities are named and each is of a party, or of the territory's state."""
    codes, found = set(own), []
    days: Span[bool] = Span(True)
    for state in nationals:
        member, who = membership(state, registry, day), holder(state, registry, day)
        days = days.within(member)
        found.append(who.iso3 in codes or member.value)
    return days.having(bool(found) and all(found))


def referral_for_nationals(
    state: State, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    """Return that it is open whether a referral reaches what the state's nationals do elsewhere.

    Before a state existed, they were nationals of its predecessor.
    """
    who = acting(state, registry, day)
    grounds = [
        _abroad(who.value, situation, docket, day)
        for situation in docket.referrals()
        if who.value.iso3 in situation.states
        and not (question.places and all(within(place, situation) for place in question.places))
    ]
    return [ground.on(ground.days.within(who)) for ground in grounds]


def _abroad(state: State, situation: Situation, docket: Docket, day: dt.date) -> Ground:
    span = period(day, situation.covers_from, situation.covers_until)
    name = situation.part or situation.name
    reason = (
        f"the Council referred the situation in {name} from {situation.covers_from} on (Resolution"
        f" {situation.resolution})"
    )
    sources = situation.opening
    if span.value:
        reason += (
            f"; whether that reaches what nationals of {state.name} do elsewhere is open: on one"
            " reading it does (the Court's page on Darfur speaks of crimes there 'or by its"
            " nationals'), on the other it is confined to what happens there"
        )
        sources = (*sources, *docket.cite("icc-darfur"))
    else:
        reason += "; outside that time it gives nothing"
    finding = Finding.OPEN if span.value else Finding.FAILS
    ground = Ground(ARTICLE, "referral", state.iso3, finding, reason, sources=sources)
    return ground.on(span.having(finding))


def nothing_else(state: State, declared: bool, referred: bool) -> list[Ground]:
    """Return that no declaration, or no referral, is known for a state that is not a party."""
    grounds = []
    if not declared:
        reason = f"no declaration by {state.name} is known"
        grounds.append(Ground("Art. 12(3)", "declaration", state.iso3, Finding.FAILS, reason))
    if not referred:
        reason = f"no referral of a situation in {state.name} by the Security Council is known"
        grounds.append(Ground(ARTICLE, "referral", state.iso3, Finding.FAILS, reason))
    return grounds
