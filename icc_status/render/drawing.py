"""Draw with rich, which is slow to import: only what draws a table imports this module."""

from collections.abc import Iterable

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from icc_status.render.ink import showable
from icc_status.system.terminal import Terminal


def draw(parts: Iterable[RenderableType], terminal: Terminal) -> str:
    """Return parts as text for the terminal, without blanks at the ends of lines."""
    console = Console(
        width=terminal.width,
        force_terminal=terminal.color,
        color_system="standard" if terminal.color else None,
        no_color=not terminal.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    text = "\n".join(line.rstrip() for line in capture.get().splitlines())
    return showable(text, terminal.encoding) + "\n"


def table(terminal: Terminal) -> Table:
    """Return an empty table in this program's style, in characters the terminal can show."""
    lines = box.SIMPLE_HEAD if terminal.boxes else box.Box(ASCII_LINES, ascii=True)
    return Table(box=lines, header_style="bold", pad_edge=False, show_edge=False, padding=(0, 1))


ASCII_LINES = "    \n    \n -- \n    \n    \n    \n    \n    \n"


def dim(text: str) -> Text:
    """Return a text in a dim style."""
    return Text(text, style="dim")
