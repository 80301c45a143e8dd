"""The notes beside the grounds: exclusions, disputes, and what could change the answer."""

from collections.abc import Iterable, Iterator

from icc_status.jurisdiction.aggression import ACTIVATION
from icc_status.jurisdiction.amendments import amendment_notes
from icc_status.jurisdiction.article124 import Bar, Force, bars
from icc_status.jurisdiction.grounds import Ground, Verdict, doubt
from icc_status.jurisdiction.membership import party_throughout
from icc_status.jurisdiction.question import Crime, Question
from icc_status.jurisdiction.withdrawal import leaving_notes
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.spans import spans_over

FOOT = (
    "The preconditions of Articles 11 to 15 ter only: not admissibility, gravity, immunity or"
    " cooperation (Arts. 17, 27, 86 to 98), and no prediction; the judges decide."
)


def notes(
    question: Question,
    grounds: tuple[Ground, ...],
    verdict: Verdict,
    registry: Registry,
    docket: Docket,
) -> tuple[str, ...]:
    """Return the notes on an answer, each once."""
    texts: list[str] = []
    if verdict is Verdict.NO:
        texts += change_notes(question, registry)
    if question.crime is Crime.AGGRESSION:
        if verdict is not Verdict.NO:
            texts.append(FILTER)
    else:
        if verdict is not Verdict.NO:
            texts += leaving_notes(question, registry, docket)
            texts += declaration_notes(grounds)
            texts += referral_notes(question, grounds, registry, docket)
        if question.last >= treaty.IN_FORCE and question.crime in {Crime.ANY, Crime.WAR_CRIMES}:
            texts += article_124_notes(question, grounds)
            if verdict is not Verdict.NO:
                texts += amendment_notes(question, registry)
    texts += part_notes(question)
    return tuple(dict.fromkeys(texts))


FILTER = (
    "Unless the Council referred it, the Prosecutor first asks whether the Security Council has"
    " determined an act of aggression; without such a determination within six months an"
    " investigation needs the authorisation of the Pre-Trial Division, and the Council may defer"
    " it (Art. 15 bis(6) to (8))."
)


def change_notes(question: Question, registry: Registry) -> Iterator[str]:
    """Yield what could change a no about states that are not parties (Arts. 12(3), 13(b))."""
    aggression = question.crime is Crime.AGGRESSION
    first = max(question.first, ACTIVATION if aggression else treaty.IN_FORCE)
    if first > question.last:
        return
    if all(party_throughout(s, registry, first, question.last) for s in question.states):
        return
    if aggression:
        yield (
            "Of a later declaration or referral, only a referral by the Security Council could"
            " change this (Arts. 13(b) and 15 ter): Art. 15 bis(5) makes no exception for a"
            " declaration."
        )
    else:
        yield (
            "A later declaration or referral could change this: one by a state that is not a party"
            " (Art. 12(3)), or one by the Security Council (Art. 13(b)); either may reach back to"
            f" {treaty.IN_FORCE}."
        )


def declaration_notes(grounds: Iterable[Ground]) -> Iterator[str]:
    """Yield that a declaration covers the whole situation (Rule 44(2))."""
    if any(ground.basis == "declaration" and not ground.fails for ground in grounds):
        yield "A declaration covers all crimes of the situation, by whomever (Rule 44(2))."


def referral_notes(
    question: Question, grounds: tuple[Ground, ...], registry: Registry, docket: Docket
) -> Iterator[str]:
    """Yield the limits of a Council referral: the link to it, and its paragraph 6."""
    for situation in docket.referrals():
        held = [g for g in grounds if g.basis == "referral" and g.holds]
        if not any(ground.state in situation.states for ground in held):
            continue
        if question.last > situation.opened():
            yield (
                f"Conduct after {situation.opened()} must be linked to the situation that"
                f" Resolution {situation.resolution} referred."
            )
        outside = [
            state
            for state in question.nationalities
            if state.iso3 not in situation.states
            and not party_throughout(state, registry, question.first, question.last)
        ]
        if situation.exemption and (outside or not question.nationalities):
            yield (
                f"Paragraph 6 of Resolution {situation.resolution} keeps from the Court"
                f" {situation.exemption}; whether that binds the Court is disputed."
            )


def article_124_notes(question: Question, grounds: tuple[Ground, ...]) -> Iterator[str]:
    """Yield which war crimes a declaration under Art. 124 excludes, where any crime is asked."""
    for bar in bars(question):
        force = _strongest(bar, question)
        if force is Force.NONE:
            continue
        if question.crime is Crime.ANY:
            hedge = "".join(doubt(act) for act in bar.acts if act.confidence)
            what = "excluded" if force is Force.SURE else "in doubt"
            yield (
                f"War crimes are {what}: {bar.words(force)}{hedge}. Whether that also bars a link"
                " to another party is open; '--crime war-crimes' asks."
            )
        if any(ground.basis == "referral" and ground.holds for ground in grounds):
            yield (
                "Art. 124 is an exception to Art. 12(1) and (2), on which a referral by the Council"
                " does not rest; no ruling on this is known here."
            )


def _strongest(bar: Bar, question: Question) -> Force:
    """Return the strongest force that the bar has on any day of the question."""
    forces = {span.value for span in spans_over(question.first, question.last, bar.force)}
    return next(force for force in (Force.SURE, Force.OPEN, Force.NONE) if force in forces)


def part_notes(question: Question) -> Iterator[str]:
    """Yield what the registry says of a territory that is no state."""
    for place in question.places:
        part, state = place.part, place.state
        if part is not None and state is not None:
            yield (
                f"For {place.name} the acts of {state.name} are followed, which takes no position"
                f" on sovereignty. {part.answer}"
            )
