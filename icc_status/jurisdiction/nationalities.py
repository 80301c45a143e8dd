"""The links of the nationalities named (Art. 12(2)(b)), for each territory that is asked about."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from icc_status.jurisdiction.article124 import declared, under_article_124
from icc_status.jurisdiction.declarations import declarations_for_nationals
from icc_status.jurisdiction.grounds import Ground, Kept
from icc_status.jurisdiction.membership import national_link
from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.jurisdiction.referrals import referral_for_nationals
from icc_status.jurisdiction.withdrawal import after_leaving
from icc_status.model.acts import Kind
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.state import State

LISTED = 3
"""So many territories are named in a reason that is right for some of them."""


def by_nationalities(
    question: Question, registry: Registry, docket: Docket, day: dt.date, kept: Kept
) -> list[list[Ground]]:
    """Return the grounds of the nationalities for each territory, or one list where none is named.

    `kept` has those of earlier days that are right on this one still.
    """
    each: list[list[Ground]] = [[] for _ in question.places or [None]]
    for state in question.nationalities:
        alone = replace(question, nationalities=(state,))
        work = partial(_by_nationality, alone, registry, docket, day)
        for grounds, more in zip(each, kept.on(day, state.iso3, work), strict=True):
            grounds += more
    return each


def _by_nationality(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[list[Ground]]:
    """Return the grounds of one nationality for each territory.

    A ground that is not the same for all territories says for which it is.
    """
    found = _by_place(question, registry, docket, day)
    shared = set.intersection(*map(set, found))
    each: list[list[Ground]] = [[] for _ in question.places or [None]]
    for grounds, at in found.items():
        where = _where([question.places[i].name for i in at] if len(found) > 1 else [])
        told = [g if g in shared else replace(g, reason=where + g.reason) for g in grounds]
        for i in at:
            each[i] = told
    return each


def _where(names: Sequence[str]) -> str:
    """Return how a reason that is right for some territories begins; many are not listed."""
    return f"on the territory of {' or '.join(names)}: " if len(names) <= LISTED else "elsewhere: "


def _by_place(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> dict[tuple[Ground, ...], list[int]]:
    """Return the grounds of one nationality, each with the territories for which they are so.

    They are worked out once for all territories at which nothing is different.
    """
    (state,) = question.nationalities
    alike: dict[object, list[int]] = {}
    matters = _what_matters(state, question.crime, docket)
    for i, place in enumerate(question.places):
        alike.setdefault(matters(place), []).append(i)
    found: dict[tuple[Ground, ...], list[int]] = {}
    for at in alike.values() or [[0]]:
        asked = replace(question, places=question.places[at[0] : at[0] + 1])
        grounds = _links(asked, registry, docket, day)
        found.setdefault(tuple(under_article_124(grounds, asked, day)), []).extend(at)
    return found


def _what_matters(state: State, crime: Crime, docket: Docket) -> Callable[[Place], object]:
    """Return what of a territory may matter for a nationality.

    That is all of it after a withdrawal and on a referral; else whether it is the state's own,
    and whether its state made a declaration under Art. 124.
    """
    left = any(act.kind is Kind.WITHDRAWAL for act in state.acts)
    codes = {state.iso3, state.exists_from.predecessor if state.exists_from else None}
    if left or any(codes & set(situation.states) for situation in docket.referrals()):
        return id  # each territory by itself
    barring = crime is Crime.WAR_CRIMES

    def matters(place: Place) -> object:
        own = place.state is state
        return place.state and (own or (barring and declared(place.state))) and place.state.iso3

    return matters


def _links(question: Question, registry: Registry, docket: Docket, day: dt.date) -> list[Ground]:
    """Return the grounds of one nationality at one territory, or where none is named."""
    (state,) = question.nationalities
    link = national_link(state, registry, day)
    link = after_leaving(link, state, question, registry, docket, day)
    at_home = any(place.state is state and place.part is None for place in question.places)
    if at_home:
        return [link]
    return [
        link,
        *declarations_for_nationals(state, day),
        *referral_for_nationals(state, question, registry, docket, day),
    ]
