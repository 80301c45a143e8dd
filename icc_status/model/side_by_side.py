"""Words typed side by side where states are asked for: several states, or one name without quotes.

A code counts in any case, and many are words: "el salvador", "la france" and "france and germany"
hold codes of Greece, Laos and Andorra. Neither reading is guessed.
"""

from collections.abc import Sequence
from shlex import quote

from icc_status.model.names import Index, spellings
from icc_status.model.normalize import is_code_like, key
from icc_status.model.rewording import without_article

INITIALS = frozenset({"drc", "uae", "uk", "usa"})
"""Codes that people write in small letters beside names, and that are no words."""

LONGEST = 10
"""So many words at most are put together: no name has more."""


def misread(texts: Sequence[str], names: Index, start: str = "") -> str | None:
    """Return what to type where texts may be meant as fewer states than they name, or None.

    `start` is how the line to type begins.
    """
    if line := _quoted(texts, names):
        return f"quote a name of several words: {start}{line}"
    if all(map(is_code_like, texts)):
        return None
    found = [(text, state) for text in texts if (state := names.get(text))]
    certain = {state.iso3 for text, state in found if not _may_be_word(text)}
    for text, state in found:
        if state.iso3 not in certain:
            return (
                f"{text!r} beside a name may be a word: leave it out,"
                f" or write {text.upper()} for {state.name}"
            )
    return None


def _may_be_word(text: str) -> bool:
    """Tell whether a text may be a code and a word: "and" is one, "AND" and "usa" are codes."""
    return is_code_like(text) and not text.isupper() and text.casefold() not in INITIALS


def _quoted(texts: Sequence[str], names: Index) -> str | None:
    """Return the texts with the first of them that are one name in quotes, or None."""
    if len(texts) > 1 and names.get(" ".join(texts)) and not all(map(names.get, texts)):
        return quote(" ".join(texts))
    for i in range(len(texts)):
        for j in range(min(len(texts), i + LONGEST), i + 1, -1):
            if _is_spelled(texts[i:j], names) or _has_article(texts[i:j], names):
                return " ".join(map(quote, (*texts[:i], " ".join(texts[i:j]), *texts[j:])))
    return None


def _is_spelled(run: Sequence[str], names: Index) -> bool:
    """Tell whether the registry spells a name of a state so. Codes are not put together."""
    name = " ".join(run)
    state = names.states.get(key(name))
    return state is not None and name.casefold() in map(str.casefold, spellings(state))


def _has_article(run: Sequence[str], names: Index) -> bool:
    """Tell whether a name begins with an article that is a code as well: "LA FRANCE" is France."""
    whole, rest = " ".join(run), " ".join(run[1:])
    bare = without_article(whole) == rest and not is_code_like(rest)
    return bare and is_code_like(run[0]) and names.get(whole) is not None
