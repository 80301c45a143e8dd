"""Where states stand: what the default verb does, without what reads the command line."""

import datetime as dt
from collections.abc import Sequence

from icc_status.commands.answer import give
from icc_status.commands.session import Session
from icc_status.errors import QuestionError
from icc_status.model.normalize import fold
from icc_status.model.state import State
from icc_status.queries.rows import Row, row, state_sheet


def lookup(
    session: Session,
    texts: Sequence[str],
    on: dt.date | None = None,
    sources: bool = False,
    form: str | None = None,
    fields: Sequence[str] | None = None,
) -> None:
    """Write where the states named stand: drawn on a terminal, else in a machine format.

    Raises QuestionError for a name, a day or a field that cannot be answered.
    """
    day = session.day(on)
    prefix = session.prefix(on)
    rows = [row(session.registry, state, day, prefix) for state in find_all(session, texts)]

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
