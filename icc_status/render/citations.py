"""What a card tells of states, with the references and sources in full."""

import textwrap
from collections.abc import Iterable, Iterator
from functools import partial

from icc_status.model.acts import Source
from icc_status.model.registry import Registry
from icc_status.queries.rows import Row
from icc_status.render.ink import showable
from icc_status.system.terminal import Terminal
from icc_status.wording.page import Entry, page

wrap = partial(textwrap.wrap, break_on_hyphens=False)  # a reference such as ICC-01/15 stays whole


def citations(rows: Iterable[Row], registry: Registry, terminal: Terminal) -> str:
    """Return each act and announcement of the states with its reference and sources in full.

    Addresses stay on one line, however long, so that they can be copied.
    """
    lines = []
    for row in rows:
        told = page(row, registry)
        lines += ["", f"Sources of the acts of {row.state.name}"]
        for entry in told.entries:
            lines += ["", *_entry(entry, terminal.width)]
        if not told.entries:
            lines += ["", "No act of it is listed in these sources"]
            lines += _sources(told.rests_on, terminal.width)
        for paragraph in told.paragraphs:
            if paragraph.sources:
                lines += ["", *wrap(paragraph.text, terminal.width, subsequent_indent="  ")]
                lines += _sources(paragraph.sources, terminal.width)
    return showable("".join(f"{line}\n" for line in lines), terminal.encoding)


def _entry(entry: Entry, width: int) -> Iterator[str]:
    day = str(entry.date) if entry.date else "day unknown"
    yield from wrap(f"{day}  {entry.text}", width, subsequent_indent="  ")
    if entry.reference:
        yield f"  reference: {entry.reference}"
    yield from _sources(entry.sources, width)


def _sources(sources: Iterable[Source], width: int) -> Iterator[str]:
    for source in sources:
        yield from wrap(source.cited, width, initial_indent="  - ", subsequent_indent="    ")
        if source.url:
            yield f"    {source.url}"
        dated = f"dated {source.date}, " if source.date else ""
        read = f"{dated}read {source.read}" + (f": {source.copy}" if source.copy else "")
        yield from wrap(read, width, initial_indent="    ", subsequent_indent="    ")
