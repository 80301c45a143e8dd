"""Hold what is built to what it should be: the same bytes wherever, no file missing or beside.

    python deep/builds.py DIST

DIST holds the sdist that `python -m build` made of this checkout, and the wheel made of that.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (".ci/", ".github/", "benchmarks/")
"""What a checkout holds and an sdist does not."""

SNAPSHOTS = {"states.quick", "states.json", "situations.json", "names.quick", "names.json"}
DATA = {"codes.yaml", "names.yaml", "states.yaml", "situations.yaml"}
LICENSES = {
    "licenses/LICENSE",
    "licenses/LICENSE-DATA",
    "licenses/LICENSE-UNICODE",
    "licenses/icc_status/pictures/world.LICENSE.txt",
}
INFO = {"METADATA", "RECORD", "WHEEL", "entry_points.txt"} | LICENSES
EPOCH = "1580601600"
"""The time that hatchling gives every file unless SOURCE_DATE_EPOCH names another."""


def main(folder: Path) -> int:
    """Print every fault and return 1 where there is one."""
    (wheel,), (sdist,) = (list(folder.glob(name)) for name in ("*.whl", "*.tar.gz"))
    tracked = _git_files()
    faults = [*_contents(wheel, sdist, tracked), *_marks(wheel), *_rebuilt(wheel, sdist, tracked)]
    print("\n".join(faults) or f"{wheel.name}, {sdist.name}: as they should be")
    return int(bool(faults))


def _git_files() -> set[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    return set(filter(None, listed.stdout.decode().split("\0")))


def _contents(wheel: Path, sdist: Path, tracked: set[str]) -> Iterator[str]:
    """Yield what either holds beside, or without, the files under version control."""
    version = sdist.name.removesuffix(".tar.gz")
    package = {name for name in tracked if name.startswith("icc_status/")}
    package |= {f"icc_status/data/{name}" for name in DATA | SNAPSHOTS}
    package |= {f"{version}.dist-info/{name}" for name in INFO}
    yield from _compared(wheel, set(ZipFile(wheel).namelist()), package)
    with tarfile.open(sdist) as tar:
        held = {member.name.removeprefix(f"{version}/") for member in tar if not member.isdir()}
    source = {name for name in tracked if not name.startswith(LEFT_OUT)} | {"PKG-INFO"}
    yield from _compared(sdist, held, source)


def _compared(where: Path, held: set[str], wanted: set[str]) -> Iterator[str]:
    yield from (f"{where.name}: holds {name}" for name in sorted(held - wanted))
    yield from (f"{where.name}: lacks {name}" for name in sorted(wanted - held))


def _marks(wheel: Path) -> Iterator[str]:
    """Yield whether the wheel is for some machines only, or bears another time than is due."""
    if not wheel.name.endswith("-py3-none-any.whl"):
        yield f"{wheel.name}: is not for every machine"
    due = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)))[:6]
    times = {info.date_time for info in ZipFile(wheel).infolist()}
    if times != {due}:
        yield f"{wheel.name}: bears {sorted(times)}, not {due}"


def _rebuilt(wheel: Path, sdist: Path, tracked: set[str]) -> Iterator[str]:
    """Build both from the bare checkout in another place, for another user; compare the bytes."""
    with tempfile.TemporaryDirectory(suffix=" elsewhere") as folder:
        copy, out, scratch = (Path(folder, name) for name in ("copy", "out", "scratch"))
        scratch.mkdir()
        for name in tracked:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
        made = subprocess.run(
            [sys.executable, "-m", "build", "--sdist", "--wheel", "--outdir", out, copy],
            env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "TMPDIR": str(scratch)},
            umask=0o077,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            yield made.stdout + made.stderr
            return
        for path in (wheel, sdist):
            if path.read_bytes() != (out / path.name).read_bytes():
                yield f"{path.name}: has other bytes when it is built elsewhere"
        yield from (f"building leaves {path.name} behind" for path in scratch.iterdir())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
