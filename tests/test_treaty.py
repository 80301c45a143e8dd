"""The arithmetic of the final clauses: the day before, the day, the day after."""

from datetime import date

import pytest

from icc_status.model.treaty import entry_into_force, last_of_seven_years, withdrawal_effect


@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        (date(1999, 2, 2), date(2002, 7, 1)),
        (date(2002, 4, 10), date(2002, 7, 1)),
        (date(2002, 4, 11), date(2002, 7, 1)),
        (date(2002, 4, 12), date(2002, 7, 1)),
        (date(2002, 5, 1), date(2002, 7, 1)),
        (date(2002, 5, 2), date(2002, 8, 1)),
        (date(2002, 7, 1), date(2002, 9, 1)),
        (date(2002, 12, 3), date(2003, 3, 1)),
        (date(2006, 11, 1), date(2007, 1, 1)),
        (date(2002, 10, 31), date(2003, 1, 1)),
        (date(2019, 3, 4), date(2019, 6, 1)),
        (date(2024, 10, 25), date(2025, 1, 1)),
    ],
)
def test_entry_into_force(deposit, in_force):
    """Art. 126: 1 July 2002 up to the sixtieth deposit, then the month after the sixtieth day."""
    assert entry_into_force(deposit) == in_force


@pytest.mark.parametrize(
    ("received", "effect"),
    [
        (date(2016, 10, 27), date(2017, 10, 27)),
        (date(2018, 3, 17), date(2019, 3, 17)),
        (date(2023, 2, 28), date(2024, 2, 28)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2026, 12, 31), date(2027, 12, 31)),
    ],
)
def test_withdrawal_effect(received, effect):
    """Art. 127(1): one year after the depositary received the notice."""
    assert withdrawal_effect(received) == effect


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2002, 7, 1), date(2009, 6, 30)),
        (date(2004, 2, 29), date(2011, 2, 27)),
        (date(2025, 1, 1), date(2031, 12, 31)),
    ],
)
def test_last_of_seven_years(first, last):
    """Art. 124: seven years end on the day before the same day of the seventh year."""
    assert last_of_seven_years(first) == last
