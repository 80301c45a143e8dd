"""The crime of aggression (Arts. 15 bis and 15 ter): the nationality is the aggressor state's.

Each pair of an aggressor and a territory is judged by itself: before the day of activation,
for states that are not parties, on a Council referral, and between two parties.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from icc_status.jurisdiction.amendments import AGGRESSION, acceptance, binding
from icc_status.jurisdiction.covering import within
from icc_status.jurisdiction.extent import as_read, own_state, readings, territorial_link
from icc_status.jurisdiction.grounds import Finding, Ground, cited, doubt
from icc_status.jurisdiction.membership import membership, sources_of, standing_words
from icc_status.jurisdiction.question import Crime, Place, Question
from icc_status.jurisdiction.withdrawal import after_leaving
from icc_status.model.acts import Act, Kind
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation
from icc_status.model.spans import ONE_DAY, Span, period, span_on
from icc_status.model.state import State

ACTIVATION = dt.date(2018, 7, 17)
"""The day from which the Court may exercise this jurisdiction (ICC-ASP/16/Res.5, paragraph 1)."""
BASIS = "aggression"

Subject = TypeVar("Subject", State, Place)
Said = TypeVar("Said")
Bound = tuple[State, Finding]
"""A party, and whether the amendments bind it."""

ONE_ONLY = (
    "by ICC-ASP/16/Res.5, paragraph 2, and Art. 121(5) both must have accepted them; by Art."
    " 15 bis(4) it is enough that one has and that the aggressor did not opt out, and paragraph 3"
    " of the resolution leaves this to the judges"
)


@dataclass(frozen=True, slots=True)
class Law:
    """What the rules on aggression are applied to: the registry, the docket, and a day.

    Many pairs share a state, so what a rule says of one state or place is worked out once.
    """

    registry: Registry
    docket: Docket
    day: dt.date
    known: dict[tuple[str, str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, rule: Callable[[Subject, "Law"], Said], subject: Subject) -> Said:
        """Return what a rule says of a state or a place, worked out the first time only."""
        state = subject if isinstance(subject, State) else subject.state
        key = (rule.__name__, subject.name, state.iso3 if state else "")
        if key not in self.known:
            self.known[key] = rule(subject, self)
        said: Said = self.known[key]
        return said


def aggression(
    places: tuple[Place, ...], states: tuple[State, ...], law: Law
) -> list[list[Ground]]:
    """Return the grounds, a list for each territory named; the aggressors are alternatives.

    A territory of the only aggressor itself is left out: no state attacks itself.
    """
    if (early := before_activation(law)) is not None:
        return [[early]]
    if not places:
        by_territory = [[ground for state in states for ground in _alone(state, law)]]
    elif not states:
        by_territory = [_attacked(place, law) for place in places]
    else:
        by_territory = [
            [g for state in states if state is not place.state for g in _both(state, place, law)]
            for place in places
        ]
    since = Span(True, ACTIVATION)
    return [[g.on(g.days.within(since)) for g in grounds] for grounds in by_territory if grounds]


def _alone(state: State, law: Law) -> list[Ground]:
    known, referred = non_party(state, law), council(None, state, law)
    out = opted_out(state, law.day)
    if known.fails:
        return [*referred, known]
    days = known.days.within(out)
    ground = unnamed("territory", days, law)
    if out.value is None:
        return [*referred, ground]
    reason = _opting_out_words(state, out.value) + doubt(out.value)
    if not shown(out.value):
        return [*referred, replace(ground, reason=f"{ground.reason}; {reason}")]
    ground = Ground("Art. 15 bis(4)", BASIS, state.iso3, Finding.FAILS, reason)
    return [*referred, replace(ground, sources=out.value.sources).on(days.having(Finding.FAILS))]


def _attacked(place: Place, law: Law) -> list[Ground]:
    if read := readings(place, law.registry):
        return as_read([(one, _attacked(one, law)) for one in read], own_state(place))
    link = territorial_link(place, law.registry, law.day)
    if not link.fails or place.state is None:
        return [*council(place, None, law), unnamed("nationality", link.days, law)]
    known = non_party(place.state, law)
    return [*council(place, None, law), known if known.fails else link]


def _both(state: State, place: Place, law: Law) -> list[Ground]:
    if read := readings(place, law.registry):
        if (ours := non_party(state, law)).fails:
            return [*council(place, state, law), ours]
        others = [one for one in read if one.state is not state]
        return as_read([(one, _both(state, one, law)) for one in others], own_state(place))
    if place.state is None:
        alone = _alone(state, law)
        open_link = territorial_link(place, law.registry, law.day)
        return alone if any(ground.fails for ground in alone) else [open_link]
    known = [non_party(one, law) for one in (state, place.state)]
    days = known[0].days.within(known[1].days)
    grounds = [g.on(days.having(g.finding)) for g in known if g.fails] or [pair(state, place, law)]
    asked = Question((place,), (state,), law.day, law.day, Crime.AGGRESSION)
    for one in (state, place.state):
        grounds = [after_leaving(g, one, asked, law.registry, law.docket, law.day) for g in grounds]
    return [*council(place, state, law), *grounds]


def unnamed(missing: str, days: Span[Finding], law: Law) -> Ground:
    """Return the open ground of a state that was not named, on the days on which it decides."""
    reason = f"no {missing} was named, and which state it is decides"
    sources = law.docket.cite("rc-res-6")
    ground = Ground("Art. 15 bis", BASIS, None, Finding.OPEN, reason, sources=sources)
    return ground.on(days.having(Finding.OPEN))


def before_activation(law: Law) -> Ground | None:
    """Return the ground that fails before the day of activation (Arts. 15 bis and 15 ter)."""
    if law.day >= ACTIVATION:
        return None
    reason = (
        f"the Court may exercise jurisdiction over aggression committed from {ACTIVATION} on only"
        " (ICC-ASP/16/Res.5), on a referral by the Security Council as well"
    )
    sources = law.docket.cite("asp-16-res-5", "rc-res-6")
    article = "Arts. 15 bis(2), 15 bis(3), 15 ter(2) and 15 ter(3)"
    last = ACTIVATION - ONE_DAY
    return Ground(article, BASIS, None, Finding.FAILS, reason, None, last, sources)


def non_party(state: State, law: Law) -> Ground:
    """Return whether Article 15 bis(5) excludes the state's nationals and territory."""
    return law.once(_non_party, state)


