"""Which situations before the Court cover the question: its places, its people and its days."""

from collections.abc import Iterable, Iterator

from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.model.situations import Situation


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
    own = here and bool(codes & set(situation.states))
    if not question.places or (own and situation.nationals_abroad):
        return linked or own
    if situation.nationals_only and codes and not concerned:
        return False
    return any(
        (here and within(place, situation)) or (linked and _elsewhere(place, situation))
        for place in question.places
    )


def within(place: Place, situation: Situation) -> bool:
    """Tell whether a place lies on the territory that a situation concerns, even in part."""
    if place.state is None or place.state.iso3 not in situation.states:
        return False
    return situation.part is None or place.part is None or place.called([situation.part])


def scope_notes(situations: Iterable[Situation]) -> Iterator[str]:
    """Yield which situations have a temporal scope that is not known here."""
    if names := [situation.name for situation in situations if situation.covers_from is None]:
        yield (
            f"The temporal scope of {'; '.join(names)} is not known here, so whether the days asked"
            " about lie within it is not known either."
        )


def _elsewhere(place: Place, situation: Situation) -> bool:
    return place.state is not None and place.state.iso3 in situation.also
