"""Trouble from outside: closed streams, read-only disks, narrow terminals, other writers."""

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from pty_helper import shown
from sample_registry import STATES
from sound import sound
from terminals import SCREEN

from icc_status import cli
from icc_status.errors import OutputError
from icc_status.system.files import whole_file
from icc_status.system.streams import put

ROOT = Path(__file__).parent.parent
ENVIRON = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm"}
PROGRAM = f"'{sys.executable}' -m icc_status"
ROWS = "country,day\r\nMali,2010-01-01\r\n"
OUTPUTS = {
    "annotate": ["annotate", "rows.csv", "--state=country", "--date=day"],
    "export": ["export", "states"],
    "map": ["map"],
}


def shell(line, cwd):
    """Run a line of the shell without HOME."""
    return subprocess.run(
        ["bash", "-c", line], env=ENVIRON, cwd=cwd, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "args", ["russia", "list --format table", "-h", "--version", "validate"], ids=str
)
def test_closed_output(tmp_path, args):
    """If standard output is closed, there is one line on standard error and exit code 4."""
    result = shell(f"{PROGRAM} {args} >&-", tmp_path)

    told = b"icc-status: the output could not be written: Bad file descriptor\n"
    assert (result.returncode, result.stderr) == (4, told)


def test_closed_output_for_a_verb_that_writes_none(tmp_path):
    """`check` works with standard output closed."""
    assert shell(f"{PROGRAM} check france --is parties >&-", tmp_path).returncode == 0
    assert shell(f"{PROGRAM} check russia --is parties >&-", tmp_path).returncode == 1


def test_closed_errors(tmp_path):
    """With standard error closed, the exit code is right and no message ends up in a file."""
    (tmp_path / "rows.csv").write_text("country,day\nAtlantis,2010-01-01\n")
    annotate = " ".join(OUTPUTS["annotate"])

    assert shell(f"{PROGRAM} russiaa 2>&-", tmp_path).returncode == 2
    assert shell(f"{PROGRAM} {annotate} -o out 2>&-", tmp_path).returncode == 1
    assert (tmp_path / "out").read_text().splitlines()[1] == "Atlantis,2010-01-01,,,,"


def test_closed_input(tmp_path):
    """Rows from a standard input that is closed are refused in one line."""
    result = shell(f"{PROGRAM} annotate - --state country --on 2010-01-01 <&-", tmp_path)

    told = b"icc-status: the rows cannot be read: Bad file descriptor\n"
    assert (result.returncode, result.stderr) == (2, told)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("check nope --is parties", 2),
        ("check france --is nope", 2),
        ("nope", 2),
        ("france --on 2027-06-18", 0),
    ],
)
def test_errors_that_nobody_can_read(tmp_path, args, code):
    """If standard error cannot be written, the exit code stays the same."""
    assert shell(f"{PROGRAM} {args} 2>/dev/full", tmp_path).returncode == code


@pytest.mark.parametrize("args", ["list --format json", "list --format table", "export states"])
def test_a_disk_that_fills_up_unbuffered(tmp_path, args):
    """If the disk fills up, the exit code is 4, also with unbuffered output."""
    settings = "PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1"
    result = shell(f"ulimit -f 2; {settings} {PROGRAM} {args} >out", tmp_path)

    told = b"icc-status: the output could not be written: File too large\n"
    assert (result.returncode, result.stderr) == (4, told)


class Slow(io.RawIOBase):
    """A stream that takes three bytes at a time, and after some no more."""

    def __init__(self, room):
        self.taken, self.room = b"", room

    def writable(self):
        return True

    def write(self, data):
        some = bytes(data[: min(3, self.room - len(self.taken))])
        self.taken += some
        return len(some) or None


def test_a_stream_that_takes_a_part_at_a_time(monkeypatch):
    """All bytes are written, or there is an error."""
    whole, short = Slow(20), Slow(5)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(whole, write_through=True))
    put(b"everything")
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(short, write_through=True))
    with pytest.raises(BlockingIOError):
        put(b"everything")

    assert (whole.taken, short.taken) == (b"everything", b"every")


