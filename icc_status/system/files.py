"""Files, each written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from icc_status.errors import OutputError

IN_PLACE = os.O_WRONLY | getattr(os, "O_BINARY", 0)
NEW = IN_PLACE | os.O_CREAT | os.O_EXCL


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place, and its predecessor's mode, only once all is written.

    What is no regular file (a pipe, /dev/null) is written to as it is.
    Raises OutputError where the file cannot be made.
    """
    try:
        draft = target = Path(os.path.realpath(path))
    except ValueError as error:
        raise OutputError(f"{path} could not be written: {error}") from None
    try:
        if target.is_dir():
            raise IsADirectoryError(0, "it is a directory")
        in_place = target.exists() and not target.is_file()
        draft = target if in_place else target.with_name(f".{os.urandom(8).hex()}.part")
        mode = target.stat().st_mode & 0o777 if target.is_file() else None
        with os.fdopen(os.open(draft, IN_PLACE if in_place else NEW, 0o666), "wb") as handle:
            yield handle
        if mode is not None:
            draft.chmod(mode)
        if not in_place:
            os.replace(draft, target)
            draft = target
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from None
    finally:
        if draft != target:
            with suppress(OSError):
                draft.unlink()


def save(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; raises OutputError where it cannot be written."""
    with whole_file(path) as handle:
        handle.write(content.encode("utf-8") if isinstance(content, str) else content)
