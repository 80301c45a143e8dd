"""The floors of the house: a module imports from its own floor or from lower ones."""

from graphlib import TopologicalSorter

import pytest
from source_tree import MODULES, own_imports

FLOORS = [
    {"system", "errors"},
    {"model"},
    {"loading"},
    {"validation", "queries", "wording"},
    {"jurisdiction", "annotation", "export", "audit"},
    {"render", "pictures", "site"},
    {"commands"},
    {"__init__", "cli", "notebook"},
    {"quick", "__main__"},
]
"""The folders, and the modules at the top, from the lowest floor up."""


def floor(name: str) -> int:
    """Return the floor of a module."""
    room = name.split(".")[0]
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def test_every_room_has_its_floor():
    """A new folder, or a new module at the top, is given a floor here."""
    assert {name.split(".")[0] for name in MODULES} == set().union(*FLOORS)


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_down(name):
    """A module imports nothing from a higher floor."""
    assert {other for other in own_imports(name) if floor(other) > floor(name)} == set()


def test_imports_run_one_way():
    """No two modules need each other, however many lie between them."""
    order = TopologicalSorter({name: own_imports(name) for name in MODULES})

    assert len(list(order.static_order())) == len(MODULES)
