"""The colours of the shades, by day and by night.

Lightness alone tells them apart, so that they survive grey print and colour-blindness; parties
about to leave are striped.
"""

from dataclasses import dataclass

from icc_status.queries.categories import SHADES, WITHDRAWING


@dataclass(frozen=True, slots=True)
class Paint:
    """A shade's colour on light and on dark ground, and whether it is striped."""

    light: str
    dark: str
    striped: bool = False


PAINTS = dict(
    zip(
        SHADES,
        (
            Paint("#003a6b", "#a8e0ff"),
            Paint("#003a6b", "#a8e0ff", striped=True),
            Paint("#9a2440", "#e56d86"),
            Paint("#00908f", "#6dc7c0"),
            Paint("#dc8647", "#b66833"),
            Paint("#deb65d", "#6c5519"),
            Paint("#dcd8cf", "#3f3c37"),
        ),
        strict=True,
    )
)
INK, FAINT, PAPER, EDGE = "#1b1b1b", "#55595e", "#ffffff", "#8d8f94"
FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"


def fill(name: str, stripes: str = "hatching") -> str:
    """Return what a shade is painted with on paper; an area without one stays bare."""
    if name not in PAINTS:
        return PAPER
    return f"url(#{stripes})" if PAINTS[name].striped else PAINTS[name].light


def hatching(step: float, name: str = "hatching") -> str:
    """Return the definition, in SVG, of the stripes for parties about to leave, `step` apart."""
    square = f'width="{step:g}" height="{step:g}"'
    return (
        f'<defs><pattern id="{name}" patternUnits="userSpaceOnUse" {square}'
        ' patternTransform="rotate(45)">'
        f'<rect class="{WITHDRAWING}-ground" {square} fill="{PAINTS[WITHDRAWING].light}"/>'
        f'<rect class="{WITHDRAWING}-stripe" width="{step * 0.4:g}" height="{step:g}"'
        f' fill="{PAPER}"/></pattern></defs>'
    )
