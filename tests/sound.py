"""A small sound registry of invented states, as data to break one thing at a time."""

import copy
from datetime import date

import yaml

ABOUT = {
    "claim": "A registry for tests.",
    "prevails": "The depositary.",
    "licence": "CC0-1.0",
    "as_of": date(2026, 10, 2),
}
SOURCES = [
    {"key": "page", "title": "The page", "url": "https://example.org/", "read": date(2026, 10, 2)},
    {"key": "gazette", "title": "Gazette No. 24 of 2013", "read": date(2026, 10, 2)},
    {"key": "no-document", "title": "No document was found", "read": date(2026, 10, 2)},
]
REGIONS = [
    {"code": "Africa", "title": "African States", "members": 3, "source": "page"},
    {"code": "WEOG", "title": "Western European States", "members": 2, "source": "gazette"},
]
INSTRUMENTS = [
    {
        "key": "XVIII-10-b",
        "title": "the crime of aggression",
        "sort": "amendment",
        "rule": "121(5)",
        "adopted": date(2010, 6, 11),
        "resolution": "RC/Res.6",
        "reference": "C.N.651.2010",
        "source": "page",
    }
]
NOT_STATES = [
    {"name": "Erewhon", "kind": "place", "answer": "Erewhon is nowhere.", "source": "page"}
]


def act(kind, day, **fields):
    """Return an act that rests on the page."""
    return {"date": day, "kind": kind, **fields, "source": fields.get("source", "page")}


def state(iso3, name, region, acts, **fields):
    """Return a state whose two-letter code is the first and the last of its three."""
    names = {"un_name": name, "common_name": name, "region": region}
    return {"iso3": iso3, "iso2": iso3[0] + iso3[2], **names, **fields, "acts": acts}


DEPOSIT = date(2001, 2, 8)
STATES = [
    state(
        "XAA",
        "Alpha",
        "WEOG",
        [
            act("signature", date(1999, 1, 8)),
            act("ratification", DEPOSIT, effective=date(2002, 7, 1)),
            act(
                "declaration-124",
                DEPOSIT,
                covers_from=date(2002, 7, 1),
                covers_until=date(2009, 6, 30),
            ),
            act("territorial-exclusion", DEPOSIT, territories=["Alpha Islands"]),
            act("declaration-124-withdrawal", date(2008, 8, 13)),
            act("amendment", date(2017, 4, 28), instrument="XVIII-10-b"),
            act(
                "opt-out-15bis-4",
                date(2018, 2, 16),
                source="no-document",
                confidence="unsourced",
                open_question="the declaration",
            ),
        ],
    ),
    state(
        "XBB",
        "Beta",
        "Africa",
        [
            act("signature", date(1998, 12, 4)),
            act("ratification", date(2002, 6, 28), effective=date(2002, 9, 1)),
            act("withdrawal", date(2016, 11, 10), effective=date(2017, 11, 10)),
            act("withdrawal-revocation", date(2017, 2, 10)),
        ],
    ),
    state(
        "XCC",
        "Gamma",
        "Africa",
        [act("succession", date(2006, 10, 23), effective=date(2006, 6, 3), note="A successor.")],
        exists_from={"date": date(2006, 6, 3), "predecessor": "XBB", "source": "gazette"},
    ),
    state(
        "XDD",
        "Delta",
        "WEOG",
        [
            act("signature", date(2000, 12, 31)),
            act("non-intention", date(2002, 5, 6)),
            act(
                "declaration-12-3",
                date(2014, 4, 17),
                covers_from=date(2013, 11, 21),
                covers_until=date(2014, 2, 22),
                outcome="accepted",
            ),
        ],
    ),
    state(
        "XEE",
        "Epsilon",
        "Africa",
        [
            act("accession", date(2019, 3, 4), effective=date(2019, 6, 1)),
            act("accession-withdrawal", date(2019, 4, 29)),
        ],
    ),
    state(
        "XFF",
        "Zeta",
        "WEOG",
        [
            act("accession", date(2007, 7, 17), effective=date(2007, 10, 1)),
            act("withdrawal", date(2020, 1, 10), effective=date(2021, 1, 10)),
        ],
        un_member=False,
    ),
]
SHARED_NAMES = [{"name": "Utopia", "states": ["XAA", "XBB"]}]


class Data(dict):
    """The registry as plain data, with a short way to its acts."""

    def state(self, code):
        """Return the state with a code."""
        return next(state for state in self["states"] if state["iso3"] == code)

    def act(self, code, at):
        """Return a state's act by its place."""
        return self.state(code)["acts"][at]

    def acts(self, code):
        """Return a state's acts."""
        return self.state(code)["acts"]

    def text(self):
        """Return the registry as YAML, nothing written as an alias."""
        return yaml.dump(dict(self), Dumper=_Dumper, sort_keys=False, allow_unicode=True)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def sound():
    """Return a fresh copy of the sound registry."""
    return Data(
        copy.deepcopy(
            {
                "about": ABOUT,
                "sources": SOURCES,
                "regions": REGIONS,
                "instruments": INSTRUMENTS,
                "shared_names": SHARED_NAMES,
                "not_states": NOT_STATES,
                "states": STATES,
            }
        )
    )
