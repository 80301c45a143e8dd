"""How it got here: the numbers since 1998."""

import datetime as dt
from pathlib import Path

import click
from click.core import ParameterSource

from icc_status.commands.answer import foot, give, remarks
from icc_status.commands.options import Day, PicturePath, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.model.status import Status
from icc_status.queries.counts import Moment, horizon, turns, years
from icc_status.queries.table import Sheet
from icc_status.system.files import save

STATUS_KEYS = {status: status.value.replace("-", "_") for status in Status}
COLUMNS = ("day", *STATUS_KEYS.values(), "withdrawing", "states", "projected")


@click.command()
@click.option("-o", "--output", "path", type=PicturePath(), help="Draw a picture into this file.")
@click.option(
    "--on",
    type=Day(),
    help="The last day drawn (default: the end of the year of the last change notified).",
)
@output_options
def chart(
    path: Path | None, on: dt.date | None, form: str | None, fields: tuple[str, ...] | None
) -> None:
    """Draw the number of states of each status since 1998, and the turns it took.

    On a terminal as bars, in a pipe as lines: the end of each year, the last known day, and
    what is projected from notices. Pictures need the extra: pip install 'icc-status[map]'.
    """
    session = current()
    until = on or horizon(session.registry, session.today)
    if path is None:
        _give(session, until, form, fields, on)
        return
    if fields or _asked_for_format():
        raise QuestionError("the suffix of -o says what is drawn: leave --format and --fields out")
    _draw_picture(session, path, until)
    for remark in remarks(session, on):
        session.note(remark)
    session.note_age()


def _asked_for_format() -> bool:
    """Tell whether --format was typed: ICC_STATUS_FORMAT says nothing about pictures."""
    source = click.get_current_context().get_parameter_source("form")
    return source is ParameterSource.COMMANDLINE


def _draw_picture(session: Session, path: Path, until: dt.date) -> None:
    from icc_status.pictures import chart_page, chart_svg, convert

    convert.library()  # refuses now, before the long work, where the extra is missing
    said = _foot(session, until)
    if path.suffix.lower() == ".html":
        save(path, chart_page.picture(session.registry, until, said))
        return
    convert.save_drawing(path, chart_svg.picture(session.registry, until, said))


def _give(
    session: Session,
    until: dt.date,
    form: str | None,
    fields: tuple[str, ...] | None,
    on: dt.date | None,
) -> None:
    moments = years(session.registry, until)
    sheet = Sheet(COLUMNS, COLUMNS, tuple(_record(moment) for moment in moments))

    def draw(_: str) -> str:
        from icc_status.render.bars import bars

        marked = turns(session.registry, until)
        return bars(moments, marked, session.terminal, _foot(session, until))

    give(session, sheet, draw, form, fields, on)


def _record(moment: Moment) -> dict[str, object]:
    return {
        "day": moment.day,
        **{key: moment.numbers[status] for status, key in STATUS_KEYS.items()},
        "withdrawing": moment.withdrawing,
        "states": moment.states,
        "projected": moment.projected,
    }


def _foot(session: Session, until: dt.date) -> str:
    """Return the foot of a chart that may run past what is known."""
    as_of = session.registry.as_of
    if until <= as_of:
        return foot(session, until)
    return (
        f"The registry is as of {as_of}; later days rest on what was notified by then."
        " The depositary's record prevails."
    )
