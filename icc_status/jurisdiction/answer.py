"""The answer to a question of jurisdiction: verdict, grounds, situations and notes.

The days of the question are cut into spans with the same grounds. Each span has a verdict of
its own, and the verdict on the question follows from them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from icc_status.errors import QuestionError
from icc_status.jurisdiction.aggression import Law, aggression
from icc_status.jurisdiction.core_crimes import (
    grounds_on,
    not_named,
    under_article_124,
    worth_showing,
)
from icc_status.jurisdiction.covering import covers, scope_notes
from icc_status.jurisdiction.grounds import (
    Finding,
    Ground,
    Verdict,
    combined,
    continuing,
    merged,
    settled,
)
from icc_status.jurisdiction.notes import FOOT, notes
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import ONE_DAY, Span

ORDER = (Finding.HOLDS, Finding.OPEN, Finding.FAILS)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The grounds considered for some days, and the verdict that follows from them."""

    grounds: tuple[Ground, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question; each field is a key of the machine formats."""

    verdict: Verdict
    question: Question
    grounds: tuple[Ground, ...]
    situations: tuple[Situation, ...]
    notes: tuple[str, ...]


def answer(question: Question, registry: Registry, docket: Docket) -> Answer:
    """Answer whether the Court could act (Arts. 11 to 15 ter)."""
    opinions = list(opinions_over(question, registry, docket))
    grounds = all_grounds(opinions, docket)
    verdict = combined(opinion.value.verdict for opinion in opinions)
    covering = tuple(s for s in docket if covers(s, question))
    texts = notes(question, grounds, verdict, registry, docket)
    caveats = [situation.caveat for situation in covering if situation.caveat]
    return Answer(verdict, question, grounds, covering, (*texts, *scope_notes(covering), *caveats))


def record(answer: Answer, docket: Docket, remarks: Iterable[str] = ()) -> dict[str, object]:
    """Return the answer as one object, under the keys of the machine formats.

    `remarks` are notes on the day; they depend on the asker's clock.
    """
    return {
        "verdict": answer.verdict.value,
        "question": answer.question.record(),
        "grounds": [ground.record() for ground in answer.grounds],
        "situations": [_brief(situation, docket) for situation in answer.situations],
        "notes": [*answer.notes, *remarks, FOOT],
    }


def _brief(situation: Situation, docket: Docket) -> dict[str, object]:
    phase = situation.phases[-1]
    return {
        "name": situation.name,
        "number": situation.number,
        "status": situation.status(docket.as_of),
        "since": phase.date,
        "as_of": docket.as_of,
        "covers_from": situation.covers_from,
        "covers_until": situation.covers_until,
        "confidence": situation.confidence,
        "sources": [asdict(source) for source in situation.sources],
    }


def opinions_over(
    question: Question, registry: Registry, docket: Docket
) -> Iterator[Span[Opinion]]:
    """Yield the spans of days of a question on which the grounds stay the same."""
    on = _aggression_on if question.crime is Crime.AGGRESSION else _core_crimes_on
    day, last = question.first, None
    while last != question.last:
        day = day if last is None else last + ONE_DAY
        grounds, verdict = on(question, registry, docket, day)
        last = min([question.last, *(ground.until for ground in grounds if ground.until)])
        yield Span(Opinion(tuple(worth_showing(grounds)), verdict), day, last)


def all_grounds(opinions: list[Span[Opinion]], docket: Docket) -> tuple[Ground, ...]:
    """Return every ground once: those that hold, those that are open, those that fail.

    Where the first days are not covered and later ones are, a ground says what that means for
    conduct that went on (Art. 11).
    """
    grounds = [ground for opinion in opinions for ground in opinion.value.grounds]
    covered = [o.first for o in opinions if o.value.verdict in {Verdict.YES, Verdict.IN_PART}]
    first = opinions[0].first
    if covered and covered[0] != first:
        assert first is not None
        assert covered[0] is not None
        grounds.append(continuing(first, covered[0], docket))
    return tuple(sorted(merged(grounds), key=lambda ground: ORDER.index(ground.finding)))


def _core_crimes_on(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> tuple[list[Ground], Verdict]:
    grounds = grounds_on(question, registry, docket, day)
    if day < treaty.IN_FORCE:
        return grounds, Verdict.NO
    if not question.complete and settled(grounds) is not Verdict.YES:
        days = Span(Finding.OPEN, treaty.IN_FORCE)
        for ground in grounds:
            days = days.within(ground.days)
        grounds += under_article_124([not_named(question, days)], question, day)
    return grounds, settled(grounds)


def _aggression_on(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> tuple[list[Ground], Verdict]:
    law = Law(registry, docket, day)
    by_territory = aggression(question.places, question.nationalities, law)
    if not by_territory:
        raise QuestionError("aggression is one state's against another: name two states")
    grounds = [ground for attacked in by_territory for ground in attacked]
    return list(merged(grounds)), combined(settled(attacked) for attacked in by_territory)
