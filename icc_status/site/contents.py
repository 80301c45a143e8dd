"""All files of a site, each with its path, one after the other."""

from collections.abc import Iterator

from icc_status.pictures import chart_page, map_page
from icc_status.pictures.page import beside, styles
from icc_status.pictures.view import View
from icc_status.site.changes_page import changes_page
from icc_status.site.data import data_files, interface
from icc_status.site.edition import CALENDAR, FEED, HERE, SHEET, Edition, navigation
from icc_status.site.feeds import atom, calendar
from icc_status.site.front_page import front_page
from icc_status.site.situation_page import place, situation_page
from icc_status.site.state_page import state_page


def contents(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file; no two are held at the same time.

    Raises QuestionError where a state has no shape on the map.
    """
    yield SHEET, (styles() + beside("picture.css") + beside("site.css", HERE)).encode()
    yield "index.html", front_page(edition)
    for row in edition.rows:
        yield f"state/{row.state.iso3}/index.html", state_page(edition, row)
    for situation in edition.docket.come_up(edition.on):
        yield place(situation), situation_page(edition, situation)
    view = View(edition.registry, edition.on, edition.today)
    yield "map/index.html", map_page.picture(view, navigation(1)).encode()
    chart = chart_page.picture(edition.registry, edition.end, navigation(1))
    yield "chart/index.html", chart.encode()
    yield "changes/index.html", changes_page(edition)
    yield from interface(edition)
    yield from data_files(edition)
    yield FEED, atom(edition)
    yield CALENDAR, calendar(edition)
