"""The world as an SVG, every state in the shade of its status on one day."""

from collections.abc import Collection, Iterator

from icc_status.model.acts import Act
from icc_status.pictures import words
from icc_status.pictures.areas import Look
from icc_status.pictures.frame import HEAD, WHOLE, WIDTH, Key, box, framed, shade_keys
from icc_status.pictures.page import escaped
from icc_status.pictures.palette import BARE, hatching
from icc_status.pictures.view import TOO_SMALL, Marker, View
from icc_status.pictures.world import Shape
from icc_status.queries.categories import legend, tally

SAMPLES = {
    words.TOO_SMALL: f'<circle class="key {BARE}" cx="12" cy="8" r="3.4"/>',
    words.DISPUTED: '<path class="disputed" d="M0 8h24" stroke-dasharray="4 3"/>',
    words.DOUBT: '<text class="doubt" x="12" y="13" font-size="15">?</text>',
}
"""The samples in the legend for what is not a shade."""


def picture(view: View) -> str:
    """Return the map with its title, its legend and its notes: a whole SVG file."""
    return around(view, drawing(view, f'x="{(WIDTH - view.size[0]) / 2:.1f}" y="{HEAD}"'))


def around(view: View, drawn: str, doubts: str | None = None) -> str:
    """Return a whole SVG file around a drawn map, or around an element that a map will replace."""
    title = words.title(view.registry, view.region, view.on)
    doubts = words.doubts(doubted(view)) if doubts is None else doubts
    notes = [view.coverage, doubts, words.BORDERS, words.source(view.registry)]
    return framed(title, said(view), drawn, view.size[1], keys(view), notes)


def about(view: View) -> dict[str, str]:
    """Return what a PNG of the map says of itself."""
    title = words.title(view.registry, view.region, view.on)
    return words.metadata(view.registry, title, said(view))


def said(view: View) -> str:
    """Return the map's answer."""
    counts = tally(view.registry, view.on, view.region)
    who = words.among(view.registry, view.region)
    return words.counted(counts, view.on, who, view.projected)


def keys(view: View) -> list[Key]:
    """Return the legend: the shades with their numbers, and what else the map shows."""
    shades = shade_keys(legend(tally(view.registry, view.on, view.region)))
    bare = Key(words.plain(view.region), box(BARE))
    return [*shades, bare, *(Key(label, sample) for label, sample in SAMPLES.items())]


def doubted(view: View) -> list[tuple[str, tuple[Act, ...]]]:
    """Return what is shown with a status in doubt on the day: names, each with its acts."""
    looks = [(state.name, view.look(state)) for state in view.states]
    looks += [(view.name(code), view.territory(code)) for code in view.elsewhere]
    return [(name, look.doubtful) for name, look in looks if look.doubtful]


def drawing(view: View, place: str = "", marked: Collection[str] = ()) -> str:
    """Return the map alone: each area once, as a group with its alpha-3 code for an id.

    The group's class is the shade, which alone gives it its colours; its title is the answer.
    States too small to see are drawn last and have a circle as well. What is in doubt on the
    day has a mark, and so has what is in `marked`: a page shows and hides it.
    """
    (left, top, _, _), (width, height), pixel = view.box, view.size, view.pixel
    box = f"{left:.5g} {top:.5g} {width * pixel:.5g} {height * pixel:.5g}"
    thin = f'stroke-width="{0.5 * pixel:.3g}" stroke-linejoin="round"'
    states = sorted(view.registry, key=lambda state: state.iso3 in view.circles)
    return "\n".join(
        [
            f'<svg class="world" {place} width="{width:.1f}" height="{height:.1f}"'
            f' viewBox="{box}">',
            hatching(6 * pixel),
            f'<rect class="sea" x="{left:.5g}" y="{top:.5g}" {WHOLE}/>',
            f'<g class="areas others" {thin}>',
            *(_area(view, code, view.territory(code), marked) for code in view.elsewhere),
            "</g>",
            f'<g class="areas states" {thin}>',
            *(_area(view, state.iso3, view.look(state), marked) for state in states),
            "</g>",
            f'<path class="disputed" d="{view.world.disputed}" stroke-width="{0.9 * pixel:.3g}"'
            f' stroke-dasharray="{2 * pixel:.3g} {1.6 * pixel:.3g}"/>',
            "</svg>",
        ]
    )


def _area(view: View, code: str, look: Look, marked: Collection[str]) -> str:
    shape, marker = view.shape(code), view.circles.get(code)
    parts = [f"<title>{escaped(look.answer)}</title>"]
    if shape.outline:
        parts.append(f'<path d="{shape.outline}"/>')
    if marker:
        parts += _circle(marker, view.pixel)
    if (look.doubtful or code in marked) and (marker or shape.extent > TOO_SMALL * view.pixel):
        parts.append(_doubt(marker, shape, view.pixel))
    mark = ' data-doubt="yes"' if look.doubtful else ""
    return f'<g id="{code}" class="{look.shade}"{mark}>{"".join(parts)}</g>'


def _circle(marker: Marker, pixel: float) -> Iterator[str]:
    """Yield a line to the place it stands for, where it was moved, and the circle in its halo."""
    x, y = marker.home
    ink = f'class="marker" stroke-width="{0.6 * pixel:.3g}"'
    at = f'cx="{marker.x:.5g}" cy="{marker.y:.5g}"'
    if abs(marker.x - x) + abs(marker.y - y) > pixel:
        yield f'<path d="M{x:.5g} {y:.5g}L{marker.x:.5g} {marker.y:.5g}" {ink}/>'
    yield f'<circle {at} r="{marker.r + 1.2 * pixel:.3g}" class="halo"/>'
    yield f'<circle {at} r="{marker.r:.3g}" {ink}/>'


def _doubt(marker: Marker | None, shape: Shape, pixel: float) -> str:
    """Return the mark of a status in doubt: beside the circle, or on the shape."""
    x, y = (marker.x + 6.5 * pixel, marker.y) if marker else shape.middle
    return (
        f'<text class="doubt" x="{x:.5g}" y="{y + 5 * pixel:.5g}" font-size="{15 * pixel:.3g}"'
        f' stroke-width="{3 * pixel:.3g}">?</text>'
    )
