"""List the states of a group."""

import datetime as dt

import click

from icc_status.commands.answer import give
from icc_status.commands.options import ON, output_options
from icc_status.commands.session import current
from icc_status.loading.schema import REGIONS
from icc_status.model.groups import GROUPS
from icc_status.model.normalize import sort_key
from icc_status.queries.rows import Row, rows, state_sheet

SORTS = {
    "name": lambda row: (sort_key(row.state.name), row.state.iso3),
    "since": lambda row: (row.standing.since or dt.date.min, row.state.iso3),
    "iso3": lambda row: row.state.iso3,
}
GROUP_HELP = "\b\nGROUP is one of\n" + "\n".join(
    f"  {name:<16} {what}" for name, (what, _) in GROUPS.items()
)


@click.command(
    "list",
    help="List the states of a group, those that existed on the day.\n\n"
    + GROUP_HELP
    + "\n\nOf the 139 states that signed, 29 never ratified: those are the signatories here.",
)
@click.argument("group", default="all", type=click.Choice(list(GROUPS)), metavar="[GROUP]")
@click.option(
    "--region",
    type=click.Choice(REGIONS, case_sensitive=False),
    help="Only this regional group of the United Nations.",
)
@click.option(
    "--sort", type=click.Choice(list(SORTS)), default="name", show_default=True, help="The order."
)
@ON
@output_options
def list_states(
    group: str,
    region: str | None,
    sort: str,
    on: dt.date | None,
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """List the states of a group."""
    session = current()
    _, belongs = GROUPS[group]
    found = [
        row
        for row in rows(session.registry, session.day(on), session.prefix(on))
        if belongs(row.standing) and region in {None, row.state.region}
    ]
    found.sort(key=SORTS[sort])

    def draw(foot: str) -> str:
        from icc_status.render.tables import state_table

        return state_table(found, session.terminal, f"{_count(found)}. {foot}")

    give(session, state_sheet(found), draw, form, fields, on)


def _count(found: list[Row]) -> str:
    return "1 state" if len(found) == 1 else f"{len(found)} states"
