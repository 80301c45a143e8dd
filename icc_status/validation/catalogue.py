"""Check the lists at the head of a registry: sources, instruments and regional groups."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from icc_status.loading.conformity import fault
from icc_status.loading.faults import Fault
from icc_status.loading.strict_yaml import Document
from icc_status.model import treaty
from icc_status.model.acts import Sort
from icc_status.model.registry import Registry

ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#]\S*)?")
"""An address on the web: it has a host, and no blanks."""
NO_DOCUMENT = "no-document"
"""The key of the source that says there is none; what cites it is `unsourced`."""


def source_faults(found: Document) -> Iterator[Fault]:
    """Yield the faults of sources: twice there, or not to be found again."""
    seen: set[str] = set()
    for i, source in enumerate(found.data["sources"]):
        path = ("sources", i)
        if source["key"] in seen:
            yield fault(found, path, "stands twice; keep one entry")
        yield from _to_be_found(found, i, source)
        seen.add(source["key"])
    yield from _unsourced(found)
    yield from _read_in_time(found)


def _to_be_found(found: Document, i: int, source: dict[str, Any]) -> Iterator[Fault]:
    """Yield a fault unless a reader can find the source by address, or by day or number."""
    url = source.get("url")
    if url is None:
        named = f"{source['title']} {source.get('copy', '')}"
        if source["key"] != NO_DOCUMENT and not any(c.isdigit() for c in named):
            message = "needs a 'url', or a day, year or number in 'title' or 'copy' to cite it by"
            yield fault(found, ("sources", i), message)
    elif not ADDRESS.fullmatch(url):
        yield fault(found, ("sources", i, "url"), "is no address; write one with https://")
    elif url.startswith("http://") and "copy" not in source:
        message = "is not https; write https, or say in 'copy' what was read there"
        yield fault(found, ("sources", i, "url"), message)


def _unsourced(found: Document) -> Iterator[Fault]:
    for path, record in _citing(found.data["states"], ("states",)):
        if "kind" not in record:
            continue
        without = NO_DOCUMENT in _keys(record)
        if without and record.get("confidence") != "unsourced":
            yield fault(found, path, f"cites {NO_DOCUMENT!r}; say 'confidence: unsourced'")
        elif not without and record.get("confidence") == "unsourced":
            yield fault(found, path, f"is unsourced and cites a source; cite {NO_DOCUMENT!r}")


def _read_in_time(found: Document) -> Iterator[Fault]:
    """Yield a fault where what is told is later than every reading of what it rests on.

    How late a source may have been read, no registry knows.
    """
    as_of = found.data["about"]["as_of"]
    read = {source["key"]: source["read"] for source in found.data["sources"]}
    if max(read.values(), default=as_of) < as_of:
        message = f"is after every source was read ({max(read.values())}); check both"
        yield fault(found, ("about", "as_of"), message)
    for path, record in _citing(found.data["states"], ("states",)):
        last = max(read[key] for key in _keys(record))
        if last < record.get("date", last) <= as_of:
            message = f"is dated after its sources were read ({last}); check both"
            yield fault(found, path, message)


def instrument_faults(found: Document) -> Iterator[Fault]:
    """Yield the faults of instruments: twice there, adopted too early or too late, or unclear."""
    as_of = found.data["about"]["as_of"]
    seen: set[str] = set()
    for i, instrument in enumerate(found.data["instruments"]):
        path, adopted = ("instruments", i), instrument.get("adopted")
        if instrument["key"] in seen:
            yield fault(found, path, "stands twice; keep one entry")
        if instrument["sort"] == Sort.AMENDMENT:
            if adopted and adopted < treaty.AMENDABLE:
                message = f"is before {treaty.AMENDABLE} (Art. 121(1)); check the date"
                yield fault(found, (*path, "adopted"), message)
            if "rule" not in instrument:
                yield fault(found, path, "is an amendment and needs a 'rule' (Arts. 121, 122)")
        if adopted and adopted > as_of:
            message = f"is after as_of ({as_of}); raise as_of or check the date"
            yield fault(found, (*path, "adopted"), message)
        if adopted is None and "note" not in instrument:
            yield fault(found, path, "has no 'adopted'; say in 'note' what is known")
        seen.add(instrument["key"])


def region_faults(found: Document, registry: Registry) -> Iterator[Fault]:
    """Yield the faults of regional groups: twice there, unknown, or not of their size."""
    members = Counter(state.region for state in registry if state.un_member)
    seen: set[str] = set()
    for i, region in enumerate(found.data["regions"]):
        code, told = region["code"], region["members"]
        if code in seen:
            yield fault(found, ("regions", i), "stands twice; keep one entry")
        elif members[code] != told:
            message = f"has {members[code]} Members of the United Nations, not {told}; check both"
            yield fault(found, ("regions", i, "members"), message)
        seen.add(code)


def _keys(record: dict[str, Any]) -> list[str]:
    keys = record["source"]
    return [keys] if isinstance(keys, str) else keys


def _citing(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Every record that cites a source, with its path."""
    if isinstance(value, dict):
        if "source" in value:
            yield path, value
        for name, inner in value.items():
            yield from _citing(inner, (*path, name))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _citing(inner, (*path, i))
