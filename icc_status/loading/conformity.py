"""Whether a document has the shape of a registry: every field known, typed and referring."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading.checks import Field
from icc_status.loading.faults import MOST, Fault, Path, place, some
from icc_status.loading.schema import HEAD
from icc_status.loading.strict_yaml import Document
from icc_status.model.acts import Kind


def shape_faults(document: Document) -> list[Fault]:
    """Return the faults of shape, YAML's own among them, in the order of the text.

    Raises RegistryError for a document that is no registry at all.
    """
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("states"), list):
        raise RegistryError("not a registry: it has no list 'states'")
    return some(field_faults(document, HEAD)) or some(_references(document))


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


def _references(document: Document) -> Iterator[Fault]:
    data = document.data
    sources = {source["key"] for source in data["sources"]}
    amendments = {amendment["key"] for amendment in data["amendments"]}
    codes = {state["iso3"] for state in data["states"]}
    for path, record in walk(data, ()):
        cited = record.get("source", [])
        for key in [cited] if isinstance(cited, str) else cited:
            if key not in sources:
                yield fault(document, (*path, "source"), f"{key!r} is no key under 'sources'")
        for name in ("covered_by", "predecessor"):
            if name in record and record[name] not in codes:
                yield fault(document, (*path, name), f"{record[name]!r} is no state's iso3")
        for code in record["states"] if path[0] == "shared_names" else ():
            if code not in codes:
                yield fault(document, (*path, "states"), f"{code!r} is no state's iso3")
        if "acts" in path:
            yield from _act(document, record, path, amendments)


def _act(document: Document, act: Any, path: Path, amendments: set[str]) -> Iterator[Fault]:
    is_amendment = act["kind"] == Kind.AMENDMENT
    if "date" not in act and not is_amendment:
        yield fault(document, path, "has no 'date'; only an amendment's day may be unknown")
    if is_amendment and act.get("amendment") not in amendments:
        yield fault(document, path, "needs an 'amendment' that stands under 'amendments'")
    if not is_amendment and "amendment" in act:
        yield fault(
            document, path, f"{Kind(act['kind']).with_article} has no 'amendment'; leave it out"
        )


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
