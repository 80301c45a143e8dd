"""What a withdrawal leaves of jurisdiction over earlier conduct (Art. 127(2))."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from icc_status.jurisdiction.covering import covers
from icc_status.jurisdiction.grounds import doubt
from icc_status.jurisdiction.membership import membership
from icc_status.jurisdiction.question import Question
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.situations import ENDS, Docket, Situation
from icc_status.model.spans import ONE_DAY, Span, spans_over
from icc_status.model.state import State


def leaving_notes(question: Question, registry: Registry, docket: Docket) -> Iterator[str]:
    """Yield what a withdrawal leaves of jurisdiction over earlier conduct (Art. 127(2)).

    There is a note for every time as a party that has a day of the question in it.
    """
    for state in question.states:
        at = partial(membership, state, registry)
        for party in spans_over(question.first, question.last, at):
            if party.value and party.last and (notice := _notice(state, party.last + ONE_DAY)):
                verb = "took effect" if party.last < registry.as_of else "is to take effect"
                effect = f"The withdrawal of {state.name} {verb} on {party.last + ONE_DAY}"
                reading = _reading(under_consideration(question, party, docket))
                yield f"{effect}{doubt(notice)}. {reading}"


def under_consideration(question: Question, party: Span[bool], docket: Docket) -> list[Situation]:
    """Return the situations that had not ended when a state left, and that cover the question.

    `party` is its time as a party: of the days asked about only those in it count.
    """
    assert party.last is not None
    first = max(question.first, party.first or question.first)
    asked = replace(question, first=first, last=min(question.last, party.last))
    return [s for s in docket if _alive(s, party.last) and covers(s, asked)]


def _notice(state: State, day: dt.date) -> Act | None:
    return next((a for a in state.acts if a.kind is Kind.WITHDRAWAL and a.effective == day), None)


def _reading(pending: list[Situation]) -> str:
    known = [situation.name for situation in pending if situation.covers_from is not None]
    unknown = [situation.name for situation in pending if situation.covers_from is None]
    perhaps = f" Perhaps also: {'; '.join(unknown)}, whose scope is not known." if unknown else ""
    if known:
        return (
            "Conduct up to the day before stays within the jurisdiction as Pre-Trial Chambers have"
            " read Art. 127(2) (Burundi 2017, Philippines 2021); under consideration by then:"
            f" {'; '.join(known)}.{perhaps}"
        )
    return (
        "No matter that covers what is asked is known here to be under consideration by then: on"
        " one reading of Art. 127(2) conduct up to the day before stays within the jurisdiction"
        " all the same, on the other only what was under consideration does." + perhaps
    )


def _alive(situation: Situation, on: dt.date) -> bool:
    phase = situation.phase(on)
    return phase is not None and phase.kind not in ENDS
