"""An answer on jurisdiction for people: the verdict, every ground, the situations and notes."""

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from icc_status.jurisdiction.answer import Answer
from icc_status.jurisdiction.grounds import Finding, Ground, Verdict
from icc_status.jurisdiction.notes import FOOT
from icc_status.jurisdiction.question import Question
from icc_status.model.acts import Source
from icc_status.model.situations import Docket
from icc_status.render.drawing import dim, draw
from icc_status.system.terminal import Terminal

COLOURS = {
    Verdict.YES: "green",
    Verdict.IN_PART: "cyan",
    Verdict.OPEN: "yellow",
    Verdict.NO: "red",
}
FINDINGS = {Finding.HOLDS: "green", Finding.OPEN: "yellow", Finding.FAILS: "red"}
NARROW = 60


def opinion(answer: Answer, docket: Docket, terminal: Terminal, foot: str) -> str:
    """Return the answer drawn; its first words are the verdict."""
    cited = list(dict.fromkeys(s for ground in answer.grounds for s in ground.sources))
    cited += [s for i in answer.situations for s in i.sources if s not in cited]
    cited = list(dict.fromkeys(cited))
    word = answer.verdict.value.capitalize()
    parts: list[RenderableType] = [
        Text(f"{word}: {asked(answer.question)}", style=f"bold {COLOURS[answer.verdict]}"),
        Text(),
        _grounds(answer.grounds, cited, terminal),
        Text(),
    ]
    for situation in answer.situations:
        marks = _marks(situation.sources, cited)
        hedge = f" Confidence: {situation.confidence}." if situation.confidence else ""
        words = f"Before the Court, as of {docket.as_of}: {situation.brief(docket.as_of)}."
        parts.append(Text(f"{words} {marks}{hedge}"))
    parts += [Text(f"Note: {note}") for note in answer.notes]
    parts.append(Text())
    parts += [dim(f"[{number}] {source.cited}") for number, source in enumerate(cited, 1)]
    return draw([*parts, dim(FOOT), dim(foot)], terminal)


def asked(question: Question) -> str:
    """Return the question in words."""
    words = [question.crime.words]
    if question.places:
        words.append(f"on territory of {' or '.join(place.name for place in question.places)}")
    if question.nationalities:
        words.append(f"by nationals of {' or '.join(s.name for s in question.nationalities)}")
    if question.first == question.last:
        return f"{', '.join(words)}, on {question.first}"
    return f"{', '.join(words)}, from {question.first} to {question.last}"


def _grounds(grounds: tuple[Ground, ...], cited: list[Source], terminal: Terminal) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=18)
    grid.add_column(overflow="fold")
    for ground in grounds:
        word, colour = ground.finding.value, FINDINGS[ground.finding]
        reason = Text(ground.reason)
        reason.append(f" {_marks(ground.sources, cited)}", style="dim")
        if terminal.width < NARROW:
            reason = Text(f"{ground.article}: ").append_text(reason)
            grid.add_row(Text(word, style=colour), Text(), reason)
        else:
            grid.add_row(Text(word, style=colour), Text(ground.article), reason)
    return grid


def _marks(sources: tuple[Source, ...], cited: list[Source]) -> str:
    return "".join(f"[{cited.index(source) + 1}]" for source in sources)
