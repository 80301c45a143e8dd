"""The words that people type for fixed terms, such as kinds, formats and groups.

A word counts in any case, in the singular or the plural, with or without hyphens.
Imports next to nothing: every start of the program needs it.
"""

from collections.abc import Iterable, Mapping

from icc_status.model.normalize import fold


def words_for(terms: Iterable[str], others: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what each word for a term means, by its folded form, in the singular and plural.

    `others` are further words, each with the term that it means.
    """
    meant = {term: term for term in terms} | dict(others or {})
    numbers = {other_number(word): term for word, term in meant.items()}
    return {fold(word): term for word, term in (numbers | meant).items()}


def other_number(word: str) -> str:
    """Return the plural of a singular, and the singular of a plural, of such words."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("s"):
        return word[:-1]
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
