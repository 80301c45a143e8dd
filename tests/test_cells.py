"""Cells of data sets one by one: what each is read as, or why it is not, word for word."""

import warnings

import pytest

from icc_status import QuestionError, annotate, load
from icc_status.annotation.cells import SETTLE, ByCode, ByName, Settled, settle
from icc_status.annotation.days import PARTS, ByDay
from icc_status.annotation.readers import reader_of
from icc_status.model.days import read_day

REGISTRY = load()
NAMES = ByName(REGISTRY.names)
NO_CODE = "no state has this gw code"
ISO_DAY = "write one as YYYY-MM-DD"
CLOSE = "no state is called 'Rushia': did you mean Russian Federation (RUS)?"


@pytest.mark.parametrize(
    ("cell", "why", "cause", "advice"),
    [
        (
            " na ",
            "' na ' is Namibia's code, or it means a missing value: pass --code iso2, or --map with"
            " 'NA=NAM' or 'NA='",
            "Namibia's code, or a missing value",
            "Pass --code iso2, or --map 'NA='",
        ),
        (
            "0404.0",
            "'0404.0' is a number, and no name: pass --code cow, gw or m49",
            "a number, and no name",
            "Pass --code cow, gw or m49",
        ),
        (
            "Yugoslavia",
            "'Yugoslavia' is the name of a state that ended on 2006-06-02",
            "the name of a state that had ended by that day",
            SETTLE,
        ),
        ("Rushia", CLOSE, "no state has this name", SETTLE),
        (
            "India/Pakistan",
            "'India/Pakistan' could be several states: pass --map 'India/Pakistan=IND' (India) or"
            " --map 'India/Pakistan=PAK' (Pakistan)",
            "could be several states",
            SETTLE,
        ),
        (
            "?",
            "the name of the state is empty: give a name or a code",
            "the name of the state is empty",
            SETTLE,
        ),
        (
            "nan",
            "'nan' says that nothing is known: give a name or a code",
            "the name of the state is empty",
            SETTLE,
        ),
    ],
)
def test_a_name_that_is_not_read(cell, why, cause, advice):
    """One cell is explained by itself; many are explained together, with what settles them."""
    assert NAMES.get(cell) is None or NAMES.until(cell) is not None
    assert NAMES.why(cell) == why
    assert NAMES.cause(cell) == (cause, advice)


def test_a_shared_name_has_its_options_and_says_whose_word_it_is():
    """The reason is the whole cause: each option can be passed as it stands."""
    why = (
        "'Congo' could be several states: pass --map 'Congo=COG' (Republic of the Congo: the"
        " United Nations and the depositary use the word for it) or --map 'Congo=COD' (Democratic"
        " Republic of the Congo)"
    )

    assert NAMES.why("Congo") == why
    assert NAMES.cause("Congo") == (why, "")


@pytest.mark.parametrize(
    ("cell", "close"), [("Rushia", ["Russian Federation (RUS)"]), ("na", []), ("Congo", [])]
)
def test_only_what_is_unknown_draws_a_suggestion(cell, close):
    """What is known and not read is explained in another way."""
    assert NAMES.suggest(cell) == close
    assert Settled({}, NAMES).suggest(cell) == close


@pytest.mark.parametrize(
    ("cell", "why", "cause"),
    [
        ("  ", "the gw code is empty: settle it with --map, or leave it", "the gw code is empty"),
        (
            "999",
            "no state has the gw code '999': settle it with --map",
            NO_CODE,
        ),
        (
            "0345.0",
            "the gw code '0345.0' is of a state that ended on 2006-06-02",
            "the gw code of a state that had ended by that day",
        ),
        (
            "\uff12",
            "no state has the gw code '\uff12': settle it with --map",
            NO_CODE,
        ),
    ],
)
def test_a_code_that_is_not_read(cell, why, cause):
    """A code is empty, unknown, or of a state that had ended; no code is close to another."""
    codes = reader_of(REGISTRY, "gw")

    assert codes.why(cell) == why
    assert codes.cause(cell) == (cause, SETTLE)
    assert codes.suggest(cell) == []


