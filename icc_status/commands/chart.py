"""Draw the numbers of each status since 1998."""

import datetime as dt
from pathlib import Path

import click

from icc_status.commands.answer import chosen_form, say_remarks, write
from icc_status.commands.options import Day, PicturePath, is_format_typed, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.model.status import Status
from icc_status.queries.counts import Moment, horizon, turns, years
from icc_status.queries.table import Sheet
from icc_status.render.formats import render
from icc_status.system.files import save
from icc_status.wording.meaning import coverage_until

COLUMNS = (
    "day",
    "party",
    "contracting",
    "signatory",
    "renounced",
    "withdrawn",
    "non_signatory",
    "withdrawing",
    "states",
    "projected",
)


@click.command()
@click.option("-o", "--output", "path", type=PicturePath(), help="Save a picture in this file.")
@click.option(
    "--on",
    type=Day(),
    help="The last day drawn (default: the end of the year of the last change notified).",
)
@output_options
def chart(
    path: Path | None, on: dt.date | None, form: str | None, fields: tuple[str, ...] | None
) -> None:
    """Draw the number of states of each status since 1998, and mark the turning points.

    A terminal gets bars, a pipe gets lines: the end of each year, the last known day, and what
    is projected from notices. A PNG needs the extra: pip install 'icc-status[map]'.
    """
    session = current()
    until = on or horizon(session.registry, session.today)
    if path is not None:
        if fields or is_format_typed():
            raise QuestionError(
                "the suffix of -o says what is drawn: leave --format and --fields out"
            )
        _save_picture(session, path, until)
        say_remarks(session, on)
        session.note_age()
        return
    form = chosen_form(session, form, fields)
    write(session, _text(session, until, form, fields), form, on)


def _save_picture(session: Session, path: Path, until: dt.date) -> None:
    from icc_status.pictures import chart_page, chart_svg, convert

    convert.check_extra(path)
    registry = session.registry
    if path.suffix.lower() == ".html":
        save(path, chart_page.picture(registry, until))
    else:
        svg = chart_svg.picture(registry, until)
        convert.save_drawing(path, svg, chart_svg.about(registry, until))


def _text(session: Session, until: dt.date, form: str, fields: tuple[str, ...] | None) -> str:
    """Return the numbers as bars, as a table of some fields, or in a machine format."""
    moments = years(session.registry, until)
    covered = coverage_until(until, session.registry.as_of)
    sheet = Sheet(COLUMNS, COLUMNS, [_record(moment) for moment in moments])
    if form != "table":
        return render(sheet, form, fields)
    if fields:
        from icc_status.render.tables import sheet_table

        return sheet_table(sheet, fields, session.terminal, covered)
    from icc_status.render.bars import bars

    marked = turns(session.registry, until)
    return bars(moments, marked, session.terminal, covered)


def _record(moment: Moment) -> dict[str, object]:
    numbers = moment.numbers
    return {
        "day": moment.day,
        "party": numbers[Status.PARTY],
        "contracting": numbers[Status.CONTRACTING],
        "signatory": numbers[Status.SIGNATORY],
        "renounced": numbers[Status.RENOUNCED],
        "withdrawn": numbers[Status.WITHDRAWN],
        "non_signatory": numbers[Status.NON_SIGNATORY],
        "withdrawing": moment.withdrawing,
        "states": moment.states,
        "projected": moment.projected,
    }
