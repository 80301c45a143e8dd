"""Check a data file of any of the four kinds: a registry, situations, codes, or names.

The kind is told by the lists at the head of the file.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from icc_status.errors import RegistryError
from icc_status.loading import strict_yaml
from icc_status.loading.conformity import fault, field_faults, reference_faults
from icc_status.loading.faults import Fault, some
from icc_status.loading.names import coded_names
from icc_status.loading.schema import CODES_HEAD, NAMES_HEAD
from icc_status.loading.situation_schema import situation_faults
from icc_status.loading.strict_yaml import Document
from icc_status.model.names import no_languages
from icc_status.model.registry import Registry
from icc_status.validation.catalogue import ADDRESS
from icc_status.validation.validate import examined
from icc_status.validation.warnings import older_than, open_doubts, unused_sources


@dataclass(frozen=True)
class Report:
    """The faults of a file; where it has none, what it holds, in words, and what is left to do."""

    faults: list[Fault]
    content: str = ""
    warnings: Sequence[Fault] = ()


def report(text: str, registry: Callable[[], Registry | None]) -> Report:
    """Return what is wrong with a file, in the order of its lines.

    `registry` gives the registry that situations, codes and names are about; None leaves out what
    only a registry can tell. Raises RegistryError where the text is no data file at all.
    """
    document = strict_yaml.read(text)
    data = document.data if isinstance(document.data, dict) else {}
    if "situations" in data:
        return _situations(document, registry())
    if "schemes" in data:
        return _codes(document, registry())
    if "lists" in data:
        return _names(document, registry())
    result = examined(document)
    if isinstance(result, list):
        return Report(result)
    acts = sum(len(state.acts) for state in result)
    warnings = [*open_doubts(document), *unused_sources(document)]
    return Report([], f"{len(result)} states, {acts} acts, as of {result.as_of}", warnings)


def _situations(document: Document, registry: Registry | None) -> Report:
    known = {state.iso3 for state in registry} if registry is not None else None
    if faults := situation_faults(document, known) or some(_of_sources(document, registry)):
        return Report(faults)
    about, situations = document.data["about"], document.data["situations"]
    warnings = [*older_than(document, registry), *unused_sources(document)]
    return Report([], f"{len(situations)} situations, as of {about['as_of']}", warnings)


def _codes(document: Document, registry: Registry | None) -> Report:
    if not isinstance(document.data.get("states"), list):
        raise RegistryError("not a file of codes: it has no list 'states'")
    if faults := some(field_faults(document, CODES_HEAD)):
        return Report(faults)
    rules = (*reference_faults(document), *_states_of_codes(document, registry))
    if faults := some([*rules, *_of_sources(document, registry)]):
        return Report(faults)
    content = f"codes of {len(document.data['states'])} states"
    return Report([], content, list(unused_sources(document)))


def _states_of_codes(document: Document, registry: Registry | None) -> Iterator[Fault]:
    """Yield a fault for a state that stands twice, or that the registry does not know."""
    seen: set[str] = set()
    known = {state.iso3 for state in registry} if registry is not None else None
    for i, state in enumerate(document.data["states"]):
        if state["iso3"] in seen:
            yield fault(document, ("states", i), "stands twice; keep one entry")
        elif known is not None and state["iso3"] not in known:
            yield fault(document, ("states", i), "is no state of the registry; remove it")
        seen.add(state["iso3"])


def _names(document: Document, registry: Registry | None) -> Report:
    if faults := some(field_faults(document, NAMES_HEAD)):
        return Report(faults)
    rules = [*reference_faults(document), *_of_sources(document, registry)]
    if registry is not None:
        rules += _names_of_others(document, registry)
    if faults := some(rules):
        return Report(faults)
    languages = {names["language"] for names in document.data["lists"]}
    return Report([], f"names in {len(languages)} languages", list(unused_sources(document)))


def _names_of_others(document: Document, registry: Registry) -> Iterator[Fault]:
    """Yield a fault for a name that the registry itself gives to another, or finds ambiguous.

    A code is no name: "Nga", Russia in Vietnamese, may stand beside NGA.
    """
    own = replace(registry, languages=no_languages).names
    for i, names in enumerate(document.data["lists"]):
        for code, name in coded_names({"lists": [names]}):
            owner, taken = own.meaning(code), own.meaning(name)
            if owner is None:
                yield fault(document, ("lists", i, "names"), f"{code} is in no registry; remove it")
            elif taken not in (None, owner) and not own.is_code(name):
                message = f"{name!r} of {code} is another's name in the registry; remove it"
                yield fault(document, ("lists", i, "names"), message)


def _of_sources(document: Document, registry: Registry | None) -> Iterator[Fault]:
    """Yield a fault for a source that stands twice, has no address, or is another elsewhere."""
    addresses = (
        {source.key: source.url for source in registry.sources} if registry is not None else {}
    )
    seen: set[str] = set()
    for i, source in enumerate(document.data["sources"]):
        key, url = source["key"], source.get("url")
        if key in seen:
            yield fault(document, ("sources", i), "stands twice; keep one entry")
        elif url and not ADDRESS.fullmatch(url):
            yield fault(document, ("sources", i, "url"), "is no address; write one with https://")
        elif url and addresses.get(key) not in {None, url}:
            message = f"is {addresses[key]} in the registry, under the same key; keep one"
            yield fault(document, ("sources", i, "url"), message)
        seen.add(key)
