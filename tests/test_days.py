"""The days that people and data sets write."""

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_status.errors import QuestionError
from icc_status.model.days import AmbiguousDayError, as_day, read_day, read_days, read_parts

FIRST_OF_APRIL = dt.date(2003, 4, 1)
DAYS = st.dates(dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        *("2003-04-01", "+2003-04-01T00:00:00Z", "2003-4-1", "2003/04/01", "2003.04.01"),
        *("2003\u201304\u201301", ' "2003-04-01" ', "20030401", "20030401.0", "20030401T235959Z"),
        *("01.04.2003", "1. 4. 2003", "1 April 2003", "01 April 2003", "1 Apr 2003", "1 APR. 2003"),
        *("01-Apr-2003", "1st April 2003", "April 1, 2003", "Apr 1, 2003", "April 1 2003"),
        *("2003-04-01 00:00:00.000", "2003-04-01T00:00:00.0000000", "2003-04-01 00:00:00 UTC"),
        *("2003-04-01 00:00:00+00", "2003-04-01 00:00:00.000000 +00:00", "2003-04-01T24:00"),
        *("2003-04-01T00:00:00+02:00", "2003-04-01 12:00:00 AM", "2003-04-01 11:59 p.m."),
        *("2003-04-01T10:00:00+02:00[Europe/Paris]", "1 April 2003 10:00", "2003-04-01T23:59:60Z"),
        *("2003-04-01 1:00 AM", "2003-04-01 12:59:59 PM", "' 2003-04-01 '", "1st. April 2003"),
    ],
)
def test_what_has_one_reading_is_read(text):
    """Every usual form is understood; a time of day, right as it is, changes nothing."""
    assert read_day(text) == FIRST_OF_APRIL


@pytest.mark.parametrize("text", ["13/04/2003", "04/13/2003", "13-04-2003", "4/13/2003 12:00 AM"])
def test_a_number_above_twelve_is_the_day(text):
    """Where only one of two numbers can be the month there is one reading."""
    assert read_day(text) == dt.date(2003, 4, 13)


def test_the_same_number_twice_has_one_reading():
    """The fourth of April is 04/04 everywhere."""
    assert read_day("04/04/2003") == dt.date(2003, 4, 4)


@pytest.mark.parametrize("word", ["Sep", "Sept", "sept.", "SEPTEMBER"])
def test_september_has_two_short_forms(word):
    """Of the other months only the first three letters are read."""
    assert read_day(f"1 {word} 2003") == dt.date(2003, 9, 1)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("03/04/2005", {"%d/%m/%Y", "%m/%d/%Y"}),
        ("3-4-2005", {"%d-%m-%Y", "%m-%d-%Y"}),
        ("03/04/2005 10:00", {"%d/%m/%Y", "%m/%d/%Y"}),
    ],
)
def test_two_readings_are_refused_with_both(text, forms):
    """Neither order of day and month is guessed."""
    with pytest.raises(AmbiguousDayError) as caught:
        read_day(text)

    assert "3 April 2005 or 4 March 2005: write 2005-04-03 or 2005-03-04" in str(caught.value)
    assert set(caught.value.readings) == forms
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert set(caught.value.readings.values()) == {dt.date(2005, 4, 3), dt.date(2005, 3, 4)}


