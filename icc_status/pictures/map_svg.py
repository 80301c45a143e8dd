"""The world as an SVG, every state in the shade of its status on one day."""

from collections.abc import Iterator
from html import escape

from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.pictures import words
from icc_status.pictures.palette import EDGE, FAINT, FONT, INK, PAINTS, PAPER, fill, hatching
from icc_status.pictures.view import OUTSIDE, SIDE, WIDTH, Marker, View, markers
from icc_status.pictures.world import Shape, world
from icc_status.queries.categories import ABSENT, WITHDRAWING, legend, tally

HEAD, ROW, COLUMNS = 78, 26, (0, 330, 760)
EDGES = {ABSENT: EDGE, OUTSIDE: EDGE, WITHDRAWING: PAINTS[WITHDRAWING].light}
"""The borders that are not white: a white one would be lost on white or among stripes."""


def picture(view: View, foot: str) -> str:
    """Return the map with its title, its legend and its foot: a whole SVG file."""
    counts = tally(view.registry, view.on, view.region)
    said = words.counted(counts, view.on, words.among(view.registry, view.region))
    width, height = view.size
    bottom = HEAD + height + 34
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 128:.0f}"'
            f' width="{WIDTH}" height="{bottom + 128:.0f}" font-family="{FONT}" role="img"'
            ' aria-labelledby="title said">',
            f'<title id="title">{words.TITLE}</title>',
            f'<desc id="said">{escape(said)} {escape(foot)}</desc>',
            f'<rect width="100%" height="100%" fill="{PAPER}"/>',
            text(SIDE, 34, words.TITLE, 25, extra=' font-weight="bold"'),
            text(SIDE, 60, said, 17),
            hatching(6, "key"),
            drawing(view, f' x="{(WIDTH - width) / 2:.1f}" y="{HEAD}"'),
            *_legend(legend(counts), words.plain(view.region), bottom),
            text(SIDE, bottom + 92, foot, 13, FAINT),
            text(SIDE, bottom + 111, words.BORDERS, 13, FAINT),
            "</svg>\n",
        ]
    )


def drawing(view: View, place: str = "") -> str:
    """Return the map alone: each state once, as a group with its alpha-3 code for an id.

    The group's class is the shade, its title the answer; states too small to see are drawn
    last and have a circle as well.
    """
    registry, shapes, pixel = view.registry, world().states, view.pixel
    width, height = view.size
    box = " ".join(f"{n:g}" for n in (view.box[0], view.box[1], width * pixel, height * pixel))
    circles = markers({state.iso3: shapes[state.iso3] for state in registry}, pixel)
    states = sorted(registry, key=lambda s: (s.iso3 in circles, view.shade(s) == WITHDRAWING))
    return "\n".join(
        [
            f'<svg class="world"{place} width="{width:.1f}" height="{height:.1f}" viewBox="{box}">',
            hatching(6 * pixel),
            f'<g class="others" stroke="{EDGE}" stroke-width="{0.4 * pixel:.3g}" fill="{PAPER}">',
            *_elsewhere(registry),
            "</g>",
            f'<g class="states" stroke="{PAPER}" stroke-width="{0.5 * pixel:.3g}"'
            ' stroke-linejoin="round">',
            *(_state(view, state, shapes[state.iso3], circles.get(state.iso3)) for state in states),
            "</g>",
            "</svg>",
        ]
    )


def _elsewhere(registry: Registry) -> Iterator[str]:
    """Yield what has no shade: areas that are no states here, and states not in this registry."""
    known = {state.iso3 for state in registry}
    unlisted = {code: shape for code, shape in world().states.items() if code not in known}
    for name, shape in {**world().elsewhere, **unlisted}.items():
        missing = f"{name}: not in this registry."
        title = missing if name in unlisted else words.elsewhere(registry, name)
        yield f'<path class="elsewhere" d="{shape.outline}"><title>{escape(title)}</title></path>'


def _state(view: View, state: State, shape: Shape, marker: Marker | None) -> str:
    shade = view.shade(state)
    edge = f' stroke="{EDGES[shade]}"' if shade in EDGES else ""
    if shade == WITHDRAWING:
        edge += f' stroke-width="{1.2 * view.pixel:.3g}"'
    parts = [f"<title>{escape(words.told(view.registry, state, view.on))}</title>"]
    if shape.outline:
        parts.append(f'<path d="{shape.outline}"/>')
    if marker and shade != OUTSIDE:
        parts += _circle(marker, view.pixel)
    return f'<g id="{state.iso3}" class="{shade}" fill="{fill(shade)}"{edge}>{"".join(parts)}</g>'


def _circle(marker: Marker, pixel: float) -> Iterator[str]:
    """Yield a line to the place it stands for, where it was moved, and the circle."""
    x, y = marker.home
    ink = f'class="marker" stroke="{INK}" stroke-width="{0.6 * pixel:.3g}"'
    if abs(marker.x - x) + abs(marker.y - y) > pixel:
        yield f'<path d="M{x:.0f} {y:.0f}L{marker.x:.0f} {marker.y:.0f}" {ink}/>'
    yield f'<circle cx="{marker.x:.0f}" cy="{marker.y:.0f}" r="{marker.r:.1f}" {ink}/>'


def text(x: float, y: float, words: str, size: float, fill: str = INK, extra: str = "") -> str:
    """Return a line of text as SVG."""
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}"'
    return f'<text {place} fill="{fill}"{extra}>{escape(words)}</text>'


def _legend(entries: list[tuple[str, str, int]], plain: str, top: float) -> Iterator[str]:
    cells = [(fill(name, "key"), INK, f"{label}: {number}") for name, label, number in entries]
    cells.append((PAPER, EDGE, plain))
    for i, (paint, edge, label) in enumerate(cells):
        x, y = SIDE + COLUMNS[i // 3], top + ROW * (i % 3)
        yield (
            f'<rect x="{x}" y="{y - 13:.1f}" width="24" height="16" fill="{paint}"'
            f' stroke="{edge}" stroke-width="0.6"/>'
        )
        yield text(x + 32, y, label, 14.5)
    x, y = SIDE + COLUMNS[2], top + ROW * 2
    yield f'<circle cx="{x + 12}" cy="{y - 5:.1f}" r="3.4" fill="{PAPER}" stroke="{INK}"/>'
    yield text(x + 32, y, words.TOO_SMALL, 14.5)