def test_no_home(tmp_path):
    """Without HOME or any other setting the answer is the same."""
    result = shell(f"env -u HOME {PROGRAM} russia", tmp_path)

    assert result.stdout == b"RUS\tRussian Federation\trenounced\t2016-11-30\n"
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("args", [["russia"], ["list"], ["count"], ["chart"], ["russia", "niger"]])
def test_twenty_columns(args):
    """On a terminal of 20 columns only addresses are wider than the terminal."""
    command = [sys.executable, "-m", "icc_status", *args]
    code, text = shown(command, {**ENVIRON, "NO_COLOR": "1"}, columns=20)
    lines = text.splitlines()

    assert code == 0
    assert [line for line in lines if len(line.rstrip()) > 20 and "http" not in line] == []


@pytest.fixture
def refusing(monkeypatch):
    """Make the system refuse new files, as a read-only folder does (root is refused nothing)."""

    def refuse(number):
        true = os.open

        def opened(path, flags, *args, **more):
            if flags & os.O_CREAT:
                raise OSError(number, os.strerror(number))
            return true(path, flags, *args, **more)

        monkeypatch.setattr(os, "open", opened)

    return refuse


@pytest.mark.parametrize("number", [13, 30], ids=["folder", "file system"])
@pytest.mark.parametrize("args", OUTPUTS.values(), ids=OUTPUTS.keys())
def test_read_only(run, tmp_path, monkeypatch, refusing, args, number):
    """If no file can be made, there is one line and exit code 4, and the old file stays."""
    monkeypatch.chdir(tmp_path)
    Path("rows.csv").write_bytes(ROWS.encode())
    Path("out.svg").write_text("before")
    refusing(number)
    result = run(*args, "-o", "out.svg")

    told = f"icc-status: out.svg could not be written: {os.strerror(number)}\n"
    assert (result.code, result.out) == (4, "")
    assert result.err.endswith(told)
    assert Path("out.svg").read_text() == "before"
    assert sorted(os.listdir()) == ["out.svg", "rows.csv"]


def test_windows_line_ends(run, tmp_path):
    """A registry and rows with Windows line ends are read as any other; the rows keep theirs."""
    registry = tmp_path / "states.yaml"
    registry.write_bytes(STATES.read_bytes().replace(b"\n", b"\r\n"))
    rows, out = tmp_path / "rows.csv", tmp_path / "out.csv"
    rows.write_bytes(ROWS.encode())
    run("annotate", str(rows), "--state=country", "--date=day", "--add=iso3", "-o", str(out))

    assert run("list", "--registry", str(registry)).out == run("list").out
    assert out.read_bytes() == b"country,day,icc_iso3\r\nMali,2010-01-01,MLI\r\n"


def test_a_registry_that_vanishes(run, tmp_path, monkeypatch):
    """A registry that disappears while it is read gives exit code 3."""
    path = tmp_path / "states.yaml"
    path.write_text(sound().text())
    true = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *args: (self.unlink(), true(self, *args))[1])
    result = run("list", "--registry", str(path))

    told = f"icc-status: {path}: cannot be read: No such file or directory\n"
    assert (result.code, result.err) == (3, told)


WRITER = (
    "import sys; from pathlib import Path; from icc_status.system.files import save\n"
    "for _ in range(200): save(Path('out'), sys.argv[1] * 100_000)"
)


def test_two_writers(tmp_path):
    """Two processes that write one file again and again leave one whole file, and no other."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, word], cwd=tmp_path, env=ENVIRON)
        for word in "ab"
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        if (tmp_path / "out").exists():
            text = (tmp_path / "out").read_text()
            seen.add((len(text), len(set(text))))

    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen == {(100_000, 1)}
    assert os.listdir(tmp_path) == ["out"]


def test_writers_with_one_number(tmp_path):
    """Two that write one file at once, in containers each as process 1, do not meet."""
    with whole_file(tmp_path / "out") as one, whole_file(tmp_path / "out") as other:
        one.write(b"one")
        other.write(b"other")

    assert (tmp_path / "out").read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["out"]


def heeding_interrupts():
    """Let a process heed Ctrl-C, also where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_leaves_no_file(tmp_path):
    """Ctrl-C between two rows gives exit code 130 and leaves no file."""
    command = [*sys.orig_argv[:1], "-m", "icc_status", "annotate", "-", "--state=country"]
    with subprocess.Popen(
        [sys.executable, *command[1:], "--on=2010-01-01", "-o", "out"],
        cwd=tmp_path,
        env=ENVIRON,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding_interrupts,
    ) as process:
        process.stdin.write(b"country\n" + b"Mali\n" * 100_000)
        process.stdin.flush()
        while not os.listdir(tmp_path):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
        process.wait()

    assert (process.returncode, told) == (130, b"icc-status: interrupted\n")
    assert os.listdir(tmp_path) == []


