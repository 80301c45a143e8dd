"""What a person typed, as one state, or as the reason why not: never a guess.

A name counts when it is exact after folding, or after a rule of `rewording`; a near miss is only
ever suggested.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from icc_status.errors import QuestionError
from icc_status.model.acts import Source
from icc_status.model.normalize import is_code_like, is_mixed_case, key
from icc_status.model.rewording import parts, rewordings
from icc_status.model.state import State

FORMER = "former state"
MISSING = frozenset({"", "n/a", "n.a.", "#n/a", "<na>", "(na)", "null", "none", "nan", "nil"})
"""What files write where nothing is known, in small letters."""


@dataclass(frozen=True)
class NotState:
    """Something people ask for that is no state in the depositary's practice, and what to say.

    `kind` is place, territory, disputed, organisation or former state. `covered_by` is the alpha-3
    code of the state under which the depositary's record is kept, where one can be named without
    taking a position. A former state that the Statute knew was `continued_by` another, from the
    day after `existed_until` on: rows of a data set up to that day are about the state that
    continues it. `claimed_by` is the code of a party that claims the territory as its own.
    `readings` are the codes of the states whose territory it is on one reading each, and
    `own_reading` says that on another it is a state of its own; one reading alone is how the
    United Nations treats it. `flag_states` says that it is the territory of no state.
    """

    name: str
    kind: str
    answer: str
    sources: tuple[Source, ...]
    aliases: tuple[str, ...] = ()
    covered_by: str | None = None
    continued_by: str | None = None
    existed_until: dt.date | None = None
    claimed_by: str | None = None
    readings: tuple[str, ...] = ()
    own_reading: bool = False
    flag_states: bool = False

    def __repr__(self) -> str:
        return f"<NotState {self.name}, {self.kind}>"

    @property
    def explanation(self) -> str:
        """The answer with what it rests on."""
        return f"{self.answer} (Source: {'; '.join(source.cited for source in self.sources)}.)"


Meaning = State | NotState | tuple[State | NotState, ...] | None
"""A state, what is no state, several of them (an ambiguous name), or nothing that is known."""


def spellings(state: State) -> tuple[str, ...]:
    """Return every code and name that leads to the state."""
    return (*iso_codes(state), state.un_name, state.common_name, *state.aliases)


def iso_codes(state: State) -> tuple[str, ...]:
    """Return the codes that ISO 3166, or the World Bank in its place, has or had for the state."""
    return (state.iso3, state.iso2, *state.former_iso3)


class LanguageNames(NamedTuple):
    """Names in many languages: the alpha-3 codes that each may mean, by its key.

    `by_fold` has the short ones by their folded form: "ao" for "Áo", Austria in Vietnamese.
    `of_codes` has the keys of those whose words are codes: "Na Uy", Norway in Vietnamese.
    """

    by_key: Mapping[str, Sequence[str]]
    by_fold: Mapping[str, Sequence[str]]
    of_codes: Sequence[str] = ()


def no_languages() -> LanguageNames:
    """Return no names."""
    return LanguageNames({}, {})


@dataclass(frozen=True)
class Index:
    """Every name that is known, by its key: those of states, of no states, and shared ones.

    `folds` has the key of every name as it is written. `languages` reads the names in other
    languages, which are looked at where a name is not known otherwise.
    """

    states: Mapping[str, State]
    not_states: Mapping[str, NotState]
    ambiguous: Mapping[str, tuple[State, ...]]
    folds: Mapping[str, str] = field(repr=False)
    languages: Callable[[], LanguageNames] = field(default=no_languages, repr=False, compare=False)

    def get(self, text: str) -> State | None:
        """Return the one state that the text names, or None; `find` says why."""
        meaning = self.meaning(text)
        return meaning if isinstance(meaning, State) else None

    def meaning(self, text: str) -> Meaning:
        """Return what the text names: by itself, after a rule of `rewording`, or by its parts."""
        return self._reworded(text, self._exact) or self._reworded(text, self._of_parts)

    def find(self, text: str, verbs: Sequence[str] = ()) -> State:
        """Return the one state that the text names.

        Raises QuestionError for an empty, unknown or ambiguous name and for what is no state;
        the message holds the candidates, the suggestions (`verbs` among them) or the reason.
        """
        if not isinstance(text, str):
            raise QuestionError(f"{text!r} is no name: give a text")
        meaning = self.meaning(text)
        if isinstance(meaning, State):
            return meaning
        if isinstance(meaning, NotState):
            raise QuestionError(meaning.explanation)
        if meaning:
            named = " or ".join(_called(one) for one in meaning)
            raise QuestionError(f"{text!r} could be {named}: ask for one of them")
        raise QuestionError(self._unknown(text, verbs))

    def _exact(self, text: str) -> Meaning:
        name = key(text)
        if name in self.ambiguous:
            return self.ambiguous[name]
        if not (known := self.not_states.get(name) or self.states.get(name)):
            return self._meant(self.languages().by_key.get(name, ())) if name else None
        if is_code_like(text) and is_mixed_case(text):
            others = self._meant(self.languages().by_fold.get(name, ()))
            return _together(known, others)
        return known

    def _meant(self, codes: Sequence[str]) -> Meaning:
        """Return what alpha-3 codes mean together."""
        meanings = (self.not_states.get(c) or self.states.get(c) for c in map(str.lower, codes))
        return _together(*meanings)

    def _reworded(self, text: str, read: Callable[[str], Meaning]) -> Meaning:
        """Return what the text is read as: as it stands, or after as few rules as possible."""
        texts = [text]
        for one in texts:
            if meaning := read(one):
                return meaning
            texts += [other for other in rewordings(one) if other not in texts]
        return None

    def _of_parts(self, text: str) -> Meaning:
        """Return what all parts of the text mean together; they may be names of one thing only.

        What is no state is meant where a part names it, and the state that covers it is another.
        A former state beside a present one is an older name of it.
        """
        meanings = [self._reworded(part, self._exact) for part in parts(text)]
        if not meanings or None in meanings:
            return None
        if all(meaning is meanings[0] for meaning in meanings):
            return meanings[0]
        candidates = [self._candidates(meaning) for meaning in meanings]
        named = {id(one): one for some in candidates for one in some}
        others = [one for one in named.values() if isinstance(one, NotState)]
        if len(others) == 1 and {o.iso3 for o in named.values() if isinstance(o, State)} <= {
            others[0].covered_by
        }:
            return others[0]
        shared = [one for one in named.values() if all(one in some for some in candidates if some)]
        return shared[0] if len(shared) == 1 else tuple(named.values()) or None

    def _candidates(self, meaning: Meaning) -> tuple[State | NotState, ...]:
        """Return what a part may mean; nothing for a former state that no state covers."""
        if isinstance(meaning, NotState) and meaning.kind == FORMER:
            return (self._by_code[meaning.covered_by],) if meaning.covered_by else ()
        return meaning if isinstance(meaning, tuple) else (meaning,) if meaning else ()

    def is_code(self, text: str) -> bool:
        """Tell whether a text is a code of ISO 3166 in whatever case."""
        return is_code_like(text) and self.is_iso(text.strip().upper())

    def is_iso(self, code: str) -> bool:
        """Tell whether capital letters are a code of ISO 3166, now or formerly."""
        return code in self._iso

    def continuing(self, former: NotState) -> State | None:
        """Return the state by which a former state is continued, or None."""
        return self._by_code.get(former.continued_by)

    @cached_property
    def _iso(self) -> frozenset[str]:
        codes = {code for state in self._by_code.values() for code in iso_codes(state)}
        others = {alias for other in self.not_states.values() for alias in other.aliases}
        return frozenset(codes | {alias for alias in others if is_code_like(alias)})

    @cached_property
    def _by_code(self) -> dict[str | None, State]:
        return {state.iso3: state for state in self.states.values()}

    def _unknown(self, text: str, verbs: Sequence[str]) -> str:
        if text.strip() and text.strip().casefold() in MISSING:
            return f"{text!r} says that nothing is known: give a name or a code"
        if not key(text):
            return "the name of the state is empty: give a name or a code"
        close = self.suggestions(text, verbs)
        if close:
            return f"no state is called {text!r}: did you mean {' or '.join(close)}?"
        return f"no state is called {text!r}: 'icc-status list' names all of them"

    def suggestions(self, text: str, verbs: Sequence[str] = ()) -> list[str]:
        """Return what may have been meant, the closest first, at most three."""
        from icc_status.model.suggestions import suggestions

        return suggestions(text, self._suggested, verbs)

    @cached_property
    def _suggested(self) -> dict[str, str]:
        """The English names that may be suggested, codes left out, each with how to print it."""
        known: dict[str, str] = {}
        for other in dict.fromkeys(self.not_states.values()):
            known |= dict.fromkeys((other.name, *filter(str.isascii, other.aliases)), other.name)
        for state in self._by_code.values():
            names = (state.un_name, state.common_name, *filter(str.isascii, state.aliases))
            known |= dict.fromkeys(names, _called(state))
        return {name: told for name, told in known.items() if not is_code_like(name)}


def _together(*meanings: Meaning) -> Meaning:
    """Return what several meanings are together: nothing, one, or all that differ."""
    ones = [m if isinstance(m, tuple) else (m,) for m in meanings if m]
    different = tuple({id(one): one for some in ones for one in some}.values())
    if len(different) > 1:
        return different
    return different[0] if different else None


def _called(one: State | NotState) -> str:
    return f"{one.name} ({one.iso3})" if isinstance(one, State) else f"{one.name} (no state)"


def index(
    states: Iterable[State],
    not_states: Iterable[NotState] = (),
    ambiguous: Mapping[str, tuple[State, ...]] | None = None,
    folds: Mapping[str, str] | None = None,
    languages: Callable[[], LanguageNames] = no_languages,
) -> Index:
    """Build the index; of two claims to one name the first stands (`validate` refuses both).

    `folds` may hold keys of names that are known already.
    """
    known = dict(folds or {})

    def keyed(name: str) -> str:
        if name not in known:
            known[name] = key(name)
        return known[name]

    shared = {keyed(name): candidates for name, candidates in (ambiguous or {}).items()}
    names: dict[str, State] = {}
    for state in states:
        for name in spellings(state):
            names.setdefault(keyed(name), state)
        for name in filter(is_code_like, state.aliases):
            names.setdefault(".".join(name.casefold()) + ".", state)
    others: dict[str, NotState] = {}
    for other in not_states:
        for name in (other.name, *other.aliases):
            others.setdefault(keyed(name), other)
    return Index(names, others, shared, known, languages)
