"""The Rome Statute's own days and the arithmetic of its final clauses (Arts. 125 to 127)."""

from datetime import date, timedelta

from icc_status.errors import QuestionError
from icc_status.model.days import as_day

ADOPTED = date(1998, 7, 17)
"""The Statute was adopted and opened for signature (Art. 125(1)): nothing is known before it."""

SIGNATURE_CLOSED = date(2000, 12, 31)
"""The last day for signature (Art. 125(1))."""

THRESHOLD_REACHED = date(2002, 4, 11)
"""The day on which the sixtieth instrument was deposited (Art. 126(1))."""

IN_FORCE = date(2002, 7, 1)
"""Entry into force of the Statute itself (Art. 126(1))."""

AMENDABLE = date(2009, 7, 1)
"""The first day on which amendments could be proposed: seven years on (Art. 121(1))."""

AGGRESSION_ADOPTED = date(2010, 6, 11)
"""The day on which Art. 15 bis, with its declarations, was adopted (RC/Res.6)."""

SIXTY_DAYS = timedelta(days=60)


def check_day(on: date | str) -> date:
    """Return the day, or raise QuestionError if it is none, or before the Statute was adopted.

    Of a datetime the day is taken, of a text the day that it names.
    """
    if type(on) is not date:  # a plain date, the usual case, is not looked at further
        on = as_day(on)
    if on < ADOPTED:
        raise QuestionError(
            f"{on} is before the Rome Statute was adopted: ask for {ADOPTED} or later"
        )
    return on


def entry_into_force(deposit: date) -> date:
    """Return the day the Statute enters into force for a state that deposits on a day (Art. 126).

    Deposits up to the sixtieth: 1 July 2002.
    Later ones: the first day of the month after the sixtieth day following the deposit.
    """
    if deposit <= THRESHOLD_REACHED:
        return IN_FORCE
    sixtieth = deposit + SIXTY_DAYS
    return date(sixtieth.year + sixtieth.month // 12, sixtieth.month % 12 + 1, 1)


def year_after(day: date, years: int = 1) -> date:
    """Return the same day of the next year, or of a later one; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def last_of_seven_years(day: date) -> date:
    """Return the last day of the seven years that begin on a day (Art. 124)."""
    return year_after(day, 7) - timedelta(days=1)


def withdrawal_effect(received: date) -> date:
    """Return the earliest day on which a notice of withdrawal takes effect (Art. 127(1)).

    One year after the depositary received it; the notice may name a later day.
    """
    return year_after(received)
