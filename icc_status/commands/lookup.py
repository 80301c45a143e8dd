"""The default verb's work, without click: a card imports nothing that parses options."""

import datetime as dt
from collections.abc import Sequence

from icc_status.commands.answer import brief_foot, chosen_form, foot, write
from icc_status.commands.session import Session
from icc_status.errors import QuestionError
from icc_status.model.groups import line_to_list
from icc_status.model.side_by_side import misread
from icc_status.model.state import State
from icc_status.queries.rows import Row, row, state_sheet
from icc_status.render.formats import OBJECT_FORMS, render


def lookup(
    session: Session,
    texts: Sequence[str],
    on: dt.date | None = None,
    sources: bool = False,
    form: str | None = None,
    fields: Sequence[str] | None = None,
) -> None:
    """Write where the states named stand: a card or a table, or a machine format.

    One state as Markdown is a card, too, with footnotes. Several are a table.
    `sources` adds the acts with their sources in full to the card or table.
    Raises QuestionError for a name, a day or a field that cannot be answered.
    """
    form = chosen_form(session, form, fields)
    docket = session.docket if form in OBJECT_FORMS else None
    day, today = session.day(on), session.today
    rows = [row(session.registry, state, day, today, docket) for state in find_all(session, texts)]
    if form == "markdown" and len(rows) == 1 and not fields:
        text = _markdown_card(session, rows[0], on)
    elif form != "table":
        text = render(state_sheet(rows), form, fields)
    elif fields:
        from icc_status.render.tables import sheet_table

        text = sheet_table(state_sheet(rows), fields, session.terminal, foot(session, on))
    else:
        text = _card_or_table(session, rows, on)
        text += _citations(session, rows) if sources else ""
    write(session, text, form, on)


def find_all(session: Session, texts: Sequence[str]) -> list[State]:
    """Return the states named, each once, in the order asked.

    Several may have commas between them. Raises QuestionError with one line for each name that is
    at fault.
    """
    texts = [text.rstrip(",") or text for text in texts] if len(texts) > 1 else texts
    states: dict[str, State] = {}
    faults: list[str] = []
    for text in texts:
        try:
            state = session.find_state(text)
            states.setdefault(state.iso3, state)
        except QuestionError as error:
            faults.append(str(error))
    if len(texts) > 1:
        line = misread(texts, session.registry.names, "icc-status ")
        if line or (faults and (line := line_to_list(" ".join(texts)))):
            faults = [line]
    if faults:
        raise QuestionError("\n".join(faults))
    return list(states.values())


def _citations(session: Session, rows: list[Row]) -> str:
    from icc_status.render.citations import citations

    return citations(rows, session.registry, session.terminal)


def _card_or_table(session: Session, rows: list[Row], on: dt.date | None) -> str:
    if len(rows) == 1:
        from icc_status.render.card import card

        remarks = _remarks(session, rows[0])
        return card(rows[0], session.registry, session.terminal, brief_foot(session, on), remarks)
    from icc_status.render.tables import state_table

    return state_table(rows, session.terminal, foot(session, on))


def _markdown_card(session: Session, row: Row, on: dt.date | None) -> str:
    from icc_status.render.markdown_page import markdown_page
    from icc_status.wording.page import cited_as, page

    told = page(row, session.registry, _remarks(session, row))
    name = row.state.name
    return markdown_page(told, f"{name} and the Rome Statute", foot(session, on), cited_as(row))


def _remarks(session: Session, row: Row) -> list[str]:
    """Return what a card says after what the status means: duties, and situations."""
    from icc_status.wording.beside import before_the_court
    from icc_status.wording.cooperation import cooperation

    docket = session.docket
    owed = cooperation(row.state, row.standing, row.on, docket).words
    return [owed, *before_the_court(docket, row.state.iso3, row.on)]