def test_escapes_in_rows_stay_off_the_terminal(run, tmp_path):
    """Control characters in a name, a day or a header are written out on standard error."""
    rows = tmp_path / "rows.csv"
    for text in (
        "country,day\n\x1b[31mMali,2010-01-01\n",
        "country,day\nMali,\x9b2J\u202e\n",
        "\x1b[2J,day\nMali,2010-01-01\n",
    ):
        rows.write_text(text, encoding="utf-8")
        result = run(
            *("annotate", str(rows), "--state=country", "--date=day", "-o", os.devnull),
            place=SCREEN,
        )

        assert result.code in {1, 2}
        assert "\\x" in result.err
        assert not set("\x1b\x9b\u202e") & set(result.out + result.err)


def test_escapes_in_rows_are_written_out_on_a_terminal(run, tmp_path):
    """On a terminal, control characters in rows are written out; in a pipe they are kept."""
    rows = tmp_path / "rows.csv"
    rows.write_bytes("country,day,note\r\nMali,2010-01-01,\x1b[31m\u202e\r\n".encode())
    args = ("annotate", str(rows), "--state=country", "--date=day", "--add=iso3")

    assert run(*args, place=SCREEN).lines[1] == "Mali,2010-01-01,\\x1b[31m\\u202e,MLI"
    assert run(*args).lines[1] == "Mali,2010-01-01,\x1b[31m\u202e,MLI"


@pytest.mark.parametrize("first", "=+-@")
def test_formulas_stay_as_they_are(run, tmp_path, first):
    """A cell that a spreadsheet would run as a formula is not changed."""
    rows = tmp_path / "rows.csv"
    rows.write_text(f"country,day,note\nMali,2010-01-01,{first}1+1\n")
    result = run("annotate", str(rows), "--state=country", "--date=day", "--add=iso3")

    assert result.lines[1] == f"Mali,2010-01-01,{first}1+1,MLI"
    assert f"`{first}`" in (ROOT / "docs" / "annotate.md").read_text(encoding="utf-8")


def test_nothing_is_kept_of_what_failed(tmp_path):
    """An error while a file is written leaves no file at all."""

    def fail():
        with whole_file(tmp_path / "out") as handle:
            handle.write(b"half")
            raise OSError(28, "No space left on device")

    with pytest.raises(OutputError):
        fail()

    assert os.listdir(tmp_path) == []


def test_an_output_into_a_pipe_of_the_shell(tmp_path):
    """`-o >(gzip > x.gz)` writes into the pipe that the shell made."""
    (tmp_path / "rows.csv").write_text("country,day\nMali,2010-01-01\n")
    command = f"{PROGRAM} annotate rows.csv --state=country --date=day --add=iso3"
    script = f"{command} -o >(gzip > out.gz); wait; sleep 0.2; gunzip < out.gz"
    result = shell(script, tmp_path)

    assert result.stdout == b"country,day,icc_iso3\nMali,2010-01-01,MLI\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.gz", "rows.csv"]


