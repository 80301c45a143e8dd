"""The plain elements that the pictures are made of, as text."""

from html import escape

from icc_status.pictures.shades import SHADES, WITHDRAWING

FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"
INK, FAINT, PAPER = "#1b1b1b", "#55595e", "#ffffff"
PLAIN = "#ffffff"
EDGE = "#8d8f94"


def text(x: float, y: float, words: str, size: float, fill: str = INK, extra: str = "") -> str:
    """Return a line of text."""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"{extra}>{escape(words)}</text>'


def fill(shade: str) -> str:
    """Return the paint of a shade on paper: a colour, a hatching, or none of its own."""
    if shade not in SHADES:
        return PLAIN
    return "url(#hatching)" if SHADES[shade].hatched else SHADES[shade].light


def hatching(step: float, name: str = "hatching") -> str:
    """Return the definition of the stripes for pending withdrawals, `step` apart."""
    return (
        f'<defs><pattern id="{name}" patternUnits="userSpaceOnUse" width="{step:g}"'
        f' height="{step:g}" patternTransform="rotate(45)">'
        f'<rect class="{WITHDRAWING}-ground" width="{step:g}" height="{step:g}"'
        f' fill="{SHADES[WITHDRAWING].light}"/>'
        f'<rect class="{WITHDRAWING}-stripe" width="{step * 0.4:g}" height="{step:g}"'
        f' fill="{PAPER}"/></pattern></defs>'
    )
