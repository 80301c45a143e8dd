"""Check the shape of a document: every field is known, of its type, and refers to what is there."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading.checks import Field
from icc_status.loading.faults import MOST, Fault, Path, place, some
from icc_status.loading.schema import HEAD
from icc_status.loading.strict_yaml import Document
from icc_status.model.acts import MAY_LACK_A_DAY, Kind, Sort

MAY_NAME_AN_INSTRUMENT = (Kind.DECLARATION, Kind.DECLARATION_WITHDRAWAL, Kind.OBJECTION)
"""The acts towards the Statute that may be about an amendment."""

NAMING_STATES = ("states", "also", "nationals", "referred_by", "abroad_in", "readings")
"""The fields of situations, shared names and places that list states by their codes."""


def shape_faults(document: Document) -> list[Fault]:
    """Return the faults of shape, YAML's own among them, in the order of the text.

    Raises RegistryError for a document that is no registry at all.
    """
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("states"), list):
        raise RegistryError("not a registry: it has no list 'states'")
    return some(field_faults(document, HEAD)) or some(_registry_references(document))


def field_faults(document: Document, fields: Mapping[str, Field]) -> list[Fault]:
    """Return the faults of a mapping's fields, YAML's own first; of too many, the first found."""
    faults = chain(document.faults, record_faults(document, document.data, fields, ()))
    return list(islice(faults, MOST + 1))


def fault(document: Document, path: Path, message: str) -> Fault:
    """Return a fault at a path, with its place as people name it and its line."""
    return Fault(place(document.data, path), message, document.line(path))


def record_faults(
    document: Document, record: Any, fields: Mapping[str, Field], path: Path
) -> Iterator[Fault]:
    """Yield what is wrong with a record: fields unknown, missing, or of the wrong type."""
    for name in (name for name in record if name not in fields):
        known = ", ".join(fields)
        yield fault(document, (*path, name), f"is no known field; the fields are {known}")
    for name, field in fields.items():
        if name not in record:
            if field.required:
                yield fault(document, path, f"has no field {name!r}; add it")
        elif complaint := field.check(record[name]):
            if record[name] is not None:
                yield fault(document, (*path, name), complaint)
        elif field.inside is not None:
            yield from _inside(document, record[name], field.inside, (*path, name))


def _inside(
    document: Document, value: Any, fields: Mapping[str, Field], path: Path
) -> Iterator[Fault]:
    if isinstance(value, dict):
        yield from record_faults(document, value, fields, path)
        return
    for i, item in enumerate(value):
        if isinstance(item, dict):
            yield from record_faults(document, item, fields, (*path, i))
        else:
            yield fault(document, (*path, i), "must be a mapping of fields")


def reference_faults(document: Document, codes: Collection[str] | None = None) -> Iterator[Fault]:
    """Yield what a document refers to that is not there: its own sources, and states' codes.

    Where no codes are given, those of states are not looked at.
    """
    sources = {source["key"] for source in document.data["sources"]}
    for path, record in walk(document.data, ()):
        cited = record.get("source", [])
        for key in [cited] if isinstance(cited, str) else cited:
            if key not in sources:
                yield fault(document, (*path, "source"), f"{key!r} is no key under 'sources'")
        for name in NAMING_STATES if path[0] != "states" else ():
            for code in record.get(name, []):
                if codes is not None and code not in codes:
                    yield fault(document, (*path, name), f"{code!r} is no state's iso3")


def _registry_references(document: Document) -> Iterator[Fault]:
    data = document.data
    instruments = {instrument["key"]: instrument["sort"] for instrument in data["instruments"]}
    regions = {region["code"] for region in data["regions"]}
    codes = {state["iso3"] for state in data["states"]}
    yield from reference_faults(document, codes)
    for path, record in walk(data, ()):
        for name in ("covered_by", "continued_by", "claimed_by", "predecessor"):
            if name in record and record[name] not in codes:
                yield fault(document, (*path, name), f"{record[name]!r} is no state's iso3")
        if "acts" in path or "agreements" in path:
            yield from _act(document, record, path, instruments)
    for i, state in enumerate(data["states"]):
        if state["region"] not in regions:
            path = ("states", i, "region")
            yield fault(document, path, "does not stand under 'regions'; add it")
    yield from _circles(document)


def _circles(document: Document) -> Iterator[Fault]:
    """Yield a fault for each state that comes after itself, at whatever remove."""
    states = document.data["states"]
    before = {state["iso3"]: state.get("exists_from", {}).get("predecessor") for state in states}
    for i, state in enumerate(states):
        line: list[str] = []
        code = state["iso3"]
        while code is not None and code not in line:
            line.append(code)
            code = before.get(code)
        if code == state["iso3"]:
            itself = f"leads back to {code} itself" if len(line) > 1 else "is the state itself"
            path = ("states", i, "exists_from", "predecessor")
            yield fault(document, path, f"{itself}; name the one it was a part of")


def _act(document: Document, act: Any, path: Path, sorts: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what is wrong with an act's day, and with the instrument that it is about."""
    kind, about = Kind(act["kind"]), act.get("instrument")
    if "date" not in act and kind not in MAY_LACK_A_DAY and "agreements" not in path:
        yield fault(
            document, path, "has no 'date'; only an amendment's or a declaration's may be unknown"
        )
    if "agreements" in path or kind is Kind.AMENDMENT:
        sort = Sort.AGREEMENT if "agreements" in path else Sort.AMENDMENT
        if sorts.get(about) != sort:
            message = f"needs an 'instrument' of sort {sort} that stands under 'instruments'"
            yield fault(document, path, message)
    elif about is not None and kind not in MAY_NAME_AN_INSTRUMENT:
        yield fault(document, path, f"{kind.with_article} has no 'instrument'; leave it out")
    elif about is not None and about not in sorts:
        yield fault(document, path, "needs an 'instrument' that stands under 'instruments'")


def walk(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every record inside, with its path."""
    if isinstance(value, dict):
        if path:
            yield path, value
        for name, inner in value.items():
            yield from walk(inner, (*path, name))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from walk(inner, (*path, i))