@pytest.mark.parametrize(
    ("cell", "read"), [(" rus ", True), ("ru\u017f", False), ("\uff32US", False)]
)
def test_a_code_is_read_in_plain_letters_only(cell, read):
    """Letters that become an S or an R in capitals are no code."""
    assert (ByCode("iso3", {"RUS": REGISTRY["RUS"]}).get(cell) is not None) is read


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["Mali"], "'Mali' settles nothing: write NAME=STATE, or NAME= for none"),
        (
            ["Ruritania=MLI", " ruritania =NER"],
            "'ruritania' is settled twice, and not alike: keep one",
        ),
        (["158=", "0158.0=MLI"], "'0158.0' is settled twice, and not alike: keep one"),
    ],
)
def test_what_settles_nothing(lines, message):
    """A line names a cell and a state, and no cell twice."""
    with pytest.raises(QuestionError) as refused:
        settle(lines, REGISTRY)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("cell", "options", "why", "cause", "advice"),
    [
        (
            "soon",
            {},
            "'soon' is not a day: write one as YYYY-MM-DD",
            "not a day",
            "Write one as YYYY-MM-DD",
        ),
        (
            "37712",
            {},
            "'37712' is a number, not a day: pass --date-format excel where a spreadsheet counted"
            " the days",
            "a number, not a day",
            "Pass --date-format excel where a spreadsheet counted the days",
        ),
        (
            "3/4/05",
            {},
            "'3/4/05' has a year of two digits: pass a --date-format such as %d-%b-%y",
            "a year of two digits",
            "Pass a --date-format such as %d-%b-%y",
        ),
        (
            "2003",
            {},
            "'2003' is a year: pass --year-at start or --year-at end",
            "a year",
            "Pass --year-at start or --year-at end",
        ),
        (
            f"2003{PARTS}4",
            {},
            "'2003-4' is a month: pass --year-at start or --year-at end",
            "a month",
            "Pass --year-at start or --year-at end",
        ),
        (
            "3/4/2005",
            {},
            "'3/4/2005' is 3 April 2005 or 4 March 2005: pass --date-format %d/%m/%Y or"
            " --date-format %m/%d/%Y",
            "two days each",
            "Pass --date-format %d/%m/%Y or --date-format %m/%d/%Y",
        ),
        (
            "3/4/2005",
            {"formats": ["%d/%m/%Y", "%m/%d/%Y"]},
            "'3/4/2005' is 2005-04-03 by %d/%m/%Y and 2005-03-04 by %m/%d/%Y: keep one"
            " --date-format",
            "two days each",
            "Keep one --date-format",
        ),
        (" NA ", {"formats": ["%Y"]}, "the day is empty", "the day is empty", ""),
        (
            "soon",
            {"formats": ["%Y"]},
            "'soon' is not a day in the --date-format",
            "not a day in the --date-format",
            "",
        ),
        (f" na {PARTS}1{PARTS}1", {}, "the year is empty", "the year is empty", ""),
        (f"2003{PARTS}1{PARTS}1{PARTS}1", {}, "'2003-1-1-1' is not a day", "not a day", ""),
        ("2003-04-01", {}, "'2003-04-01' is 2003-04-01", "2003-04-01", ""),
    ],
)
def test_a_day_that_is_not_read(cell, options, why, cause, advice):
    """What stands in the cell is named; for many cells the reason stands alone."""
    days = ByDay(**options)

    assert days.why(cell) == why
    assert days.cause(cell) == (cause, advice)
    assert days.suggest(cell) == []


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("60", None),
        ("61", "1900-03-01"),
        (" 37712.75 ", "2003-04-01"),
        ("2958465", "9999-12-31"),
        ("2958466", None),
        ("\uff13\uff17\uff17\uff11\uff12", None),
    ],
)
def test_the_days_of_a_spreadsheet(cell, day):
    """From the first day that every spreadsheet counts alike to the last day there is."""
    assert ByDay(formats=["Excel"]).get(cell) == day


@pytest.mark.parametrize(
    ("parts", "start", "end"),
    [
        (["2003"], "2003-01-01", "2003-12-31"),
        (["2004", "2"], "2004-02-01", "2004-02-29"),
        (["2004", "2", "9"], "2004-02-09", "2004-02-09"),
    ],
)
def test_a_day_in_columns_of_its_own(parts, start, end):
    """A month or a day that has no column is not known."""
    cell = PARTS.join(parts)

    if len(parts) > 1:
        assert (ByDay("start").get(cell), ByDay("end").get(cell)) == (start, end)
    for form, known in (("%Y", 1), ("%m/%Y", 2), ("%d/%m/%Y", 3)):
        written = "/".join(reversed(parts))
        days = ByDay("end", [form])
        assert days.get(written) == (end if known == len(parts) else None)


@pytest.mark.parametrize(
    "text",
    [
        *("2003-04-01T12:00.5", "2003-04-01 12:00.5Z", "2003-04-01T12:00:00.5", "2003-04-01 12:00"),
        *("13/04/2003T12:00 12:00", "20030401T1200 12:00", '"2003-04-01" 12:00', "1.4.2003 9:05"),
        *("2003-04-01T12:00:00+25:00", "2003-04-01T12:00Z", "2003-04-01T24:00:00.5"),
    ],
)
def test_a_day_in_a_file_is_read_as_one_typed(text):
    """The shorter ways that long files take allow no form that the reader of days refuses."""
    try:
        day = str(read_day(text))
    except QuestionError:
        day = None

    assert ByDay().get(text) == day


def test_a_format_without_a_year_is_refused_without_a_warning():
    """Newer Pythons warn of it: the error alone is for people."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(QuestionError, match="gives no day"):
            ByDay(formats=["%d %B"])


@pytest.mark.parametrize(("names", "days"), [("Mali", ["2010-01-01"]), (["Mali"], "2010-01-01")])
def test_one_text_is_no_column(names, days):
    """Its letters would be taken for rows."""
    with pytest.raises(QuestionError) as refused:
        annotate(names, days)

    assert str(refused.value) == "give a column of names and a column of days, not one text"


def test_columns_of_codes_of_a_scheme():
    """A number is a code where the scheme is named, and missing values are empty cells."""
    answers = annotate([200, "200", 200.0, None], ["2010-01-01"] * 4, code="cow")

    assert [answer.iso3 for answer in answers] == ["GBR", "GBR", "GBR", None]
