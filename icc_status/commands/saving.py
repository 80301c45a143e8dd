"""A file that is written whole or not at all."""

import contextlib
import os
from pathlib import Path

from icc_status.errors import OutputError


def save(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; raises OutputError where it cannot be written."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            part.write_bytes(data)
            os.replace(part, target)
        finally:
            with contextlib.suppress(OSError):
                part.unlink()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise OutputError(f"{path} could not be written: {reason or error}") from None
