"""What the card of a state says, before it is drawn for a terminal or written as Markdown."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from icc_status.model.acts import Act, Announcement, Source
from icc_status.model.registry import Registry
from icc_status.queries.rows import Row, known_acts
from icc_status.wording.announced import known_announcements, stages
from icc_status.wording.beside import agreements, none_listed
from icc_status.wording.describe import describe
from icc_status.wording.meaning import fellows, meaning


@dataclass(frozen=True)
class Entry:
    """What happened on a day (None: not known), in words, with what it rests on."""

    date: dt.date | None
    text: str
    sources: tuple[Source, ...]
    reference: str | None = None
    confidence: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Page:
    """What a card says of a state on a day.

    `answer` is the sentence that answers; `names` are the codes and other names of the state, and
    its regional group. `paragraphs` say what its status means. `cited` are the sources in the
    order of their numbers: those of the entries, or of there being none.
    """

    row: Row
    answer: str
    names: tuple[str, ...]
    entries: tuple[Entry, ...]
    paragraphs: tuple[str, ...]
    cited: tuple[Source, ...]

    def marks(self, sources: Sequence[Source]) -> list[int]:
        """Return the numbers of some sources."""
        return [self.cited.index(source) + 1 for source in sources]


def page(row: Row, registry: Registry, remarks: Sequence[str] = ()) -> Page:
    """Return the page of a state; `remarks` follow what its status means."""
    entries = tuple(_entries(row))
    beside = [*none_listed(row.state, registry), *agreements(row.state, registry, row.on)]
    others = fellows(registry, row.state, row.standing, row.on)
    means = meaning(row.state, row.standing, row.on)
    paragraphs = (
        stages(row.state, row.standing, row.on),
        f"{means} {others}" if others else means,
        *remarks,
        *(text for text, _ in beside),
    )
    rests_on = [*(entry.sources for entry in entries), *(sources for _, sources in beside)]
    cited = dict.fromkeys(source for sources in rests_on for source in sources)
    return Page(
        row,
        answer=str(row["summary"]),
        names=tuple(_names(row, registry)),
        entries=entries,
        paragraphs=tuple(filter(None, paragraphs)),
        cited=tuple(cited) or registry.rests_on,
    )


def _names(row: Row, registry: Registry) -> Iterator[str]:
    state = row.state
    yield from (state.iso3, state.iso2)
    yield from dict.fromkeys(n for n in (state.common_name, state.un_name) if n != state.name)
    yield registry.regions[state.region]


def _entries(row: Row) -> list[Entry]:
    """Return acts and announcements in the order of their days; unknown days come last."""
    told = [_announcement(a) for a in known_announcements(row.state, row.on)]
    acts = known_acts(row.state, row.on, row.as_of)
    told += [_act(act, row) for act in acts]
    return sorted(told, key=lambda entry: entry.date or dt.date.max)


def _act(act: Act, row: Row) -> Entry:
    text = describe(act, row.state.acts, row.on)
    return Entry(act.date, text, act.sources, act.reference, act.confidence, act.note)


def _announcement(announcement: Announcement) -> Entry:
    text = f"{announcement.text}; no notice yet"
    return Entry(
        announcement.date,
        text,
        announcement.sources,
        confidence=announcement.confidence,
        note=announcement.note,
    )
