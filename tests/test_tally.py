"""What was not understood is told in a few lines: one for each cause, with some of the cells."""

from shlex import quote

import pytest

from icc_status import load
from icc_status.annotation.cells import SETTLE, ByName
from icc_status.annotation.days import ByDay
from icc_status.annotation.tally import Faults, RowCounts, Tally, report_of

NAMES = ByName(load().names)
CLOSE = "no state is called 'Rushia': did you mean Russian Federation (RUS)?"
NO_NAME = "no state has this name"
NO_PLACE = "unchanged, a quote stands where CSV has no place for one"
LETTERS = ["A1", "B1", "C1", "D1", "E1", "F1"]
TABBED = "Ruri\ttania"


def settle(cell: str) -> str:
    """Return what settles one cell, as a shell takes it."""
    yes, no = (quote(f"{cell}{end}") for end in ("=STATE", "="))
    return f"Settle it with --map {yes}, or with --map {no} to leave it empty"


def unknown(cell: str) -> str:
    """Return that a cell is no name."""
    return f"no state is called {cell!r}: 'icc-status list' names all of them"


def faults(*cells: str, kept: int = 10, times: int = 1) -> Faults:
    """Return what is counted of cells that are no states."""
    found = Faults(NAMES, kept)
    for at, cell in enumerate(cells * times, 2):
        found.add(cell, lambda at=at: at)
    return found


@pytest.mark.parametrize(
    ("cells", "kept", "said"),
    [
        (["Rushia"], 9, f"1 row: {CLOSE} {settle('Rushia')}"),
        (["Ruri tania"], 9, f"1 row: {unknown('Ruri tania')}. {settle('Ruri tania')}"),
        (["Ruri=tania"], 9, f"1 row: {unknown('Ruri=tania')}. {SETTLE}"),
        (["Ruri\ttania"], 9, f"1 row: {unknown(TABBED)}. {SETTLE}"),
        (
            ["Rushia", "Xxx"],
            9,
            f"2 rows: {NO_NAME}: 'Rushia' (Russian Federation (RUS)?), 'Xxx'. {SETTLE}",
        ),
        (LETTERS[:5], 9, f"5 rows: {NO_NAME}: 'A1', 'B1', 'C1', 'D1', 'E1'. {SETTLE}"),
        (LETTERS, 9, f"6 rows: {NO_NAME}: 'A1', 'B1', 'C1', 'D1', 'E1' and 1 more. {SETTLE}"),
        (["A1", "B1", "C1", "A1"], 2, f"4 rows: {NO_NAME}: 'A1', 'B1' and others. {SETTLE}"),
        (["A1", "B1"], 1, f"2 rows: {NO_NAME}: 'A1' and others. {SETTLE}"),
        (
            ["x" * 61, "y" * 60],
            9,
            f"2 rows: {NO_NAME}: '{'x' * 60}…', '{'y' * 60}'. {SETTLE}",
        ),
        (["x" * 201], 9, f"1 row: {NO_NAME}: '{'x' * 60}…'. {SETTLE}"),
    ],
)
def test_a_line_for_each_cause(cells, kept, said):
    """One cell has its own reason; of several the first five are shown, long ones in part."""
    assert list(faults(*cells, kept=kept).lines()) == [said]


def test_the_report_has_the_commonest_first_and_what_was_not_kept():
    """A row for each cell that was kept, and one for each cause of the others."""
    found = faults("B1", "A1", "A1", "C1", "?", "C1", kept=2)

    assert report_of([("country", found)]) == (
        "column,value,rows,first_line,reason\n"
        "country,A1,2,3,no state has this name\n"
        "country,B1,1,2,no state has this name\n"
        "country,,2,,other values: no state has this name\n"
        "country,,1,,other values: the name of the state is empty\n"
    )
    assert found.rows == 6


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([7], f"1 row: {NO_PLACE}: line 7"),
        (range(1, 6), f"5 rows: {NO_PLACE}: lines 1, 2, 3, 4, 5"),
        (range(999, 1005), f"6 rows: {NO_PLACE}: lines 999, 1,000, 1,001, 1,002, 1,003 and 1 more"),
    ],
)
def test_rows_that_are_left_as_they_are_are_named_by_their_lines(lines, said):
    """The first five lines, and how many more there are."""
    counts = RowCounts()
    for line in lines:
        counts.add_irregular(line, escapes=False)

    assert list(counts.remarks()) == [said]


@pytest.mark.parametrize(("rows", "said"), [(0, False), (2, True), (3, False)])
def test_a_column_that_is_never_understood(rows, said):
    """It is said while the file is read, where not one row was answered."""
    tally = Tally(NAMES, ByDay())
    for line in range(2):
        tally.names.add("Rushia", lambda line=line: line)

    line = f"not one row is answered so far: {next(tally.names.lines())}"
    assert tally.whole_column(rows) == (line if said else None)
