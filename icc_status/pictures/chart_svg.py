"""The numbers over time as an SVG: bands of states stacked by status, and marked turns."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from icc_status.errors import QuestionError
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.pictures import words
from icc_status.pictures.areas import doubtful
from icc_status.pictures.frame import HEAD, SIDE, SMALL, WIDTH, framed, shade_keys, text
from icc_status.pictures.page import escaped
from icc_status.pictures.palette import hatching
from icc_status.queries.categories import SHADES, category, legend
from icc_status.queries.counts import Moment, Turn, steps, turns
from icc_status.wording.meaning import coverage_until

HEIGHT, LEFT, ROW, BELOW = 430, 36, 20, 30
"""Of the plot: its height, the room at its left for numbers, over it for a turn, and below it."""
SHORTEST = dt.timedelta(days=365)
MOST_YEARS = 15
"""The most years that the axis names."""
EVERY = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
GRID = 50
"""The states from one line of the grid to the next."""


def check_until(until: dt.date) -> None:
    """Raise QuestionError where the chart would cover less than a year."""
    first = treaty.ADOPTED + SHORTEST
    if until < first:
        raise QuestionError(
            f"a picture of {treaty.ADOPTED} to {until} is too short to show anything:"
            f" ask for --on {first} or a later day"
        )


def title(until: dt.date) -> str:
    """Return the chart's title."""
    return f"States and {words.STATUTE} since 1998, to {until}"


def picture(registry: Registry, until: dt.date) -> str:
    """Return the chart with its title, its legend and its notes: a whole SVG file."""
    known = last_known(registry, until)
    drawn = drawing(registry, until, f'x="{SIDE}" y="{HEAD}"')
    keys = list(shade_keys(legend(known.by_shade)))
    beneath = [*notes(registry, until), words.source(registry)]
    return framed(title(until), said(known, until), drawn, height(registry, until), keys, beneath)


def about(registry: Registry, until: dt.date) -> dict[str, str]:
    """Return what a PNG of the chart says of itself."""
    answer = said(last_known(registry, until), until)
    return words.metadata(registry, title(until), answer)


def last_known(registry: Registry, until: dt.date) -> Moment:
    """Return the numbers on the last day that is not projected."""
    return [moment for moment in steps(registry, until) if not moment.projected][-1]


def said(known: Moment, until: dt.date) -> str:
    """Return the answer of the chart: the last known numbers, in the words of the map."""
    answer = words.counted(known.by_shade, known.day)
    return f"{answer} What lies after that day is projected." if until > known.day else answer


def notes(registry: Registry, until: dt.date) -> list[str]:
    """Return the notes: what the registry covers, and what is in doubt on the last known day."""
    day = min(until, registry.as_of)
    doubts = [
        (state.name, acts)
        for state in registry.existing(day)
        if (acts := doubtful(category(registry, state, day)))
    ]
    return [coverage_until(until, registry.as_of), words.doubts(doubts)]


@dataclass(frozen=True, slots=True)
class Plot:
    """The places in the plot: days run from left to right, numbers of states from the bottom up."""

    until: dt.date
    width: float
    top: float
    highest: int

    def x(self, day: dt.date) -> float:
        """Return how far from the left a day is drawn."""
        days = self.until.toordinal() - treaty.ADOPTED.toordinal()
        share = (day.toordinal() - treaty.ADOPTED.toordinal()) / days
        return round(LEFT + (self.width - LEFT) * share, 1)

    def y(self, states: int) -> float:
        """Return how far from the top a number of states is drawn."""
        return round(self.top + HEIGHT * (1 - states / self.highest), 1)

    @property
    def bottom(self) -> float:
        """Where no states are drawn: the lower edge of the plot."""
        return self.top + HEIGHT


