"""The quick entry gives the program's answer, byte for byte, or leaves it to the program."""

import contextlib
import io
import os
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from terminals import PIPE, TODAY

from icc_status import cli, load, quick
from icc_status.commands.session import Session
from icc_status.loading import fingerprint, snapshot
from icc_status.loading import registry as registry_reader
from icc_status.loading import situations as situations_reader
from icc_status.loading.quick_file import quick_file
from icc_status.model.groups import GROUPS
from icc_status.model.names import spellings

REGISTRY = load()
NAMES = [name for state in REGISTRY for name in spellings(state)]
NAMES += [name for name in REGISTRY.languages().by_key if name.isascii()]


def installed(folder):
    """Put the registry and its snapshot into a folder, as a wheel has them, and return it."""
    yaml = registry_reader.bundled().read_bytes()
    names = registry_reader.bundled("names.yaml").read_bytes()
    files = snapshot.compiled(yaml, names, registry_reader.in_shape(yaml), REGISTRY)
    (folder / "states.yaml").write_bytes(yaml)
    (folder / "names.yaml").write_bytes(names)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder with the registry and its snapshot, as a wheel has it."""
    return f"{installed(tmp_path_factory.mktemp('data'))}/"


class Screen(io.TextIOWrapper):
    """A stream that a person watches."""

    def isatty(self):
        return True


def captured(function, *args, stream=io.TextIOWrapper, **options):
    """Run a function and return its result and what it wrote on both streams."""
    streams = [stream(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        result = function(*args, **options)
    for stream in streams:
        stream.flush()
    return result, *(stream.buffer.getvalue() for stream in streams)


@pytest.fixture(scope="module")
def program():
    """Run the program, its registry read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "registry", REGISTRY)
        yield lambda args: captured(cli.run, args, today=TODAY, place=PIPE)


STATE = st.sampled_from(NAMES) | st.sampled_from(["congo", "kosovo", "atlantis", "", "?"])
DAY = st.dates(date(1997, 1, 1), date(2028, 12, 31)).map(str) | st.sampled_from(["today", "2010"])
GROUP = st.sampled_from([*GROUPS, "partys", ""])
ON = st.just([]) | DAY.map(lambda day: ["--on", day])
OTHER = st.sampled_from(["--format", "csv", "--", "-h", "--is", "count", "--sort", "since", "--on"])
QUESTION = st.one_of(
    st.tuples(st.lists(STATE, min_size=1, max_size=3), ON).map(lambda q: [*q[0], *q[1]]),
    st.tuples(STATE, ON).map(lambda q: ["show", q[0], *q[1]]),
    st.tuples(GROUP, ON).map(lambda q: ["list", q[0], *q[1]]),
    ON.map(lambda on: ["list", *on]),
    st.tuples(STATE, GROUP, ON).map(lambda q: ["check", q[0], "--is", q[1], *q[2]]),
    st.lists(STATE | GROUP | DAY | OTHER, max_size=5),
)


@settings(max_examples=400, deadline=None)
@given(args=QUESTION)
@example(args=["check", "montenegro", "--is", "all", "--on", "2006-06-02"])
@example(args=["russia", "RUS", "norway", "--on", "2026-10-02"])
@example(args=["list", "withdrawing", "--on", "2025-06-02"])
def test_both_ways_give_the_same(data, program, args):
    """For any arguments, bytes and exit code are the same, or quick leaves it to the program."""
    quickly = captured(quick.answer, args, data, str(TODAY))

    assert quickly in {program(args), (None, b"", b"")}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("el salvador", 2),
        ("Niue Island", 2),
        ("el el salvador", 2),
        ("la france", 2),
        ("LA FRANCE", 2),
        ("el salvador france", 2),
        ("france and germany", 2),
        ("is france", 2),
        ("pe ru", 0),
        ("MA LI", 0),
        ("russia usa", 0),
        ("russia RUS ru", 0),
        ("france NER", 0),
    ],
)
def test_words_side_by_side(data, program, words, code):
    """Both refuse words that may be one name or no code, and answer for codes side by side."""
    args = words.split()
    told = program(args)

    assert told[0] == code
    assert (b"quote a name" in told[2] or b"may be a word" in told[2]) == (code == 2)
    assert captured(quick.answer, args, data, str(TODAY)) in {told, (None, b"", b"")}


@pytest.mark.parametrize("state", REGISTRY.states, ids=lambda state: state.iso3)
def test_both_ways_agree_on_every_turning_day(data, program, state):
    """Both give the same on the day before, the day, and the day after each act and effect."""
    days = {act.date for act in state.acts} | {act.effective for act in state.acts}
    near = {day + timedelta(days=n) for day in days if day for n in (-1, 0, 1)}
    for day in sorted(day for day in near if day <= REGISTRY.as_of and day.day <= 28):
        args = [state.iso3, "--on", str(day)]
        if date(1998, 7, 17) <= day and state.existed(day):
            assert captured(quick.answer, args, data, str(TODAY)) == program(args)


@pytest.mark.parametrize(
    "args",
    [
        ["russia"],
        ["Allemagne"],
        ["list"],
        ["list", "non-ratifiers"],
        ["check", "russia", "--is", "parties"],
    ],
)
def test_plain_questions_are_answered(data, args):
    """The quick entry answers plain questions itself."""
    code, _, err = captured(quick.answer, args, data, str(TODAY))

    assert code == (1 if "check" in args else 0)
    assert err == b""


@pytest.mark.parametrize("setting", sorted(quick.SETTINGS))
def test_settings_are_the_program_s(data, monkeypatch, setting):
    """A format, a registry or a completion asked for by the environment is handed over."""
    monkeypatch.setenv(setting, "x")

    assert quick.answer(["russia"], data, str(TODAY)) is None


