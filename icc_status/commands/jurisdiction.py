"""Whether the Court could act, under which article, since when."""

import datetime as dt
from collections.abc import Callable, Iterable
from shlex import quote
from typing import TypeVar

import click

from icc_status.commands.answer import chosen_form, foot, remarks, write
from icc_status.commands.options import FORMAT, REGISTRY, Day, StateName, Word
from icc_status.commands.session import current
from icc_status.errors import QuestionError
from icc_status.jurisdiction.answer import Answer, answer, record
from icc_status.jurisdiction.extent import find_place, of_no_one_state
from icc_status.jurisdiction.grounds import Verdict
from icc_status.jurisdiction.question import Crime, Question
from icc_status.model.groups import line_to_list
from icc_status.model.names import NotState
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.queries.table import Sheet
from icc_status.render.formats import OBJECT_FORMS, one_object, plain, render

Named = TypeVar("Named")
LINES = ("plain", "csv", "tsv")
"""The formats with one line for each ground, and nothing else."""

KEYS = ("article", "basis", "state", "holds", "from", "until", "reason")


@click.command()
@click.argument("states", nargs=-1, type=StateName(), metavar="[STATE]...")
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
    type=Word([crime.value for crime in Crime]),
    default=Crime.ANY.value,
    show_default=True,
    help="any asks about Articles 6 to 8 together; aggression is asked by name.",
)
@FORMAT
@REGISTRY
def jurisdiction(
    states: tuple[str, ...],
    territories: tuple[str, ...],
    nationalities: tuple[str, ...],
    date: dt.date | None,
    first: dt.date | None,
    last: dt.date | None,
    crime: str,
    form: str | None,
) -> None:
    """Say whether the Court could act, under which article, since when, and why not.

    Name a territory, a nationality, or both; a bare STATE is a territory. Several nationalities
    are alternatives; of several territories some may be covered and some not. Give --date, or
    --from and --until. --format markdown writes a memo.

    Only jurisdiction is answered (Articles 11 to
    15 ter): not admissibility, immunity or cooperation.

    Exit code 0: yes, in part, or open; 1: no; 2: a bad question.
    """
    session = current()
    if not (states or territories or nationalities):
        raise QuestionError(
            "name a --territory or a --nationality, or both, such as:"
            " icc-status jurisdiction --territory ukraine --date 2022-02-24"
        )
    session.refuse_misread({"--territory", "--nationality"}, states)
    places = named((*states, *territories), find_place, session.registry)
    nationals = named(nationalities, find_national, session.registry)
    start, end = days(date, first, last)
    question = Question(places, nationals, start, end, Crime(crime))
    answered = answer(question, session.registry, session.docket)
    chosen, ahead = chosen_form(session, form, None), remarks(session, end)
    if chosen == "table":
        from icc_status.render.opinion import opinion

        text = opinion(answered, session.docket, session.terminal, foot(session, end))
    elif chosen == "markdown":
        from icc_status.render.memo import memo

        text = memo(answered, session.docket, foot(session, end))
    elif chosen in OBJECT_FORMS:
        text = one_object(record(answered, session.docket, ahead), chosen)
    else:
        text = lines(answered, chosen)
    write(session, text, chosen, end, left_out(answered, chosen))
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
        "say when: give --date for a day, or --from and --until for conduct that lasted, such as"
        " --date 2022-02-24 or --from 2022-02-24 --until 2022-04-01"
    )


def find_national(text: str, registry: Registry) -> State:
    """Return the state of a nationality; raises QuestionError where the name means none.

    Whose nationals the people of a disputed place are is never guessed; what happened there can be
    asked about.
    """
    part = registry.names.meaning(text)
    if isinstance(part, NotState) and of_no_one_state(part):
        raise QuestionError(
            f"{part.explanation} A nationality is that of a state: name a state, or ask about what"
            f" happened there: --territory {quote(text)}"
        )
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
            faults.append(line_to_list(text) or str(error))
        else:
            things += [] if thing in things else [thing]
    if faults:
        raise QuestionError("\n".join(faults))
    return tuple(things)


def left_out(answered: Answer, form: str) -> list[str]:
    """Return a line on what a format of lines leaves out of an answer, or nothing."""
    if form not in LINES:
        return []
    counts = {
        "situation": len(answered.situations),
        "note": len(answered.notes),
        "source": len(answered.sources),
    }
    parts = [f"{n} {what}{'' if n == 1 else 's'}" for what, n in counts.items() if n]
    if not parts:
        return []
    return [f"left out here: {', '.join(parts)}; --format markdown or json has all of it"]


def lines(answered: Answer, form: str) -> str:
    """Return the answer in a format of lines: one for each ground, with its conditions."""
    grounds = [
        {
            **ground.record(),
            "holds": "open" if ground.is_open else ground.holds,
            "reason": "; only if ".join((ground.reason, *ground.conditions)),
        }
        for ground in answered.grounds
    ]
    verdict = answered.verdict.value
    if form == "plain":
        return f"{verdict}\n{plain(KEYS, grounds)}"
    rows = tuple({"verdict": verdict, **ground} for ground in grounds)
    return render(Sheet(("verdict", *KEYS), KEYS, rows), form)
