"""What a copy of some day should say of a state, by the registry."""

import datetime as dt
from collections.abc import Collection

from icc_status.model.acts import Kind, acts_taken_back
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Status
from icc_status.queries.rows import Row, row

DAYS = (
    *("signed", "deposited", "instrument", "in_force"),
    *("withdrawal_notified", "withdrawal_effective"),
)
"""The columns of a row that a copy may have too."""


def expected(
    registry: Registry, state: State, on: dt.date, fields: Collection[str] = ()
) -> dict[str, str]:
    """Return what a copy of that day should say: acts taken back by then are not listed.

    Only a copy that has the revocations, too, should have the notices that were revoked.
    """
    if not state.existed(on):
        return {}
    stands = row(registry, state, on)
    said = {name: _text(stands[name]) for name in DAYS}
    said["withdrawn"] = "yes" if stands.standing.status is Status.WITHDRAWN else ""
    said["withdrawal"] = f"{said['withdrawal_notified']} {said['withdrawal_effective']}".strip()
    return said | _revoked(stands) if "withdrawal_revoked" in fields else said


def uncompared(fields: Collection[str]) -> tuple[str, ...]:
    """Return the columns of a row that a copy with some fields does not answer for."""
    held = {*fields, *(DAYS[-2:] if "withdrawal" in fields else ())}
    return tuple(name for name in DAYS if name not in held)


def _revoked(stands: Row) -> dict[str, str]:
    """Return the last notice of withdrawal where it was revoked, and the day of that."""
    notices = acts_taken_back(stands.state.acts, stands.on)
    revoked = [pair for pair in notices if pair[0].kind is Kind.WITHDRAWAL]
    if not revoked:
        return {}
    notice, revocation = revoked[-1]
    later = stands.last({Kind.WITHDRAWAL})
    if later and later.date and notice.date and later.date > notice.date:
        return {}
    return {
        "withdrawal_notified": _text(notice.date),
        "withdrawal_revoked": _text(revocation.date),
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
