"""A folder is replaced whole: also when the writer is stopped or killed, or is not the only one."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from icc_status.errors import OutputError
from icc_status.system.folders import save_folder

ROOT = Path(__file__).parent.parent
STOPPED = """
import os, signal, sys
from pathlib import Path
from icc_status.system.folders import save_folder
rename = Path.rename
signal.signal(int(sys.argv[1]), signal.SIG_DFL)  # nohup ignores it

def stop(self, target):
    moved = rename(self, target)
    if str(target).endswith(".old"):
        os.kill(os.getpid(), int(sys.argv[1]))
    return moved

Path.rename = stop
save_folder(Path("site"), [("index.html", b"new")])
"""
MANY = """
import sys
from pathlib import Path
from icc_status.system.folders import save_folder
for _ in range(40):
    save_folder(Path("site"), [(f"{n}{sys.argv[1]}.html", b"") for n in range(20)])
"""


def start(code, argument, folder):
    """Start Python with a program of its own in a folder."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(argument)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=folder,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_writer_puts_the_old_folder_back(tmp_path, number):
    """It is stopped when the old folder has left its place and the new one is not there yet."""
    place = tmp_path / "site"
    save_folder(place, [("index.html", b"old")])

    assert start(STOPPED, int(number), tmp_path).wait(30) == -number
    assert (place / "index.html").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["site"]


def test_a_second_interruption_leaves_nothing_behind(tmp_path):
    """Ctrl-C in the middle of a writing, and again while that is tidied up."""
    code = """
import os, shutil, signal, sys
from pathlib import Path
from icc_status.system.folders import save_folder
signal.signal(signal.SIGINT, signal.default_int_handler)
rmtree = shutil.rmtree

def interrupted(*args, **options):
    os.kill(os.getpid(), signal.SIGINT)
    return rmtree(*args, **options)

def contents():
    yield "index.html", b"new"
    os.kill(os.getpid(), signal.SIGINT)
    yield "late.html", b""

shutil.rmtree = interrupted
try:
    save_folder(Path(sys.argv[1]), contents())
except KeyboardInterrupt:
    sys.exit(130)
"""
    assert start(code, "site", tmp_path).wait(30) == 130
    assert os.listdir(tmp_path) == []


def test_what_a_killed_writer_left_is_tidied(tmp_path):
    """A draft goes; an old folder comes back where there is none; what is not ours stays."""
    place = tmp_path / "site"
    save_folder(place, [("index.html", b"old")])
    (tmp_path / ".site.mine.part").mkdir()
    (tmp_path / ".site.0123456789abcdef.part").mkdir()
    place.rename(tmp_path / ".site.0123456789abcdef.old")

    def broken():
        yield "index.html", b"new"
        raise OSError(28, "full")

    with pytest.raises(OutputError, match="full"):
        save_folder(place, broken())

    assert (place / "index.html").read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == [".site.mine.part", "site"]


def test_two_writers_at_once_leave_one_whole_folder(tmp_path):
    """Neither is refused, and nothing is left beside the folder."""
    writers = [start(MANY, name, tmp_path) for name in "ab"]

    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert os.listdir(tmp_path) == ["site"]
    assert len(os.listdir(tmp_path / "site")) == 21
    assert len({name[-6] for name in os.listdir(tmp_path / "site") if "html" in name}) == 1


def test_a_private_folder_stays_private(tmp_path):
    """The new folder has the mode of the old one."""
    place = tmp_path / "site"
    save_folder(place, [("index.html", b"old")])
    place.chmod(0o750)
    save_folder(place, [("index.html", b"new")])

    assert place.stat().st_mode & 0o777 == 0o750
