"""What differs between the acts of one state in two registries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from icc_status.audit.differences import Difference
from icc_status.audit.flat import flat, text
from icc_status.model.acts import Act
from icc_status.model.state import State


def acts_differ(ours: State | None, theirs: State | None) -> Iterator[Difference]:
    """Yield the acts that one registry alone has, and the fields of those that both have."""
    state = ours or theirs
    assert state is not None
    mine = list(ours.acts) if ours else []
    other = list(theirs.acts) if theirs else []
    pairs = _paired(mine, other)
    if ours and theirs:
        yield from _order_differs(ours, theirs, pairs)
    for act, same in pairs:
        label = " ".join(filter(None, (act.kind, act.amendment, text(act.date))))
        was, now = flat(same), flat(act)
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
        if act.date == same.date:
            days[act.date].append((_place(ours.acts, act), _place(theirs.acts, same)))
    for day, places in days.items():
        mine, other = sorted(places), sorted(places, key=lambda place: place[1])
        if mine != other:
            told = (", ".join(ours.acts[at].kind for at, _ in order) for order in (mine, other))
            yield Difference(ours.iso3, ours.name, f"order of {text(day)}", *told)


def _place(acts: Iterable[Act], act: Act) -> int:
    return next(i for i, other in enumerate(acts) if other is act)


def _paired(mine: list[Act], other: list[Act]) -> list[tuple[Act, Act]]:
    """Take the pairs of acts out of two lists: equal ones, then those of one day, of one kind."""
    pairs = []
    for key in (flat, _of_one_day, _of_one_kind):
        for act in tuple(mine):
            same = next((a for a in other if key(a) == key(act)), None)
            if same is not None:
                mine.remove(act)
                other.remove(same)
                pairs.append((act, same))
    return pairs


def _of_one_day(act: Act) -> object:
    return act.kind, act.amendment, act.date


def _of_one_kind(act: Act) -> object:
    return act.kind, act.amendment


def _whole(act: Act) -> str:
    told = {name: said for name, said in flat(act).items() if said and name not in {"date", "kind"}}
    details = "; ".join(f"{name} {said}" for name, said in told.items())
    return f"{text(act.date) or 'day unknown'} {act.kind} ({details})"
