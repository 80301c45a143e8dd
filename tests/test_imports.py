"""What each kind of call imports: nothing heavy unless it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

from icc_status import load
from icc_status.loading import names as names_reader
from icc_status.loading import registry as registry_reader
from icc_status.loading import situations as situations_reader
from icc_status.loading import snapshot

ROOT = Path(__file__).parent.parent
EVENTS = str(ROOT / "docs" / "events.csv")
ANNOTATE = ("annotate", EVENTS, "--state=country", "--date=event_date", "--output=/dev/null")
INSTALLED = """
import sys
from icc_status import quick
quick.DATA = sys.argv.pop(1)
try:
    if quick.answer(sys.argv[1:], quick.DATA, "2026-11-24") is None:
        from pathlib import Path
        from icc_status.loading import registry as registry_reader
        registry_reader.PACKAGE = Path(quick.DATA).parent
        from icc_status.cli import run
        run(sys.argv[1:])
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
HEAVY = {"click", "rich", "yaml", "json", "re", "datetime", "dataclasses", "enum", "typing"}
NEVER = {"vl_convert", "pyarrow", "importlib.metadata", "importlib.resources"}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder of data with its snapshots, as a wheel installs it."""
    folder = tmp_path_factory.mktemp("package") / "data"
    folder.mkdir()
    paths = [registry_reader.bundled(f"{n}.yaml") for n in ("states", "situations", "names")]
    states, situations, names = paths
    yaml, more = states.read_bytes(), situations.read_bytes()
    (folder / states.name).write_bytes(yaml)
    (folder / situations.name).write_bytes(more)
    (folder / names.name).write_bytes(names.read_bytes())
    files = snapshot.compiled(yaml, names.read_bytes(), registry_reader.in_shape(yaml), load())
    files |= snapshot.whole(situations.name, more, situations_reader.in_shape(more))
    files |= names_reader.compiled(names.read_bytes())
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def words(value):
    """Name a case by its words, a set's in order: xdist needs the same names in every process."""
    words = (
        sorted(value) if isinstance(value, set) else [value] if isinstance(value, str) else value
    )
    return " ".join(word.replace(EVENTS, "events.csv") for word in words)


def imported(data, *args):
    """Return the modules that an installed program has imported after a call."""
    result = subprocess.run(
        [sys.executable, "-S", "-c", INSTALLED, f"{data}/", *args],
        env={"PYTHONPATH": ":".join([str(ROOT), *filter(None, sys.path)])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return set(result.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("args", "absent"),
    [
        (("russia",), HEAVY | {"difflib"}),
        (("russia", "--on", "2010-01-01"), HEAVY | {"difflib"}),
        (("list", "non-ratifiers"), HEAVY | {"difflib"}),
        (("check", "russia", "--is", "parties"), HEAVY | {"difflib"}),
        (("list", "--format", "json"), {"rich", "yaml", "difflib"}),
        (("--help",), {"rich", "yaml", "difflib", "icc_status.commands.show"}),
        (("--version",), {"rich", "yaml", "difflib", "icc_status.commands.show"}),
        (("russai",), {"rich", "yaml"}),
        (("russia", "--format", "table"), {"rich", "yaml", "difflib"}),
        (("russia", "norway", "--format", "table"), {"yaml", "difflib"}),
        (ANNOTATE, {"rich", "yaml", "difflib"}),
    ],
    ids=words,
)
def test_what_is_not_imported(data, args, absent):
    """A call does not import what it does not need."""
    assert imported(data, *args) & (absent | NEVER) == set()


@pytest.mark.parametrize(
    ("args", "present"),
    [
        (("russia",), "icc_status.model.normalize"),
        (("list", "--format", "json"), "click"),
        (("russai",), "difflib"),
        (("russia", "--format", "table"), "textwrap"),
        (("russia", "norway", "--format", "table"), "rich.table"),
        ((*ANNOTATE, "--code=cow"), "yaml"),
    ],
    ids=words,
)
def test_what_is_imported(data, args, present):
    """A call imports what it needs, so the test above looks at real calls."""
    assert present in imported(data, *args)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_reads_no_registry(option):
    """--help does not load the registry; --version reads its day from the quick file."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "icc_status", option],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}

    assert "icc_status.cli" in loaded
    assert (
        loaded
        & {"icc_status.model.registry", "icc_status.loading.registry", "icc_status.model.status"}
        == set()
    )
