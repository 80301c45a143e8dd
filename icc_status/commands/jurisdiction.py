"""Whether the Court could act, under which article, since when."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from icc_status.commands.answer import chosen_form, foot, remarks
from icc_status.commands.options import FORMAT, REGISTRY, Day, StateName
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.jurisdiction.answer import Answer, answer, record
from icc_status.jurisdiction.extent import find_place
from icc_status.jurisdiction.question import Crime, Question
from icc_status.jurisdiction.verdict import Verdict
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.render.objects import OBJECT_FORMS, one_object, verdict_lines

Found = TypeVar("Found")
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
@click.option("--date", "date", type=Day(), help="The day of the conduct; one ahead projects.")
@click.option("--from", "first", type=Day(), help="The first day of conduct that lasted.")
@click.option("--until", "last", type=Day(), help="Its last day.")
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
    """Say whether the Court could act, under which article, since when, and why not else.

    Name a territory, a nationality, or both; each may be repeated, and one that suffices
    suffices. Give --date, or --from and --until. Only jurisdiction is answered (Articles 11 to
    15 ter): not admissibility, immunity or cooperation.

    Exit code 0: yes, in part, or open; 1: no; 2: a bad question.
    """
    session = current()
    start, end = days(date, first, last)
    if not territories and not nationalities:
        raise QuestionError("name a --territory or a --nationality, or both")
    registry = session.registry
    question = Question(
        places=named(territories, lambda text: find_place(text, registry)),
        nationalities=named(nationalities, lambda text: registry.names.find(text)),
        first=start,
        last=end,
        crime=Crime(crime),
    )
    found = answer(question, registry, session.docket)
    _give(session, found, form)
    if found.verdict is Verdict.NO:
        click.get_current_context().exit(1)


def days(
    date: dt.date | None, first: dt.date | None, last: dt.date | None
) -> tuple[dt.date, dt.date]:
    """Return the first and last day asked about; raises QuestionError where they are not given."""
    if date is not None and first is None and last is None:
        return date, date
    if date is None and first is not None and last is not None:
        return first, last
    raise QuestionError(
        "say when: give --date for a day, or --from and --until for conduct that lasted"
    )


def named(texts: Iterable[str], find: Callable[[str], Found]) -> tuple[Found, ...]:
    """Return what the texts name, each once; raises QuestionError with a line for each fault."""
    found: list[Found] = []
    faults: list[str] = []
    for text in texts:
        try:
            thing = find(text)
            found += [thing] if thing not in found else []
        except QuestionError as error:
            faults.append(str(error))
    if faults:
        raise QuestionError("\n".join(faults))
    return tuple(found)


def _give(session: Session, found: Answer, form: str | None) -> None:
    last = found.question.last
    chosen = chosen_form(session, form, None)
    if chosen == "table":
        from icc_status.render.opinion import opinion

        text = opinion(found, session.docket, session.terminal, foot(session, last))
        session.write(text, session.terminal.encoding)
    else:
        said = remarks(session, last)
        for remark in said:
            session.note(remark)
        session.write(_text(record(found, session.docket, said), found, chosen))
    session.note_age()


def _text(whole: dict[str, object], found: Answer, form: str) -> str:
    if form in OBJECT_FORMS:
        return one_object(whole, form)
    grounds = [ground.record() for ground in found.grounds]
    lines = [{**g, "holds": "open" if g["holds"] is None else g["holds"]} for g in grounds]
    if form == "plain":
        return verdict_lines(found.verdict.value, lines, KEYS)
    rows = tuple({"verdict": found.verdict.value, **line} for line in lines)
    return render(Sheet(("verdict", *KEYS), KEYS, rows), form)
