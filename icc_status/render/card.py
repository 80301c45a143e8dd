"""The card of one state: the answer, what it did, what that means, and the source."""

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
    """Return the card; its first line answers, and `remarks` follow what the status means."""
    told = page(row, registry, remarks)
    dot = " · " if terminal.boxes else " - "
    parts = [
        (told.answer, f"bold {STYLES[row.standing.status]}"),
        (dot.join(told.names), "dim"),
        ("", ""),
    ]
    lines = [line for text, style in parts for line in paragraph(text, style, terminal)]
    for entry in told.entries:
        lines += _entry(entry, told, terminal)
    parts = [("", "")] if told.entries else []
    parts += [(text, "") for text in told.paragraphs]
    parts += [(_sources(told), "dim"), (foot, "dim")]
    lines += [line for text, style in parts for line in paragraph(text, style, terminal)]
    return showable("\n".join(lines), terminal.encoding) + "\n"


def _entry(entry: Entry, told: Page, terminal: Terminal) -> Iterator[str]:
    """Yield an entry's lines: its day, what it was, and under that its confidence and note."""
    marks = "".join(f"[{number}]" for number in told.marks(entry.sources))
    reference = f" {entry.reference}" if entry.reference else ""
    said = [(f"{entry.text} {marks}{reference}", "")]
    confidence = f"Confidence: {entry.confidence}." if entry.confidence else ""
    if doubt := " ".join(filter(None, (confidence, entry.note))):
        said.append((doubt, "dim"))
    beside = terminal.width >= NARROW
    indent = DAY if beside else 2
    lines = [line for text, style in said for line in paragraph(text, style, terminal, indent)]
    day = str(entry.date) if entry.date else "day unknown"
    yield day.ljust(DAY) + lines.pop(0).lstrip() if beside else day
    yield from lines


def _sources(told: Page) -> str:
    """Return the titles of the sources in one paragraph; a state without acts has some, too."""
    titles = "; ".join(f"[{number}] {source.cited}" for number, source in enumerate(told.cited, 1))
    intro = "Sources" if told.entries else "No act of it is listed in these sources"
    return f"{intro} (in full: --sources): {titles}." if titles else ""
