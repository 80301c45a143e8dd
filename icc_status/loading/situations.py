"""From data/situations.yaml to a Docket, as strictly as the registry is read."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading import snapshot
from icc_status.loading.registry import bundled, cited, decoded, read_bytes
from icc_status.model.acts import Source
from icc_status.model.situations import (
    Docket,
    Exemption,
    NonCompliance,
    Phase,
    Situation,
    Step,
)

FILE = "situations.yaml"


def load(path: str | os.PathLike[str] | None = None) -> Docket:
    """Read the situations: those at a path, or those that come with the program.

    Raises RegistryError where they cannot be read, or are not in shape.
    """
    where = Path(path) if path is not None else bundled(FILE)
    yaml = read_bytes(where)
    if path is None and (held := snapshot.read(where, yaml)):
        return build(held["data"])
    return build(in_shape(yaml))


def in_shape(yaml: bytes) -> Mapping[str, Any]:
    """Return the data of the situations' text; raises RegistryError with its first fault."""
    from icc_status.loading import strict_yaml
    from icc_status.loading.situation_schema import situation_faults

    found = strict_yaml.read(decoded(yaml))
    wrong = situation_faults(found)
    if wrong:
        raise RegistryError(str(wrong[0]))
    data: Mapping[str, Any] = found.data
    return data


def build(data: Mapping[str, Any]) -> Docket:
    """Turn plain data in the shape of situations into a Docket."""
    sources = {item["key"]: Source(**item) for item in data["sources"]}
    return Docket(
        as_of=data["about"]["as_of"],
        situations=tuple(_situation(item, sources) for item in data["situations"]),
        exemptions=tuple(Exemption(**cited(item, sources)) for item in data.get("exemptions", [])),
        sources=sources,
        findings=tuple(NonCompliance(**cited(item, sources)) for item in data.get("findings", [])),
    )


def _situation(item: Mapping[str, Any], sources: Mapping[str, Source]) -> Situation:
    phases = (cited(phase, sources) for phase in item["phases"])
    fields = {name: value for name, value in item.items() if name != "phases"}
    return Situation(
        **cited(fields, sources),
        phases=tuple(Phase(**{**phase, "kind": Step(phase["kind"])}) for phase in phases),
    )
