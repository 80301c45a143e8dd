"""A ground of jurisdiction: what it rests on, whether it holds, when, and why."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from icc_status.model.acts import Act, Source
from icc_status.model.spans import ONE_DAY, Span


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground considered: it holds, fails (False), or is open (None).

    `since` and `until` are the first and last day for which that is so (None: no end).
    `partial` says that it holds for a part of the territory only.
    """

    article: str
    basis: str
    state: str | None
    holds: bool | None
    reason: str
    since: dt.date | None = None
    until: dt.date | None = None
    sources: tuple[Source, ...] = ()
    partial: bool = False

    @property
    def days(self) -> Span[bool | None]:
        """The days for which it is so."""
        return Span(self.holds, self.since, self.until)

    def on(self, run: Span[bool | None]) -> "Ground":
        """Return the ground with what a run says, and on the run's days."""
        return replace(self, holds=run.value, since=run.first, until=run.last)

    def record(self) -> dict[str, object]:
        """Return the ground under the names of the machine formats."""
        return {
            "article": self.article,
            "basis": self.basis,
            "state": self.state,
            "holds": self.holds,
            "from": self.since,
            "until": self.until,
            "reason": self.reason,
            "sources": [asdict(source) for source in self.sources],
        }


def doubt(act: Act) -> str:
    """Return what an act's confidence leaves in doubt, as the tail of a sentence, or ""."""
    if act.confidence is None:
        return ""
    return f" (confidence: {act.confidence}{'. ' + act.note if act.note else ''})"


def cited(acts: Iterable[Act]) -> tuple[Source, ...]:
    """Return the sources of acts, each once."""
    return tuple(dict.fromkeys(source for act in acts for source in act.sources))


def merged(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return the grounds, each once: those that continue each other as one."""
    found: list[Ground] = []
    for ground in grounds:
        for i, other in enumerate(found):
            if ground == other or _continues(other, ground):
                found[i] = replace(other, until=ground.until)
                break
        else:
            found.append(ground)
    return tuple(found)


def _continues(before: Ground, after: Ground) -> bool:
    same = replace(after, since=before.since, until=before.until) == before
    meet = before.until is not None and after.since == before.until + ONE_DAY
    return same and meet
