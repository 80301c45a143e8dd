"""The situations before the Court: what happened to each, and what follows on a day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from icc_status.model import treaty
from icc_status.model.acts import Source

SECURITY_COUNCIL = "security-council"


class Step(StrEnum):
    """What can happen to a situation (Arts. 13 to 15, 18 and 53).

    A deferral is asked for by a state, and the resumption authorised by a chamber (Art. 18(2));
    a chamber may ask the Prosecutor to reconsider a closure (Art. 53(3)).
    """

    REFERRED = "referred"
    EXAMINATION_OPENED = "examination-opened"
    EXAMINATION_COMPLETED = "examination-completed"
    EXAMINATION_CLOSED = "examination-closed"
    RECONSIDERATION_REQUESTED = "reconsideration-requested"
    DECLINED = "declined"
    INVESTIGATION_REQUESTED = "investigation-requested"
    INVESTIGATION_REFUSED = "investigation-refused"
    INVESTIGATION_AUTHORISED = "investigation-authorised"
    INVESTIGATION_OPENED = "investigation-opened"
    DEFERRAL_REQUESTED = "deferral-requested"
    RESUMPTION_AUTHORISED = "resumption-authorised"
    INVESTIGATION_CONCLUDED = "investigation-concluded"


STATUS_AFTER = {
    Step.REFERRED: "referred",
    Step.EXAMINATION_OPENED: "preliminary examination",
    Step.EXAMINATION_COMPLETED: "preliminary examination completed",
    Step.EXAMINATION_CLOSED: "preliminary examination closed",
    Step.RECONSIDERATION_REQUESTED: "closure to be reconsidered",
    Step.DECLINED: "declined",
    Step.INVESTIGATION_REQUESTED: "authorisation requested",
    Step.INVESTIGATION_REFUSED: "authorisation refused",
    Step.INVESTIGATION_AUTHORISED: "investigation",
    Step.INVESTIGATION_OPENED: "investigation",
    Step.DEFERRAL_REQUESTED: "investigation, deferral requested",
    Step.RESUMPTION_AUTHORISED: "investigation resumed",
    Step.INVESTIGATION_CONCLUDED: "investigation concluded",
}
ENDS = {Step.EXAMINATION_CLOSED, Step.DECLINED, Step.INVESTIGATION_CONCLUDED}
WEIGHT = {Step.REFERRED: 0}  # of two steps on one day, a referral does not decide


@dataclass(frozen=True, slots=True)
class Phase:
    """One dated, sourced step of a situation."""

    date: dt.date
    kind: Step
    sources: tuple[Source, ...]
    confidence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation: whose territory and nationals it concerns, its scope, and its phases.

    `states` is the territory and `part` the part of it that alone is concerned (`outside` says
    what is known of conduct outside of it); `also` are
    states where linked conduct is concerned (from `also_from`, where that is earlier), and
    `nationals` further states whose nationals are. With `nationals_abroad`, what nationals of
    `states` do elsewhere is concerned as well (in `abroad_in`, where it names states). `scope`
    says in words what it is about; `crimes` are those to which the authorisation is confined, and
    `subject` what alone it is about. `ruled_across` says that the Court has ruled that an element
    of the crime on the territory of a party among `states` suffices.
    """

    key: str
    name: str
    states: tuple[str, ...]
    origin: str
    phases: tuple[Phase, ...]
    sources: tuple[Source, ...]
    number: str | None = None
    part: str | None = None
    outside: str | None = None
    also: tuple[str, ...] = ()
    also_from: dt.date | None = None
    nationals: tuple[str, ...] = ()
    nationals_only: bool = False
    nationals_abroad: bool = False
    abroad_in: tuple[str, ...] = ()
    crimes: tuple[str, ...] = ()
    subject: str | None = None
    ruled_across: bool = False
    resolution: str | None = None
    exemption: str | None = None
    referred_by: tuple[str, ...] = ()
    scope: str | None = None
    covers_from: dt.date | None = None
    covers_until: dt.date | None = None
    confidence: str | None = None
    note: str | None = None
    caveat: str | None = None

    def phase(self, on: dt.date) -> Phase | None:
        """Return the phase that decides on a day, or None before the first."""
        done = [phase for phase in self.phases if phase.date <= on]
        return max(done, key=lambda p: (p.date, WEIGHT.get(p.kind, 1)), default=None)

    def status(self, on: dt.date) -> str | None:
        """Return where the situation stands on a day, in words, or None before the first phase."""
        phase = self.phase(on)
        return STATUS_AFTER[phase.kind] if phase else None

    def opened(self) -> dt.date:
        """Return the day on which it first came before the Court."""
        return self.phases[0].date

    @property
    def opening(self) -> tuple[Source, ...]:
        """What its first phase rests on: for a referral, the document that refers it."""
        return self.phases[0].sources

    def ended_by(self, on: dt.date) -> bool:
        """Tell whether it had ended by a day; before it began it had not."""
        phase = self.phase(on)
        return phase is not None and phase.kind in ENDS

    def concerns(self, iso3: str) -> bool:
        """Tell whether it concerns the state, its territory or its nationals."""
        return iso3 in {*self.states, *self.also, *self.nationals}

    def covers(self, first: dt.date, last: dt.date, *, elsewhere: bool = False) -> bool:
        """Tell whether any of the days lies within its temporal scope (`elsewhere`: in `also`).

        Where no scope was found, every day that is not after its end may lie within it.
        """
        final = self.phases[-1]
        end = self.covers_until or (final.date if final.kind in ENDS else dt.date.max)
        start = (self.also_from if elsewhere else None) or self.covers_from or treaty.IN_FORCE
        return start <= last and first <= end

    def brief(self, on: dt.date) -> str:
        """Return its name, number and status on a day in a few words."""
        phase = self.phase(on)
        number = f" ({self.number})" if self.number else ""
        if phase is None:
            return f"{self.name}{number}"
        return f"{self.name}{number}: {STATUS_AFTER[phase.kind]}, {phase.date}"


