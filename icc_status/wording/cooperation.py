"""What a state owes the Court on a day: Part 9, a resolution, what was begun before, or nothing.

This is no part of an answer on jurisdiction: a state may owe help where the Court has no
jurisdiction over what happened on its territory, and the other way round.
"""

import datetime as dt
from dataclasses import dataclass, replace

from icc_status.model.acts import INSTRUMENTS, Act, Kind
from icc_status.model.situations import Docket, Situation
from icc_status.model.state import State
from icc_status.model.status import Standing, Status

PART_9 = ("59", "86", "87", "88", "89")


@dataclass(frozen=True, slots=True)
class Cooperation:
    """What a state owes the Court: the code of its basis, the articles, and a sentence.

    `agreements` tells of agreements beside the Statute that it joined, such as that on the
    privileges and immunities of the Court; a card tells of them by itself.
    """

    basis: str
    articles: tuple[str, ...]
    words: str
    agreements: str = ""

    def record(self) -> dict[str, object]:
        """Return it under the names of the machine formats."""
        words = f"{self.words} {self.agreements}".rstrip()
        return {"basis": self.basis, "articles": list(self.articles), "words": words}


def cooperation(
    state: State, standing: Standing, on: dt.date, docket: Docket | None = None
) -> Cooperation:
    """Return what the state owes the Court on a day, with the articles and the agreements."""
    return replace(_by_statute(state, standing, on, docket), agreements=_agreements(state, on))


def _by_statute(
    state: State, standing: Standing, on: dt.date, docket: Docket | None
) -> Cooperation:
    """Return what the state owes by the Statute or by a resolution.

    A party is bound by Part 9, and so is a state that accepted jurisdiction under Art. 12(3). A
    state whose situation the Security Council referred is bound by that resolution. One that has
    left owes what was begun before (Art. 127(2)). Others may only be invited (Art. 87(5)).
    """
    if standing.status is Status.PARTY:
        return Cooperation("party", PART_9, PARTY)
    if referrals := _referrals(state, on, docket):
        return _referred(referrals, _declaration(state, on, "received"))
    if _declaration(state, on, "accepted"):
        return Cooperation("declaration", ("12(3)", *PART_9), DECLARED)
    if standing.status is Status.WITHDRAWN:
        return Cooperation("former-party", ("127(2)",), LEFT.format(since=standing.since))
    return Cooperation("invitation", ("87(5)",), INVITED)


PARTY = (
    "Bound by Part 9 to cooperate fully with the Court: to arrest and surrender a person on its"
    " territory whom the Court seeks, and to give other help (Arts. 86 to 89 and 59)."
)
DECLARED = (
    "Bound by Part 9 in what it accepted by its declaration: to cooperate without delay or"
    " exception, and so to arrest and surrender a person whom the Court seeks (Art. 12(3), Arts. 86"
    " to 89 and 59)."
)
LEFT = (
    "Bound to cooperate only in investigations and proceedings that were begun before {since}, when"
    " it left (Art. 127(2)); in others the Court may invite it (Art. 87(5))."
)
INVITED = "Not bound to arrest for the Court or help it; it may be invited to (Art. 87(5))."


def _agreements(state: State, on: dt.date) -> str:
    joined = [
        f"It deposited its {act.kind} of {act.instrument.title} on {act.date}."
        for act in state.agreements
        if act.instrument and act.kind in INSTRUMENTS and act.done_by(on)
    ]
    return " ".join(joined)


def _referrals(state: State, on: dt.date, docket: Docket | None) -> list[Situation]:
    situations = docket.referrals() if docket else ()
    return [s for s in situations if state.iso3 in s.states and s.opened() <= on]


def _declaration(state: State, on: dt.date, outcome: str) -> Act | None:
    """Return the last declaration under Art. 12(3) that had been made, with that outcome."""
    made = [
        act
        for act in state.acts
        if act.kind is Kind.DECLARATION_12_3 and act.outcome == outcome and act.done_by(on)
    ]
    return made[-1] if made else None


def _referred(situations: list[Situation], disputed: Act | None) -> Cooperation:
    where = " and ".join(f"{s.part or s.name} (Resolution {s.resolution})" for s in situations)
    words = (
        f"Bound by the Security Council to cooperate fully with the Court in the situation in"
        f" {where}, and so to arrest and surrender a person whom the Court seeks in it; apart from"
        " that the Court may invite it (Art. 87(5))."
    )
    if disputed:
        words += (
            f" If its declaration of {disputed.date} binds it, Part 9 does as well (Art. 12(3))."
        )
    return Cooperation("referral", ("13(b)", "87(5)"), words)
