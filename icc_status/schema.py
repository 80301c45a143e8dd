"""The shape of a registry: which fields there are, what each holds, and what breaks that.

The head of data/states.yaml lists the same fields; a test holds the two together.
"""

from icc_status.acts import Kind
from icc_status.checks import (
    Field,
    code,
    day,
    mapping,
    one_of,
    only_true,
    records,
    text,
    text_or_texts,
    texts,
    year,
)

CONFIDENCE = ("medium", "single-source", "unsourced")
OUTCOMES = (
    "accepted",
    "received",
    "not-acted-on",
    "rejected",
    "in-force",
    "expired",
    "withdrawn",
)
SCOPES = ("territory", "own-nationals")
REGIONS = ("Africa", "Asia-Pacific", "Eastern-Europe", "GRULAC", "WEOG", "none")

ABOUT: dict[str, Field] = {
    "claim": Field(text, required=True),
    "prevails": Field(text, required=True),
    "licence": Field(text, required=True),
    "as_of": Field(day, required=True),
}
SOURCE: dict[str, Field] = {
    "key": Field(text, required=True),
    "title": Field(text, required=True),
    "url": Field(text),
    "read": Field(day, required=True),
    "copy": Field(text),
}
REGION: dict[str, Field] = {
    "code": Field(one_of(*REGIONS), required=True),
    "title": Field(text, required=True),
    "source": Field(text_or_texts, required=True),
}
AMENDMENT: dict[str, Field] = {
    "key": Field(text, required=True),
    "title": Field(text, required=True),
    "adopted": Field(day, required=True),
    "resolution": Field(text, required=True),
    "reference": Field(text, required=True),
    "source": Field(text_or_texts, required=True),
}
SHARED_NAME: dict[str, Field] = {
    "name": Field(text, required=True),
    "states": Field(texts, required=True),
}
NOT_STATE: dict[str, Field] = {
    "name": Field(text, required=True),
    "aliases": Field(texts),
    "covered_by": Field(code(3)),
    "answer": Field(text, required=True),
    "source": Field(text_or_texts, required=True),
}
EXISTENCE: dict[str, Field] = {
    "date": Field(day, required=True),
    "predecessor": Field(code(3)),
    "source": Field(text_or_texts, required=True),
    "note": Field(text),
}
ACT: dict[str, Field] = {
    "date": Field(day),
    "kind": Field(one_of(*Kind), required=True),
    "amendment": Field(text),
    "effective": Field(day),
    "effective_computed": Field(only_true),
    "covers_from": Field(day),
    "covers_from_year": Field(year),
    "covers_until": Field(day),
    "scope": Field(one_of(*SCOPES)),
    "outcome": Field(one_of(*OUTCOMES)),
    "territories": Field(texts),
    "source": Field(text_or_texts, required=True),
    "reference": Field(text),
    "confidence": Field(one_of(*CONFIDENCE)),
    "note": Field(text),
}
STATE: dict[str, Field] = {
    "iso3": Field(code(3), required=True),
    "iso2": Field(code(2), required=True),
    "un_name": Field(text, required=True),
    "common_name": Field(text, required=True),
    "aliases": Field(texts),
    "region": Field(one_of(*REGIONS), required=True),
    "region_note": Field(text),
    "exists_from": Field(mapping, inside=EXISTENCE),
    "acts": Field(records, inside=ACT),
}
HEAD: dict[str, Field] = {
    "about": Field(mapping, required=True, inside=ABOUT),
    "sources": Field(records, required=True, inside=SOURCE),
    "regions": Field(records, required=True, inside=REGION),
    "amendments": Field(records, required=True, inside=AMENDMENT),
    "shared_names": Field(records, inside=SHARED_NAME),
    "not_states": Field(records, inside=NOT_STATE),
    "states": Field(records, required=True, inside=STATE),
}
