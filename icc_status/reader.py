"""From a file to a Registry, or to one line that says why not."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from icc_status import document
from icc_status.acts import Act, Kind, Source
from icc_status.errors import RegistryError
from icc_status.folding import fold
from icc_status.names import NotState
from icc_status.registry import Amendment, Registry
from icc_status.shape import shape_faults
from icc_status.state import Existence, State

PACKAGE = Path(__file__).parent


def bundled(name: str = "states.yaml") -> Path:
    """Return where the registry, or another file that comes with the program, lies.

    Beside the modules in an installed package; at the top level of a checkout.
    """
    inside = PACKAGE / "data" / name
    return inside if inside.exists() else PACKAGE.parent / "data" / name


def load(path: str | os.PathLike[str] | None = None) -> Registry:
    """Read a registry: the one at a path, or the one that comes with the program.

    Raises RegistryError where it cannot be read, is not a registry, or is not in shape.
    """
    where = Path(path) if path is not None else bundled()
    found = document.read(read_text(where))
    faults = shape_faults(found)
    if faults:
        more = f" (and {len(faults) - 1} more faults)" if len(faults) > 1 else ""
        raise RegistryError(f"{faults[0]}{more}; 'icc-status validate FILE' names every fault")
    return build(found.data)


def read_text(path: Path) -> str:
    """Return the text of a registry file; raises RegistryError where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise RegistryError("not UTF-8 text") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise RegistryError(f"cannot be read: {reason or error}") from None


def build(data: Mapping[str, Any]) -> Registry:
    """Turn plain data in the shape of a registry into a Registry."""
    sources = {item["key"]: Source(**item) for item in data["sources"]}
    shared = {item["name"]: tuple(item["states"]) for item in data.get("shared_names", [])}
    ambiguous = {fold(name) for name in shared}
    amendments = (Amendment(**cited(item, sources)) for item in data["amendments"])
    return Registry(
        as_of=data["about"]["as_of"],
        claim=data["about"]["claim"],
        states=tuple(_state(item, sources, ambiguous) for item in data["states"]),
        sources=tuple(sources.values()),
        regions={item["code"]: item["title"] for item in data["regions"]},
        amendments={amendment.key: amendment for amendment in amendments},
        not_states=tuple(NotState(**cited(item, sources)) for item in data.get("not_states", [])),
        ambiguous=shared,
    )


def cited(item: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Any]:
    """Return the fields of a record, lists as tuples, its source keys as sources."""
    keys = item["source"]
    found = tuple(sources[key] for key in ([keys] if isinstance(keys, str) else keys))
    fields = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in item.items()
        if name != "source"
    }
    return {**fields, "sources": found}


def _state(item: Mapping[str, Any], sources: Mapping[str, Source], ambiguous: set[str]) -> State:
    existence = item.get("exists_from")
    shared = fold(item["un_name"]) in ambiguous
    return State(
        iso3=item["iso3"],
        iso2=item["iso2"],
        name=item["common_name" if shared else "un_name"],
        un_name=item["un_name"],
        common_name=item["common_name"],
        aliases=tuple(item.get("aliases", ())),
        region=item["region"],
        region_note=item.get("region_note"),
        exists_from=Existence(**cited(existence, sources)) if existence else None,
        acts=tuple(_act(act, sources) for act in item.get("acts", ())),
    )


def _act(item: Mapping[str, Any], sources: Mapping[str, Source]) -> Act:
    fields = cited(item, sources)
    return Act(**{"date": None, **fields, "kind": Kind(item["kind"])})
