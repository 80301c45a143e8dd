"""The crime of aggression (Arts. 15 bis and 15 ter): the nationality is the aggressor state's."""

import datetime as dt
from dataclasses import dataclass

from icc_status.acts import Act, Kind
from icc_status.jurisdiction.amendments import AGGRESSION, acceptance, in_force_for
from icc_status.jurisdiction.grounds import Ground, cited, doubt
from icc_status.jurisdiction.links import membership, sources_of, standing_words, territorial_link
from icc_status.jurisdiction.question import Place
from icc_status.jurisdiction.runs import ONE_DAY, Run, period, run_on
from icc_status.registry import Registry
from icc_status.situations.docket import Docket
from icc_status.state import State

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


def council(place: Place, law: Law) -> list[Ground]:
    """Return what the referrals of 2005 and 2011 mean for aggression: open (Art. 15 ter)."""
    found = []
    for situation in law.docket.referrals():
        run = period(law.day, max(ACTIVATION, situation.covers_from or ACTIVATION), None)
        if place.state is None or place.state.iso3 not in situation.states or not run.value:
            continue
        reason = (
            f"Resolution {situation.resolution} referred the situation in"
            f" {situation.part or situation.name}: on one reading that reaches a crime for which"
            " there was no jurisdiction when it was adopted, on the other it does not"
        )
        sources = (*situation.opening, *law.docket.cite("rc-res-6"))
        article, state = "Arts. 13(b) and 15 ter", situation.states[0]
        ground = Ground(article, BASIS, state, None, reason, sources=sources)
        found.append(ground.on(run.having(None)))
    return found


def opted_out(state: State, day: dt.date) -> Run[Act | None]:
    """Return the declaration by which the state opted out before the day (Art. 15 bis(4))."""
    acts = [a for a in state.acts if a.kind is Kind.OPT_OUT_15BIS_4 and a.date is not None]
    return run_on(day, None, [(a.date + ONE_DAY, a) for a in acts if a.date])


def pair(aggressor: State, victim: Place, law: Law) -> Ground:
    """Return whether aggression by one party against another is covered (Arts. 15 bis, 121(5)).

    Yes where both have accepted the amendments and the aggressor has not opted out; no where it
    has, and where neither has accepted; open where only one has.
    """
    territory = territorial_link(victim, law.registry, law.day)
    member = membership(aggressor, law.registry, law.day)
    assert victim.state is not None
    ours = in_force_for(aggressor, AGGRESSION, law.day)
    theirs = in_force_for(victim.state, AGGRESSION, law.day)
    out = opted_out(aggressor, law.day)
    days = territory.days.within(member).within(ours).within(theirs).within(out)
    days = days.within(Run(True, ACTIVATION))
    holds, why = _between(aggressor, victim, ours.value, theirs.value, out.value)
    if territory.holds is not True and holds is not False:
        holds, why = territory.holds, f"{why}; but {territory.reason}"
    acts = [acceptance(aggressor, AGGRESSION), acceptance(victim.state, AGGRESSION), out.value]
    return Ground(
        "Arts. 15 bis(4) and 121(5)",
        BASIS,
        aggressor.iso3,
        holds,
        why,
        sources=(
            *cited([act for act in acts if act]),
            *law.docket.cite("rc-res-6", "asp-16-res-5"),
        ),
    ).on(days.having(holds))


def _between(
    aggressor: State, victim: Place, ours: bool, theirs: bool, out: Act | None
) -> tuple[bool | None, str]:
    assert victim.state is not None
    first, second = aggressor.name, victim.name
    if out is not None:
        return False, f"{first} declared on {out.date} that it does not accept this{doubt(out)}"
    if ours and theirs:
        return True, f"the amendments are in force for {first} and for {second}"
    if not ours and not theirs:
        return False, f"the amendments are in force neither for {first} nor for {second}"
    accepting, other = (first, second) if ours else (second, first)
    return None, (
        f"the amendments are in force for {accepting} and not for {other}: by ICC-ASP/16/Res.5,"
        " paragraph 2, and Art. 121(5) both must have accepted them; by Art. 15 bis(4) it is enough"
        " that one has and that the aggressor did not opt out, and paragraph 3 of the resolution"
        " leaves this to the judges"
    )
