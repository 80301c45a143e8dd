"""The types of arguments that name a group of states or a regional group."""

import click
from click.shell_completion import CompletionItem

from icc_status.commands.options import Word
from icc_status.model.groups import GROUPS, NO_REGION, REGIONS, group_named, region_named


class Group(Word):
    """A group of states, by its name or another usual word for it."""

    name = "group"

    def __init__(self) -> None:
        super().__init__(GROUPS)

    def meaning(self, text: str) -> str | None:
        """Return the name of the group that a text means, or None; may raise QuestionError."""
        return text if text in GROUPS else group_named(text)


class Region(Word):
    """A regional group of the United Nations, by its code or its name."""

    name = "region"

    def __init__(self) -> None:
        super().__init__([*REGIONS, NO_REGION])

    def meaning(self, text: str) -> str | None:
        """Return the code of the group that a text means, or None; may raise QuestionError."""
        return text if text in REGIONS else region_named(text)


class GroupOrRegion(click.ParamType):
    """A word of the name of a group of states or of a regional group. The verb reads them all."""

    name = "group"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the groups and the regions that begin with the letters typed, in any case."""
        return Word([*GROUPS, *REGIONS]).shell_complete(ctx, param, incomplete)
