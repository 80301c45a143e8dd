"""What takes long: `make deep` runs all of it, and each part is a target of its own.

A Python that is not on PATH is left out, and nox says so.
"""

import os
import shutil
from pathlib import Path

import nox

nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"

INPUTS = os.environ.get("ICC_STATUS_FUZZ", "100000")
SECONDS = os.environ.get("SECONDS_EACH", "1800")
TARGETS = ("arguments", "copies", "registry", "rows", "situations")


@nox.session
def order(session: nox.Session) -> None:
    """Run the tests in two random orders, side by side."""
    session.install("-e", ".[test,deep]")
    for _ in range(2):
        session.run("pytest", "-q", "-n", "auto", "-p", "randomly")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Try many inputs: ICC_STATUS_FUZZ of each kind, then SECONDS_EACH guided by coverage."""
    session.install("-e", ".[test,deep]")
    session.run("pytest", "-q", "-n", "auto", "tests/test_fuzz.py", env={"ICC_STATUS_FUZZ": INPUTS})
    for target in TARGETS:
        session.run("python", "deep/fuzz.py", target, f"-max_total_time={SECONDS}")


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the model, names and jurisdiction one thing at a time; name what no test notices."""
    session.install("-e", ".[test,deep]")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def pythons(session: nox.Session) -> None:
    """Run the tests on each Python that is there."""
    session.install("-e", ".[test]", "pytest-xdist")
    session.run("pytest", "-q", "-n", "auto")


@nox.session
def lowest(session: nox.Session) -> None:
    """Build, check and test with the oldest release of everything that pyproject.toml admits."""
    oldest = ("--resolution", "lowest-direct", "--build-constraint", "deep/lowest.txt")
    session.install(*oldest, "-e", ".[test,map,parquet]", "pytest-xdist>=3.8")
    session.run("python", "-m", "mypy")
    session.run("pytest", "-q", "-n", "auto")


@nox.session
def builds(session: nox.Session) -> None:
    """Hold the wheel and the sdist to what they should be; test what the sdist holds."""
    session.install("build")
    folder = Path(session.create_tmp())
    shutil.rmtree(folder)
    session.run("python", "-m", "build", "--outdir", f"{folder}/dist", ".", silent=True)
    session.run("python", "deep/builds.py", f"{folder}/dist")
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    shutil.unpack_archive(sdist, folder)
    session.chdir(folder / sdist.name.removesuffix(".tar.gz"))
    session.install(
        "--only-binary", ":all:", "--no-binary", "icc-status", ".[test]", "pytest-xdist"
    )
    session.run("pytest", "-q", "-n", "auto")
