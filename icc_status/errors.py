"""What can go wrong, by what the asker can do about it, each with its exit code."""

CRASHED = 70
"""The exit code of a fault of the program itself (EX_SOFTWARE of sysexits.h).

Not Python's 1, by which `check` says no.
"""
INTERRUPTED = 130


class IccStatusError(Exception):
    """The common ancestor: its text is one line for a person, and ends in what to do."""

    exit_code = CRASHED


class QuestionError(IccStatusError):
    """The question is at fault: a name, a day or a field that cannot be answered."""

    exit_code = 2


class RegistryError(IccStatusError):
    """The registry cannot be read, or is not a registry."""

    exit_code = 3


class OutputError(IccStatusError):
    """An answer could not be written."""

    exit_code = 4
