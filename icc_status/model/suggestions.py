"""What may have been meant by a name that is not known."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from icc_status.model.normalize import words

CLOSE = 0.8
MOST = 3
SHORTEST = 3
"""Fewer letters are close to too many names."""

_COMMON = """
republic kingdom state states union federation federal federated democratic people peoples islamic
arab socialist united commonwealth principality island islands saint new north south east west
northern southern eastern western central great former
"""
COMMON = frozenset(_COMMON.split())
"""Words of many names: that they are shared tells nothing."""


def suggestions(text: str, names: Mapping[str, str], verbs: Iterable[str] = ()) -> list[str]:
    """Return the closest of the names, at most three, as the values of `names` write them.

    A close name has the rare words of the text. A verb is suggested for one slip at most.
    """
    typed = words(text)
    if len("".join(typed)) < SHORTEST:
        return []
    whole, rare = "".join(typed), _rare(typed)
    known: dict[str, str] = {}
    by_rare: dict[str, list[str]] = {}
    for name in names:
        of_name = words(name)
        folded = "".join(of_name)
        known.setdefault(folded, name)
        by_rare.setdefault(_rare(of_name), []).append(folded)
    close = [
        name
        for match in get_close_matches(rare, by_rare, n=6, cutoff=CLOSE)
        for name in by_rare[match]
        if match[0] == rare[0]
    ]
    alike = get_close_matches(whole, known, n=6, cutoff=CLOSE)
    close += [name for name in alike if _has_rare_words(known[name], typed)]
    close.sort(key=lambda name: -_likeness(whole, name))
    found = [names[known[name]] for name in close]
    found += [f"'icc-status {verb}'" for verb in verbs if _one_slip(text.strip().casefold(), verb)]
    return list(dict.fromkeys(found))[:MOST]


def _rare(found: list[str]) -> str:
    return "".join(word for word in found if word not in COMMON) or "".join(found)


def _has_rare_words(name: str, typed: list[str]) -> bool:
    return {word for word in words(name) if word not in COMMON} <= set(typed)


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, other, one).ratio()


def _one_slip(typed: str, verb: str) -> bool:
    """Tell whether one letter is missing, added or wrong, or two stand in the wrong order."""
    if len(typed) == len(verb):
        wrong = [i for i, pair in enumerate(zip(typed, verb, strict=True)) if pair[0] != pair[1]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) == 1 or (swapped and sorted(typed) == sorted(verb))
    longer, shorter = sorted((typed, verb), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
