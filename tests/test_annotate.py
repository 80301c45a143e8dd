"""`icc-status annotate`: rows in, the same rows out, with where their state stood on their day."""

import csv
import io
import os
import sys
from datetime import date, timedelta

import pytest
from terminals import SCREEN

from icc_status import QuestionError, load
from icc_status.annotation.annotations import COLUMNS
from icc_status.annotation.days import ByDay
from icc_status.model.days import read_day

EVENTS = """\
id,country,day
1,Burundi,2017-10-26
2,Burundi,2017-10-27
3,USA,2001-06-01
4,Zaire,2003-01-01
5,Viet Nam,2010-01-01
"""
ANSWERS = """\
id,country,day,icc_iso3,icc_status,icc_party,icc_since
1,Burundi,2017-10-26,BDI,party,true,2004-12-01
2,Burundi,2017-10-27,BDI,withdrawn,false,2017-10-27
3,USA,2001-06-01,USA,signatory,false,2000-12-31
4,Zaire,2003-01-01,COD,party,true,2002-07-01
5,Viet Nam,2010-01-01,VNM,non-signatory,false,
"""
ASK = ("--state", "country", "--date", "day")


@pytest.fixture(scope="module")
def registry():
    """Annotate with all of the data: data sets name every state."""
    return load()


@pytest.fixture
def annotate(run, tmp_path):
    """Annotate a text: annotate(text, *options, name="rows.csv")."""

    def annotate(text: str | bytes, *options: str, name: str = "rows.csv", ask=ASK):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("annotate", str(path), *ask, *options)

    return annotate


def test_the_answers_of_each_row_s_day(annotate):
    """Each row gets the alpha-3 code, the status, whether party, and since when."""
    result = annotate(EVENTS)

    assert (0, ANSWERS) == (result.code, result.out)
    assert result.err == "icc-status: 5 rows: 5 answered, 0 unresolved\n"


def test_standard_input(run, monkeypatch):
    """- reads the rows from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EVENTS.encode())))

    assert run("annotate", "-", *ASK).out == ANSWERS


@pytest.mark.parametrize(
    ("columns", "answer"),
    [
        ("status", "withdrawn"),
        ("party,since", "false,2017-10-27"),
        ("iso3,iso2,name,region", "BDI,BI,Burundi,Africa"),
        ("since,until", "2017-10-27,"),
        (",".join(COLUMNS), "BDI,BI,Burundi,Africa,withdrawn,false,2017-10-27,"),
    ],
)
def test_columns_asked_for(annotate, columns, answer):
    """--add names the columns and their order."""
    lines = annotate("country,day\nBurundi,2017-10-27\n", "--add", columns).lines

    assert lines[0] == "country,day," + ",".join(f"icc_{name}" for name in columns.split(","))
    assert lines[1] == "Burundi,2017-10-27," + answer


def test_the_last_day_of_a_status(annotate):
    """until is the last day of the status, as notified."""
    result = annotate("country,day\nBurundi,2017-10-26\n", "--add", "until")

    assert result.lines[1] == "Burundi,2017-10-26,2017-10-26"


def test_another_prefix(annotate):
    """--prefix begins the added columns' names."""
    assert (
        annotate(EVENTS, "--prefix", "rs.")
        .lines[0]
        .endswith(",rs.iso3,rs.status,rs.party,rs.since")
    )


def test_one_day_for_all(run, tmp_path):
    """--on is the day of every row."""
    path = tmp_path / "rows.csv"
    path.write_text("country\nBurundi\n\nMali\n")
    result = run("annotate", str(path), "--state", "country", "--on", "2017-10-26")

    assert result.lines[1:] == [
        "Burundi,BDI,party,true,2004-12-01",
        "",
        "Mali,MLI,party,true,2002-07-01",
    ]
    assert "2 rows: 2 answered" in result.err


@pytest.mark.parametrize(
    ("at", "year", "status"),
    [("start", "2017", "party"), ("end", "2017", "withdrawn"), ("end", "2017.0", "withdrawn")],
)
def test_years(annotate, at, year, status):
    """--year-at takes a column of years by its first or its last day."""
    result = annotate(f"country,day\nBurundi,{year}\n", "--year-at", at, "--add", "status")

    assert result.lines[1] == f"Burundi,{year},{status}"


