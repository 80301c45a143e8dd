"""The rules of the house: homes of the libraries, one clock, a docstring on everything public."""

import ast
import sys

import pytest
from source_tree import MODULES, libraries

HOMES = {
    "click": {"cli", *(name for name in MODULES if name.startswith("commands."))},
    "rich": {name for name in MODULES if name.startswith("render.")},
    "yaml": {"loading.strict_yaml"},
    "vl_convert": {"pictures.convert"},
    "pyarrow": {"render.parquet"},
}
"""Each library, and the modules that may import it."""


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library):
    """A library is imported in its home alone, and it is imported there."""
    users = {name for name in MODULES if library in libraries(name)}

    assert users
    assert users <= HOMES[library]


def test_nothing_else_is_needed():
    """All other imports are Python's own."""
    used = set().union(*map(libraries, MODULES))

    assert used - sys.stdlib_module_names == set(HOMES)


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("model.")])
def test_the_model_needs_no_library(name):
    """The model imports the standard library alone."""
    assert libraries(name) <= sys.stdlib_module_names


def test_the_clock_is_read_in_one_place():
    """Only system/clock asks what day it is; everybody else is told."""
    words = ("date.today(", ".now(", "time.time", 'strftime("%')
    readers = [
        name
        for name, path in MODULES.items()
        if any(word in path.read_text(encoding="utf-8") for word in words)
    ]

    assert readers == ["system.clock"]


@pytest.mark.parametrize("name", MODULES)
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