@pytest.mark.parametrize(
    "text",
    [
        *("2003-02-29", "2003-13-01", "31.04.2003", "04.13.2003", "32/13/2003", "0000-01-01"),
        *("2003-04-01T25:00:00", "2003-04-01T24:01", "2003-04-01 13:00 PM", "2003-04-01 00:60"),
        *("2010-01-01/15", "2010-01-01123", "2010-01-01-05", "2010-01-01T00", "2010-01-01;"),
        *("2003-04-01..2003-04-30", "2003-W14-2", "2003-091", "37712", "1049155200", "01-Apr-03"),
        *("3/4/05", "1 Abril 2003", "1 Ma 2003", "\uff19\uff19\uff19\uff19-12-31", "April", "x"),
        *("2003-00-05", "2003-04/01", "NaT", "NA", "NULL", "", "  ", "today"),
        *("2003-04-01T24:00:00.5", "2003-04-01T12:00.5", "2003-04-01T12:00:00+25:00"),
        *("2003-04-01T12:00:00+02:60", "2003-04-01T1200 12:00", '"2003-04-01" 12:00'),
        *("2003-04-01 0:30 AM", "2003-04-01 1:60 PM", "2003-04-01 1:00:60 PM"),
        *("2003-04-01 00:00:61", "2003-04-01 23:60", "1 Apri 2003", "1 Septe 2003"),
        *("2003-04-01 10:00 BC", "2003-04-01 10:00 ad", "2003-04-01 10:00 BCE"),
        *(
            "'2003-04-01\"",
            "'2003-04-01",
            "'",
            "''",
            "2003-\uff10\uff14",
            "April \uff12\uff10\uff10\uff13",
        ),
    ],
)
def test_what_is_no_day_is_refused_with_the_form_to_write(text):
    """Neither an interval, nor half a time, nor a number is taken for a day."""
    with pytest.raises(QuestionError, match="YYYY-MM-DD"):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("37712", "'37712' is a number, not a day"),
        ("1049155200.5", "'1049155200.5' is a number, not a day"),
        ("\uff13\uff17\uff17\uff11\uff12", "'\uff13\uff17\uff17\uff11\uff12' is not a day"),
        ("3/4/05", "'3/4/05' has a year of two digits"),
        ("01-Apr-03", "'01-Apr-03' has a year of two digits"),
        ("\uff13/4/05", "'\uff13/4/05' is not a day"),
        ("32/13/2003", "'32/13/2003' is not a day"),
        ("2003-13-01", "'2003-13-01' is not a day"),
        ("2003-13", "'2003-13' is not a day"),
        (" x ", "' x ' is not a day"),
        (" NA ", "the day is empty ('NA')"),
        ("  ", "the day is empty"),
    ],
)
def test_what_is_no_day_is_named(text, said):
    """The text stands in the message as it was written, with the reason."""
    with pytest.raises(QuestionError) as refused:
        read_day(text)

    assert str(refused.value) == f"{said}: write one as YYYY-MM-DD"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2003", dt.date(2003, 1, 1), dt.date(2003, 12, 31)),
        ("2003.0", dt.date(2003, 1, 1), dt.date(2003, 12, 31)),
        ("2003-00-00", dt.date(2003, 1, 1), dt.date(2003, 12, 31)),
        ("2003-04", dt.date(2003, 4, 1), dt.date(2003, 4, 30)),
        ("2003-04-00", dt.date(2003, 4, 1), dt.date(2003, 4, 30)),
        ("April 2003", dt.date(2003, 4, 1), dt.date(2003, 4, 30)),
        ("9999-12", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
        ("2004-2", dt.date(2004, 2, 1), dt.date(2004, 2, 29)),
        ("2003-04-01", FIRST_OF_APRIL, FIRST_OF_APRIL),
    ],
)
def test_a_year_and_a_month_are_their_days(text, first, last):
    """A day or a month that is 0 is not known: what is left is a month or a year."""
    assert read_days(text) == (first, last)


@pytest.mark.parametrize(("text", "what"), [("2003", "a year"), ("2003-04", "a month")])
def test_a_period_is_no_day(text, what):
    """Where one day is asked for, a year or a month is refused by its name."""
    with pytest.raises(QuestionError, match=f"'{text}' is {what}: write a day as YYYY-MM-DD"):
        read_day(text)


@pytest.mark.parametrize(
    ("parts", "days"),
    [
        (("2015", "11", "13"), (dt.date(2015, 11, 13),) * 2),
        (("2015.0", "11.0", "13.0"), (dt.date(2015, 11, 13),) * 2),
        (("2015", "2", "0"), (dt.date(2015, 2, 1), dt.date(2015, 2, 28))),
        (("2015", "NA", ""), (dt.date(2015, 1, 1), dt.date(2015, 12, 31))),
        ((" 2015", "12 ", "0"), (dt.date(2015, 12, 1), dt.date(2015, 12, 31))),
    ],
)
def test_three_columns_make_a_day(parts, days):
    """A part that is 0, empty or marked as missing is not known."""
    assert read_parts(*parts) == days


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("", "1", "1"), "-1-1"),
        (("2015", "13", "1"), "2015-13-1"),
        (("2015", "0", "3"), "2015-0-3"),
        (("2015", "13", ""), "2015-13"),
        (("2015", "\uff11", ""), "2015-\uff11"),
        (("2015", "1.5", ""), "2015-1.5"),
    ],
)
def test_parts_that_are_no_day_are_refused(parts, shown):
    """A day needs its year and its month."""
    with pytest.raises(QuestionError) as refused:
        read_parts(*parts)

    assert str(refused.value) == f"{shown!r} is not a day: write one as YYYY-MM-DD"


@pytest.mark.parametrize(
    "on", [FIRST_OF_APRIL, dt.datetime(2003, 4, 1, 23, 59), "2003-04-01", "1 April 2003"]
)
def test_a_day_a_time_and_a_text_are_a_day(on):
    """Of a datetime the day is taken; its hours do not count."""
    assert type(as_day(on)) is dt.date
    assert as_day(on) == FIRST_OF_APRIL


def test_words_need_to_know_the_day():
    """Only who knows what day it is can say what yesterday was."""
    assert read_day("Yesterday", today=dt.date(2004, 3, 1)) == dt.date(2004, 2, 29)
    assert read_day("today", today=FIRST_OF_APRIL) == FIRST_OF_APRIL


@given(DAYS)
def test_every_day_is_read_in_every_form(day):
    """What is written from a day is read as that day, and no other."""
    for form in ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%d-%b-%Y", "%B %d, %Y"):
        assert read_day(day.strftime(form)) == day


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text):
    """No text is a crash."""
    try:
        first, last = read_days(text)
    except QuestionError:
        return
    assert first <= last
