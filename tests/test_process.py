"""The program in a process of its own: real pipes, terminals, signals and encodings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pty_helper import shown

COMMAND = [sys.executable, "-m", "icc_status"]
ROOT = Path(__file__).parent.parent


def start(*args, env=None, **options):
    """Run the program in a process of its own."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("ICC_STATUS", "PYTHON"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        clean.pop(name, None)
    return subprocess.run(
        [*COMMAND, *args],
        env={**clean, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=not options,
        timeout=60,
        check=False,
        **options,
    )


def on_a_terminal(*args, env=None):
    """Run the program on a pseudo-terminal and return what it shows."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "90"}
    environ.pop("NO_COLOR", None)
    return shown([*COMMAND, *args], {**environ, **(env or {})})


def test_a_terminal_gets_a_colored_card():
    """On a terminal the card is drawn, in colour."""
    code, text = on_a_terminal("russia")

    assert code == 0
    assert "Russian Federation is not a party" in text
    assert "\x1b[" in text


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}])
def test_a_terminal_that_wants_no_color_gets_none(env):
    """The environment can turn colour off."""
    _, text = on_a_terminal("russia", env=env)

    assert "\x1b" not in text
    assert "Russian Federation is not a party" in text


@pytest.mark.parametrize("args", ["list --format json", "list", "-h", "validate data/states.yaml"])
@pytest.mark.parametrize("reader", ["head -1 >/dev/null", "true"])
def test_a_closed_pipe_ends_quietly(args, reader):
    """It is no error if the reader of a pipe stops early or reads nothing."""
    result = subprocess.run(
        ["bash", "-c", f"({sys.executable} -m icc_status {args}; echo $? >&2) | {reader}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert result.stderr == b"0\n"


@pytest.mark.parametrize("args", [("russia",), ("list", "--format", "json"), ("count",)])
def test_a_full_disk_is_told(args):
    """If the output cannot be written, the exit code is 4."""
    with open("/dev/full", "w") as full:
        result = start(*args, stdout=full, stderr=subprocess.PIPE)

    assert result.returncode == 4
    assert result.stderr == (
        b"icc-status: the output could not be written: No space left on device\n"
    )


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"HOME": ""},
    ],
)
def test_machine_formats_are_utf_8_whatever_the_locale(env):
    """In a pipe, the output is UTF-8 in any locale."""
    result = start("cote divoire", "--format", "csv", "--fields", "name", env=env)

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == "name\nCôte d'Ivoire\n".encode()


def test_a_table_follows_the_encoding_of_the_output():
    """If the output's encoding is ASCII, a table is drawn in ASCII."""
    result = start("turkey", "niger", "--format", "table", env={"PYTHONIOENCODING": "ascii"})

    assert result.returncode == 0
    assert result.stdout.isascii()
    assert b"Turkiye" in result.stdout


def test_columns_sets_the_width():
    """COLUMNS overrides the width of the terminal."""
    result = start("list", "--format", "table", env={"COLUMNS": "40"})

    assert max(len(line) for line in result.stdout.decode().splitlines()) <= 40


@pytest.mark.parametrize("flag", ["-O", "-I", "-Werror", "-bb"])
def test_strict_interpreters(flag, tmp_path):
    """The answer is the same under Python's strict options."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from icc_status.quick import main; main()"
    )
    result = subprocess.run(
        [sys.executable, flag, "-c", code, "russia"],
        capture_output=True,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )

    assert result.stdout == b"RUS\tRussian Federation\trenounced\t2016-11-30\n"
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("verb", ["audit", "validate"])
def test_a_closed_pipe_does_not_turn_no_into_yes(tmp_path, verb):
    """The exit code is 1 even if nobody reads the output."""
    broken = tmp_path / "broken.yaml"
    text = (ROOT / "data" / "states.yaml").read_text(encoding="utf-8")
    broken.write_text(text.replace("effective: 2017-10-27", "effective: 2017-10-26"))
    line = f"({sys.executable} -m icc_status {verb} {broken}; echo $? >&2) | true"
    result = subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert result.stderr.endswith(b"1\n")


@pytest.mark.parametrize(("name", "code"), [("Côte d'Ivoire", b"CIV"), ("Čína", b"CHN")])
def test_a_name_in_a_locale_without_its_letters(name, code):
    """A name in UTF-8 is understood even if the locale is ASCII."""
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    assert start(name, env=env).stdout.startswith(code + b"\t")


def run_code(code, *args):
    """Run Python with a program of its own, and arguments for it."""
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )


INTERRUPTED_AT = {
    "the imports": "builtins.__import__ = interrupted_by('icc_status.cli', builtins.__import__)",
    "the reading": (
        "from icc_status.loading import registry; registry.load = lambda path: interrupt()"
    ),
}


@pytest.mark.parametrize("at", INTERRUPTED_AT.values(), ids=INTERRUPTED_AT.keys())
def test_an_interrupt_is_no_traceback(at):
    """Ctrl-C at any moment gives one line and exit code 130."""
    code = f"""
import builtins, os, signal

signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

def interrupted_by(module, true):
    return lambda name, *more: interrupt() if name == module else true(name, *more)

from icc_status.quick import main
{at}
main()
"""
    result = run_code(code, "russia")

    assert (result.returncode, result.stdout) == (130, b"")
    assert result.stderr == b"icc-status: interrupted\n"


ENDS = {
    "memory": ("MemoryError", "icc-status: out of memory: ask for less at once"),
    "depth": ("RecursionError", "icc-status: the input is nested too deep"),
    "a fault": ("KeyError('x')", "icc-status: this is a fault of the program: please report"),
}


@pytest.mark.parametrize(("error", "told"), ENDS.values(), ids=ENDS.keys())
@pytest.mark.parametrize("at", ["the import", "the reading"])
def test_a_crash_is_no_no(error, told, at):
    """What ends the program by accident has a code of its own, not the 1 that says no."""
    where = {
        "the import": "import icc_status.quick as door; door.answer = crash",
        "the reading": "from icc_status.loading import registry; registry.load = crash",
    }
    code = f"def crash(*_): raise {error}\n{where[at]}\nfrom icc_status.quick import main\nmain()"
    result = run_code(code, "check", "norway", "--is", "parties")

    assert (result.returncode, result.stdout) == (70, b"")
    assert result.stderr.decode().splitlines()[-1].startswith(told)
    assert (result.stderr.count(b"\n") == 1) == (error != "KeyError('x')")


FULL = """
import sys
from icc_status.quick import main

class Full:
    def find_spec(self, name, path, target=None):
        raise MemoryError

sys.meta_path.insert(0, Full())
main()
"""


@pytest.mark.parametrize("args", [["check", "norway", "--is", "parties"], ["count"]])
def test_no_memory_for_one_more_module_is_no_no(args):
    """What says that memory ran out needs none."""
    result = run_code(FULL, *args)

    assert (result.returncode, result.stdout) == (70, b"")
    assert result.stderr == b"icc-status: out of memory: allow the program more\n"


def test_completion_completes_verbs_and_states():
    """The shell completes verbs and states; bash gets codes for names of several words."""
    env = {"_ICC_STATUS_COMPLETE": "bash_complete"}
    verbs = start(env={**env, "COMP_WORDS": "icc-status li", "COMP_CWORD": "1"}).stdout
    states = start(env={**env, "COMP_WORDS": "icc-status show South", "COMP_CWORD": "2"}).stdout

    assert b"plain,list" in verbs
    assert b"plain,KOR (Republic of Korea)\n" in states
