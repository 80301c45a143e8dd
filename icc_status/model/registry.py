"""The registry as the program holds it: states by code or name, sources, and what it claims."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from icc_status.model import treaty
from icc_status.model.acts import Instrument, Sort, Source
from icc_status.model.names import Index, LanguageNames, NotState, index, no_languages
from icc_status.model.state import State

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
        return self._by_code[iso3]

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

    def existing(self, on: dt.date) -> tuple[State, ...]:
        """Return the states that existed on that day."""
        return tuple(state for state in self.states if state.existed(on))
