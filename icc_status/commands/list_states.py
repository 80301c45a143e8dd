"""List the states of a group."""

import datetime as dt
import shlex
from collections.abc import Collection, Sequence

import click

from icc_status.commands.accepted import KEYS, write_accepted
from icc_status.commands.answer import chosen_form, foot, write
from icc_status.commands.groups import GroupOrRegion, Region
from icc_status.commands.options import ON, Word, output_options
from icc_status.commands.session import Session, current
from icc_status.errors import QuestionError
from icc_status.model.groups import GROUPS, groups_and_regions
from icc_status.model.normalize import sort_key
from icc_status.model.status import Status
from icc_status.queries.rows import Row, rows, state_sheet
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
    + "\n\nA state that signed and later joined is a party here, not a signatory."
    "\n\nREGION is a regional group at the United Nations, as in --region.",
)
@click.argument("words", nargs=-1, type=GroupOrRegion(), metavar="[GROUP] [REGION]...")
@click.option(
    "--region",
    "regions",
    type=Region(),
    multiple=True,
    help="Only states of this regional group at the United Nations; may be repeated.",
)
@click.option(
    "--sort",
    type=Word(SORTS),
    default="name",
    show_default=True,
    help="What to sort by.",
)
@click.option(
    "--accepted",
    is_flag=False,
    flag_value=KEYS,
    metavar="[KEY]",
    help="Which of them accepted an amendment, or joined an agreement, and when: a key, or a word"
    " such as aggression. Without KEY: the keys.",
)
@ON
@output_options
def list_states(
    words: tuple[str, ...],
    regions: tuple[str, ...],
    sort: str,
    accepted: str | None,
    on: dt.date | None,
    form: str | None,
    fields: tuple[str, ...] | None,
) -> None:
    """List the states of a group."""
    session = current()
    group, asked_regions = _asked(session, words, regions)
    _, belongs = GROUPS[group]
    form = chosen_form(session, form, fields)
    docket = session.docket if form in OBJECT_FORMS else None
    matching_rows = [
        row
        for row in rows(session.registry, session.day(on), session.today, docket)
        if belongs(row.standing) and (not asked_regions or row.state.region in asked_regions)
    ]
    matching_rows.sort(key=SORTS[sort])
    if accepted is not None:
        states = [row.state for row in matching_rows]
        write_accepted(session, accepted, states, on, form, fields)
        return
    sheet = state_sheet(matching_rows)
    if form != "table":
        text = render(sheet, form, fields)
    elif fields:
        from icc_status.render.tables import sheet_table

        text = sheet_table(sheet, fields, session.terminal, foot(session, on))
    else:
        from icc_status.render.tables import state_table

        about = _counted(matching_rows, group, asked_regions, session.day(on))
        text = state_table(matching_rows, session.terminal, f"{about} {foot(session, on)}")
    write(session, text, form, on)


def _asked(session: Session, words: Sequence[str], regions: Sequence[str]) -> tuple[str, set[str]]:
    """Return the group and the regions asked for; raises QuestionError for a second group."""
    try:
        groups, named_regions = groups_and_regions(words)
    except QuestionError as error:
        if session.registry.names.get(name := " ".join(words)):
            raise QuestionError(
                f"{name!r} is a state: type: {shlex.join(['icc-status', name])}"
            ) from error
        raise
    if len(groups) > 1:
        raise QuestionError(f"{' and '.join(groups)} are several groups: ask for one of them")
    return groups[0] if groups else "all", {*regions, *named_regions}


def _counted(
    matching_rows: Sequence[Row], group: str, regions: Collection[str], day: dt.date
) -> str:
    """Return how many states are listed, in a sentence, and what tells signatories apart."""
    within = f" of {' and '.join(sorted(regions))}" if regions else ""
    if not matching_rows:
        what = "exists" if group == "all" else f"is in the group {group}"
        return f"No state{within} {what} on {day}."
    number = len(matching_rows)
    count = "1 state" if number == 1 else f"{number} states"
    renounced = sum(row.standing.status is Status.RENOUNCED for row in matching_rows)
    if group != "signatories" or not renounced:
        return f"{count}."
    does = "does" if renounced == 1 else "do"
    become = "become a party" if renounced == 1 else "become parties"
    return f"{count}: {number - renounced}, and {renounced} that {does} not intend to {become}."
