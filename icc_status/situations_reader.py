"""From data/situations.yaml to a Docket, as strictly as the registry is read."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from icc_status import document
from icc_status.acts import Source
from icc_status.checks import (
    Field,
    codes,
    day,
    mapping,
    one_of,
    only_true,
    records,
    text,
    text_or_texts,
)
from icc_status.document import Document, Fault
from icc_status.errors import RegistryError
from icc_status.reader import bundled, cited, read_text
from icc_status.schema import ABOUT, CONFIDENCE, SOURCE
from icc_status.shape import fault, record_faults, walk
from icc_status.situations import Docket, Phase, Situation, Step

ORIGINS = ("self-referral", "state-referral", "proprio-motu", "security-council", "declaration")
PHASE: dict[str, Field] = {
    "date": Field(day, required=True),
    "kind": Field(one_of(*Step), required=True),
    "source": Field(text_or_texts, required=True),
    "confidence": Field(one_of(*CONFIDENCE)),
    "note": Field(text),
}
SITUATION: dict[str, Field] = {
    "key": Field(text, required=True),
    "name": Field(text, required=True),
    "number": Field(text),
    "states": Field(codes, required=True),
    "part": Field(text),
    "also": Field(codes),
    "nationals": Field(codes),
    "nationals_only": Field(only_true),
    "origin": Field(one_of(*ORIGINS), required=True),
    "resolution": Field(text),
    "exemption": Field(text),
    "referred_by": Field(codes),
    "covers_from": Field(day),
    "covers_until": Field(day),
    "confidence": Field(one_of(*CONFIDENCE)),
    "source": Field(text_or_texts, required=True),
    "note": Field(text),
    "caveat": Field(text),
    "phases": Field(records, required=True, inside=PHASE),
}
FILE: dict[str, Field] = {
    "about": Field(mapping, required=True, inside=ABOUT),
    "sources": Field(records, required=True, inside=SOURCE),
    "situations": Field(records, required=True, inside=SITUATION),
}


def load(path: str | os.PathLike[str] | None = None) -> Docket:
    """Read the situations: those at a path, or those that come with the program.

    Raises RegistryError where they cannot be read, or are not in shape.
    """
    found = document.read(read_text(Path(path) if path is not None else bundled("situations.yaml")))
    wrong = situation_faults(found)
    if wrong:
        raise RegistryError(str(wrong[0]))
    return build(found.data)


def situation_faults(found: Document, known: Iterable[str] = ()) -> list[Fault]:
    """Return every fault, in the order of the text; `known` are the codes that states may have.

    Raises RegistryError for a document that holds no situations at all.
    """
    data = found.data
    if not isinstance(data, dict) or not isinstance(data.get("situations"), list):
        raise RegistryError("not a file of situations: it has no list 'situations'")
    faults = [*found.faults, *record_faults(found, data, FILE, ())]
    if not faults:
        faults += [*_references(found, set(known)), *_sequence(found)]
    return sorted(faults, key=lambda fault: fault.line or 0)


def build(data: Mapping[str, Any]) -> Docket:
    """Turn plain data in the shape of situations into a Docket."""
    sources = {item["key"]: Source(**item) for item in data["sources"]}
    return Docket(
        as_of=data["about"]["as_of"],
        situations=tuple(_situation(item, sources) for item in data["situations"]),
        sources=sources,
    )


def _situation(item: Mapping[str, Any], sources: Mapping[str, Source]) -> Situation:
    phases = (cited(phase, sources) for phase in item["phases"])
    fields = {name: value for name, value in item.items() if name != "phases"}
    return Situation(
        **cited(fields, sources),
        phases=tuple(Phase(**{**phase, "kind": Step(phase["kind"])}) for phase in phases),
    )


def _references(found: Document, known: set[str]) -> Iterator[Fault]:
    sources = {source["key"] for source in found.data["sources"]}
    for path, record in walk(found.data, ()):
        keys = record.get("source", [])
        for key in [keys] if isinstance(keys, str) else keys:
            if key not in sources:
                yield fault(found, (*path, "source"), f"{key!r} is no key under 'sources'")
        for name in ("states", "also", "nationals", "referred_by"):
            for code in record.get(name, []):
                if known and code not in known:
                    yield fault(found, (*path, name), f"{code!r} is no state's iso3")


def _sequence(found: Document) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, item in enumerate(found.data["situations"]):
        days = [phase["date"] for phase in item["phases"]]
        if not days:
            yield fault(found, ("situations", i, "phases"), "holds no phase; add the first")
        if days != sorted(days):
            yield fault(found, ("situations", i, "phases"), "are not by date; sort them")
        if item["key"] in seen:
            yield fault(found, ("situations", i), "stands twice; keep one entry")
        if (item["origin"] == "security-council") != ("resolution" in item):
            yield fault(
                found, ("situations", i), "a Council referral, and only it, has one 'resolution'"
            )
        seen.add(item["key"])
