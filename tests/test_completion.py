"""Completion in real shells: what a tab puts on the line is what the program accepts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_registry import ENVIRONMENT, sample_registry
from shells import Shell

from icc_status.cli import VERBS, program
from icc_status.commands.candidates import fields_of, states_that_begin
from icc_status.commands.completion import SHELLS
from icc_status.commands.session import VARIABLE
from icc_status.model.names import spellings
from icc_status.queries import rows

ROOT = Path(__file__).parents[1]
SHELL_PARAMS = [pytest.param(name, marks=pytest.mark.needs(name)) for name in SHELLS]


@pytest.fixture(scope="module", params=SHELL_PARAMS)
def shell(request, tmp_path_factory):
    """Return a shell that has learned to complete, and answers from the sample."""
    one = Shell(request.param, tmp_path_factory.mktemp(request.param), ENVIRONMENT)
    yield one
    one.close()


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("rus", "Russia"),
        ("RUS", "Russia"),
        ("zaf", "ZAF"),
        ("cou", "count"),
        ("help lis", "list"),
        ("--on 2010-01-01 fra", "France"),
        ("show france rus", "Russia"),
        ("situations --state geo", "Georgia"),
        ("check russia --is signat", "signatories"),
        ("list non-p", "non-parties"),
        ("list gru", "GRULAC"),
        ("list --region eas", "Eastern-Europe"),
        ("list --fields iso3,na", "iso3,name"),
        ("annotate x.csv --add iso3,sta", "iso3,status"),
        ("changes --kind rat", "ratification"),
        ("russia --form", "--format"),
        ("export pan", "panel"),
    ],
)
def test_a_tab_completes(shell, line, last):
    """A tab completes names, verbs, groups, regions, fields, kinds and options."""
    assert shell.got(f"icc-status {line}\t") == [*line.split()[:-1], last]


@pytest.mark.parametrize(
    ("line", "code"), [("south\\ ko", "KOR"), ("'côte", "CIV"), ("south\\ a", "ZAF")]
)
def test_a_name_of_several_words_is_one_word_for_the_program(shell, run, line, code):
    """bash gets the code, the others the name with what quotes it."""
    words = shell.got(f"icc-status {line}\t")

    assert len(words) == 1
    assert run(*words, "--fields", "iso3").lines == [code]


def test_several_names_leave_the_line_as_it_is(shell):
    """Where several states fit, they are shown, and what was typed is not erased."""
    if shell.name == "fish":  # it draws no list on a terminal that is as plain as the tests'
        line = "icc-status sou\t"
    else:
        shell.type("icc-status sou\t\t")
        shell.shown("Republic of Korea")
        line = ""

    assert shell.got(line)[0].casefold() == "sou"


@pytest.mark.parametrize("name", SHELLS)
@pytest.mark.parametrize("length", [2, 4, 9])
def test_every_completion_means_its_state(monkeypatch, name, length):
    """Any beginning of any name leads to its state, and to values that mean what they say."""
    monkeypatch.setenv(VARIABLE, f"{name}_complete")
    registry = sample_registry()
    for state in registry:
        for typed in {spelling[:length] for spelling in spellings(state)}:
            values = [item.value for item in states_that_begin(typed, registry)]
            helps = [item.help for item in states_that_begin(typed, registry)]
            assert [registry.find(value).name for value in values] == helps
            if spelled(typed):
                assert state.name in helps


def spelled(typed: str) -> bool:
    """Tell whether a beginning is no abbreviation, which stands for another word."""
    return typed.isascii() and typed.isalpha()


@pytest.mark.parametrize("verb", VERBS)
def test_fields_that_complete_are_fields(verb):
    """A verb with --fields completes the fields of its own answers."""
    command = program.get_command(None, verb)
    fields = fields_of(command)

    assert len(set(fields)) == len(fields) > 0
    assert ("iso3" in fields) == (verb != "count") or verb in {
        "count",
        "chart",
        "situations",
        "audit",
    }


@pytest.mark.parametrize("name", SHELLS)
def test_the_verb_prints_what_the_shell_needs(run, name):
    """`completion` prints a script that asks the program, in any case of the shell's name."""
    result = run("completion", name.upper())

    assert (0, "") == (result.code, result.err)
    assert f"{VARIABLE}={name}_complete" in result.out


@pytest.mark.parametrize(
    "asked",
    [
        {VARIABLE: "bash_complete"},
        {VARIABLE: "zsh_complete", "COMP_WORDS": "icc-status rus"},
        {VARIABLE: "bash_complete", "COMP_WORDS": "icc-status rus", "COMP_CWORD": "x"},
        {VARIABLE: "fish_complete", "COMP_WORDS": "icc-status ", "COMP_CWORD": " "},
        {VARIABLE: "tcsh_complete"},
        {VARIABLE: "bash"},
    ],
    ids=str,
)
def test_what_is_no_shell_gets_one_line(asked):
    """An instruction that no shell gave is a bad question, not a fault of the program."""
    result = subprocess.run(
        [sys.executable, "-m", "icc_status"],
        env=os.environ | ENVIRONMENT | asked,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (2, "", 1) == (result.returncode, result.stdout, result.stderr.count("\n"))
    assert "'icc-status completion bash'" in result.stderr


@pytest.mark.parametrize("name", SHELLS)
def test_what_is_typed_is_read_as_utf_8_in_any_locale(name):
    """Where the locale has no such letter, a tab completes the name that stands on the line."""
    typed = "Türk"
    words = {"COMP_WORDS": f"icc-status {typed}", "COMP_CWORD": typed if name == "fish" else "1"}
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = subprocess.run(
        [sys.executable, "-m", "icc_status"],
        env={**os.environ, **ENVIRONMENT, **locale, **words, VARIABLE: f"{name}_complete"},
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (0, b"") == (result.returncode, result.stderr)
    assert "Türkiye" in result.stdout.decode()
    assert "Albania" not in result.stdout.decode()


def test_a_registry_that_cannot_be_read_completes_nothing(tmp_path):
    """A tab never shows an error."""
    result = subprocess.run(
        [sys.executable, "-m", "icc_status"],
        env=os.environ
        | {VARIABLE: "bash_complete", "COMP_WORDS": "icc-status rus", "COMP_CWORD": "1"}
        | {"ICC_STATUS_REGISTRY": str(tmp_path / "none.yaml")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (0, "", "") == (result.returncode, result.stdout, result.stderr)


def test_the_columns_of_states_are_completed():
    """`show` and `list` have the fields of a state's row."""
    assert fields_of(program.get_command(None, "list"))[:3] == rows.COLUMNS[:3]
