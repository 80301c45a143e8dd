"""The shape of data/situations.yaml, checked as strictly as the registry's."""

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading import checks
from icc_status.loading.checks import Field
from icc_status.loading.conformity import fault, field_faults, reference_faults
from icc_status.loading.faults import Fault, some
from icc_status.loading.schema import ABOUT, ACT, SOURCE
from icc_status.loading.strict_yaml import Document
from icc_status.model.situations import Step

CRIMES = ("genocide", "crimes-against-humanity", "war-crimes")
ORIGINS = ("self-referral", "state-referral", "proprio-motu", "security-council", "declaration")
ALPHA3 = re.compile("[A-Z]{3}")
TEXT, REQUIRED_TEXT, CITED = SOURCE["copy"], SOURCE["title"], ACT["source"]


def codes(value: Any) -> str | None:
    """Say what is wrong with a list of alpha-3 codes, or None."""
    good = (
        isinstance(value, list)
        and value
        and all(isinstance(v, str) and ALPHA3.fullmatch(v) for v in value)
    )
    return None if good else 'must be a list of codes such as ["COD"]'


def crimes(value: Any) -> str | None:
    """Say what is wrong with a list of crimes, or None."""
    good = isinstance(value, list) and value and all(v in CRIMES for v in value)
    return None if good else f"must be a list of {', '.join(CRIMES)}"


PHASE: dict[str, Field] = {
    "date": Field(checks.day, required=True),
    "kind": Field(checks.one_of(*Step), required=True),
    "source": CITED,
    "confidence": ACT["confidence"],
    "note": TEXT,
}
SITUATION: dict[str, Field] = {
    "key": REQUIRED_TEXT,
    "name": REQUIRED_TEXT,
    "number": TEXT,
    "states": Field(codes, required=True),
    "part": TEXT,
    "outside": TEXT,
    "also": Field(codes),
    "also_from": ACT["covers_from"],
    "nationals": Field(codes),
    "nationals_only": Field(checks.only(True)),
    "nationals_abroad": Field(checks.only(True)),
    "abroad_in": Field(codes),
    "crimes": Field(crimes),
    "subject": TEXT,
    "ruled_across": Field(checks.only(True)),
    "origin": Field(checks.one_of(*ORIGINS), required=True),
    "resolution": TEXT,
    "exemption": TEXT,
    "referred_by": Field(codes),
    "scope": TEXT,
    "covers_from": ACT["covers_from"],
    "covers_until": ACT["covers_until"],
    "confidence": ACT["confidence"],
    "source": CITED,
    "note": TEXT,
    "caveat": TEXT,
    "phases": Field(checks.listing, required=True, inside=PHASE),
}
FINDING: dict[str, Field] = {
    "state": Field(checks.code(3), required=True),
    "date": Field(checks.day, required=True),
    "situation": REQUIRED_TEXT,
    "source": CITED,
    "note": TEXT,
}
EXEMPTION: dict[str, Field] = {
    "states": Field(codes, required=True),
    "resolution": REQUIRED_TEXT,
    "paragraph": REQUIRED_TEXT,
    "covers_from": Field(checks.day, required=True),
    "persons": REQUIRED_TEXT,
    "source": CITED,
}
FILE: dict[str, Field] = {
    "about": Field(checks.mapping, required=True, inside=ABOUT),
    "sources": Field(checks.listing, required=True, inside=SOURCE),
    "exemptions": Field(checks.listing, inside=EXEMPTION),
    "situations": Field(checks.listing, required=True, inside=SITUATION),
    "findings": Field(checks.listing, inside=FINDING),
}


def situation_faults(document: Document, known: Collection[str] | None = None) -> list[Fault]:
    """Return the faults, in the order of the text; `known` are the codes that states may have.

    Raises RegistryError for a document that holds no situations at all.
    """
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("situations"), list):
        raise RegistryError("not a file of situations: it has no list 'situations'")
    rules = chain(
        reference_faults(document, known), _sequence(document), _findings(document, known)
    )
    return some(field_faults(document, FILE)) or some(rules)


def _findings(document: Document, known: Collection[str] | None) -> Iterator[Fault]:
    keys = {situation["key"] for situation in document.data["situations"]}
    for i, item in enumerate(document.data.get("findings", [])):
        path = ("findings", i)
        if item["situation"] not in keys:
            message = f"{item['situation']!r} is no key under 'situations'"
            yield fault(document, (*path, "situation"), message)
        if known is not None and item["state"] not in known:
            yield fault(document, (*path, "state"), f"{item['state']!r} is no state's iso3")


def _sequence(document: Document) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, item in enumerate(document.data["situations"]):
        days = [phase["date"] for phase in item["phases"]]
        if not days:
            yield fault(document, ("situations", i, "phases"), "holds no phase; add the first")
        if days != sorted(days):
            yield fault(document, ("situations", i, "phases"), "are not by date; sort them")
        if item["key"] in seen:
            yield fault(document, ("situations", i), "stands twice; keep one entry")
        if (item["origin"] == "security-council") != ("resolution" in item):
            yield fault(
                document, ("situations", i), "a Council referral, and only it, has one 'resolution'"
            )
        seen.add(item["key"])
