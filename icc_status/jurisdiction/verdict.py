"""The verdict on a question: its days cut into runs, every ground of each, and what follows."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from icc_status.errors import QuestionError
from icc_status.jurisdiction.aggression import Law
from icc_status.jurisdiction.core_crimes import (
    grounds_on,
    not_named,
    under_article_124,
    worth_showing,
)
from icc_status.jurisdiction.grounds import Ground, merged
from icc_status.jurisdiction.pairs import aggression
from icc_status.jurisdiction.question import Crime, Question
from icc_status.jurisdiction.temporal import continuing
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.spans import ONE_DAY, Span


class Verdict(StrEnum):
    """Whether the Court could act: its jurisdiction, and nothing else."""

    YES = "yes"
    IN_PART = "in part"
    OPEN = "open"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of days of the question, the grounds considered for it, and its verdict."""

    first: dt.date
    last: dt.date
    grounds: tuple[Ground, ...]
    verdict: Verdict


def settled(grounds: Iterable[Ground]) -> Verdict:
    """Return the verdict on one run of days: one ground that holds suffices (Art. 12)."""
    grounds = tuple(grounds)
    if any(ground.holds and not ground.partial for ground in grounds):
        return Verdict.YES
    if any(ground.holds for ground in grounds):
        return Verdict.IN_PART
    return Verdict.OPEN if any(ground.holds is None for ground in grounds) else Verdict.NO


def combined(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict on the whole: yes if all of it is covered, in part if some of it is."""
    found = set(verdicts)
    if found == {Verdict.YES}:
        return Verdict.YES
    if found & {Verdict.YES, Verdict.IN_PART}:
        return Verdict.IN_PART
    return Verdict.OPEN if Verdict.OPEN in found else Verdict.NO


def stretches(question: Question, registry: Registry, docket: Docket) -> Iterator[Stretch]:
    """Yield the runs of days of a question for each of which one verdict holds."""
    on = _aggression_on if question.crime is Crime.AGGRESSION else _core_on
    day, last = question.first, None
    while last != question.last:
        day = day if last is None else last + ONE_DAY
        grounds, verdict = on(question, registry, docket, day)
        last = min([question.last, *(ground.until for ground in grounds if ground.until)])
        yield Stretch(day, last, tuple(worth_showing(grounds)), verdict)


def all_grounds(found: list[Stretch], docket: Docket) -> tuple[Ground, ...]:
    """Return every ground of the stretches once, and that of conduct that went on (Art. 11)."""
    grounds = [ground for stretch in found for ground in stretch.grounds]
    covered = [s for s in found if s.verdict in {Verdict.YES, Verdict.IN_PART}]
    if covered and covered[0] is not found[0]:
        grounds.append(continuing(found[0].first, covered[0].first, docket))
    return tuple(sorted(merged(grounds), key=_rank))


def _rank(ground: Ground) -> int:
    return {True: 0, None: 1, False: 2}[ground.holds]


def _core_on(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> tuple[list[Ground], Verdict]:
    grounds = grounds_on(question, registry, docket, day)
    if day < treaty.IN_FORCE:
        return grounds, Verdict.NO
    if not question.complete and settled(grounds) is not Verdict.YES:
        days: Span[bool | None] = Span(None, treaty.IN_FORCE)
        for ground in grounds:
            days = days.within(ground.days)
        grounds += under_article_124([not_named(question, days)], question, day)
    return grounds, settled(grounds)


def _aggression_on(
    question: Question, registry: Registry, docket: Docket, day: dt.date
) -> tuple[list[Ground], Verdict]:
    law = Law(registry, docket, day)
    found = aggression(question.places, question.nationalities, law)
    if not found:
        raise QuestionError("aggression is one state's against another: name two states")
    grounds = [ground for attacked in found for ground in attacked]
    return list(merged(grounds)), combined(settled(attacked) for attacked in found)
