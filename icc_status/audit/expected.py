"""What a copy of the depositary's table should say of a state on a day."""

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
"""The columns of a row of the registry that a copy may have too."""


def expected(
    registry: Registry, state: State, on: dt.date, fields: Collection[str] = ()
) -> dict[str, str]:
    """Return each field of a copy as text; acts taken back by the day are not listed.

    A notice of withdrawal that was revoked is expected only where the copy has the day of the
    revocation as well.
    """
    if not state.existed(on):
        return {}
    state_row = row(registry, state, on)
    said = {name: _text(state_row[name]) for name in DAYS}
    said["withdrawn"] = "yes" if state_row.standing.status is Status.WITHDRAWN else ""
    said["withdrawal"] = f"{said['withdrawal_notified']} {said['withdrawal_effective']}".strip()
    return said | _revoked(state_row) if "withdrawal_revoked" in fields else said


def uncompared(fields: Collection[str]) -> tuple[str, ...]:
    """Return the columns of a row that a copy with these fields says nothing about."""
    held = {*fields, *(DAYS[-2:] if "withdrawal" in fields else ())}
    return tuple(name for name in DAYS if name not in held)


def _revoked(state_row: Row) -> dict[str, str]:
    """Return the last notice of withdrawal where it was revoked, and the day of that."""
    notices = acts_taken_back(state_row.state.acts, state_row.on)
    revoked = [pair for pair in notices if pair[0].kind is Kind.WITHDRAWAL]
    if not revoked:
        return {}
    notice, revocation = revoked[-1]
    later = state_row.last({Kind.WITHDRAWAL})
    if later and later.date and notice.date and later.date > notice.date:
        return {}
    return {
        "withdrawal_notified": _text(notice.date),
        "withdrawal_revoked": _text(revocation.date),
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
