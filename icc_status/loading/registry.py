"""From a file to a Registry, or to one line that says why not."""

import os
import stat
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading import snapshot
from icc_status.model.acts import (
    Act,
    Announcement,
    Announcing,
    Instrument,
    Kind,
    Sort,
    Source,
)
from icc_status.model.names import LanguageNames, NotState
from icc_status.model.normalize import key
from icc_status.model.registry import Registry
from icc_status.model.state import Existence, State

PACKAGE = Path(__file__).parent.parent
LARGEST = 8 * 2**20


def bundled(name: str = "states.yaml") -> Path:
    """Return where the registry, or another file that comes with the program lies.

    Beside the modules in an installed package; at the top level of a checkout.
    """
    inside = PACKAGE / "data" / name
    return inside if inside.exists() else PACKAGE.parent / "data" / name


def load(path: str | os.PathLike[str] | None = None) -> Registry:
    """Read a registry: the one at a path, or the one that comes with the program.

    The latter is read from its snapshot where that fits. Nothing is written.
    Raises RegistryError where it cannot be read, is not a registry, or is not in shape.
    """
    where = Path(path) if path is not None else bundled()
    yaml = read_bytes(where)
    if path is None and (held := snapshot.read(where, yaml)):
        return build(held["data"], held["folds"])
    return build(in_shape(yaml))


def in_shape(yaml: bytes) -> Mapping[str, Any]:
    """Return the data of a registry's text; raises RegistryError with its first fault."""
    from icc_status.loading import strict_yaml
    from icc_status.loading.conformity import shape_faults
    from icc_status.loading.faults import summary

    found = strict_yaml.read(decoded(yaml))
    if faults := shape_faults(found):
        raise RegistryError(summary(faults))
    data: Mapping[str, Any] = found.data
    return data


def read_text(path: Path) -> str:
    """Return the text of a registry file; raises RegistryError where it cannot be read."""
    return decoded(read_bytes(path))


def decoded(yaml: bytes) -> str:
    """Return bytes as text; raises RegistryError where they are not UTF-8."""
    try:
        return yaml.decode("utf-8")
    except UnicodeDecodeError:
        raise RegistryError("not UTF-8 text") from None


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; raises RegistryError where it cannot be read.

    A pipe or a device is refused: it may never end, or never begin.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise RegistryError("cannot be read: it is a directory; name a file")
        if not stat.S_ISREG(kind):
            raise RegistryError(
                "cannot be read: it is a pipe or a device; write it to a file first"
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise RegistryError(f"cannot be read: {reason or error}") from None
    if len(data) > LARGEST:
        raise RegistryError(f"cannot be read: it is larger than {LARGEST // 2**20} MB")
    return data


@cache
def languages() -> LanguageNames:
    """Read the names in other languages, which come with the program.

    Raises RegistryError where they cannot be read, or are not in shape.
    """
    from icc_status.loading.names import FILE, names_of  # most names are known without them

    where = bundled(FILE)
    try:
        return names_of(where, read_bytes(where))
    except RegistryError as error:
        raise RegistryError(f"{where}: {error}") from None


def build(data: Mapping[str, Any], folds: Mapping[str, str] | None = None) -> Registry:
    """Turn plain data in the shape of a registry into a Registry; `folds` are known ones."""
    sources = {item["key"]: Source(**item) for item in data["sources"]}
    shared = {item["name"]: tuple(item["states"]) for item in data.get("shared_names", [])}
    known = folds or {}
    ambiguous = {known.get(name) or key(name) for name in shared}
    names = {item["un_name"] for item in data["states"]}
    unclear = {name for name in names if (known.get(name) or key(name)) in ambiguous}
    instruments = {item["key"]: _instrument(item, sources) for item in data["instruments"]}
    return Registry(
        as_of=data["about"]["as_of"],
        claim=data["about"]["claim"],
        states=tuple(_state(item, sources, instruments, unclear) for item in data["states"]),
        sources=tuple(sources.values()),
        regions={item["code"]: item["title"] for item in data["regions"]},
        members={item["code"]: item["members"] for item in data["regions"]},
        instruments=instruments,
        not_states=tuple(NotState(**cited(item, sources)) for item in data.get("not_states", [])),
        ambiguous=shared,
        rests_on=cited(data["about"], sources)["sources"] if "source" in data["about"] else (),
        folds=known,
        languages=languages,
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


def _instrument(item: Mapping[str, Any], sources: Mapping[str, Source]) -> Instrument:
    return Instrument(**{**cited(item, sources), "sort": Sort(item["sort"])})


def _state(
    item: Mapping[str, Any],
    sources: Mapping[str, Source],
    instruments: Mapping[str, Instrument],
    unclear: set[str],
) -> State:
    existence = item.get("exists_from")
    return State(
        iso3=item["iso3"],
        iso2=item["iso2"],
        name=item["common_name" if item["un_name"] in unclear else "un_name"],
        un_name=item["un_name"],
        common_name=item["common_name"],
        aliases=tuple(item.get("aliases", ())),
        former_iso3=tuple(item.get("former_iso3", ())),
        region=item["region"],
        region_note=item.get("region_note"),
        un_member=item.get("un_member", True),
        exists_from=Existence(**cited(existence, sources)) if existence else None,
        acts=tuple(_act(act, sources, instruments) for act in item.get("acts", ())),
        agreements=tuple(_act(act, sources, instruments) for act in item.get("agreements", ())),
        announcements=tuple(_announcement(a, sources) for a in item.get("announcements", ())),
    )


def _act(
    item: Mapping[str, Any], sources: Mapping[str, Source], instruments: Mapping[str, Instrument]
) -> Act:
    fields = cited(item, sources)
    about = instruments[item["instrument"]] if "instrument" in item else None
    return Act(**{"date": None, **fields, "kind": Kind(item["kind"]), "instrument": about})


def _announcement(item: Mapping[str, Any], sources: Mapping[str, Source]) -> Announcement:
    fields = cited(item, sources)
    return Announcement(**{**fields, "kind": Announcing(item["kind"]), "of": Kind(item["of"])})
