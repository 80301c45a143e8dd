"""The groups of states that can be listed and asked about."""

from collections.abc import Callable

from icc_status.model.status import Standing, Status

GROUPS: dict[str, tuple[str, Callable[[Standing], bool]]] = {
    "all": ("every state of the registry", lambda _: True),
    "parties": ("the Statute is in force for it", lambda s: s.status is Status.PARTY),
    "signatories": (
        "signed and never ratified (signatory + renounced)",
        lambda s: s.status in {Status.SIGNATORY, Status.RENOUNCED},
    ),
    "non-ratifiers": (
        "never a party (signatory + renounced + non-signatory)",
        lambda s: s.status in {Status.SIGNATORY, Status.RENOUNCED, Status.NON_SIGNATORY},
    ),
    "non-parties": ("everything but party", lambda s: s.status is not Status.PARTY),
    "withdrawn": (
        "its withdrawal has taken effect",
        lambda s: s.status is Status.WITHDRAWN,
    ),
    "withdrawing": (
        "a party with a notice of withdrawal pending",
        lambda s: s.leaving is not None,
    ),
    "contracting": (
        "instrument deposited, not yet in force for it",
        lambda s: s.status is Status.CONTRACTING,
    ),
    "renounced": (
        "signed, then told the depositary it does not intend to become a party",
        lambda s: s.status is Status.RENOUNCED,
    ),
    "non-signatories": ("none of these", lambda s: s.status is Status.NON_SIGNATORY),
}
"""Each group's name, what it holds, and the test of a standing that decides."""
