"""The default verb: where these states stand."""

import datetime as dt
from collections.abc import Sequence

import click

from icc_status.commands.answer import give
from icc_status.commands.options import ON, StateName, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.folding import fold
from icc_status.rows import Row, row, state_sheet
from icc_status.state import State


@click.command()
@click.argument("states", metavar="STATE...", nargs=-1, required=True, type=StateName())
@click.option(
    "--sources",
    is_flag=True,
    help="Add each act's reference and the sources in full, drawn even in a pipe.",
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
    """Say where states stand: a card for one, a table for several.

    A state goes by any of its names or codes; quote a name of several words.
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
    day = session.day(on)
    prefix = session.prefix(on)
    rows = [row(session.registry, state, day, prefix) for state in find_all(session, states)]

    def draw(foot: str) -> str:
        return _draw(session, rows, foot) + (_cited(session, rows) if sources else "")

    give(session, state_sheet(rows), draw, form, fields, on)


def find_all(session: Session, texts: Sequence[str]) -> list[State]:
    """Return the states named, each once, in the order asked.

    Raises QuestionError with one line for each name that is at fault.
    """
    found: dict[str, State] = {}
    faults: list[str] = []
    names = session.registry.names
    for text in texts:
        try:
            state = names.find(text, session.verbs)
            found.setdefault(state.iso3, state)
        except QuestionError as error:
            faults.append(str(error))
    if faults and len(texts) > 1 and fold(" ".join(texts)) in names.states:
        faults = [f"quote a name of several words: icc-status '{' '.join(texts)}'"]
    if faults:
        raise QuestionError("\n".join(faults))
    return list(found.values())


def _cited(session: Session, rows: list[Row]) -> str:
    from icc_status.render.citations import citations

    return citations(rows, session.registry, session.terminal)


def _draw(session: Session, rows: list[Row], foot: str) -> str:
    if len(rows) == 1:
        from icc_status.render.card import card

        concerning = session.docket.concerning(rows[0].state.iso3, rows[0].on)
        return card(rows[0], session.registry, session.terminal, foot, concerning)
    from icc_status.render.tables import state_table

    return state_table(rows, session.terminal, foot)
