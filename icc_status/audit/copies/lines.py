"""From rows of cells to what a copy says of each participant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icc_status.audit.copies.cells import MARKS, clean, day, name
from icc_status.audit.copies.tables import Table
from icc_status.errors import RegistryError

HEADS = {
    "iso3": {"iso3", "iso 3", "alpha 3", "code"},
    "name": {"participant", "participants", "state", "state party", "party", "country", "name"},
    "signed": {"signature", "signed", "date of signature", "signature date"},
    "deposited": {"deposit", "deposited", "date of deposit", "deposit date", "ratified"},
    "instrument": {"instrument", "kind", "act", "type", "deposit type"},
    "in_force": {
        "entry into force",
        "in force",
        "date of entry into force",
        "entry into force date",
    },
}
"""The heads understood, once case, brackets and _ are put aside; other columns are passed over."""

INSTRUMENT_WORDS = {"ratification", "acceptance", "approval", "accession", "succession"}
FIELDS = ("signed", "deposited", "instrument", "in_force", "withdrawn")
TOP = 3


@dataclass(frozen=True)
class Line:
    """What a copy says of one participant: each field as text, empty where the cell is."""

    name: str
    said: Mapping[str, str]


@dataclass(frozen=True)
class Copy:
    """A copy: the fields that it holds at all, and its lines."""

    fields: tuple[str, ...]
    lines: tuple[Line, ...]


def copy(table: Table, marked: bool) -> Copy:
    """Interpret a table; `marked` says that it is the depositary's, with marks and brackets.

    A plain CSV that shows no mark at all says nothing of the kinds of instrument, and one
    without brackets nothing of withdrawals.
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
    marked_kinds = marked or "instrument" in columns or any(line.said["mark"] for line in lines)
    held = {*columns, *(["instrument"] if marked_kinds and "deposited" in columns else [])}
    if marked or any(line.said["withdrawn"] for line in lines):
        held.add("withdrawn")
    return Copy(tuple(field for field in FIELDS if field in held), tuple(lines))


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
    fields = [_field(cell) for cell in row]
    columns = {field: i for i, field in enumerate(fields) if field}
    if not columns.keys() & {"iso3", "name"} or not columns.keys() & {"signed", "deposited"}:
        return {}
    for field in columns:
        if fields.count(field) > 1:
            raise RegistryError(f"has two columns for {field!r}; keep one")
    return columns


def _field(cell: str) -> str | None:
    words = re.sub(r"\([^()]*\)", "", re.sub("[_-]", " ", clean(cell).casefold()))
    words = " ".join(words.split())
    bare = name(words)
    if {word.strip() for word in bare.split(",")} <= INSTRUMENT_WORDS:
        return "deposited"
    return next((field for field, heads in HEADS.items() if {words, bare} & heads), None)


def _line(row: Sequence[str], columns: Mapping[str, int]) -> Line:
    cells = dict.fromkeys(HEADS, "") | {field: row[i] for field, i in columns.items()}
    signed, deposited, in_force = (day(cells[f]) for f in ("signed", "deposited", "in_force"))
    told = clean(cells["instrument"])
    kind = MARKS.get(told or deposited.mark, told.casefold() or deposited.mark)
    bracketed = signed.bracketed or deposited.bracketed or clean(cells["name"]).startswith("[")
    return Line(
        name(cells["iso3"]) or name(cells["name"]),
        {
            "signed": f"{signed.text} {signed.mark}".rstrip(),
            "deposited": deposited.text,
            "instrument": str(kind) if deposited.text or told else "",
            "in_force": in_force.text,
            "withdrawn": "yes" if bracketed else "",
            "mark": deposited.mark,
        },
    )
