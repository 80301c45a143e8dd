"""The crime of aggression (Arts. 15 bis and 15 ter): the nationality is the aggressor state's."""

import datetime as dt
from dataclasses import dataclass

from icc_status.jurisdiction.covering import within
from icc_status.jurisdiction.grounds import Ground
from icc_status.jurisdiction.membership import membership, sources_of, standing_words
from icc_status.jurisdiction.question import Place
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import ONE_DAY, Span, period, span_on
from icc_status.model.state import State

ACTIVATION = dt.date(2018, 7, 17)
"""The day from which the Court may exercise this jurisdiction (ICC-ASP/16/Res.5, paragraph 1)."""

BASIS = "aggression"


@dataclass(frozen=True, slots=True)
class Law:
    """What the rules on aggression are applied to: the registry, the docket, and a day."""

    registry: Registry
    docket: Docket
    day: dt.date


def before_activation(law: Law) -> Ground | None:
    """Return why nothing before the day of activation is covered (Arts. 15 bis and 15 ter)."""
    if law.day >= ACTIVATION:
        return None
    reason = (
        f"the Court may exercise jurisdiction over aggression committed from {ACTIVATION} on only"
        " (ICC-ASP/16/Res.5), on a referral by the Security Council as well"
    )
    sources = law.docket.cite("asp-16-res-5", "rc-res-6")
    article = "Arts. 15 bis(2), 15 bis(3), 15 ter(2) and 15 ter(3)"
    return Ground(article, BASIS, None, False, reason, None, ACTIVATION - ONE_DAY, sources)


def non_party(state: State, law: Law) -> Ground:
    """Return whether Article 15 bis(5) takes the state's nationals and territory out."""
    member = membership(state, law.registry, law.day)
    reason = standing_words(state, law.registry, law.day)
    if not member.value:
        reason += "; aggression by its nationals or on its territory is then out of reach"
    return Ground(
        "Art. 15 bis(5)",
        BASIS,
        state.iso3,
        None if member.value else False,
        reason,
        sources=(*sources_of(state, law.registry, law.day), *law.docket.cite("rc-res-6")),
    ).on(member.having(None if member.value else False))


def council(attacked: Place | None, aggressor: State | None, law: Law) -> list[Ground]:
    """Return what the referrals of 2005 and 2011 mean for aggression: open (Art. 15 ter).

    A referral concerns the territory attacked, or that on which the aggressor's leaders acted.
    """
    found = []
    for situation in law.docket.referrals():
        run = period(law.day, max(ACTIVATION, situation.covers_from or ACTIVATION), None)
        where = _where(situation, attacked, aggressor)
        if where and run.value:
            reason = (
                f"Resolution {situation.resolution} referred the situation in {where}: on one"
                " reading that reaches a crime for which there was no jurisdiction when it was"
                " adopted, on the other it does not"
            )
            sources = (*situation.opening, *law.docket.cite("rc-res-6"))
            article, state = "Arts. 13(b) and 15 ter", situation.states[0]
            ground = Ground(article, BASIS, state, None, reason, sources=sources)
            found.append(ground.on(run.having(None)))
    return found


def _where(situation: Situation, attacked: Place | None, aggressor: State | None) -> str | None:
    name = situation.part or situation.name
    if attacked is not None and within(attacked, situation):
        return name
    if aggressor is not None and aggressor.iso3 in situation.states:
        return f"{name}, where the aggression may have been planned, prepared or launched"
    return None


def opted_out(state: State, day: dt.date) -> Span[Act | None]:
    """Return the declaration by which the state opted out before the day (Art. 15 bis(4))."""
    acts = [a for a in state.acts if a.kind is Kind.OPT_OUT_15BIS_4 and a.date is not None]
    return span_on(day, None, [(a.date + ONE_DAY, a) for a in acts if a.date])
