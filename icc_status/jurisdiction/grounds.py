"""A ground of jurisdiction: what it rests on, whether it holds, when, and why.

Here is also the verdict that follows from several grounds, and the grounds of time: nothing
before 1 July 2002, and conduct that went on past a starting day (Arts. 11 and 24).
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

from icc_status.model import treaty
from icc_status.model.acts import Act, Source
from icc_status.model.situations import Docket
from icc_status.model.spans import ONE_DAY, Span


class Verdict(StrEnum):
    """Whether the Court could act: its jurisdiction, and nothing else."""

    YES = "yes"
    IN_PART = "in part"
    OPEN = "open"
    NO = "no"


class Finding(StrEnum):
    """What a rule says: it holds, it fails, or it is open."""

    HOLDS = "holds"
    OPEN = "open"
    FAILS = "fails"

    @classmethod
    def of(cls, value: bool) -> "Finding":
        """Return HOLDS or FAILS."""
        return cls.HOLDS if value else cls.FAILS

    @property
    def as_bool(self) -> bool | None:
        """The finding in the machine formats: true, false, or None for open."""
        return None if self is Finding.OPEN else self is Finding.HOLDS


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground that was considered, and what was found.

    `since` and `until` are the first and last day for which the finding is right (None: no end).
    `partial` says that the ground holds for a part of the territory only, and `conditions` what
    must be true of the conduct or the person for it to hold.
    """

    article: str
    basis: str
    state: str | None
    finding: Finding
    reason: str
    since: dt.date | None = None
    until: dt.date | None = None
    sources: tuple[Source, ...] = ()
    partial: bool = False
    conditions: tuple[str, ...] = ()

    @property
    def days(self) -> Span[Finding]:
        """The finding with its days."""
        return Span(self.finding, self.since, self.until)

    @property
    def holds(self) -> bool:
        """Whether the ground holds, even if for a part only."""
        return self.finding is Finding.HOLDS

    @property
    def fails(self) -> bool:
        """Whether the ground fails."""
        return self.finding is Finding.FAILS

    @property
    def is_open(self) -> bool:
        """Whether it is open if the ground holds."""
        return self.finding is Finding.OPEN

    def on(self, span: Span[Finding]) -> "Ground":
        """Return the ground with the finding of a span, and on the span's days."""
        return replace(self, finding=span.value, since=span.first, until=span.last)

    def record(self) -> dict[str, object]:
        """Return the ground under the names of the machine formats."""
        return {
            "article": self.article,
            "basis": self.basis,
            "state": self.state,
            "holds": self.finding.as_bool,
            "from": self.since,
            "until": self.until,
            "reason": self.reason,
            "conditions": list(self.conditions),
            "sources": [asdict(source) for source in self.sources],
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """Lists of grounds that were worked out for a day, kept while all of them are right.

    A question about a period is answered span by span, and from one to the next little changes.
    """

    known: dict[object, tuple[list[list[Ground]], dt.date]] = field(default_factory=dict)

    def on(
        self, day: dt.date, key: object, work: Callable[[], list[list[Ground]]]
    ) -> list[list[Ground]]:
        """Return the lists with a key on a day: those that are kept, or what `work` returns."""
        lists, last = self.known.get(key, ([], dt.date.min))
        if last < day:
            lists = work()
            ends = (ground.until for grounds in lists for ground in grounds if ground.until)
            last = min(ends, default=dt.date.max)
            self.known[key] = lists, last
        return lists


@dataclass(frozen=True, slots=True)
class Note:
    """Something said beside the grounds, and its sources; `changes`: it could change the answer."""

    text: str
    sources: tuple[Source, ...] = ()
    changes: bool = False


def doubt(act: Act) -> str:
    """Return what is doubtful about an act, as the end of a sentence; "" if nothing is."""
    if act.confidence is None:
        return ""
    return f" (confidence: {act.confidence}{'. ' + act.note if act.note else ''})"


def cited(acts: Iterable[Act]) -> tuple[Source, ...]:
    """Return the sources of acts, each once."""
    return tuple(dict.fromkeys(source for act in acts for source in act.sources))


def settled(grounds: Iterable[Ground]) -> Verdict:
    """Return the verdict on days with the same grounds: one that holds is enough (Art. 12)."""
    grounds = tuple(grounds)
    if any(ground.holds and not ground.partial for ground in grounds):
        return Verdict.YES
    if any(ground.holds for ground in grounds):
        return Verdict.IN_PART
    return Verdict.OPEN if any(ground.is_open for ground in grounds) else Verdict.NO


def conditions_of(grounds: Iterable[Ground]) -> tuple[str, ...]:
    """Return the conditions on which the grounds that hold depend; none if one holds without.

    Of several grounds, each with conditions, the first counts: one ground is enough.
    """
    holding = [ground for ground in grounds if ground.holds]
    whole = [ground for ground in holding if not ground.partial] or holding
    return min((ground.conditions for ground in whole), key=len, default=())


def combined(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict on the whole: yes if all of it is covered, in part if some of it is."""
    each = set(verdicts)
    if each == {Verdict.YES}:
        return Verdict.YES
    if each & {Verdict.YES, Verdict.IN_PART}:
        return Verdict.IN_PART
    return Verdict.OPEN if Verdict.OPEN in each else Verdict.NO


def merged(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return the grounds, each once; those that continue each other become one.

    Only grounds that say the same are compared, so that thousands of them take no long time.
    """
    merged_grounds: list[Ground] = []
    alike: dict[Ground, list[int]] = {}
    for ground in grounds:
        places = alike.setdefault(replace(ground, since=None, until=None), [])
        for i in places:
            other = merged_grounds[i]
            if (ground.since, ground.until) == (other.since, other.until) or _continue(
                other, ground
            ):
                merged_grounds[i] = replace(other, until=ground.until)
                break
        else:
            places.append(len(merged_grounds))
            merged_grounds.append(ground)
    return tuple(merged_grounds)


def _continue(before: Ground, after: Ground) -> bool:
    return before.until is not None and after.since == before.until + ONE_DAY


def before_the_statute(day: dt.date, docket: Docket) -> Ground | None:
    """Return the ground that fails before the Statute was in force, or None (Arts. 11(1), 24)."""
    if day >= treaty.IN_FORCE:
        return None
    return Ground(
        "Arts. 11(1) and 24",
        "time",
        None,
        Finding.FAILS,
        f"the Statute covers nothing before its entry into force on {treaty.IN_FORCE}; no"
        " declaration and no referral can reach further back",
        None,
        treaty.IN_FORCE - ONE_DAY,
        docket.cite("statute"),
    )


def continuing(first: dt.date, start: dt.date, sure: bool, docket: Docket) -> Ground:
    """Return the open ground of conduct that began on an uncovered day and went on (Art. 11).

    `sure` says whether the day of the start is covered; else that is open.
    """
    covered = "" if sure else ", as far as that is covered"
    return Ground(
        "Arts. 11 and 24",
        "continuing conduct",
        None,
        Finding.OPEN,
        f"conduct that began before {start} and went on past it: on one reading a continuing crime"
        f" is covered as a whole, on the other only what was done from {start} on{covered}",
        first,
        start - ONE_DAY,
        docket.cite("statute"),
    )
