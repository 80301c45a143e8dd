"""README and docs/ are executed: every example and picture is what the program gives.

They show the shipped registry: after a change of the data `make readme` renews them.
"""

import doctest
import inspect
import re

import pytest
import yaml
from documentation import PAGES, ROOT, examples, pictures, shown

import icc_status
from icc_status.annotation.annotations import COLUMNS, DEFAULT
from icc_status.cli import VERBS, program

TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
EXAMPLES = [example for text in TEXTS.values() for example in examples(text)]
PICTURES = pictures(TEXTS["README.md"])


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=lambda text: text[:60])
def test_examples(command, output):
    """Each example prints exactly this."""
    assert output == shown(command)


def test_there_are_examples():
    """The test above has something to run."""
    assert len(examples(TEXTS["README.md"])) >= 12
    assert len(EXAMPLES) >= 15


@pytest.mark.parametrize(("command", "picture"), PICTURES)
def test_pictures(tmp_path, command, picture):
    """Each picture of the README is what the command beside it draws, to the byte."""
    drawn = tmp_path / "drawn.svg"
    shown(command.replace(picture, str(drawn)))

    assert (ROOT / picture).read_text(encoding="utf-8") == drawn.read_text(encoding="utf-8")


def test_the_readme_shows_its_pictures():
    """Each picture has the command that drew it, and none is missing."""
    assert re.findall(r"!\[.+\]\((.+)\)", TEXTS["README.md"]) == [path for _, path in PICTURES]


@pytest.mark.parametrize(("page", "least"), [("README.md", 4), ("docs/python.md", 30)])
def test_python_examples(page, least):
    """The Python of a page does what the page says."""
    failures, tried = doctest.testfile(str(ROOT / page), module_relative=False, encoding="utf-8")

    assert failures == 0
    assert tried >= least


def test_python_of_the_site(tmp_path, monkeypatch):
    """The Python of docs/site.md reads a site as it says."""
    shown(f"icc-status site -o {tmp_path}/site --on 2026-10-02")
    monkeypatch.chdir(tmp_path)
    failures, tried = doctest.testfile(
        str(ROOT / "docs" / "site.md"), module_relative=False, encoding="utf-8"
    )

    assert (failures, tried) == (0, 3)


def test_the_workflow_builds_a_site():
    """The workflow of docs/site.md is YAML, and runs this program's own verb."""
    (block,) = re.findall(r"```yaml\n(.*?)```", TEXTS["site.md"], re.DOTALL)
    (job,) = yaml.safe_load(block)["jobs"].values()
    (command,) = [step["run"] for step in job["steps"] if "run" in step]
    upload = next(step for step in job["steps"] if "with" in step)

    assert command.endswith(f" icc-status site -o {upload['with']['path']}")


def test_python_of_the_package():
    """The example in the package's own docstring does what it says."""
    assert doctest.testmod(icc_status).failed == 0


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_explained(verb):
    """A verb, and each option of its own, is mentioned in the README or in docs/."""
    options = {
        option
        for parameter in program.get_command(None, verb).params
        for option in parameter.opts
        if option.startswith("--")
    }
    text = "".join(TEXTS.values())

    assert f"icc-status {verb}" in text or verb == "show"
    assert [option for option in sorted(options) if option not in text] == []


@pytest.mark.parametrize(
    "word", ["load(", "find(", "status(on=", "standing(on=", "spells()", ".acts", "for state in"]
)
def test_each_public_call_has_an_example(word):
    """docs/python.md shows each thing that can be asked in Python."""
    prompts = [line for line in TEXTS["python.md"].splitlines() if line.startswith((">>> ", "..."))]

    assert any(word in line for line in prompts)


def test_everything_public_is_explained():
    """Each public name has a docstring of its own."""
    silent = [name for name in icc_status.__all__ if not inspect.getdoc(getattr(icc_status, name))]

    assert silent == []


def test_each_column_is_described():
    """docs/annotate.md describes every column, and says which are added unless asked."""
    page = TEXTS["annotate.md"]

    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
    assert f"`{','.join(DEFAULT)}`" in page


def test_the_version_is_said_once():
    """The changelog's newest version is the package's; what came after it is unreleased."""
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## (\S+)", log, re.MULTILINE)

    assert sections[sections[0] == "Unreleased"] == icc_status.__version__
