"""Tables for people. No date and no code is ever cut, however narrow the terminal is."""

from collections.abc import Sequence

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
UNBROKEN = {"iso3", "iso2", "date", "since", "signed", "deposited", "in_force", "leaves"}
HEADS = {"iso3": "Code", "name": "State", "label": "Status", "text": "What"}
WIDER = (("region", 15), ("signed", 13), ("deposited", 13), ("in_force", 13))
BASE_WIDTH = 96


def state_table(rows: Sequence[Row], terminal: Terminal, foot: str) -> str:
    """Return states as a table and a foot; a wide terminal gets more columns."""
    leaving = ["leaves"] if any(row.standing.leaving for row in rows) else []
    keys = ["iso3", "name", "label", "since", *_that_fit(terminal.width), *leaving]
    return _drawn(rows, keys, terminal, foot)


def sheet_table(sheet: Sheet, keys: Sequence[str], terminal: Terminal, foot: str) -> str:
    """Return a sheet's records as a table of some of its fields, and a foot.

    Raises QuestionError for a field that the sheet does not have.
    """
    check_fields(sheet, "table", keys)
    return _drawn(sheet.records, keys, terminal, foot)


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
    whole: list[RenderableType] = (
        [_stack(record, keys) for record in records]
        if terminal.width < NARROW
        else [_grid(records, keys, terminal)]
    )
    return draw([*whole, Text(), dim(foot)], terminal)


def _grid(records: Sequence[Record], keys: Sequence[str], terminal: Terminal) -> Table:
    grid = table(terminal)
    for key in keys:
        numbers = bool(records) and all(isinstance(record[key], int) for record in records)
        grid.add_column(
            head(key),
            no_wrap=key in UNBROKEN,
            overflow="fold",
            justify="right" if numbers else "left",
        )
    for record in records:
        grid.add_row(*(_text(key, record) for key in keys))
    return grid


def _stack(record: Record, keys: Sequence[str]) -> Text:
    """Return a record as lines for a narrow terminal: two values, and the rest under them."""
    lines = Text(f"{cell(record[keys[0]])} ")
    for i, key in enumerate(keys[1:]):
        if record[key] is not None:
            lines.append("\n  " if i else "")
            lines.append(f"{head(key).lower()} " if key not in {"name", "label", "text"} else "")
            lines.append_text(_text(key, record))
    return lines


def _text(key: str, record: Record) -> Text:
    text = cell(record[key])
    if key in {"label", "status"} and record["status"] in set(Status):
        return Text(text, style=STYLES[Status(str(record["status"]))])
    return Text(text)
