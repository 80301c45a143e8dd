"""What differs between two registries: act by act, source by source, and in what they claim.

The changelog's section on data is written from this.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from icc_status.audit.differences import Difference
from icc_status.model.acts import Act, Instrument, Source
from icc_status.model.registry import Registry
from icc_status.model.state import Existence, State

Entries = Mapping[tuple[str, str], Mapping[str, str]]
THERE = "there"


def against_registry(ours: Registry, theirs: Registry) -> list[Difference]:
    """Return the differences between two registries: states and their acts, then the rest."""
    of_states = list(_entries_differ(_states(ours), _states(theirs)))
    mine, other = _by_code(ours), _by_code(theirs)
    for code in sorted({*mine, *other}):
        of_states += _acts_differ(mine.get(code), other.get(code))
    of_states.sort(key=lambda difference: difference.iso3)
    return [*of_states, *_entries_differ(_lists(ours), _lists(theirs))]


def regions_rest_on(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield the regional groups whose sources differ.

    Both registries are plain data here, since a Registry does not hold these sources.
    """
    mine, other = (_region_sources(data) for data in (ours, theirs))
    for code in mine:
        if mine[code] != other.get(code, mine[code]):
            yield Difference("", f"region {code}", "source", mine[code], other[code])


def _region_sources(data: Mapping[str, Any]) -> dict[str, str]:
    sources = {region["code"]: region["source"] for region in data["regions"]}
    return {code: _text(tuple(s) if isinstance(s, list) else s) for code, s in sources.items()}


def _by_code(registry: Registry) -> dict[str, State]:
    return {state.iso3: state for state in registry}


def _states(registry: Registry) -> Entries:
    return {
        (state.iso3, state.iso3): _flat(state, {"acts", "agreements", "name"}) for state in registry
    }


def _lists(registry: Registry) -> Entries:
    """Return what a registry holds beside its states, each entry under its kind and key."""
    entries: dict[tuple[str, str], Mapping[str, str]] = {
        ("", "about"): {"claim": registry.claim, "as_of": str(registry.as_of)}
    }
    for source in registry.sources:
        entries["", f"source {source.key}"] = _flat(source)
    for instrument in registry.instruments.values():
        entries["", f"{instrument.sort} {instrument.key}"] = _flat(instrument)
    for code, title in registry.regions.items():
        members = str(registry.members.get(code, ""))
        entries["", f"region {code}"] = {"title": title, "members": members}
    for other in registry.not_states:
        entries["", f"no state: {other.name}"] = _flat(other)
    for name, codes in registry.ambiguous.items():
        entries["", f"shared name {name}"] = {"states": _text(codes)}
    return entries


def _entries_differ(ours: Entries, theirs: Entries) -> Iterator[Difference]:
    for iso3, name in dict.fromkeys((*ours, *theirs)):
        mine, other = ours.get((iso3, name)), theirs.get((iso3, name))
        title = (mine or other or {}).get("un_name", name)
        if mine is None or other is None:
            there = (THERE if mine is not None else "", THERE if other is not None else "")
            yield Difference(iso3, title, "entry", *there)
            continue
        for field in mine:
            if mine[field] != other[field]:
                yield Difference(iso3, title, field, mine[field], other[field])


def _acts_differ(ours: State | None, theirs: State | None) -> Iterator[Difference]:
    """Yield the acts that one registry alone has, and each field in which an act differs."""
    state = ours or theirs
    assert state is not None
    mine = [*ours.acts, *ours.agreements] if ours else []
    other = [*theirs.acts, *theirs.agreements] if theirs else []
    pairs = _paired(mine, other)
    if ours and theirs:
        yield from _order_differs(ours, theirs, pairs)
    for act, same in pairs:
        label = " ".join(filter(None, (act.kind, act.amendment, _text(act.date))))
        was, now = _flat(same), _flat(act)
        for field in now:
            if was[field] != now[field]:
                yield Difference(
                    state.iso3, state.name, f"{label}: {field}", now[field], was[field]
                )
    for act in mine:
        yield Difference(state.iso3, state.name, "act", _whole(act), "")
    for act in other:
        yield Difference(state.iso3, state.name, "act", "", _whole(act))


def _order_differs(
    ours: State, theirs: State, pairs: Iterable[tuple[Act, Act]]
) -> Iterator[Difference]:
    """Yield the days whose acts stand in another order."""
    days = defaultdict(list)
    for act, same in pairs:
        if act.date == same.date and act in ours.acts and same in theirs.acts:
            days[act.date].append((_place(ours.acts, act), _place(theirs.acts, same)))
    for day, places in days.items():
        mine, other = sorted(places), sorted(places, key=lambda place: place[1])
        if mine != other:
            kinds = (", ".join(ours.acts[at].kind for at, _ in order) for order in (mine, other))
            yield Difference(ours.iso3, ours.name, f"order of {_text(day)}", *kinds)


def _place(acts: Iterable[Act], act: Act) -> int:
    return next(i for i, other in enumerate(acts) if other is act)


def _paired(mine: list[Act], other: list[Act]) -> list[tuple[Act, Act]]:
    """Take the pairs of acts out of two lists: equal ones, then those of one day, of one kind."""
    pairs = []
    for key in (_flat, _of_one_day, _of_one_kind):
        for act in tuple(mine):
            same = next((a for a in other if key(a) == key(act)), None)
            if same is not None:
                mine.remove(act)
                other.remove(same)
                pairs.append((act, same))
    return pairs


def _of_one_day(act: Act) -> object:
    return act.kind, act.instrument and act.instrument.key, act.date


def _of_one_kind(act: Act) -> object:
    return act.kind, act.instrument and act.instrument.key


def _whole(act: Act) -> str:
    others = ((name, value) for name, value in _flat(act).items() if name not in {"date", "kind"})
    details = "; ".join(f"{name} {value}" for name, value in others if value)
    return f"{_text(act.date) or 'day unknown'} {act.kind} ({details})"


def _flat(record: object, without: Iterable[str] = ()) -> dict[str, str]:
    """Return a record's fields as text."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    return {name: _text(getattr(record, name)) for name in names if name not in set(without)}


def _text(value: object) -> str:
    """Return a value as text: nothing for what is not there, sources by their keys."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Source | Instrument):
        return value.key
    if isinstance(value, Existence):
        return "; ".join(f"{name} {said}" for name, said in _flat(value).items() if said)
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    return str(value)
