"""Draw a map of where every state stands."""

import datetime as dt
from pathlib import Path

import click

from icc_status.commands.answer import say_remarks
from icc_status.commands.groups import Region
from icc_status.commands.options import ON, REGISTRY, PicturePath
from icc_status.commands.session import current
from icc_status.model.treaty import check_day
from icc_status.system.files import save


@click.command("map")
@click.option(
    "-o", "--output", "path", type=PicturePath(), required=True, help="The file to write."
)
@click.option(
    "--region",
    type=Region(),
    help="Only states of this regional group at the United Nations.",
)
@ON
@REGISTRY
def world_map(path: Path, region: str | None, on: dt.date | None) -> None:
    """Draw a map of where every state stands, as SVG, PNG or one page of HTML.

    The page shows any day since 1998 and a table with the same facts, and needs no network. A
    PNG needs the extra: pip install 'icc-status[map]'.
    """
    session = current()
    from icc_status.pictures import convert, map_page, map_svg
    from icc_status.pictures.view import View

    convert.check_extra(path)
    view = View(session.registry, check_day(session.day(on)), session.today, region)
    if path.suffix.lower() == ".html":
        save(path, map_page.picture(view))
    else:
        convert.save_drawing(path, map_svg.picture(view), map_svg.about(view))
    say_remarks(session, on)
    session.note_age()
