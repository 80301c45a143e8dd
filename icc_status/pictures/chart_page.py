"""The chart as a page: the picture, the turns in words, and a table with the numbers."""

import datetime as dt

from icc_status.model.registry import Registry
from icc_status.pictures import chart_svg
from icc_status.pictures.frame import shade_keys
from icc_status.pictures.page import escaped, legend, page, source, style, table
from icc_status.queries import categories
from icc_status.queries.categories import SHADES
from icc_status.queries.counts import Moment, turns, years

CAPTION = "The numbers of the chart, year by year"


def picture(registry: Registry, until: dt.date, nav: str = "") -> str:
    """Return the page, with `nav` before its main part.

    Raises QuestionError where the time is too short.
    """
    drawn = chart_svg.drawing(registry, until)
    known = chart_svg.last_known(registry, until)
    keys = shade_keys(categories.legend(known.by_shade))
    notes = filter(None, chart_svg.notes(registry, until))
    body = [
        f"<h1>{escaped(chart_svg.title(until))}</h1>",
        f"<p>{escaped(chart_svg.said(known, until))}</p>",
        '<figure><div class="wide" tabindex="0" role="region" aria-label="The chart">'
        f"{drawn}</div>",
        f"<figcaption>{legend((key.sample, escaped(key.words)) for key in keys)}</figcaption>",
        "</figure>",
        *(f'<p class="faint">{escaped(note)}</p>' for note in notes),
        source(registry),
        f'<section class="details"><h2>Marked turns</h2><ul>{_turns(registry, until)}</ul>',
        "<h2>The numbers</h2>",
        table(CAPTION, ["Day", *SHADES.values(), "All states"], map(_row, years(registry, until))),
        "</section>",
    ]
    return page(chart_svg.title(until), "\n".join(body), nav=nav, head=style("picture.css"))


def _turns(registry: Registry, until: dt.date) -> str:
    return "".join(
        f'<li><span class="day">{turn.days}</span>: {escaped(turn.text)}'
        f"{' (projected)' if turn.projected else ''}</li>"
        for turn in turns(registry, until)
    )


def _row(moment: Moment) -> tuple[str, list[str]]:
    numbers = moment.by_shade | {"party": moment.parties}
    day = f"{moment.day}{' (projected)' if moment.projected else ''}"
    return "", [day, *(str(numbers[name]) for name in SHADES), str(moment.states)]
