"""`icc-status annotate` on files as they are: encodings, gzip, other formats, heads, dialects."""

import codecs
import csv
import gzip
import io

import pytest

ASK = ("--state", "country", "--date", "day")
EVENTS = "country,day\nBurundi,2017-10-27\nCôte d’Ivoire,2015-01-01\n"
ANSWERS = "country,day,icc_status\nBurundi,2017-10-27,withdrawn\nCôte d’Ivoire,2015-01-01,party\n"


ZIPPED = gzip.compress(EVENTS.encode(), mtime=0)


@pytest.fixture
def annotate(run, tmp_path):
    """Annotate bytes into a file: annotate(bytes, *options) -> the result and the bytes written."""

    def annotate(data: bytes | str, *options: str, name: str = "rows.csv", out: str = "out.csv"):
        path, output = tmp_path / name, tmp_path / out
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        result = run("annotate", str(path), *ASK, "--add=status", "-o", str(output), *options)
        return result, output.read_bytes() if output.exists() else None

    return annotate


@pytest.mark.parametrize(
    ("encoding", "mark", "option"),
    [
        ("utf-8", b"", None),
        ("utf-8", codecs.BOM_UTF8, None),
        ("utf-8", b"", "utf-8-sig"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("utf-16-le", codecs.BOM_UTF16_LE, None),
        ("utf-16-be", codecs.BOM_UTF16_BE, None),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", codecs.BOM_UTF32_LE, None),
        ("utf-32-be", codecs.BOM_UTF32_BE, "utf-32"),
        ("cp1252", b"", "cp1252"),
        ("mac-roman", b"", "macintosh"),
        ("gb18030", b"", "gb18030"),
    ],
)
def test_rows_come_out_in_the_encoding_they_came_in(annotate, encoding, mark, option):
    """The mark and the order of bytes stay; a mark at the beginning tells UTF-16 and UTF-32."""
    options = ("--encoding", option) if option else ()
    result, written = annotate(mark + EVENTS.encode(encoding), *options)

    assert (0, mark + ANSWERS.encode(encoding)) == (result.code, written)


@pytest.mark.parametrize("encoding", ["iso2022_jp", "hz", "shift_jis"])
def test_encodings_with_states_of_their_own_are_finished(annotate, encoding):
    """What returns to plain letters at the end is written, too."""
    text = "country,day,note\nMali,2010-01-01,日本"
    result, written = annotate(text.encode(encoding), "--encoding", encoding)

    assert (0, "country,day,note,icc_status\nMali,2010-01-01,日本,party") == (
        result.code,
        written.decode(encoding),
    )


def test_bytes_that_text_would_not_give_back(annotate):
    """Where an encoding has two forms of one letter, rows are refused rather than changed."""
    data = b"country,day\n\x87\x90,2010-01-01\n"  # the NEC form of a sign that cp932 writes as 81E0
    result, written = annotate(data, "--encoding", "cp932")

    assert (2, None) == (result.code, written)
    assert "would not come out as it came in from cp932: save the file as UTF-8" in result.err


@pytest.mark.parametrize(
    "encoding", ["idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"]
)
def test_encodings_that_do_not_keep_rows_are_refused_by_name(annotate, encoding):
    """No file is written."""
    result, written = annotate(EVENTS, "--encoding", encoding)

    assert (2, None) == (result.code, written)
    assert f"'{encoding}' " in result.err
    assert "try utf-8, cp1252 or utf-16" in result.err


@pytest.mark.parametrize(
    "mark", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE]
)
def test_a_mark_alone_is_an_empty_file(annotate, mark):
    """It has no header."""
    result, written = annotate(mark)

    assert (2, None) == (result.code, written)
    assert "the first line is empty: it must name the columns" in result.err


