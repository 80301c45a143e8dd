"""Guide inputs by what they reach (atheris): registries, copies, rows, and the words of a command.

    python deep/fuzz.py registry [OPTIONS OF LIBFUZZER] [FOLDER OF INPUTS]

An input that breaks a promise of tests/test_fuzz.py, hangs or swells ends the run; libFuzzer
keeps it as a file. Inputs that reached something new stay in build/fuzz and begin the next run.
"""

import importlib
import io
import os
import pkgutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

atheris.enabled_hooks.add("str")
with atheris.instrument_imports(include=["icc_status", "yaml"]):
    import icc_status

    for module in pkgutil.walk_packages(icc_status.__path__, "icc_status."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

from outcomes import assert_clear, outcome  # noqa: E402
from sound import sound  # noqa: E402
from terminals import PIPE, SCREEN  # noqa: E402

from icc_status import cli  # noqa: E402
from icc_status.errors import RegistryError  # noqa: E402
from icc_status.loading import registry as registry_reader  # noqa: E402
from icc_status.loading import situations as situations_reader  # noqa: E402

KEPT = ROOT / "build" / "fuzz"
ROWS = b"country,day\nAlpha,2010-01-01\nOz,1998\n"
ENCODINGS = (
    "utf-8",
    "utf-16",
    "cp1252",
    "utf-8-sig",
    "idna",
    "utf-7",
    "unicode_escape",
    "shift_jis",
)
CODES = ("cow", "iso2", "m49", "gwn", "iso3")
WORDS = (
    *cli.VERBS,
    *(
        "alpha",
        "utopia",
        "erewhon",
        "XBB",
        "parties",
        "party",
        "all",
        "1998-07-17",
        "2016-11-16",
        "9999-12-31",
    ),
    *("--on", "--on=", "--is", "--format", "--fields", "--since", "--until", "--kind", "--region"),
    *("--sort", "--sources", "--registry", "--territory", "--nationality", "--date", "--from"),
    *(
        "--crime",
        "war-crimes",
        "aggression",
        "--state",
        "--add",
        "--map",
        "--prefix",
        "--code",
        "-",
    ),
    *("--delimiter", "--encoding", "--year-at", "start", "-o", "a.svg", "a.html", "country", "day"),
    *("table", "json", "csv", "plain", "markdown", "states", "acts", "panel", "-h", "--", "rows"),
)


def registry(data: bytes) -> None:
    """Any bytes are a registry, one with faults, or none."""
    Path("registry").write_bytes(data)
    code, out, err = outcome("validate", "registry")
    assert code in {0, 1, 3}
    assert not set("\x1b\x07\x9b\u202e") & set(out + err)
    if code < 3:
        for args in (["list"], ["alpha", "--format=json"], ["changes"]):
            assert_clear(*outcome(*args, "--registry=registry"))


def copies(data: bytes) -> None:
    """Any bytes are a copy that differs, or none of the forms."""
    Path("copy").write_bytes(data)
    for place in (PIPE, SCREEN):
        assert_clear(*outcome("audit", "copy", "--registry=small", place=place))


def rows(data: bytes) -> None:
    """Any bytes are rows, of which all else stays, or are refused; nothing is written in part."""
    choose = atheris.FuzzedDataProvider(data)
    options = [f"--encoding={choose.PickValueInList(list(ENCODINGS))}"]
    options += [f"--code={choose.PickValueInList(list(CODES))}"] * choose.ConsumeBool()
    options += ["--year-at=end"] * choose.ConsumeBool()
    options += [f"--delimiter={choose.PickValueInList([',', ';', 'tab', ' ', 'x'])}"]
    options += ["--strict"] * choose.ConsumeBool()
    Path("rows").write_bytes(choose.ConsumeBytes(choose.remaining_bytes()))
    Path("out").unlink(missing_ok=True)
    code, out, err = outcome(
        *("annotate", "rows", "--state=country", "--date=day", "-o", "out", *options),
        "--registry=small",
    )
    assert code in {0, 1, 2}, code
    assert out == ""
    assert not set("\x1b\x07\x9b\u202e") & set(err)
    assert Path("out").exists() == (code == 0 or (code == 1 and "--strict" not in options))


def arguments(data: bytes) -> None:
    """Any words are a question that is answered, or refused."""
    choose = atheris.FuzzedDataProvider(data)
    words = []
    for _ in range(choose.ConsumeIntInRange(0, 7)):
        word = choose.PickValueInList(list(WORDS)) if choose.ConsumeBool() else ""
        word += choose.ConsumeUnicode(12) if choose.ConsumeBool() else ""
        words.append(word.replace("/", "_").replace("\0", "_"))  # what is written stays here
    for place in (PIPE, SCREEN):
        sys.stdin = io.TextIOWrapper(io.BytesIO(ROWS))
        code, _out, err = outcome(*words, place=place)
        assert code in range(5), code
        assert "Traceback" not in err
        assert not set("\x1b\x07\x9b\u202e") & set(err)


def situations(data: bytes) -> None:
    """Any bytes are situations, or are refused for a reason."""
    Path("situations").write_bytes(data)
    with suppress(RegistryError):
        situations_reader.load("situations")


TARGETS = {
    "registry": (registry, [sound().text().encode(), b"states: [{iso3: &a [*a]}]"]),
    "copies": (copies, [path.read_bytes() for path in (ROOT / "tests" / "copies").iterdir()]),
    "rows": (rows, [bytes(8) + ROWS, ROWS]),
    "situations": (situations, [(ROOT / "data" / "situations.yaml").read_bytes()[:6000]]),
    "arguments": (arguments, [bytes(range(n, n + 40)) for n in range(0, 200, 40)]),
}


def _read_once() -> None:
    """Read what no input changes once, not each time."""
    small, docket = registry_reader.load("small"), situations_reader.load()
    load, load_docket = registry_reader.load, situations_reader.load
    registry_reader.load = lambda path=None: small if path == Path("small") else load(path)
    situations_reader.load = lambda path=None: docket if path is None else load_docket(path)


def main() -> None:
    """Fuzz the target that is named, in a folder of its own."""
    name, *options = sys.argv[1:]
    target, seeds = TARGETS[name]
    kept = KEPT / name
    kept.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (kept / f"seed{number}").write_bytes(seed)
    atheris.Setup(
        [sys.argv[0], f"-artifact_prefix={kept.parent}/", "-timeout=20", *options, str(kept)],
        target,
    )
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("small").write_text(sound().text(), encoding="utf-8")
        Path("rows").write_bytes(ROWS)
        os.environ["ICC_STATUS_REGISTRY"] = "small"
        _read_once()
        atheris.Fuzz()


if __name__ == "__main__":
    main()