@pytest.mark.parametrize(
    "day",
    [
        "2017-10-26",
        " 2017-10-26 ",
        "2017-10-26 23:59:59",
        "2017-10-26T00:00:00Z",
        "2017-10-26 00:00:00.000",
    ],
)
def test_days_with_a_time(annotate, day):
    """A time of day is allowed; the day is the one written."""
    assert (
        annotate(f"country,day\nBurundi,{day}\n", "--add", "status").lines[1]
        == f"Burundi,{day},party"
    )


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2010-02-30", "'2010-02-30' is not a day: write one as YYYY-MM-DD"),
        ("2010-W01-1", "'2010-W01-1' is not a day: write one as YYYY-MM-DD"),
        (
            "01/02/2010",
            "'01/02/2010' is 1 February 2010 or 2 January 2010:"
            " pass --date-format %d/%m/%Y or --date-format %m/%d/%Y",
        ),
        (
            "40179",
            "'40179' is a number, not a day:"
            " pass --date-format excel where a spreadsheet counted the days",
        ),
        ("1/2/10", "'1/2/10' has a year of two digits: pass a --date-format such as %d-%b-%y"),
        ("2010-01", "'2010-01' is a month: pass --year-at start or --year-at end"),
        ("2010-01-01 noon", "'2010-01-01 noon' is not a day: write one as YYYY-MM-DD"),
        ("٢٠١٠-٠١-٠١", "'٢٠١٠-٠١-٠١' is not a day: write one as YYYY-MM-DD"),
        ("2010", "'2010' is a year: pass --year-at start or --year-at end"),
        ("", "the day is empty: write one as YYYY-MM-DD"),
        ("NaT", "the day is empty ('NaT'): write one as YYYY-MM-DD"),
    ],
)
def test_what_is_no_day(annotate, day, why):
    """A cell that is no day leaves the row empty, is named with its count, and exits with 1."""
    result = annotate(f"country,day\nMali,{day}\nMali,{day}\nMali,2010-01-01\n")

    assert (1, f"Mali,{day},,,,") == (result.code, result.lines[1])
    assert result.err.splitlines() == [
        "icc-status: 3 rows: 1 answered, 2 unresolved",
        f"icc-status: 2 rows: {why}",
    ]


def test_one_line_for_one_cause(annotate):
    """Different values with one cause share a line: rows, five examples, and what to do."""
    days = ["x", "y", "x", "2010-13-01", "z", "", "v", "w", "NaT", "03/04/2005", "04/03/2005"]
    result = annotate("country,day\n" + "".join(f"Mali,{day}\n" for day in days))

    assert result.err.splitlines() == [
        "icc-status: 11 rows: 0 answered, 11 unresolved",
        "icc-status: 7 rows: not a day: 'x', 'y', '2010-13-01', 'z', 'v' and 1 more."
        " Write one as YYYY-MM-DD",
        "icc-status: 2 rows: the day is empty: '', 'NaT'. Write one as YYYY-MM-DD",
        "icc-status: 2 rows: two days each: '03/04/2005', '04/03/2005'."
        " Pass --date-format %d/%m/%Y or --date-format %m/%d/%Y",
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Urugay", "no state is called 'Urugay': did you mean Uruguay (URY)?"),
        (
            "Congo",
            "'Congo' could be several states: pass --map 'Congo=COG' (Republic of the Congo: the"
            " United Nations and the depositary use the word for it) or --map 'Congo=COD'"
            " (Democratic Republic of the Congo)",
        ),
        ("India/Pakistan", "'India/Pakistan' could be several states: pass --map 'India/Pak"),
        ("Kosovo", "'Kosovo': The depositary lists no participation of its own for Kosovo"),
        ("Hong Kong SAR", "'Hong Kong SAR': "),
        ("NA", "'NA' is Namibia's code, or it means a missing value: pass --code iso2"),
        ("N/A", "'N/A' says that nothing is known"),
        ("null", "'null' says that nothing is known"),
        ("", "the name of the state is empty"),
        ("..", "the name of the state is empty"),
    ],
)
def test_what_is_no_state(annotate, name, why):
    """A name of no state leaves the row empty; the answer is never that of a covering state."""
    result = annotate(f"country,day\n{name},2010-01-01\nMali,2010-01-01\n")

    assert (1, f"{name},2010-01-01,,,,") == (result.code, result.lines[1])
    assert f"icc-status: 1 row: {why}" in result.err or f"'{name}': {why}" in result.err


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Russia (Soviet Union)", "RUS"),
        ("Turkey (Ottoman Empire)", "TUR"),
        ("Yemen (Arab Republic of Yemen)", "YEM"),
        ("German Federal Republic", "DEU"),
        ("Rumania", "ROU"),
        ("Congo, Democratic Republic of (Zaire)", "COD"),
        ("Macedonia (Former Yugoslav Republic of)", "MKD"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Burma/Myanmar", "MMR"),
        ("Palestine/West Bank", "PSE"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Venezuela, RB", "VEN"),
        ("Bolivia (Plurinational State of)", "BOL"),
    ],
)
def test_names_that_data_sets_use(annotate, name, iso3):
    """The spellings of Gleditsch and Ward, V-Dem, the World Bank and the UN are known."""
    result = annotate(f'country,day\n"{name}",2010-01-01\n', "--add", "iso3")

    assert result.lines[1] == f'"{name}",2010-01-01,{iso3}'


