"""The numbers, by status and by region."""

import datetime as dt
from collections import Counter

import click

from icc_status.commands.answer import give
from icc_status.commands.options import ON, output_options
from icc_status.commands.session import current
from icc_status.loading.schema import REGIONS
from icc_status.model.status import Status
from icc_status.queries.rows import rows
from icc_status.queries.table import Sheet

REGION_KEYS = {region: region.casefold().replace("-", "_") for region in REGIONS}
COLUMNS = ("status", "states", *REGION_KEYS.values())


@click.command()
@ON
@output_options
def count(on: dt.date | None, form: str | None, fields: tuple[str, ...] | None) -> None:
    """Count the states by status and by regional group; the last line counts them all."""
    session = current()
    found = rows(session.registry, session.day(on))
    tally = Counter((row.standing.status, row.state.region) for row in found)
    records = [_record(status.value, tally, {status}) for status in Status]
    records.append(_record("all", tally, set(Status)))
    sheet = Sheet(COLUMNS, COLUMNS[:2], tuple(records), ("label",))

    def draw(foot: str) -> str:
        from icc_status.render.tables import sheet_table

        return sheet_table(sheet, COLUMNS, session.terminal, foot)

    give(session, sheet, draw, form, fields, on)


def _record(
    name: str, tally: Counter[tuple[Status, str]], statuses: set[Status]
) -> dict[str, object]:
    by_region = {
        key: sum(tally[status, region] for status in statuses)
        for region, key in REGION_KEYS.items()
    }
    label = Status(name).label if name in set(Status) else "All states"
    return {"status": name, "states": sum(by_region.values()), **by_region, "label": label}