@pytest.mark.parametrize("output", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
@pytest.mark.parametrize("target", ["| cat", "> out; cat out", ">> log; cat log"])
def test_an_output_to_a_descriptor(tmp_path, output, target):
    """A name of a descriptor means what it is open for; a log is not replaced."""
    (tmp_path / "rows.csv").write_text("country,day\nMali,2010-01-01\n")
    (tmp_path / "log").write_text("old\n" if "log" in target else "")
    command = f"{PROGRAM} annotate rows.csv --state=country --date=day --add=iso3 -o {output}"
    result = shell(f"{command} 2>/dev/null {target}", tmp_path)

    start = "old\n" if "log" in target else ""
    assert f"{start}country,day,icc_iso3\nMali,2010-01-01,MLI\n" == result.stdout.decode()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_stopped_leaves_no_draft(tmp_path, stop):
    """The draft of an output is removed, the old output stays, and the signal ends the run."""
    out = tmp_path / "out.csv"
    out.write_text("old")
    args = ["annotate", "-", "--state=country", "--date=day", "-o", str(out)]
    command = [sys.executable, "-m", "icc_status", *args]
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=ROOT) as process:
        process.stdin.write(b"country,day\nMali,2010-01-01\n")
        process.stdin.flush()
        assert wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
        process.send_signal(stop)
        assert process.wait(30) == -stop
        process.stdin.close()

    assert ["out.csv"] == os.listdir(tmp_path)
    assert out.read_text() == "old"


def wait_for(what, seconds=30):
    """Wait until something is so; tell whether it is."""
    for _ in range(seconds * 20):
        if what():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("before", "during", "after"), [(None, 0o600, 0o640), (0o604, 0o604, 0o604)]
)
def test_who_may_read_a_draft(tmp_path, before, during, after):
    """A new file is private until it is whole; a draft of an old one has its mode throughout."""
    out = tmp_path / "out"
    if before:
        out.touch()
        out.chmod(before)
    mask = os.umask(0o027)
    try:
        with whole_file(out) as handle:
            (draft,) = set(tmp_path.iterdir()) - {out}
            handle.write(b"x")
            assert during == draft.stat().st_mode & 0o777
    finally:
        os.umask(mask)

    assert after == out.stat().st_mode & 0o777


def test_a_draft_that_was_left_is_removed(tmp_path):
    """A writer that was killed leaves a draft; the next one knows it, and leaves those in use."""
    out = tmp_path / "out"
    code = (
        "import os, sys; from pathlib import Path; from icc_status.system.files import whole_file\n"
        "with whole_file(Path(sys.argv[1])) as handle: os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(out)], cwd=ROOT, check=False)
    assert (-9, 1) == (killed.returncode, len(list(tmp_path.iterdir())))

    with whole_file(out) as one:
        with whole_file(out) as other:
            assert len(list(tmp_path.iterdir())) == 2
            other.write(b"other")
        one.write(b"one")

    assert [out] == list(tmp_path.iterdir())
    assert out.read_bytes() == b"one"


ESCAPES = "\x1b]0;owned\x07\x1b[31mred\u202e\x9b"
OPTIONS = [
    (verb, option.opts[0])
    for verb in cli.VERBS
    for option in cli.program.get_command(click.Context(cli.program), verb).params
    if isinstance(option, click.Option) and not option.is_flag
]


@pytest.mark.parametrize(("verb", "option"), OPTIONS)
def test_no_escape_reaches_a_terminal(verb, option, tmp_path, monkeypatch, capsys):
    """What is typed at any option of any verb is written out before a terminal sees it."""
    monkeypatch.chdir(tmp_path)
    code = cli.run([verb, "x", option, ESCAPES, f"{option}={ESCAPES}", ESCAPES], place=SCREEN)
    cli.run([verb, option, ESCAPES], place=SCREEN)
    written = capsys.readouterr()

    assert code in {1, 2, 3, 4}
    assert not set("\x1b\x07\x9b\u202e") & set(written.err)


def test_two_exports_into_one_folder_leave_one_whole_set(tmp_path):
    """The data package that is left describes the files that are left, byte for byte."""
    out = tmp_path / "tables"
    commands = [
        [sys.executable, "-m", "icc_status", "export", "-o", str(out), "--on", day, "--until", year]
        for day, year in (("2010-01-01", "2010"), ("2020-01-01", "2020"))
    ]
    running = [subprocess.Popen(command, cwd=ROOT) for command in commands * 2]

    assert [process.wait(60) for process in running] == [0] * 4
    package = json.loads((out / "datapackage.json").read_text())
    for resource in package["resources"]:
        digest = hashlib.sha256((out / resource["path"]).read_bytes()).hexdigest()
        assert resource["hash"] == f"sha256:{digest}"
