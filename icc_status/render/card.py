"""The card of one state: the answer, what it did, what that means, and on whose authority."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from icc_status.acts import Act, Source
from icc_status.prose import fellows, meaning
from icc_status.registry import Registry
from icc_status.render.drawing import STYLES, dim, draw
from icc_status.rows import Row, known_acts
from icc_status.situations.docket import Situation
from icc_status.terminal import Terminal
from icc_status.wording import describe


def card(
    row: Row,
    registry: Registry,
    terminal: Terminal,
    foot: str,
    situations: Sequence[Situation] = (),
) -> str:
    """Return the card; its first line answers."""
    state, standing = row.state, row.standing
    acts = known_acts(state, row.on, row.as_of)
    cited = list(dict.fromkeys(source for act in acts for source in act.sources))
    names = dict.fromkeys((state.common_name, state.un_name))
    names.pop(state.name, None)
    who = " · ".join([state.iso3, state.iso2, *names, registry.regions[state.region]])
    parts: list[RenderableType] = [
        Text(str(row["summary"]), style=f"bold {STYLES[standing.status]}"),
        dim(who if terminal.boxes else who.replace("·", "-")),
        Text(),
    ]
    if acts:
        parts += [_timeline(acts, registry, cited), Text()]
    parts.append(Text(meaning(state, standing, row.on)))
    if others := fellows(registry, state, standing, row.on):
        parts.append(Text(others))
    if situations:
        briefs = "; ".join(situation.brief(row.on) for situation in situations)
        parts.append(Text(f"Before the Court, concerning it or its nationals: {briefs}."))
    parts.append(Text())
    parts += [_source(number, source) for number, source in enumerate(cited, 1)]
    return draw([*parts, dim(foot)], terminal)


def _timeline(acts: list[Act], registry: Registry, cited: list[Source]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for act in acts:
        marks = "".join(f"[{cited.index(source) + 1}]" for source in act.sources)
        text = Text(f"{describe(act, registry)} ")
        text.append(marks, style="dim")
        if act.reference:
            text.append(f" {act.reference}", style="dim")
        if act.confidence:
            text.append(f"\nConfidence: {act.confidence}.", style="italic")
        if act.note:
            text.append(f"\n{act.note}", style="dim")
        grid.add_row(str(act.date) if act.date else "day unknown", text)
    return grid


def _source(number: int, source: Source) -> Padding:
    copy = f" ({source.copy})" if source.copy else ""
    return Padding(dim(f"[{number}] {source.title}{copy}"), (0, 0, 0, 0))
