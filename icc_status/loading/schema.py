"""The shape of a registry: which fields there are, and what each holds.

The head of data/states.yaml lists the same fields; a test holds the two together.
"""

from icc_status.loading import checks
from icc_status.loading.checks import Field
from icc_status.model import groups
from icc_status.model.acts import ANNOUNCED, SUBJECTS, Announcing, Kind, Sort

CONFIDENCE = ("medium", "single-source", "unsourced")
OUTCOMES = ("accepted", "received", "not-acted-on", "rejected")
NOT_STATE_KINDS = ("place", "territory", "disputed", "organisation", "former state")
RULES = ("121(4)", "121(5)", "122")
LISTS = ("declarations",)
SCOPES = ("territory", "own-nationals")
MOST_ACTS = 50
"""No state has done a quarter of this; each act is judged by all those before it."""
REGIONS = (*groups.REGIONS, groups.NO_REGION)

ABOUT: dict[str, Field] = {
    "claim": Field(checks.text, required=True),
    "prevails": Field(checks.text, required=True),
    "licence": Field(checks.text, required=True),
    "as_of": Field(checks.day, required=True),
}
ABOUT_STATES: dict[str, Field] = {**ABOUT, "source": Field(checks.text_or_texts)}
SOURCE: dict[str, Field] = {
    "key": Field(checks.text, required=True),
    "title": Field(checks.text, required=True),
    "url": Field(checks.text),
    "read": Field(checks.day, required=True),
    "copy": Field(checks.text),
    "number": Field(checks.text),
    "date": Field(checks.day),
    "paragraph": Field(checks.text),
    "covers": Field(checks.one_of(*LISTS)),
}
REGION: dict[str, Field] = {
    "code": Field(checks.one_of(*REGIONS), required=True),
    "title": Field(checks.text, required=True),
    "members": Field(checks.number, required=True),
    "source": Field(checks.text_or_texts, required=True),
}
INSTRUMENT: dict[str, Field] = {
    "key": Field(checks.text, required=True),
    "title": Field(checks.text, required=True),
    "sort": Field(checks.one_of(*Sort), required=True),
    "adopted": Field(checks.day),
    "resolution": Field(checks.text),
    "reference": Field(checks.text),
    "rule": Field(checks.one_of(*RULES)),
    "in_force": Field(checks.day),
    "source": Field(checks.text_or_texts, required=True),
    "note": Field(checks.text),
}
SHARED_NAME: dict[str, Field] = {
    "name": Field(checks.text, required=True),
    "states": Field(checks.texts, required=True),
}
NOT_STATE: dict[str, Field] = {
    "name": Field(checks.text, required=True),
    "kind": Field(checks.one_of(*NOT_STATE_KINDS), required=True),
    "aliases": Field(checks.texts),
    "covered_by": Field(checks.code(3)),
    "continued_by": Field(checks.code(3)),
    "existed_until": Field(checks.day),
    "claimed_by": Field(checks.code(3)),
    "readings": Field(checks.texts),
    "own_reading": Field(checks.only(True)),
    "flag_states": Field(checks.only(True)),
    "answer": Field(checks.text, required=True),
    "source": Field(checks.text_or_texts, required=True),
}
EXISTENCE: dict[str, Field] = {
    "date": Field(checks.day, required=True),
    "predecessor": Field(checks.code(3)),
    "source": Field(checks.text_or_texts, required=True),
    "note": Field(checks.text),
}
ACT: dict[str, Field] = {
    "date": Field(checks.day),
    "kind": Field(checks.one_of(*Kind), required=True),
    "instrument": Field(checks.text),
    "subject": Field(checks.one_of(*SUBJECTS)),
    "effective": Field(checks.day),
    "effective_computed": Field(checks.only(True)),
    "effective_earliest": Field(checks.day),
    "covers_from": Field(checks.day),
    "covers_from_year": Field(checks.year),
    "covers_until": Field(checks.day),
    "scope": Field(checks.one_of(*SCOPES)),
    "outcome": Field(checks.one_of(*OUTCOMES)),
    "territories": Field(checks.texts),
    "source": Field(checks.text_or_texts, required=True),
    "reference": Field(checks.notification),
    "confidence": Field(checks.one_of(*CONFIDENCE)),
    "open_question": Field(checks.text),
    "note": Field(checks.text),
}
ANNOUNCEMENT: dict[str, Field] = {
    "date": Field(checks.day, required=True),
    "kind": Field(checks.one_of(*Announcing), required=True),
    "of": Field(checks.one_of(*ANNOUNCED), required=True),
    "text": Field(checks.text, required=True),
    "source": Field(checks.text_or_texts, required=True),
    "confidence": Field(checks.one_of(*CONFIDENCE)),
    "note": Field(checks.text),
}
STATE: dict[str, Field] = {
    "iso3": Field(checks.code(3), required=True),
    "iso2": Field(checks.code(2), required=True),
    "un_name": Field(checks.text, required=True),
    "common_name": Field(checks.text, required=True),
    "former_iso3": Field(checks.texts),
    "aliases": Field(checks.texts),
    "region": Field(checks.one_of(*REGIONS), required=True),
    "region_note": Field(checks.text),
    "un_member": Field(checks.only(False)),
    "exists_from": Field(checks.mapping, inside=EXISTENCE),
    "acts": Field(checks.listing_of(MOST_ACTS), inside=ACT),
    "agreements": Field(checks.listing_of(MOST_ACTS), inside=ACT),
    "announcements": Field(checks.listing_of(MOST_ACTS), inside=ANNOUNCEMENT),
}
HEAD: dict[str, Field] = {
    "about": Field(checks.mapping, required=True, inside=ABOUT_STATES),
    "sources": Field(checks.listing, required=True, inside=SOURCE),
    "regions": Field(checks.listing, required=True, inside=REGION),
    "instruments": Field(checks.listing, required=True, inside=INSTRUMENT),
    "shared_names": Field(checks.listing, inside=SHARED_NAME),
    "not_states": Field(checks.listing, inside=NOT_STATE),
    "states": Field(checks.listing, required=True, inside=STATE),
}

