"""Referrals by the Security Council (Art. 13(b)), which Article 12(2) does not govern."""

import datetime as dt
from dataclasses import replace

from icc_status.jurisdiction.grounds import Ground
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
    run = period(day, situation.covers_from, situation.covers_until)
    reason = (
        f"the Security Council referred the situation in {situation.part or situation.name} from"
        f" {situation.covers_from} on (Resolution {situation.resolution})"
    )
    reason += "" if run.value else "; outside that time it gives nothing"
    ground = Ground(
        ARTICLE, "referral", situation.states[0], run.value, reason, sources=situation.opening
    ).on(run.having(run.value))
    if situation.part is None or place.called([situation.part]) or not run.value:
        return ground
    if place.part is None:
        return replace(ground, partial=True, reason=f"{reason}: {situation.part} only")
    return replace(ground, holds=False, reason=f"{reason}: {situation.part} only, not {place.name}")


def referral_for_nationals(state: State, docket: Docket) -> list[Ground]:
    """Return that a referral of a situation does not follow the state's nationals elsewhere."""
    return [
        Ground(
            ARTICLE,
            "referral",
            state.iso3,
            False,
            f"the Council referred the situation in {situation.part or situation.name}, not what"
            f" nationals of {state.name} do elsewhere (Resolution {situation.resolution})",
            sources=situation.opening,
        )
        for situation in docket.referrals()
        if state.iso3 in situation.states
    ]


def nothing_else(state: State, declared: bool, referred: bool) -> list[Ground]:
    """Return that no declaration, or no referral, is known for a state that is not a party."""
    found = []
    if not declared:
        reason = f"no declaration by {state.name} is known"
        found.append(Ground("Art. 12(3)", "declaration", state.iso3, False, reason))
    if not referred:
        reason = f"no referral of a situation in {state.name} by the Security Council is known"
        found.append(Ground(ARTICLE, "referral", state.iso3, False, reason))
    return found
