"""The notes beside the grounds: exclusions, disputes, and what could change the answer."""

from collections.abc import Iterable, Iterator, Sequence

from icc_status.jurisdiction.aggression import ACTIVATION
from icc_status.jurisdiction.amendments import amendment_notes
from icc_status.jurisdiction.article124 import Bar, Force, bars
from icc_status.jurisdiction.covering import within
from icc_status.jurisdiction.grounds import Ground, Note, Verdict, doubt
from icc_status.jurisdiction.membership import holder, party_throughout
from icc_status.jurisdiction.question import Crime, Question
from icc_status.jurisdiction.withdrawal import leaving_notes
from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import spans_over

FOOT = (
    "The preconditions of Articles 11 to 15 ter only: not admissibility, gravity, immunity or"
    " cooperation (Arts. 17, 27, 86 to 98). Nothing here says that a crime was committed, or by"
    " whom, and nothing is predicted; the judges decide."
)


def notes(
    question: Question,
    grounds: tuple[Ground, ...],
    verdict: Verdict,
    unlike: Sequence[str],
    registry: Registry,
    docket: Docket,
) -> tuple[Note, ...]:
    """Return the notes on an answer, each once.

    `unlike` are the nationalities for each of which alone the answer is another.
    """
    texts: list[Note] = []
    if verdict is Verdict.NO:
        texts += change_notes(question, registry)
    if question.crime is Crime.AGGRESSION:
        if verdict is not Verdict.NO:
            texts += leaving_notes(question, registry, docket)
            texts.append(Note(FILTER, docket.cite("rc-res-6")))
    else:
        if verdict is not Verdict.NO:
            texts += leaving_notes(question, registry, docket)
            texts += declaration_notes(question, grounds)
            texts += referral_notes(question, grounds, registry, docket)
        if question.last >= treaty.IN_FORCE and question.crime in {Crime.ANY, Crime.WAR_CRIMES}:
            texts += article_124_notes(question, grounds)
            if verdict is not Verdict.NO:
                texts += amendment_notes(question, registry, docket)
    texts += alternative_notes(unlike)
    texts += part_notes(question)
    if verdict in {Verdict.YES, Verdict.NO}:
        texts += reading_notes(question)
    return tuple(dict.fromkeys(texts))


FILTER = (
    "Unless the Council referred it, the Prosecutor first asks whether the Security Council has"
    " determined an act of aggression; without such a determination within six months an"
    " investigation needs the authorisation of the Pre-Trial Division, and the Council may defer"
    " it (Art. 15 bis(6) to (8))."
)


def change_notes(question: Question, registry: Registry) -> Iterator[Note]:
    """Yield what could change a no about states that are not parties (Arts. 12(3), 13(b))."""
    aggression = question.crime is Crime.AGGRESSION
    first = max(question.first, ACTIVATION if aggression else treaty.IN_FORCE)
    if first > question.last:
        return
    if all(party_throughout(s, registry, first, question.last) for s in question.states):
        return
    if aggression:
        yield Note(
            "Of a later declaration or referral, only a referral by the Security Council could"
            " change this (Arts. 13(b) and 15 ter): Art. 15 bis(5) makes no exception for a"
            " declaration.",
            changes=True,
        )
    else:
        yield Note(
            "A later declaration or referral could change this: one by a state that is not a party"
            " (Art. 12(3)), or one by the Security Council (Art. 13(b)); either may reach back to"
            f" {treaty.IN_FORCE}.",
            changes=True,
        )


def declaration_notes(question: Question, grounds: Iterable[Ground]) -> Iterator[Note]:
    """Yield what a declaration by the state of the territory accepts (Rule 44(2))."""
    here = {place.state.iso3 for place in question.places if place.state}
    if any(g.basis == "declaration" and not g.fails and g.state in here for g in grounds):
        yield Note(
            "A declaration accepts the Court's jurisdiction over the crimes of Article 5 that are"
            " of relevance to the situation, not over chosen acts or sides, and Part 9 applies to"
            " the state that made it (Rule 44(2))."
        )


def referral_notes(
    question: Question, grounds: tuple[Ground, ...], registry: Registry, docket: Docket
) -> Iterator[Note]:
    """Yield that conduct outside a part that was referred may be linked to it, which is open."""
    for situation in docket.referrals():
        partial = any(g.partial and g.state in situation.states for g in grounds)
        if situation.outside and (partial or _beyond(question, situation, registry)):
            sources = (*situation.opening, *docket.cite("opiniojuris-2026"))
            yield Note(situation.outside, sources)


def _beyond(question: Question, situation: Situation, registry: Registry) -> bool:
    whose = {holder(state, registry, question.first).iso3 for state in question.nationalities}
    outside = [place for place in question.places if not within(place, situation)]
    return bool(outside and whose & set(situation.states))


def alternative_notes(names: Sequence[str]) -> Iterator[Note]:
    """Yield that one of several nationalities is enough, where they do not count alike.

    `names` are those for each of which alone the answer is another.
    """
    if names:
        yield Note(
            "Of several nationalities one is enough: the answer may be another for nationals of"
            f" {' or '.join(names)} alone."
        )


def article_124_notes(question: Question, grounds: tuple[Ground, ...]) -> Iterator[Note]:
    """Yield which war crimes a declaration under Art. 124 excludes, where any crime is asked."""
    for bar in bars(question):
        force = _strongest(bar, question)
        if force is Force.NONE:
            continue
        if question.crime is Crime.ANY:
            hedge = "".join(doubt(act) for act in bar.acts if act.confidence)
            what = "excluded" if force is Force.SURE else "in doubt"
            yield Note(
                f"War crimes are {what}: {bar.words(force)}{hedge}. Whether that also bars a link"
                " to another party is open; '--crime war-crimes' asks.",
                bar.declaration.sources,
            )
        if any(ground.basis == "referral" and ground.holds for ground in grounds):
            yield Note(
                "Art. 124 is an exception to Art. 12(1) and (2), on which a referral by the Council"
                " does not rest; no ruling on this is known here."
            )


def _strongest(bar: Bar, question: Question) -> Force:
    """Return the strongest force that the bar has on any day of the question."""
    forces = {span.value for span in spans_over(question.first, question.last, bar.force)}
    return next(force for force in (Force.SURE, Force.OPEN, Force.NONE) if force in forces)


def reading_notes(question: Question) -> Iterator[Note]:
    """Yield that an answer does not depend on whose territory a place is."""
    places = [place for place in question.places if place.part and place.part.readings]
    if names := [place.name for place in places if place.state is None]:
        yield Note(f"The answer is the same on every reading of the status of {', '.join(names)}.")


def part_notes(question: Question) -> Iterator[Note]:
    """Yield what the registry says of a territory that is no state."""
    for place in question.places:
        part, state = place.part, place.state
        if part is not None and (part.readings or part.flag_states) and state is None:
            yield Note(part.answer, part.sources)
        if part is not None and state is not None:
            yield Note(
                f"For {place.name} the acts of {state.name} are followed, which takes no position"
                f" on sovereignty. {part.answer}",
                part.sources,
            )
