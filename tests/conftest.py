import datetime as dt
import io
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from browser import chromium
from hypothesis import HealthCheck, settings
from sample_registry import answer_from, sample_docket, sample_registry
from terminals import PIPE, TODAY

from icc_status import Registry, cli
from icc_status.commands.completion import SHELLS
from icc_status.model.situations import Docket
from icc_status.system.terminal import Terminal


def why_no_spark() -> str | None:
    """Return why the recipe for Spark cannot be run here, or None where it can."""
    if find_spec("pyspark") is None:
        return "PySpark is not installed: pip install 'icc-status[spark]'"
    return None if shutil.which("java") else "there is no Java"


def missing() -> list[str]:
    """Return the packages of the system that some tests need and that are not installed."""
    shells = [name for name in SHELLS if shutil.which(name) is None]
    locales = shutil.which("localedef") and Path("/usr/share/i18n/charmaps").is_dir()
    return shells if locales else [*shells, "locales"]


collect_ignore = ["test_spark.py"] if why_no_spark() else []

settings.register_profile(
    "suite",
    deadline=None,  # a busy machine is no fault of the program
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="ICC_STATUS_FUZZ" not in os.environ,  # a run repeats; `make fuzz` seeks the new
)
settings.load_profile("suite")

WITHOUT_CHROMIUM = "browser tests left out: install Chromium (apt-get install chromium)"
LEFT_OUT = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI insist on the tests in a browser."""
    parser.addoption("--browser", action="store_true", help="fail where Chromium is missing")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a test of bytes, or of what is not printable, in characters that any tool can show."""
    hidden = isinstance(val, bytes) or (isinstance(val, str) and not val.isprintable())
    return ascii(val[:20]) if hidden else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser tests out where there is no Chromium; the last line says so."""
    _leave_out_what_needs_more(config, items)
    left_out = [item for item in items if item.get_closest_marker("browser")]
    if left_out and not chromium() and not config.getoption("--browser"):
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
        config.stash[LEFT_OUT] = len(left_out)


def _leave_out_what_needs_more(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests whose package is missing; the last line says so."""
    names = missing()
    left_out = [
        item
        for item in items
        if (marker := item.get_closest_marker("needs")) and marker.args[0] in names
    ]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say how many tests need a browser that is not there, and what the Spark recipe lacks."""
    if number := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"{number} {WITHOUT_CHROMIUM}", yellow=True)
    if names := missing():
        terminalreporter.write_line(f"tests left out: install {', '.join(names)}", yellow=True)
    if why := why_no_spark():
        terminalreporter.write_line(f"recipe for Spark left out: {why}", yellow=True)


@dataclass(frozen=True)
class Result:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, registry: Registry, docket: Docket) -> Run:
    """Run the program in this process on the sample: run("russia", place=SCREEN, today=...)."""
    answer_from(registry, docket, monkeypatch)
    for name in ("ICC_STATUS_FORMAT", "ICC_STATUS_REGISTRY", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, place: Terminal = PIPE, today: dt.date = TODAY) -> Result:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = cli.run(args, today=today, place=place)
        texts = []
        for stream in (out, err):
            stream.flush()
            texts.append(stream.buffer.getvalue().decode("utf-8"))
        return Result(code, *texts)

    return run


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The registry that `run` answers from: the sample, unless a test file has its own fixture."""
    return sample_registry()


@pytest.fixture(scope="session")
def docket() -> Docket:
    """The situations that `run` answers from."""
    return sample_docket()
