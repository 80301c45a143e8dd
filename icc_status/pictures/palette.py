"""The colours of the pictures, by day and by night.

Any two shades differ by a colour difference of at least 12 (CIEDE2000), also for eyes that tell
red and green, or blue and yellow, badly. Parties and former parties, and signatories and
non-signatories, differ so in grey print too. Parties about to leave are striped.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from icc_status.queries.categories import ABSENT, SHADES, WITHDRAWING

BARE, OUTSIDE = "bare", "outside"
"""The classes of land without a status, and of states that are not in the region asked for."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour on light and on dark ground, and whether the area is striped."""

    light: str
    dark: str
    striped: bool = False


PAINTS = dict(
    zip(
        SHADES,
        (
            Paint("#002648", "#f1fcff"),
            Paint("#002648", "#f1fcff", striped=True),
            Paint("#8b2a3a", "#e87e8c"),
            Paint("#287776", "#9eccc0"),
            Paint("#b8752c", "#ab6f2f"),
            Paint("#cbae27", "#6a5100"),
            Paint("#dfdcca", "#302816"),
        ),
        strict=True,
    )
)
GROUNDS = {
    "paper": Paint("#ffffff", "#15171a"),
    "ink": Paint("#1b1b1b", "#ececec"),
    "faint": Paint("#55595e", "#a9adb3"),
    "sea": Paint("#e8f1f8", "#101418"),
    "land": Paint("#ffffff", "#060708"),
    "border": Paint("#ffffff", "#15171a"),
    "edge": Paint("#7d8187", "#7d8187"),
    "stripe": Paint("#8db8dd", "#5b86a3"),
}
"""All other colours. `land` has no status; `stripe` marks parties about to leave."""
INK, FAINT, PAPER, EDGE = (GROUNDS[name].light for name in ("ink", "faint", "paper", "edge"))
FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"

Colours = Mapping[str, str]
"""The value of each colour in a style sheet, by its name."""
LIGHT = {name: paint.light for name, paint in {**GROUNDS, **PAINTS}.items()}
VARIABLES = {name: f"var(--{name})" for name in LIGHT}


def rules(colours: Colours, stripes: str = "hatching") -> str:
    """Return the style rules of all classes. Nothing else gives an area its colours."""
    shades = "".join(
        f".{name} {{ fill: {f'url(#{stripes})' if paint.striped else colours[name]}; }}\n"
        for name, paint in PAINTS.items()
    )
    bare = f".{BARE}, .{OUTSIDE}, .{ABSENT}"
    return (
        f".ground {{ fill: {colours['paper']}; }}\n"
        f".sea {{ fill: {colours['sea']}; }}\n"
        f".areas {{ stroke: {colours['border']}; }}\n"
        f"{shades}{bare} {{ fill: {colours['land']}; stroke: {colours['edge']}; }}\n"
        f".marker {{ stroke: {colours['ink']}; }}\n"
        f".halo {{ fill: {colours['paper']}; stroke: none; }}\n"
        f".disputed {{ fill: none; stroke: {colours['ink']}; }}\n"
        f".doubt {{ fill: {colours['ink']}; stroke: {colours['paper']}; font-weight: bold;"
        " paint-order: stroke; stroke-linejoin: round; text-anchor: middle; }\n"
        ".end { text-anchor: end; }\n"
        f".key {{ stroke: {colours['ink']}; }}\n"
        f".key.{WITHDRAWING} {{ fill: url(#key-{stripes}); }}\n"
        f".under {{ fill: none; stroke: {colours['paper']}; }}\n"
        ".title { font-weight: bold; }\n"
        ".middle { text-anchor: middle; }\n"
        f"text {{ fill: {colours['ink']}; }}\n"
        f".faint {{ fill: {colours['faint']}; }}\n"
        f".grid {{ fill: none; stroke: {colours['edge']}; }}\n"
        f".line {{ fill: none; stroke: {colours['ink']}; }}\n"
        f".{WITHDRAWING}-ground {{ fill: {colours[WITHDRAWING]}; }}\n"
        f".{WITHDRAWING}-stripe {{ fill: {colours['stripe']}; }}\n"
    )


def hatching(step: float, name: str = "hatching") -> str:
    """Return the definition, in SVG, of the stripes for parties about to leave, `step` apart."""
    square = f'width="{step:g}" height="{step:g}"'
    return (
        f'<defs><pattern id="{name}" patternUnits="userSpaceOnUse" {square}'
        ' patternTransform="rotate(45)">'
        f'<rect class="{WITHDRAWING}-ground" {square}/>'
        f'<rect class="{WITHDRAWING}-stripe" width="{step * 0.4:g}" height="{step:g}"/>'
        "</pattern></defs>"
    )
