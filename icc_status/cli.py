"""The command line: the clock, the terminal and the exit codes live here."""

import datetime as dt
import importlib
import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress

import click
from click.shell_completion import CompletionItem

from icc_status import __version__
from icc_status.commands.options import REGISTRY, StateName, Word, refuse_repeats
from icc_status.commands.session import NAME, VARIABLE, Session, opened
from icc_status.errors import INTERRUPTED, IccStatusError, QuestionError
from icc_status.loading.quick_file import quick_file
from icc_status.system import clock
from icc_status.system.arguments import Arguments
from icc_status.system.streams import refused, say
from icc_status.system.terminal import Terminal

DATA = __file__.removesuffix("cli.py") + "data/"
VERBS = {
    "show": ("show", "Say where states stand: the default verb."),
    "list": ("list_states", "List the states of a group."),
    "count": ("count", "Count the states by status and region."),
    "changes": ("changes", "List what happened, in order."),
    "check": ("check", "Answer yes or no by exit code, for scripts."),
    "annotate": ("annotate", "Add to each row of a file where its state stood."),
    "export": ("export", "Write the registry as tables for other programs."),
    "jurisdiction": ("jurisdiction", "Could the Court act: under which article, since when."),
    "situations": ("situations", "List the situations before the Court."),
    "map": ("world_map", "Draw the world's states by status."),
    "chart": ("chart", "Draw the numbers over time."),
    "site": ("site", "Write a web site of all answers."),
    "validate": ("validate", "Check a registry and name its faults."),
    "audit": ("audit", "Compare the registry with an independent copy."),
    "completion": ("completion", "Print what lets a shell complete names and words."),
}
"""Each verb's module, whose command bears the module's name, and what it is for."""
HELP = """Say where any state stands towards the Rome Statute of the International Criminal Court.

\b
icc-status russia                       one state: answer, acts and sources
icc-status france "south korea" NER     several, as a table
icc-status list non-ratifiers           the states of a group
icc-status burundi --on 2017-10-26      on any day since 1998-07-17
icc-status help list                    what a verb does, as list -h does
"""
EPILOG = (
    "\b\nExit codes: 0 answered; 1 the answer is no, a registry has faults or\n"
    "differs, or rows were not understood; 2 the question is at fault; 3 the\n"
    "registry cannot be read; 4 the output could not be written; 70 a fault of\n"
    "the program, or out of memory; 130 interrupted."
)


class Verbs(click.Group):
    """The verbs, each imported when it is used; without one, the words name states."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb's command."""
        if cmd_name not in VERBS:
            return None
        name, words = VERBS[cmd_name]
        command = getattr(importlib.import_module(f"icc_status.commands.{name}"), name)
        assert isinstance(command, click.Command)
        command.help = command.help or words  # python -OO leaves docstrings out
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each verb is for, without importing it."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, words) for verb, (_, words) in VERBS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default verb before the first word that neither is one nor is ours."""
        at = 0
        while at < len(args) and args[at].split("=")[0] == "--registry":
            at += 1 if "=" in args[at] else 2
        ours = {"-h", "--help", "-V", "--version", "--registry", *VERBS}
        if args[at : at + 1] == ["help"]:
            verbs = args[at + 1 : at + 2]
            if verbs and verbs[0] not in VERBS:
                raise click.UsageError(f"no verb is called {verbs[0]!r}", ctx)
            args = [*args[:at], *verbs, "--help"]
        elif at < len(args) and args[at] not in ours:
            args = [*args[:at], "show", *args[at:]]
        refuse_repeats(self, ctx, args)
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the verbs and the names of states that begin with the letters typed."""
        verbs = {"help": "Say what a verb does."} | {v: words for v, (_, words) in VERBS.items()}
        items = [CompletionItem(v, help=w) for v, w in verbs.items() if v.startswith(incomplete)]
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        states = StateName().shell_complete(ctx, self.params[0], incomplete) if incomplete else []
        return items + states

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb and its arguments; raises UsageError for an option given twice."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            refuse_repeats(command, click.Context(command, ctx, name), rest)
        return name, command, rest


def _print_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        session = ctx.find_object(Session)
        assert session is not None
        click.echo(f"{NAME} {__version__} (registry as of {_as_of(session)})")
        ctx.exit()


def _as_of(session: Session) -> str:
    """Return the last day that the registry in use covers: from the quick file, if it fits."""
    if session.registry_path is None:
        with suppress(OSError, ValueError):
            if quick := quick_file(DATA):
                return quick.as_of
    return str(session.registry.as_of)


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=HELP,
    epilog=EPILOG,
)
@REGISTRY
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and the day of the registry, and exit.",
)
@click.pass_context
def program(ctx: click.Context) -> None:
    """Hold what all verbs share."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(args: Sequence[str], today: dt.date | None = None, place: Terminal | None = None) -> int:
    """Run the program and return its exit code.

    `today` and `place` stand in for the clock and the terminal.
    """
    session = opened(today or dt.date.fromisoformat(clock.today()), place, VERBS)
    try:
        session.arguments = Arguments(args)
        code = _invoke(list(session.arguments.texts), session)
        sys.stdout.flush()
    except IccStatusError as error:
        return _complain(str(error), error.exit_code)
    except click.UsageError as error:
        return _complain(_usage(error, session.arguments.texts), QuestionError.exit_code)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _complain("interrupted", INTERRUPTED)
    except OSError as error:
        return refused(error)
    return code


def _invoke(args: list[str], session: Session) -> int:
    """Run the verb, or answer the shell that asks for completions.

    Not by click's own main: it makes a closed pipe a fault.
    """
    if instruction := os.environ.get(VARIABLE):
        from icc_status.commands.completion import answer_shell

        answer_shell(program, session, instruction)
        return 0
    with program.make_context(NAME, args, obj=session) as ctx:
        program.invoke(ctx)
    return 0


def _usage(error: click.UsageError, args: Sequence[str]) -> str:
    if isinstance(error, click.NoSuchOption) and (line := _with_format(error, args)):
        return f"there is no option {error.option_name}: type: {line}"
    verb = error.ctx.info_name if error.ctx and error.ctx.parent else None
    what = " ".join(error.format_message().rstrip(".").split())
    return f"{what} (see icc-status {f'{verb} ' if verb else ''}--help)"


def _with_format(error: click.NoSuchOption, args: Sequence[str]) -> str | None:
    """Return the line to type for --json and the like, or None where no format is named so."""
    options = error.ctx.command.params if error.ctx else ()
    formats = next((o.type for o in options if "--format" in o.opts), None)
    form = formats.meaning(error.option_name) if isinstance(formats, Word) else None
    if form is None or error.option_name not in args:
        return None
    at = list(args).index(error.option_name)
    return shlex.join([NAME, *args[:at], "--format", form, *args[at + 1 :]])


def _complain(message: str, code: int) -> int:
    for line in message.split("\n"):
        say(line)
    return code
