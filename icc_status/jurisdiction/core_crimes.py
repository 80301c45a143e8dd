"""Genocide, crimes against humanity and war crimes: all the grounds on a day (Arts. 6 to 8)."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from icc_status.jurisdiction.article124 import under_article_124
from icc_status.jurisdiction.declarations import declarations
from icc_status.jurisdiction.extent import as_read, own_state, readings, territorial_link
from icc_status.jurisdiction.grounds import (
    Finding,
    Ground,
    Kept,
    Verdict,
    before_the_statute,
    combined,
    conditions_of,
    settled,
)
from icc_status.jurisdiction.membership import membership
from icc_status.jurisdiction.nationalities import by_nationalities
from icc_status.jurisdiction.question import Place, Question
from icc_status.jurisdiction.referrals import exempted_on_territory, nothing_else, referrals
from icc_status.jurisdiction.withdrawal import after_leaving
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import Span, period


@dataclass(frozen=True, slots=True)
class Opinion:
    """The grounds considered for a day, the verdict that follows, and its conditions."""

    grounds: tuple[Ground, ...]
    verdict: Verdict
    conditions: tuple[str, ...] = ()


def core_crimes_on(
    question: Question, registry: Registry, docket: Docket, day: dt.date, kept: Kept
) -> Opinion:
    """Return the opinion on a day: each territory is judged, with the nationalities for it.

    Of several territories some may be covered and some not: then the verdict is `in part`.
    `kept` has the grounds of earlier days that are right on this one still.
    """
    early = before_the_statute(day, docket)
    kept = kept if early is None else Kept()
    places, nationals = _considered(question, registry, docket, day, kept)
    national = list(dict.fromkeys(chain(*nationals)))
    if early is not None:
        return Opinion((early, *chain(*places), *national), Verdict.NO)
    places, nationals = _ruled_across(question, places, nationals, docket, day)
    judged = [[*here, *links] for here, links in zip(places, nationals, strict=True)]
    if not question.complete and combined(settled(each) for each in judged) is not Verdict.YES:
        days = Span(Finding.OPEN, treaty.IN_FORCE)
        for ground in chain(*judged):
            days = days.within(ground.days)
        unnamed = under_article_124([not_named(question, days)], question, day)
        national, judged = [*national, *unnamed], [[*each, *unnamed] for each in judged]
    return Opinion(
        (*chain(*places), *national),
        combined(settled(each) for each in judged),
        tuple(dict.fromkeys(_conditions(judged, question))),
    )


def _conditions(judged: Sequence[Sequence[Ground]], question: Question) -> Iterator[str]:
    """Yield the conditions; of several territories each says whose it is, if it does not name it.

    Territories that were joined have conditions that name them.
    """
    several = len(judged) == len(question.places) > 1
    for i, grounds in enumerate(judged):
        where = question.places[i].name if several else ""
        for condition in conditions_of(grounds):
            yield condition if where in condition else f"{condition} (on the territory of {where})"


def _considered(
    question: Question, registry: Registry, docket: Docket, day: dt.date, kept: Kept
) -> tuple[list[list[Ground]], list[list[Ground]]]:
    """Return the grounds of each territory, and those of the nationalities for each.

    Where no territory is named, there is one list of each, as for one that gives no ground.
    """

    def of(place: Place) -> Callable[[], list[list[Ground]]]:
        return lambda: [_by_territory(place, question, registry, docket, day)]

    places = [kept.on(day, i, of(place))[0] for i, place in enumerate(question.places)]
    return places or [[]], by_nationalities(question, registry, docket, day, kept)


def _ruled_across(
    question: Question,
    places: list[list[Ground]],
    nationals: list[list[Ground]],
    docket: Docket,
    day: dt.date,
) -> tuple[list[list[Ground]], list[list[Ground]]]:
    """Join territories of which the Court has ruled that an element of the crime on one is enough.

    The ground on the one that is covered then holds for both, on that condition.
    """
    for situation in docket:
        joined = [
            i
            for i, place in enumerate(question.places)
            if place.state is not None and place.state.iso3 in situation.states
        ]
        covered = [i for i in joined if settled(places[i]) is Verdict.YES]
        if situation.ruled_across and covered and len(covered) < len(joined):
            scope = period(day, situation.covers_from, situation.covers_until)
            places = [[g.on(g.days.within(scope)) for g in grounds] for grounds in places]
            if scope.value:
                name = question.places[covered[0]].name
                together = [_with_element(g, name, situation) for i in joined for g in places[i]]
                shared = set.intersection(*(set(nationals[i]) for i in joined))
                links = [
                    g if g in shared else _with_element(g, name, situation)
                    for g in dict.fromkeys(g for i in joined for g in nationals[i])
                ]
                apart = [i for i in range(len(places)) if i not in joined]
                return (
                    [*(places[i] for i in apart), together],
                    [*(nationals[i] for i in apart), links],
                )
    return places, nationals


def _with_element(ground: Ground, name: str, situation: Situation) -> Ground:
    """Return a ground that holds with the condition of an element of the crime on a territory."""
    if not ground.holds:
        return ground
    condition = f"an element of the crime took place on the territory of {name}"
    sources = tuple(dict.fromkeys((*ground.sources, *situation.sources)))
    return replace(ground, conditions=(*ground.conditions, condition), sources=sources)


def not_named(question: Question, days: Span[Finding]) -> Ground:
    """Return the open ground of a territory or nationality that was not named, on these days."""
    if question.places:
        reason = "no nationality was named: it is enough if the accused's state is a party"
        ground = Ground("Art. 12(2)(b)", "nationality", None, Finding.OPEN, reason)
    else:
        reason = "no territory was named: it is enough if part of the conduct was on a party's"
        ground = Ground("Art. 12(2)(a)", "territory", None, Finding.OPEN, reason)
    return ground.on(days.having(Finding.OPEN))


def worth_showing(grounds: Iterable[Ground]) -> list[Ground]:
    """Leave out declarations for another time by a state that is a party: they say nothing."""
    grounds = tuple(grounds)
    parties = {g.state for g in grounds if g.article == "Art. 12(2)(a)" and g.holds}
    return [
        ground
        for ground in grounds
        if ground.basis != "declaration" or not ground.fails or ground.state not in parties
    ]


def _by_territory(
    place: Place, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    """Return the grounds of a territory, as declarations under Art. 124 leave them."""
    grounds = _of_territory(place, question, registry, docket, day)
    return under_article_124(grounds, replace(question, places=(place,)), day)


def _of_territory(
    place: Place, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    if read := readings(place, registry):
        each = [
            (reading, _by_one_state(reading, question, registry, docket, day)) for reading in read
        ]
        return as_read(each, own_state(place))
    link = territorial_link(place, registry, day)
    if place.state is None:
        open_days = period(day, treaty.IN_FORCE, None)
        return [link.on(open_days.having(Finding.OPEN))] if open_days.value else []
    grounds = _by_one_state(place, question, registry, docket, day)
    party = membership(place.state, registry, day)
    if not party.value:
        bases = {ground.basis for ground in grounds}
        nothing = nothing_else(place.state, "declaration" in bases, "referral" in bases)
        grounds += [ground.on(party.having(Finding.FAILS)) for ground in nothing]
    return grounds


def _by_one_state(
    place: Place, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> list[Ground]:
    """Return the grounds of the territory of one state: its link, declarations and referrals."""
    assert place.state is not None
    link = territorial_link(place, registry, day)
    asked = replace(question, places=(place,))
    link = after_leaving(link, place.state, asked, registry, docket, day)
    if link.holds:
        link = _exempted(link, place, question, registry, docket, day)
    declared = declarations(place.state, day)
    referred = referrals(place, question.nationalities, registry, docket, day)
    return [link, *declared, *referred]


def _exempted(
    link: Ground, place: Place, question: Question, registry: Registry, docket: Docket, day: dt.date
) -> Ground:
    """Return a territorial link with what resolutions of the Council would exempt from it."""
    exempted = exempted_on_territory(place, question.nationalities, registry, docket, day)
    for span in exempted:
        link = link.on(link.days.within(span))
        if note := span.value:
            conditions = (*link.conditions, note.text)
            link = replace(link, conditions=conditions, sources=(*link.sources, *note.sources))
    return link
