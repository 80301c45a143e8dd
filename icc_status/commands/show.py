"""The default verb: say where states stand."""

import datetime as dt

import click

from icc_status.commands.lookup import lookup
from icc_status.commands.options import ON, StateName, output_options
from icc_status.commands.session import current
from icc_status.errors import QuestionError


@click.command()
@click.argument("states", metavar="STATE...", nargs=-1, required=True, type=StateName())
@click.option(
    "--sources",
    is_flag=True,
    help="Add each act's reference and sources in full, also in a pipe.",
)
@ON
@output_options
def show(
    states: tuple[str, ...],
    sources: bool,
    on: dt.date | None,
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """Say where states stand: a card for one state, a table for several.

    Name a state by any of its names or codes, and quote a name of several words.
    The verb may be left out: icc-status russia.
    """
    session = current()
    if sources and form is None and not fields:
        form = "table"
    if sources and (fields or form != "table"):
        raise QuestionError(
            "--sources goes with '--format table' and without --fields;"
            " json, jsonl and yaml hold each act's sources in full"
        )
    lookup(session, states, on, sources, form, fields)
