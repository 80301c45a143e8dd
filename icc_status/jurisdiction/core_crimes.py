"""Genocide, crimes against humanity and war crimes: all the grounds on a day (Arts. 6 to 8)."""

import datetime as dt

from icc_status.jurisdiction.article124 import barred, bars, spared
from icc_status.jurisdiction.declarations import declarations, declarations_for_nationals
from icc_status.jurisdiction.grounds import Finding, Ground, before_the_statute
from icc_status.jurisdiction.membership import is_party, national_link, territorial_link
from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.jurisdiction.referrals import nothing_else, referral_for_nationals, referrals
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.spans import Span, period
from icc_status.model.state import State


def grounds_on(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    """Return every ground considered for a day, also those that fail."""
    early = before_the_statute(day, docket)
    grounds = [early] if early else []
    for place in question.places:
        grounds += _by_territory(place, registry, docket, day)
    for state in question.nationalities:
        grounds += _by_nationality(state, question, registry, docket, day)
    return under_article_124(grounds, question, day)


def under_article_124(grounds: list[Ground], question: Question, day: dt.date) -> list[Ground]:
    """Return the grounds as the declarations under Art. 124 of the states named leave them."""
    declared = bars(question) if question.crime is Crime.WAR_CRIMES else []
    for bar in declared:
        grounds = [
            ground if spared(ground, bar, question, declared) else barred(ground, bar, day)
            for ground in grounds
        ]
    return grounds


def not_named(question: Question, days: Span[Finding]) -> Ground:
    """Return the open ground of a territory or nationality that was not named, on these days."""
    if question.places:
        reason = "no nationality was named: it would suffice that the accused's state is a party"
        return Ground("Art. 12(2)(b)", "nationality", None, Finding.OPEN, reason).on(
            days.having(Finding.OPEN)
        )
    reason = "no territory was named: it would suffice that part of the conduct was on a party's"
    return Ground("Art. 12(2)(a)", "territory", None, Finding.OPEN, reason).on(
        days.having(Finding.OPEN)
    )


def worth_showing(grounds: list[Ground]) -> list[Ground]:
    """Leave out declarations for another time by a state that is a party: they say nothing."""
    parties = {g.state for g in grounds if g.article == "Art. 12(2)(a)" and g.holds}
    return [
        ground
        for ground in grounds
        if ground.basis != "declaration" or not ground.fails or ground.state not in parties
    ]


def _by_territory(place: Place, registry: Registry, docket: Docket, day: dt.date) -> list[Ground]:
    link = territorial_link(place, registry, day)
    if place.state is None:
        open_days = period(day, treaty.IN_FORCE, None)
        return [link.on(open_days.having(Finding.OPEN))] if open_days.value else []
    declared = declarations(place.state, day)
    referred = referrals(place, docket, day)
    grounds = [link, *declared, *referred]
    if not is_party(place.state, registry, day):
        grounds += nothing_else(place.state, bool(declared), bool(referred))
    return grounds


def _by_nationality(
    state: State, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    link = national_link(state, registry, day)
    if state in [place.state for place in question.places if place.part is None]:
        return [link]
    if not question.places:
        return [link]
    return [
        link,
        *declarations_for_nationals(state, day),
        *referral_for_nationals(state, docket),
    ]
