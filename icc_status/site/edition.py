"""What a site is built from, and the frame that all of its pages share."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from icc_status.loading.codes import Codes
from icc_status.model.normalize import sort_key
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.pictures.page import escaped, link, page, source
from icc_status.queries.counts import horizon
from icc_status.queries.events import Event, events
from icc_status.queries.records import EFFECTS
from icc_status.queries.rows import Row, rows
from icc_status.wording.meaning import coverage

PLACES = (
    ("index.html", "All states"),
    ("map/index.html", "Map"),
    ("chart/index.html", "Chart"),
    ("changes/index.html", "Changes"),
)
SHEET = "style.css"
FEED = "changes.atom"
CALENDAR = "upcoming.ics"
HERE = "icc_status.site"
"""The package beside whose modules the style sheet and the script lie."""
DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


@dataclass(frozen=True)
class Edition:
    """A site of one day: what the registry and the situations say on `on`.

    It is the same whenever it is built, so it looks back from `today`, which no clock tells: the
    day itself, or the last that the registry covers.
    """

    registry: Registry
    docket: Docket
    codes: Mapping[str, Codes]
    on: dt.date

    @property
    def today(self) -> dt.date:
        """The day from which the sentences of the pages look back."""
        return max(self.on, self.registry.as_of)

    @property
    def coverage(self) -> str:
        """What the registry covers of the day, and whose record prevails."""
        return coverage(self.on, self.registry.as_of, self.today)

    @cached_property
    def rows(self) -> list[Row]:
        """The states that existed on the day, by name."""
        unsorted = rows(self.registry, self.on, self.today, self.docket)
        return sorted(unsorted, key=lambda row: (sort_key(row.state.name), row.state.iso3))

    @cached_property
    def end(self) -> dt.date:
        """The last day that bars and the chart draw."""
        return horizon(self.registry, self.on)

    @cached_property
    def past(self) -> list[Event]:
        """The acts and effects up to the day, in the order of days."""
        return [event for event in events(self.registry) if event.date <= self.on]

    @cached_property
    def ahead(self) -> list[Event]:
        """The effects that lie ahead, in the order of days, as they were notified by the day.

        A notice that was taken back later was still pending on the day.
        """
        known = (
            replace(state, acts=tuple(act for act in state.acts if act.done_by(self.on)))
            for state in self.registry
        )
        then = events(replace(self.registry, states=tuple(known)))
        return [event for event in then if event.kind in EFFECTS and event.date > self.on]


def framed(edition: Edition, title: str, body: str, depth: int = 0) -> bytes:
    """Return a page as a file: the links to the other pages, its body, and what prevails.

    `depth` is the number of folders around the file.
    """
    up = "../" * depth
    head = f'<link rel="alternate" type="application/atom+xml" title="Changes" href="{up}{FEED}">\n'
    foot = f'\n<p class="faint">{prose(edition.coverage)}</p>\n{source(edition.registry)}'
    return page(title, body + foot, head=head, nav=navigation(depth), sheet=up + SHEET).encode()


def prose(text: object) -> str:
    """Return text as HTML in which no line ends within a day."""
    return DAY.sub(r"<time>\g<0></time>", escaped(text))


def navigation(depth: int = 0) -> str:
    """Return the links to the main pages, as seen from a page with `depth` folders around it."""
    up = "../" * depth
    links = "".join(f"<li>{link(up + path, text)}</li>" for path, text in PLACES)
    return f'<nav aria-label="Pages"><ul>{links}</ul></nav>\n'
