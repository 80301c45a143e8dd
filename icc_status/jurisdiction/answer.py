"""The answer to a question of jurisdiction: verdict, grounds, situations and notes as one."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from icc_status.jurisdiction.covering import covers, scope_notes
from icc_status.jurisdiction.grounds import Ground
from icc_status.jurisdiction.notes import FOOT, notes
from icc_status.jurisdiction.question import Question
from icc_status.jurisdiction.verdict import Verdict, all_grounds, combined, stretches
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation


@dataclass(frozen=True, slots=True)
class Answer:
    """What could be said: each field is one of the machine formats' keys."""

    verdict: Verdict
    question: Question
    grounds: tuple[Ground, ...]
    situations: tuple[Situation, ...]
    notes: tuple[str, ...]


def answer(question: Question, registry: Registry, docket: Docket) -> Answer:
    """Answer whether the Court could act (Arts. 11 to 15 ter)."""
    found = list(stretches(question, registry, docket))
    grounds = all_grounds(found, docket)
    verdict = combined(stretch.verdict for stretch in found)
    covering = tuple(s for s in docket if covers(s, question))
    said = notes(question, grounds, verdict, registry, docket)
    caveats = [situation.caveat for situation in covering if situation.caveat]
    remarks = (*said, *scope_notes(covering), *caveats)
    return Answer(verdict, question, grounds, covering, remarks)


def record(answer: Answer, docket: Docket, remarks: Iterable[str] = ()) -> dict[str, object]:
    """Return the answer as one object, under the keys of the machine formats.

    `remarks` are notes on the day, which only the asker's clock can tell.
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
        "covers_from": situation.covers_from,
        "covers_until": situation.covers_until,
        "confidence": situation.confidence,
        "sources": [asdict(source) for source in situation.sources],
    }
