"""Declarations that bar jurisdiction over war crimes for seven years (Art. 124).

The declaration speaks of war crimes by the state's nationals or on its territory. It is an
exception to Article 12(1) and (2), so a referral by the Security Council is not touched.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from icc_status.errors import RegistryError
from icc_status.jurisdiction.grounds import Finding, Ground, cited, doubt
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model.acts import Act, Kind
from icc_status.model.spans import ONE_DAY, Span, span_on
from icc_status.model.state import State


class Force(StrEnum):
    """How far a declaration bars war crimes on a day."""

    NONE = "none"
    OPEN = "open"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Bar:
    """A state's declaration under Art. 124, and its withdrawal if there is one."""

    state: State
    declaration: Act
    withdrawal: Act | None = None

    @property
    def acts(self) -> tuple[Act, ...]:
        """The declaration, and its withdrawal if there is one."""
        return (self.declaration, self.withdrawal) if self.withdrawal else (self.declaration,)

    def force(self, day: dt.date) -> Span[Force]:
        """Return how far it bars on a day.

        Where a withdrawal takes effect on an earlier day than its own, the days between are
        open. A declaration that names the state's own nationals alone is disputed throughout.
        """
        made, undone = self.declaration, self.withdrawal
        assert made.covers_from is not None
        assert made.covers_until is not None
        turns = [(made.covers_until + ONE_DAY, Force.NONE)]
        if undone is not None and undone.date is not None:
            turns = [(undone.effective or undone.date, Force.OPEN), (undone.date, Force.NONE)]
        start = Force.OPEN if made.scope else Force.SURE
        return span_on(day, Force.NONE, [(made.covers_from, start), *turns])

    def touches(self, question: Question) -> bool:
        """Tell whether the question names what the declaration speaks of."""
        ours = {state.iso3 for state in question.nationalities}
        if self.declaration.scope != "own-nationals":
            ours |= {place.state.iso3 for place in question.places if place.state}
        return self.state.iso3 in ours

    def words(self, force: Force) -> str:
        """Return what the declaration does, in words."""
        made, undone = self.declaration, self.withdrawal
        text = (
            f"{self.state.name} declared under Art. 124 for the time from {made.covers_from} to"
            f" {made.covers_until}"
        )
        if undone is not None:
            text += f", withdrawn {undone.date} with effect from {undone.effective}"
        if force is Force.OPEN and made.scope:
            return (
                f"{text}, for war crimes by its own nationals alone: on one reading it bars these,"
                " on the other so narrow a declaration does not, nor does it undo one under"
                " Art. 12(3); its scope and effect are disputed"
            )
        if force is Force.OPEN:
            return f"{text}: on one reading the bar ended for these days, on the other it held"
        return text


def bars(question: Question) -> list[Bar]:
    """Return the declarations under Art. 124 of the states named, where they are touched."""
    declared = [bar for state in question.states for bar in _of(state)]
    return [bar for bar in declared if bar.touches(question)]


def spared(bar: Bar, question: Question, all_bars: list[Bar], day: dt.date) -> bool:
    """Tell whether links stand on a day for a nationality that no declaration touches then.

    Nationalities are alternatives: a bar on one does not touch another that has none.
    """
    by_territory = {place.state for place in question.places}
    if bar.state in by_territory and bar.declaration.scope != "own-nationals":
        return False
    declared = {other.state for other in all_bars}
    if any(state not in declared for state in question.nationalities):
        return True
    running = {one.state for one in all_bars if one.force(day).value is not Force.NONE}
    return bar.state in running and any(s not in running for s in question.nationalities)


def under_article_124(grounds: list[Ground], question: Question, day: dt.date) -> list[Ground]:
    """Return the grounds as the declarations under Art. 124 of the states named leave them."""
    declared = bars(question) if question.crime is Crime.WAR_CRIMES else []
    for bar in declared:
        if not spared(bar, question, declared, day):
            grounds = [barred(ground, bar, day) for ground in grounds]
    return grounds


def declared(state: State) -> bool:
    """Tell whether the state made a declaration under Art. 124."""
    return any(act.kind is Kind.DECLARATION_124 for act in state.acts)


def _of(state: State) -> Iterator[Bar]:
    undone = [act for act in state.acts if act.kind is Kind.DECLARATION_124_WITHDRAWAL]
    for act in state.acts:
        if act.kind is Kind.DECLARATION_124:
            if not (act.covers_from and act.covers_until):
                raise RegistryError(
                    f"the declaration of {state.name} of {act.date} under Art. 124 needs"
                    " 'covers_from' and 'covers_until':"
                    " 'icc-status validate FILE' names every fault"
                )
            yield Bar(state, act, undone[-1] if undone else None)


def barred(ground: Ground, bar: Bar, day: dt.date) -> Ground:
    """Return a ground on war crimes as the declaration leaves it (Art. 124).

    The state's own link is cut. Whether a link to another state is cut as well is open.
    """
    if ground.fails or ground.basis == "referral":
        return ground
    force = bar.force(day)
    days = ground.days.within(force)
    if force.value is Force.NONE:
        return ground.on(days)
    sources = tuple(dict.fromkeys((*ground.sources, *cited(bar.acts))))
    article = ground.article.removesuffix(", Art. 124") + ", Art. 124"
    ground = replace(ground, article=article, sources=sources)
    hedge = "".join(doubt(act) for act in bar.acts if act.confidence)
    if ground.state == bar.state.iso3:
        finding = Finding.FAILS if force.value is Force.SURE else Finding.OPEN
        reason = f"{ground.reason}; but {bar.words(force.value)}{hedge}"
        return replace(ground, reason=reason).on(days.having(finding))
    reason = (
        f"{ground.reason}; but {bar.words(force.value)}: on one reading that bars war crimes by its"
        " nationals or on its territory whatever the link, on the other only its own link"
        f"{hedge}"
    )
    return replace(ground, reason=reason).on(days.having(Finding.OPEN))
