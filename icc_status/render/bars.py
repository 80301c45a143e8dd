"""The numbers over the years as bars for a terminal: one line a year, as wide as the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from icc_status.model.status import Status
from icc_status.queries.categories import SHADES, WITHDRAWING, legend
from icc_status.queries.counts import Moment, Turn
from icc_status.render.drawing import dim, draw
from icc_status.render.ink import STYLES
from icc_status.system.terminal import Terminal, can_show

TITLE = "The Rome Statute since 1998, year by year; at the right the number of parties"
NARROW = 40
NUMBER = 5
BLOCKS = dict(zip(SHADES, "█▚╳▓▒░·", strict=True))
SIGNS = dict(zip(SHADES, "#/x+%o.", strict=True))
"""The same for a terminal that shows ASCII alone."""


def bars(moments: Sequence[Moment], turns: Sequence[Turn], terminal: Terminal, foot: str) -> str:
    """Return the bars with the turning points, the projected ones apart, and a key."""
    glyphs = BLOCKS if can_show("".join(BLOCKS.values()), terminal.encoding) else SIGNS
    known = [moment for moment in moments if not moment.projected]
    parts: list[RenderableType] = [Text(TITLE, style="bold"), Text()]
    parts += _lines(known, [turn for turn in turns if not turn.projected], glyphs, terminal)
    if len(known) < len(moments):
        parts += [Text(), dim(f"Projected from what was notified by {known[-1].day}:"), Text()]
        ahead = [moment for moment in moments if moment.projected]
        parts += _lines(ahead, [turn for turn in turns if turn.projected], glyphs, terminal)
    return draw([*parts, Text(), *_key(known[-1], glyphs), Text(), dim(foot)], terminal)


def _lines(
    moments: Sequence[Moment],
    turns: Sequence[Turn],
    glyphs: Mapping[str, str],
    terminal: Terminal,
) -> Iterator[RenderableType]:
    left = list(turns)
    for moment in moments:
        yield _bar(moment, glyphs, terminal)
        while left and left[0].first <= moment.day:
            turn = left.pop(0)
            text = Text(f"{turn.days}: {turn.text}", style="italic")
            yield Padding(text, (0, 0, 0, _label(terminal)))


def _bar(moment: Moment, glyphs: Mapping[str, str], terminal: Terminal) -> Text:
    day = moment.day
    label = _label(terminal)
    year = str(day.year) if (day.month, day.day) == (12, 31) else str(day)
    line = Text(year[: label - 1].ljust(label), no_wrap=True)
    width = max(terminal.width - label - NUMBER, len(SHADES))
    numbers = moment.by_shade
    for name, cells in shares(numbers, width).items():
        line.append(glyphs[name] * cells, style=_style(name))
    line.append(f"{moment.parties:{NUMBER}d}", style="bold")
    return line


def _label(terminal: Terminal) -> int:
    """Return the width of a label: a day, or a year alone on a narrow terminal."""
    return len("2002 " if terminal.width < NARROW else "2002-07-01 ")


def shares(numbers: Mapping[str, int], width: int) -> dict[str, int]:
    """Divide a width in proportion to numbers; each number above 0 gets at least one cell."""
    whole = sum(numbers.values()) or 1
    exact = {name: numbers[name] * width / whole for name in SHADES}
    cells = {name: max(int(size), 1) if numbers[name] else 0 for name, size in exact.items()}
    while (lacking := width - sum(cells.values())) and any(cells.values()):
        step = 1 if lacking > 0 else -1
        able = [name for name in SHADES if cells[name] > (step < 0)]
        cells[max(able, key=lambda name: step * (exact[name] - cells[name]))] += step
    return cells


def _style(name: str) -> str:
    return "bold cyan" if name == WITHDRAWING else STYLES[Status(name)]


def _key(moment: Moment, glyphs: Mapping[str, str]) -> Iterator[Text]:
    yield Text(f"On {moment.day}, of {moment.states} states:")
    for name, label, number in legend(moment.by_shade):
        text = Text(f"{number:3d} ")
        text.append(glyphs[name] * 2, style=_style(name))
        yield text.append(f" {label}")