def test_gzip_in_and_out(annotate):
    """A compressed file is read, whatever its name; a name in .gz is written compressed."""
    parts = gzip.compress(EVENTS[:20].encode()) + gzip.compress(EVENTS[20:].encode())
    result, written = annotate(parts, name="rows.csv.gz", out="out.csv.gz")
    _, plain = annotate(parts, name="rows")

    assert 0 == result.code
    assert ANSWERS == gzip.decompress(written).decode() == plain.decode()


def test_tabs_in_a_compressed_file(run, tmp_path):
    """The ending before .gz tells the delimiter."""
    path = tmp_path / "rows.tsv.gz"
    path.write_bytes(gzip.compress(EVENTS.replace(",", "\t").encode()))

    assert run("annotate", str(path), *ASK).code == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ZIPPED[:-9], "the gzip file is cut short: get it again"),
        (ZIPPED[:-8] + bytes(8), "the gzip file is damaged"),
    ],
    ids=["cut short", "damaged"],
)
def test_damaged_gzip(annotate, data, message):
    """What cannot be unpacked to the end leaves no output."""
    result, written = annotate(data)

    assert (2, None) == (result.code, written)
    assert message in result.err


@pytest.mark.parametrize(
    ("first", "message"),
    [
        (
            b"PK\x03\x04\x14\x00\x06\x00",
            "this is a spreadsheet (xlsx, ods) or a zip archive: save it",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an Excel file (xls): save it as CSV"),
        (b"PAR1\x15\x04\x15", "this is a Parquet file: join it with an engine, as docs/engines.md"),
        (b"<stata_dta><header>", "this is a Stata file (dta): save it as CSV"),
        (b"\x72\x02\x01\x00\x03\x00", "this is a Stata file (dta): save it as CSV"),
        (b"$FL2@(#) SPSS DATA FILE", "this is an SPSS file (sav)"),
        (b"SQLite format 3\x00", "this is an SQLite database"),
        (b"<!DOCTYPE html><html>", "this is a page of HTML"),
        (b'{"country": "Mali"}', "this is JSON: save it as CSV"),
        (b"BZh91AY", "this is compressed by bzip2: pass what 'bzcat FILE' prints"),
        (
            "country,day\nMali,2010-01-01".encode("utf-16-le"),
            "UTF-16 without a mark: pass --encoding utf-16-le",
        ),
    ],
)
def test_a_file_of_another_kind_is_named(annotate, first, message):
    """One line says what the file is, and what to do."""
    result, written = annotate(first + b"\n" * 100)

    assert (2, None, 1) == (result.code, written, len(result.err.splitlines()))
    assert message in result.err


@pytest.mark.parametrize("column", ["ORCID", "PAR10", "RDX", "BZh", "FEA1", "PK", "MZ", "%PDF"])
def test_a_header_is_not_taken_for_another_format(annotate, column):
    """Letters that other formats begin with may begin the name of a column."""
    assert annotate(f"{column},country,day\n1,Mali,2010-01-01\n")[0].code == 0


@pytest.mark.parametrize("name", ["out.parquet", "out.xlsx", "OUT.JSON", "out.dta", "out.csv.zip"])
def test_an_output_in_another_format_is_refused(annotate, name):
    """The ending of a file says what is in it."""
    result, written = annotate(EVENTS, out=name)

    assert (2, None) == (result.code, written)
    assert "annotate writes CSV, so let the name end in .csv, .tsv or .gz" in result.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("country;day\nMali;2010-01-01\n", "one cell with ';' in it: pass --delimiter ';'"),
        ("country\tday\nMali\t2010-01-01\n", "one cell with '\\t' in it: pass --delimiter tab"),
        ("Country ,day\n", "no column is called 'country': did you mean 'Country '?"),
        (" country,day\n", "no column is called 'country': did you mean ' country'?"),
        (
            "UCDP, version 24\n\nSource: UCDP\n\ncountry,day,n\nMali,2010-01-01,1\n",
            "in the first line, and line 5 looks like the header: pass what 'tail -n +5 FILE'",
        ),
        (
            "A title\n,,\nname,date,n\n",
            "line 2 looks like the header: pass what 'tail -n +2 FILE' prints",
        ),
        ("a,b,c\n1,2,3\n", "no column is called 'country': the columns are 'a', 'b', 'c'"),
    ],
)
def test_what_may_be_wrong_with_the_head(annotate, text, message):
    """A column that is not found is explained by what the file looks like."""
    result, written = annotate(text)

    assert (2, None, 1) == (result.code, written, len(result.err.splitlines()))
    assert message in result.err