@pytest.mark.parametrize("args", [["russia"], ["usa", "NER"], ["list"], ["atlantis"]])
def test_a_terminal_always_gets_the_program(data, args):
    """What a person sees has one maker."""
    assert captured(quick.answer, args, data, str(TODAY), stream=Screen) == (None, b"", b"")


def test_check_prints_nothing_and_is_answered_on_a_terminal_too(data):
    """A loop that a person runs is as quick as a script."""
    args = ["check", "norway", "--is", "parties"]

    assert captured(quick.answer, args, data, str(TODAY), stream=Screen) == (0, b"", b"")


@pytest.mark.parametrize(
    "args",
    [["Türkiye"], ["Čína"], ["希腊"], ["\udce5\udcb8\u008c"], ["check", "希腊", "--is", "all"]],
)
def test_what_is_not_ascii_is_the_program_s(data, args):
    """An argument that is not ASCII is left to the program, which knows the locale."""
    assert captured(quick.answer, args, data, str(TODAY)) == (None, b"", b"")


def test_an_old_registry_is_the_program_s(data):
    """If the registry is old, the question is left to the program, which says so."""
    fresh, stale = (str(REGISTRY.as_of + timedelta(days)) for days in (180, 181))

    assert captured(quick.answer, ["russia"], data, fresh)[0] == 0
    assert captured(quick.answer, ["russia"], data, stale)[0] is None


def test_an_old_registry_is_the_program_s_whatever_the_day_asked_about(data):
    """The same holds for questions about early days."""
    args = ["russia", "--on", "2010-01-01"]

    stale = str(REGISTRY.as_of + timedelta(181))

    assert captured(quick.answer, args, data, stale)[0] is None


@pytest.mark.parametrize("args", [["russia"], ["list"], ["check", "russia", "--is", "all"]])
def test_a_clock_before_the_statute_is_the_program_s(data, args):
    """If the clock is wrong, the question is left to the program, which says so."""
    assert captured(quick.answer, args, data, "1970-01-01")[0] is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "states.quick").unlink(),
        lambda folder: (folder / "states.yaml").unlink(),
        lambda folder: (folder / "states.quick").write_bytes(b""),
        lambda folder: os.truncate(folder / "states.quick", 3000),
        lambda folder: (folder / "states.quick").write_bytes(
            (folder / "states.quick").read_bytes().replace(b"|renounced|", b"|signatory|")
        ),
        lambda folder: (folder / "states.quick").write_bytes(b"\xff\xfe"),
        lambda folder: (folder / "states.yaml").write_bytes(b"states: []"),
    ],
)
def test_a_snapshot_that_does_not_fit_is_as_good_as_none(tmp_path, damage):
    """A snapshot that does not belong to the YAML is ignored."""
    damage(installed(tmp_path))

    assert captured(quick.answer, ["russia"], f"{tmp_path}/", str(TODAY)) == (None, b"", b"")


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "names.quick").unlink(),
        lambda folder: (folder / "names.yaml").unlink(),
        lambda folder: (folder / "names.yaml").write_bytes(b"lists: []"),
        lambda folder: os.truncate(folder / "names.quick", 3000),
    ],
)
def test_names_in_other_languages_that_do_not_fit(tmp_path, damage):
    """They are handed over; plain names are still answered."""
    damage(installed(tmp_path))

    assert captured(quick.answer, ["Allemagne"], f"{tmp_path}/", str(TODAY)) == (None, b"", b"")
    assert captured(quick.answer, ["russia"], f"{tmp_path}/", str(TODAY))[0] == 0


def test_a_snapshot_holds_the_whole_registry(tmp_path):
    """The snapshot gives the same registry as the YAML."""
    where = installed(tmp_path) / "states.yaml"
    yaml = where.read_bytes()

    assert registry_reader.build(**snapshot.read(where, yaml)) == REGISTRY
    assert snapshot.read(where, yaml + b"\n") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"[" * 200_000),
        lambda path: path.write_bytes(b"{}"),
        lambda path: path.write_bytes(path.read_bytes().replace(b"Norway", b"Narway")),
    ],
)
def test_a_damaged_snapshot_is_as_good_as_none(tmp_path, damage):
    """A damaged snapshot is ignored; the YAML is read."""
    where = installed(tmp_path) / "states.yaml"
    damage(where.with_suffix(".json"))

    assert snapshot.read(where, where.read_bytes()) is None


@pytest.mark.parametrize("name", ["FORMAT", "__version__"])
def test_a_snapshot_of_another_program_is_ignored(tmp_path, monkeypatch, name):
    """A snapshot of the same YAML that another version made, or in another format, is not read."""
    where = installed(tmp_path) / "states.yaml"
    monkeypatch.setattr(fingerprint, name, 999)

    assert snapshot.read(where, where.read_bytes()) is None
    assert quick_file(f"{tmp_path}/") is None


def test_a_snapshot_holds_the_situations(tmp_path):
    """The situations are read from their snapshot as from their YAML."""
    yaml = registry_reader.bundled("situations.yaml").read_bytes()
    data = situations_reader.in_shape(yaml)
    for name, text in snapshot.whole("situations.yaml", yaml, data).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    held = snapshot.read(tmp_path / "situations.yaml", yaml)

    assert situations_reader.build(held["data"]) == situations_reader.load()


def test_an_edited_registry_is_read_and_nothing_is_written(tmp_path, monkeypatch):
    """After an edit of the installed YAML that YAML is read, and its folder stays as it is."""
    where = installed(tmp_path) / "states.yaml"
    text = where.read_text(encoding="utf-8")
    where.write_text(text.replace("un_name: Norway", "un_name: Norge"), encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(registry_reader, "bundled", lambda: where)

    assert registry_reader.load()["NOR"].name == "Norge"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
