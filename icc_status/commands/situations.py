"""List the situations before the Court, and where each stood on a day; or tell of one."""

import datetime as dt

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import ON, StateName, Word, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.model.normalize import key
from icc_status.model.situations import STATUS_AFTER, Docket, Situation
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


PHASES = {status.replace(",", "").replace(" ", "-"): status for status in STATUS_AFTER.values()}
"""Each status that a situation can have, by its name in --phase."""


@click.command()
@click.argument("words", metavar="[NAME|NUMBER|STATE]", nargs=-1, type=StateName())
@click.option("--state", type=StateName(), help="Only situations that concern this state.")
@click.option(
    "--phase",
    "phases",
    type=Word(PHASES),
    multiple=True,
    metavar="PHASE",
    help=f"Only those in this phase on the day; may be repeated. One of {', '.join(PHASES)}.",
)
@ON
@output_options
def situations(
    words: tuple[str, ...],
    state: str | None,
    phases: tuple[str, ...],
    on: dt.date | None,
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """List investigations and preliminary examinations, and where they stood on a day.

    A situation concerns a state through its territory or its nationals. One situation, by its
    name, its number or the only state that it concerns, has a card on a terminal. In cells,
    states are alpha-3 codes separated by blanks.
    """
    session = current()
    session.refuse_misread({"--state"})
    day, docket, what = session.day(on), session.docket, " ".join(words)
    if what and state:
        raise QuestionError(
            f"{what!r} says which, and so does --state {state}: leave one of them out"
        )
    matching = _asked_for(session, what, day) if what else docket.come_up(day)
    code = session.find_state(state).iso3 if state else None
    matching = tuple(
        s
        for s in matching
        if (code is None or s.concerns(code))
        and (not phases or s.status(day) in {PHASES[phase] for phase in phases})
    )
    sheet = Sheet(
        COLUMNS, PLAIN, [situation_record(s, day, docket) for s in matching], EXTRA, drawn=PLAIN
    )
    form = chosen_form(session, form, fields)
    if form != "table":
        text = render(sheet, form, fields)
    elif what and len(matching) == 1 and not fields:
        text = _card(session, matching[0], on)
    else:
        from icc_status.render.tables import sheet_table

        about = f"{_counted(matching, docket)} {foot(session, on)}"
        text = sheet_table(sheet, fields, session.terminal, about)
    write(session, text, form, on)


def _asked_for(session: Session, text: str, day: dt.date) -> tuple[Situation, ...]:
    """Return the situations with a name or number, or else those that concern a state.

    Raises QuestionError for a text that is neither, and for what had not come up by the day.
    """
    docket = session.docket
    asked = key(text)
    named = [s for s in docket if asked in {key(s.name), key(s.number or s.name), key(s.key)}]
    if not named:
        try:
            state = session.find_state(text)
        except QuestionError as error:
            raise QuestionError(
                f"no situation is called {text!r} or has that number, and as a state: {error}"
            ) from None
        return docket.concerning(state.iso3, day)
    if not (come_up := tuple(s for s in named if s.phase(day))):
        first = min(s.opened() for s in named)
        raise QuestionError(
            f"{named[0].name} came before the Court on {first}: ask for a later day"
        )
    return come_up


def _card(session: Session, situation: Situation, on: dt.date | None) -> str:
    from icc_status.render.card import drawn
    from icc_status.wording.situation import situation_page

    docket = session.docket
    told = situation_page(situation, docket, session.registry, session.day(on))
    words = f"On {session.day(on)}; what has no day here is as of {docket.as_of}."
    return drawn(told, "default", session.terminal, words, "--format json")


def _counted(matching: tuple[Situation, ...], docket: Docket) -> str:
    """Return how many there are, which of them are doubtful, and how to read of one."""
    number = len(matching)
    if not number:
        return f"No such situation is known as of {docket.as_of}."
    count = "1 situation" if number == 1 else f"{number} situations"
    doubtful = [s.name for s in matching if s.confidence]
    doubts = f" Less than well attested: {', '.join(doubtful)}." if doubtful else ""
    return f"{count}, known as of {docket.as_of}.{doubts} One in full: icc-status situations NAME."
