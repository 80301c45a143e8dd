"""The registry as the program holds it: states by code or name, sources, and what it claims."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from icc_status.errors import QuestionError
from icc_status.model import treaty
from icc_status.model.acts import Instrument, Sort, Source
from icc_status.model.groups import GROUPS, group_named
from icc_status.model.names import Index, LanguageNames, NotState, index, no_languages
from icc_status.model.state import State
from icc_status.model.status import Standing

STALE_AFTER = 180
"""The days after `as_of` past which a registry is called old."""


@dataclass(frozen=True)
class Registry:
    """The states in the order of their alpha-3 codes, with what their facts rest on.

    `as_of` is the last day the facts are known to cover; `members` the number of members that
    the United Nations counts in each regional group.
    `rests_on` are the lists of all states that acted: what it rests on that a state did not.
    `folds` may hold folded names, to save folding them again.
    `registry["RUS"]` takes an alpha-3 code and raises KeyError; `find` takes any name.
    A day is a date, a datetime (its day is meant), or a text such as "2016-11-30".
    """

    as_of: dt.date
    claim: str
    states: tuple[State, ...]
    sources: tuple[Source, ...] = ()
    regions: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, int] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    not_states: tuple[NotState, ...] = ()
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rests_on: tuple[Source, ...] = ()
    folds: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    languages: Callable[[], LanguageNames] = field(default=no_languages, repr=False, compare=False)

    def __iter__(self) -> Iterator[State]:
        return iter(self.states)

    def __len__(self) -> int:
        return len(self.states)

    def __getitem__(self, iso3: str) -> State:
        try:
            return self._by_code[iso3]
        except KeyError:
            remedy = "find(...) takes any name or code"
            raise KeyError(f"{iso3!r} is no alpha-3 code of this registry: {remedy}") from None

    def __contains__(self, wanted: object) -> bool:
        """Tell whether a state, or the state of an alpha-3 code, is in the registry."""
        if isinstance(wanted, State):
            return self._by_code.get(wanted.iso3) == wanted
        return wanted in self._by_code

    def __repr__(self) -> str:
        return f"<Registry of {len(self)} states, as of {self.as_of}>"

    def get(self, iso3: str, default: State | None = None) -> State | None:
        """Return the state of an alpha-3 code, or the default."""
        return self._by_code.get(iso3, default)

    @cached_property
    def _by_code(self) -> dict[str, State]:
        return {state.iso3: state for state in self.states}

    @cached_property
    def names(self) -> Index:
        """The index of every name the registry knows."""
        shared = {
            name: tuple(self._by_code[code] for code in codes)
            for name, codes in self.ambiguous.items()
        }
        return index(self.states, self.not_states, shared, self.folds, self.languages)

    @cached_property
    def amendments(self) -> dict[str, Instrument]:
        """The amendments to the Statute by their keys."""
        return {k: i for k, i in self.instruments.items() if i.sort is Sort.AMENDMENT}

    @cached_property
    def lists(self) -> dict[str, Source]:
        """The sources that list all acts of a sort, by that sort ("declarations").

        A state that such a list lacks is not known to have done one.
        """
        return {source.covers: source for source in self.sources if source.covers}

    @cached_property
    def amendments_in_force(self) -> dict[str, dt.date]:
        """The first day on which each amendment was in force for any state, by its key.

        That is a year after the first deposit (Art. 121(5)).
        """
        days: dict[str, dt.date] = {}
        for state in self.states:
            for act in state.acts:
                if act.amendment and act.date:
                    start = treaty.year_after(act.date)
                    days[act.amendment] = min(start, days.get(act.amendment, start))
        return days

    def find(self, text: str) -> State:
        """Return the one state that a name or code means, or raise QuestionError."""
        return self.names.find(text)

    def existing(self, on: dt.date | str) -> tuple[State, ...]:
        """Return the states that existed on that day."""
        return tuple(state for state in self.states if state.existed(on))

    def parties(self, on: dt.date | str) -> tuple[State, ...]:
        """Return the states for which the Statute was in force on that day."""
        return self.group("parties", on)

    def group(self, name: str, on: dt.date | str) -> tuple[State, ...]:
        """Return the members of a group on that day, such as "non-ratifiers".

        The groups are those of `icc-status list`. Raises QuestionError for any other name, and
        for a day before 17 July 1998.
        """
        day = treaty.check_day(on)
        group = group_named(name)
        if group is None:
            raise QuestionError(f"no group is called {name!r}: the groups are {', '.join(GROUPS)}")
        _, belongs = GROUPS[group]
        return tuple(state for state in self.existing(day) if belongs(state.standing(day)))

    def to_records(self, on: dt.date | str) -> list[dict[str, object]]:
        """Return where each state that existed on that day stood: a flat record each.

        A frame takes them as they are. Days are dates or None, the status is a text.
        """
        day = treaty.check_day(on)
        return [_record(state, state.standing(day)) for state in self.existing(day)]


def _record(state: State, standing: Standing) -> dict[str, object]:
    return {
        "iso3": state.iso3,
        "iso2": state.iso2,
        "name": state.name,
        "region": state.region,
        "status": standing.status.value,
        "since": standing.since,
        "leaves": standing.leaving,
    }
