"""A card as Markdown: its sources as footnotes with their addresses, and a line to cite it by."""

import re

from icc_status.model.acts import Source
from icc_status.wording.page import Entry, Page, Paragraph

SPECIAL = re.compile(r"([\\\[\]<>*`])")


def markdown_page(told: Page, title: str, foot: str, cite: str) -> str:
    """Return a page under a title, with its foot, and with how to cite it."""
    parts = [f"# {_plain(title)}", f"**{_plain(told.answer)}**", _plain(" · ".join(told.beside))]
    if told.entries:
        parts.append("\n".join(_entry(entry, told) for entry in told.entries))
    parts += [f"{_plain(p.text)}{_marks(p, told)}" for p in told.paragraphs]
    if not told.entries and told.rests_on:
        marks = "".join(f"[^{told.cited.index(source) + 1}]" for source in told.rests_on)
        parts.append(f"No act of it is listed in the sources.{marks}")
    parts += [f"*{_plain(foot)}*", f"Cite as: {_plain(cite)}"]
    parts += [f"[^{n}]: {_source(source)}" for n, source in enumerate(told.cited, 1)]
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry, told: Page) -> str:
    day = entry.date or "day unknown"
    reference = f" ({entry.reference})" if entry.reference else ""
    doubt = f" {_plain(entry.doubt)}" if entry.doubt else ""
    return f"- {day}: {_plain(entry.text)}{reference}.{_marks(entry, told)}{doubt}"


def _marks(part: Entry | Paragraph, told: Page) -> str:
    return "".join(f"[^{told.cited.index(source) + 1}]" for source in part.sources)


def _source(source: Source) -> str:
    """Return a source with its address, and how and when it was read."""
    address = f" <{source.url}>" if source.url else ""
    copy = f" ({_plain(source.copy)})" if source.copy else ""
    dated = f" Dated {source.date}." if source.date else ""
    return f"{_plain(source.cited)}.{address}{dated} Read {source.read}{copy}."


def _plain(text: str) -> str:
    """Return a text without a meaning in Markdown."""
    return SPECIAL.sub(r"\\\1", text)
