"""What happened, in order: acts, and the days on which they took effect."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from icc_status.model.acts import INSTRUMENTS, Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Status

ENTRY_INTO_FORCE = "entry-into-force"
WITHDRAWAL_EFFECT = "withdrawal-effect"
EVENT_KINDS = (*(kind.value for kind in Kind), ENTRY_INTO_FORCE, WITHDRAWAL_EFFECT)
"""The kinds of act, and the two effects that follow from acts (Arts. 126 and 127)."""
ANNOUNCEMENT, SITUATION = "announcement", "situation"
ASKED_FOR = (ANNOUNCEMENT, SITUATION)
"""The kinds that are listed only where they are asked for: neither is an act of a state."""


@dataclass(frozen=True)
class Event:
    """Something that happened on a day: an act, or an act's effect."""

    date: dt.date
    state: State
    kind: str
    act: Act


def events(registry: Registry) -> list[Event]:
    """Return all that is dated, in the order of days; what is ahead as notified.

    An effect that was forestalled (a notice taken back) did not happen and is not there.
    """
    found = [event for state in registry for event in _of_state(state)]
    return sorted(found, key=lambda event: (event.date, event.state.iso3))


def undated(registry: Registry) -> list[tuple[State, Act]]:
    """Return the acts whose day is not known."""
    return [(state, act) for state in registry for act in state.acts if act.date is None]


def _of_state(state: State) -> Iterator[Event]:
    starts = {(spell.since, spell.status) for spell in state.spells()}
    for act in state.acts:
        if act.date is not None:
            yield Event(act.date, state, act.kind.value, act)
        if act.effective is None:
            continue
        if act.kind in INSTRUMENTS and (act.effective, Status.PARTY) in starts:
            yield Event(act.effective, state, ENTRY_INTO_FORCE, act)
        if act.kind is Kind.WITHDRAWAL and (act.effective, Status.WITHDRAWN) in starts:
            yield Event(act.effective, state, WITHDRAWAL_EFFECT, act)