@pytest.mark.parametrize("delimiter", ["x", "7", "é", '"', "'", "\n", "\r", "\u2028", "\0", ""])
def test_signs_that_are_no_delimiter(annotate, delimiter):
    """A letter, a digit, a quote or the end of a line cannot stand between cells."""
    result, written = annotate(EVENTS, "--delimiter", delimiter)

    assert (2, None) == (result.code, written)
    assert "no delimiter" in result.err


SPARK = """\
id,note,country,day
1,"he said \\"hi, all\\" today",Chad,2010-01-01
2,plain,Mali,2010-01-01
3,"over two
lines, \\"Mali,2010-01-01\\"
and more",Chad,2010-01-01
4,"it ends \\", Mali",Chad,2010-01-01
5,"a ""right"" one",Mali,2010-01-01
6,"never \\" closed, Mali,2010-01-01
"""


def test_quotes_escaped_by_a_backslash(annotate):
    """Rows that the rules of CSV cannot account for stay to the letter, and are named."""
    result, written = annotate(SPARK)
    expected = SPARK
    for row in ("country,day", "2,plain,Mali,2010-01-01", '5,"a ""right"" one",Mali,2010-01-01'):
        answer = "icc_status" if row == "country,day" else "party"
        expected = expected.replace(row, f"{row},{answer}")

    assert (1, expected) == (result.code, written.decode())
    assert "6 rows: 2 answered, 4 unresolved" in result.err
    assert "4 rows: unchanged, a quote stands where CSV has no place for one:" in result.err
    assert "lines 2, 4, 7, 9. Quotes escaped by a backslash are not CSV" in result.err


@pytest.mark.parametrize(
    ("row", "out"),
    [
        ('"Mali","2010-01-01","extra"', '"Mali","2010-01-01",party,"extra"'),
        ('"Mali","2010-01-01","a ""b""", c', '"Mali","2010-01-01",party,"a ""b""", c'),
        ('"Mali" ,2010-01-01', '"Mali" ,2010-01-01,party'),
        ('"Mali"', '"Mali",,'),
        ('"Ma"li,2010-01-01', '"Ma"li,2010-01-01'),
        ('"Mali,2010-01-01', '"Mali,2010-01-01'),
    ],
)
def test_rows_to_the_letter(annotate, row, out):
    """Whatever their length, rows keep their quotes; what is no CSV gets no cell."""
    _, written = annotate(f"country,day\n{row}\n")

    assert f"country,day,icc_status\n{out}\n" == written.decode()


def test_a_bare_quote_is_a_letter(annotate):
    """Inches and nicknames in cells without quotes do no harm."""
    result, written = annotate('country,day,n\nMali,2010-01-01,5" pipe\nChad,2010-01-01,a "b" c\n')

    assert 0 == result.code
    assert written.decode().splitlines()[1:] == [
        'Mali,2010-01-01,5" pipe,party',
        'Chad,2010-01-01,a "b" c,party',
    ]


def test_a_strict_run_stops_at_a_row_that_is_no_csv(annotate):
    """With its line; the output stays as it was."""
    result, written = annotate(SPARK, "--strict")

    assert (1, None) == (result.code, written)
    assert "line 2: a quote stands where the rules of CSV have no place for it" in result.err


@pytest.mark.parametrize("pad", [100, 5000])
def test_a_long_cell_that_begins_with_a_state(annotate, pad):
    """It is no state, and is cut only where it is printed."""
    result, _ = annotate(f"country,day\nMali{' ' * pad}x,2010-01-01\n")

    assert (1, 2) == (result.code, len(result.err.splitlines()))
    assert "1 row: no state" in result.err


