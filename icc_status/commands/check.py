"""The verb check, small because it prints nothing: it answers by its exit code."""

import datetime as dt

import click

from icc_status.commands.groups import Group
from icc_status.commands.options import ON, REGISTRY, StateName
from icc_status.commands.session import current
from icc_status.model.groups import GROUPS
from icc_status.model.treaty import check_day


@click.command()
@click.argument("state", type=StateName())
@click.option(
    "--is",
    "group",
    required=True,
    type=Group(),
    metavar="GROUP",
    help="The group asked about: one of those that 'icc-status list --help' names.",
)
@ON
@REGISTRY
def check(state: str, group: str, on: dt.date | None) -> None:
    """Tell by exit code whether a state is in a group: 0 yes, 1 no, 2 a bad question.

    It prints nothing. A state that did not exist on the day is in no group. A day to come is
    answered from what was notified.
    """
    session = current()
    day = check_day(session.day(on))
    asked = session.find_state(state)
    _, belongs = GROUPS[group]
    is_member = asked.existed(day) and belongs(asked.standing(day))
    click.get_current_context().exit(0 if is_member else 1)
