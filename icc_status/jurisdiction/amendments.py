"""Which amendments bind a party, and the war crimes excluded where they do not (Art. 121(5))."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from icc_status.jurisdiction.grounds import Finding, Note, cited, doubt
from icc_status.jurisdiction.membership import membership, party_throughout
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model import treaty
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.spans import Span, span_on, spans_over
from icc_status.model.state import State

AGGRESSION = "XVIII-10-b"
STARVATION = "XVIII-10-g"
SAME_FOR_NON_PARTIES = "XVIII-10-a"
"""The amendment whose resolution, RC/Res.5, was seen to speak of states that are no parties."""

ADDED_WAR_CRIMES = ("XVIII-10-a", "XVIII-10-d", "XVIII-10-e", "XVIII-10-f", "XVIII-10-g")


def acceptance(state: State, amendment: str) -> Act | None:
    """Return the act by which a state accepted an amendment, or None."""
    acts = (a for a in state.acts if a.kind is Kind.AMENDMENT and a.amendment == amendment)
    return next(acts, None)


def in_force_for(state: State, amendment: str, day: dt.date) -> Span[bool]:
    """Return whether a state's acceptance is in force: a year after its deposit (Art. 121(5))."""
    act = acceptance(state, amendment)
    if act is None or act.date is None:
        return Span(False)
    return span_on(day, False, [(treaty.year_after(act.date), True)])


def binding(state: State, amendment: str, registry: Registry, day: dt.date) -> Span[Finding]:
    """Return whether an amendment binds a party (Art. 121(5); VCLT Art. 40(5)).

    It is open for a state that became a party after the amendment was in force for others, until
    its own acceptance is in force: on one reading it joined the Statute as amended.
    """
    own, member = in_force_for(state, amendment, day), membership(state, registry, day)
    first = registry.amendments_in_force.get(amendment)
    joined = member.first if member.value else None
    late = joined is not None and first is not None and joined > first
    finding = Finding.OPEN if late and not own.value else Finding.of(own.value)
    return own.having(finding).within(member)


def excluded(state: State, amendment: str, registry: Registry, day: dt.date) -> Span[Finding]:
    """Return whether the crimes that an amendment added are excluded for a party (Art. 121(5)).

    Before the amendment was in force for any state there was nothing to exclude.
    """
    first = registry.amendments_in_force.get(amendment)
    added = span_on(day, False, [(first, True)] if first else [])
    member = membership(state, registry, day)
    bound = binding(state, amendment, registry, day)
    days = bound.within(added).within(member)
    if not (added.value and member.value):
        return days.having(Finding.FAILS)
    return days.having(Finding.OPEN if bound.value is Finding.OPEN else _opposite(bound.value))


def _opposite(finding: Finding) -> Finding:
    return Finding.of(finding is Finding.FAILS)


def amendment_notes(question: Question, registry: Registry, docket: Docket) -> Iterator[Note]:
    """Yield which added war crimes are excluded, or may be (Art. 121(5), second sentence).

    Only a question about war crimes gets the list of them; others get one line.
    """
    excluding = _by_titles(question, registry, Finding.HOLDS)
    unsure = _by_titles(question, registry, Finding.OPEN)
    if question.crime is not Crime.WAR_CRIMES:
        if names := _names(excluding, unsure):
            yield Note(
                "Of war crimes, some that amendments added are excluded, or may be, for nationals"
                f" and territory of {' and '.join(names)} (Art. 121(5), second sentence):"
                " '--crime war-crimes' lists them."
            )
        return
    yield from (Note(_excluded(what, names, question)) for what, names in excluding.items())
    yield from (Note(_unsure(what, names)) for what, names in unsure.items())
    if any(STARVATION in titles for titles in (*excluding, *unsure)):
        yield Note(
            "Starvation of civilians in an international armed conflict is a war crime under Art."
            " 8(2)(b)(xxv), which no amendment touches."
        )
    yield from _non_parties(question, registry, docket)
    yield from _doubts(question)


def _names(*groups: dict[str, list[str]]) -> list[str]:
    lists = (names for group in groups for names in group.values())
    return list(dict.fromkeys(name for names in lists for name in names))


def _by_titles(question: Question, registry: Registry, finding: Finding) -> dict[str, list[str]]:
    """Return the parties for which the exclusion of crimes holds, or is open, by those crimes."""
    parties: dict[str, list[str]] = {}
    for state in question.states:
        keys = [key for key in ADDED_WAR_CRIMES if key in registry.amendments]
        titles = [
            f"{key}, {registry.amendments[key].title}"
            for key in keys
            if finding in _findings(state, key, question, registry)
        ]
        if titles:
            parties.setdefault("; ".join(titles), []).append(state.name)
    return parties


def _findings(state: State, key: str, question: Question, registry: Registry) -> set[Finding]:
    at = partial(excluded, state, key, registry)
    return {span.value for span in spans_over(question.first, question.last, at)}


def _excluded(titles: str, names: list[str], question: Question) -> str:
    when, then = f"on {question.last}", ""
    if question.first != question.last:
        when = f"throughout the time from {question.first} to {question.last}"
        then = " on the days on which they were not"
    its = "its" if len(names) == 1 else "their"
    return (
        f"Of war crimes, those added by amendments not known to be in force {when} for"
        f" {' and '.join(names)} are excluded for {its} nationals and territory{then} (Art. 121(5),"
        f" second sentence): {titles}."
    )


def _unsure(titles: str, names: list[str]) -> str:
    its, it = ("its", "it") if len(names) == 1 else ("their", "they")
    return (
        "Amendments were in force for others before the Statute was for"
        f" {' and '.join(names)}. Until {its} own acceptance is in force, whether the war crimes"
        f" that these added are excluded for {its} nationals and territory is open: on one reading"
        f" they are (Art. 121(5), second sentence), on the other {it} joined the Statute as amended"
        f" (VCLT Art. 40(5)): {titles}."
    )


def _non_parties(question: Question, registry: Registry, docket: Docket) -> Iterator[Note]:
    """Yield what the amendments' own resolutions say of states that are not parties."""
    first = registry.amendments_in_force.get(SAME_FOR_NON_PARTIES)
    outside = [
        state.name
        for state in question.states
        if not party_throughout(state, registry, question.first, question.last)
    ]
    if first and question.last >= first and outside:
        yield Note(
            f"For nationals and territory of {' and '.join(outside)}, while no party, the Review"
            " Conference confirmed the understanding that the same holds of the crimes of"
            f" {SAME_FOR_NON_PARTIES} (RC/Res.5, preamble). Whether this binds the Court is open,"
            " and whether the resolutions on the other amendments say the same was not seen.",
            docket.cite("rc-res-5"),
        )


def _doubts(question: Question) -> Iterator[Note]:
    """Yield which acceptances are in doubt, where an amendment is in force by them."""
    for state in question.states:
        binds = [k for k in ADDED_WAR_CRIMES if in_force_for(state, k, question.last).value]
        acts = [act for key in binds if (act := acceptance(state, key)) and doubt(act)]
        if acts:
            hedges = ", ".join(f"{act.amendment}{doubt(act)}" for act in acts)
            text = (
                f"That {state.name} accepted these amendments is less than well attested: {hedges}."
            )
            yield Note(text, cited(acts))