def test_a_report_of_all_values(annotate, tmp_path):
    """--report has each value that was not understood, where and why; the commonest come first."""
    days = [f"day {number}" for number in range(30)]
    text = "country,day\n" + "".join(f"Mali,{day}\n" for day in days) + "Atlantis,2010-01-01\n" * 2
    result, _ = annotate(text, "--report", str(tmp_path / "bad.csv"))
    with (tmp_path / "bad.csv").open(newline="") as lines:
        header, *rows = csv.reader(lines)

    assert result.code == 1
    assert header == ["column", "value", "rows", "first_line", "reason"]
    assert rows[0] == ["country", "Atlantis", "2", "32", "no state has this name"]
    assert rows[1:] == [["day", day, "1", str(at), "not a day"] for at, day in enumerate(days, 2)]
    assert (
        "30 rows: not a day: 'day 0', 'day 1', 'day 2', 'day 3', 'day 4' and 25 more" in result.err
    )


@pytest.mark.parametrize("report", ["rows.csv", "out.csv", "-"])
def test_a_report_needs_a_file_of_its_own(annotate, tmp_path, report):
    """It replaces neither the rows nor the output."""
    path = report if report == "-" else str(tmp_path / report)
    result, written = annotate(EVENTS, "--report", path)

    assert (2, None) == (result.code, written)
    assert EVENTS == (tmp_path / "rows.csv").read_text()


@pytest.mark.parametrize("option", ["-o", "--report"])
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("loop", "Too many levels of symbolic links"),
        ("/dev/fd/99999999999", "could not be written"),
    ],
)
def test_an_output_that_leads_nowhere(run, tmp_path, option, name, why):
    """A link to itself, or a stream with a number that no stream has, is exit code 4 and a line."""
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "rows.csv").write_text(EVENTS)
    columns = ("--state", "country", "--date", "day")
    result = run("annotate", str(tmp_path / "rows.csv"), *columns, option, str(tmp_path / name))

    assert result.code == 4
    assert why in result.err.splitlines()[-1]


@pytest.mark.parametrize(("rows", "said"), [(999, False), (1000, True)])
def test_a_wrong_column_is_named_early(annotate, rows, said):
    """After a thousand rows without one answer, that is said before the end."""
    result, _ = annotate("country,day\n" + "somewhere,2010-01-01\n" * rows)
    first = result.err.splitlines()[0]

    assert first.startswith("icc-status: not one row is answered so far: ") is said


def test_lines_of_a_record_are_counted(annotate, tmp_path):
    """The line of a value is the first of its record; records before it may have several."""
    text = 'country,day,n\nMali,2010-01-01,"a\nb"\n"Atlantis",2010-01-01,"c\nd"\nMali,x,e\n'
    annotate(text, "--report", str(tmp_path / "bad.csv"))

    assert [line.split(",")[3] for line in (tmp_path / "bad.csv").read_text().splitlines()[1:]] == [
        "4",
        "6",
    ]


def test_each_row_of_a_table_in_another_dialect_is_right_or_left(annotate):
    """Rows written with backslashes: each comes out as it was, or with its own answer."""
    notes = ['say "so"', 'a ", b', '"', "two\nlines", 'x",Chad,2010-01-01,"y', "plain", 'end "']
    out = io.StringIO()
    dialect = {"escapechar": "\\", "doublequote": False, "lineterminator": "\n"}
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, **dialect)
    writer.writerows(
        [["note", "country", "day"], *([note, "Mali", "2010-01-01"] for note in notes)]
    )
    _, written = annotate(out.getvalue())
    rows = list(csv.reader(io.StringIO(written.decode(), newline=""), **dialect))

    assert [row[:3] for row in rows[1:]] == [[note, "Mali", "2010-01-01"] for note in notes]
    assert {tuple(row[3:]) for row in rows[1:]} == {(), ("party",)}


