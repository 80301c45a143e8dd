"""Whether the Court could act, under which article, since when."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from icc_status.commands.answer import chosen_form, foot, remarks
from icc_status.commands.options import FORMAT, REGISTRY, Day, StateName
from icc_status.commands.session import current
from icc_status.errors import QuestionError
from icc_status.jurisdiction.answer import Answer, answer, record
from icc_status.jurisdiction.extent import find_place
from icc_status.jurisdiction.grounds import Verdict
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.queries.table import Sheet
from icc_status.render.formats import OBJECT_FORMS, one_object, plain, render

Named = TypeVar("Named")
KEYS = ("article", "basis", "state", "holds", "from", "until", "reason")


@click.command()
@click.option(
    "--territory",
    "territories",
    type=StateName(),
    multiple=True,
    help="Where it happened, even in part; a vessel or aircraft counts as its flag state's.",
)
@click.option(
    "--nationality",
    "nationalities",
    type=StateName(),
    multiple=True,
    help="Whose nationals are suspected; for aggression, the aggressor state.",
)
@click.option(
    "--date",
    "date",
    type=Day(),
    help="The day of the conduct. A day to come is answered from what was notified.",
)
@click.option("--from", "first", type=Day("first"), help="The first day of conduct that lasted.")
@click.option("--until", "last", type=Day("last"), help="Its last day.")
@click.option(
    "--crime",
    type=click.Choice([crime.value for crime in Crime]),
    default=Crime.ANY.value,
    show_default=True,
    help="any asks about Articles 6 to 8 together; aggression is asked by name.",
)
@FORMAT
@REGISTRY
def jurisdiction(
    territories: tuple[str, ...],
    nationalities: tuple[str, ...],
    date: dt.date | None,
    first: dt.date | None,
    last: dt.date | None,
    crime: str,
    form: str | None,
) -> None:
    """Say whether the Court could act, under which article, since when, and why not.

    Name a territory, a nationality, or both. Each may be repeated: one match is enough.
    Give --date, or --from and --until. Only jurisdiction is answered (Articles 11 to
    15 ter): not admissibility, immunity or cooperation.

    Exit code 0: yes, in part, or open; 1: no; 2: a bad question.
    """
    session = current()
    start, end = days(date, first, last)
    if not territories and not nationalities:
        raise QuestionError("name a --territory or a --nationality, or both")
    places = named(territories, find_place, session.registry)
    states = named(nationalities, find_state, session.registry)
    question = Question(places, states, start, end, Crime(crime))
    answered = answer(question, session.registry, session.docket)
    chosen = chosen_form(session, form, None)
    if chosen == "table":
        from icc_status.render.opinion import opinion

        text = opinion(answered, session.docket, session.terminal, foot(session, end))
        session.write(text, session.terminal.encoding)
    else:
        notes_on_day = remarks(session, end)
        for note in notes_on_day:
            session.note(note)
        whole = record(answered, session.docket, notes_on_day)
        session.write(
            one_object(whole, chosen) if chosen in OBJECT_FORMS else lines(answered, chosen)
        )
    session.note_age()
    if answered.verdict is Verdict.NO:
        click.get_current_context().exit(1)


def days(
    date: dt.date | None, first: dt.date | None, last: dt.date | None
) -> tuple[dt.date, dt.date]:
    """Return the first and last day asked about; raises QuestionError where they are missing."""
    if date is not None and first is None and last is None:
        return date, date
    if date is None and first is not None and last is not None:
        return first, last
    raise QuestionError(
        "say when: give --date for a day, or --from and --until for conduct that lasted"
    )


def find_state(text: str, registry: Registry) -> State:
    """Return the state that a name means; raises QuestionError where it means none."""
    return registry.find(text)


def named(
    texts: Iterable[str], find: Callable[[str, Registry], Named], registry: Registry
) -> tuple[Named, ...]:
    """Return what the texts name, each once; raises QuestionError with a line for each fault."""
    things: list[Named] = []
    faults: list[str] = []
    for text in texts:
        try:
            thing = find(text, registry)
        except QuestionError as error:
            faults.append(str(error))
        else:
            things += [] if thing in things else [thing]
    if faults:
        raise QuestionError("\n".join(faults))
    return tuple(things)


def lines(answered: Answer, form: str) -> str:
    """Return the answer in a format of lines: one for each ground."""
    records = [ground.record() for ground in answered.grounds]
    grounds = [{**r, "holds": "open" if r["holds"] is None else r["holds"]} for r in records]
    verdict = answered.verdict.value
    if form == "plain":
        return f"{verdict}\n{plain(KEYS, grounds)}"
    rows = tuple({"verdict": verdict, **ground} for ground in grounds)
    return render(Sheet(("verdict", *KEYS), KEYS, rows), form)
