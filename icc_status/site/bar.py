"""The bar of time: a state's status from 1998 on, drawn and in words."""

import datetime as dt
from collections.abc import Iterator

from icc_status.model import treaty
from icc_status.model.spans import ONE_DAY, Span
from icc_status.model.state import State
from icc_status.pictures import words
from icc_status.pictures.frame import box
from icc_status.pictures.page import escaped, legend
from icc_status.pictures.palette import hatching
from icc_status.queries.categories import Category, spans
from icc_status.site.edition import Edition, prose

HEIGHT, YEARS = 26, 5
"""The height of the bar in pixels, and how many years lie between two that are named."""


def bar(edition: Edition, state: State) -> str:
    """Return the bar, with a line at the day of the site, and each span in words beneath it."""
    known = spans(edition.registry, state)
    drawn = "".join(_rectangle(edition, span) for span in known)
    keys = [(box(span.value.shade), prose(_said(edition, state, span))) for span in known]
    line = '<line class="line" x1="12" x2="12" y2="16"/>'
    keys.append((line, prose(f"{edition.on}, the day of this page")))
    at = _place(edition, edition.on)
    return (
        f'<figure><svg class="bar" role="img" aria-label="{escaped(state.name)} over time">'
        f"{hatching(6)}{drawn}"
        f'<line class="line" x1="{at}" x2="{at}" y1="-3" y2="{HEIGHT + 3}" stroke-width="2"/>'
        f"{''.join(_years(edition))}</svg>\n<figcaption>{legend(keys)}</figcaption></figure>"
    )


def _rectangle(edition: Edition, span: Span[Category]) -> str:
    first, after = span.first or treaty.ADOPTED, (span.last or edition.end) + ONE_DAY
    width = _share(edition, after) - _share(edition, first)
    return (
        f'<rect class="key {span.value.shade}" x="{_place(edition, first)}"'
        f' width="{width:.2f}%" height="{HEIGHT}"/>'
    )


def _years(edition: Edition) -> Iterator[str]:
    first = -(-treaty.ADOPTED.year // YEARS) * YEARS
    for year in range(first, edition.end.year + 1, YEARS):
        place = _place(edition, dt.date(year, 1, 1))
        yield f'<text class="middle" x="{place}" y="{HEIGHT + 18}" font-size="13">{year}</text>'


def _place(edition: Edition, day: dt.date) -> str:
    return f"{_share(edition, day):.2f}%"


def _share(edition: Edition, day: dt.date) -> float:
    """Return how far along the bar a day lies, out of a hundred."""
    return 100 * ((day - treaty.ADOPTED) / (edition.end + ONE_DAY - treaty.ADOPTED))


def _said(edition: Edition, state: State, span: Span[Category]) -> str:
    first = span.first or treaty.ADOPTED
    days = f"{first} to {span.last}" if span.last else f"since {first}"
    ahead = " (projected)" if first > edition.registry.as_of else ""
    return f"{days}: {words.status(span.value, state)}{ahead}"
