"""Where rows come from and go to: files, standard input and output, encodings, delimiters."""

import codecs
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from icc_status.commands.session import Session
from icc_status.errors import QuestionError
from icc_status.system.files import whole_file
from icc_status.system.streams import put
from icc_status.system.terminal import on_screen

STANDARD = Path("-")
TABBED = {".tsv", ".tab"}


@contextlib.contextmanager
def opened(session: Session, path: Path) -> Iterator[BinaryIO]:
    """Open a file, or standard input for -; raises QuestionError where it cannot be opened."""
    if path == STANDARD:
        if sys.stdin.isatty():
            session.note("reading rows from the terminal, until Ctrl-D")
        yield sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise QuestionError(f"{path}: cannot be read: {reason or error}") from None
    with stream:
        yield stream


def size_of(stream: BinaryIO) -> int | None:
    """Return the size of a file, or None for what is no file."""
    try:
        return os.fstat(stream.fileno()).st_size if stream.seekable() else None
    except OSError:
        return None


def delimiter_for(given: str | None, path: Path) -> str:
    """Return the delimiter asked for, or the one a file's name tells."""
    if given is None:
        return "\t" if path.suffix.lower() in TABBED else ","
    delimiter = {"tab": "\t", "\\t": "\t"}.get(given, given)
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise QuestionError(f"{given!r} is no delimiter: give one character, or tab")
    return delimiter


def encoding_for(name: str) -> str:
    """Return the name of an encoding of text; raises QuestionError where there is none."""
    try:
        "a".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise QuestionError(f"{name!r} is no encoding: try utf-8, cp1252 or utf-16") from None


def write(texts: Iterable[str], encoding: str, output: Path | None, watched: bool) -> None:
    """Write texts to a file, whole or not at all, or to standard output as they come.

    Where standard output is `watched` by a person, what a terminal would obey is written out.
    """
    encoder = codecs.getincrementalencoder(encoding)()
    try:
        if output is None or output == STANDARD:
            for text in texts:
                put(encoder.encode(on_screen(text) if watched else text))
            return
        with whole_file(output) as handle:
            for text in texts:
                handle.write(encoder.encode(text))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise QuestionError(f"{encoding} has no {letter!r}: do without --add name") from None
