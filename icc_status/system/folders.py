"""A folder of files, put into place whole or not at all."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from icc_status.errors import OutputError
from icc_status.system.files import (
    EVERYBODY,
    current_umask,
    held,
    make_alike,
    undone_by_signals,
    uninterrupted,
)

LIST = "files.txt"
HEAD = "icc-status wrote this folder, with these files in it, and replaces the whole of it.\n"
SEARCHABLE = 0o111
"""What a folder's mode has beside that of a file."""
PRIVATE = 0o700
DRAFT = ".part"
BEFORE = ".old"
"""How the names of a draft and of what it replaces end."""


def save_folder(path: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder that takes its place, and its predecessor's, once all are written.

    A file is its path within the folder, with slashes, and what it holds. Raises OutputError
    where the folder cannot be made, and where it holds what was not written here: nothing of
    anybody else is ever removed.
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with held(target.parent) as alone:
            if alone:
                _tidy_abandoned(target)
            _check(path, target)
            _replace(path, target, contents)
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from None


def _replace(path: Path, target: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write a draft and put it in place. What was there goes back if that fails or is stopped."""
    draft = target.parent / f".{target.name[:100]}.{os.urandom(8).hex()}{DRAFT}"
    before = draft.with_suffix(BEFORE)

    def tidy() -> None:
        with suppress(OSError):
            if not target.exists():
                before.rename(target)
        _remove(draft)
        if target.exists():
            _remove(before)

    with undone_by_signals(tidy):
        try:
            draft.mkdir(mode=PRIVATE)
            _fill(draft, contents)
            _set_mode(draft, target)
            _check(path, target)
            if target.exists():
                target.rename(before)
            draft.rename(target)
        finally:
            with uninterrupted():
                tidy()


def _set_mode(draft: Path, target: Path) -> None:
    """Give a draft the owner and the mode of the folder before it, or what a new one gets."""
    if target.exists():
        make_alike(draft, target.stat())
    else:
        draft.chmod((EVERYBODY | SEARCHABLE) & ~current_umask())


def _tidy_abandoned(target: Path) -> None:
    """Put back or remove what a writer that was killed left beside the target: none writes now."""
    name = re.escape(f".{target.name[:100]}.")
    for entry in list(target.parent.iterdir()):
        if re.fullmatch(f"{name}[0-9a-f]{{16}}({DRAFT}|{BEFORE})", entry.name) and entry.is_dir():
            if entry.suffix == BEFORE and not target.exists():
                entry.rename(target)
            else:
                _remove(entry)


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


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