def _non_party(state: State, law: Law) -> Ground:
    member = membership(state, law.registry, law.day)
    reason = standing_words(state, law.registry, law.day)
    if not member.value:
        reason += "; aggression by its nationals or on its territory is then out of reach"
    finding = Finding.OPEN if member.value else Finding.FAILS
    sources = (*sources_of(state, law.registry, law.day), *law.docket.cite("rc-res-6"))
    ground = Ground("Art. 15 bis(5)", BASIS, state.iso3, finding, reason, sources=sources)
    return ground.on(member.having(finding))


def council(attacked: Place | None, aggressor: State | None, law: Law) -> list[Ground]:
    """Return what the referrals of 2005 and 2011 mean for aggression: open (Art. 15 ter).

    A referral concerns the territory attacked, or the territory where the aggressor's leaders
    acted.
    """
    grounds = []
    for situation in law.docket.referrals():
        span = period(law.day, max(ACTIVATION, situation.covers_from or ACTIVATION), None)
        where = _where(situation, attacked, aggressor)
        if where and span.value:
            reason = (
                f"Resolution {situation.resolution} referred the situation in {where}: on one"
                " reading that reaches a crime for which there was no jurisdiction when it was"
                " adopted, on the other it does not"
            )
            sources = (*situation.opening, *law.docket.cite("rc-res-6"))
            article, state = "Arts. 13(b) and 15 ter", situation.states[0]
            ground = Ground(article, BASIS, state, Finding.OPEN, reason, sources=sources)
            grounds.append(ground.on(span.having(Finding.OPEN)))
    return grounds


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


def _territory(place: Place, law: Law) -> Ground:
    return territorial_link(place, law.registry, law.day)


def _bound(state: State, law: Law) -> Span[Finding]:
    return binding(state, AGGRESSION, law.registry, law.day)


