"""The page of a situation: its card with everything spelled out."""

import re
from collections.abc import Iterator

from icc_status.model.situations import Situation
from icc_status.pictures.page import escaped, link
from icc_status.site.edition import Edition, framed, prose
from icc_status.site.told import sources, told_in
from icc_status.wording import situation as wording


def place(situation: Situation) -> str:
    """Return the path of a situation's page."""
    return f"situation/{re.sub('[^a-z0-9]+', '-', situation.key.lower())}/index.html"


def situation_page(edition: Edition, situation: Situation) -> bytes:
    """Return the page of a situation that had come up by the day."""
    title = f"The situation {situation.name} before the International Criminal Court"
    return framed(edition, title, "\n".join(_body(edition, situation)), depth=2)


def _body(edition: Edition, situation: Situation) -> Iterator[str]:
    told = wording.situation_page(situation, edition.docket, edition.registry, edition.on)
    known = f"On {edition.on}; situations are known as of {edition.docket.as_of}."
    yield f"<h1>Situation: {escaped(situation.name)}</h1>"
    yield f'<p class="answer">{prose(told.answer)}</p>'
    yield f"<p>{prose(known)}</p>"
    yield f'<p class="faint">{escaped(" · ".join(told.beside))}</p>'
    yield from told_in(told, "What happened", "What it concerns")
    yield from sources(told)
    concerned = [row.state for row in edition.rows if situation.concerns(row.state.iso3)]
    yield "<h2>States concerned</h2>"
    items = (f"<li>{link(f'../../state/{s.iso3}/index.html', s.name)}</li>" for s in concerned)
    yield f"<ul>{''.join(items)}</ul>"
    yield f"<p>{link('../../api/v1/situations.json', 'All situations as JSON')}</p>"
