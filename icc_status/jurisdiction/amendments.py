"""War crimes added by amendment, for parties that have not accepted them (Art. 121(5))."""

import datetime as dt

from icc_status import treaty
from icc_status.acts import Act, Kind
from icc_status.jurisdiction.links import is_party
from icc_status.jurisdiction.question import Question
from icc_status.jurisdiction.runs import Run, run_on
from icc_status.registry import Registry
from icc_status.state import State

AGGRESSION = "XVIII-10-b"
ADDED_WAR_CRIMES = ("XVIII-10-a", "XVIII-10-d", "XVIII-10-e", "XVIII-10-f", "XVIII-10-g")


def acceptance(state: State, amendment: str) -> Act | None:
    """Return the act by which the state accepted an amendment, or None."""
    found = [a for a in state.acts if a.kind is Kind.AMENDMENT and a.amendment == amendment]
    return found[0] if found else None


def in_force_for(state: State, amendment: str, day: dt.date) -> Run[bool]:
    """Return whether an amendment binds a state: from a year after its deposit (Art. 121(5))."""
    act = acceptance(state, amendment)
    if act is None or act.date is None:
        return Run(False)
    return run_on(day, False, [(treaty.year_after(act.date), True)])


def not_accepted(state: State, registry: Registry, day: dt.date) -> tuple[str, ...]:
    """Return the added war crimes in force for someone on a day and not for this party."""
    return tuple(
        key
        for key in ADDED_WAR_CRIMES
        if key in registry.amendments
        and any(in_force_for(other, key, day).value for other in registry)
        and not in_force_for(state, key, day).value
    )


def amendment_notes(question: Question, registry: Registry) -> list[str]:
    """Return what is excluded for the parties named (Art. 121(5), second sentence)."""
    day = question.last
    states = [place.state for place in question.places if place.state]
    named = {state.iso3: state for state in (*states, *question.nationalities)}
    missing: dict[tuple[str, ...], list[str]] = {}
    for state in named.values():
        if is_party(state, registry, day):
            missing.setdefault(not_accepted(state, registry, day), []).append(state.name)
    return [_excluded(keys, names, registry, day) for keys, names in missing.items() if keys]


def _excluded(keys: tuple[str, ...], names: list[str], registry: Registry, day: dt.date) -> str:
    titles = "; ".join(f"{key}, {registry.amendments[key].title}" for key in keys)
    return (
        f"Of war crimes, those added by amendments not known to be in force on {day} for"
        f" {' and '.join(names)} are excluded for its nationals and territory (Art. 121(5), second"
        f" sentence): {titles}."
    )
