"""The slow checks: `make deep` runs them all, and each has a target of its own.

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
    """Run the tests in two random orders."""
    session.install("-e", ".[test,deep]")
    for _ in range(2):
        session.run("pytest", "-q", "-n", "auto", "-p", "randomly")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Try ICC_STATUS_FUZZ inputs of each kind, then inputs guided by coverage for SECONDS_EACH."""
    session.install("-e", ".[test,deep]")
    tests = ("tests/test_fuzz.py", "tests/test_annotating.py")
    session.run("pytest", "-q", "-n", "auto", *tests, env={"ICC_STATUS_FUZZ": INPUTS})
    for target in TARGETS:
        session.run("python", "deep/fuzz.py", target, f"-max_total_time={SECONDS}")


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the model and jurisdiction one thing at a time; list the changes no test notices."""
    session.install("-e", ".[test,deep]")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def pythons(session: nox.Session) -> None:
    """Run the tests on each Python that is installed."""
    session.install("-e", ".[test]")
    session.run("pytest", "-q", "-n", "auto")


@nox.session
def lowest(session: nox.Session) -> None:
    """Check types and test with the oldest dependencies that pyproject.toml allows."""
    oldest = ("--resolution", "lowest-direct", "--build-constraint", "deep/lowest.txt")
    session.install(*oldest, "-e", ".[test,map,parquet]")
    session.run("python", "-m", "mypy")
    session.run("pytest", "-q", "-n", "auto")


@nox.session
def builds(session: nox.Session) -> None:
    """Check what the wheel and the sdist contain, and run the tests that the sdist carries."""
    session.install("build")
    folder = Path(session.create_tmp())
    shutil.rmtree(folder)
    session.run("python", "-m", "build", "--outdir", f"{folder}/dist", ".", silent=True)
    session.run("python", "deep/builds.py", f"{folder}/dist")
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    shutil.unpack_archive(sdist, folder)
    session.chdir(folder / sdist.name.removesuffix(".tar.gz"))
    session.install("--only-binary", ":all:", "--no-binary", "icc-status", ".[test]")
    session.run("pytest", "-q", "-n", "auto")
