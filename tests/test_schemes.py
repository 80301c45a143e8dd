"""A column of codes of another scheme than ISO is refused with the option to pass."""

import pytest

from icc_status import QuestionError, load
from icc_status.annotation.cells import ByName, Settled, settle
from icc_status.annotation.schemes import ColumnJudge
from icc_status.loading.codes import load_codes
from icc_status.loading.schema import CODE_SCHEMES

REGISTRY = load()
BOOK = load_codes()
LETTERS = {s: BOOK.meanings(s) for s in CODE_SCHEMES if s not in {"m49", "cow", "gw"}}


def judge() -> ColumnJudge:
    """Return a new judge of the real schemes."""
    return ColumnJudge(REGISTRY.names, lambda: LETTERS)


@pytest.mark.parametrize("scheme", LETTERS)
def test_the_codes_of_a_whole_scheme_are_recognised(scheme):
    """A column with all codes of a scheme names that scheme, whatever else it names."""
    with pytest.raises(QuestionError, match=f"--code {scheme}"):
        judge().judge(LETTERS[scheme])


def test_the_codes_of_iso_are_never_refused():
    """All alpha-2 or all alpha-3 codes, and a few that other data sets mix in, are accepted."""
    for codes in (
        [state.iso3 for state in REGISTRY],
        [state.iso2 for state in REGISTRY],
        ["DEU", "FRA", "UK", "EL", "XK"],
        ["ROM", "ZAR", "TMP", "DEU"],
        ["UAE", "DRC"],
        ["USA", "FRA", "UAE", "ROK"],
    ):
        judge().judge(codes)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            ["UKG", "FRN", "AUL", "USA", ""],
            "the column holds codes that ISO 3166 does not have (AUL, FRN, UKG): pass --code cowc"
            " or --code gwc or --code p4c: the data's codebook says which, or settle them with"
            " --map",
        ),
        (["ger", "sui", "usa"], "(GER, SUI): pass --code ioc, or settle them with --map"),
        (["JA", "SP", "NG"], "(JA, SP): pass --code fips, or settle them with --map"),
        (["UKG", "FRN", "SPN", "GRG", "GFR"], "(FRN, GFR, GRG, SPN, UKG): pass --code gwc, or"),
        (["DRC", "SWD"], "--code cowc or --code gwc: the data's codebook says which, or settle"),
        (["DRV", "GFR", "UKG", "FRN", "SPN", "GRG"], "and 1 more): pass --code gwc, or"),
    ],
)
def test_two_codes_tell(cells, said):
    """Two codes that ISO lacks and one scheme has; several schemes that fit are all named."""
    with pytest.raises(QuestionError) as refused:
        judge().judge(cells)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    "cells",
    [
        ["AUS", "SWZ", "AUL"],
        ["AUS", "SWZ", "AUL", "aul"],
        ["ABC", "QQQ", "USA"],
        ["UKG", "FRN", "DEU", "CHE"],
        ["UKG", "FRN", "France"],
        ["France", "Mali", "UKG", "FRN"],
        [],
        ["", "-", "N/A"],
    ],
)
def test_one_code_tells_nothing(cells):
    """A single stray code, codes of nobody, and a column that also holds names go on."""
    judge().judge(cells)


def test_a_later_code_tells():
    """The codes of all blocks count together."""
    column = judge()
    column.judge(["AUS", "SWZ", "USA"])
    column.judge(["UKG"])

    with pytest.raises(QuestionError, match="FRN, UKG"):
        column.judge(["FRN"])


def test_a_stray_code_is_reported_with_its_schemes():
    """The reason names the options, for the case that the whole column is of such a scheme."""
    reader = ByName(REGISTRY.names, judge())
    reader.judge(["AUS", "AUL", "QQQ"])

    assert reader.why("AUL").endswith(
        "; another scheme has it: pass --code cowc or --code gwc or --code p4c if the column is of"
        " that one"
    )
    assert reader.why("QQQ") == "no state is called 'QQQ': 'icc-status list' names all of them"
    assert "scheme" not in reader.why("ABC")


def test_what_is_settled_does_not_tell():
    """A code that --map settles is no sign of another scheme."""
    reader = Settled(settle(["UKG=GBR"], REGISTRY), ByName(REGISTRY.names, judge()))

    reader.judge(["UKG", "FRN", "USA"])
    with pytest.raises(QuestionError):
        reader.judge(["AUL"])
