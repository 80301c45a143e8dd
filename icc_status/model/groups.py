"""The groups of states that can be listed and asked about, and the words that people use for them.

A word counts in any case, in the singular or the plural, with or without hyphens.
"""

from collections.abc import Callable, Sequence
from functools import cache

from icc_status.errors import QuestionError
from icc_status.model.normalize import fold
from icc_status.model.status import Standing, Status
from icc_status.model.terms import other_number, words_for

GROUPS: dict[str, tuple[str, Callable[[Standing], bool]]] = {
    "all": ("every state of the registry", lambda _: True),
    "parties": ("the Statute is in force for it", lambda s: s.status is Status.PARTY),
    "signatories": (
        "signed and never ratified (signatory + renounced)",
        lambda s: s.status in {Status.SIGNATORY, Status.RENOUNCED},
    ),
    "non-ratifiers": (
        "never a party (signatory + renounced + non-signatory)",
        lambda s: s.status in {Status.SIGNATORY, Status.RENOUNCED, Status.NON_SIGNATORY},
    ),
    "non-parties": ("everything but party", lambda s: s.status is not Status.PARTY),
    "withdrawn": (
        "its withdrawal has taken effect",
        lambda s: s.status is Status.WITHDRAWN,
    ),
    "withdrawing": (
        "a party with a notice of withdrawal pending",
        lambda s: s.leaving is not None,
    ),
    "contracting": (
        "instrument deposited, not yet in force for it",
        lambda s: s.status is Status.CONTRACTING,
    ),
    "renounced": (
        "signed, then notified that it does not intend to join",
        lambda s: s.status is Status.RENOUNCED,
    ),
    "non-signatories": ("none of these", lambda s: s.status is Status.NON_SIGNATORY),
}
"""Each group's name, what it holds, and the test of a standing that decides."""

OTHER_WORDS = {
    "states": "all",
    "members": "parties",
    "states parties": "parties",
    "state parties": "parties",
    "state party": "parties",
    "non-members": "non-parties",
    "leaving": "withdrawing",
    "former parties": "withdrawn",
    "former states parties": "withdrawn",
    "former state party": "withdrawn",
}
"""Other usual words for a group."""

REGIONS = {
    "Africa": ("African States", "African Group"),
    "Asia-Pacific": ("Asia-Pacific States", "Asia-Pacific Group", "Asia and the Pacific"),
    "Eastern-Europe": ("Eastern European States", "Eastern European Group", "EEG"),
    "GRULAC": (
        "Latin American and Caribbean States",
        "Latin American and Caribbean Group",
        "Latin America and the Caribbean",
    ),
    "WEOG": (
        "Western European and other States",
        "Western European and Others Group",
        "Western Europe and others",
    ),
}
"""The regional groups of the United Nations by their codes, with their names."""

NO_REGION = "none"
"""The region of the states that are in no such group."""

NEAR_REGIONS = {
    "Europe": ("Eastern-Europe", "WEOG"),
    "Western Europe": ("WEOG",),
    "Asia": ("Asia-Pacific",),
    "Pacific": ("Asia-Pacific", "WEOG"),
    "Oceania": ("Asia-Pacific", "WEOG"),
    "Americas": ("GRULAC", "WEOG"),
    "America": ("GRULAC", "WEOG"),
    "North America": ("GRULAC", "WEOG"),
    "South America": ("GRULAC",),
    "Latin America": ("GRULAC",),
    "Caribbean": ("GRULAC",),
    "Middle East": ("Asia-Pacific", "Africa", "WEOG"),
}
"""Parts of the world that are no regional group, with the groups that their states are in."""

SIGNATORY = "signatory"


def group_named(text: str) -> str | None:
    """Return the name of the group that a text means, or None.

    Raises QuestionError for "signatory", which is a status and a group of more states.
    """
    if fold(text) == SIGNATORY:
        raise QuestionError(
            f"{text!r} is a status and a group: 'signatories' are all that signed and never"
            " ratified, 'renounced' are those of them that do not intend to become parties,"
            " and the status signatory has the others"
        )
    return _groups().get(fold(text))


def region_named(text: str) -> str | None:
    """Return the code of the regional group that a text means, or None.

    Raises QuestionError for a part of the world that is no such group, with those that are near.
    """
    if near := _near().get(fold(text)):
        named = " or ".join(f"{code} ({REGIONS[code][0]})" for code in near)
        raise QuestionError(f"{text!r} is no regional group of the United Nations: ask for {named}")
    return _regions().get(fold(text))


def groups_and_regions(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the groups and the regions that words name, several words for one among them.

    Raises QuestionError for a word that names neither.
    """
    groups: list[str] = []
    regions: list[str] = []
    rest = list(words)
    while rest:
        for length in range(len(rest), 0, -1):
            text = " ".join(rest[:length])
            if group := group_named(text):
                groups.append(group)
            elif region := region_named(text):
                regions.append(region)
            else:
                continue
            rest = rest[length:]
            break
        else:
            raise QuestionError(
                f"no group of states is called {rest[0]!r}: the groups are {', '.join(GROUPS)};"
                f" the regions are {', '.join(REGIONS)}"
            )
    return list(dict.fromkeys(groups)), list(dict.fromkeys(regions))


def line_to_list(text: str) -> str | None:
    """Return what to type in place of a group's or a region's name where a state is asked for.

    None where the text names neither.
    """
    try:
        if group := group_named(text):
            return f"{text!r} is a group of states: type 'icc-status list {group}'"
        region = region_named(text)
    except QuestionError as error:
        return f"{error}, with 'icc-status list'"
    if region in {None, NO_REGION}:
        return None
    return f"{text!r} is a regional group: type 'icc-status list {region}'"


@cache
def _groups() -> dict[str, str]:
    of_status = {
        status.value: group
        for status in Status
        if status is not Status.SIGNATORY
        for group in GROUPS
        if group in {status.value, other_number(status.value)}
    }
    return words_for(GROUPS, of_status | OTHER_WORDS)


@cache
def _regions() -> dict[str, str]:
    names = {name: code for code, others in REGIONS.items() for name in others}
    codes = {code: code for code in (*REGIONS, NO_REGION)}
    return {fold(word): code for word, code in (codes | names).items()}


@cache
def _near() -> dict[str, tuple[str, ...]]:
    return {fold(name): codes for name, codes in NEAR_REGIONS.items()}
