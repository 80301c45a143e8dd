"""The page of changes: what lies ahead, then what happened, in the order of days."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from icc_status.pictures.page import escaped, link, table
from icc_status.queries.events import Event, undated
from icc_status.queries.records import event_record
from icc_status.site.edition import CALENDAR, FEED, Edition, framed, prose
from icc_status.wording.describe import left_out

TITLE = "What states did towards the Rome Statute"
HEADS = ("Day", "State", "What", "Reference and confidence")


def changes_page(edition: Edition) -> bytes:
    """Return the page."""
    return framed(edition, TITLE, "\n".join(_body(edition)), depth=1)


def _body(edition: Edition) -> Iterator[str]:
    years = [(year, list(of)) for year, of in groupby(edition.past, lambda e: e.date.year)]
    yield f"<h1>{TITLE}</h1>"
    yield f"<p>{prose(edition.coverage)}</p>"
    yield (
        f"<p>{link(f'../{FEED}', 'Feed of the newest changes (Atom)')} ·"
        f" {link(f'../{CALENDAR}', 'Calendar of what lies ahead (iCalendar)')}</p>"
    )
    yield "<h2>What lies ahead, as notified</h2>"
    if edition.ahead:
        yield _table("Effects that lie ahead", edition.ahead)
    else:
        yield "<p>No act has been notified whose effect lies ahead.</p>"
    yield "<h2>What happened</h2>"
    yield f"<p>{' '.join(link(f'#y{year}', str(year)) for year, _ in years)}</p>"
    if without_day := [act for _, act in undated(edition.registry)]:
        yield f'<p class="faint">{escaped(left_out(without_day))}</p>'
    for year, of_year in years:
        yield _table(f'<h3 id="y{year}">{year}</h3>', of_year)


def _table(caption: str, happened: Iterable[Event]) -> str:
    return table(caption, HEADS, (("", _cells(event)) for event in happened))


def _cells(event: Event) -> list[str]:
    record = event_record(event)
    state = event.state
    beside = [event.act.reference, event.act.confidence]
    return [
        f"<time>{event.date}</time>",
        link(f"../state/{state.iso3}/index.html", state.name),
        prose(record["text"]),
        escaped("; ".join(filter(None, beside))),
    ]