def shown(act: Act) -> bool:
    """Tell whether any document was found that shows an act."""
    return act.confidence != "unsourced"


def _opting_out_words(state: State, act: Act) -> str:
    if not shown(act):
        return (
            f"{state.name} is said to have declared on {act.date} that it does not accept the"
            " Court's jurisdiction over the crime of aggression: if it did, this fails, and no"
            " document that shows it was found"
        )
    return (
        f"{state.name} declared on {act.date} that it does not accept the Court's jurisdiction over"
        " the crime of aggression"
    )


def pair(aggressor: State, victim: Place, law: Law) -> Ground:
    """Return whether aggression by one party against another is covered (Arts. 15 bis, 121(5)).

    It holds where the amendments bind both and the aggressor has not opted out. It fails where
    the aggressor has opted out, and where the amendments bind neither. It is open where they
    bind one only, and where it is open whom they bind.
    """
    assert victim.state is not None
    territory, out = law.once(_territory, victim), opted_out(aggressor, law.day)
    ours, theirs = (law.once(_bound, state) for state in (aggressor, victim.state))
    days = territory.days.within(ours).within(theirs).within(out).within(Span(True, ACTIVATION))
    finding, why = judged((aggressor, ours.value), (victim.state, theirs.value), out.value)
    if not territory.holds and finding is not Finding.FAILS:
        finding, why = territory.finding, f"{why}; but {territory.reason}"
    accepted = [acceptance(state, AGGRESSION) for state in (aggressor, victim.state)]
    acts = [act for act in (*accepted, out.value) if act]
    hedge = "".join(doubt(act) for act in acts)
    sources = (*cited(acts), *law.docket.cite("rc-res-6", "asp-16-res-5"))
    article = "Arts. 15 bis(4) and 121(5)"
    ground = Ground(article, BASIS, aggressor.iso3, finding, f"{why}{hedge}", sources=sources)
    return ground.on(days.having(finding))


def judged(aggressor: Bound, victim: Bound, out: Act | None) -> tuple[Finding, str]:
    """Return whether it is covered, and why: it depends on whom the amendments bind.

    An opting out that no document shows leaves open what would hold without it.
    """
    if out is not None and shown(out):
        return Finding.FAILS, _opting_out_words(aggressor[0], out)
    finding, why = _by_acceptance(aggressor, victim)
    if out is None or finding is Finding.FAILS:
        return finding, why
    return Finding.OPEN, f"{why}; {_opting_out_words(aggressor[0], out)}"


def _by_acceptance(aggressor: Bound, victim: Bound) -> tuple[Finding, str]:
    both = (aggressor, victim)
    first, second = (state.name for state, _ in both)
    bound = {finding for _, finding in both}
    if bound == {Finding.HOLDS}:
        return Finding.HOLDS, f"the amendments are in force for {first} and for {second}"
    if bound == {Finding.FAILS}:
        return Finding.FAILS, f"the amendments are in force neither for {first} nor for {second}"
    if Finding.OPEN in bound:
        return Finding.OPEN, _late(both)
    accepting, other = (first, second) if aggressor[1] is Finding.HOLDS else (second, first)
    why = f"the amendments are in force for {accepting} and not for {other}: {ONE_ONLY}"
    return Finding.OPEN, why


def _late(both: tuple[Bound, Bound]) -> str:
    """Return what depends on VCLT Art. 40(5), where a state joined after the amendments."""
    late = " and ".join(state.name for state, bound in both if bound is Finding.OPEN)
    text = (
        f"the amendments were in force for others before the Statute was for {late}, where no"
        " acceptance of them is in force: on one reading they bind all the same, as part of the"
        " Statute as amended (VCLT Art. 40(5)(a)), on the other only acceptance counts (Art."
        " 121(5); ICC-ASP/16/Res.5, paragraph 2)"
    )
    for state, bound in both:
        if bound is Finding.HOLDS:
            return f"{text}, so that they are in force for {state.name} alone: {ONE_ONLY}"
        if bound is Finding.FAILS:
            return (
                f"{text}; for {state.name} they are not in force either way, and towards it {late}"
                f" has the unamended Statute (VCLT Art. 40(5)(b)): {ONE_ONLY}"
            )
    return text
