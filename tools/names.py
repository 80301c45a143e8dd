"""Build data/names.yaml, the names of states and territories by language.

    pip install -e . babel pycountry
    git clone https://github.com/datasets/country-codes
    python tools/names.py country-codes/data/country-codes.csv

Names by language are those of Unicode CLDR, which Babel ships. Short and formal names in the six
official languages of the United Nations are those of UNTERM, its terminology database, which the
data set country-codes holds. A name that the registry itself finds ambiguous, or gives to another
state, is left out and named on standard error; so is each name that two languages give to two
states, which stays in the file: it is refused as ambiguous.
"""

import csv
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import category

import babel
import pycountry

from icc_status import load
from icc_status.model.names import Index, NotState, no_languages
from icc_status.model.normalize import key
from icc_status.model.state import State

TARGET = Path(__file__).parent.parent / "data" / "names.yaml"
LANGUAGES = (
    *("ar", "bg", "bn", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id", "it"),
    *("ja", "ko", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "sw", "th", "tr", "uk", "vi", "zh"),
)
OFFICIAL = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
HEAD = """\
# Names of states and territories by language. Written by tools/names.py: do not edit.
#
# The fields ('field - meaning'):
#
# about:
#   licence - the terms of those whose names these are
# sources:
#   key - the word that lists of names cite the source by
#   title - what it is, as a reader can find it
#   url - its address
#   read - the day it was read
#   copy - which copy was read
# lists:
#   language - the language's code (ISO 639-1)
#   source - the key of the source
#   names - the alpha-3 code (ISO 3166-1) and each name, between semicolons

about:
  licence: >-
    Unicode CLDR: Unicode License V3 (LICENSE-UNICODE). country-codes: Public Domain
    Dedication and License.

sources:
  - key: cldr
    title: "Unicode CLDR: names of territories, as Babel {babel} ships them"
    url: https://cldr.unicode.org
    read: {today}
    copy: the data files of Babel

  - key: unterm
    title: "UNTERM, the terminology database of the United Nations: short and formal names"
    url: https://unterm.un.org
    read: {today}
    copy: the data set country-codes (https://github.com/datasets/country-codes)

lists:
"""

Names = Iterator[tuple[str, str]]


def main(path: str) -> None:
    """Write the names, and name on standard error what is left out or ambiguous."""
    index = replace(load(), languages=no_languages).names
    text = HEAD.format(babel=babel.__version__, today=dt.date.today())
    owners: dict[str, set[str]] = {}
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for language in LANGUAGES:
        lists = {"cldr": _cldr(language)}
        if language in OFFICIAL:
            lists["unterm"] = _unterm(rows, OFFICIAL[language])
        for source, names in lists.items():
            pairs = dict.fromkeys(_usable(index, names))
            text += f"  - language: {language}\n    source: {source}\n    names: >-\n"
            text += ";\n".join(f"      {code} {name}" for code, name in pairs) + "\n\n"
            for code, name in pairs:
                owners.setdefault(key(name), set()).add(code)
    for name, codes in owners.items():
        if len(codes) > 1:
            print(f"ambiguous: {name}: {', '.join(sorted(codes))}", file=sys.stderr)
    TARGET.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def _cldr(language: str) -> Names:
    territories = babel.Locale(language).territories
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_3):
        if country.alpha_2 in territories:
            yield country.alpha_3, territories[country.alpha_2]
    if "XK" in territories:
        yield "XKX", territories["XK"]


def _unterm(rows: list[dict[str, str]], language: str) -> Names:
    for row in sorted(rows, key=lambda row: row["ISO3166-1-Alpha-3"]):
        for form in ("Short", "Formal"):
            if name := row[f"UNTERM {language} {form}"].rstrip("* "):
                yield row["ISO3166-1-Alpha-3"], name


def _usable(index: Index, names: Names) -> Names:
    """Yield the names that the registry does not give to another; a code is no name."""
    for code, written in names:
        name = "".join(c for c in written if category(c) != "Cf")  # nobody sees or types these
        owner = index.meaning(code)
        taken = index.meaning(name)
        if not isinstance(owner, State | NotState):
            print(f"not in the registry: {code} {name}", file=sys.stderr)
        elif taken in (None, owner) or (isinstance(taken, State) and index.is_code(name)):
            yield code, name
        else:
            print(f"left out: {code} {name}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