def drawing(registry: Registry, until: dt.date, place: str = "") -> str:
    """Return the chart alone; raises QuestionError where the time is too short."""
    check_until(until)
    moments, marked = steps(registry, until), turns(registry, until)
    known = [moment for moment in moments if not moment.projected]
    ahead = [known[-1], *(moment for moment in moments if moment.projected)]
    most = max(moment.states for moment in moments)
    top = height(registry, until) - HEIGHT - BELOW
    plot = Plot(until, WIDTH - 2 * SIDE, top, -(-most // GRID) * GRID)
    label = escaped(f"{title(until)}. {said(known[-1], until)}")
    size = f"{plot.width:g} {plot.bottom + BELOW:g}"
    return "\n".join(
        [
            f'<svg class="chart" {place} width="{plot.width:g}" height="{plot.bottom + BELOW:g}"'
            f' viewBox="0 0 {size}" role="img" aria-label="{label}">',
            hatching(6),
            f'<g class="known">{"".join(_bands(known, plot))}</g>',
            *(_projection(ahead, plot) if ahead[1:] else ()),
            *_grid(plot),
            *_years(plot),
            *(line for n, turn in enumerate(marked, 1) for line in _turn(turn, plot, n)),
            _word(known[-1].day, plot) if ahead[1:] else "",
            "</svg>",
        ]
    )


def height(registry: Registry, until: dt.date) -> float:
    """Return the height of the chart alone: the plot, and over it a row for each turn."""
    return ROW * len(turns(registry, until)) + 12 + HEIGHT + BELOW


def _bands(moments: Sequence[Moment], plot: Plot) -> Iterator[str]:
    """Yield a band for each shade. A number holds from its day until the next one."""
    edges = [[0, *accumulate(moment.by_shade[name] for name in SHADES)] for moment in moments]
    days = [plot.x(moment.day) for moment in moments]
    for order, name in enumerate(SHADES):
        under = [plot.y(edge[order]) for edge in edges]
        over = [plot.y(edge[order + 1]) for edge in edges]
        forth = "".join(f"H{x:g}V{y:g}" for x, y in zip(days[1:], over[1:], strict=True))
        back = "".join(f"H{x:g}V{y:g}" for x, y in zip(days[:0:-1], under[-2::-1], strict=True))
        yield (
            f'<path class="{name}" d="M{days[0]:g} {over[0]:g}{forth}V{under[-1]:g}{back}'
            f'H{days[0]:g}Z"/>'
        )


def _projection(moments: Sequence[Moment], plot: Plot) -> Iterator[str]:
    """Yield the projected bands, which are paler, and a line where they begin."""
    x = plot.x(moments[0].day)
    yield f'<g class="ahead" opacity="0.45">{"".join(_bands(moments, plot))}</g>'
    yield f'<path class="line" d="M{x:g} {plot.top:g}V{plot.bottom:g}" stroke-dasharray="4 3"/>'


def _word(known: dt.date, plot: Plot) -> str:
    """Return the words at the line where the projection begins, at its left for lack of room."""
    x = plot.x(known)
    beside = x + 14 if plot.width - x > 18 else x - 6
    turned = f"translate({beside:g} {plot.top + 6:g}) rotate(-90)"
    said = text(0, 0, "projected from here on", 14, "doubt end")
    return f'<g transform="{turned}" stroke-width="3">{said}</g>'


def _grid(plot: Plot) -> Iterator[str]:
    """Yield the lines of the grid, with their numbers of states at the left."""
    for states in range(0, plot.highest + 1, GRID):
        y = plot.y(states)
        yield f'<path class="grid" d="M{LEFT} {y:g}H{plot.width:g}" opacity="0.4"/>'
        yield text(LEFT - 6, y + 5, str(states), SMALL, "end")


def _years(plot: Plot) -> Iterator[str]:
    """Yield the years of the axis, each where it begins."""
    first = treaty.ADOPTED.year + 1
    step = next(n for n in EVERY if (plot.until.year - first) / n < MOST_YEARS)
    for year in range(-(-first // step) * step, plot.until.year + 1, step):
        x = plot.x(dt.date(year, 1, 1))
        yield f'<path class="grid" d="M{x:g} {plot.bottom:g}v5"/>'
        place, kind = (x, "middle") if x < plot.width - 18 else (plot.width, "end")
        yield text(place, plot.bottom + 20, str(year), SMALL, kind)


def _turn(turn: Turn, plot: Plot, row: int) -> Iterator[str]:
    """Yield a line up to the turn's row, and its words to the side where there is room."""
    said = f"{turn.days}: {turn.brief}{' (projected)' if turn.projected else ''}"
    x, y = plot.x(turn.first), plot.top - ROW * row
    late = x > plot.width / 2
    line = f'd="M{x:g} {y - 6:g}V{plot.bottom:g}"'
    yield f'<path class="under" {line} stroke-width="2.4" opacity="0.6"/>'
    yield f'<path class="line" {line} stroke-width="0.8"/>'
    yield text(x - 5 if late else x + 5, y + 4, said, 14, "end" if late else "")
