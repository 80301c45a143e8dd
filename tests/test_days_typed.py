"""The days that people type at the options of the verbs."""

import datetime as dt

import pytest
from conftest import PIPE

from icc_status import cli

TODAY = dt.date(2026, 10, 2)


def said(capsys, *args):
    """Run a verb in a pipe and return its exit code and what it writes."""
    code = cli.run(args, today=TODAY, place=PIPE)
    written = capsys.readouterr()
    return code, written.out, written.err


@pytest.mark.parametrize(
    "day",
    ["30 Nov 2016", "30 November 2016", "November 30, 2016", "20161130", "30.11.2016"],
)
def test_any_usual_form_is_the_same_day(capsys, day):
    """A day can be typed as it is written elsewhere."""
    assert said(capsys, "russia", "--on", day) == said(capsys, "russia", "--on", "2016-11-30")


@pytest.mark.parametrize(
    ("day", "iso"), [("today", "2026-10-02"), ("yesterday", "2026-10-01"), ("30/11/2016", None)]
)
def test_words_and_a_day_with_one_reading(capsys, day, iso):
    """Today and yesterday are days; 30/11 can only be 30 November."""
    expected = said(capsys, "russia", "--on", iso or "2016-11-30")

    assert said(capsys, "russia", "--on", day) == expected


def test_two_readings_are_refused_with_both(capsys):
    """Day and month are not guessed."""
    code, out, err = said(capsys, "russia", "--on", "03/04/2016")

    assert (code, out) == (2, "")
    assert "3 April 2016 or 4 March 2016: write 2016-04-03 or 2016-03-04" in err


@pytest.mark.parametrize("day", ["2016", "2016-11"])
def test_one_day_is_no_period(capsys, day):
    """Where one day is asked about, a year or a month is refused."""
    code, _, err = said(capsys, "russia", "--on", day)

    assert code == 2
    assert "write a day as YYYY-MM-DD" in err


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-10", "2017-10-01", "2017-10-31"),
        ("1998", "1998-07-17", "1998-12-31"),
    ],
)
def test_a_period_is_its_first_and_last_day(capsys, period, first, last):
    """--since and --until take a month or a year."""
    assert said(capsys, "changes", "--since", period, "--until", period) == said(
        capsys, "changes", "--since", first, "--until", last
    )
