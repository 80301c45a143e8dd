"""Values and the days on which they hold: every rule of the program is made of these."""

from datetime import date

import pytest

from icc_status.model.spans import Span, from_day, period, span_on, spans_of, spans_over

ONE, TWO, THREE, FOUR, FIVE = (date(2003, 4, day) for day in range(1, 6))


@pytest.mark.parametrize(
    ("turns", "first", "spans"),
    [
        ([], None, [Span("a")]),
        ([], ONE, [Span("a", ONE)]),
        ([(TWO, "b")], ONE, [Span("a", ONE, ONE), Span("b", TWO)]),
        (
            [(FOUR, "c"), (TWO, "b")],
            None,
            [Span("a", None, ONE), Span("b", TWO, THREE), Span("c", FOUR)],
        ),
        ([(TWO, "a")], None, [Span("a")]),
        ([(ONE, "b")], ONE, [Span("b", ONE)]),
        ([(TWO, "b"), (TWO, "c")], None, [Span("a", None, ONE), Span("c", TWO)]),
        ([(TWO, "c"), (TWO, "b")], None, [Span("a", None, ONE), Span("b", TWO)]),
        ([(TWO, "b"), (TWO, "a")], None, [Span("a")]),
    ],
)
def test_spans_follow_each_other(turns, first, spans):
    """Of several turns on one day the last counts; what changes nothing ends no span."""
    assert list(spans_of(turns, "a", first)) == spans


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Span("a"), Span("b"), Span("a")),
        (Span("a", ONE), Span("b", TWO), Span("a", TWO)),
        (Span("a", TWO, FIVE), Span("b", ONE, FOUR), Span("a", TWO, FOUR)),
        (Span("a", None, THREE), Span("b", ONE), Span("a", ONE, THREE)),
    ],
)
def test_a_span_within_another(one, other, shared):
    """The value stays; the days are those of both."""
    assert one.within(other) == shared
    assert other.within(one) == shared.having("b")


def test_what_lies_on_a_day_or_after_it():
    """A span that ends before the day is gone, one that ends on it keeps that day."""
    spans = spans_of([(TWO, "b"), (FOUR, "c")], "a")

    assert from_day(spans, THREE) == (Span("b", THREE, THREE), Span("c", FOUR))
    assert from_day(spans, FOUR) == (Span("c", FOUR),)


@pytest.mark.parametrize(("day", "value"), [(ONE, "a"), (TWO, "b"), (THREE, "b"), (FOUR, "c")])
def test_the_span_of_a_day(day, value):
    """A value holds from the day of its turn on."""
    assert span_on(day, "a", [(TWO, "b"), (FOUR, "c")]).value == value


@pytest.mark.parametrize(
    ("day", "span"),
    [
        (ONE, Span(False, None, ONE)),
        (TWO, Span(True, TWO, FOUR)),
        (FOUR, Span(True, TWO, FOUR)),
        (FIVE, Span(False, FIVE, None)),
    ],
)
def test_a_period_holds_from_its_first_day_to_its_last(day, span):
    """Both days are in it; the answer says for which days it is the same."""
    assert period(day, TWO, FOUR) == span


@pytest.mark.parametrize("day", [ONE, FIVE])
def test_a_period_may_be_open(day):
    """Without a beginning or an end it holds on every day."""
    assert period(day, None, None) == Span(True)


@pytest.mark.parametrize(
    ("first", "last", "values"),
    [(ONE, ONE, "a"), (ONE, TWO, "ab"), (TWO, THREE, "b"), (THREE, FIVE, "bc")],
)
def test_the_spans_of_a_period(first, last, values):
    """Each span that has a day of the period comes once, in order."""
    turns = [(TWO, "b"), (FOUR, "c")]

    found = spans_over(first, last, lambda day: span_on(day, "a", turns))

    assert "".join(span.value for span in found) == values
