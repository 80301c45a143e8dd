"""What a card says, before it is drawn for a terminal or written as Markdown."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from icc_status import __version__
from icc_status.model.acts import Act, Announcement, Source
from icc_status.model.registry import Registry
from icc_status.queries.rows import Row, known_acts
from icc_status.wording.announced import known_announcements, stages
from icc_status.wording.beside import agreements, none_listed
from icc_status.wording.describe import announced, describe
from icc_status.wording.meaning import meaning

NOT_HELD = "Not covered here: cases and warrants, domestic law, agreements under Art. 98."


@dataclass(frozen=True)
class Entry:
    """What happened on a day (None: not known), in words, with what it rests on."""

    date: dt.date | None
    text: str
    sources: tuple[Source, ...]
    reference: str | None = None
    confidence: str | None = None
    note: str | None = None

    @property
    def doubt(self) -> str:
        """Its confidence and its note in one line, or ""."""
        confidence = f"Confidence: {self.confidence}." if self.confidence else ""
        return " ".join(filter(None, (confidence, self.note)))


@dataclass(frozen=True)
class Paragraph:
    """Something that a card says, with what it rests on beside the acts."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Page:
    """What a card says.

    `answer` is the sentence that answers, and `beside` stands under it: the codes and other names
    of a state. `entries` tell what happened, `paragraphs` what follows. `rests_on` are the sources
    of there being no entries.
    """

    answer: str
    beside: tuple[str, ...]
    entries: tuple[Entry, ...]
    paragraphs: tuple[Paragraph, ...]
    rests_on: tuple[Source, ...] = ()

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources in the order of their numbers."""
        parts: Iterable[Entry | Paragraph] = (*self.entries, *self.paragraphs)
        cited = dict.fromkeys(source for part in parts for source in part.sources)
        return (*cited, *(s for s in self.rests_on if not self.entries and s not in cited))

    def marks(self, sources: Sequence[Source]) -> str:
        """Return the numbers of some sources, as in "[1][2]"."""
        cited = self.cited
        return "".join(f"[{cited.index(source) + 1}]" for source in sources)


def page(row: Row, registry: Registry, remarks: Sequence[str] = ()) -> Page:
    """Return the page of a state; `remarks` follow what its status means."""
    told = (
        stages(row.state, row.standing, row.on),
        meaning(row.state, row.standing, row.on),
        *remarks,
    )
    beside = [*none_listed(row.state, registry), *agreements(row.state, registry, row.on)]
    return Page(
        answer=str(row["summary"]),
        beside=tuple(_names(row, registry)),
        entries=tuple(_entries(row)),
        paragraphs=(
            *(Paragraph(text) for text in told if text),
            *(Paragraph(text, sources) for text, sources in beside),
            Paragraph(NOT_HELD),
        ),
        rests_on=registry.rests_on,
    )


def cited_as(row: Row) -> str:
    """Return how to cite the page of a state: with the version, the registry's day, and the day."""
    return (
        f'icc-status {__version__}, "{row.state.name} and the Rome Statute", registry as of'
        f" {row.as_of}, asked for {row.on}."
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
    return Entry(
        announcement.date,
        announced(announcement),
        announcement.sources,
        confidence=announcement.confidence,
        note=announcement.note,
    )
