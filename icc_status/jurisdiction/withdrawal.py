"""What a withdrawal leaves of jurisdiction over earlier conduct (Art. 127(2)).

Where nothing that covers the conduct was under consideration before the state left, two readings
stand against each other, and the ground is open. A notice that is pending changes nothing yet.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from icc_status.jurisdiction.covering import pursues, reaches, within
from icc_status.jurisdiction.grounds import Finding, Ground, Note, doubt
from icc_status.jurisdiction.membership import holder, membership
from icc_status.jurisdiction.question import Question
from icc_status.jurisdiction.referrals import linked
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.situations import SECURITY_COUNCIL, Docket, Situation
from icc_status.model.spans import ONE_DAY, Span, period, spans_over
from icc_status.model.state import State

DECISIONS = ("icc-01-17-9", "icc-01-21-01-25-2025-10-23", "icc-01-21-01-25-2026-04-22")
"""What is cited for Art. 127(2), by key: Burundi, and the Duterte case as it was reported."""

READINGS = (
    "no matter that covers this is known to have been under consideration before it left: on one"
    " reading of Art. 127(2) nothing else stays within the jurisdiction (in the Duterte case,"
    " ICC-01/21-01/25, it is reported to have been upheld on 2025-10-23 and 2026-04-22 because"
    " there was such a matter; the reasoning was not seen), on the other the time of the crime"
    " decides (as in the situation in Burundi, ICC-01/17-9-Red)"
)


def after_leaving(
    link: Ground, state: State, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> Ground:
    """Return a link to a party as its withdrawal leaves it, where it has left since (Art. 127(2)).

    The link holds where a matter that covers the day was under consideration, as far as that matter
    reaches: for a part of the territory, or on a condition. Else it is open.
    """
    party = membership(state, registry, day)
    if link.fails or not party.value or party.last is None or party.last >= registry.as_of:
        return link
    if _notice(holder(state, registry, day), party.last + ONE_DAY) is None:
        return link
    days = link.days
    matters = {}
    for situation in under_consideration(question, party, registry, docket):
        scope = period(day, situation.covers_from, situation.covers_until)
        bound_to = bond(situation, day)
        days = days.within(scope).within(bound_to)
        if scope.value and situation.covers_from:
            matters[situation] = bound_to.value
    sources = tuple(dict.fromkeys((*link.sources, *docket.cite(*DECISIONS))))
    if not matters:
        open_link = replace(link, reason=f"{link.reason}; {READINGS}", sources=sources)
        return open_link.on(days.having(Finding.OPEN))
    names = "; ".join(situation.name for situation in matters)
    reason = f"{link.reason}; under consideration before it left (Art. 127(2)): {names}"
    whole = [s for s in matters if not _in_part(s, question)]
    conditions = dict.fromkeys(matters[situation] for situation in whole or matters)
    bonds = [] if None in conditions else [" or ".join(filter(None, conditions))]
    kept = replace(link, reason=reason, sources=sources, conditions=(*link.conditions, *bonds))
    return replace(kept, partial=link.partial or not whole).on(days.having(link.finding))


def bond(situation: Situation, day: dt.date) -> Span[str | None]:
    """Return what must be so for conduct on a day to belong to a matter, or None."""
    if situation.subject:
        return Span(f"the conduct belongs to {situation.subject}")
    if situation.origin == SECURITY_COUNCIL:
        return linked(situation, day)
    return Span(None)


def _in_part(situation: Situation, question: Question) -> bool:
    """Tell whether a matter is about a part of the territories that were named whole."""
    return situation.part is not None and any(
        place.part is None and within(place, situation) for place in question.places
    )


def under_consideration(
    question: Question, party: Span[bool], registry: Registry, docket: Docket
) -> list[Situation]:
    """Return the situations that had not ended when a state left, and that cover the question.

    `party` is its time as a party: of the days asked about only those in it count.
    """
    assert party.last is not None
    first = max(question.first, party.first or question.first)
    asked = replace(question, first=first, last=min(question.last, party.last))
    return [
        situation
        for situation in docket
        if situation.opened() <= party.last
        and not situation.ended_by(party.last)
        and pursues(situation, question.crime)
        and reaches(situation, asked, registry)
    ]


def leaving_notes(question: Question, registry: Registry, docket: Docket) -> Iterator[Note]:
    """Yield what a withdrawal leaves of jurisdiction over earlier conduct (Art. 127(2)).

    There is a note for every time as a party that has a day of the question in it.
    """
    for state in question.states:
        at = partial(membership, state, registry)
        for party in spans_over(question.first, question.last, at):
            if party.value and party.last and (notice := _notice(state, party.last + ONE_DAY)):
                matters = _matters(state, question, party, registry, docket)
                left = party.last + ONE_DAY
                ahead = left > registry.as_of
                words = _leaving if ahead else _left
                text = words(state.name, f"{left}{doubt(notice)}", matters)
                yield Note(text, (*notice.sources, *docket.cite(*DECISIONS)), changes=ahead)


def _matters(
    state: State, question: Question, party: Span[bool], registry: Registry, docket: Docket
) -> list[Situation]:
    """Return what was under consideration of what is asked of a state, there or by its nationals.

    What is asked of another state beside it preserves nothing for it.
    """
    places = tuple(place for place in question.places if place.state is state)
    asked = [replace(question, places=places)] if places else []
    if state in question.nationalities:
        asked.append(replace(question, nationalities=(state,)))
    found = [under_consideration(one, party, registry, docket) for one in asked]
    return [situation for situation in docket if any(situation in some for some in found)]


def _notice(state: State, day: dt.date) -> Act | None:
    return next((a for a in state.acts if a.kind is Kind.WITHDRAWAL and a.effective == day), None)


def _left(name: str, left: str, matters: list[Situation]) -> str:
    text = f"The withdrawal of {name} took effect on {left}."
    if any(situation.covers_from for situation in matters):
        return f"{text} Under consideration before it left: {_listed(matters)}"
    return (
        f"{text} No matter that covers what is asked is known here to have been under consideration"
        f" before it left.{_perhaps(matters)}"
    )


def _leaving(name: str, leaving: str, matters: list[Situation]) -> str:
    text = (
        f"The withdrawal of {name} is to take effect on {leaving}. What comes under the Court's"
        " consideration before that day is preserved (Art. 127(2)): an investigation counts, and"
        " so does a preliminary examination as the decisions in the Duterte case are reported;"
        " whether a referral alone counts is not settled."
    )
    if any(situation.covers_from for situation in matters):
        return f"{text} Under consideration by now: {_listed(matters)}"
    return (
        f"{text} No matter that covers what is asked is known here to be under consideration by"
        " now: should that be so still when it leaves, the conduct stays within the jurisdiction"
        f" on one reading of Art. 127(2), and does not on the other.{_perhaps(matters)}"
    )


def _listed(matters: list[Situation]) -> str:
    known = [situation.name for situation in matters if situation.covers_from]
    return f"{'; '.join(known)}.{_perhaps(matters)}"


def _perhaps(matters: list[Situation]) -> str:
    unknown = [situation.name for situation in matters if situation.covers_from is None]
    return f" Perhaps also: {'; '.join(unknown)}, whose scope is not known." if unknown else ""
