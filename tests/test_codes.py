"""The registry's codes against ISO 3166, as pycountry has it."""

import pycountry
import pytest

from icc_status import load

ABSENT = {
    *("ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "CUW", "CXR"),
    *("CYM", "ESH", "FLK", "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN"),
    *("IOT", "JEY", "MAC", "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL", "NFK", "PCN", "PRI", "PYF"),
    *("REU", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "TWN", "UMI", "VGB", "VIR", "WLF"),
}
"""What ISO 3166 codes and the registry does not list as a state."""


@pytest.fixture(scope="module")
def registry():
    """Ask all of the data: every state that ISO 3166 has."""
    return load()


def test_each_state_has_its_codes(registry):
    """Both codes of each state are those of ISO 3166, and belong together."""
    official = {country.alpha_3: country.alpha_2 for country in pycountry.countries}

    assert {state.iso3: official.get(state.iso3) for state in registry} == {
        state.iso3: state.iso2 for state in registry
    }


def test_no_state_is_missing(registry):
    """Whatever else ISO 3166 codes is named here as no state of the registry."""
    official = {country.alpha_3 for country in pycountry.countries}

    assert official - {state.iso3 for state in registry} == ABSENT


def test_the_codes_lead_home(registry):
    """A code finds the state that pycountry has under it."""
    for country in pycountry.countries:
        if country.alpha_3 not in ABSENT:
            assert registry.find(country.alpha_3) is registry.find(country.alpha_2)