def test_close_names_are_suggested_together(annotate):
    """Among several unknown names, each that is close to a state's is shown with it."""
    result = annotate("country,day\nUrugay,2010-01-01\nXyzzyq,2010-01-01\n")

    assert result.err.splitlines()[1] == (
        "icc-status: 2 rows: no state has this name: 'Urugay' (Uruguay (URY)?), 'Xyzzyq'."
        " Settle it with --map 'NAME=STATE', or with --map 'NAME=' to leave it empty"
    )


def test_the_commonest_fault_first(annotate):
    """Each cause is named once, with its rows, and how to settle it is said."""
    rows = "Nowhere,2010-01-01\n" * 2 + "Kosovo,2010-01-01\n" * 3
    lines = annotate(f"country,day\n{rows}").err.splitlines()

    assert lines[0] == "icc-status: 5 rows: 0 answered, 5 unresolved"
    assert lines[1].startswith("icc-status: 3 rows: 'Kosovo': ")
    assert lines[2].startswith("icc-status: 2 rows: no state is called 'Nowhere'")
    assert lines[2].endswith("with --map Nowhere=STATE, or with --map Nowhere= to leave it empty")


@pytest.mark.parametrize(
    ("state", "day", "case"),
    [
        ("South Sudan", "2011-07-08", "1 row: the state did not exist on the day"),
        ("Montenegro", "2006-06-02", "1 row: the state did not exist on the day"),
        ("Mali", "1998-07-16", "1 row: before 1998-07-17, when the Statute was adopted"),
        ("Timor-Leste", "1975-12-07", "1 row: before 1998-07-17, when the Statute was adopted"),
    ],
)
def test_no_answer_and_no_fault(annotate, state, day, case):
    """Before the state, or the Statute, only what the state is stands there; it is no fault."""
    result = annotate(f"country,day\n{state},{day}\n", "--add", "iso3,region,status,party,since")
    code = load().find(state)

    assert (0, f"{state},{day},{code.iso3},{code.region},,,") == (result.code, result.lines[1])
    assert result.err.splitlines()[1] == f"icc-status: {case}"


@pytest.mark.parametrize(("later", "said"), [(0, False), (1, True)])
def test_days_the_registry_does_not_cover(annotate, registry, later, said):
    """Past the registry's last day the answer is what was notified, and that is said."""
    day = registry.as_of + timedelta(later)
    result = annotate(f"country,day\nMali,{day}\n", "--add", "status")

    assert (0, f"Mali,{day},party") == (result.code, result.lines[1])
    assert (f"1 row: after {registry.as_of}, answered from what was notified" in result.err) is said


def test_rows_of_another_length(annotate):
    """The answers stand under their header; short rows are filled up, surplus cells follow."""
    result = annotate("country,day,note\nMali,2010-01-01\nMali,2010-01-01,a,b\n\n", "--add", "iso3")

    assert result.lines[1:] == ["Mali,2010-01-01,,MLI", "Mali,2010-01-01,a,MLI,b", ""]
    assert "icc-status: 2 rows: more or fewer cells than the header\n" in result.err


