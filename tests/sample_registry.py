"""The registry that the tests of the command line and the screen run on.

42 states and 12 situations, cut once from data/ as it was on 2 October 2026, so that a new fact
in data/ changes none of these tests. A test file that needs all of data/ says so with a fixture
`registry` (and `docket`) of its own that returns `icc_status.load()`.
"""

from functools import cache
from pathlib import Path

import pytest

from icc_status import Registry
from icc_status.loading import registry as registry_reader
from icc_status.loading import situations as situations_reader
from icc_status.model.situations import Docket

STATES = Path(__file__).parent / "registries" / "sample" / "states.yaml"
SITUATIONS = STATES.with_name("situations.yaml")
ENVIRONMENT = {"ICC_STATUS_REGISTRY": str(STATES)}
"""What a process of its own needs to answer from the sample."""

_load, _load_situations = registry_reader.load, situations_reader.load


@cache
def sample_registry() -> Registry:
    """Return the sample's states."""
    return _load(STATES)


@cache
def sample_docket() -> Docket:
    """Return the sample's situations."""
    return _load_situations(SITUATIONS)


def answer_from(registry: Registry, docket: Docket, patch: pytest.MonkeyPatch) -> None:
    """Let the program answer from these where no registry is named; that also saves reading."""
    patch.setattr(registry_reader, "load", lambda path=None: _load(path) if path else registry)
    patch.setattr(
        situations_reader, "load", lambda path=None: _load_situations(path) if path else docket
    )
