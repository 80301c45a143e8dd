"""Which field of the registry the head of a column means."""

import re

from icc_status.audit.copies.cells import clean, name

HEADS = {
    "iso3": {
        *("iso3", "iso 3", "iso3c", "alpha 3", "iso alpha 3", "iso 3166 1 alpha 3"),
        *("code", "iso code", "country code", "iso3 code"),
    },
    "iso2": {"iso2", "iso 2", "iso2c", "alpha 2", "iso alpha 2", "iso 3166 1 alpha 2"},
    "name": {
        *("participant", "participants", "state", "state party", "states parties", "party"),
        *("country", "name", "name un", "un name", "state name", "country name"),
    },
    "signed": {"signature", "signed", "signed on"},
    "deposited": {"deposit", "deposited", "ratified", "ratified on", "deposit of instrument"},
    "instrument": {
        *("instrument", "kind", "act", "type", "deposit type", "instrument type"),
        *("type of instrument", "kind of instrument"),
    },
    "in_force": {
        *("entry into force", "in force", "entered into force", "in force since"),
        *("party since", "state party since"),
    },
    "withdrawal": {"withdrawal", "withdrew", "withdrawn"},
    "withdrawal_notified": {
        *("withdrawal notice", "notice of withdrawal", "withdrawal notified"),
        *("withdrawal notification", "notification of withdrawal"),
    },
    "withdrawal_effective": {
        *("withdrawal effective", "withdrawal effect", "effect of withdrawal"),
        *("withdrawal takes effect", "withdrawal took effect", "effective withdrawal"),
        *("effective date of withdrawal", "withdrawal in effect"),
    },
    "withdrawal_revoked": {
        *("withdrawal revoked", "withdrawal notice revoked", "notice of withdrawal revoked"),
        *("withdrawal revocation", "revocation of withdrawal", "withdrawal notice withdrawn"),
    },
}
"""The heads understood, once case, brackets, _, "date of" and "for the state" are put aside."""

INSTRUMENTS = {"ratification", "acceptance", "approval", "accession", "succession"}
AROUND = re.compile(
    r"^(?:the )?(?:date|day)(?: of)?(?: the)? | date$"
    r"| for (?:the |each )?(?:state|party|state party)$"
)


def field_of(cell: str) -> str | None:
    """Return the field that the head of a column names, or None."""
    words = re.sub(r"\([^()]*\)", "", re.sub("[_-]", " ", clean(cell).casefold()))
    told = {" ".join(words.split())}
    told |= {name(text) for text in told}
    told |= {AROUND.sub("", text) for text in told}
    if any(set(re.split(" ?[,/] ?| or | and ", text)) <= INSTRUMENTS for text in told):
        return "deposited"
    return next((field for field, heads in HEADS.items() if told & heads), None)
