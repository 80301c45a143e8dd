"""An answer on jurisdiction for people: the verdict, every ground, the situations and notes."""

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from icc_status.jurisdiction.answer import Answer
from icc_status.jurisdiction.grounds import Finding, Verdict
from icc_status.jurisdiction.notes import FOOT
from icc_status.jurisdiction.sentences import SHARING, days_within, folded, headline, phase_words
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
    cited = list(answer.sources)
    words = headline(answer)
    parts: list[RenderableType] = [
        Text(words, style=f"bold {COLOURS[answer.verdict]}"),
        *[Text(f"If {condition}.") for condition in answer.conditions],
        Text(),
        _grounds(answer, cited, terminal),
        Text(),
    ]
    parts += [Text(SHARING)] if answer.situations else []
    for situation in answer.situations:
        phase = phase_words(situation, answer.question.last, docket.as_of)
        hedge = f" Confidence: {situation.confidence}." if situation.confidence else ""
        parts.append(Text(f"- {phase}. {_marks(situation.sources, cited)}{hedge}"))
    for note in answer.notes:
        parts.append(Text(f"Note: {note.text}").append(f" {_marks(note.sources, cited)}", "dim"))
    parts.append(Text())
    parts += [dim(f"[{number}] {source.cited}") for number, source in enumerate(cited, 1)]
    return draw([*parts, dim(FOOT), dim(foot)], terminal)


def _grounds(answer: Answer, cited: list[Source], terminal: Terminal) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=18)
    grid.add_column(overflow="fold")
    for ground in folded(answer.grounds):
        word, colour = ground.finding.value, FINDINGS[ground.finding]
        reason = Text(days_within(ground, answer.question), style="dim")
        reason.append(Text(ground.reason, style="none"))
        reason.append(f" {_marks(ground.sources, cited)}", style="dim")
        if terminal.width < NARROW:
            reason = Text(f"{ground.article}: ").append_text(reason)
            grid.add_row(Text(word, style=colour), Text(), reason)
        else:
            grid.add_row(Text(word, style=colour), Text(ground.article), reason)
    return grid


def _marks(sources: tuple[Source, ...], cited: list[Source]) -> str:
    return "".join(f"[{cited.index(source) + 1}]" for source in sources)