@pytest.mark.parametrize(
    ("options", "header", "row"),
    [
        (
            ("--state=a", "--state=b", "--date=from"),
            "a_icc_iso3,a_icc_party,b_icc_iso3,b_icc_party",
            "TCD,false,SDN,false",
        ),
        (
            ("--state=a", "--date=from", "--date=to"),
            "from_icc_iso3,from_icc_party,to_icc_iso3,to_icc_party",
            "TCD,false,TCD,true",
        ),
        (
            ("--state=a", "--state=b", "--date=from", "--date=y,m,d", "--prefix=x_"),
            "a_from_x_iso3,a_from_x_party,a_y_m_d_x_iso3,a_y_m_d_x_party,"
            "b_from_x_iso3,b_from_x_party,b_y_m_d_x_iso3,b_y_m_d_x_party",
            "TCD,false,TCD,true,SDN,false,SDN,false",
        ),
        (
            ("--state=a", "--state=b", "--on=2010-01-01"),
            "a_icc_iso3,a_icc_party,b_icc_iso3,b_icc_party",
            "TCD,true,SDN,false",
        ),
    ],
)
@pytest.mark.parametrize("quote", ["", '"'])
def test_several_columns(run, tmp_path, options, header, row, quote):
    """Each state on each of its days has columns of its own; none is left out in silence."""
    path = tmp_path / "rows.csv"
    cells = ["Chad", "Sudan", "2005-01-01", "2007-01-01", "2007", "1", "1"]
    line = ",".join(f"{quote}{cell}{quote}" for cell in cells)
    path.write_text(f"a,b,from,to,y,m,d\n{line}\n")
    result = run("annotate", str(path), *options, "--add=iso3,party")

    assert (0, [f"a,b,from,to,y,m,d,{header}", f"{line},{row}"]) == (result.code, result.lines)


def test_each_column_is_counted_by_itself(run, tmp_path):
    """What is said of a column begins with its name."""
    path = tmp_path / "rows.csv"
    path.write_text("a,b,day\nChad,Atlantis,2010-01-01\n")
    result = run("annotate", str(path), "--state=a", "--state=b", "--date=day")

    assert result.code == 1
    assert [line[:45] for line in result.err.splitlines()] == [
        "icc-status: a: 1 row: 1 answered, 0 unresolve",
        "icc-status: b: 1 row: 0 answered, 1 unresolve",
        "icc-status: b: 1 row: no state is called 'Atl",
    ]


@pytest.mark.parametrize("column", ["", " ", "y,m,day", "y,,m"])
def test_a_date_column_that_is_not_there(run, tmp_path, column):
    """An empty name is no column, and each of three columns must be there."""
    path = tmp_path / "rows.csv"
    path.write_text("country,y,m,d\nMali,2010,1,1\n")
    result = run("annotate", str(path), "--state=country", "--date", column)

    assert (2, "") == (result.code, result.out)
    assert "no column is called" in result.err


def test_one_column_twice(run, tmp_path):
    """A column that is named twice would add the same columns twice."""
    path = tmp_path / "rows.csv"
    path.write_text(EVENTS)
    result = run("annotate", str(path), "--state=country", "--state=country", "--date=day")

    assert result.code == 2
    assert "there is a column 'country_icc_iso3' already" in result.err


def test_escapes_are_not_obeyed(run, tmp_path):
    """What a terminal would obey, in a path, a column or a cell, is written out."""
    escape = "\x1b]0;title\x07"
    path, out = tmp_path / f"rows{escape}.csv", tmp_path / f"out{escape}.csv"
    path.write_text(f"{escape}a,b,day\nMali{escape},Mali,2010-01-01\nMali,Chad,{escape}\n")
    columns = (f"--state={escape}a", "--state=b", "--date=day")
    for options in ((), ("--strict",), ("--add=x" + escape,), ("--map=x" + escape,)):
        result = run("annotate", str(path), *columns, *options, "-o", str(out))

        assert result.code in {1, 2}
        assert not set("\x1b\x07") & set(result.err)
