"""From rows of cells to what a copy says of each participant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icc_status.audit.copies.cells import MARKS, Day, clean, day, name
from icc_status.audit.copies.heads import HEADS, field_of
from icc_status.audit.copies.tables import Table
from icc_status.errors import RegistryError

IDENTITY = ("iso3", "iso2", "name")
DAYS = (
    *("signed", "deposited", "in_force", "withdrawal"),
    *("withdrawal_notified", "withdrawal_effective", "withdrawal_revoked"),
)
FIELDS = (
    *("signed", "deposited", "instrument", "in_force", "withdrawn", "withdrawal"),
    *("withdrawal_notified", "withdrawal_effective", "withdrawal_revoked"),
)
YES, NO = {"yes", "y", "true", "1", "x"}, {"no", "n", "false", "0", "-"}
TOP = 3


@dataclass(frozen=True)
class Line:
    """What a copy says of one participant: each field as text, empty where the cell is.

    `names` are its codes and its name, as far as the copy has them, and never none.
    """

    names: tuple[str, ...]
    said: Mapping[str, str]


@dataclass(frozen=True)
class Copy:
    """A copy: the fields that it holds at all, its lines, and the heads not understood."""

    fields: tuple[str, ...]
    lines: tuple[Line, ...]
    unknown: tuple[str, ...] = ()


def copy(table: Table, marked: bool) -> Copy:
    """Interpret a table; `marked` says that it is the depositary's, with marks and brackets.

    A plain CSV that shows no mark at all says nothing of the kinds of instrument, and one
    without brackets nothing of withdrawals, unless it has a column for them.
    Raises RegistryError where no head is understood, or a row does not fit it.
    """
    rows = [row for row in table if any(clean(cell) for cell in row)]
    at, columns = _head(rows)
    lines = []
    for number, row in enumerate(rows[at + 1 :], 1):
        if len(row) != len(rows[at]):
            raise RegistryError(f"row {number} has {len(row)} cells under {len(rows[at])} heads")
        lines.append(_line(row, columns))
    if not lines:
        raise RegistryError("its table names no participant")
    held = _held(columns, lines, marked)
    return Copy(
        tuple(field for field in FIELDS if field in held),
        tuple(lines),
        tuple(_unknown(rows[at], rows[at + 1 :], columns)),
    )


def _held(columns: Mapping[str, int], lines: Sequence[Line], marked: bool) -> set[str]:
    """Return what a copy can be compared in: a column of withdrawals may hold no day at all."""
    held = set(columns)
    if "deposited" in columns and (marked or any(line.said["mark"] for line in lines)):
        held.add("instrument")
    if marked or any(line.said["withdrawn"] for line in lines):
        held.add("withdrawn")
    if "withdrawal" in columns and not any(day(line.said["withdrawal"]).read for line in lines):
        held = held - {"withdrawal"} | {"withdrawn"}
    return held


def _unknown(head: Sequence[str], rows: Table, columns: Mapping[str, int]) -> Iterator[str]:
    for i, cell in enumerate(head):
        if i not in columns.values():
            if told := clean(cell):
                yield repr(told)
            elif any(clean(row[i]) for row in rows):
                yield f"column {i + 1}, without a head"


def has_head(table: Table) -> bool:
    """Tell whether a head is understood among the first rows."""
    return any(_columns(row) for row in table[:TOP])


def _head(rows: Table) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:TOP]):
        if columns := _columns(row):
            return at, columns
    raise RegistryError("has no head with the state and its signature or deposit")


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Return where each field stands, or nothing where the row is no head."""
    fields = [field_of(cell) for cell in row]
    columns = {field: i for i, field in enumerate(fields) if field}
    if not columns.keys() & set(IDENTITY) or not columns.keys() & {"signed", "deposited"}:
        return {}
    for found in columns:
        if fields.count(found) > 1:
            raise RegistryError(f"has two columns for {found!r}; keep one")
    return columns


def _line(row: Sequence[str], columns: Mapping[str, int]) -> Line:
    cells = dict.fromkeys(HEADS, "") | {field: row[i] for field, i in columns.items()}
    days = {field: day(cells[field]) for field in DAYS}
    signed, deposited = days["signed"], days["deposited"]
    bracketed = signed.bracketed or deposited.bracketed or clean(cells["name"]).startswith("[")
    left = _left(days["withdrawal"])
    return Line(
        tuple(filter(None, (name(cells[field]) for field in IDENTITY))) or ("",),
        {
            **{field: f"{cell.text} {cell.mark}".rstrip() for field, cell in days.items()},
            "deposited": deposited.text,
            "instrument": _instrument(clean(cells["instrument"]), deposited),
            "withdrawal": left,
            "withdrawn": left if left and not days["withdrawal"].read else "yes" * bracketed,
            "mark": deposited.mark,
        },
    )


def _instrument(told: str, deposited: Day) -> str:
    """Return the kind that a cell tells, or the mark of the day; both where they disagree."""
    marked = str(MARKS.get(deposited.mark, deposited.mark))
    if not told:
        return marked if deposited.text else ""
    kind = str(MARKS.get(told, told.casefold()))
    return f"{kind}, marked {marked}" if deposited.mark and kind != marked else kind


def _left(withdrawal: Day) -> str:
    word = withdrawal.text.casefold()
    return "yes" if word in YES else "" if word in NO else withdrawal.text
