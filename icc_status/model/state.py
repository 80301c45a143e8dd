"""A state: its names, its region, its acts, and the questions that can be asked of it."""

import datetime as dt
from bisect import bisect_right
from dataclasses import asdict, dataclass
from functools import cached_property

from icc_status.errors import QuestionError
from icc_status.model import status, treaty
from icc_status.model.acts import Act, Announcement, Source
from icc_status.model.days import as_day
from icc_status.model.spans import Span, from_day
from icc_status.model.status import Spell, Standing, Status


@dataclass(frozen=True)
class Existence:
    """Since when a state that came into being after 17 July 1998 exists, and after which."""

    date: dt.date
    sources: tuple[Source, ...]
    note: str | None = None
    predecessor: str | None = None


@dataclass(frozen=True)
class State:
    """A state, the names it goes by, and its acts in the order of their dates.

    `announcements` are what it announced of such acts; they have no effect on its status.

    `name` is what the tool prints: the UN short name, or the common one where the UN's is
    shared ("Congo"). `region` is a code of the United Nations' regional groups, or "none";
    `un_member` is false for the few that the registry lists beside the United Nations' members.
    `acts` are those towards the Statute and its amendments, `agreements` those towards other
    instruments, from which nothing follows for its standing.
    """

    iso3: str
    iso2: str
    name: str
    un_name: str
    common_name: str
    region: str
    aliases: tuple[str, ...] = ()
    region_note: str | None = None
    un_member: bool = True
    exists_from: Existence | None = None
    acts: tuple[Act, ...] = ()
    former_iso3: tuple[str, ...] = ()
    agreements: tuple[Act, ...] = ()
    announcements: tuple[Announcement, ...] = ()

    def __repr__(self) -> str:
        return f"<State {self.iso3}: {self.name}>"

    def existed(self, on: dt.date | str) -> bool:
        """Tell whether the state existed on that day; `on` is as for `standing`."""
        return self.exists_from is None or self.exists_from.date <= as_day(on)

    def standing(self, on: dt.date | str) -> Standing:
        """Return what follows from the acts on that day: a date, a datetime's, or a text's.

        Raises QuestionError before 17 July 1998, and before the state existed.
        """
        on = treaty.check_day(on)
        if not self.existed(on):
            assert self.exists_from is not None
            raise QuestionError(
                f"{self.name} did not exist on {on}: it exists since {self.exists_from.date};"
                " ask for that day or a later one"
            )
        return self.standings[bisect_right(self._first_days, on) - 1].value

    def status(self, on: dt.date | str) -> Status:
        """Return the one status of the state on that day; raises as `standing` does."""
        return self.standing(on).status

    def as_dict(self) -> dict[str, object]:
        """Return all that is stored of the state, as plain values: acts and sources in full."""
        return asdict(self)

    @cached_property
    def standings(self) -> tuple[Span[Standing], ...]:
        """The state's standings in order, each with its days, worked out once.

        The first is open at its start, also for a state that did not exist from the start.
        """
        return status.standings(self.acts)

    @cached_property
    def _first_days(self) -> list[dt.date]:
        return [span.first or dt.date.min for span in self.standings]

    def spells(self) -> tuple[Spell, ...]:
        """Return the state's statuses in order, each with its first and last day.

        The first begins with the state's existence, or is open to 17 July 1998; what lies
        ahead is what has been notified.
        """
        return self._spells

    @cached_property
    def _spells(self) -> tuple[Spell, ...]:
        spells = status.spells_of(self.standings)
        if self.exists_from is None:
            return spells
        lived = from_day(spells, self.exists_from.date)
        return tuple(Spell(span.value, span.first, span.last) for span in lived)
