"""Completion: what shells ask for while a line is typed, and what teaches them to ask.

The shells differ. fish keeps only what begins with the letters typed; bash cannot insert several
words, so there a state's code stands for such a name; zsh can do both.
"""

from typing import ClassVar

import click
from click import shell_completion
from click.shell_completion import CompletionItem

from icc_status.commands.options import Word
from icc_status.commands.session import NAME, VARIABLE, Session, current
from icc_status.errors import QuestionError
from icc_status.system.arguments import Arguments

BASH = """\
%(complete_func)s() {
    local IFS=' ' line
    COMPREPLY=()
    while IFS= read -r line; do
        case "$line" in
            dir,*) compopt -o dirnames ;;
            file,*) compopt -o default ;;
            plain,*) COMPREPLY+=("${line#plain,}") ;;
        esac
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \\
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""
FISH = """\
function %(complete_func)s
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) \\
        COMP_CWORD=(commandline -t) %(prog_name)s 2>/dev/null)
    for line in $response
        set -l parts (string split -m 1 "," -- $line)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _Words(shell_completion.ShellComplete):
    """A shell whose words on the line are read as all arguments are: as UTF-8 in any locale."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        args, incomplete = super().get_completion_args()
        session: Session = self.ctx_args["obj"]
        session.arguments = Arguments([*args, incomplete])
        *texts, last = session.arguments.texts
        return texts, last


class Bash(_Words, shell_completion.BashComplete):
    """Bash, which shows the values alone and puts their common beginning on the line."""

    source_template: ClassVar[str] = BASH

    @staticmethod
    def _check_version() -> None:
        """Leave out what would start a shell only to ask it for its version."""

    def complete(self) -> str:
        """Return the lines for the script.

        Values that do not begin with the letters typed would erase them. They are shown with
        their help, and the blank beside them keeps the line as it is.
        """
        args, incomplete = self.get_completion_args()
        items = self.get_completions(args, incomplete)
        starts = {item.value[: len(incomplete)] for item in items}
        if len(items) < 2 or [s.casefold() for s in starts] == [incomplete.casefold()]:
            return "\n".join(map(self.format_completion, items))
        lines = [f"plain,{_with_help(item)}" for item in items]
        return "\n".join([*lines, "plain, "])


class Zsh(_Words, shell_completion.ZshComplete):
    """zsh, which can put anything on the line."""


class Fish(_Words, shell_completion.FishComplete):
    """fish, which gets values with commas whole."""

    source_template: ClassVar[str] = FISH

    def format_completion(self, item: CompletionItem) -> str:
        """Return the line for the script: the type, the value, and after a tab the help."""
        return f"{item.type},{item.value}" + (f"\t{item.help}" if item.help else "")


def _with_help(item: CompletionItem) -> str:
    has_more = item.help and item.help != item.value
    return f"{item.value} ({item.help})" if has_more else str(item.value)


SHELLS: dict[str, type[shell_completion.ShellComplete]] = {
    "bash": Bash,
    "zsh": Zsh,
    "fish": Fish,
}


HELP = """Print what lets a shell complete the names of states, verbs, groups and fields.

\b
bash: eval "$(icc-status completion bash)" in ~/.bashrc
zsh:  eval "$(icc-status completion zsh)" in ~/.zshrc, after compinit
fish: icc-status completion fish | source, in ~/.config/fish/config.fish
"""


@click.command(help=HELP)
@click.argument("shell", type=Word(SHELLS), metavar="bash|zsh|fish")
def completion(shell: str) -> None:
    """Print the code for a shell."""
    program = click.get_current_context().find_root().command
    current().write(SHELLS[shell](program, {}, NAME, VARIABLE).source())


def answer_shell(program: click.Command, session: Session, instruction: str) -> None:
    """Answer a shell that asks, by an instruction such as bash_complete, for completions.

    Raises QuestionError where it is no shell that asks.
    """
    shell, _, what = instruction.partition("_")
    try:
        asked = SHELLS[shell](program, {"obj": session}, NAME, VARIABLE)
        text = {"source": asked.source, "complete": asked.complete}[what]()
    except (LookupError, ValueError):
        raise QuestionError(
            f"{VARIABLE} is for shells: 'icc-status completion bash' prints what they need"
        ) from None
    session.write(f"{text}\n" if text else "")
