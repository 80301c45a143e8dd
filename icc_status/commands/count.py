"""Count the states by status and by region."""

import datetime as dt
from collections import Counter

import click

from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.options import ON, output_options
from icc_status.commands.session import current
from icc_status.loading.schema import REGIONS
from icc_status.model.status import Status
from icc_status.queries.rows import rows
from icc_status.queries.table import Sheet
from icc_status.render.formats import render

REGION_KEYS = {region: region.casefold().replace("-", "_") for region in REGIONS}
SIGNED = {Status.SIGNATORY, Status.RENOUNCED}
COLUMNS = ("status", "states", *REGION_KEYS.values())


@click.command()
@ON
@output_options
def count(on: dt.date | None, form: str | None, fields: tuple[str, ...] | None) -> None:
    """Count the states by status and by regional group. The last line counts all states."""
    session = current()
    existing = rows(session.registry, session.day(on))
    tally = Counter((row.standing.status, row.state.region) for row in existing)
    records = [_record(status.value, status.label, tally, {status}) for status in Status]
    records.append(_record("all", "All states", tally, set(Status)))
    sheet = Sheet(COLUMNS, COLUMNS, tuple(records), ("label",))
    form = chosen_form(session, form, fields)
    if form == "table":
        from icc_status.render.tables import sheet_table

        signed = sum(row.standing.status in SIGNED for row in existing)
        about = f"Signed and never a party: {signed} (signatory and renounced)."
        text = sheet_table(sheet, fields, session.terminal, f"{about} {foot(session, on)}")
    else:
        text = render(sheet, form, fields)
    write(session, text, form, on)


def _record(
    name: str, label: str, tally: Counter[tuple[Status, str]], statuses: set[Status]
) -> dict[str, object]:
    """Return the line of some statuses: their number in all, and in each region."""
    by_region = {
        key: sum(tally[status, region] for status in statuses)
        for region, key in REGION_KEYS.items()
    }
    return {"status": name, "states": sum(by_region.values()), **by_region, "label": label}
