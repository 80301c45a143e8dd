"""What may complete a word on the line: states by any name or code, and the fields of a verb."""

import importlib
import os
import re
import unicodedata
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from icc_status.commands.session import VARIABLE
from icc_status.model.names import spellings
from icc_status.model.normalize import fold, sort_key
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.queries import rows

ONE_WORD = re.compile(r"[\w-]+")


def fields_of(command: click.Command) -> tuple[str, ...]:
    """Return the fields that an answer of a verb can have: its module's, else those of states."""
    assert command.callback is not None
    module = importlib.import_module(command.callback.__module__)
    known = module if hasattr(module, "COLUMNS") else rows
    return tuple(dict.fromkeys((*known.COLUMNS, *getattr(known, "EXTRA", ()))))


def states_that_begin(typed: str, registry: Registry) -> list[CompletionItem]:
    """Return the states that have a name or a code that begins as the letters typed do.

    Each has a value that means this state and no other, and its full name as help.
    """
    start = fold(typed)
    names = registry.names
    matching = {state.iso3 for name, state in names.states.items() if name.startswith(start)}
    states = sorted((registry[code] for code in matching), key=lambda s: sort_key(s.common_name))
    in_bash = os.environ.get(VARIABLE, "").startswith("bash")
    return [
        CompletionItem(_value(state, typed, registry, in_bash), help=state.name) for state in states
    ]


def _value(state: State, typed: str, registry: Registry, in_bash: bool) -> str:
    """Return what to put on the line for a state: its name as it was begun, else its code."""
    start = typed.strip().casefold()
    for name in _written(state):
        if name.casefold().startswith(start) and registry.names.get(name) is state:
            return name if not in_bash or ONE_WORD.fullmatch(name) else state.iso3
    return state.iso3


def _written(state: State) -> Iterator[str]:
    """Yield the ways to write a state, the usual one first, each also without its accents."""
    for name in (state.common_name, state.name, *spellings(state)):
        yield name
        letters = unicodedata.normalize("NFKD", name)
        yield "".join(c for c in letters if not unicodedata.combining(c))
