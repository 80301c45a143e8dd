"""The standard streams: all of an answer or none, also where they are closed or break off."""

import os
import sys
from errno import EAGAIN


def put(data: bytes) -> None:
    """Write all of the bytes to standard output, also where it takes a part at a time.

    Unbuffered (python -u) it may; raises OSError where it takes no more.
    """
    sys.stdout.flush()
    rest = memoryview(data)
    while rest:
        written = sys.stdout.buffer.write(rest)
        if not written:
            raise BlockingIOError(EAGAIN, os.strerror(EAGAIN))
        rest = rest[written:]
    sys.stdout.flush()


def say(line: str) -> None:
    """Write a line to standard error; where nobody can read it, the answer counts all the same.

    Every foreign text (a name, a path, a cell) gets to a terminal through here: characters that
    a terminal would obey are written out.
    """
    from icc_status.system.terminal import printable  # not above: `quick` does without

    _tell(f"icc-status: {printable(line)}\n")


def crashed(error: BaseException) -> int:
    """Say what ended the program, in one line where that is enough, and return the exit code."""
    from icc_status.errors import CRASHED, INTERRUPTED  # not above: `quick` does without

    if isinstance(error, KeyboardInterrupt):
        say("interrupted")
        return INTERRUPTED
    if isinstance(error, MemoryError):
        say("out of memory: ask for less at once, or allow the program more")
    elif isinstance(error, RecursionError):
        say("the input is nested too deep")
    else:
        from traceback import format_exception

        _tell("".join(format_exception(error)))
        say("this is a fault of the program: please report it with the lines above")
    return CRASHED


def _tell(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def refused(error: OSError) -> int:
    """Say that the answer could not be written, unless its reader left; return the exit code."""
    drop_output()
    if isinstance(error, BrokenPipeError):
        return 0
    say(f"the output could not be written: {error.strerror or error}")
    from icc_status.errors import OutputError

    return OutputError.exit_code


def drop_output() -> None:
    """Send what is still written to standard output nowhere: nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def reopen() -> None:
    """Put something in place of each closed standard stream, in the order of their numbers.

    Reading and writing then fail as they do for a bad descriptor; standard error is nobody's.
    No file opened later gets the number of a closed stream, and with it what is not meant for it.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), "r", encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
