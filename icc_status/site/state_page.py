"""The page of a state: the card with everything spelled out, and a bar of time."""

from collections.abc import Iterator

from icc_status.model.state import State
from icc_status.pictures import words
from icc_status.pictures.page import escaped, link
from icc_status.queries.rows import Row
from icc_status.site.bar import bar
from icc_status.site.edition import Edition, framed, prose
from icc_status.site.situation_page import place
from icc_status.site.told import sources, told_in
from icc_status.wording.beside import before_the_court
from icc_status.wording.cooperation import cooperation
from icc_status.wording.page import cited_as, page


def state_page(edition: Edition, row: Row) -> bytes:
    """Return the page of a state that existed on the day."""
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
    yield from told_in(told, "What it did", "What it means")
    yield from _before_the_court(edition, row.state)
    yield from sources(told)
    yield from _cite_and_link(row)


def _before_the_court(edition: Edition, state: State) -> Iterator[str]:
    """Yield what the Court has to do with the state; the pages of the situations have more."""
    remarks = list(before_the_court(edition.docket, state.iso3, edition.on))
    if remarks:
        yield "<h2>Before the Court</h2>"
    yield from (f"<p>{prose(remark)}</p>" for remark in remarks)
    if concerning := edition.docket.concerning(state.iso3, edition.on):
        links = "; ".join(link(f"../../{place(s)}", s.name) for s in concerning)
        yield f"<p>More on {links}.</p>"


def _cite_and_link(row: Row) -> Iterator[str]:
    """Yield how to cite the page, its lasting address, and where the same is as data."""
    code = row.state.iso3
    yield "<h2>Cite, link and reuse</h2>"
    yield f"<p>{prose(cited_as(row))} Beside it cite the depositary: {words.DEPOSITARY}.</p>"
    address = f"state/{code}/index.html"
    yield f"<p>{link('index.html', 'Permanent address')} within this site: {escaped(address)}</p>"
    data = f"../../api/v1/states/{code}.json"
    yield f"<p>{link(data, 'The same as JSON')}</p>"
