"""What the pictures say beside what they show."""

import datetime as dt
from collections.abc import Mapping

from icc_status.model.names import NotState
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Status
from icc_status.queries.categories import WITHDRAWING, Category, category
from icc_status.wording.headline import headline

BORDERS = (
    "Borders, disputed ones too, are drawn as Natural Earth (1:50m) draws them: by who is in"
    " control. That takes no position on any of them."
)
ELSEWHERE = "territory or area without a status of its own"
TOO_SMALL = "a state too small to see at this scale"
TITLE = "States and the Rome Statute of the International Criminal Court"


def counted(counts: Mapping[str, int], on: dt.date, who: str = "states") -> str:
    """Return the picture's answer: the parties among `who`, and those of them about to leave."""
    leaving = counts.get(WITHDRAWING, 0)
    parties = counts.get(Status.PARTY, 0) + leaving
    are = "is a party" if parties == 1 else "are parties"
    of = f"; {leaving} of these {parties} gave notice of withdrawal" if leaving else ""
    return f"On {on}, of the {sum(counts.values())} {who} {parties} {are}{of}."


def told(registry: Registry, state: State, on: dt.date) -> str:
    """Return a state's answer on a day, also before it existed."""
    return sentence(category(registry, state, on), state, on)


def sentence(category: Category, state: State, on: dt.date) -> str:
    """Return the answer of a category on a day on which it holds."""
    if category.holder is None or category.standing is None:
        assert state.exists_from is not None
        return f"{state.name} did not exist yet: it exists since {state.exists_from.date}."
    said = headline(category.holder, category.standing, on)
    if category.holder is state:
        return said
    assert state.exists_from is not None
    born = state.exists_from.date
    return f"{state.name} was no state of its own before {born}; its predecessor's status: {said}"


def elsewhere(registry: Registry, name: str) -> str:
    """Return what is said of an area that is no state of the registry."""
    found = registry.names.meaning(name)
    if isinstance(found, NotState):
        return f"{found.name}: {found.answer}"
    return f"{name}: {ELSEWHERE}."


def among(registry: Registry, region: str | None) -> str:
    """Return the words for the states of a region, or for all of them."""
    if region is None:
        return "states"
    return registry.regions[region] if region != "none" else "states in no regional group"


def plain(region: str | None) -> str:
    """Return what an area without a colour is."""
    return "outside the group, or without a status of its own" if region else ELSEWHERE


def status(category: Category, state: State) -> str:
    """Return a category's status in words, with the day on which it will end by withdrawal."""
    if category.standing is None or category.holder is None:
        return "not yet a state"
    words = category.standing.status.label
    if category.standing.leaving:
        words += f", leaving on {category.standing.leaving}"
    return words if category.holder is state else f"part of {category.holder.name}: {words}"
