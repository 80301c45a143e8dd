"""Words typed side by side where states are asked for: several states, or one name without quotes.

A code counts in any case, and many are words: "el salvador", "la france" and "france and germany"
hold codes of Greece, Laos and Andorra. Neither reading is guessed.
"""

from collections.abc import Sequence
from shlex import quote

from icc_status.model.names import Index
from icc_status.model.normalize import fold, is_code_like, key
from icc_status.model.rewording import without_article

INITIALS = frozenset({"drc", "rdc", "uae", "uk", "us", "usa"})
"""What people write beside names for a state, in small letters too, and means nothing else."""

BETWEEN = frozenset({"", "and", "et"})
"""What stands between names and is none, folded: "&" is nothing, and two are codes as well."""

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
    between = [text for text in texts[1:-1] if fold(text) in BETWEEN]
    codes = [] if _are_codes(texts) else [text for text in texts if _may_be_word(text, texts)]
    sure = {state.iso3 for text in texts if text not in codes and (state := names.get(text))}
    words = [text for text in codes if (state := names.get(text)) and state.iso3 not in sure]
    return next((_to_leave_out(text, names) for text in (*between, *words)), None)


def _to_leave_out(text: str, names: Index) -> str:
    if state := names.get(text):
        name = quote(state.common_name)
        return f"{text!r} beside a name may be a word: leave it out, or write {name}"
    return f"{text!r} is no name: leave it out"


def _are_codes(texts: Sequence[str]) -> bool:
    """Tell whether all are codes: in capitals, or of one length but for INITIALS.

    "la uk" are none, as an article stands before a name.
    """
    known = [text.casefold() in INITIALS for text in texts]
    lengths = {len(text) for text, initials in zip(texts, known, strict=True) if not initials}
    articles = [without_article(f"{text} x") == "x" for text in texts]
    return (
        all(map(is_code_like, texts))
        and (all(map(str.isupper, texts)) or len(lengths) < 2)
        and (True, True) not in zip(articles, known[1:], strict=False)
    )


def _may_be_word(text: str, texts: Sequence[str]) -> bool:
    """Tell whether a text may be a code and a word: "and" is one, and "AND" where all is loud."""
    loud = all(map(str.isupper, texts))
    return is_code_like(text) and text.casefold() not in INITIALS and (loud or not text.isupper())


def _quoted(texts: Sequence[str], names: Index) -> str | None:
    """Return the texts with the first of them that are one name in quotes, or None.

    What stands between names is left out.
    """
    if names.get(" ".join(texts)) and not all(map(names.get, texts)):
        return quote(" ".join(texts))
    for i in range(len(texts)):
        for j in range(min(len(texts), i + LONGEST), i + 1, -1):
            if _is_one(texts[i:j], names) or _has_article(texts[i:j], names):
                beside = (*texts[:i], " ".join(texts[i:j]), *texts[j:])
                return " ".join(quote(text) for text in beside if fold(text) not in BETWEEN)
    return None


def _is_one(run: Sequence[str], names: Index) -> bool:
    """Tell whether words together are one name.

    "pe ru" are two codes, "Pe Ru" and "na uy" are Peru and Norway, and "Israel Palestine" are two
    names.
    """
    if {fold(run[0]), fold(run[-1])} & BETWEEN:
        return False  # it makes no difference to a name
    whole = " ".join(run)
    name, languages = key(whole), names.languages()
    if part := names.not_states.get(name):
        return whole.casefold() in map(str.casefold, (part.name, *part.aliases))
    if all(map(is_code_like, run)) and (whole.islower() or whole.isupper()):
        return name in languages.of_codes
    return name in names.states or name in languages.by_key


def _has_article(run: Sequence[str], names: Index) -> bool:
    """Tell whether a name begins with an article that is a code as well: "LA FRANCE" is France."""
    whole, rest = " ".join(run), " ".join(run[1:])
    bare = without_article(whole) == rest and not is_code_like(rest)
    return bare and names.get(whole) is not None
