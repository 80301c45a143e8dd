"""What is quick is also right: byte for byte what the csv module alone would have written."""

import csv
import io
import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from icc_status import QuestionError, load
from icc_status.annotation.annotations import DEFAULT, Annotator, UnresolvedError
from icc_status.annotation.appending import Appender, Pair
from icc_status.annotation.cells import ByName, Settled
from icc_status.annotation.csvtext import Joiner, whole_lines
from icc_status.annotation.days import ByDay
from icc_status.annotation.decoding import decoded
from icc_status.annotation.header import read_header
from icc_status.model.days import read_day

REGISTRY = load()
HEADER = ["id", "country", "day", "note"]
ADDED = [f"icc_{column}" for column in DEFAULT]


def annotator(delimiter: str = ",", strict: bool = False, states=None, kept=1000) -> Annotator:
    """Return an annotator of the columns that are added unless said."""
    resolver = Settled({}, states or ByName(REGISTRY.names))
    return Annotator(REGISTRY, resolver, ByDay(), DEFAULT, delimiter, strict, kept)


def texts_of(file: bytes, work: Annotator, delimiter: str = ",", size: int = 1 << 17):
    """Return the texts of an annotated file, read a few bytes at a time."""
    blocks = (file[at : at + size] for at in range(0, len(file), size))
    texts = whole_lines(decoded(blocks, "utf-8"))
    header = read_header(texts, delimiter)
    pair = Pair(work, header.column("country"), header.columns("day"))
    appender = Appender([pair], delimiter, len(header.cells), work.strict)
    return appender.appended(header, texts, ADDED)


def quickly(text: str, delimiter: str = ",", size: int = 1 << 17) -> str:
    """Annotate a text the way the program does, a few bytes at a time."""
    return "".join(texts_of(text.encode(), annotator(delimiter), delimiter, size))


def cells(name: str, day: str) -> list[str]:
    """Return the cells to add, straight from the registry."""
    nothing = [""] * len(DEFAULT)
    try:
        state, date = REGISTRY.find(name), read_day(day)
    except QuestionError:
        return nothing
    try:
        standing = state.standing(date)
    except QuestionError:
        return [state.iso3, "", "", ""]
    party = "true" if standing.status == "party" else "false"
    return [state.iso3, standing.status.value, party, str(standing.since or "")]


def written(row: list[str], delimiter: str) -> str:
    """Return a row as the csv module writes it; a lone empty cell as nothing."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerow(["x", *row])
    return out.getvalue()[2:-2]


def plainly(text: str, delimiter: str = ",") -> str:
    """Annotate a text with a plain loop over the csv module, a whole file at once."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    done, start = [], 0
    for row in reader:
        record = "".join(lines[start : reader.line_num])
        body = record.rstrip("\r\n")
        if not start:
            body += delimiter + delimiter.join(ADDED)
        elif row:
            body = answered(body, row, delimiter)
        done.append(body + record[len(record.rstrip("\r\n")) :])
        start = reader.line_num
    return "".join(done)


def answered(body: str, row: list[str], delimiter: str) -> str:
    """Return a record with the answers where the header has them, or as it is."""
    raw, regular = as_written(body, delimiter)
    width = len(HEADER)
    if not regular:
        return body
    filled = [*row, *[""] * (width - len(row))]
    answer = written(cells(filled[1], filled[2]), delimiter)
    first = [*raw, *[""] * (width - len(raw))][:width]
    return delimiter.join([*first, answer, *raw[width:]])


def as_written(body: str, delimiter: str) -> tuple[list[str], bool]:
    """Return a record's cells with their quotes, and whether each quote has its place."""
    raw, regular, at = [], True, 0
    while True:
        start = at
        if body[at : at + 1] == '"':
            at += 1
            while (at := body.find('"', at)) >= 0 and body[at + 1 : at + 2] == '"':
                at += 2
            if at < 0:
                return [*raw, body[start:]], False
            at += 1
            regular = regular and body[at:].partition(delimiter)[0].strip(" \t") == ""
        at = body.find(delimiter, at)
        if at < 0:
            return [*raw, body[start:]], regular
        raw.append(body[start:at])
        at += 1


