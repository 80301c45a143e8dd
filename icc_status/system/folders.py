"""A folder of files, put into place whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from icc_status.errors import OutputError
from icc_status.system.files import EVERYBODY, current_umask, undone_by_signals

LIST = "files.txt"
HEAD = "icc-status wrote this folder, with these files in it, and replaces the whole of it.\n"
SEARCHABLE = 0o111
"""What a folder's mode has beside that of a file."""


def save_folder(path: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder that takes its place, and its predecessor's, once all are written.

    A file is its path within the folder, with slashes, and what it holds. Raises OutputError
    where the folder cannot be made, and where it holds what was not written here: nothing of
    anybody else is ever removed.
    """
    target = Path(os.path.realpath(path))
    try:
        _check(path, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        start = f".{target.name[:100]}."
        draft = Path(tempfile.mkdtemp(prefix=start, suffix=".part", dir=target.parent))
        try:
            with undone_by_signals(lambda: _remove(draft)):
                _fill(draft, contents)
                draft.chmod((EVERYBODY | SEARCHABLE) & ~current_umask())
                _check(path, target)
                _put_in_place(draft, target)
        finally:
            _remove(draft)
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from None


def _check(path: Path, target: Path) -> None:
    """Raise OutputError unless the target is nothing yet, empty, or a folder written here."""
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"{path} is a file: name a folder")
    if target == Path.cwd():
        raise OutputError(f"{path} is the folder you are in: name another, or leave it first")
    if stranger := next(_strangers(target), None):
        raise OutputError(
            f"{path} holds {stranger}, which icc-status did not write: name another folder"
        )


def _strangers(target: Path) -> Iterator[str]:
    """Yield what a folder holds beside the files that it lists, and beside their folders."""
    known = {LIST}
    if (listed := target / LIST).is_file():
        text = listed.read_text(encoding="utf-8", errors="replace")
        head, *names = text.splitlines() or [""]
        if f"{head}\n" == HEAD:
            known |= {str(p) for name in names for p in (name, *PurePosixPath(name).parents)}
        else:
            known = set()
    for entry in sorted(target.rglob("*")):
        if (name := entry.relative_to(target).as_posix()) not in known:
            yield name


def _fill(draft: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    names = []
    for name, data in contents:
        file = draft / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        names.append(name)
    text = HEAD + "".join(f"{name}\n" for name in sorted(names))
    (draft / LIST).write_text(text, encoding="utf-8", newline="\n")


def _put_in_place(draft: Path, target: Path) -> None:
    """Move a folder to its place; what was there is moved aside, and back if that fails."""
    if not target.exists():
        draft.rename(target)
        return
    before = target.rename(draft.with_suffix(".old"))
    try:
        draft.rename(target)
    except OSError:
        before.rename(target)
        raise
    _remove(before)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
