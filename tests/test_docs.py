"""The pages under docs/ are executed: what they show is what there is."""

import doctest
import inspect

import pytest
from test_readme import ROOT, examples, shown

import icc_status
from icc_status.annotation.annotations import COLUMNS, DEFAULT

PAGES = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
EXAMPLES = [example for page in PAGES.values() for example in examples(page)]


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=lambda text: text[:60])
def test_examples_of_the_pages(command, output):
    """Each example prints exactly this."""
    assert output == shown(command)


def test_there_are_examples():
    """The test above has something to run."""
    assert len(EXAMPLES) >= 3


def test_python():
    """The page on Python says what Python does."""
    failures, tried = doctest.testfile(
        str(ROOT / "docs" / "python.md"), module_relative=False, encoding="utf-8"
    )

    assert (0, True) == (failures, tried > 15)


@pytest.mark.parametrize(
    "word", ["load(", "find(", "status(on=", "standing(on=", "spells()", ".acts", "for state in"]
)
def test_each_public_call_has_an_example(word):
    """Each thing that can be asked in Python is shown."""
    prompts = [line for line in PAGES["python.md"].splitlines() if line.startswith((">>> ", "..."))]

    assert any(word in line for line in prompts)


def test_everything_public_is_explained():
    """Each public name has a docstring of its own."""
    silent = [name for name in icc_status.__all__ if not inspect.getdoc(getattr(icc_status, name))]

    assert silent == []


def test_each_column_is_described():
    """The page on annotate describes every column, and says which are added unless asked."""
    page = PAGES["annotate.md"]

    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
    assert f"`{','.join(DEFAULT)}`" in page
