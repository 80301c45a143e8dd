"""No input breaks the program: it gives an answer or one clear line, and a documented exit code."""

import datetime as dt
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from outcomes import assert_clear, outcome
from sample_registry import answer_from, sample_docket, sample_registry
from sound import sound
from terminals import PIPE, SCREEN

from icc_status import cli
from icc_status.render.formats import FORMATS

BUDGET = int(os.environ.get("ICC_STATUS_FUZZ", "20"))
"""How many inputs each test tries; `make deep` tries far more."""

fuzz = settings(
    max_examples=BUDGET,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

NASTY = st.sampled_from(
    [
        *("", " ", "-", "--", "\u202etxt", "\u200b", "\x1b[31mred", "\udcff", "\udced\udca0\udc80"),
        *(
            "\x7f",
            "'",
            '"',
            "\\",
            "%s",
            "{}",
            "=1+1",
            "@SUM",
            "🇷🇺",
            "i\u0307stanbul",
            "ﬁji",
            "\x85",
            "İ",
        ),
        "a" * 10_000,
        "russia\nfrance",
        "١٩٩٨-٠٧-١٧",
    ]
)
ANY = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
ARGUMENT = st.text(ANY, max_size=40) | NASTY
"""What a system can hand over: bytes that are no UTF-8 come as U+DC80 to U+DCFF."""

WORDS = st.sampled_from(
    [
        *cli.VERBS,
        *("russia", "congo", "kosovo", "--on", "2016-11-16", "--format", *FORMATS, "table"),
        *(
            "--fields",
            "iso3",
            "--is",
            "parties",
            "--sources",
            "--since",
            "--kind",
            "-h",
            "--version",
        ),
        *("--registry", "/dev/null", "--region", "WEOG", "--sort", "9999-12-31", "--on="),
    ]
)


@pytest.fixture(scope="module", autouse=True)
def _sample():
    """Answer from the sample, which is read once."""
    with pytest.MonkeyPatch.context() as patch:
        answer_from(sample_registry(), sample_docket(), patch)
        yield


@pytest.fixture(scope="module")
def path():
    """A path that each example writes anew."""
    with tempfile.TemporaryDirectory() as directory:
        yield Path(directory) / "file"


@fuzz
@given(text=ARGUMENT)
def test_any_text_as_a_state(text):
    """Any name leads to a state or to a reason why not."""
    for verb in (["show", "--"], ["check", "--is", "parties", "--"]):
        assert_clear(*outcome(*verb, text))


@fuzz
@given(text=ARGUMENT)
def test_any_text_as_a_value(text):
    """A day, a format, a field, a group, a kind, a region is one, or is refused by its option."""
    for args in (
        ["list", f"--on={text}"],
        ["count", f"--format={text}"],
        ["count", f"--fields={text}"],
        ["check", "russia", f"--is={text}"],
        ["changes", "--until=1998-07-17", f"--kind={text}"],
        ["list", f"--region={text}"],
    ):
        code, out, err = outcome(*args)
        assert_clear(code, out, err)


@fuzz
@given(args=st.lists(WORDS | ARGUMENT, max_size=6))
@example(args=["show", "--sources", "--format", "table", "--fields", "iso3", "russia"])
@example(args=["audit", "/dev/null"])
def test_any_arguments(args):
    """Any list of arguments is a question that is answered, or refused."""
    for place in (PIPE, SCREEN):
        assert_clear(*outcome(*args, place=place), lines=len(args))


@fuzz
@given(data=st.binary(max_size=2000))
@example(data=b"a: &a [x]\n" + b"\n".join(b"b%d: [*a, *a, *a]" % i for i in range(20)))
@example(data=b"a: &a {b: *a}\nstates: [*a]")
@example(data=b"\xef\xbb\xbfstates: []")
@example(data=b"states: [{iso3: &a [*a]}]")
@example(data=b"? [a]\n: b\nstates: []")
@example(data=b"--- a\n--- b")
@example(data=b"!!python/object/apply:os.system ['true']")
def test_any_bytes_as_a_registry(path, data):
    """Any bytes are read as a registry with faults, or refused."""
    path.write_bytes(data)
    assert_clear(*outcome("russia", f"--registry={path}"))
    code, out, err = outcome("validate", str(path))
    assert code in {1, 3}
    assert not set("\x1b\x07\x9b\u202e") & set(out + err)


COPY = "state,signature\nAlpha,1999-01-13\nBeta,\n"
ROWS = "country,day\nAlpha,2010-01-01\nXBB,2020-01-01\n"
WHERE = ("--territory=alpha", "--nationality=beta", "--date=2020-01-01")
VERBS = [
    *(["alpha"], ["alpha", "beta"], ["alpha", "--sources"], ["alpha", "--on=2005-01-01"]),
    *(["alpha", f"--format={form}"] for form in ("json", "yaml", "csv", "markdown")),
    *(["list"], ["list", "parties"], ["list", "Africa"], ["list", "--sort=since"]),
    *(["list", "--accepted=XVIII-10-b"], ["list", "--format=json"], ["list", "--format=markdown"]),
    *(["count"], ["count", "--on=2020-01-01"], ["changes"], ["changes", "--format=json"]),
    *(["check", "alpha", "--is=parties"], ["check", "alpha", "--is=non-ratifiers"]),
    *(["situations"], ["situations", "--format=json"], ["chart"], ["chart", "-o", "{out}.svg"]),
    *(["jurisdiction", *WHERE], ["jurisdiction", *WHERE, "--crime=aggression"]),
    *(["jurisdiction", *WHERE, "--format=json"], ["jurisdiction", *WHERE, "--format=markdown"]),
    *(["export", table] for table in ("states", "acts", "spells", "panel")),
    *(["annotate", "{rows}", "--state=country", "--date=day"], ["audit", "{copy}"]),
    ["list", "--on=2005-01-01", "--format=csv"],
]
"""36 forms of the verbs that answer from a registry."""

VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.dates()
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value, path=()):
    """Yield the path of everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in inside:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, key))


PLACES = list(places(sound()))


def at(data, place):
    """Return what holds a place, and the key of the place in it."""
    for step in place[:-1]:
        data = data[step]
    return data, place[-1]


def assert_each_verb_answers(path, data):
    """Assert that faults are named, and that each verb answers from what is sound."""
    path.write_text(data.text(), encoding="utf-8", errors="surrogatepass")
    code, out, err = outcome("validate", str(path))
    assert code in {0, 1, 3}
    assert "\x1b" not in out + err
    rows, copy = path.with_name("rows.csv"), path.with_name("copy.csv")
    rows.write_text(ROWS, encoding="utf-8")
    copy.write_text(COPY, encoding="utf-8")
    for verb in VERBS:
        args = [arg.format(rows=rows, copy=copy, out=path) for arg in verb]
        done = outcome(*args, f"--registry={path}")
        assert_clear(*done)
        assert code != 0 or done[0] in {0, 1, 2}, "a sound registry cannot be read"


@fuzz
@given(place=st.sampled_from(PLACES), value=VALUE)
@example(place=("about",), value={"\x1e": None})
@example(place=("states",), value=[])
@example(place=("about",), value={"a\nb\u2028": "c"})
def test_any_value_anywhere_in_a_registry(path, place, value):
    """With any value in any place its fault is named, or each verb answers from the registry."""
    data = sound()
    holder, key = at(data, place)
    holder[key] = value
    assert_each_verb_answers(path, data)


def others_for(value):
    """Return values of the same kind to put in place of one: other days, texts, fewer or more."""
    if isinstance(value, dt.date):
        return st.dates(dt.date(1998, 7, 17), dt.date(2030, 12, 31))
    if isinstance(value, bool | int):
        return st.sampled_from([not value, value + 1])
    if isinstance(value, str):
        return st.sampled_from(TEXTS)
    if isinstance(value, list):
        return st.sampled_from([value[:-1], value[1:], value[::-1], value + value[-1:]])
    return st.sampled_from([{k: v for k, v in value.items() if k != gone} for gone in value])


def texts(data):
    """Yield every text of a registry."""
    for place in PLACES:
        holder, key = at(data, place)
        if isinstance(holder[key], str):
            yield holder[key]


TEXTS = sorted(set(texts(sound())))


@fuzz
@given(chosen=st.data())
def test_any_change_within_the_shape_of_a_registry(path, chosen):
    """With other days and texts, or an entry less or more, it is the same."""
    data = sound()
    for place in chosen.draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3)):
        with suppress(KeyError, IndexError, TypeError):  # what an earlier change took away
            holder, key = at(data, place)
            holder[key] = chosen.draw(others_for(holder[key]))
    assert_each_verb_answers(path, data)


CELL = ARGUMENT | st.sampled_from(["Alpha", "8 Jan 1999", "[17 Jul 2007 a]", "<sup>1</sup>"])


@fuzz
@given(
    data=st.binary(max_size=500),
    start=st.sampled_from([b"", b"state,signature\n", b"<", b"<html>"]),
)
@example(data=b"<!--<!--", start=b"<table id=tblgrid>")
@example(data=b"&#x110000;&#0;&#xD800;", start=b"<table id=tblgrid><tr><td>")
def test_any_bytes_as_a_copy(path, data, start):
    """Any bytes are a copy that differs, or none of the forms."""
    path.write_bytes(start + data)
    assert_clear(*outcome("audit", str(path)))


@fuzz
@given(cells=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5))
def test_any_cells_in_a_copy(path, cells):
    """Any cells in the depositary's page are read as days and names, or stand as they are."""
    rows = [["Participant", "Signature", "Accession(a), Ratification"], *cells]
    page = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    text = f"<html><table id=tblgrid>{page}</table>"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    small = path.with_name("registry")
    small.write_text(sound().text())
    for place in (PIPE, SCREEN):
        assert_clear(*outcome("audit", str(path), "--registry", str(small), place=place))


@pytest.mark.parametrize("verb", ["validate", "audit", "list --registry"])
def test_a_pipe_is_not_waited_for(tmp_path, verb):
    """A pipe that nobody writes to is refused at once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert outcome(*verb.split(), str(pipe))[0] == 3


def test_escapes_in_a_file_name(tmp_path):
    """Control characters in a file's name are written out."""
    path = tmp_path / "\x1b[31mred"
    path.write_text(sound().text())
    lost = outcome("validate", f"{path}\nlost")
    assert len(lost[2].splitlines()) == 1
    told = [outcome("validate", str(path)), outcome("audit", str(path), place=SCREEN)]

    assert all("\\x1b[31mred" in out and "\x1b" not in out for _, out, _ in told)


def test_the_stack_is_spared():
    """Python's recursion limit is not changed."""
    limit = sys.getrecursionlimit()
    outcome("validate", os.devnull)

    assert sys.getrecursionlimit() == limit
