"""Referrals by the Security Council (Art. 13(b)), which Article 12(2) does not govern."""

import datetime as dt
from dataclasses import replace

from icc_status.jurisdiction.grounds import Finding, Ground
from icc_status.jurisdiction.question import Place
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import period
from icc_status.model.state import State

ARTICLE = "Art. 13(b)"


def referrals(place: Place, docket: Docket, day: dt.date) -> list[Ground]:
    """Return a ground for each referral of a situation on the state's territory."""
    return [
        _referral(place, situation, day)
        for situation in docket.referrals()
        if place.state is not None and place.state.iso3 in situation.states
    ]


def _referral(place: Place, situation: Situation, day: dt.date) -> Ground:
    span = period(day, situation.covers_from, situation.covers_until)
    reason = (
        f"the Security Council referred the situation in {situation.part or situation.name} from"
        f" {situation.covers_from} on (Resolution {situation.resolution})"
    )
    reason += "" if span.value else "; outside that time it gives nothing"
    finding = Finding.of(span.value)
    ground = Ground(
        ARTICLE, "referral", situation.states[0], finding, reason, sources=situation.opening
    ).on(span.having(finding))
    if situation.part is None or place.called([situation.part]) or not span.value:
        return ground
    if place.part is None:
        return replace(ground, partial=True, reason=f"{reason}: {situation.part} only")
    reason = f"{reason}: {situation.part} only, not {place.name}"
    return replace(ground, finding=Finding.FAILS, reason=reason)


def referral_for_nationals(state: State, docket: Docket) -> list[Ground]:
    """Return that a referral of a situation does not follow the state's nationals elsewhere."""
    return [
        Ground(
            ARTICLE,
            "referral",
            state.iso3,
            Finding.FAILS,
            f"the Council referred the situation in {situation.part or situation.name}, not what"
            f" nationals of {state.name} do elsewhere (Resolution {situation.resolution})",
            sources=situation.opening,
        )
        for situation in docket.referrals()
        if state.iso3 in situation.states
    ]


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
