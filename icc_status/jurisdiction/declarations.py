"""Declarations by which a state that is not a party accepts jurisdiction (Art. 12(3)).

A declaration covers all crimes of the situation, whoever committed them (Rule 44(2)). One made
by a party for the time before the Statute was in force for it counts (Art. 11(2)).
"""

import datetime as dt
from dataclasses import replace

from icc_status.errors import RegistryError
from icc_status.jurisdiction.grounds import Finding, Ground, cited, doubt
from icc_status.model.acts import Act, Kind
from icc_status.model.spans import Span, period
from icc_status.model.state import State

ARTICLE = "Art. 12(3)"
FINDINGS = {
    "accepted": Finding.HOLDS,
    "received": Finding.OPEN,
    "not-acted-on": Finding.FAILS,
    "rejected": Finding.FAILS,
}
OUTCOMES = {
    "accepted": "",
    "received": "; it was lodged with the Registrar, which is all that Art. 12(3) asks for: on one"
    " reading it stands and covers that day, on the other those who made it could not bind the"
    " State",
    "not-acted-on": "; the Prosecutor did not act on it",
    "rejected": "; it was rejected as not made by the State",
}
REFUSED = {"not-acted-on", "rejected"}
OUTSIDE = "; outside that time it gives nothing"


def declarations(state: State, day: dt.date) -> list[Ground]:
    """Return a ground for each period that the state's declarations name, for its territory."""
    return [_ground(state, acts, day) for acts in _alike(state)]


def declarations_for_nationals(state: State, day: dt.date) -> list[Ground]:
    """Return the same grounds for what its nationals do elsewhere: at best they are open.

    The words of some name the territory alone; no declaration is known to speak of nationals.
    """
    return [_abroad(acts, _ground(state, acts, day)) for acts in _alike(state)]


def covers(act: Act, day: dt.date) -> Span[bool]:
    """Return whether the day lies in the period declared; a year alone counts from its start."""
    since = act.covers_from
    if since is None and act.covers_from_year is not None:
        since = dt.date(act.covers_from_year, 1, 1)
    return period(day, since, act.covers_until)


def _alike(state: State) -> list[list[Act]]:
    groups: dict[object, list[Act]] = {}
    for act in state.acts:
        if act.kind is Kind.DECLARATION_12_3:
            _check(state, act)
            key = (act.covers_from, act.covers_from_year, act.covers_until, act.outcome)
            groups.setdefault(key, []).append(act)
    return list(groups.values())


def _check(state: State, act: Act) -> None:
    """Raise RegistryError for a declaration without what an answer needs of it."""
    if act.outcome is None or not (act.covers_from or act.covers_from_year):
        raise RegistryError(
            f"the declaration of {state.name} of {act.date} needs 'outcome' and 'covers_from' or"
            " 'covers_from_year': 'icc-status validate FILE' names every fault"
        )


def _words(state: State, acts: list[Act]) -> str:
    act = acts[0]
    start = act.covers_from or f"{act.covers_from_year} (no day is stated)"
    until = f" to {act.covers_until}" if act.covers_until else " on"
    made = f"made {act.date}" + "".join(f", confirmed {again.date}" for again in acts[1:])
    return f"{state.name} declared for the time from {start}{until} ({made})"


def _ground(state: State, acts: list[Act], day: dt.date) -> Ground:
    act, span = acts[0], covers(acts[0], day)
    reason = _words(state, acts)
    ground = Ground(ARTICLE, "declaration", state.iso3, Finding.FAILS, reason, sources=cited(acts))
    if not span.value:
        outside = OUTCOMES[act.outcome or ""] if act.outcome in REFUSED else OUTSIDE
        return replace(ground, reason=f"{reason}{outside}{doubt(act)}").on(
            span.having(Finding.FAILS)
        )
    reason += OUTCOMES[act.outcome or ""]
    if act.covers_from_year is not None:
        first_year_over = dt.date(act.covers_from_year + 1, 1, 1)
        span = span.within(period(day, first_year_over, None))
        if day < first_year_over:
            reason += f"; which days of {act.covers_from_year} it covers is open as well"
    finding = FINDINGS[act.outcome or ""]
    return replace(ground, reason=reason + doubt(act)).on(span.having(finding))


def _abroad(acts: list[Act], ground: Ground) -> Ground:
    if ground.fails:
        return ground
    confined = "its words confine it" if acts[0].scope == "territory" else "it is confined"
    reason = (
        f"{ground.reason}; whether it reaches what its nationals do elsewhere is open: on one"
        f" reading {confined} to crimes on its territory, on the other it accepts jurisdiction over"
        " all crimes of relevance to the situation (Rule 44(2)), by its nationals as well"
    )
    return replace(ground, reason=reason, finding=Finding.OPEN)
