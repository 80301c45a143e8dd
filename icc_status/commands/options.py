"""The options and argument types that several verbs share."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from icc_status.commands.session import Session
from icc_status.errors import IccStatusError, QuestionError
from icc_status.model.days import read_day, read_days
from icc_status.model.normalize import fold
from icc_status.model.terms import words_for
from icc_status.model.treaty import ADOPTED, check_day
from icc_status.render.formats import FORMATS

SUFFIXES = (".svg", ".png", ".html")
FORMAT_WORDS = {"md": "markdown", "yml": "yaml", "ndjson": "jsonl"}
"""Other usual words for a format."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType):
    """A day from 17 July 1998 on, in any usual form, or "today" or "yesterday".

    `end` is "first" or "last" for the edge of a period: it takes a month or a year, too, by its
    first or last day.
    """

    name = "day"

    def __init__(self, end: str | None = None) -> None:
        self.end = end

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return how the help writes a day."""
        return "YYYY[-MM[-DD]]" if self.end else "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Return the day; fails with what is wrong and what to write instead."""
        if isinstance(value, dt.date):
            return value
        session = ctx.find_object(Session) if ctx else None
        try:
            return check_day(self._read(value, session.today if session else None))
        except QuestionError as error:
            self.fail(str(error), param, ctx)

    def _read(self, text: str, today: dt.date | None) -> dt.date:
        if self.end is None:
            return read_day(text, today)
        first, last = read_days(text, today)
        if self.end == "last":
            return last
        return max(first, ADOPTED) if last >= ADOPTED else first


class Word(click.Choice):
    """One of some fixed words, in any case, in the singular or the plural.

    `others` are further words, each with the one that it means.
    """

    def __init__(self, words: Iterable[str], others: Mapping[str, str] | None = None) -> None:
        super().__init__(words)
        self._meant = words_for(self.choices, others)

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """Return the word that a text means, or the text."""
        return self.meaning(str(choice)) or str(choice)

    def meaning(self, text: str) -> str | None:
        """Return the word that a text means, or None; may raise QuestionError."""
        return self._meant.get(fold(text))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the word; fails with what may be written."""
        try:
            return super().convert(value, param, ctx)
        except QuestionError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the words that begin with the letters typed, in any case."""
        start = incomplete.casefold()
        return [CompletionItem(c) for c in self.choices if c.casefold().startswith(start)]


class Fields(click.ParamType):
    """Names of fields, separated by commas."""

    name = "fields"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return how the help writes fields."""
        return "A,B,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names; fails where there is none."""
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in value.split(",") if name.strip())
        return names or self.fail("names no field", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the list typed so far with each field that may end it."""
        from icc_status.commands.candidates import fields_of

        before, comma, start = incomplete.rpartition(",")
        known = [name for name in fields_of(ctx.command) if name not in before.split(",")]
        return [CompletionItem(f"{before}{comma}{n}") for n in known if n.startswith(start)]


class FilePath(click.Path):
    """The name of a file, as the locale reads it."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        return super().convert(as_given(value, ctx), param, ctx)


def as_given(value: Any, ctx: click.Context | None) -> Any:
    """Return a file's name as it was given, if it is text from the command line."""
    session = ctx.find_object(Session) if ctx else None
    return session.arguments.as_given(value) if session and isinstance(value, str) else value


class PicturePath(click.ParamType):
    """The name of a picture to write; its suffix tells the format."""

    name = "file"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return how the help writes such a file."""
        return "FILE.svg|png|html"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; fails where its suffix is no known format."""
        path = Path(as_given(value, ctx))
        if path.suffix.lower() not in SUFFIXES:
            self.fail(f"{value!r} must end in one of {', '.join(SUFFIXES)}", param, ctx)
        return path

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Let the shell complete names of files."""
        return [CompletionItem(incomplete, type="file")]


class StateName(click.ParamType):
    """A state's name or code. The verb looks it up; the shell can complete it."""

    name = "state"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the states that have a name or a code that begins as the letters typed do."""
        from icc_status.commands.candidates import states_that_begin

        session = ctx.find_object(Session)
        try:
            return states_that_begin(incomplete, session.registry) if session else []
        except IccStatusError:
            return []


def _set_registry(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    session = ctx.find_object(Session)
    if value is not None and session is not None:
        session.registry_path = value


REGISTRY = click.option(
    "--registry",
    type=FilePath(),
    metavar="FILE",
    expose_value=False,
    is_eager=True,  # --version names the day of the registry in use
    callback=_set_registry,
    help="Read another registry (default: ICC_STATUS_REGISTRY, else the one of the program).",
)
ON = click.option(
    "--on", type=Day(), help=f"The day to answer for, {ADOPTED} or later (default: today)."
)
FORMAT = click.option(
    "--format",
    "form",
    type=Word(["table", *FORMATS], FORMAT_WORDS),
    envvar="ICC_STATUS_FORMAT",
    help="Default: table on a terminal; plain (tab-separated, without a header) in a pipe.",
)
FIELDS = click.option("--fields", type=Fields(), help="Only these fields, in this order.")


def output_options(command: Command) -> Command:
    """Add the options of every verb that prints an answer."""
    return FORMAT(FIELDS(REGISTRY(command)))


def is_format_typed() -> bool:
    """Tell whether --format was typed; ICC_STATUS_FORMAT is a default, not a request."""
    source = click.get_current_context().get_parameter_source("form")
    return source is ParameterSource.COMMANDLINE


def refuse_repeats(command: click.Command, ctx: click.Context, args: list[str]) -> None:
    """Raise UsageError for an option with one value that is given twice, also before the verb.

    The parser would take the last value and say nothing.
    """
    if ctx.resilient_parsing or (ctx.parent and ctx.parent.resilient_parsing):
        return
    _, _, in_order = command.make_parser(ctx).parse_args(list(args))
    options = [*_given_before(ctx.parent), *in_order]
    names = [o.name for o in options if isinstance(o, click.Option) and _has_one_value(o)]
    for option in in_order:
        if names.count(option.name) > 1:
            raise click.UsageError(f"{max(option.opts, key=len)} is given twice: give it once", ctx)


def _has_one_value(option: click.Option) -> bool:
    return not (option.multiple or option.is_flag)


def _given_before(ctx: click.Context | None) -> list[click.Parameter]:
    """Return the options of the program that stand before the verb."""
    if ctx is None:
        return []
    typed = ParameterSource.COMMANDLINE
    return [p for p in ctx.command.params if ctx.get_parameter_source(p.name or "") is typed]
