"""An answer on jurisdiction as a memo in Markdown, with its sources as footnotes."""

from collections.abc import Iterable, Iterator, Sequence

from icc_status.jurisdiction.answer import Answer
from icc_status.jurisdiction.grounds import Finding, Ground, Note, Verdict
from icc_status.jurisdiction.notes import FOOT
from icc_status.jurisdiction.sentences import SHARING, asked, folded, headline, phase_words
from icc_status.model.acts import Source
from icc_status.model.situations import Docket
from icc_status.render.inert import address, inert

TITLES = {
    Finding.HOLDS: "Grounds that hold",
    Finding.OPEN: "Grounds that are open, with the readings",
    Finding.FAILS: "Grounds that fail",
}


def memo(answer: Answer, docket: Docket, foot: str, remarks: Iterable[str] = ()) -> str:
    """Return the memo: question, short answer, grounds, situations, changes, and what is left out.

    `foot` says what the registry covers, and `remarks` what must be known of the day asked for.
    """
    cited = list(answer.sources)
    sections = [
        ("Question", [f"Does the Court have jurisdiction over {inert(asked(answer.question))}?"]),
        ("Short answer", _short(answer)),
        *_grounds(answer, cited),
        ("Situations", _situations(answer, docket, cited)),
        ("What has to be said beside it", _notes(answer.notes, cited, changes=False)),
        ("What could change the answer", _changes(answer, cited)),
        ("Out of scope", [inert(FOOT)]),
        ("The record", [inert(text) for text in (foot, _record(docket), *remarks)]),
    ]
    lines = ["# Jurisdiction of the International Criminal Court", ""]
    for title, paragraphs in sections:
        if paragraphs:
            lines += [f"## {title}", "", *_joined(paragraphs)]
    return "\n".join([*lines, *_footnotes(cited)]) + "\n"


def _joined(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs, a blank line after each; the items of a list stay together."""
    last = ""
    for paragraph in paragraphs:
        if last and not (last[:2] == paragraph[:2] == "- "):
            yield ""
        yield paragraph
        last = paragraph
    yield ""


def _short(answer: Answer) -> list[str]:
    words = headline(answer)
    return [inert(words), *(f"- If {inert(condition)}." for condition in answer.conditions)]


def _grounds(answer: Answer, cited: list[Source]) -> Iterator[tuple[str, list[str]]]:
    for finding, title in TITLES.items():
        grounds = [ground for ground in folded(answer.grounds) if ground.finding is finding]
        yield title, [_ground(ground, cited) for ground in grounds]


def _ground(ground: Ground, cited: list[Source]) -> str:
    state = f" ({ground.state})" if ground.state else ""
    head = f"**{inert(ground.article)}**, {ground.basis}{state}{_days(ground)}"
    reason = f"{inert(ground.reason.removesuffix('.'))}."
    conditions = "".join(f" Only if {inert(text)}." for text in ground.conditions)
    return f"- {head}: {reason}{conditions}{_marks(ground.sources, cited)}"


def _days(ground: Ground) -> str:
    if ground.since and ground.until:
        return f", from {ground.since} to {ground.until}"
    if ground.since:
        return f", from {ground.since} on"
    return f", up to {ground.until}" if ground.until else ""


def _situations(answer: Answer, docket: Docket, cited: list[Source]) -> list[str]:
    day = answer.question.last
    told = [
        f"- {inert(phase_words(situation, day, docket.as_of))}.{_marks(situation.sources, cited)}"
        for situation in answer.situations
    ]
    return [inert(SHARING), *told] if told else []


def _notes(notes: Iterable[Note], cited: list[Source], *, changes: bool) -> list[str]:
    return [
        f"- {inert(note.text)}{_marks(note.sources, cited)}"
        for note in notes
        if note.changes == changes
    ]


def _changes(answer: Answer, cited: list[Source]) -> list[str]:
    told = _notes(answer.notes, cited, changes=True)
    if answer.verdict is Verdict.OPEN or any(ground.is_open for ground in answer.grounds):
        told.append("- A ruling of the judges on the readings that are open above.")
    if answer.conditions:
        told.append("- Facts that show that a condition is not met.")
    return [*told, "- A correction of the record: an act or a decision that is not known here."]


def _record(docket: Docket) -> str:
    return f"The situations are as of {docket.as_of}; the record of the Court prevails."


def _marks(sources: Iterable[Source], cited: list[Source]) -> str:
    return "".join(f"[^{cited.index(source) + 1}]" for source in sources)


def _footnotes(cited: Sequence[Source]) -> Iterator[str]:
    for number, source in enumerate(cited, 1):
        parts = [f"{inert(source.cited)}."]
        if source.url:
            parts.append(address(source))
        copy = f" ({inert(source.copy)})" if source.copy else ""
        yield f"[^{number}]: {' '.join(parts)} Read {source.read}{copy}."
