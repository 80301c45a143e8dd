"""The parts of a card as HTML: what happened, what follows, and the sources by their numbers."""

import re
from collections.abc import Iterator, Sequence

from icc_status.model.acts import Source
from icc_status.pictures.page import escaped, link
from icc_status.site.edition import prose
from icc_status.wording.page import Entry, Page


def told_in(page: Page, happened: str, follows: str) -> Iterator[str]:
    """Yield the entries and the paragraphs of a card, each under its heading."""
    if page.entries:
        yield f"<h2>{happened}</h2>"
        yield f'<ul class="acts">{"".join(_entry(entry, page) for entry in page.entries)}</ul>'
    yield f"<h2>{follows}</h2>"
    for paragraph in page.paragraphs:
        yield f"<p>{prose(paragraph.text)}{_marks(page, paragraph.sources)}</p>"


def sources(page: Page) -> Iterator[str]:
    """Yield the sources of a card, each with its address and the day it was read."""
    yield "<h2>Sources</h2>"
    if not page.entries:
        yield f"<p>No act of it is listed in{_marks(page, page.rests_on)}.</p>"
    numbered = enumerate(page.cited, 1)
    yield f'<ol class="sources">{"".join(_source(n, source) for n, source in numbered)}</ol>'


def _entry(entry: Entry, page: Page) -> str:
    day = f"<time>{entry.date}</time>" if entry.date else "Day unknown:"
    reference = f" {escaped(entry.reference)}" if entry.reference else ""
    beneath = f'<p class="faint">{prose(entry.doubt)}</p>' if entry.doubt else ""
    marks = _marks(page, entry.sources)
    return f"<li>{day} {prose(entry.text)}{marks}{reference}{beneath}</li>\n"


def _marks(page: Page, cited: Sequence[Source]) -> str:
    """Return the numbers of some sources behind a blank, each a link to the source, or ""."""
    marks = re.sub(r"\[([0-9]+)\]", r'<a href="#source-\1">[\1]</a>', page.marks(cited))
    return marks and f" {marks}"


def _source(number: int, source: Source) -> str:
    address = source.web_address
    title = link(address, source.cited) if address else escaped(source.cited)
    read = f"read {source.read}" + (f": {source.copy}" if source.copy else "")
    return f'<li id="source-{number}">{title} <span class="faint">({prose(read)})</span></li>\n'
