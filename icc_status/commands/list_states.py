"""List the states of a group."""

import datetime as dt

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import ON, output_options
from icc_status.commands.session import current
from icc_status.loading.schema import REGIONS
from icc_status.model.groups import GROUPS
from icc_status.model.normalize import sort_key
from icc_status.queries.rows import rows, state_sheet
from icc_status.render.formats import OBJECT_FORMS, render

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
    + "\n\nA state that signed and later joined is a party here, not a signatory.",
)
@click.argument("group", default="all", type=click.Choice(list(GROUPS)), metavar="[GROUP]")
@click.option(
    "--region",
    type=click.Choice(REGIONS, case_sensitive=False),
    help="Only states of this regional group at the United Nations.",
)
@click.option(
    "--sort",
    type=click.Choice(list(SORTS)),
    default="name",
    show_default=True,
    help="What to sort by.",
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
    form = chosen_form(session, form, fields)
    docket = session.docket if form in OBJECT_FORMS else None
    matching_rows = [
        row
        for row in rows(session.registry, session.day(on), session.today, docket)
        if belongs(row.standing) and region in {None, row.state.region}
    ]
    matching_rows.sort(key=SORTS[sort])
    sheet = state_sheet(matching_rows)
    if form != "table":
        text = render(sheet, form, fields)
    elif fields:
        from icc_status.render.tables import sheet_table

        text = sheet_table(sheet, fields, session.terminal, foot(session, on))
    else:
        from icc_status.render.tables import state_table

        count = "1 state" if len(matching_rows) == 1 else f"{len(matching_rows)} states"
        text = state_table(matching_rows, session.terminal, f"{count}. {foot(session, on)}")
    write(session, text, form, on)