@dataclass(frozen=True, slots=True)
class NonCompliance:
    """A decision of the Court on a state: it did not comply with a request (Art. 87(7))."""

    state: str
    date: dt.date
    situation: str
    sources: tuple[Source, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """What a resolution of the Security Council would keep from the Court on some territory."""

    states: tuple[str, ...]
    resolution: str
    paragraph: str
    covers_from: dt.date
    persons: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Docket:
    """The situations in the order of the file, the exemptions, and the sources by their keys.

    `findings` are the decisions on states that were seen; there may be others.
    """

    as_of: dt.date
    situations: tuple[Situation, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    findings: tuple[NonCompliance, ...] = ()

    def __iter__(self) -> Iterator[Situation]:
        return iter(self.situations)

    def cite(self, *keys: str) -> tuple[Source, ...]:
        """Return the sources with these keys, those that it has."""
        return tuple(self.sources[key] for key in keys if key in self.sources)

    def concerning(self, iso3: str, on: dt.date) -> tuple[Situation, ...]:
        """Return the situations that concern a state and had come up by a day."""
        return tuple(s for s in self.come_up(on) if s.concerns(iso3))

    def found_against(self, iso3: str, on: dt.date) -> tuple[NonCompliance, ...]:
        """Return the decisions by a day that the state did not comply with a request."""
        return tuple(f for f in self.findings if f.state == iso3 and f.date <= on)

    def come_up(self, on: dt.date) -> tuple[Situation, ...]:
        """Return the situations that had come up by a day."""
        return tuple(s for s in self if s.phase(on) is not None)

    def referrals(self) -> tuple[Situation, ...]:
        """Return the situations that the Security Council referred (Art. 13(b))."""
        return tuple(s for s in self if s.origin == SECURITY_COUNCIL)
