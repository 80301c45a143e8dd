"""Tables for people. No date and no code is ever cut, however narrow the terminal is."""

from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from icc_status.model.status import Status
from icc_status.queries.rows import Row
from icc_status.queries.table import Record, Sheet
from icc_status.render.drawing import dim, draw, table
from icc_status.render.formats import cell, check_fields
from icc_status.render.ink import STYLES
from icc_status.system.terminal import Terminal

NARROW = 60
GAP = 3
"""The blanks between two columns."""
HEADS = {
    "iso3": "Code",
    "name": "State",
    "label": "Status",
    "brief_label": "Status",
    "brief_since": "Since",
    "text": "What",
    "no_intention": "Notice of no intention",
    "leaves": "To leave",
    "asia_pacific": "Asia-Pacific",
    "eastern_europe": "Eastern Europe",
    "grulac": "GRULAC",
    "weog": "WEOG",
    "none": "No group",
}
UNNAMED = {"name", "label", "brief_label", "text"}
"""The columns whose values need no name beside them in the narrow layout."""
WIDER = (("region", 15), ("signed", 13), ("deposited", 13), ("in_force", 13))
BASE_WIDTH = 96


def state_table(rows: Sequence[Row], terminal: Terminal, foot: str) -> str:
    """Return states as a table and a foot; a wide terminal gets more columns.

    Where no party is among them, a notice of no intention has a column of its own, beside the day
    of the signature.
    """
    statuses = {row.standing.status for row in rows}
    marked = Status.RENOUNCED in statuses and Status.PARTY not in statuses
    marks = ["no_intention"] if marked else []
    marks += ["leaves"] if any(row.standing.leaving for row in rows) else []
    status = ["brief_label", "brief_since"] if marked else ["label", "since"]
    keys = ["iso3", "name", *status, *_that_fit(terminal.width), *marks]
    return _drawn(rows, keys, terminal, foot)


def sheet_table(sheet: Sheet, fields: Sequence[str] | None, terminal: Terminal, foot: str) -> str:
    """Return a sheet's records as a table and a foot: the fields asked for, or its usual columns.

    Of its usual columns, those that are empty throughout are left out.
    Raises QuestionError for a field that the sheet does not have.
    """
    check_fields(sheet, "table", fields or ())
    keys = fields or _filled(sheet.drawn or sheet.columns, sheet.records)
    return _drawn(sheet.records, keys, terminal, foot)


def _filled(keys: Sequence[str], records: Sequence[Record]) -> Sequence[str]:
    return [key for key in keys if not records or any(cell(record[key]) for record in records)]


def head(key: str) -> str:
    """Return the head of a column by its key."""
    return HEADS.get(key, key.replace("_", " ").capitalize())


def _that_fit(width: int) -> list[str]:
    keys, spare = [], width - BASE_WIDTH
    for key, needed in WIDER:
        spare -= needed
        if spare >= 0:
            keys.append(key)
    return keys


def _drawn(records: Sequence[Record], keys: Sequence[str], terminal: Terminal, foot: str) -> str:
    """Return a table, or where it would break a word, each record as a few lines.

    Without records there is the foot alone, which says so.
    """
    columns = [[head(key), *(_text(key, record).plain for record in records)] for key in keys]
    widths = _widths(columns, terminal.width) if terminal.width >= NARROW else None
    whole: list[RenderableType] = (
        [_stack(record, keys) for record in records]
        if widths is None
        else [_grid(records, keys, widths, terminal)]
    )
    if not records:
        return draw([dim(foot)], terminal)
    return draw([*whole, Text(), dim(foot)], terminal)


def _widths(columns: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return how wide each column is, or None where no widths leave every word whole."""
    least = [max(cell_len(w) for text in column for w in text.split()) for column in columns]
    widths = [max(map(cell_len, column)) for column in columns]
    room = width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        spare = [have if have > need else 0 for have, need in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths


def _grid(
    records: Sequence[Record], keys: Sequence[str], widths: Sequence[int], terminal: Terminal
) -> Table:
    grid = table(terminal)
    for key, width in zip(keys, widths, strict=True):
        numbers = bool(records) and all(isinstance(record[key], int) for record in records)
        justify: Literal["left", "right"] = "right" if numbers else "left"
        grid.add_column(head(key), width=width, overflow="fold", justify=justify)
    for record in records:
        grid.add_row(*(_text(key, record) for key in keys))
    return grid


def _stack(record: Record, keys: Sequence[str]) -> Text:
    """Return a record as lines for a narrow terminal: two values, and the rest under them."""
    lines = Text(f"{cell(record[keys[0]])} ")
    for i, key in enumerate(keys[1:]):
        if record[key] is not None:
            lines.append("\n  " if i else "")
            lines.append(f"{head(key).lower()} " if key not in UNNAMED else "")
            lines.append_text(_text(key, record))
    return lines


def _text(key: str, record: Record) -> Text:
    text = cell(record[key])
    if key in {"label", "brief_label", "status"} and record["status"] in set(Status):
        return Text(text, style=STYLES[Status(str(record["status"]))])
    return Text(text)
