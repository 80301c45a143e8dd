"""The snapshot of the YAML files: what a wheel holds to spare a start the reading of YAML.

states.quick and names.quick have every answer for a pipe (`quick_file`). states.json and
situations.json have the data of their YAML files, names.json the names by their keys; the first
line of each has its keys, and the fields that hold days.
A damaged or outdated snapshot is ignored; the YAML wins. Nothing is ever written beside it.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from icc_status.loading.fingerprint import fingerprint, snapshot_key
from icc_status.loading.quick_file import LANGUAGES, NAME, names_text, quick_text
from icc_status.model import treaty
from icc_status.model.groups import GROUPS
from icc_status.model.normalize import sort_key
from icc_status.model.registry import STALE_AFTER, Registry
from icc_status.model.spans import from_day
from icc_status.model.state import State


def compiled(
    yaml: bytes, names: bytes, data: Mapping[str, Any], registry: Registry
) -> dict[str, str]:
    """Return the texts of the files of a registry's snapshot by their names.

    `names` is the YAML of the names in other languages.
    """
    files = whole("states.yaml", yaml, data, folds=registry.names.folds)
    languages = names_text(yaml + names, _in_languages(registry))
    return {**files, NAME: _quick(yaml, registry), LANGUAGES: languages}


def _in_languages(registry: Registry) -> Iterator[tuple[str, str]]:
    """Yield the keys of names in ASCII that only another language has, with their one state."""
    index = registry.names
    own = index.ambiguous.keys() | index.not_states.keys() | index.states.keys()
    states = {state.iso3 for state in registry}
    for name, codes in registry.languages().by_key.items():
        if name.isascii() and name not in own and len(codes) == 1 and codes[0] in states:
            yield name, codes[0]


def _quick(yaml: bytes, registry: Registry) -> str:
    index = registry.names
    unclear = index.ambiguous.keys() | index.not_states.keys()
    names = (
        (name, state.iso3)
        for name, state in index.states.items()
        if name.isascii() and name not in unclear
    )
    by_name = sorted(registry, key=lambda state: (sort_key(state.name), state.iso3))
    stale_from = registry.as_of + dt.timedelta(days=STALE_AFTER + 1)
    return quick_text(
        yaml,
        as_of=str(registry.as_of),
        stale_from=str(stale_from),
        groups=GROUPS,
        names=names,
        states=((state.iso3, state.name, _spans(state)) for state in by_name),
    )


def _spans(state: State) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield each span of days with one answer: its first day, status, since, and groups."""
    born = state.exists_from.date if state.exists_from else treaty.ADOPTED
    for span in from_day(state.standings, born):
        standing = span.value
        groups = [name for name, (_, holds) in GROUPS.items() if holds(standing)]
        yield str(span.first), standing.status.value, str(standing.since or ""), groups


def whole(name: str, yaml: bytes, data: Mapping[str, Any], **more: object) -> dict[str, str]:
    """Return the snapshot of a YAML file's data as JSON, by the name of its file."""
    held = _json({"data": data, **more})
    keys = {"key": snapshot_key(yaml), "whole": fingerprint(held.encode())}
    head = _json({**keys, "days": sorted(set(_days(data)))})
    return {name.replace(".yaml", ".json"): f"{head}\n{held}"}


def read(where: Path, yaml: bytes) -> dict[str, Any] | None:
    """Return what the snapshot beside a YAML file holds, or None where none fits its content."""
    try:
        first, _, rest = where.with_suffix(".json").read_bytes().partition(b"\n")
        head = json.loads(first)
        if (head["key"], head["whole"]) != (snapshot_key(yaml), fingerprint(rest)):
            return None
        days = frozenset(head["days"])

        def dated(record: dict[str, Any]) -> dict[str, Any]:
            for name in days & record.keys():
                record[name] = dt.date.fromisoformat(record[name])
            return record

        held: dict[str, Any] = json.loads(rest, object_hook=dated)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return held


def _json(value: object) -> str:
    return json.dumps(value, default=dt.date.isoformat, ensure_ascii=False, separators=(",", ":"))


def _days(value: object) -> Iterator[str]:
    """Yield the names of the fields that hold days, in whatever record."""
    if isinstance(value, Mapping):
        yield from (name for name, inner in value.items() if isinstance(inner, dt.date))
        value = value.values()
    if isinstance(value, Iterable) and not isinstance(value, str):
        for inner in value:
            yield from _days(inner)
