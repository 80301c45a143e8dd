"""Arguments are UTF-8 in any locale; names of files stay what the locale makes of them."""

import os
import subprocess
import sys

import pytest

from icc_status import load, quick
from icc_status.loading import names as names_reader
from icc_status.loading.registry import bundled, read_bytes
from icc_status.system import arguments
from icc_status.system.arguments import Arguments, as_utf8

LOCALES = ("ascii", "iso-8859-1", "iso-8859-2", "iso-8859-15", "koi8-r")
REGISTRY = load()
DATA = names_reader.in_shape(read_bytes(bundled("names.yaml")))
NAMES = {
    *(name for state in REGISTRY for name in (state.name, state.common_name, *state.aliases)),
    *(alias for other in REGISTRY.not_states for alias in (other.name, *other.aliases)),
    *(name for _, name in names_reader.coded_names(DATA)),
}


@pytest.fixture(params=LOCALES)
def read(request, monkeypatch):
    """Return a function that reads bytes as Python does in a locale, which is then in force."""
    encoding = request.param
    monkeypatch.setattr(
        arguments.os, "fsencode", lambda text: text.encode(encoding, "surrogateescape")
    )
    return lambda data: data.decode(encoding, "surrogateescape")


def test_every_name_is_understood_in_every_locale(read):
    """What a terminal writes in UTF-8 means the same, whatever the locale makes of it."""
    assert [name for name in NAMES if as_utf8(read(name.encode())) != name] == []


def test_the_quick_way_reads_plain_letters_only(read):
    """Whatever the locale made of a name with other letters, the program judges it."""
    others = [name for name in NAMES if not name.isascii()]

    assert len(others) > 3000
    assert {quick._parsed([read(name.encode())])[0] for name in others} == {""}


def test_what_is_not_utf_8_stays():
    """An argument typed in the locale's own encoding is left as the locale reads it."""
    for text in ("T\udcfcrkei", "\udcff"):
        assert as_utf8(text) == text


def test_files_are_named_as_they_were(read):
    """A path is given to the system as it came: alone, or after an option."""
    name = "出-é.csv".encode()
    given = [read(name), read(b"--output=" + name), read(b"-o" + name), "plain", "a=b"]
    held = Arguments(given)

    assert held.texts == ["出-é.csv", "--output=出-é.csv", "-o出-é.csv", "plain", "a=b"]
    assert held.as_given("出-é.csv") == read(name)
    assert held.as_given("plain") == "plain"
    assert held.as_given("b") == "b"


def test_characters_that_python_lacks(monkeypatch):
    """The C library tells from which bytes it read them."""
    how = ("euc_jp", "surrogateescape")
    monkeypatch.setattr(arguments.os, "fsencode", lambda text: text.encode(*how))
    monkeypatch.setattr(arguments.os, "fsdecode", lambda given: bytes(given).decode(*how))
    monkeypatch.setattr(arguments, "_bytes_in_c", {"한": "Алжир".encode()}.get)

    assert as_utf8("한") == "Алжир"


def run(*args, cwd, **locale):
    """Run the program, in a locale without letters or another, and return its code and output."""
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **locale}
    done = subprocess.run(
        [sys.executable, "-m", "icc_status", *args],
        env={**os.environ, **locale},
        cwd=cwd,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_every_verb_reads_its_arguments_so(tmp_path):
    """A state, a question, and what --map settles; a file with such a name is found."""
    path = tmp_path / "出.csv"
    path.write_text("country,day\nAE,2010-01-01\n希腊,2010-01-01\n", encoding="utf-8")
    day = ("--on", "2026-10-02")

    assert run("希腊", *day, cwd=tmp_path) == (0, "GRC\tGreece\tparty\t2002-08-01\n", "")
    assert run("check", "马里", "--is", "parties", *day, cwd=tmp_path)[0] == 0
    code, out, _ = run(
        *("annotate", "出.csv", "--state", "country", "--date", "day", "--map", "希腊=FRA"),
        cwd=tmp_path,
    )
    assert code == 0
    assert [line.split(",")[2] for line in out.splitlines()[1:]] == ["ARE", "FRA"]


@pytest.mark.needs("locales")
@pytest.mark.parametrize("locale", ["ja_JP.EUC-JP", "zh_CN.GBK", "zh_TW.BIG5"])
def test_what_only_the_c_library_reads_is_read(tmp_path, locale):
    """In some locales it reads bytes as characters that Python's own encoding does not have."""
    language, encoding = locale.split(".")
    made = ["localedef", "-c", "-i", language, "-f", encoding, tmp_path / locale]
    subprocess.run(made, capture_output=True, check=False)
    assert (tmp_path / locale).exists()
    (tmp_path / "Éire 阿根廷.csv").write_text("country\nÉire\n", encoding="utf-8")

    def said(*args):
        options = ("--on", "2026-10-02")
        return run(*args, *options, cwd=tmp_path, LC_ALL=locale, LOCPATH=str(tmp_path))[:2]

    assert said("アルゼンチン") == (0, "ARG\tArgentina\tparty\t2002-07-01\n")
    assert said("Алжир") == (0, "DZA\tAlgeria\tsignatory\t2000-12-28\n")
    assert said("កម្ពុជា") == (0, "KHM\tCambodia\tparty\t2002-07-01\n")
    code, out = said("annotate", "Éire 阿根廷.csv", "--state", "country", "--add", "iso3")
    assert (code, out) == (0, "country,icc_iso3\nÉire,IRL\n")
