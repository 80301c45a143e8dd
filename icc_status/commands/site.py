"""Write a web site of all answers."""

import datetime as dt
from pathlib import Path

import click

from icc_status.commands.answer import say_remarks
from icc_status.commands.options import ON, REGISTRY, FilePath
from icc_status.commands.session import current
from icc_status.errors import QuestionError
from icc_status.loading.codes import load_codes
from icc_status.model.treaty import check_day
from icc_status.system.folders import save_folder


@click.command()
@click.option(
    "-o",
    "--output",
    "path",
    type=FilePath(),
    metavar="DIR",
    required=True,
    help="The folder to write. One that this command wrote before is replaced as a whole.",
)
@ON
@REGISTRY
def site(path: Path, on: dt.date | None) -> None:
    """Write a web site of all answers for a day: pages, JSON, CSV and feeds.

    It works from a folder or from any web space, and asks nothing of the network. It is written
    whole or not at all.
    """
    session = current()
    day = check_day(session.day(on))
    if day > session.today:
        raise QuestionError(
            f"{day} lies ahead: ask for today or an earlier day; the site has a calendar of what"
            " has been notified"
        )
    if str(path) == "-":
        raise QuestionError("a site is many files: name a folder with -o")
    from icc_status.site.contents import contents
    from icc_status.site.edition import Edition

    edition = Edition(session.registry, session.docket, load_codes().states, day)
    save_folder(path, contents(edition))
    say_remarks(session, on)
    session.note_age()
