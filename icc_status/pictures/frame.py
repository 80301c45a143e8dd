"""The frame around a drawing in an SVG file: title, answer, legend and notes."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from icc_status.pictures.page import escaped
from icc_status.pictures.palette import FONT, LIGHT, hatching, rules

WIDTH, SIDE, HEAD, ROW = 1200, 20, 78, 26
"""The picture's width, its margin, where the drawing begins, and the height of a legend's line."""
COLUMNS = (0, 330, 760)
LINE, SMALL = 17, 13
"""The height of a line in the notes, and the size of its letters."""
LETTERS = int((WIDTH - 2 * SIDE) / SMALL / 0.52)
"""How many letters fit a line of the notes. Each counts a little wider than the average is."""
WHOLE = 'width="100%" height="100%"'


@dataclass(frozen=True, slots=True)
class Key:
    """A line of a legend: its words, and the sample before them, drawn in a box of 24 by 16."""

    words: str
    sample: str
    name: str = ""


def framed(
    title: str, said: str, drawn: str, height: float, keys: Sequence[Key], notes: Sequence[str]
) -> str:
    """Return a whole SVG file: a drawing of the given height, and the frame around it."""
    bottom = HEAD + height + 30
    lines = [(n, line) for n, note in enumerate(notes) if note for line in wrapped(note)]
    below = bottom + ROW * -(-len(keys) // len(COLUMNS)) + 12
    whole = f"{below + LINE * len(lines):.0f}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {whole}"'
            f' width="{WIDTH}" height="{whole}" font-family="{FONT}" role="img"'
            ' aria-labelledby="title said">',
            f'<title id="title">{escaped(title)}</title>',
            f'<desc id="said">{escaped(" ".join(filter(None, [said, *notes])))}</desc>',
            f"<style>\n{rules(LIGHT)}</style>",
            f'<rect class="ground" {WHOLE}/>',
            *_heading(title, said),
            hatching(6, "key-hatching"),
            drawn,
            *_legend(keys, bottom),
            *(
                text(SIDE, below + LINE * i, line, SMALL, f"faint note-{n}")
                for i, (n, line) in enumerate(lines)
            ),
            "</svg>\n",
        ]
    )


def wrapped(note: str) -> list[str]:
    """Return the lines of a note that fit the width of a picture."""
    return textwrap.wrap(note, LETTERS, break_on_hyphens=False)


def text(x: float, y: float, words: str, size: float, kind: str = "", name: str = "") -> str:
    """Return a line of text as SVG; `kind` is its class and `name` its id."""
    more = f' class="{kind}"' if kind else ""
    more += f' id="{name}"' if name else ""
    return f'<text x="{x:g}" y="{y:.5g}" font-size="{size:.3g}"{more}>{escaped(words)}</text>'


def shade_keys(entries: Iterable[tuple[str, str, int]]) -> Iterator[Key]:
    """Yield the legend's lines for the shades, each with its number."""
    for name, label, number in entries:
        yield Key(f"{label}: {number}", box(name), f"count-{name}")


def box(name: str) -> str:
    """Return the sample of a shade."""
    return f'<rect class="key {name}" width="24" height="16"/>'


def _heading(title: str, said: str) -> Iterator[str]:
    """Yield a title, as large as fits the width, and the answer beneath it."""
    size = min(25.0, (WIDTH - 2 * SIDE) / len(title) / 0.56)
    yield text(SIDE, 34, title, size, "title", "heading")
    yield text(SIDE, 60, said, 17, name="answer")


def _legend(keys: Sequence[Key], top: float) -> Iterator[str]:
    rows = -(-len(keys) // len(COLUMNS))
    for i, key in enumerate(keys):
        x, y = SIDE + COLUMNS[i // rows], top + ROW * (i % rows)
        yield f'<g transform="translate({x} {y - 13:.5g})">{key.sample}</g>'
        yield text(x + 32, y, key.words, 14.5, name=key.name)
