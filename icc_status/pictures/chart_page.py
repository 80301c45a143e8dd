"""The chart as a page: the picture, the turns in words, and a table with the numbers."""

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from icc_status.model.registry import Registry
from icc_status.pictures import chart_svg, words
from icc_status.pictures.page import page
from icc_status.queries.categories import SHADES
from icc_status.queries.counts import Moment, turns, years


def picture(registry: Registry, until: dt.date, foot: str) -> str:
    """Return the page."""
    moments = years(registry, until)
    known = [moment for moment in moments if not moment.projected]
    said = words.counted(known[-1].by_shade, known[-1].day)
    marked = [
        f"<li><span class='day'>{turn.days}</span>: {escape(turn.text)}"
        f"{' (projected)' if turn.projected else ''}</li>"
        for turn in turns(registry, until)
    ]
    svg = chart_svg.picture(registry, until, "", titled=False)
    body = [
        f"<h1>{chart_svg.TITLE}</h1>",
        f"<p>{escape(said)}</p>",
        f'<figure class="chart">{svg}</figure>',
        f'<p class="faint">{escape(foot)}</p>',
        f"<h2>Marked turns</h2><ul>{''.join(marked)}</ul>",
        *_table(moments),
    ]
    return page(chart_svg.TITLE, "\n".join(body))


def _table(moments: Iterable[Moment]) -> Iterator[str]:
    heads = ["Day", *SHADES.values(), "All states"]
    yield '<h2>The numbers</h2><div class="wide"><table>'
    yield "<caption>The numbers of the chart, year by year</caption><thead><tr>"
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for moment in moments:
        numbers = moment.by_shade | {"party": moment.parties}
        cells = [*(numbers[name] for name in SHADES), moment.states]
        day = f"{moment.day}{' (projected)' if moment.projected else ''}"
        row = "".join(f"<td>{number}</td>" for number in cells)
        yield f'<tr><th scope="row" class="day">{day}</th>{row}</tr>'
    yield "</tbody></table></div>"
