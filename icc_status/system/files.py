"""Files, each written whole or not at all."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from icc_status.errors import OutputError

IN_PLACE = os.O_WRONLY | getattr(os, "O_BINARY", 0)
NEW = IN_PLACE | os.O_CREAT | os.O_EXCL
PRIVATE = 0o600
EVERYBODY = 0o666
ENDING = ".part"
DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/(?:fd/([0-9]+)|(stdin|stdout|stderr))")
STANDARD = {"stdin": 0, "stdout": 1, "stderr": 2}


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place, and its predecessor's mode, only once all is written.

    What is no regular file (a pipe, /dev/null, /dev/stdout) is written to as it is.
    Raises OutputError where the file cannot be made.
    """
    try:
        stream = _stream(path)
        if stream is not None:
            with stream:
                yield stream
            return
        with _draft(Path(os.path.realpath(path))) as handle:
            yield handle
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from None


def save(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; raises OutputError where it cannot be written."""
    with whole_file(path) as handle:
        handle.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold a folder until a set of files is in it: another writer waits, so sets do not mix.

    Yields whether that could be done. Windows has no such lock, and there two writers at once are
    not kept apart.
    """
    try:
        import fcntl
    except ImportError:
        yield False
        return
    number = os.open(folder, os.O_RDONLY)
    locked = False
    try:
        with suppress(OSError):  # some network drives know no locks
            fcntl.flock(number, fcntl.LOCK_EX)
            locked = True
        yield locked
    finally:
        os.close(number)


def _stream(path: Path) -> BinaryIO | None:
    """Open what is no regular file to write to it; return None for a file and for nothing.

    /dev/fd/63 is what a shell puts in place of >(gzip > x.gz): its own path leads nowhere.
    """
    try:
        if descriptor := DESCRIPTOR.fullmatch(os.fspath(path)):
            number = int(descriptor[1]) if descriptor[1] else STANDARD[descriptor[2]]
            return os.fdopen(os.dup(number), "wb")
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return None
    except (ValueError, OverflowError) as error:
        raise OutputError(f"{path} could not be written: {error}") from None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(0, "it is a directory")
    return None if stat.S_ISREG(mode) else os.fdopen(os.open(path, IN_PLACE), "wb")


@contextmanager
def _draft(target: Path) -> Iterator[BinaryIO]:
    """Open a file beside the target that takes its place in the end, or is removed."""
    before = target.stat() if target.exists() else None
    start = f".{target.name[:100]}."
    _remove_abandoned(target.parent, start)
    drafts: list[Path] = []

    def remove() -> None:
        for draft in drafts:
            with suppress(OSError):
                draft.unlink()

    try:
        with undone_by_signals(remove), _locked(target.parent, start, drafts) as handle:
            if before is not None:
                make_alike(handle.fileno(), before)
            yield handle
            handle.flush()
            if before is None:
                drafts[-1].chmod(EVERYBODY & ~current_umask())
            if os.name == "nt":  # there an open file cannot take the place of another
                handle.close()
            os.replace(drafts[-1], target)
    except BaseException:
        with uninterrupted():
            remove()
        raise


def _locked(folder: Path, start: str, drafts: list[Path]) -> BinaryIO:
    """Make a draft that nobody else may read, and hold a lock on it: its writer is alive.

    Its path joins `drafts` before it is made, so that a signal in between can remove it.
    """
    while True:
        draft = folder / f"{start}{os.urandom(8).hex()}{ENDING}"
        drafts.append(draft)
        handle = os.fdopen(os.open(draft, NEW, PRIVATE), "wb")
        if _lock(handle.fileno()) and draft.exists():  # no other writer took it for abandoned
            return handle
        handle.close()
        with suppress(OSError):
            draft.unlink()


def _remove_abandoned(folder: Path, start: str) -> None:
    """Remove drafts of the same target whose writer was killed: nothing holds their lock."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(start) and name.endswith(ENDING):
                with suppress(OSError), (folder / name).open("rb") as draft:
                    if _lock(draft.fileno(), otherwise=False):
                        (folder / name).unlink()


def _lock(number: int, otherwise: bool = True) -> bool:
    """Lock an open file, and tell whether that could be done; `otherwise` where nothing locks."""
    try:
        import fcntl
    except ImportError:  # Windows
        return otherwise
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return otherwise
    return True


def make_alike(made: int | Path, before: os.stat_result) -> None:
    """Give an open file or a folder the owner, as far as we may, and the mode of the one before."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(made, before.st_uid, before.st_gid)
        os.chmod(made, stat.S_IMODE(before.st_mode))


def current_umask() -> int:
    """Return the bits of a mode that a new file does not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let nobody interrupt what tidies up: a second Ctrl-C would leave half of it."""
    import signal

    before = signal.getsignal(signal.SIGINT)
    if before is None:  # another program, of which Python is a part, catches it
        yield
        return
    with suppress(ValueError):  # outside the main thread signals cannot be caught
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, before)


@contextmanager
def undone_by_signals(undo: Callable[[], object]) -> Iterator[None]:
    """Undo what was begun when the program is told to stop, then stop as told."""
    import signal  # not above: few answers go to a file

    def stop(number: int, _frame: object) -> None:
        undo()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    numbers = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")]
    ours = [n for n in numbers if n is not None and signal.getsignal(n) is signal.SIG_DFL]
    with suppress(ValueError):  # outside the main thread signals cannot be caught
        for number in ours:
            signal.signal(number, stop)
    try:
        yield
    finally:
        with suppress(ValueError):
            for number in ours:
                signal.signal(number, signal.SIG_DFL)
