"""The codes of data sets are in shape, sourced, and mean one state each."""

import pycountry
import pytest

from icc_status import RegistryError, load
from icc_status.loading.checks import Field
from icc_status.loading.codes import CodeBook, Codes, FormerCodes, bundled, load_codes
from icc_status.loading.schema import CODE_SCHEMES, CODES_HEAD
from icc_status.loading.strict_yaml import read

TEXT = bundled().read_text(encoding="utf-8")
DATA = read(TEXT).data


def test_every_state_stands_in_the_registry_s_order():
    """The codes are those of the registry's states, no more and no fewer."""
    assert [state.iso3 for state in load()] == list(load_codes().states)


LISTED = {"m49": 197, "cow": 193, "gw": 193, "cowc": 193, "gwc": 171, "p4c": 164}
"""How many states each list has at least; the Polity list leaves out small ones."""


@pytest.mark.parametrize("scheme", CODE_SCHEMES)
def test_a_code_means_one_state(scheme):
    """Within a scheme no code stands for two states."""
    meanings = load_codes().meanings(scheme)

    assert len(set(meanings.values())) >= LISTED.get(scheme, 195)


def test_m49_is_iso_s_numeric_code():
    """M49 agrees with ISO 3166-1 for every state."""
    for iso3, codes in load_codes().states.items():
        assert codes.m49 == pycountry.countries.get(alpha_3=iso3).numeric


@pytest.mark.parametrize(
    ("scheme", "number", "iso3"),
    [
        ("cow", "970", "NRU"),
        ("gw", "970", "KIR"),
        ("cow", "255", "DEU"),
        ("gw", "260", "DEU"),
        ("cow", "345", "SRB"),
        ("gw", "340", "SRB"),
        ("gw", "345", "Serbia and Montenegro"),
        ("m49", "891", "Serbia and Montenegro"),
        ("p4c", "YGS", "Serbia and Montenegro"),
        ("gwc", "YUG", "Serbia and Montenegro"),
        ("cowc", "YUG", "SRB"),
        ("m49", "736", "SDN"),
        ("p4c", "SUD", "SDN"),
        ("p4c", "SDN", "SDN"),
        ("cowc", "AUS", "AUT"),
        ("cowc", "AUL", "AUS"),
        ("cowc", "SWZ", "CHE"),
        ("cowc", "SLV", "SVN"),
        ("cowc", "MNG", "MNE"),
        ("gwc", "MNG", "MNE"),
        ("gwc", "GFR", "DEU"),
        ("cowc", "GMY", "DEU"),
        ("fips", "NG", "NER"),
        ("fips", "NI", "NGA"),
        ("fips", "CH", "CHN"),
        ("fips", "RS", "RUS"),
        ("fips", "AU", "AUT"),
        ("fips", "AS", "AUS"),
        ("ioc", "BRN", "BHR"),
        ("ioc", "BRU", "BRN"),
        ("ioc", "GER", "DEU"),
        ("ioc", "SUI", "CHE"),
        ("ioc", "LIB", "LBN"),
        ("gw", "316", "CZE"),
        ("gw", "816", "VNM"),
        ("gw", "678", "YEM"),
        ("cow", "679", "YEM"),
        ("m49", "4", "AFG"),
    ],
)
def test_codes_that_differ_between_schemes(scheme, number, iso3):
    """A code is read in its own scheme."""
    assert load_codes().meanings(scheme)[number] == iso3


@pytest.mark.parametrize("iso3", ["COK", "NIU", "PSE", "VAT"])
def test_states_in_neither_list(iso3):
    """Four states of the registry are in no list of political scientists."""
    codes = load_codes().states[iso3]

    assert (None, None) == (codes.cow, codes.gw)


def test_every_code_has_a_source():
    """Each scheme cites sources that the file lists, and each source is cited."""
    listed = {source["key"] for source in DATA["sources"]}
    cited = set()
    for item in DATA["schemes"] + DATA["states"]:
        source = item.get("source", [])
        cited |= {source} if isinstance(source, str) else set(source)

    assert sorted(CODE_SCHEMES) == sorted(scheme["key"] for scheme in DATA["schemes"])
    assert all(scheme["source"] for scheme in DATA["schemes"])
    assert listed == cited


def test_the_head_lists_the_fields():
    """The head of the file names every field the reader knows, and no other."""
    head = [line[4:].split(" - ")[0] for line in TEXT.splitlines() if line.startswith("#   ")]
    known = [*CODES_HEAD["sources"].inside, *CODES_HEAD["schemes"].inside]
    known += [*CODES_HEAD["states"].inside, *CODES_HEAD["states"].inside["former"].inside]
    known += CODES_HEAD["former_states"].inside

    assert known == head
    assert isinstance(CODES_HEAD["states"], Field)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('m49: "004"', 'm49: "04"'), 'must be three digits in quotes, such as "004"'),
        (("cow: 700", 'cow: "700"'), "must be a whole number"),
        (("cow: 700", "cw: 700"), "is no known field"),
        (("\nstates:\n", "\nstats:\n"), "is no known field"),
        ((TEXT, "- a"), "holds no codes"),
    ],
    ids=["text", "number", "field", "head", "no mapping"],
)
def test_codes_out_of_shape(tmp_path, change, message):
    """A file out of shape is refused, with the place and the remedy."""
    path = tmp_path / "codes.yaml"
    path.write_text(TEXT.replace(*change, 1), encoding="utf-8")

    with pytest.raises(RegistryError, match=str(path)) as caught:
        load_codes(path)
    assert message in str(caught.value)


def test_a_code_for_two_states():
    """One code for two states is refused, also where one of them is no more."""
    book = CodeBook(
        {"AAA": Codes("AAA", "001", gw=2), "BBB": Codes("BBB", "002", gw=2)},
        (FormerCodes("Old Beta", m49="002"),),
    )

    with pytest.raises(RegistryError, match="the gw code 2 stands for AAA and BBB: keep one"):
        book.meanings("gw")
    with pytest.raises(RegistryError, match="the m49 code 2 stands for BBB and Old Beta"):
        book.meanings("m49")


def test_former_states_are_in_the_registry():
    """Each former state that has codes is one that the registry explains, and who continues it."""
    known = {other.name: other for other in load().not_states}

    for former in load_codes().former_states:
        assert known[former.name].continued_by
        assert known[former.name].existed_until
