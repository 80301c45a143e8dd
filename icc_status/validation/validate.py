"""Is a registry sound? Name every fault, with its place and its remedy.

First its shape (`loading.conformity`), then order and names, the lists at its head (`catalogue`),
and what the treaty demands of acts (`law`).
"""

from collections.abc import Iterator

from icc_status.loading import strict_yaml
from icc_status.loading.conformity import fault, shape_faults
from icc_status.loading.faults import Fault, some
from icc_status.loading.registry import build
from icc_status.loading.strict_yaml import Document
from icc_status.model import treaty
from icc_status.model.names import spellings
from icc_status.model.normalize import key
from icc_status.model.registry import Registry
from icc_status.validation.catalogue import instrument_faults, region_faults, source_faults
from icc_status.validation.law import act_faults


def faults(text: str) -> list[Fault]:
    """Return the faults of a registry's text, as `examined` does; none where it is sound."""
    result = examined(strict_yaml.read(text))
    return result if isinstance(result, list) else []


def examined(document: Document) -> Registry | list[Fault]:
    """Return the registry of a document that is sound, or else its faults, in their order.

    Raises RegistryError where the document is no registry at all.
    Faults of shape hide the others: those are looked for once the shape is right.
    """
    if wrong := shape_faults(document):
        return wrong
    registry = build(document.data)
    return some(_rules(document, registry)) or registry


def _rules(found: Document, registry: Registry) -> Iterator[Fault]:
    yield from _order(found)
    yield from _shared_names(found)
    yield from _names(found, registry)
    yield from source_faults(found)
    yield from instrument_faults(found)
    yield from region_faults(found, registry)
    for i, state in enumerate(registry):
        if state.exists_from and state.exists_from.date <= treaty.ADOPTED:
            message = f"is for a state born after {treaty.ADOPTED}; leave it out"
            yield fault(found, ("states", i, "exists_from"), message)
        elif state.exists_from and state.exists_from.date > registry.as_of:
            message = f"is after as_of ({registry.as_of}); raise as_of or check the date"
            yield fault(found, ("states", i, "exists_from"), message)
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


def _shared_names(found: Document) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, shared in enumerate(found.data.get("shared_names", [])):
        if key(shared["name"]) in seen:
            yield fault(found, ("shared_names", i), "stands twice; keep one entry")
        elif len(set(shared["states"])) < 2:
            yield fault(found, ("shared_names", i), "is shared by fewer than two states; drop it")
        seen.add(key(shared["name"]))


def _names(found: Document, registry: Registry) -> Iterator[Fault]:
    claims = {key(name): f"the shared name {name!r}" for name in registry.ambiguous}
    for i, state in enumerate(registry):
        names = [name for name in spellings(state) if name != state.un_name or name == state.name]
        for message in _claim(claims, names, state.iso3):
            yield fault(found, ("states", i), message)
    seen: set[str] = set()
    for i, other in enumerate(registry.not_states):
        if other.name in seen:
            yield fault(found, ("not_states", i), "stands twice; keep one entry")
        seen.add(other.name)
        for message in _claim(claims, [other.name, *other.aliases], other.name):
            yield fault(found, ("not_states", i), message)


def _claim(claims: dict[str, str], names: list[str], owner: str) -> Iterator[str]:
    for name in names:
        if not (known := key(name)):
            yield f"the name {name!r} holds no letter or digit; drop it"
        elif claims.setdefault(known, owner) != owner:
            yield f"the name {name!r} also leads to {claims[known]}; drop one"
