"""Whether a registry is sound: every fault, with its place and its remedy.

Shape first (`shape`), then order, names and sources, then what the treaty demands (`law`).
"""

from collections.abc import Iterator

from icc_status import document
from icc_status.document import Document, Fault
from icc_status.folding import fold
from icc_status.law import act_faults
from icc_status.names import spellings
from icc_status.reader import build
from icc_status.registry import Registry
from icc_status.shape import fault, shape_faults


def faults(text: str) -> list[Fault]:
    """Return every fault of a registry's text, in the order of its lines.

    Raises RegistryError where the text is no registry at all.
    Faults of shape hide the others: those are looked for once the shape is right.
    """
    found = document.read(text)
    wrong = shape_faults(found)
    if not wrong:
        wrong = list(_rules(found, build(found.data)))
    return sorted(wrong, key=lambda fault: fault.line or 0)


def _rules(found: Document, registry: Registry) -> Iterator[Fault]:
    yield from _order(found)
    yield from _names(found, registry)
    yield from _sources(found)
    yield from _regions(found, registry)
    for i, state in enumerate(registry):
        for path, message in act_faults(state, registry):
            yield fault(found, ("states", i, *path), message)


def _order(found: Document) -> Iterator[Fault]:
    before = ""
    for i, state in enumerate(found.data["states"]):
        code = state["iso3"]
        if code == before:
            yield fault(found, ("states", i), "stands twice; keep one entry")
        elif code < before:
            yield fault(found, ("states", i), f"stands after {before}; sort the states by iso3")
        before = max(before, code)


def _names(found: Document, registry: Registry) -> Iterator[Fault]:
    claims = {fold(name): f"the shared name {name!r}" for name in registry.ambiguous}
    for i, state in enumerate(registry):
        names = [name for name in spellings(state) if name != state.un_name or name == state.name]
        for message in _claim(claims, names, state.iso3):
            yield fault(found, ("states", i), message)
    for i, other in enumerate(registry.not_states):
        for message in _claim(claims, [other.name, *other.aliases], other.name):
            yield fault(found, ("not_states", i), message)


def _claim(claims: dict[str, str], names: list[str], owner: str) -> Iterator[str]:
    for name in names:
        key = fold(name)
        if not key:
            yield f"the name {name!r} holds no letter or digit; drop it"
        elif claims.setdefault(key, owner) != owner:
            yield f"the name {name!r} also leads to {claims[key]}; drop one"


def _sources(found: Document) -> Iterator[Fault]:
    cited = set(_cited(found.data))
    seen: set[str] = set()
    for i, source in enumerate(found.data["sources"]):
        if source["key"] in seen:
            yield fault(found, ("sources", i), "stands twice; keep one entry")
        elif source["key"] not in cited:
            yield fault(found, ("sources", i), "is cited by nothing; cite it or remove it")
        if not source.get("url", "https://").startswith(("https://", "http://")):
            yield fault(found, ("sources", i, "url"), "is no address; write one with https://")
        seen.add(source["key"])


def _regions(found: Document, registry: Registry) -> Iterator[Fault]:
    for i, state in enumerate(registry):
        if state.region not in registry.regions:
            yield fault(found, ("states", i, "region"), "does not stand under 'regions'; add it")


def _cited(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        keys = value.get("source", [])
        yield from [keys] if isinstance(keys, str) else keys
        for inner in value.values():
            yield from _cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cited(inner)