@pytest.mark.parametrize(
    "settled",
    [
        ("--map", "Congo=COD", "--map", "Kosovo="),
        ("--map-file", "names.txt"),
        ("--map-file", "names.txt", "--map", "congo = DRC"),
    ],
    ids=["options", "file", "both"],
)
def test_names_settled_once(annotate, tmp_path, monkeypatch, settled):
    """--map and --map-file say what a name stands for, or that it stands for no state."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "names.txt").write_text("\ufeff# settled\n\nCongo=COD\nKosovo=\n", encoding="utf-8")
    result = annotate("country,day\nCONGO,2010-01-01\nKosovo,2010-01-01\n", *settled)

    assert result.code == 0
    assert result.lines[1:] == [
        "CONGO,2010-01-01,COD,party,true,2002-07-01",
        "Kosovo,2010-01-01,,,,",
    ]
    assert "1 row: left empty, as settled" in result.err


def test_settled_before_known(annotate):
    """What is settled comes before what the registry knows."""
    assert (
        annotate("country,day\nNA,2010-01-01\n", "--map", "NA=NAM")
        .lines[1]
        .startswith("NA,2010-01-01,NAM,")
    )


@pytest.mark.parametrize(
    ("code", "cell", "iso3"),
    [
        ("iso3", "nam", "NAM"),
        ("iso2", "NA", "NAM"),
        ("m49", "004", "AFG"),
        ("m49", "4", "AFG"),
        ("cow", "970", "NRU"),
        ("gw", "970", "KIR"),
        ("gw", "340", "SRB"),
        ("cow", "2.0", "USA"),
    ],
)
def test_codes(annotate, code, cell, iso3):
    """--code reads numbers and letters in one scheme, with or without leading zeros."""
    result = annotate(f"country,day\n{cell},2010-01-01\n", "--code", code, "--add", "iso3")

    assert (0, f"{cell},2010-01-01,{iso3}") == (result.code, result.lines[1])


@pytest.mark.parametrize(
    ("code", "cell", "why"),
    [
        ("gw", "347", "no state has the gw code '347': settle it with --map"),
        ("iso3", "Mali", "no state has the iso3 code 'Mali': settle it with --map"),
        ("iso2", "N/A", "no state has the iso2 code 'N/A': settle it with --map"),
        ("cow", "", "the cow code is empty: settle it with --map, or leave it"),
    ],
)
def test_codes_of_no_state(annotate, code, cell, why):
    """A code that the scheme does not know is a fault, and never taken for a name."""
    result = annotate(f"country,day\n{cell},2010-01-01\n", "--code", code)

    assert result.code == 1
    assert f"icc-status: 1 row: {why}\n" in result.err


def test_a_code_settled(annotate):
    """--map settles codes too."""
    result = annotate(
        "country,day\n816,2010-01-01\n999,2010-01-01\n", "--code", "cow", "--map", "999=FRA"
    )

    assert [line.split(",")[2] for line in result.lines[1:]] == ["VNM", "FRA"]


@pytest.mark.parametrize(
    ("name", "options", "delimiter"),
    [
        ("rows.tsv", (), "\t"),
        ("rows.TAB", (), "\t"),
        ("rows.csv", ("--delimiter", ";"), ";"),
        ("rows.txt", ("--delimiter", "tab"), "\t"),
        ("rows.txt", ("--delimiter", "\\t"), "\t"),
    ],
)
def test_delimiters(annotate, name, options, delimiter):
    """The file's name tells the delimiter, unless it is said."""
    result = annotate(EVENTS.replace(",", delimiter), *options, name=name)

    assert ANSWERS.replace(",", delimiter) == result.out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(run, tmp_path, encoding):
    """The rows come out in the encoding they came in."""
    rows, out = tmp_path / "rows.csv", tmp_path / "out.csv"
    rows.write_bytes("country,day\nCôte d’Ivoire,2015-01-01\n".encode(encoding))
    result = run(
        "annotate", str(rows), *ASK, "--encoding", encoding, "--add", "name", "-o", str(out)
    )
    name = load()["CIV"].name

    assert (0, "") == (result.code, result.out)
    assert out.read_bytes() == (
        f"country,day,icc_name\nCôte d’Ivoire,2015-01-01,{name}\n".encode(encoding)
    )


def test_a_byte_order_mark(run, tmp_path):
    """A byte-order mark is no part of the first column's name, and stays."""
    rows, out = tmp_path / "rows.csv", tmp_path / "out.csv"
    rows.write_bytes(b"\xef\xbb\xbfcountry,day\r\nMali,2010-01-01\r\n")
    run("annotate", str(rows), *ASK, "--add", "iso3", "-o", str(out))

    assert out.read_bytes() == b"\xef\xbb\xbfcountry,day,icc_iso3\r\nMali,2010-01-01,MLI\r\n"


