"""The answer to a question of jurisdiction: verdict, grounds, situations and notes.

The days of the question are cut into spans with the same grounds. Each span has a verdict of
its own, and the verdict on the question follows from them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial

from icc_status.errors import QuestionError
from icc_status.jurisdiction.aggression import Law, aggression
from icc_status.jurisdiction.core_crimes import Opinion, core_crimes_on, worth_showing
from icc_status.jurisdiction.covering import covers, scope_notes, too_late
from icc_status.jurisdiction.grounds import (
    Finding,
    Ground,
    Kept,
    Note,
    Verdict,
    combined,
    continuing,
    merged,
    settled,
)
from icc_status.jurisdiction.notes import FOOT, notes
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model.acts import Source
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import ONE_DAY, Span

ORDER = (Finding.HOLDS, Finding.OPEN, Finding.FAILS)
TOLD_APART = 10
"""So many nationalities, or territories, at most are judged one by one besides."""

Conclusion = tuple[Verdict, tuple[str, ...]]
"""A verdict and its conditions."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question; each field is a key of the machine formats."""

    verdict: Verdict
    question: Question
    grounds: tuple[Ground, ...]
    situations: tuple[Situation, ...]
    notes: tuple[Note, ...]
    conditions: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the grounds, the situations and the notes, each once."""
        cited = [ground.sources for ground in self.grounds]
        cited += [situation.sources for situation in self.situations]
        cited += [note.sources for note in self.notes]
        return tuple(dict.fromkeys(source for sources in cited for source in sources))


def answer(question: Question, registry: Registry, docket: Docket) -> Answer:
    """Answer whether the Court could act (Arts. 11 to 15 ter)."""
    opinions = list(opinions_over(question, registry, docket))
    grounds = all_grounds(question, opinions, registry, docket)
    verdict, conditions = concluded(opinions)
    unlike = judged_otherwise(question, (verdict, conditions), registry, docket)
    covering = tuple(
        s for s in docket if covers(s, question) and not too_late(s, question, registry)
    )
    texts = notes(question, grounds, verdict, unlike, registry, docket)
    caveats = [Note(s.caveat, s.sources) for s in covering if s.caveat]
    remarks = (*texts, *scope_notes(covering), *caveats)
    return Answer(verdict, question, grounds, covering, remarks, conditions)


def concluded(opinions: Iterable[Span[Opinion]]) -> Conclusion:
    """Return the verdict on all days, and what it depends on."""
    each = [opinion.value for opinion in opinions]
    conditions = dict.fromkeys(condition for one in each for condition in one.conditions)
    return combined(one.verdict for one in each), tuple(conditions)


def judged_otherwise(
    question: Question, found: Conclusion, registry: Registry, docket: Docket
) -> list[str]:
    """Return the nationalities, of several, for each of which alone the conclusion is another.

    A no for several is a no for each. Of many nationalities it is not told which they are.
    """
    states = question.nationalities
    if len(states) < 2 or found[0] is Verdict.NO:
        return []
    if len(states) > TOLD_APART:
        return ["some of them"]
    names = []
    for state in states:
        with suppress(QuestionError):  # no state attacks itself
            alone = replace(question, nationalities=(state,))
            verdict, conditions = concluded(opinions_over(alone, registry, docket))
            if (verdict, set(conditions)) != (found[0], set(found[1])):
                names.append(state.name)
    return names


def record(answer: Answer, docket: Docket, remarks: Iterable[str] = ()) -> dict[str, object]:
    """Return the answer as one object, under the keys of the machine formats.

    `remarks` are notes on the day; they depend on the asker's clock.
    """
    return {
        "verdict": answer.verdict.value,
        "conditions": list(answer.conditions),
        "question": answer.question.record(),
        "grounds": [ground.record() for ground in answer.grounds],
        "situations": [
            _brief(situation, answer.question.last, docket) for situation in answer.situations
        ],
        "notes": [*(note.text for note in answer.notes), *remarks, FOOT],
        "sources": [asdict(source) for source in answer.sources],
    }


def _brief(situation: Situation, day: dt.date, docket: Docket) -> dict[str, object]:
    phase = situation.phases[-1]
    return {
        "name": situation.name,
        "number": situation.number,
        "status": situation.status(docket.as_of),
        "since": phase.date,
        "as_of": docket.as_of,
        "on_the_day": situation.status(day),
        "covers_from": situation.covers_from,
        "covers_until": situation.covers_until,
        "confidence": situation.confidence,
        "sources": [asdict(source) for source in situation.sources],
    }


def opinions_over(
    question: Question, registry: Registry, docket: Docket
) -> Iterator[Span[Opinion]]:
    """Yield the spans of days of a question on which the grounds stay the same."""
    core_crimes = partial(core_crimes_on, kept=Kept())
    on = aggression_on if question.crime is Crime.AGGRESSION else core_crimes
    day, last = question.first, None
    while last != question.last:
        day = day if last is None else last + ONE_DAY
        opinion = on(question, registry, docket, day)
        last = min([question.last, *(g.until for g in opinion.grounds if g.until)])
        yield Span(opinion, day, last)


def all_grounds(
    question: Question, opinions: list[Span[Opinion]], registry: Registry, docket: Docket
) -> tuple[Ground, ...]:
    """Return every ground once: those that hold, those that are open, those that fail."""
    grounds = [g for opinion in opinions for g in worth_showing(opinion.value.grounds)]
    grounds += going_on(question, opinions, registry, docket)
    return tuple(sorted(merged(grounds), key=lambda ground: ORDER.index(ground.finding)))


def going_on(
    question: Question, opinions: list[Span[Opinion]], registry: Registry, docket: Docket
) -> Iterator[Ground]:
    """Yield what it means for conduct that went on that only its later days are covered (Art. 11).

    Of several territories each has a starting day of its own; of many the question has one.
    """
    if not 1 < len(question.places) <= TOLD_APART:
        yield from _going_on(opinions, docket)
        return
    for place in question.places:
        with suppress(QuestionError):  # no state attacks itself
            alone = opinions_over(replace(question, places=(place,)), registry, docket)
            for ground in _going_on(list(alone), docket):
                yield replace(ground, reason=f"on the territory of {place.name}: {ground.reason}")


def _going_on(opinions: list[Span[Opinion]], docket: Docket) -> Iterator[Ground]:
    first = opinions[0].first
    begun = next((opinion for opinion in opinions if _has_link(opinion.value)), None)
    if begun and begun.first and first and begun.first != first:
        sure = begun.value.verdict in {Verdict.YES, Verdict.IN_PART}
        yield continuing(first, begun.first, sure, docket)


def _has_link(opinion: Opinion) -> bool:
    """Tell whether a day is covered, or may be by a link to a state that was named."""
    return opinion.verdict in {Verdict.YES, Verdict.IN_PART} or any(
        ground.is_open and ground.state and ground.basis in {"territory", "nationality"}
        for ground in opinion.grounds
    )


def aggression_on(question: Question, registry: Registry, docket: Docket, day: dt.date) -> Opinion:
    """Return the opinion on aggression on a day: each territory is judged by itself."""
    law = Law(registry, docket, day)
    by_territory = aggression(question.places, question.nationalities, law)
    if not by_territory:
        raise QuestionError("aggression is one state's against another: name two states")
    grounds = merged(ground for attacked in by_territory for ground in attacked)
    return Opinion(grounds, combined(settled(attacked) for attacked in by_territory))
