"""What one run of the program works with: today, the terminal, the registry."""

import datetime as dt
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from icc_status.errors import QuestionError, RegistryError
from icc_status.system.arguments import Arguments
from icc_status.system.streams import drop_output, put, say
from icc_status.system.terminal import Terminal, printable, terminal

if TYPE_CHECKING:
    from icc_status.model.registry import Registry
    from icc_status.model.situations import Docket
    from icc_status.model.state import State

NAME = "icc-status"
VARIABLE = "_ICC_STATUS_COMPLETE"
"""By this variable a shell asks for completions."""


@dataclass
class Session:
    """One run: today, where the answer goes, and which registry it comes from.

    `verbs` are words that are no state's name; `warns_stale` allows the warning that the
    registry is old.
    """

    today: dt.date
    terminal: Terminal
    registry_path: Path | None = None
    verbs: tuple[str, ...] = field(default=())
    warns_stale: bool = True
    arguments: Arguments = field(default_factory=Arguments)

    @cached_property
    def registry(self) -> "Registry":
        """The registry, read once; raises RegistryError with the file's name."""
        from icc_status.loading import registry as registry_reader

        try:
            return registry_reader.load(self.registry_path)
        except RegistryError as error:
            raise RegistryError(
                f"{printable(str(self.registry_path or registry_reader.bundled()))}: {error}"
            ) from None

    @cached_property
    def docket(self) -> "Docket":
        """The situations that come with the program, read once; raises RegistryError."""
        from icc_status.loading.registry import bundled
        from icc_status.loading.situations import FILE, load

        try:
            return load()
        except RegistryError as error:
            raise RegistryError(f"{bundled(FILE)}: {error}") from None

    def find_state(self, text: str) -> "State":
        """Return the one state that a name means.

        Raises QuestionError; for a group's name, and for a place that no one state is asked for,
        its message ends in the line to type.
        """
        names = self.registry.names
        try:
            return names.find(text, self.verbs)
        except QuestionError as error:
            from icc_status.jurisdiction.extent import of_no_one_state
            from icc_status.model.days import is_day
            from icc_status.model.groups import line_to_list
            from icc_status.model.names import NotState

            if line := line_to_list(text):
                raise QuestionError(line) from None
            if is_day(text):
                raise QuestionError(
                    f"{text!r} is no state: give a day as --on YYYY-MM-DD"
                ) from None
            meaning = names.meaning(text)
            if isinstance(meaning, NotState) and of_no_one_state(meaning):
                line = f"icc-status jurisdiction --territory {quote(text)} --date DAY"
                raise QuestionError(f"{error} For what happened there: {line}") from None
            raise

    def refuse_misread(self, options: Collection[str], words: Sequence[str] = ()) -> None:
        """Raise QuestionError where names side by side may be fewer than they are read as.

        These are bare words, and the value of each of the options with the words right after it.
        """
        from icc_status.model.side_by_side import misread

        for texts in (words, *self.arguments.after(options)):
            if len(texts) > 1 and (line := misread(texts, self.registry.names)):
                raise QuestionError(line)

    def day(self, on: dt.date | None) -> dt.date:
        """Return the day asked for, or today."""
        return on or self.today

    def note_age(self) -> None:
        """Warn a person, on standard error, where the registry ends long before today."""
        from icc_status.model.registry import STALE_AFTER

        days = (self.today - self.registry.as_of).days
        if days > STALE_AFTER and self.warns_stale and self.terminal.errors_tty:
            self.note(
                f"the registry ended {days} days ago, on {self.registry.as_of}:"
                " look for a newer release, or ask the depositary's page"
            )

    def write(self, text: str, encoding: str = "utf-8") -> None:
        """Write an answer to standard output, in UTF-8 unless it is drawn for a terminal.

        Where the reader has closed the pipe (head), the exit code stays what it is.
        """
        try:
            put(text.encode(encoding, "replace"))
        except BrokenPipeError:
            drop_output()

    def note(self, text: str) -> None:
        """Write a line to standard error, beside the answer."""
        say(text)


def opened(today: dt.date, place: Terminal | None = None, verbs: Iterable[str] = ()) -> Session:
    """Return a session for this process; `place` replaces what its streams tell of the terminal."""
    named = os.environ.get("ICC_STATUS_REGISTRY")
    return Session(
        today=today,
        terminal=place or terminal(sys.stdout, errors=sys.stderr),
        registry_path=Path(named) if named else None,
        verbs=tuple(verbs),
        warns_stale=not os.environ.get("ICC_STATUS_NO_STALE_WARNING"),
    )


def current() -> Session:
    """Return the session of the running command."""
    import click  # not above: a card does without

    session = click.get_current_context().find_object(Session)
    assert session is not None
    return session
