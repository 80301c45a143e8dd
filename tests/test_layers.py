"""The house: each library has one home, imports run one way, the clock is read once."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "icc_status"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
FLOORS = [
    {"errors", "treaty", "acts", "folding", "clock", "fingerprint"},
    {"standing"},
    {"state"},
    {"groups", "names"},
    {"registry"},
    {"document", "schema", "terminal", "events", "prose"},
    {"law_participation", "law_declarations", "copies.__init__", "copies.cells", "copies.tables"},
    {"shape", "law", "rows", "copies.lines", "periods", "resolve", "days", "tally", "columns"},
    {"snapshot", "annotations", "csvtext", "output"},
    {"reader", "catalogue", "audit", "copies.forms", "appending"},
    {"validate", "audit_registries", "codes", "annotating"},
    {"datasets"},
    {"datapackage"},
    {"render.__init__", "render.formats", "render.drawing", "render.parquet"},
    {"render.tables", "render.card", "render.citations"},
    {"commands.__init__", "commands.session"},
    {"commands.options", "commands.answer", "commands.streams", "commands.progress"},
    {"commands.readings"},
    {"commands.show", "commands.list_states", "commands.count", "commands.changes"}
    | {"commands.check", "commands.validate", "commands.audit"}
    | {"commands.annotate", "commands.export"},
    {"cli"},
    {"quick"},
    {"__init__", "__main__"},
]
HOMES = {
    "click": {"cli", *(name for name in MODULES if name.startswith("commands."))},
    "rich": {"render.drawing", "render.tables", "render.card"},
    "yaml": {"document"},
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
            found.add(str(node.module))
    return found


def test_every_module_has_its_floor():
    """A new module takes its place in the house."""
    assert sorted(MODULES) == sorted(name for floor in FLOORS for name in floor)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_run_one_way(name):
    """A module imports only what lies on a floor below its own."""
    mine = next(i for i, floor in enumerate(FLOORS) if name in floor)
    below = {lower for floor in FLOORS[:mine] for lower in floor} | {"__version__"}
    ours = {
        module.removeprefix("icc_status.")
        for module in imports(MODULES[name])
        if module.startswith("icc_status.")
    }

    assert ours - below == set()


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
    """The base install is click, rich and pyyaml; pyarrow is an extra, the rest Python's own."""
    foreign = {module.split(".")[0] for path in MODULES.values() for module in imports(path)}

    assert foreign - sys.stdlib_module_names - {"icc_status"} == {
        "click",
        "rich",
        "yaml",
        "pyarrow",
    }


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

    assert readers == ["clock"]


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
