"""The acts of states with their references and sources in full."""

import textwrap
from collections.abc import Iterable, Iterator
from functools import partial

from icc_status.model.acts import Act, Source
from icc_status.model.registry import Registry
from icc_status.queries.rows import Row, known_acts
from icc_status.render.ink import showable
from icc_status.system.terminal import Terminal
from icc_status.wording.describe import describe

wrap = partial(textwrap.wrap, break_on_hyphens=False)  # a reference such as ICC-01/15 stays whole


def citations(rows: Iterable[Row], registry: Registry, terminal: Terminal) -> str:
    """Return each act of the states with its reference and its sources in full.

    Addresses stay on one line, however long, so that they can be copied.
    """
    lines = []
    for row in rows:
        lines += ["", f"Sources of the acts of {row.state.name}"]
        for act in known_acts(row.state, row.on, row.as_of):
            lines += ["", *_act(act, row, registry, terminal.width)]
    return showable("".join(f"{line}\n" for line in lines), terminal.encoding)


def _act(act: Act, row: Row, registry: Registry, width: int) -> Iterator[str]:
    day = str(act.date) if act.date else "day unknown"
    yield from wrap(
        f"{day}  {describe(act, registry, row.state.acts, row.on)}", width, subsequent_indent="  "
    )
    if act.reference:
        yield f"  reference: {act.reference}"
    for source in act.sources:
        yield from _source(source, width)


def _source(source: Source, width: int) -> Iterator[str]:
    yield from wrap(source.cited, width, initial_indent="  - ", subsequent_indent="    ")
    if source.url:
        yield f"    {source.url}"
    read = f"read {source.read}" + (f": {source.copy}" if source.copy else "")
    yield from wrap(read, width, initial_indent="    ", subsequent_indent="    ")
