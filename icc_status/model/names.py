"""What a person typed, as one state, or as the reason why not: never a guess.

A name counts when it is exact after folding; a near miss is only ever suggested.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from icc_status.errors import QuestionError
from icc_status.model.acts import Source
from icc_status.model.normalize import fold
from icc_status.model.state import State

CLOSE = 0.8


@dataclass(frozen=True)
class NotState:
    """Something people ask for that is no state in the depositary's practice, and what to say.

    `kind` is place, territory, disputed, organisation or former state. `covered_by` is the alpha-3
    code of the state under which the depositary's record is kept, where one can be named without
    taking a position.
    """

    name: str
    kind: str
    answer: str
    sources: tuple[Source, ...]
    aliases: tuple[str, ...] = ()
    covered_by: str | None = None

    @property
    def explanation(self) -> str:
        """The answer with what it rests on."""
        return f"{self.answer} (Source: {'; '.join(source.cited for source in self.sources)}.)"


def spellings(state: State) -> tuple[str, ...]:
    """Return every code and name that leads to the state."""
    return (
        state.iso3,
        state.iso2,
        state.un_name,
        state.common_name,
        *state.aliases,
    )


@dataclass(frozen=True)
class Index:
    """Every name that is known, folded: those of states, of no states, and shared ones.

    `folds` has the folded form of every name as it is written.
    """

    states: Mapping[str, State]
    not_states: Mapping[str, NotState]
    ambiguous: Mapping[str, tuple[State, ...]]
    folds: Mapping[str, str] = field(repr=False)

    def get(self, text: str) -> State | None:
        """Return the one state that the text names, or None; `find` says why."""
        key = fold(text)
        if key in self.ambiguous or key in self.not_states:
            return None
        return self.states.get(key)

    def find(self, text: str, verbs: Sequence[str] = ()) -> State:
        """Return the one state that the text names.

        Raises QuestionError for an empty, unknown or ambiguous name and for what is no state;
        the message holds the candidates, the suggestions (`verbs` among them) or the reason.
        """
        key = fold(text)
        if key in self.ambiguous:
            named = " or ".join(f"{state.name} ({state.iso3})" for state in self.ambiguous[key])
            raise QuestionError(f"{text!r} could be {named}: ask for one of them")
        if key in self.not_states:
            raise QuestionError(self.not_states[key].explanation)
        if key in self.states:
            return self.states[key]
        raise QuestionError(self._unknown(text, key, verbs))

    def _unknown(self, text: str, key: str, verbs: Sequence[str]) -> str:
        if not key:
            return "the name of the state is empty: give a name or a code"
        close = self.suggestions(key, verbs)
        if close:
            return f"no state is called {text!r}: did you mean {' or '.join(close)}?"
        return f"no state is called {text!r}: 'icc-status list' names all of them"

    def suggestions(self, key: str, verbs: Sequence[str] = ()) -> list[str]:
        """Return what may have been meant, the closest first, at most three."""
        from difflib import get_close_matches

        known = {name: other.name for name, other in self.not_states.items()}
        for name, state in self.states.items():
            if name not in {state.iso2.casefold(), state.iso3.casefold()}:
                known[name] = f"{state.name} ({state.iso3})"
        known |= {verb: f"'icc-status {verb}'" for verb in verbs}
        close = get_close_matches(key, known, n=6, cutoff=CLOSE)
        return list(dict.fromkeys(known[match] for match in close))[:3]


def index(
    states: Iterable[State],
    not_states: Iterable[NotState] = (),
    ambiguous: Mapping[str, tuple[State, ...]] | None = None,
    folds: Mapping[str, str] | None = None,
) -> Index:
    """Build the index; of two claims to one name the first stands (`validate` refuses both).

    `folds` may hold folded names that are known already.
    """
    known = dict(folds or {})

    def folded(name: str) -> str:
        if name not in known:
            known[name] = fold(name)
        return known[name]

    shared = {folded(name): candidates for name, candidates in (ambiguous or {}).items()}
    names: dict[str, State] = {}
    for state in states:
        for name in spellings(state):
            names.setdefault(folded(name), state)
    others: dict[str, NotState] = {}
    for other in not_states:
        for name in (other.name, *other.aliases):
            others.setdefault(folded(name), other)
    return Index(names, others, shared, known)
