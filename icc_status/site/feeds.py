"""The feeds: what happened, as Atom (RFC 4287), and what lies ahead, as iCalendar (RFC 5545)."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator

from icc_status import __version__
from icc_status.pictures.page import escaped
from icc_status.pictures.words import source
from icc_status.queries.events import Event
from icc_status.queries.records import event_record
from icc_status.site.edition import FEED, Edition
from icc_status.wording.describe import describe

NEWEST = 100
"""How many events the feed holds; the page of changes has all."""
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "icc-status")
LONGEST = 75
"""The octets of a line of iCalendar, without its end (RFC 5545, section 3.1)."""


def identified(happened: Iterable[Event]) -> Iterator[tuple[str, Event]]:
    """Yield each event with a UUID that stays the same, also where its day is corrected later.

    It is made of the state, the kind, the amendment, and the number among those that are alike.
    """
    alike: Counter[str] = Counter()
    for event in happened:
        what = " ".join((event.state.iso3, event.kind, event.act.amendment or ""))
        alike[what] += 1
        yield str(uuid.uuid5(NAMESPACE, f"{what} {alike[what]}")), event


def atom(edition: Edition) -> bytes:
    """Return the newest acts and effects up to the day as a feed, the last first."""
    newest = list(identified(edition.past))[-NEWEST:]
    registry = edition.registry
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        "<title>What states did towards the Rome Statute</title>\n"
        f"<subtitle>{escaped(edition.coverage)} {escaped(source(registry))}</subtitle>\n"
        f"<id>urn:uuid:{NAMESPACE}</id>\n<updated>{registry.as_of}T00:00:00Z</updated>\n"
        f'<link rel="self" href="{FEED}"/>\n<link href="changes/index.html"/>\n'
        "<author><name>The icc-status authors</name></author>\n"
        f'<generator version="{__version__}">icc-status</generator>\n'
        f"{''.join(_entry(name, event) for name, event in reversed(newest))}</feed>\n"
    ).encode()


def _entry(name: str, event: Event) -> str:
    record = event_record(event)
    title = f"{event.state.name}: {record['text']}"
    return (
        f"<entry>\n<title>{escaped(title)}</title>\n<id>urn:uuid:{name}</id>\n"
        f"<updated>{event.date}T00:00:00Z</updated>\n"
        f'<link href="state/{escaped(event.state.iso3)}/index.html"/>\n'
        f"<summary>{escaped(' '.join(_details(event)))}</summary>\n</entry>\n"
    )


def _details(event: Event) -> Iterator[str]:
    """Yield the day of an event, what it rests on, and what is doubtful of it."""
    act = event.act
    yield f"{event.date}."
    if act.reference:
        yield f"Reference: {act.reference}."
    if act.confidence:
        yield f"Confidence: {act.confidence}."
    if act.note:
        yield act.note
    yield f"Sources: {'; '.join(cited.cited for cited in act.sources)}."


def calendar(edition: Edition) -> bytes:
    """Return the effects that lie ahead as a calendar, each a whole day."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//icc-status//{__version__}//EN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Rome Statute: what lies ahead",
    ]
    everything = identified([*edition.past, *edition.ahead])
    for name, event in everything:
        if event.date > edition.on:
            lines += _vevent(edition, name, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _vevent(edition: Edition, name: str, event: Event) -> Iterator[str]:
    registry, act = edition.registry, event.act
    what = event_record(event)["text"]
    told = f"{act.date}: {describe(act, event.state.acts, edition.on)}."
    details = " ".join(_details(event)).removeprefix(f"{event.date}. ")
    yield "BEGIN:VEVENT"
    yield f"UID:{name}"
    yield f"DTSTAMP:{registry.as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.date:%Y%m%d}"
    yield f"SUMMARY:{_text(f'{event.state.name}: {what}')}"
    yield f"DESCRIPTION:{_text(f'{told} {details} {source(registry)}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Return words as a value of iCalendar (RFC 5545, section 3.3.11)."""
    for mark in "\\;,":
        words = words.replace(mark, f"\\{mark}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> str:
    """Return a line cut into lines of at most 75 octets, never within a letter."""
    cut, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            cut, size = f"{cut}\r\n ", 1
        cut, size = cut + letter, size + octets
    return cut
