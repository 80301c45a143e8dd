"""Words typed side by side where states are asked for: several states, or one name without quotes.

A code counts in any case, and many are words: "el salvador", "la france" and "france and germany"
hold codes of Greece, Laos and Andorra. Neither reading is guessed.
"""

from collections.abc import Sequence
from shlex import quote

from icc_status.model.names import Index, spellings
from icc_status.model.normalize import is_code_like, key
from icc_status.model.rewording import without_article

INITIALS = frozenset({"drc", "rdc", "uae", "uk", "us", "usa"})
"""What people write beside names for a state, in small letters too, and means nothing else."""

LONGEST = 10
"""So many words at most are put together: no name has more."""


def misread(texts: Sequence[str], names: Index, start: str = "") -> str | None:
    """Return what to type where texts may be meant as fewer states than they name, or None.

    `start` is how the line to type begins.
    """
    if len(texts) < 2:
        return None
    if line := _quoted(texts, names):
        return f"quote a name of several words: {start}{line}"
    if _are_codes(texts, names):
        return None
    loud = all(map(str.isupper, texts))
    found = [(text, state) for text in texts if (state := names.get(text))]
    certain = {state.iso3 for text, state in found if not _may_be_word(text, loud)}
    for text, state in found:
        if state.iso3 not in certain:
            return (
                f"{text!r} beside a name may be a word: leave it out,"
                f" or write {quote(state.common_name)}"
            )
    return None


def _are_codes(texts: Sequence[str], names: Index) -> bool:
    """Tell whether all are codes of ISO 3166: in capitals, or in small letters of one length."""
    small = all(map(str.islower, texts)) and len(set(map(len, texts))) == 1
    return (small or all(map(str.isupper, texts))) and all(map(names.is_code, texts))


def _may_be_word(text: str, loud: bool) -> bool:
    """Tell whether a text may be a code and a word: "and" is one, and "AND" where all is loud."""
    return is_code_like(text) and (loud or not text.isupper()) and text.casefold() not in INITIALS


def _quoted(texts: Sequence[str], names: Index) -> str | None:
    """Return the texts with the first of them that are one name in quotes, or None."""
    if names.get(" ".join(texts)) and not all(map(names.get, texts)):
        return quote(" ".join(texts))
    for i in range(len(texts)):
        for j in range(min(len(texts), i + LONGEST), i + 1, -1):
            if _is_one(texts[i:j], names) or _has_article(texts[i:j], names):
                return " ".join(map(quote, (*texts[:i], " ".join(texts[i:j]), *texts[j:])))
    return None


def _is_one(run: Sequence[str], names: Index) -> bool:
    """Tell whether words together are one name. Codes are so only if it is spelled like that.

    "pe ru" are two codes, and "Na Uy" is Norway. So are "Israel Palestine" two names.
    """
    if "and" in {run[0].casefold(), run[-1].casefold()}:
        return False  # it makes no difference to a name
    whole = " ".join(run)
    name, languages = key(whole), names.languages()
    if part := names.not_states.get(name):
        return _is_spelled(whole, (part.name, *part.aliases))
    state = names.states.get(name)
    if all(map(is_code_like, run)):
        spelled = state is not None and _is_spelled(whole, spellings(state))
        return spelled or name in languages.of_codes
    return state is not None or name in languages.by_key


def _is_spelled(name: str, names: Sequence[str]) -> bool:
    return name.casefold() in map(str.casefold, names)


def _has_article(run: Sequence[str], names: Index) -> bool:
    """Tell whether a name begins with an article that is a code as well: "LA FRANCE" is France."""
    whole, rest = " ".join(run), " ".join(run[1:])
    bare = without_article(whole) == rest and not is_code_like(rest)
    return bare and is_code_like(run[0]) and names.get(whole) is not None
