"""What a withdrawal leaves of jurisdiction over earlier conduct (Art. 127(2))."""

import datetime as dt
from collections.abc import Iterator

from icc_status.acts import Kind
from icc_status.jurisdiction.links import membership
from icc_status.jurisdiction.question import Question
from icc_status.jurisdiction.runs import ONE_DAY
from icc_status.registry import Registry
from icc_status.situations.docket import ENDS, Docket, Situation
from icc_status.state import State


def leaving_notes(question: Question, registry: Registry, docket: Docket) -> Iterator[str]:
    """Yield what a withdrawal leaves of jurisdiction over earlier conduct (Art. 127(2))."""
    named = [*(place.state for place in question.places if place.state), *question.nationalities]
    for state in named:
        run = membership(state, registry, question.first)
        if not run.value or run.until is None or not _leaves(state, run.until + ONE_DAY):
            continue
        last = run.until
        pending = [s.name for s in docket if state.iso3 in s.states and _alive(s, last)]
        verb = "took effect" if last < registry.as_of else "is to take effect"
        effect = f"The withdrawal of {state.name} {verb} on {last + ONE_DAY}."
        yield f"{effect} {_reading(pending)}"


def _leaves(state: State, day: dt.date) -> bool:
    return any(act.kind is Kind.WITHDRAWAL and act.effective == day for act in state.acts)


def _reading(pending: list[str]) -> str:
    if pending:
        return (
            "Conduct up to the day before stays within the jurisdiction as Pre-Trial Chambers have"
            " read Art. 127(2) (Burundi 2017, Philippines 2021); under consideration by then:"
            f" {'; '.join(pending)}."
        )
    return (
        "No matter is known here to be under consideration by then: on one reading of Art. 127(2)"
        " conduct up to the day before stays within the jurisdiction all the same, on the other"
        " only what was under consideration does."
    )


def _alive(situation: Situation, on: dt.date) -> bool:
    phase = situation.phase(on)
    return phase is not None and phase.kind not in ENDS
