"""Which states accepted an amendment or joined an agreement, on which day, and in force when."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from icc_status.errors import QuestionError
from icc_status.model.acts import INSTRUMENTS, Act, Instrument, Kind
from icc_status.model.normalize import words
from icc_status.model.registry import Registry
from icc_status.model.state import State

COLUMNS = (
    "iso3",
    "name",
    "instrument",
    "deposited",
    "in_force",
    "in_force_computed",
    "reference",
    "confidence",
)
PLAIN = ("iso3", "name", "instrument", "deposited", "in_force")
KEY_COLUMNS = ("instrument", "title", "adopted", "rule", "states")
ACCEPTING = INSTRUMENTS | {Kind.AMENDMENT}
CALLED = {
    "kampala": ("XVIII-10-a", "XVIII-10-b"),
    "apic": ("XVIII-13",),
}
"""What instruments are called, where their titles do not say it."""
GENERAL = {"amendment", "amendments", "agreement", "crime", "war"}
"""Words of many titles, which tell no instrument apart."""
NO_ACCEPTANCES = "122"


def instruments_named(text: str, registry: Registry) -> tuple[Instrument, ...]:
    """Return the instruments with a key, or with words of the title: "aggression", "10-b".

    Raises QuestionError where there is none, where words mean several, and for an amendment that
    needs no acceptances (Art. 122).
    """
    known = registry.instruments
    asked = [word for word in words(text) if word not in GENERAL]
    keyed = [i for i in known.values() if _compact(text) in _short_keys(i.key)]
    called = [known[k] for k in CALLED.get(" ".join(asked), ()) if k in known]
    titled = [i for i in known.values() if asked and set(asked) <= set(words(i.title))]
    if not (keyed or called) and len(titled) > 1:
        keys = ", ".join(instrument.key for instrument in titled)
        raise QuestionError(f"{text!r} may mean {keys}: ask for one by its key")
    found = keyed or called or titled
    if not found:
        keys = ", ".join(known)
        raise QuestionError(f"no amendment or agreement is called {text!r}: the keys are {keys}")
    if found[0].rule == NO_ACCEPTANCES:
        raise QuestionError(f"{found[0].key} needs no acceptances (Art. 122): nobody deposits any")
    return tuple(found)


def acceptances(
    states: Iterable[State], instruments: Sequence[Instrument], on: dt.date, as_of: dt.date
) -> list[tuple[State, Act]]:
    """Return each acceptance of some instruments known on a day, with its state.

    One whose day is not known counts from `as_of` on.
    """
    return [
        (state, act)
        for state in states
        for act in (*state.acts, *state.agreements)
        if act.instrument in instruments
        and act.kind in ACCEPTING
        and (act.done_by(on) or (act.date is None and on >= as_of))
    ]


def acceptance_record(state: State, act: Act) -> dict[str, object]:
    """Return an acceptance under the names of the machine formats.

    The day on which an amendment is in force for the state is computed (Art. 121(5)).
    """
    assert act.instrument is not None
    computed = act.amendment_in_force
    return {
        "iso3": state.iso3,
        "name": state.name,
        "instrument": act.instrument.key,
        "deposited": act.date,
        "in_force": act.effective or computed,
        "in_force_computed": True if computed and not act.effective else None,
        "reference": act.reference,
        "confidence": act.confidence,
    }


def instrument_records(registry: Registry, on: dt.date) -> list[dict[str, object]]:
    """Return each instrument, and how many states are known to have accepted it by a day."""
    return [
        {
            "instrument": instrument.key,
            "title": instrument.title,
            "adopted": instrument.adopted,
            "rule": f"Art. {instrument.rule}" if instrument.rule else None,
            "states": len(acceptances(registry, [instrument], on, registry.as_of)),
        }
        for instrument in registry.instruments.values()
    ]


def _compact(text: str) -> str:
    """Return the letters and digits of a text, in small letters."""
    return re.sub(r"[^0-9a-z]", "", text.casefold())


def _short_keys(key: str) -> set[str]:
    """Return how a key may be typed: whole, or without the chapter."""
    return {_compact(key), _compact(key.removeprefix("XVIII-"))}
