"""Which amendments bind a party, and the war crimes excluded where they do not (Art. 121(5))."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from icc_status.jurisdiction.grounds import doubt
from icc_status.jurisdiction.membership import membership
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model import treaty
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.spans import Span, span_on, spans_over
from icc_status.model.state import State

AGGRESSION = "XVIII-10-b"
ADDED_WAR_CRIMES = ("XVIII-10-a", "XVIII-10-d", "XVIII-10-e", "XVIII-10-f", "XVIII-10-g")


def acceptance(state: State, amendment: str) -> Act | None:
    """Return the act by which a state accepted an amendment, or None."""
    found = [a for a in state.acts if a.kind is Kind.AMENDMENT and a.amendment == amendment]
    return found[0] if found else None


def first_in_force(amendment: str, registry: Registry) -> dt.date | None:
    """Return the day from which an amendment was in force for any state, or None."""
    acts = (acceptance(state, amendment) for state in registry)
    return min((treaty.year_after(act.date) for act in acts if act and act.date), default=None)


def in_force_for(state: State, amendment: str, day: dt.date) -> Span[bool]:
    """Return whether a state's own acceptance is in force: a year after deposit (Art. 121(5))."""
    act = acceptance(state, amendment)
    if act is None or act.date is None:
        return Span(False)
    return span_on(day, False, [(treaty.year_after(act.date), True)])


def binding(state: State, amendment: str, registry: Registry, day: dt.date) -> Span[bool | None]:
    """Return whether an amendment binds a party: as it accepted it, or open (VCLT Art. 40(5)).

    Open for a state that became a party after the amendment was in force for others, until its
    own acceptance is: on one reading it is a party to the Statute as amended from the first.
    """
    own, member = in_force_for(state, amendment, day), membership(state, registry, day)
    first = first_in_force(amendment, registry)
    joined = member.first if member.value else None
    late = joined is not None and first is not None and joined > first
    return own.having(None if late and not own.value else own.value).within(member)


def excluded(state: State, amendment: str, registry: Registry, day: dt.date) -> Span[bool | None]:
    """Return whether the crimes an amendment added are excluded for a party (Art. 121(5)).

    Before the amendment was in force for anyone there was nothing to exclude.
    """
    first = first_in_force(amendment, registry)
    added = span_on(day, False, [(first, True)] if first else [])
    member = membership(state, registry, day)
    bound = binding(state, amendment, registry, day)
    out = None if bound.value is None else not bound.value
    days = bound.within(added).within(member)
    return days.having(out if added.value and member.value else False)


def amendment_notes(question: Question, registry: Registry) -> Iterator[str]:
    """Yield what is excluded for the parties named, and what is open (Art. 121(5), sentence 2)."""
    out, unsure = _by_titles(question, registry, True), _by_titles(question, registry, None)
    yield from (_excluded(what, names, question) for what, names in out.items())
    yield from (_unsure(what, names) for what, names in unsure.items())
    if question.crime is Crime.WAR_CRIMES:
        yield from _doubts(question)


def _by_titles(question: Question, registry: Registry, value: bool | None) -> dict[str, list[str]]:
    """Return the parties for which crimes are excluded (True) or open (None), by those crimes."""
    found: dict[str, list[str]] = {}
    for state in question.states:
        keys = [key for key in ADDED_WAR_CRIMES if key in registry.amendments]
        titles = [
            f"{key}, {registry.amendments[key].title}"
            for key in keys
            if value in _values(state, key, question, registry)
        ]
        if titles:
            found.setdefault("; ".join(titles), []).append(state.name)
    return found


def _values(state: State, key: str, question: Question, registry: Registry) -> set[bool | None]:
    at = partial(excluded, state, key, registry)
    return {run.value for run in spans_over(question.first, question.last, at)}


def _excluded(titles: str, names: list[str], question: Question) -> str:
    when, then = f"on {question.last}", ""
    if question.first != question.last:
        when = f"throughout the time from {question.first} to {question.last}"
        then = " on the days on which they were not"
    return (
        f"Of war crimes, those added by amendments not known to be in force {when} for"
        f" {' and '.join(names)} are excluded for its nationals and territory{then} (Art. 121(5),"
        f" second sentence): {titles}."
    )


def _unsure(titles: str, names: list[str]) -> str:
    return (
        "Amendments were in force for others before the Statute was for"
        f" {' and '.join(names)}. Until its own acceptance is in force, whether the war crimes that"
        " these added are excluded for its nationals and territory is open: on one reading they are"
        " (Art. 121(5), second sentence), on the other it joined the Statute as amended (VCLT"
        f" Art. 40(5)): {titles}."
    )


def _doubts(question: Question) -> Iterator[str]:
    """Yield where that an amendment is in force rests on an acceptance in doubt."""
    for state in question.states:
        binds = [k for k in ADDED_WAR_CRIMES if in_force_for(state, k, question.last).value]
        acts = [act for key in binds if (act := acceptance(state, key)) and doubt(act)]
        if acts:
            hedges = ", ".join(f"{act.amendment}{doubt(act)}" for act in acts)
            yield f"That {state.name} accepted these is less than well attested: {hedges}."
