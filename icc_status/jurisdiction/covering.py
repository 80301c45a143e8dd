"""Which situations before the Court cover the question: its places, its people and its days."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from icc_status.jurisdiction.grounds import Note
from icc_status.jurisdiction.membership import membership
from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.model.registry import Registry
from icc_status.model.situations import SECURITY_COUNCIL, Situation


def covers(situation: Situation, question: Question) -> bool:
    """Tell whether a situation covers a place, the people and a day of the question.

    One whose temporal scope is not known may cover it: `scope_notes` says so.
    """
    if question.crime is Crime.AGGRESSION:
        return False
    codes = {state.iso3 for state in question.nationalities}
    concerned = bool(codes & set(situation.nationals))
    here = situation.covers(question.first, question.last)
    linked = concerned and situation.covers(question.first, question.last, elsewhere=True)
    if not question.places:
        own = here and bool(codes & set(situation.states))
        return linked or own
    if situation.nationals_only and codes and not concerned:
        return False
    return any(
        (here and within(place, situation))
        or (linked and _elsewhere(place, situation))
        or (here and _abroad(place, codes, situation))
        for place in question.places
    )


def reaches(situation: Situation, question: Question, registry: Registry) -> bool:
    """Tell whether a situation covers what is asked, for each of the nationalities named.

    Across a border it covers an element of the crime on the territory of a party, and nothing that
    took place on the other side alone.
    """
    each = [replace(question, nationalities=(state,)) for state in question.nationalities]
    if question.places:
        places = tuple(
            place
            for place in question.places
            if not _across_the_border(place, situation, registry, question.last)
        )
        if not places:
            return False
        each = [replace(one, places=places) for one in each or [question]]
    return all(covers(situation, one) and _anywhere(situation, one) for one in each or [question])


def _anywhere(situation: Situation, question: Question) -> bool:
    """Tell whether a situation covers nationals wherever they are, if no place was named."""
    codes = {state.iso3 for state in question.nationalities}
    abroad = situation.nationals_abroad and not situation.abroad_in
    return bool(question.places) or abroad or bool(codes & set(situation.nationals))


def _across_the_border(
    place: Place, situation: Situation, registry: Registry, day: dt.date
) -> bool:
    """Tell whether a place is on the side of a border on which no party is."""
    if situation.origin == SECURITY_COUNCIL or len(situation.states) == 1 or place.state is None:
        return False
    at_border = place.state.iso3 in situation.states
    return at_border and not membership(place.state, registry, day).value


def too_late(situation: Situation, question: Question, registry: Registry) -> bool:
    """Tell whether a situation began after the states it shares with the question had left.

    A withdrawal matters to no referral by the Security Council (Art. 13(b)).
    """
    if situation.origin == SECURITY_COUNCIL:
        return False
    shared = [state for state in question.states if situation.concerns(state.iso3)]
    times = [membership(state, registry, question.last) for state in shared]
    return bool(times) and all(
        party.value and party.last is not None and situation.opened() > party.last
        for party in times
    )


def within(place: Place, situation: Situation) -> bool:
    """Tell whether a place lies on the territory that a situation concerns, even in part."""
    if place.state is None or place.state.iso3 not in situation.states:
        return False
    return situation.part is None or place.part is None or place.called([situation.part])


def pursues(situation: Situation, crime: Crime) -> bool:
    """Tell whether a situation is about a crime: all of them, unless it is confined to some."""
    return crime is Crime.ANY or not situation.crimes or crime.value in situation.crimes


def scope_notes(situations: Iterable[Situation]) -> Iterator[Note]:
    """Yield which situations have a temporal scope that is not known here."""
    if names := [situation.name for situation in situations if situation.covers_from is None]:
        yield Note(
            f"The temporal scope of {'; '.join(names)} is not known here, so whether the days asked"
            " about lie within it is not known either."
        )


def _elsewhere(place: Place, situation: Situation) -> bool:
    return place.state is not None and place.state.iso3 in situation.also


def _abroad(place: Place, nationals: set[str], situation: Situation) -> bool:
    """Tell whether it concerns what nationals of its states did in the place."""
    if not (situation.nationals_abroad and nationals & set(situation.states)):
        return False
    return not situation.abroad_in or (
        place.state is not None and place.state.iso3 in situation.abroad_in
    )