def test_strict_leaves_the_old_file(annotate, tmp_path):
    """--strict stops at the first fault with its line; what -o names is as it was."""
    out = tmp_path / "out.csv"
    out.write_text("old")
    result = annotate(EVENTS + "6,Atlantis,2010-01-01\n", "--strict", "-o", str(out))

    assert (1, "old") == (result.code, out.read_text())
    assert result.err == (
        "icc-status: line 7: no state is called 'Atlantis': 'icc-status list' names all of them;"
        f" {out} is as it was\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "rows.csv"]


def test_strict_and_days(annotate):
    """A bad day stops a strict run as a bad name does."""
    result = annotate("country,day\nMali,2010-13-01\n", "--strict")

    assert result.code == 1
    assert result.err.startswith("icc-status: line 2: '2010-13-01' is not a day")


def test_the_output_replaces_what_was_there(annotate, tmp_path):
    """-o is written whole, keeps the file's mode, and may name the input itself."""
    path = tmp_path / "rows.csv"
    path.touch(mode=0o640)
    result = annotate(EVENTS, "-o", str(path))

    assert (0, "", ANSWERS) == (result.code, result.out, path.read_text())
    assert path.stat().st_mode & 0o777 == 0o640
    assert [path] == list(tmp_path.iterdir())


def test_the_output_is_written_in_spite_of_faults(annotate, tmp_path):
    """Without --strict, rows with faults are written, and the exit code is 1."""
    out = tmp_path / "out.csv"
    result = annotate("country,day\nKosovo,2010-01-01\n", "-o", str(out))

    assert (1, 2) == (result.code, len(out.read_text().splitlines()))


def test_long_cells(annotate):
    """A cell may be longer than the csv module would have it; that setting is left as it was."""
    limit = csv.field_size_limit()
    text = f'country,day,shape\nMali,2010-01-01,"{"1 2, " * 60_000}"\n'

    assert annotate(text, "--add", "iso3").out.endswith('1 2, ",MLI\n')
    assert limit == csv.field_size_limit()


def test_a_quote_never_closed(annotate):
    """A quote that swallows the rest of a long file is named with its line."""
    result = annotate('country,day\nMali,2010-01-01\n"Mali' + ",2010-01-01\nMali" * 100_000)

    assert (2, "icc-status: line 3: a quote is opened and never closed\n") == (
        result.code,
        result.err,
    )


def test_through_a_link(annotate, tmp_path):
    """-o writes to what a link leads to, and the link stays."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    link.symlink_to(real)
    annotate(EVENTS, "-o", str(link))

    assert ANSWERS == real.read_text()
    assert link.is_symlink()


def test_a_device(annotate):
    """What is no file is written to, not replaced."""
    assert annotate(EVENTS, "-o", os.devnull).code == 0
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize(
    ("text", "options", "code", "message"),
    [
        (EVENTS, ("--date", "date"), 2, "no column is called 'date': the columns are 'id', 'coun"),
        (EVENTS, ("--state", "State"), 2, "no column is called 'State'"),
        ("day,day,country\n", (), 2, "several columns are called 'day': rename all but one"),
        ("", (), 2, "the first line is empty: it must name the columns"),
        ("\nx\n", (), 2, "the first line is empty: it must name the columns"),
        ('country,"day\nMali\n', (), 2, "the header opens a quote that is never closed"),
        (EVENTS, ("--on", "2010-01-01"), 2, "give the day: either --date COLUMN, or --on DAY"),
        (EVENTS, ("--add", "iso"), 2, "no column is called 'iso': choose of iso3, iso2, name"),
        (EVENTS, ("--add", "iso3,iso3"), 2, "the column 'iso3' is asked for twice"),
        (ANSWERS, (), 2, "there is a column 'icc_iso3' already: pass another --prefix"),
        (
            EVENTS,
            ("--delimiter", ";;"),
            2,
            "';;' is no delimiter: give one sign, such as ';', or tab",
        ),
        (EVENTS, ("--delimiter", '"'), 2, "is no delimiter"),
        (EVENTS, ("--encoding", "utf-9"), 2, "'utf-9' is no encoding: try utf-8, cp1252 or utf-16"),
        (EVENTS, ("--encoding", "base64"), 2, "'base64' is no encoding"),
        (EVENTS, ("--map", "Congo"), 2, "'Congo' settles nothing: write NAME=STATE"),
        (EVENTS, ("--map", "Congo=Kenia y"), 2, "no state is called 'Kenia y'"),
        (
            EVENTS,
            ("--map", "Congo=COD", "--map", "congo=COG"),
            2,
            "is settled twice, and not alike",
        ),
        (EVENTS, ("--map-file", "nowhere.txt"), 2, "nowhere.txt: cannot be read: No such file"),
        (
            b"country,day\nM\xe9li,2010-01-01\n",
            (),
            2,
            "line 2: the byte 0xE9 is not UTF-8: pass --encoding (cp1252 reads 'Méli', mac-roman",
        ),
        (
            b"country,day\nM\x81li,2010-01-01\n",
            ("--encoding", "cp1252"),
            2,
            "line 2: the byte 0x81 is not cp1252: pass another --encoding",
        ),
        (
            "country,day\nViet Nam,2010-01-01\n".encode("utf-16-be"),
            (),
            2,
            "this looks like UTF-16 without a mark: pass --encoding utf-16-be",
        ),
        (
            EVENTS,
            ("-o", "nowhere/out.csv"),
            4,
            "nowhere/out.csv could not be written: No such file",
        ),
        (EVENTS, ("-o", "."), 4, ". could not be written: it is a directory"),
        (EVENTS, ("--encoding", "ascii", "--add", "name"), 0, ""),
        (
            "country,day\nTUR,2010-01-01\n",
            ("--encoding", "ascii", "--add", "name"),
            2,
            "has no 'ü'",
        ),
    ],
)
def test_questions_at_fault(annotate, tmp_path, monkeypatch, text, options, code, message):
    """One line says what is wrong and what to do."""
    monkeypatch.chdir(tmp_path)
    result = annotate(text, *options)

    assert code == result.code
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_a_file_that_is_not_there(run):
    """A file that cannot be read is named."""
    result = run("annotate", "nowhere.csv", *ASK)

    assert (2, "icc-status: nowhere.csv: cannot be read: No such file or directory\n") == (
        result.code,
        result.err,
    )


def test_year_at_with_one_day(run, tmp_path):
    """--year-at is about a column of years."""
    path = tmp_path / "rows.csv"
    path.write_text(EVENTS)
    result = run(
        "annotate", str(path), "--state", "country", "--on", "2010-01-01", "--year-at", "end"
    )

    assert "--year-at is about a --date column: leave it out" in result.err


def test_another_registry(run, tmp_path, monkeypatch):
    """The rows are answered from the registry that --registry names."""
    path = tmp_path / "rows.csv"
    path.write_text("country,day\nMali,2010-01-01\nRuritania,2020-01-01\n")
    small = "tests/registries/small.yaml"
    monkeypatch.chdir(os.path.dirname(os.path.dirname(__file__)))
    result = run("annotate", str(path), *ASK, "--registry", small, "--add", "iso3")

    assert result.lines[1:] == ["Mali,2010-01-01,", "Ruritania,2020-01-01,XXA"]


class Screen(io.TextIOWrapper):
    """A standard error that a person watches."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


@pytest.mark.parametrize(("long", "shown"), [(100, True), (1 << 24, False)])
@pytest.mark.parametrize("source", ["file", "-"])
def test_progress(monkeypatch, tmp_path, long, shown, source):
    """A terminal sees a sign of life when the work is long, and else does not."""
    from icc_status import cli

    monkeypatch.setattr("icc_status.commands.data_sets.LONG", long)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EVENTS.encode())))
    screen = Screen(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", screen)
    path, out = tmp_path / "rows.csv", tmp_path / "out.csv"
    path.write_text(EVENTS)
    file = "-" if source == "-" else str(path)
    code = cli.run(["annotate", file, *ASK, "-o", str(out)], today=date(2026, 11, 24), place=SCREEN)
    screen.flush()
    said = screen.buffer.getvalue().decode()

    assert (0, ANSWERS) == (code, out.read_text())
    assert ("annotate  [" in said or "\r5 rows" in said) is shown


@pytest.mark.parametrize(
    ("scheme", "code", "iso3"),
    [
        ("cowc", "AUS", "AUT"),
        ("cowc", "SWZ", "CHE"),
        ("gwc", "SLV", "SVN"),
        ("gwc", "MNG", "MNE"),
        ("p4c", "VIE", "VNM"),
        ("fips", "ng", "NER"),
        ("fips", "CH", "CHN"),
        ("ioc", "BRN", "BHR"),
        ("iso3", "ROM", "ROU"),
        ("iso3", "ZAR", "COD"),
        ("iso3", "TMP", "TLS"),
        ("iso3", "ADO", "AND"),
        ("iso3", "WBG", "PSE"),
        ("iso3", "BUR", "MMR"),
        ("m49", "736", "SDN"),
    ],
)
def test_letters_of_a_scheme(annotate, scheme, code, iso3):
    """With --code, letters are read in their scheme; former codes are known."""
    result = annotate(f"country,day\n{code},2010-01-01\n", "--code", scheme)

    assert result.lines[1].startswith(f"{code},2010-01-01,{iso3},")


def test_a_column_of_another_scheme_is_refused(annotate):
    """Nothing is written, and the option to pass is named."""
    result = annotate("country,day\nAUS,2010-01-01\nUKG,2010-01-01\nFRN,2010-01-01\n")

    assert (2, "") == (result.code, result.out)
    assert "pass --code cowc or --code gwc or --code p4c" in result.err


@pytest.mark.parametrize("settled", ["158=CHN", "0158=CHN", "158.0=CHN"])
def test_a_number_is_settled_in_all_its_spellings(annotate, settled):
    """One --map for 158 holds for 0158 and 158.0 too."""
    rows = "".join(f"{n},2020-01-01\n" for n in ("158", "0158", "158.0", "004"))
    result = annotate(f"country,day\n{rows}", "--code", "m49", "--map", settled)

    assert 0 == result.code
    assert [line.split(",")[2] for line in result.lines[1:]] == ["CHN", "CHN", "CHN", "AFG"]


@pytest.mark.parametrize(
    ("cell", "options", "day"),
    [
        ("03/04/2005", ("--date-format=%d/%m/%Y",), "2005-04-03"),
        ("03/04/2005", ("--date-format=%m/%d/%Y",), "2005-03-04"),
        ("01-Apr-03", ("--date-format=%d-%b-%y",), "2003-04-01"),
        ("37712", ("--date-format=excel",), "2003-04-01"),
        ("37712.75", ("--date-format=excel",), "2003-04-01"),
        ("61", ("--date-format=excel",), "1900-03-01"),
        ("60", ("--date-format=excel",), None),
        ("13/04/2005", ("--date-format=%m/%d/%Y", "--date-format=%d/%m/%Y"), "2005-04-13"),
        ("03/03/2005", ("--date-format=%m/%d/%Y", "--date-format=%d/%m/%Y"), "2005-03-03"),
        ("03/04/2005", ("--date-format=%m/%d/%Y", "--date-format=%d/%m/%Y"), None),
        ("2005-04-03", ("--date-format=%m/%d/%Y",), None),
        ("04/2005", ("--date-format=%m/%Y", "--year-at=end"), "2005-04-30"),
        ("04/2005", ("--date-format=%m/%Y",), None),
        ("Sunday 3/4/2005", ("--date-format=%A %d/%m/%Y",), "2005-04-03"),
        ("2005-W13-7", ("--date-format=%G-W%V-%u",), "2005-04-03"),
        ("FY2005", ("--date-format=FY%Y", "--year-at=start"), "2005-01-01"),
        ("", ("--date-format=%m/%d/%Y",), None),
        ("2005-04", ("--year-at=start",), "2005-04-01"),
        ("2005-04", ("--year-at=end",), "2005-04-30"),
        ("2004-02", ("--year-at=end",), "2004-02-29"),
        ("2005-04-00", ("--year-at=end",), "2005-04-30"),
        ("2005-00-00", ("--year-at=end",), "2005-12-31"),
        ("2005-04-03", ("--year-at=end",), "2005-04-03"),
        ("2005", ("--year-at=start",), "2005-01-01"),
        ("2005-04", (), None),
        ("2005-04-03T24:00", (), "2005-04-03"),
        ("2005-04-03T24:01", (), None),
        ("2005-04-03/15", (), None),
        ("2005-04-03123", (), None),
        ("2005-04-03-05", (), None),
        ("2005-02-29", (), None),
    ],
)
def test_how_a_cell_is_read_as_a_day(cell, options, day):
    """Days, months and years, with the options that say what they mean."""
    formats = [option.partition("=")[2] for option in options if "format" in option]
    at = next((option.partition("=")[2] for option in options if "year-at" in option), None)

    assert day == ByDay(at, formats).get(cell)


@pytest.mark.parametrize(
    "day", ["2003-04-13", "13.04.2003", "20030413", "2003", "2003-04", "x", ""]
)
@pytest.mark.parametrize(
    "time",
    ["0:00", "12:33:01", "11:59:59 PM", "00:10 AM", "13:00 PM", "24:00", "24:01", "12:60", "noon"],
)
@pytest.mark.parametrize("separator", [" ", "T", "  "])
def test_a_day_with_a_time_of_its_own_is_the_day_read_without_it(day, time, separator):
    """What is read quickly is what the reader of days reads."""
    text = day + separator + time
    try:
        expected = str(read_day(text))
    except QuestionError:
        expected = None

    assert expected == ByDay().get(text)


@pytest.mark.parametrize(
    "form",
    ["", "day", "%H:%M", "%d/%m", "%Q", "%Y-%m-%d %Y", "%Y-W%W", "%Y %A", "%Y Q%w", "%Y-%m %a"],
)
def test_formats_that_give_no_day(annotate, form):
    """A format without a year is refused before a row is read."""
    result = annotate(EVENTS, "--date-format", form)

    assert (2, "") == (result.code, result.out)
    assert f"--date-format {form!r} gives no day: write it as in %d/%m/%Y, or excel" in result.err


def test_formats_that_differ_on_a_day(annotate):
    """The days that the formats read are named, and the column is left unanswered."""
    options = ("--date-format=%m/%d/%Y", "--date-format=%d/%m/%Y")
    result = annotate("country,day\nMali,03/04/2005\n", *options)

    assert (1, "Mali,03/04/2005,,,,") == (result.code, result.lines[1])
    assert (
        "1 row: '03/04/2005' is 2005-03-04 by %m/%d/%Y and 2005-04-03 by %d/%m/%Y:"
        " keep one --date-format"
    ) in result.err


@pytest.mark.parametrize(
    ("parts", "at", "day"),
    [
        ("2015,11,13", None, "2015-11-13"),
        ("2015,1,0", "start", "2015-01-01"),
        ("2015,1,0", "end", "2015-01-31"),
        ("2015,1,0", None, None),
        ("2015,0,0", "end", "2015-12-31"),
        ("2015,,", "end", "2015-12-31"),
        ("2015.0,2.0,3.0", None, "2015-02-03"),
        ("2015,13,1", None, None),
        ("2015,2,30", None, None),
        ("2015,0,5", "end", None),
        (",1,1", "end", None),
        ('"2015","1","2"', None, "2015-01-02"),
    ],
)
def test_a_day_in_three_columns(annotate, parts, at, day):
    """A day or a month that is 0 or empty is settled by --year-at, else not answered."""
    options = (f"--year-at={at}",) if at else ()
    ask = ("--state=country", "--date=y,m,d", "--add=status")
    result = annotate(f"country,y,m,d\nBurundi,{parts}\n", *options, ask=ask)

    assert (0 if day else 1) == result.code
    status = load().find("Burundi").status(on=date.fromisoformat(day)) if day else ""
    assert f"Burundi,{parts},{status}" == result.lines[1]


@pytest.mark.parametrize("name", ["Atlantis", "East Germany (GDR)", "", "Mali"])
@pytest.mark.parametrize(("day", "counted"), [("1998-07-16", True), ("1998-07-17", False)])
def test_rows_before_the_statute_are_no_fault(annotate, name, day, counted):
    """Whatever the state is, a row about a day before 17 July 1998 is counted as such."""
    result = annotate(f"country,day\n{name},{day}\n")

    assert ("1 row: before 1998-07-17, when the Statute was adopted" in result.err) is counted
    assert result.code == (0 if counted or name == "Mali" else 1)


@pytest.mark.parametrize(
    ("cell", "options"),
    [
        ("Serbia and Montenegro", ()),
        ("Serbia-Montenegro", ()),
        ("Yugoslavia", ()),
        ("Federal Republic of Yugoslavia", ()),
        ("SCG", ()),
        ("SCG", ("--code", "iso3")),
        ("YUG", ("--code", "iso3")),
        ("891", ("--code", "m49")),
        ("345.0", ("--code", "gw")),
        ("YUG", ("--code", "gwc")),
        ("YGS", ("--code", "p4c")),
    ],
)
def test_serbia_and_montenegro(annotate, cell, options):
    """By name and by code it is Serbia up to its last day, and nobody afterwards."""
    days = ("1998-07-17", "2002-06-30", "2002-07-01", "2006-06-02", "2006-06-03", "2010-01-01")
    rows = "".join(f"{cell},{day}\n" for day in days)
    result = annotate(f"country,day\n{rows}", *options)

    assert [line.split(",")[2:4] for line in result.lines[1:]] == [
        ["SRB", "non-signatory"],
        ["SRB", "contracting"],
        ["SRB", "party"],
        ["SRB", "party"],
        ["", ""],
        ["", ""],
    ]
    assert f"icc-status: {cell!r}: answered as Serbia up to 2006-06-02, under whose" in result.err
    assert f"{cell!r} is " in result.err
    assert "of a state that ended on 2006-06-02" in result.err
    assert result.code == 1


def test_a_former_state_that_is_settled(annotate):
    """What --map says of it holds on all days."""
    result = annotate("country,day\nYugoslavia,2010-01-01\n", "--map", "Yugoslavia=MNE")

    assert result.lines[1].startswith("Yugoslavia,2010-01-01,MNE,party")
    assert "answered as" not in result.err


def test_each_shared_name_has_its_options(annotate):
    """Beside other names that are not understood, Congo and Korea keep a ready --map for each."""
    names = ("Congo", "Korea", "India/Pakistan", "Chad/Mali", "Atlantis")
    rows = "".join(f"{name},2010-01-01\n" for name in names)
    result = annotate(f"country,day\n{rows}")

    assert "pass --map 'Congo=COG' (Republic of the Congo: the United Nations and" in result.err
    assert "or --map 'Congo=COD' (Democratic Republic of the Congo)" in result.err
    assert "pass --map 'Korea=PRK'" in result.err
    assert "2 rows: could be several states: 'India/Pakistan', 'Chad/Mali'." in result.err
