"""The names of published lists of states against the codes that stand beside them there.

`name_lists.csv` has each name of 1998 and later once, with its alpha-3 code and the lists that
have it: the Correlates of War (cow), Gleditsch and Ward (gw), Polity (polity), V-Dem (vdem) and the
World Bank (world-bank), as the R package countrycode republishes them; the Global Terrorism
Database (gtd) and the Uppsala Conflict Data Program (ucdp), as users of them map their names. The
code comes from the list's own code or from that mapping. It is empty for what is no state of the
registry, and for what the list alone makes clear ("Congo").
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from icc_status import QuestionError, load
from icc_status.model.state import State

REGISTRY = load()
INDEX = REGISTRY.names
with (Path(__file__).parent / "name_lists.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [(row["name"], row["iso3"], row["lists"].split()) for row in csv.DictReader(file)]
UNKNOWN = {"International"}
"""What is no place at all."""


def test_no_name_of_a_list_goes_to_a_wrong_state():
    """Each name of a state leads to it; all others lead to none."""
    meanings = {name: INDEX.meaning(name) for name, _, _ in ROWS}
    answers = {
        n: meaning.iso3 if isinstance(meaning, State) else "" for n, meaning in meanings.items()
    }

    assert answers == {name: iso3 for name, iso3, _ in ROWS}


@pytest.mark.parametrize("name", [name for name, iso3, _ in ROWS if not iso3])
def test_the_rest_is_explained(name):
    """What is no state, or several, is answered by a sentence of its own."""
    with pytest.raises(QuestionError) as refused:
        INDEX.find(name)

    assert str(refused.value).startswith("no state is called") is (name in UNKNOWN)


def test_the_lists_are_whole():
    """No list lost its names."""
    sizes = Counter(key for _, _, lists in ROWS for key in lists)

    assert sizes == {
        "cow": 195,
        "gw": 176,
        "polity": 172,
        "vdem": 178,
        "world-bank": 218,
        "gtd": 211,
        "ucdp": 16,
    }
