"""The page of a state: the card with everything spelled out, and a bar of time."""

import re
from collections.abc import Iterator, Sequence

from icc_status import __version__
from icc_status.model.acts import Source
from icc_status.model.state import State
from icc_status.pictures import words
from icc_status.pictures.page import escaped, link
from icc_status.queries.rows import Row
from icc_status.site.bar import bar
from icc_status.site.edition import Edition, framed, prose
from icc_status.wording.cooperation import cooperation
from icc_status.wording.court import before_the_court
from icc_status.wording.page import Entry, Page, page


def state_page(edition: Edition, row: Row) -> bytes:
    """Return the page."""
    title = f"{row.state.name} and {words.STATUTE}"
    return framed(edition, title, "\n".join(_body(edition, row)), depth=2)


def _body(edition: Edition, row: Row) -> Iterator[str]:
    owed = cooperation(row.state, row.standing, row.on, edition.docket).words
    told = page(row, edition.registry, [owed])
    yield f"<h1>{escaped(row.state.name)}</h1>"
    yield f'<p class="answer">{prose(told.answer)}</p>'
    yield f"<p>{prose(edition.coverage)}</p>"
    yield f'<p class="faint">{escaped(" · ".join(told.beside))}</p>'
    yield bar(edition, row.state)
    if told.entries:
        yield "<h2>What it did</h2>"
        yield f'<ul class="acts">{"".join(_entry(entry, told) for entry in told.entries)}</ul>'
    yield "<h2>What it means</h2>"
    for paragraph in told.paragraphs:
        marks = _marks(told, paragraph.sources)
        yield f"<p>{prose(paragraph.text)}{marks and f' {marks}'}</p>"
    if remarks := list(before_the_court(edition.docket, row.state.iso3, row.on)):
        yield "<h2>Before the Court</h2>"
        yield from (f"<p>{prose(remark)}</p>" for remark in remarks)
    yield "<h2>Sources</h2>"
    if not told.entries:
        yield f"<p>No act of it is listed in {_marks(told, told.rests_on)}.</p>"
    yield f'<ol class="sources">{"".join(map(_source, range(1, 999), told.cited))}</ol>'
    yield from _cited_as(edition, row.state)


def _entry(entry: Entry, told: Page) -> str:
    marks = _marks(told, entry.sources)
    day = f"<time>{entry.date}</time>" if entry.date else "Day unknown:"
    reference = f" {escaped(entry.reference)}" if entry.reference else ""
    beneath = f'<p class="faint">{prose(entry.doubt)}</p>' if entry.doubt else ""
    return f"<li>{day} {prose(entry.text)} {marks}{reference}{beneath}</li>\n"


def _marks(told: Page, sources: Sequence[Source]) -> str:
    """Return the numbers of some sources, each a link to the source."""
    return re.sub(r"\[([0-9]+)\]", r'<a href="#source-\1">[\1]</a>', told.marks(sources))


def _source(number: int, source: Source) -> str:
    title = link(source.url, source.cited) if source.url else escaped(source.cited)
    read = f"read {source.read}" + (f": {source.copy}" if source.copy else "")
    return f'<li id="source-{number}">{title} <span class="faint">({prose(read)})</span></li>\n'


def _cited_as(edition: Edition, state: State) -> Iterator[str]:
    """Yield how to cite the page, its lasting address, and where the same is as data."""
    registry, place = edition.registry, f"state/{state.iso3}/index.html"
    cited = (
        f"icc-status {__version__}: {state.name} and {words.STATUTE} on {edition.on};"
        f" registry as of {registry.as_of}. Beside it cite the depositary: {words.DEPOSITARY}."
    )
    yield "<h2>Cite, link and reuse</h2>"
    yield f"<p>{prose(cited)}</p>"
    yield f"<p>{link('index.html', 'Permanent address')} within this site: {escaped(place)}</p>"
    data = f"../../api/v1/states/{state.iso3}.json"
    yield f"<p>{link(data, 'The same as JSON')}</p>"
