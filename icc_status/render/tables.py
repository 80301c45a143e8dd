"""Tables for people: no date and no code is ever cut, however narrow the terminal."""

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from icc_status.render.drawing import STYLES, dim, draw, table
from icc_status.render.formats import cell
from icc_status.rows import Row, Sheet
from icc_status.standing import Status
from icc_status.terminal import Terminal

NARROW = 60
DATES = {"date", "since", "signed", "deposited", "in_force", "leaves", "effective", "until"}
CODES = {"iso3", "iso2"} | DATES
HEADS = {"iso3": "Code", "name": "State", "in_force": "In force"}
WIDER = (("region", 14), ("signed", 11), ("deposited", 11), ("in_force", 11))


def state_table(rows: Sequence[Row], terminal: Terminal, foot: str) -> str:
    """Return states as a table, wider ones with more columns, and a foot."""
    records = [_cells(row) for row in rows]
    columns = ["iso3", "name", "label", "since"]
    if any(row.standing.leaving for row in rows):
        columns.append("leaves")
    spare = terminal.width - 96
    for name, width in WIDER:
        if spare >= width:
            columns.insert(-1 if columns[-1] == "leaves" else len(columns), name)
            spare -= width + 1
    if terminal.width < NARROW:
        columns = [name for name in columns if name != "label"]
    return draw([_table(columns, records, terminal), Text(), dim(foot)], terminal)


def sheet_table(sheet: Sheet, keys: Sequence[str], terminal: Terminal, foot: str) -> str:
    """Return any sheet's records as a table under the given keys, and a foot."""
    return draw([_table(keys, sheet.records, terminal), Text(), dim(foot)], terminal)


def _cells(row: Row) -> dict[str, object]:
    narrow = f"{row.state.name}\n  {row.standing.status.label}"
    return {
        **row.record(),
        "leaves": row.standing.leaving,
        "narrow": narrow,
    }


def _table(
    keys: Sequence[str], records: Sequence[Mapping[str, object]], terminal: Terminal
) -> RenderableType:
    drawn = table(terminal)
    for key in keys:
        head = HEADS.get(key, key.replace("_", " ").capitalize())
        number = all(isinstance(record.get(key), int) for record in records) and records
        drawn.add_column(
            "Status" if key == "label" else head,
            no_wrap=key in CODES,
            overflow="fold",
            justify="right" if number else "left",
        )
    for record in records:
        drawn.add_row(*(_cell(key, record, terminal) for key in keys))
    return drawn


def _cell(key: str, record: Mapping[str, object], terminal: Terminal) -> Text:
    if key == "name" and "narrow" in record and terminal.width < NARROW:
        return Text(str(record["narrow"]))
    text = cell(record.get(key))
    if key in {"label", "status"} and record.get("status") in set(Status):
        return Text(text, style=STYLES[Status(str(record["status"]))])
    return Text(text)
