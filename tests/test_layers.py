"""The house: each library has one home, imports run one way, the clock is read once."""

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "icc_status"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
FLOORS = {
    **dict.fromkeys(("system", "errors"), 0),
    "model": 1,
    "loading": 2,
    **dict.fromkeys(("validation", "queries", "wording"), 3),
    **dict.fromkeys(("jurisdiction", "annotation", "export", "audit"), 4),
    **dict.fromkeys(("render", "pictures"), 5),
    "commands": 6,
    **dict.fromkeys(("__init__", "cli"), 7),
    **dict.fromkeys(("quick", "__main__"), 8),
}
"""Each folder, or module at the top, and its floor: it imports from its own and from lower ones."""
HOMES = {
    "click": {"cli", *(name for name in MODULES if name.startswith("commands."))},
    "rich": {name for name in MODULES if name.startswith("render.")},
    "yaml": {"loading.strict_yaml"},
    "vl_convert": {"pictures.convert"},
    "pyarrow": {"render.parquet"},
}


def imports(path: Path) -> set[str]:
    """Return the modules a module imports, our own as their name in the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "icc_status":
            found |= {f"icc_status.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def floor(name: str) -> int:
    """Return the floor of a module: its own, or that of the package it lies in."""
    return FLOORS[name] if name in FLOORS else floor(name.rpartition(".")[0])


def ours(name: str) -> set[str]:
    """Return the modules of ours that a module imports."""
    found = {module.removeprefix("icc_status.") for module in imports(MODULES[name])}
    return {other for other in found if other in MODULES}


def test_every_module_has_its_floor():
    """A new module takes its place in the house."""
    rooms = {name for name in MODULES if "." not in name}
    packages = {name.split(".")[0] for name in MODULES} - rooms

    assert rooms | packages == set(FLOORS)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_run_down(name):
    """A module imports from its own floor or a lower one."""
    assert {other for other in ours(name) if floor(other) > floor(name)} == set()


def test_imports_run_one_way():
    """No two modules need each other, however many lie between them."""
    order = TopologicalSorter({name: ours(name) for name in MODULES})

    assert len(list(order.static_order())) == len(MODULES)


@pytest.mark.parametrize("name", [n for n in sorted(MODULES) if n.startswith("model.")])
def test_the_domain_knows_no_library(name):
    """What the project is about imports Python alone."""
    assert {module.split(".")[0] for module in imports(MODULES[name])} <= {
        "icc_status",
        *sys.stdlib_module_names,
    }


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library):
    """click in the commands, rich in rendering, yaml in the reader of documents."""
    users = {
        name
        for name, path in MODULES.items()
        if any(module.split(".")[0] == library for module in imports(path))
    }

    assert users <= HOMES[library]
    assert users


def test_nothing_else_is_needed():
    """Every library has its home; all the rest is Python's own."""
    foreign = {module.split(".")[0] for path in MODULES.values() for module in imports(path)}

    assert foreign - sys.stdlib_module_names - {"icc_status"} == set(HOMES)


def test_the_clock_is_read_in_one_place():
    """Only the clock knows what day it is; the edge of the command line asks it."""
    readers = [
        name
        for name, path in MODULES.items()
        if any(
            word in path.read_text()
            for word in ("date.today(", ".now(", "time.time", 'strftime("%')
        )
    ]

    assert readers == ["system.clock"]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_everything_public_is_explained(name):
    """Each module, public class, function and method says what it does."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    public = [
        inner
        for node in tree.body
        for inner in (node, *(node.body if isinstance(node, ast.ClassDef) else ()))
        if isinstance(inner, ast.ClassDef | ast.FunctionDef)
        and not inner.name.startswith("_")
        and not getattr(node, "name", "_").startswith("_")
    ]

    assert ast.get_docstring(tree)
    assert [node.name for node in public if ast.get_docstring(node) is None] == []