LIST_OF_NAMES: dict[str, Field] = {
    "language": Field(checks.text, required=True),
    "source": Field(checks.text, required=True),
    "names": Field(checks.coded_names, required=True),
}
NAMES_HEAD: dict[str, Field] = {
    "about": Field(
        checks.mapping, required=True, inside={"licence": Field(checks.text, required=True)}
    ),
    "sources": Field(checks.listing, required=True, inside=SOURCE),
    "lists": Field(checks.listing, required=True, inside=LIST_OF_NAMES),
}

CODE_SCHEMES = ("m49", "cow", "gw", "cowc", "gwc", "p4c", "fips", "ioc")
SCHEME: dict[str, Field] = {
    "key": Field(checks.one_of(*CODE_SCHEMES), required=True),
    "title": Field(checks.text, required=True),
    "source": Field(checks.text_or_texts, required=True),
    "note": Field(checks.text),
}
FORMER_CODES: dict[str, Field] = {
    "m49": Field(checks.texts),
    "p4c": Field(checks.texts),
    "ioc": Field(checks.texts),
}
STATE_CODES: dict[str, Field] = {
    "iso3": Field(checks.code(3), required=True),
    "m49": Field(checks.digits, required=True),
    "cow": Field(checks.number),
    "gw": Field(checks.number),
    "cowc": Field(checks.code(3)),
    "gwc": Field(checks.code(3)),
    "p4c": Field(checks.code(3)),
    "fips": Field(checks.code(2)),
    "ioc": Field(checks.code(3)),
    "former": Field(checks.mapping, inside=FORMER_CODES),
    "source": Field(checks.text_or_texts),
    "note": Field(checks.text),
}
FORMER_STATE_CODES: dict[str, Field] = {
    "name": Field(checks.text, required=True),
    "m49": Field(checks.digits),
    "gw": Field(checks.number),
    "gwc": Field(checks.code(3)),
    "p4c": Field(checks.code(3)),
    "note": Field(checks.text),
}
CODES_HEAD: dict[str, Field] = {
    "sources": Field(checks.listing, required=True, inside=SOURCE),
    "schemes": Field(checks.listing, required=True, inside=SCHEME),
    "states": Field(checks.listing, required=True, inside=STATE_CODES),
    "former_states": Field(checks.listing, required=True, inside=FORMER_STATE_CODES),
}
