"""Aggression by one party against another: whose acceptance counts (Arts. 15 bis(4), 121(5))."""

from icc_status.jurisdiction.aggression import ACTIVATION, BASIS, Law, opted_out
from icc_status.jurisdiction.amendments import AGGRESSION, acceptance, binding
from icc_status.jurisdiction.grounds import Ground, cited, doubt
from icc_status.jurisdiction.membership import territorial_link
from icc_status.jurisdiction.question import Place
from icc_status.model.acts import Act
from icc_status.model.spans import Span
from icc_status.model.state import State

Bound = tuple[State, bool | None]
"""A party, and whether the amendments bind it; None where that is open."""

ONE_ONLY = (
    "by ICC-ASP/16/Res.5, paragraph 2, and Art. 121(5) both must have accepted them; by Art."
    " 15 bis(4) it is enough that one has and that the aggressor did not opt out, and paragraph 3"
    " of the resolution leaves this to the judges"
)


def pair(aggressor: State, victim: Place, law: Law) -> Ground:
    """Return whether aggression by one party against another is covered (Arts. 15 bis, 121(5)).

    Yes where the amendments bind both and the aggressor has not opted out; no where it has, and
    where they bind neither; open where they bind one only, and where it is open whom they bind.
    """
    assert victim.state is not None
    territory, out = territorial_link(victim, law.registry, law.day), opted_out(aggressor, law.day)
    ours, theirs = (
        binding(state, AGGRESSION, law.registry, law.day) for state in (aggressor, victim.state)
    )
    days = territory.days.within(ours).within(theirs).within(out).within(Span(True, ACTIVATION))
    holds, why = judged((aggressor, ours.value), (victim.state, theirs.value), out.value)
    if territory.holds is not True and holds is not False:
        holds, why = territory.holds, f"{why}; but {territory.reason}"
    accepted = [acceptance(state, AGGRESSION) for state in (aggressor, victim.state)]
    acts = [act for act in (*accepted, out.value) if act]
    hedge = "".join(doubt(act) for act in acts)
    sources = (*cited(acts), *law.docket.cite("rc-res-6", "asp-16-res-5"))
    article = "Arts. 15 bis(4) and 121(5)"
    ground = Ground(article, BASIS, aggressor.iso3, holds, f"{why}{hedge}", sources=sources)
    return ground.on(days.having(holds))


def judged(aggressor: Bound, victim: Bound, out: Act | None) -> tuple[bool | None, str]:
    """Return whether it is covered, and why, from whom the amendments bind."""
    both = (aggressor, victim)
    first, second = (state.name for state, _ in both)
    bound = {value for _, value in both}
    if out is not None:
        return False, f"{first} declared on {out.date} that it does not accept this"
    if bound == {True}:
        return True, f"the amendments are in force for {first} and for {second}"
    if bound == {False}:
        return False, f"the amendments are in force neither for {first} nor for {second}"
    if None in bound:
        return None, _late(both)
    accepting, other = (first, second) if aggressor[1] else (second, first)
    return None, f"the amendments are in force for {accepting} and not for {other}: {ONE_ONLY}"


def _late(both: tuple[Bound, Bound]) -> str:
    """Say what hangs on VCLT Art. 40(5) where a state joined after the amendments were in force."""
    late = " and ".join(state.name for state, bound in both if bound is None)
    text = (
        f"the amendments were in force for others before the Statute was for {late}, where no"
        " acceptance of them is in force: on one reading they bind all the same, as part of the"
        " Statute as amended (VCLT Art. 40(5)(a)), on the other only acceptance counts (Art."
        " 121(5); ICC-ASP/16/Res.5, paragraph 2)"
    )
    for state, bound in both:
        if bound is True:
            return f"{text}, so that they are in force for {state.name} alone: {ONE_ONLY}"
        if bound is False:
            return (
                f"{text}; for {state.name} they are not in force either way, and towards it {late}"
                f" has the unamended Statute (VCLT Art. 40(5)(b)): {ONE_ONLY}"
            )
    return text
