"""Streams that the caller closed, made such that their use is an error of its own."""

import os
import sys


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
