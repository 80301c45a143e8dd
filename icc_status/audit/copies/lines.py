"""From rows of cells to what a copy says of each participant: its heads, then its lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icc_status.audit.copies.cells import MARKS, Day, clean, day, filled, name
from icc_status.audit.copies.tables import Table, check_cells
from icc_status.errors import RegistryError

HEADS = {
    "iso3": {
        *("iso3", "iso 3", "iso3c", "alpha 3", "iso alpha 3", "iso 3166 1 alpha 3"),
        *("code", "iso code", "country code", "iso3 code", "iso 3166 1 alpha 3 code"),
    },
    "iso2": {"iso2", "iso 2", "iso2c", "alpha 2", "iso alpha 2", "iso 3166 1 alpha 2"},
    "name": {
        *("participant", "participants", "state", "state party", "states parties", "party"),
        *("country", "name", "name un", "un name", "state name", "country name"),
        *("state label", "statelabel", "country label", "countrylabel", "itemlabel"),
    },
    "signed": {"signature", "signed", "signed on"},
    "deposited": {"deposit", "deposited", "ratified on", "deposit of instrument"},
    "instrument": {
        *("instrument", "kind", "act", "type", "deposit type", "instrument type"),
        *("type of instrument", "kind of instrument"),
    },
    "in_force": {
        *("entry into force", "in force", "entered into force", "in force since"),
        *("party since", "state party since"),
    },
    "withdrawal": {"withdrawal", "withdrew", "withdrawn"},
    "withdrawal_notified": {
        *("withdrawal notice", "notice of withdrawal", "withdrawal notified"),
        *("withdrawal notification", "notification of withdrawal"),
    },
    "withdrawal_effective": {
        *("withdrawal effective", "withdrawal effect", "effect of withdrawal"),
        *("withdrawal takes effect", "withdrawal took effect", "effective withdrawal"),
        *("effective date of withdrawal", "withdrawal in effect"),
    },
    "withdrawal_revoked": {
        *("withdrawal revoked", "withdrawal notice revoked", "notice of withdrawal revoked"),
        *("withdrawal revocation", "revocation of withdrawal", "withdrawal notice withdrawn"),
    },
}
"""The words of a head by field, without case, brackets, _, "date of" and "for the state"."""

INSTRUMENTS = {
    *("ratification", "acceptance", "approval", "accession", "succession"),
    *("ratified", "accepted", "approved", "acceded", "succeeded"),
}
"""A head of these words alone, such as "Ratified or acceded", is the day of the deposit."""
AROUND = re.compile(
    r"^(?:the )?(?:date|day)(?: of)?(?: the)? | date$"
    r"| for (?:the |each )?(?:state|party|state party)$"
)

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
"""How many rows are looked at for the head: a title may stand above it."""


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


def field_of(cell: str) -> str | None:
    """Return the field that the head of a column names, or None."""
    words = re.sub(r"\([^()]*\)", "", re.sub("[_-]", " ", clean(cell).casefold()))
    readings = {" ".join(words.split())}
    readings |= {name(reading) for reading in readings}
    readings |= {AROUND.sub("", reading) for reading in readings}
    if any(set(re.split(" ?[,/] ?| or | and ", reading)) <= INSTRUMENTS for reading in readings):
        return "deposited"
    return next((field for field, heads in HEADS.items() if readings & heads), None)


def has_head(table: Table) -> bool:
    """Tell whether a head is understood among the first rows."""
    return any(_columns(row) for row in table[:TOP])


def copy(table: Table, marked: bool) -> Copy:
    """Interpret a table; `marked` says that it is the depositary's, with marks and brackets.

    A plain CSV that shows no mark at all says nothing of the kinds of instrument, and one
    without brackets nothing of withdrawals, unless it has a column for them.
    Raises RegistryError where no head is understood, or a row does not fit it.
    """
    check_cells(table)
    rows = [row for row in table if any(clean(cell) for cell in row)]
    at, columns = _head(rows)
    head, body = rows[at], rows[at + 1 :]
    lines = []
    for number, row in enumerate(body, 1):
        if len(row) != len(head):
            raise RegistryError(f"row {number} has {len(row)} cells under {len(head)} heads")
        lines.append(_line(row, columns))
    if not lines:
        raise RegistryError("its table names no participant")
    held = _held(columns, lines, marked)
    fields = tuple(field for field in FIELDS if field in held)
    return Copy(fields, tuple(lines), tuple(_unknown(head, body, columns)))


def _head(rows: Table) -> tuple[int, dict[str, int]]:
    """Return where the head stands, and where each field stands in it."""
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
    for field in columns:
        if fields.count(field) > 1:
            raise RegistryError(f"has two columns for {field!r}; keep one")
    return columns


def _held(columns: Mapping[str, int], lines: Sequence[Line], marked: bool) -> set[str]:
    """Return the fields a copy can be compared in: a column of withdrawals may hold no day."""
    held = set(columns)
    if "deposited" in columns and (marked or any(line.said["mark"] for line in lines)):
        held.add("instrument")
    if marked or any(line.said["withdrawn"] for line in lines):
        held.add("withdrawn")
    if "withdrawal" in columns and not any(day(line.said["withdrawal"]).read for line in lines):
        held = held - {"withdrawal"} | {"withdrawn"}
    return held


def _unknown(head: Sequence[str], rows: Table, columns: Mapping[str, int]) -> Iterator[str]:
    """Yield the heads that are not understood, and the columns that have none."""
    for i, cell in enumerate(head):
        if i not in columns.values():
            if words := clean(cell):
                yield repr(words)
            elif any(clean(row[i]) for row in rows):
                yield f"column {i + 1}, without a head"


def _line(row: Sequence[str], columns: Mapping[str, int]) -> Line:
    cells = dict.fromkeys(HEADS, "") | {field: row[i] for field, i in columns.items()}
    days = {field: day(cells[field]) for field in DAYS}
    signed, deposited = days["signed"], days["deposited"]
    bracketed = signed.bracketed or deposited.bracketed or clean(cells["name"]).startswith("[")
    left = _left(days["withdrawal"])
    names = tuple(filter(None, (name(cells[field]) for field in IDENTITY)))
    return Line(
        names or ("",),
        {
            **{field: f"{cell.text} {cell.mark}".rstrip() for field, cell in days.items()},
            "deposited": deposited.text,
            "instrument": _instrument(filled(cells["instrument"]), deposited),
            "withdrawal": left,
            "withdrawn": left if left and not days["withdrawal"].read else "yes" * bracketed,
            "mark": deposited.mark,
        },
    )


def _instrument(words: str, deposited: Day) -> str:
    """Return the kind that a cell tells, or the mark of the day; both where they disagree."""
    marked = str(MARKS.get(deposited.mark, deposited.mark))
    if not words:
        return marked if deposited.text else ""
    kind = str(MARKS.get(words, words.casefold()))
    return f"{kind}, marked {marked}" if deposited.mark and kind != marked else kind


def _left(withdrawal: Day) -> str:
    """Return the day of a withdrawal, "yes" for a mark that says so, or nothing."""
    word = withdrawal.text.casefold()
    return "yes" if word in YES else "" if word in NO else withdrawal.text
