"""Streams that the caller closed, before the program began or while it wrote."""

import os
import sys


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
