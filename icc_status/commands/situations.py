"""List the situations before the Court, and where each stood on a day."""

import datetime as dt

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import ON, StateName, output_options
from icc_status.commands.session import current
from icc_status.model.situations import Docket, Situation
from icc_status.queries.records import situation_record
from icc_status.queries.table import Sheet
from icc_status.render.formats import render

COLUMNS = (
    "situation",
    "number",
    "states",
    "nationals",
    "origin",
    "status",
    "since",
    "covers_from",
    "covers_until",
    "confidence",
)
PLAIN = ("situation", "number", "states", "status", "since")
DRAWN = ("situation", "number", "states", "origin", "status", "since", "confidence")
EXTRA = (
    "also",
    "part",
    "nationals_abroad",
    "resolution",
    "referred_by",
    "scope",
    "note",
    "caveat",
    "phases",
    "findings",
    "sources",
)


@click.command()
@click.option("--state", type=StateName(), help="Only situations that concern this state.")
@ON
@output_options
def situations(
    state: str | None, on: dt.date | None, form: str | None, fields: tuple[str, ...] | None
) -> None:
    """List investigations and preliminary examinations, and where they stood on a day.

    A situation concerns a state through its territory or its nationals. In cells, states are
    alpha-3 codes separated by blanks.
    """
    session = current()
    day, docket = session.day(on), session.docket
    code = session.registry.names.find(state, session.verbs).iso3 if state else None
    matching_situations = docket.concerning(code, day) if code else docket.come_up(day)
    sheet = Sheet(
        COLUMNS, PLAIN, [situation_record(s, day, docket) for s in matching_situations], EXTRA
    )
    form = chosen_form(session, form, fields)
    if form == "table":
        from icc_status.render.tables import sheet_table

        words = f"{_counted(matching_situations, docket)} {foot(session, on)}"
        text = sheet_table(sheet, fields or DRAWN, session.terminal, words)
    else:
        text = render(sheet, form, fields)
    write(session, text, form, on)


def _counted(matching_situations: tuple[Situation, ...], docket: Docket) -> str:
    number = len(matching_situations)
    count = "1 situation" if number == 1 else f"{number} situations"
    return f"{count}, known as of {docket.as_of}."
