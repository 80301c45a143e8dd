"""Aggression as it was asked about: each pair of victim and aggressor, or one of them alone."""

from dataclasses import replace

from icc_status.jurisdiction.aggression import (
    BASIS,
    Law,
    before_activation,
    council,
    non_party,
    opted_out,
)
from icc_status.jurisdiction.between import pair
from icc_status.jurisdiction.grounds import Ground, doubt
from icc_status.jurisdiction.membership import territorial_link
from icc_status.jurisdiction.question import Place
from icc_status.model.spans import Span
from icc_status.model.state import State


def unnamed(missing: str, days: Span[bool | None], law: Law) -> Ground:
    """Return that a state which was not named would decide, on the days on which that is so."""
    reason = f"no {missing} was named, and which state it is decides"
    sources = law.docket.cite("rc-res-6")
    return Ground("Art. 15 bis", BASIS, None, None, reason, sources=sources).on(days.having(None))


def aggression(
    places: tuple[Place, ...], states: tuple[State, ...], law: Law
) -> list[list[Ground]]:
    """Return the grounds, a list for each territory named: the aggressors are alternatives.

    A territory that is the only aggressor's own is left out: no state attacks itself.
    """
    if (early := before_activation(law)) is not None:
        return [[early]]
    if not places:
        return [[ground for state in states for ground in _alone(state, law)]]
    if not states:
        return [_attacked(place, law) for place in places]
    found = [
        [g for state in states if state is not place.state for g in _both(state, place, law)]
        for place in places
    ]
    return [grounds for grounds in found if grounds]


def _alone(state: State, law: Law) -> list[Ground]:
    known, referred = non_party(state, law), council(None, state, law)
    out = opted_out(state, law.day)
    if known.holds is False:
        return [*referred, known]
    if out.value is None:
        return [*referred, unnamed("territory", known.days.within(out), law)]
    reason = f"{state.name} declared on {out.value.date} that it does not accept this"
    ground = Ground("Art. 15 bis(4)", BASIS, state.iso3, False, reason + doubt(out.value))
    ground = replace(ground, sources=out.value.sources)
    return [*referred, ground.on(known.days.within(out).having(False))]


def _attacked(place: Place, law: Law) -> list[Ground]:
    link = territorial_link(place, law.registry, law.day)
    if link.holds is not False or place.state is None:
        return [*council(place, None, law), unnamed("nationality", link.days, law)]
    known = non_party(place.state, law)
    return [*council(place, None, law), known if known.holds is False else link]


def _both(state: State, place: Place, law: Law) -> list[Ground]:
    if place.state is None:
        alone = _alone(state, law)
        failing = any(ground.holds is False for ground in alone)
        return alone if failing else [territorial_link(place, law.registry, law.day)]
    known = [non_party(one, law) for one in (state, place.state)]
    excluded = [ground for ground in known if ground.holds is False]
    return [*council(place, state, law), *(excluded or [pair(state, place, law)])]
