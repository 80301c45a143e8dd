"""The card of a state or a situation: the answer, what happened, what follows, and the source."""

from collections.abc import Iterator, Sequence

from icc_status.model.registry import Registry
from icc_status.queries.rows import Row
from icc_status.render.ink import STYLES, paragraph, showable
from icc_status.system.terminal import Terminal
from icc_status.wording.page import Entry, Page, page

DAY = len("2002-07-01  ")
NARROW = 32
"""On a narrower terminal an act stands under its day, not beside it."""


def card(
    row: Row,
    registry: Registry,
    terminal: Terminal,
    foot: str,
    remarks: Sequence[str] = (),
) -> str:
    """Return the card of a state; `remarks` follow what its status means."""
    told = page(row, registry, remarks)
    return drawn(told, STYLES[row.standing.status], terminal, foot, "--sources")


def drawn(told: Page, style: str, terminal: Terminal, foot: str, in_full: str) -> str:
    """Return a page as a card whose first line answers; `in_full` tells how to get all sources."""
    dot = " · " if terminal.boxes else " - "
    parts = [(told.answer, f"bold {style}"), (dot.join(told.beside), "dim"), ("", "")]
    lines = [line for text, style in parts for line in paragraph(text, style, terminal)]
    for entry in told.entries:
        lines += _entry(entry, told, terminal)
    parts = [("", "")] if told.entries else []
    parts += [(f"{p.text} {told.marks(p.sources)}".rstrip(), "") for p in told.paragraphs]
    parts += [(_sources(told, in_full), "dim"), (foot, "dim")]
    lines += [line for text, style in parts for line in paragraph(text, style, terminal)]
    return showable("\n".join(lines), terminal.encoding) + "\n"


def _entry(entry: Entry, told: Page, terminal: Terminal) -> Iterator[str]:
    """Yield an entry's lines: its day, what it was, and under that its confidence and note."""
    reference = f" {entry.reference}" if entry.reference else ""
    said = [(f"{entry.text} {told.marks(entry.sources)}{reference}", "")]
    if entry.doubt:
        said.append((entry.doubt, "dim"))
    beside = terminal.width >= NARROW
    indent = DAY if beside else 2
    lines = [line for text, style in said for line in paragraph(text, style, terminal, indent)]
    day = str(entry.date) if entry.date else "day unknown"
    yield day.ljust(DAY) + lines.pop(0).lstrip() if beside else day
    yield from lines


def _sources(told: Page, in_full: str) -> str:
    """Return the titles of the sources in one paragraph; a state without acts has some, too."""
    titles = "; ".join(f"[{number}] {source.cited}" for number, source in enumerate(told.cited, 1))
    intro = "Sources" if told.entries else "No act of it is listed in these sources"
    return f"{intro} (in full: {in_full}): {titles}." if titles else ""