NAMES = [
    "Uganda",
    "Burundi",
    "Zaire",
    "South Sudan",
    "Kosovo",
    "",
    "NAM",
    "Côte d'Ivoire",
    " Mali ",
]
DAYS = [
    "2017-10-26",
    "2017-10-27",
    "1998-07-16",
    "2010-02-30",
    "",
    "2003-01-01 10:00",
    "2030-01-01",
]
SNAGS = [
    ",",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\x00",
    "\x0b",
    "\u2028",
    "\ufeff",
    ";",
    "é",
]
PIECES = st.sampled_from(NAMES + DAYS + SNAGS + ["1", "note"])
AWKWARD = st.lists(PIECES, max_size=40).map("".join)
CELL = st.sampled_from(NAMES + DAYS + ["a, b", 'say "so"', "two\nlines", "x\r\ny", "\r", "plain"])
ROW = st.tuples(
    st.sampled_from(["1", "22"]), st.sampled_from(NAMES), st.sampled_from(DAYS), CELL
).flatmap(lambda row: st.sampled_from([row, row[:2], (*row, "surplus"), (*row, 'q"', ""), ()]))


@st.composite
def tables(draw):
    """Files as programs write them: one line end, one way of quoting, rows of any length."""
    out = io.StringIO()
    end = draw(st.sampled_from(["\n", "\r\n"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer = csv.writer(out, lineterminator=end, quoting=quoting)
    writer.writerows([HEADER, *draw(st.lists(ROW, max_size=12))])
    text = out.getvalue()
    return text if draw(st.booleans()) else text.removesuffix(end)


deep = settings(max_examples=int(os.environ.get("ICC_STATUS_FUZZ", "100")))
"""How many files each test tries; `make deep` tries far more."""


@deep
@given(AWKWARD, st.sampled_from(["\n", "\r\n", "\r"]), st.integers(1, 60))
@example('1,Uganda,2017-10-26,"never closed\n', "\n", 7)
@example("1,Uganda,2017-10-26,a\r\n2,Mali,2017-10-26,b\n", "\n", 100)
@example('"",,,\n,"",,,\n', "\n", 3)
@example('"', "\n", 1)
def test_awkward_text(text, end, size):
    """Whatever follows the header, in pieces of any size, comes out as csv alone would have it."""
    whole = ",".join(HEADER) + end + text

    assert plainly(whole) == quickly(whole, size=size)


@deep
@given(tables(), st.integers(1, 300))
def test_ordinary_files(text, size):
    """So do files that programs write, quoted or not, with rows of any length."""
    assert plainly(text) == quickly(text, size=size)


@deep
@given(tables())
def test_cells_are_left_alone(text):
    """Each record reads as before, with the answers after the header's cells."""
    before = list(csv.reader(io.StringIO(text, newline="")))
    after = list(csv.reader(io.StringIO(quickly(text), newline="")))

    assert [*HEADER, *ADDED] == after[0]
    assert len(before) == len(after)
    for old, new in zip(before[1:], after[1:], strict=True):
        if old:
            filled = [*old, *[""] * (4 - len(old))]
            assert new == [*filled[:4], *cells(filled[1], filled[2]), *filled[4:]]
        else:
            assert new == []


NOTE = st.lists(st.sampled_from(["so", '"', ",", "\n", " ", "\\", "Mali"]), max_size=6).map("".join)


@deep
@given(
    st.lists(st.tuples(NOTE, st.sampled_from(["Mali", "Chad"]), st.just("2010-01-01"), NOTE)),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.integers(1, 300),
)
def test_another_dialect(rows, quoting, size):
    r"""Rows whose quotes are escaped by backslashes come out as they were, or rightly answered.

    The first row shows the dialect. Before such a row, `"a\"` alone in a cell is plain CSV.
    """
    rows = [('he said "so" and "so"', "Mali", "2010-01-01", ""), *rows]
    dialect = {"escapechar": "\\", "doublequote": False, "quoting": quoting}
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", **dialect).writerows([HEADER, *rows])
    result = quickly(out.getvalue(), size=size)
    read = list(csv.reader(io.StringIO(result, newline=""), **dialect))[1:]

    for row, answered in zip(rows, read, strict=True):
        assert answered in ([*row], [*row, *cells(*row[1:3])])


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters(delimiter):
    """Any character may stand between the cells."""
    text = delimiter.join(HEADER) + "\n" + delimiter.join(["1", "Mali", "2017-10-26", "a,b"]) + "\n"
    answer = delimiter.join(["MLI", "party", "true", "2002-07-01"])

    assert quickly(text, delimiter).endswith(f"a,b{delimiter}{answer}\n")


def test_a_delimiter_that_answers_hold():
    """Added cells are quoted where they hold the delimiter."""
    text = "id-country-day-note\n1-Mali-x-y\n2-Mali-1999-y\n"

    assert quickly(text, "-").startswith("id-country-day-note-icc_iso3-")
    assert Joiner("-")(["a", "2002-07-01"]) == '-a-"2002-07-01"'


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("1,Mali,2010-01-01,a\n2,Atlantis,2010-01-01,b\n", 3),
        ('1,Mali,2010-01-01,"a\nb"\n2,Atlantis,2010-01-01,b\n', 4),
        ('"1","Mali","2010-01-01","a\nb"\n"2","Atlantis","2010-01-01","b"\n', 4),
        ("1,Mali,2010-01-01,a\r\n\r\n2,Atlantis,2010-01-01,b\r\n", 4),
        ("1,Mali,2010-01-01,a\r2,Atlantis,2010-01-01,b\r", 3),
        ("1,Mali,2010-01-01,a\n2,Atlantis", 3),
    ],
    ids=["plain", "quoted", "all quoted", "empty line", "old Mac", "short"],
)
@pytest.mark.parametrize("size", [3, 64, 1000])
def test_strict_names_the_line(body, line, size):
    """A strict run stops at the first row that cannot be answered, and names its line."""
    end = "\r" if "\n" not in body else "\n"
    texts = texts_of((",".join(HEADER) + end + body).encode(), annotator(strict=True), size=size)
    with pytest.raises(UnresolvedError, match=f"^line {line}: no state is called 'Atlantis'"):
        list(texts)


def test_a_quote_never_closed(monkeypatch):
    """A quote that swallows the file is refused before it fills the memory."""
    monkeypatch.setattr("icc_status.annotation.csvtext.LONGEST", 1000)
    text = ",".join(HEADER) + '\n1,Mali,2010-01-01,"' + "word\n" * 500

    with pytest.raises(QuestionError, match="line 2: a quote is opened and never closed"):
        quickly(text, size=100)


def test_a_line_without_end(monkeypatch):
    """A file that is one endless line is refused."""
    monkeypatch.setattr("icc_status.annotation.csvtext.LONGEST", 1000)

    with pytest.raises(QuestionError, match="is this CSV"):
        list(whole_lines(["x" * 400] * 3))


def test_memory_is_bounded(monkeypatch):
    """However many spellings and days there are, only so many are kept."""
    monkeypatch.setattr("icc_status.annotation.annotations.REMEMBERED", 10)
    work = annotator(kept=5)
    for number in range(100):
        for lookup in (work.read, work.raw):
            assert lookup.answers[f"Nowhere {number}"][lookup.stretches[f"day {number}"]] is None
        work.tell(f"Nowhere {number}", f"day {number}")

    memos = (*work.read[:2], *work.raw[:2], work.states, work.settled)
    assert max(map(len, memos)) <= 10
    assert (5, 95) == (len(work.tally.names.cells), work.tally.names.others.total())
    assert work.tally.unresolved == 100


class Judge(ByName):
    """A reader of states that keeps what it was given to judge, and refuses one cell."""

    def __init__(self) -> None:
        super().__init__(REGISTRY.names)
        self.given: list[list[str]] = []

    def judge(self, texts):
        self.given.append(sorted(texts))
        if "UKG" in texts:
            raise QuestionError("pass --code cowc")


@pytest.fixture
def judge():
    """Return a new one for each test."""
    return Judge()


def judged(judge, body, size):
    """Annotate rows whose states are judged."""
    text = ",".join(HEADER) + "\n" + body
    return texts_of(text.encode(), annotator(states=judge), size=size)


def test_states_are_judged_before_anything_is_written(judge):
    """The cells of the first block are judged together, and no text comes out before."""
    texts = judged(judge, "1,Mali,2010-01-01,\n2,UKG,2010-01-01,\n", 1000)

    with pytest.raises(QuestionError, match=r"^pass --code cowc$"):
        next(texts)
    assert judge.given == [["Mali", "UKG"]]


def test_a_later_state_is_judged_with_its_line(judge):
    """A new cell is judged by itself, once, and its line is named."""
    body = "1,Mali,2010-01-01,\n2,Mali,2010-01-01,\n3,Chad,2010-01-01,\n4,UKG,2010-01-01,\n"
    texts = judged(judge, body, 20)

    with pytest.raises(QuestionError, match=r"^line 5: pass --code cowc$"):
        list(texts)
    assert judge.given == [["Mali"], ["Chad"], ["UKG"]]
