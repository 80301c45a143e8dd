"""The card of one state: the answer, what it did, what that means, and the source."""

from collections.abc import Iterator, Sequence

from icc_status.model.acts import Act, Source
from icc_status.model.registry import Registry
from icc_status.queries.rows import Row, known_acts
from icc_status.render.ink import STYLES, paragraph, showable
from icc_status.system.terminal import Terminal
from icc_status.wording.describe import describe
from icc_status.wording.meaning import fellows, meaning

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
    acts = known_acts(row.state, row.on, row.as_of)
    cited = list(dict.fromkeys(source for act in acts for source in act.sources))
    parts = [
        (str(row["summary"]), f"bold {STYLES[row.standing.status]}"),
        (_who(row, registry, terminal), "dim"),
        ("", ""),
    ]
    lines = [line for text, style in parts for line in paragraph(text, style, terminal)]
    for act in acts:
        lines += _act(act, row, registry, cited, terminal)
    parts = [("", "")] if acts else []
    parts += [(text, "") for text in _meanings(row, registry)]
    parts += [(text, "") for text in remarks]
    parts += [("", ""), *((text, "dim") for text in (*_sources(cited), foot))]
    lines += [line for text, style in parts for line in paragraph(text, style, terminal)]
    return showable("\n".join(lines), terminal.encoding) + "\n"


def _who(row: Row, registry: Registry, terminal: Terminal) -> str:
    state = row.state
    names = dict.fromkeys((state.common_name, state.un_name))
    names.pop(state.name, None)
    who = " · ".join([state.iso3, state.iso2, *names, registry.regions[state.region]])
    return who if terminal.boxes else who.replace("·", "-")


def _act(
    act: Act, row: Row, registry: Registry, cited: list[Source], terminal: Terminal
) -> Iterator[str]:
    """Yield an act's lines: its day, what it was, its confidence, and its note."""
    marks = "".join(f"[{cited.index(source) + 1}]" for source in act.sources)
    reference = f" {act.reference}" if act.reference else ""
    said = [(f"{describe(act, registry, row.state.acts)} {marks}{reference}", "")]
    if act.confidence:
        said.append((f"Confidence: {act.confidence}.", "italic"))
    if act.note:
        said.append((act.note, "dim"))
    beside = terminal.width >= NARROW
    indent = DAY if beside else 2
    lines = [line for text, style in said for line in paragraph(text, style, terminal, indent)]
    day = str(act.date) if act.date else "day unknown"
    yield day.ljust(DAY) + lines.pop(0).lstrip() if beside else day
    yield from lines


def _meanings(row: Row, registry: Registry) -> Iterator[str]:
    yield meaning(row.state, row.standing, row.on)
    if others := fellows(registry, row.state, row.standing, row.on):
        yield others


def _sources(cited: list[Source]) -> Iterator[str]:
    for number, source in enumerate(cited, 1):
        copy = f" ({source.copy})" if source.copy else ""
        yield f"[{number}] {source.cited}{copy}"
