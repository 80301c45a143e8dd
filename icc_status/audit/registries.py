"""What differs between two registries: act by act, source by source, and in what they claim.

The changelog's section on data is written from this.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from icc_status.audit.acts import acts_differ
from icc_status.audit.differences import Difference
from icc_status.audit.flat import flat, text
from icc_status.model.registry import Registry
from icc_status.model.state import State

Entries = Mapping[tuple[str, str], Mapping[str, str]]
THERE = "there"


def against_registry(ours: Registry, theirs: Registry) -> list[Difference]:
    """Return the differences between two registries: states and their acts, then the rest."""
    found = list(_entries_differ(_states(ours), _states(theirs)))
    mine, other = _by_code(ours), _by_code(theirs)
    for code in sorted({*mine, *other}):
        found += acts_differ(mine.get(code), other.get(code))
    found.sort(key=lambda difference: difference.iso3)
    return [*found, *_entries_differ(_lists(ours), _lists(theirs))]


def regions_rest_on(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield the regional groups whose sources differ; plain data, as a Registry has not these."""
    mine, other = (_region_sources(data) for data in (ours, theirs))
    for code in mine:
        if mine[code] != other.get(code, mine[code]):
            yield Difference("", f"region {code}", "source", mine[code], other[code])


def _region_sources(data: Mapping[str, Any]) -> dict[str, str]:
    told = {region["code"]: region["source"] for region in data["regions"]}
    return {code: text(tuple(s) if isinstance(s, list) else s) for code, s in told.items()}


def _by_code(registry: Registry) -> dict[str, State]:
    return {state.iso3: state for state in registry}


def _states(registry: Registry) -> Entries:
    return {(state.iso3, state.iso3): flat(state, {"acts", "name"}) for state in registry}


def _lists(registry: Registry) -> Entries:
    """Return what stands beside the states, each entry under its kind and key."""
    entries: dict[tuple[str, str], Mapping[str, str]] = {
        ("", "about"): {"claim": registry.claim, "as_of": str(registry.as_of)}
    }
    for source in registry.sources:
        entries["", f"source {source.key}"] = flat(source)
    for amendment in registry.amendments.values():
        entries["", f"amendment {amendment.key}"] = flat(amendment)
    for code, title in registry.regions.items():
        members = str(registry.members.get(code, ""))
        entries["", f"region {code}"] = {"title": title, "members": members}
    for other in registry.not_states:
        entries["", f"no state: {other.name}"] = flat(other)
    for name, codes in registry.ambiguous.items():
        entries["", f"shared name {name}"] = {"states": text(codes)}
    return entries


def _entries_differ(ours: Entries, theirs: Entries) -> Iterator[Difference]:
    for iso3, name in dict.fromkeys((*ours, *theirs)):
        mine, other = ours.get((iso3, name)), theirs.get((iso3, name))
        title = (mine or other or {}).get("un_name", name)
        if mine is None or other is None:
            told = (THERE if mine is not None else "", THERE if other is not None else "")
            yield Difference(iso3, title, "entry", *told)
            continue
        for field in mine:
            if mine[field] != other[field]:
                yield Difference(iso3, title, field, mine[field], other[field])
