"""A card as Markdown: its sources as footnotes with their addresses, and a line to cite it by."""

from icc_status.model.acts import Source
from icc_status.render.inert import address, inert
from icc_status.wording.page import Entry, Page, Paragraph


def markdown_page(told: Page, title: str, foot: str, cite: str) -> str:
    """Return a page under a title, with its foot, and with how to cite it."""
    parts = [f"# {inert(title)}", f"**{inert(told.answer)}**", inert(" · ".join(told.beside))]
    if told.entries:
        parts.append("\n".join(_entry(entry, told) for entry in told.entries))
    parts += [f"{inert(p.text)}{_marks(p, told)}" for p in told.paragraphs]
    if not told.entries and told.rests_on:
        marks = "".join(f"[^{told.cited.index(source) + 1}]" for source in told.rests_on)
        parts.append(f"No act of it is listed in the sources.{marks}")
    parts += [f"*{inert(foot)}*", f"Cite as: {inert(cite)}"]
    parts += [f"[^{n}]: {_source(source)}" for n, source in enumerate(told.cited, 1)]
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry, told: Page) -> str:
    day = entry.date or "day unknown"
    reference = f" ({inert(entry.reference)})" if entry.reference else ""
    doubt = f" {inert(entry.doubt)}" if entry.doubt else ""
    return f"- {day}: {inert(entry.text)}{reference}.{_marks(entry, told)}{doubt}"


def _marks(part: Entry | Paragraph, told: Page) -> str:
    return "".join(f"[^{told.cited.index(source) + 1}]" for source in part.sources)


def _source(source: Source) -> str:
    """Return a source with its address, and how and when it was read."""
    where = f" {address(source)}" if source.url else ""
    copy = f" ({inert(source.copy)})" if source.copy else ""
    dated = f" Dated {source.date}." if source.date else ""
    return f"{inert(source.cited)}.{where}{dated} Read {source.read}{copy}."
