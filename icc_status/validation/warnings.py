"""What a sound file leaves to do: doubts without a question, unused sources, an older day.

A warning is no fault: the file may be used as it is.
"""

from collections.abc import Iterator
from typing import Any

from icc_status.loading.conformity import fault, walk
from icc_status.loading.faults import Fault
from icc_status.loading.strict_yaml import Document
from icc_status.model.registry import Registry


def unused_sources(document: Document) -> Iterator[Fault]:
    """Yield the sources that nothing in the file cites.

    One with an official `number` is left out: the program's answers and docs/law.md cite
    decisions and resolutions by their keys.
    """
    cited = {key for _, record in walk(document.data, ()) for key in _keys(record)}
    for i, source in enumerate(document.data["sources"]):
        if source["key"] not in cited and "number" not in source:
            yield fault(document, ("sources", i), "is cited by nothing; cite it or remove it")


def open_doubts(document: Document) -> Iterator[Fault]:
    """Yield the acts of less than full confidence that do not say what would settle the doubt."""
    for path, record in walk(document.data, ()):
        of_act = path[0] == "states" and ("acts" in path or "agreements" in path)
        if of_act and "confidence" in record and "open_question" not in record:
            message = f"is {record['confidence']}; say in 'open_question' what would settle that"
            yield fault(document, path, message)


def older_than(document: Document, registry: Registry | None) -> Iterator[Fault]:
    """Yield a warning where the situations are known as of an earlier day than the registry."""
    as_of = document.data["about"]["as_of"]
    if registry is not None and as_of < registry.as_of:
        message = f"is {as_of}, before the registry's {registry.as_of}; look for what came since"
        yield fault(document, ("about", "as_of"), message)


def _keys(record: dict[str, Any]) -> list[str]:
    keys = record.get("source", [])
    return [keys] if isinstance(keys, str) else keys
