"""The snapshot of a registry: what a start reads instead of the YAML it is compiled from.

Files beside the YAML. states.quick has a head (the keys of the YAML's content and of its own rest,
as_of, the day from which it is stale, the groups), then a line for each folded name with its
state's code, and a line for each state, by name, with its name and the spans of days on which one
answer holds. states.json has the YAML's data and the folded names, situations.json that of its
YAML, each under a line with the two keys and the names of the fields that hold days.
None is trusted over the YAML: of other content, or damaged, it is as good as absent.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from icc_status.errors import OutputError
from icc_status.loading.fingerprint import fingerprint
from icc_status.model import treaty
from icc_status.model.groups import GROUPS
from icc_status.model.normalize import sort_key
from icc_status.model.registry import STALE_AFTER, Registry
from icc_status.model.spans import from_day
from icc_status.model.state import State

QUICK = "states.quick"


def compiled(yaml: bytes, data: Mapping[str, Any], registry: Registry) -> dict[str, str]:
    """Return the texts of the files of a registry's snapshot by their names."""
    files = whole("states.yaml", yaml, data, folds=registry.names.folds)
    lines = "".join(f"{line}\n" for line in _quick(registry))
    stale_from = registry.as_of + dt.timedelta(days=STALE_AFTER + 1)
    keys = (fingerprint(yaml), fingerprint(lines.encode()))
    head = "\t".join([*keys, str(registry.as_of), str(stale_from), ",".join(GROUPS)])
    return {**files, QUICK: f"{head}\n{lines}"}


def whole(name: str, yaml: bytes, data: Mapping[str, Any], **more: object) -> dict[str, str]:
    """Return the snapshot of a YAML file's data as JSON, by the name of its file."""
    held = _json({"data": data, **more})
    keys = {"key": fingerprint(yaml), "whole": fingerprint(held.encode())}
    head = _json({**keys, "days": sorted(set(_days(data)))})
    return {name.replace(".yaml", ".json"): f"{head}\n{held}"}


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Put the files into a folder, each whole or not at all; a folder that refuses is left be."""
    from icc_status.system.files import save

    for name, text in files.items():
        with suppress(OutputError):
            save(folder / name, text)


def read(where: Path, yaml: bytes) -> dict[str, Any] | None:
    """Return what the snapshot beside a YAML file holds, or None where none fits its content."""
    try:
        first, _, rest = where.with_suffix(".json").read_bytes().partition(b"\n")
        head = json.loads(first)
        if (head["key"], head["whole"]) != (fingerprint(yaml), fingerprint(rest)):
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


def _quick(registry: Registry) -> Iterator[str]:
    names = registry.names
    for folded, state in names.states.items():
        if folded not in names.ambiguous and folded not in names.not_states:
            yield f"{folded}\t{state.iso3}"
    for state in sorted(registry, key=lambda state: (sort_key(state.name), state.iso3)):
        yield "\t".join([f"@{state.iso3}", state.name, *_spans(state)])


def _spans(state: State) -> Iterator[str]:
    """Yield each span of days with one answer: its first day, status, since, and groups."""
    first = state.exists_from.date if state.exists_from else treaty.ADOPTED
    for span in from_day(state.standings, first):
        standing = span.value
        groups = ",".join(name for name, (_, holds) in GROUPS.items() if holds(standing))
        yield f"{span.first}|{standing.status.value}|{standing.since or ''}|{groups}"
