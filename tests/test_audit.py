"""The registry against copies of the depositary's page, and against another registry."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sound import act, sound
from terminals import SCREEN

from icc_status import load
from icc_status.audit import differences as audit
from icc_status.audit.copies.cells import Day, day, name
from icc_status.audit.copies.forms import Form, read_copy, recognise
from icc_status.audit.copies.pages import html_table
from icc_status.audit.copies.tables import xml_table
from icc_status.queries.rows import rows

COPIES = Path(__file__).parent / "copies"
FORMS = ["page.csv", "page.xml", "page.html"]
REGISTRY = load()


@pytest.fixture(scope="module")
def registry():
    """Name all states: the depositary's list does."""
    return REGISTRY


@pytest.fixture
def audited(run, tmp_path):
    """Audit the invented registry, as it is or changed, against a file or a text."""

    def audited(copy, *args, change=None, **options):
        data = sound()
        if change:
            change(data)
        path = tmp_path / "registry.yaml"
        path.write_text(data.text())
        if not isinstance(copy, Path):
            copy, text = tmp_path / "copy", copy
            copy.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("audit", str(copy), "--registry", str(path), *args, **options)

    return audited


@pytest.mark.parametrize("form", FORMS)
def test_no_difference(audited, form):
    """A copy that agrees gives no line and exit code 0, in each of the forms."""
    result = audited(COPIES / form)

    assert (result.code, result.out, result.err) == (0, "", "")


CHANGED = {
    "signed": ("XBB", "Beta", "signed", "1998-12-05", "1998-12-04"),
    "deposited": ("XBB", "Beta", "deposited", "2002-06-27", "2002-06-28"),
    "instrument": ("XBB", "Beta", "instrument", "acceptance", "ratification"),
}


@pytest.mark.parametrize("field", CHANGED)
@pytest.mark.parametrize("form", FORMS)
def test_one_difference(audited, form, field):
    """One field that differs is one line: code, name, field, what the registry says, the copy."""

    def change(data):
        if field == "signed":
            data.act("XBB", 0)["date"] = dt.date(1998, 12, 5)
        elif field == "deposited":
            data.act("XBB", 1)["date"] = dt.date(2002, 6, 27)
        else:
            data.act("XBB", 1)["kind"] = "acceptance"

    result = audited(COPIES / form, change=change)

    assert (result.code, result.out) == (1, "\t".join(CHANGED[field]) + "\n")


@pytest.mark.parametrize("form", FORMS)
def test_a_withdrawal_stands_in_brackets(audited, form):
    """A party that the copy has in brackets, and one that it should have, are differences."""

    def change(data):
        del data.acts("XFF")[1]
        del data.acts("XBB")[3]

    assert audited(COPIES / form, change=change).lines == [
        "XBB\tBeta\twithdrawn\tyes\t",
        "XFF\tZeta\twithdrawn\t\tyes",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_was_taken_back_is_not_listed(audited, form):
    """An accession taken back before its effect should be in no copy; one that stands should."""
    result = audited(COPIES / form, change=lambda data: data.acts("XEE").pop())

    assert [line.split("\t")[:3] for line in result.lines[:2]] == [
        ["XEE", "Epsilon", "deposited"],
        ["XEE", "Epsilon", "instrument"],
    ]


def test_entry_into_force_where_the_copy_has_it(audited):
    """The CSV has the day of entry into force; the depositary's page has not."""

    def change(data):
        data.act("XFF", 0)["effective"] = dt.date(2007, 11, 1)

    assert audited(COPIES / "page.csv", change=change).out == (
        "XFF\tZeta\tin_force\t2007-11-01\t2007-10-01\n"
    )
    assert audited(COPIES / "page.xml", change=change).code == 0


HEAD = "State,Signature,Deposit\n"
LINES = {
    "a name of no state": ("Omega,1 Jan 1999,", "\tOmega\tname\t\t1999-01-01"),
    "a name of two": ("Utopia,,", "\tUtopia\tname\t\tlisted"),
    "a state again": ("alpha,8 Jan 1999,8 Feb 2001", "XAA\tAlpha\tname\tlisted once\tlisted again"),
    "no day": ("Epsilon,soon,", "XEE\tEpsilon\tsigned\t\tsoon"),
    "no such day": ("Epsilon,31 Feb 1999,", "XEE\tEpsilon\tsigned\t\t31 Feb 1999"),
    "no such month": ("Epsilon,1 Ju 1999,", "XEE\tEpsilon\tsigned\t\t1 Ju 1999"),
    "an ambiguous day": ("Epsilon,01/02/1999,", "XEE\tEpsilon\tsigned\t\t01/02/1999"),
    "a mark on a signature": ("Epsilon,1 Jan 1999 a,", "XEE\tEpsilon\tsigned\t\t1999-01-01 a"),
    "an escape": ("Epsilon,\x1b[31m,", "XEE\tEpsilon\tsigned\t\t\\x1b[31m"),
    "a formula": ("=1+1,,1 Jan 1999 a", "\t=1+1\tname\t\t1999-01-01 accession"),
}


@pytest.mark.parametrize(("line", "difference"), LINES.values(), ids=LINES.keys())
def test_what_the_copy_alone_says(audited, line, difference):
    """What is no state, no day, or there again is a difference, and stands as it was given."""
    text = (COPIES / "page.csv").read_text().replace(",Entry into force", "")
    text = "".join(f"{','.join(row.split(',')[:3])}\n" for row in text.splitlines()) + line + "\n"

    assert audited(text).lines == [difference]


def test_a_state_that_the_copy_lacks(audited):
    """A state that the copy lacks differs in each field that the registry fills."""
    text = (COPIES / "page.csv").read_text().replace("Beta,", "Bella,")

    assert audited(text).lines == [
        "\tBella\tname\t\t1998-12-04 2002-06-28 ratification 2002-09-01",
        "XBB\tBeta\tsigned\t1998-12-04\t",
        "XBB\tBeta\tdeposited\t2002-06-28\t",
        "XBB\tBeta\tinstrument\tratification\t",
        "XBB\tBeta\tin_force\t2002-09-01\t",
    ]


HEADS = {
    "other words": "participant;date of signature;ratified\n",
    "the depositary's": (
        'Participant 2,"Signature"\t"Approval(AA), Acceptance(A), Accession(a), Ratification"\n'
    ),
    "codes first": "ISO3,name_of_no_use,signature_date,deposit-date\n",
    "a kind of its own": "Country\tSignature\tDeposit\tInstrument\n",
}
BODIES = {
    "other words": "Alpha;8 Jan 1999;8 Feb 2001\n",
    "the depositary's": "Alpha\t8 January 1999\t2001-02-08\n",
    "codes first": "XAA,x,1999-01-08,2001-02-08\n",
    "a kind of its own": "Alpha\t1999-01-08\t2001-02-08\tRatification\n",
}


@pytest.mark.parametrize("which", HEADS)
def test_heads_are_understood(audited, which):
    """Heads go by several exact words; columns by comma, semicolon or tab; others are skipped."""
    head = HEADS[which].replace('2,"Signature"', "2\tSignature")
    result = audited(head + BODIES[which])

    assert result.code == 1
    assert [line for line in result.lines if line.startswith(("XAA", "\t"))] == []


def test_no_marks_no_kinds(audited):
    """A CSV without any mark says nothing of the kinds of instrument, nor of withdrawals."""
    text = HEAD + "Zeta,,2007-07-17\nAlpha,1999-01-08,2001-02-08\nBeta,1998-12-04,2002-06-28\n"

    assert audited(text + "Gamma,,2006-10-23\nDelta,2000-12-31,\n").code == 0


def test_the_copy_of_an_earlier_day(audited):
    """--on compares with the registry as it stood on the day of the copy."""
    text = HEAD + "Alpha,8 Jan 1999,8 Feb 2001\nBeta,4 Dec 1998,28 Jun 2002\nDelta,31 Dec 2000,\n"
    later = audited(text, "--on", "2026-10-02")

    assert audited(text, "--on", "2006-10-22").code == 0
    assert {line.split("\t")[0] for line in later.lines} == {"XCC", "XFF"}


BAD = {
    "nothing": (b"", "is none of the forms: a CSV with a head"),
    "a text": (b"Some words.\nOthers.\n", "is none of the forms: a CSV with a head"),
    "no head": (b"Alpha,8 Jan 1999,8 Feb 2001\n", "is none of the forms: a CSV with a head"),
    "a head alone": (HEAD.encode(), "its table names no participant"),
    "a long row": (HEAD.encode() + b"Alpha,,,\n", "row 1 has 4 cells under 3 heads"),
    "a short row": (HEAD.encode() + b"Alpha\n", "row 1 has 1 cells under 3 heads"),
    "two columns": (b"state,signed,signature\na,,\n", "has two columns for 'signed'; keep one"),
    "NUL": (HEAD.encode() + b"\0", "holds NUL bytes; save it as UTF-8 text"),
    "UTF-16": (HEAD.encode("utf-16"), "holds NUL bytes; save it as UTF-8 text"),
    "a long cell": (HEAD.encode() + b"a" * 200_000, "not CSV: field larger than field limit"),
    "a long line": (HEAD.encode() + b"a," * 2**22, "cannot be read: it is larger than 8 MB"),
    "broken XML": (b"<Document><Treaty>", "not XML: no element found: line 1, column 18"),
    "an encoding unheard of": (b'<?xml version="1.0" encoding="x"?><a/>', "not XML: unknown"),
    "XML of another kind": (b"<svg/>", "is none of the forms: a CSV with a head"),
    "a bomb": (
        b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        "has a DOCTYPE, which could declare entities; remove it",
    ),
    "a file from outside": (
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "has a DOCTYPE, which could declare entities; remove it",
    ),
    "deep XML": (b"<a>" * 300_000, "not XML: no element found"),
    "another page": (b"<html><table id=x><tr></table></html>", "holds no table of participants"),
    "half a page": (
        (COPIES / "page.html").read_bytes().partition(b"Zeta")[0],
        "is cut off: its table of participants does not end",
    ),
    "a page of tags": (b"<html><table id=tblgrid" + b"<sup><!--" * 90_000, "holds no table"),
    "a table of tags": (b"<html><table id=tblgrid>" + b"<sup><!--<td" * 90_000, "is cut off"),
    "a broken registry": (b"states: []\n", "line 1: has no field 'about'; add it"),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD.keys())
def test_what_is_no_copy(audited, data, message):
    """What cannot be read is refused in one line with code 3, whatever it holds."""
    result = audited(data)

    assert (result.code, result.out) == (3, "")
    assert message in result.err
    assert result.err.count("\n") == 1


def test_what_would_take_for_ever(audited):
    """Cells of numbers and of footnotes, and many unknown names, are read in one pass."""
    lines = ["1 " * 60_000 + f"x{i},1 Jan 1999,\n" for i in range(9)]
    lines += [f"Alphaa{i}x,1 Jan 1999 {'⁵' * 60_000} x,\n" for i in range(9)]
    lines += [f"Alphaa{i}x,1 Jan 1999,\n" for i in range(9, 1_900)]

    assert len(audited(HEAD + "".join(lines)).lines) == 1_909 + 7


def test_a_file_that_is_not_there(run, tmp_path):
    """A file that is not there, or is a directory, is named."""
    assert run("audit", str(tmp_path)).err == (
        f"icc-status: {tmp_path}: cannot be read: it is a directory; name a file\n"
    )
    assert run("audit", str(tmp_path / "a")).code == 3


def test_the_forms_are_told_by_what_they_hold():
    """A file's name says nothing: the form is seen from its text."""
    forms = [recognise((COPIES / form).read_bytes()) for form in FORMS]

    assert forms == [Form.CSV, Form.XML, Form.HTML]
    assert recognise(sound().text().encode()) is Form.REGISTRY


DAYS = {
    "10 Feb 2003 a": Day("2003-02-10", "a"),
    "17 Jul\t 1998 ": Day("1998-07-17"),
    "17 July 1998": Day("1998-07-17"),
    "2 Sept. 2000": Day("2000-09-02"),
    "17\u00a0Jul\u00a01998\u00a0A": Day("1998-07-17", "A"),
    "17 Jul 1998 AA<superscript>7</superscript>": Day("1998-07-17", "AA"),
    "17 Jul 1998 (d)": Day("1998-07-17", "d"),
    "[17 Jul 1998 a]": Day("1998-07-17", "a", bracketed=True),
    "[17 Jul 1998] a": Day("1998-07-17", "a", bracketed=True),
    "1998-07-17": Day("1998-07-17"),
    "": Day(""),
    "[ 3 Oct 1975 ]": Day("1975-10-03", bracketed=True),
    "10 Feb 2003 a 5": Day("2003-02-10", "a"),
    "10 Feb 2003 a5": Day("2003-02-10", "a"),
    "10 Feb 2003⁵ a": Day("2003-02-10", "a"),
    "[10 Feb 2003 AA] 5": Day("2003-02-10", "AA", bracketed=True),
    "31 Jan 2003 6, 7": Day("2003-01-31"),
    "30 Apr 2001⁶": Day("2001-04-30"),
    "30 Apr 2001 ⁶,⁷": Day("2001-04-30"),
    "2001-04-30 ¹²": Day("2001-04-30"),
    "9 Jun 2000 <a>3</a>": Day("2000-06-09"),
    "10 Feb 20035": Day("10 Feb 20035"),
    "10 Feb 2003 2004": Day("10 Feb 2003 2004"),
    "10 Feb 2003 11 Mar 2004": Day("10 Feb 2003 11 Mar 2004"),
    "10 Feb 200³": Day("10 Feb 200³"),
    "1⁰ Feb 2003": Day("1⁰ Feb 2003"),
    "5 10 Feb 2003": Day("5 10 Feb 2003"),
    "10 Feb 2003 12:30": Day("2003-02-10"),
    "2000-02-16T00:00:00Z": Day("2000-02-16"),
    "16 February 2000[2]": Day("2000-02-16"),
    "July 1, 2002": Day("2002-07-01"),
    "13/02/1999": Day("1999-02-13"),
    "03/04/1999": Day("03/04/1999"),
    "—": Day(""),
    "N/A": Day(""),
    "[5]": Day("[5]", bracketed=True),
    "7 Jun 19988": Day("7 Jun 19988"),
    "٧ Jun 1998": Day("٧ Jun 1998"),
}


@pytest.mark.parametrize(("cell", "read"), DAYS.items(), ids=range(len(DAYS)))
def test_days(cell, read):
    """A day is read from all that the depositary puts around it, or stays as it stands."""
    assert day(cell) == read


NAMES = {
    "Bolivia (Plurinational State of)": "BOL",
    "Congo": "COG",
    "Côte d'Ivoire": "CIV",
    "Czech Republic<superscript>4</superscript>": "CZE",
    "Democratic Republic of the Congo": "COD",
    "Denmark <sup>5</sup>": "DNK",
    "Denmark⁵": "DNK",
    "Iran (Islamic Republic of)": "IRN",
    "Israel6,7": "ISR",
    "Israel ⁶,⁷": "ISR",
    "Netherlands (Kingdom of the) 8": "NLD",
    "Naoero": "NRU",
    "Republic of Korea": "KOR",
    "Republic of Moldova": "MDA",
    "State of Palestine": "PSE",
    "[Burundi]": "BDI",
    "The former Yugoslav Republic of Macedonia": "MKD",
    "Türkiye": "TUR",
    "Turkey": "TUR",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "United\u00a0Republic of\u200b Tanzania": "TZA",
    "Venezuela (Bolivarian Republic of)": "VEN",
}


@pytest.mark.parametrize(("cell", "code"), NAMES.items(), ids=NAMES.keys())
def test_names_as_the_depositary_writes_them(run, tmp_path, cell, code):
    """The depositary's names, of today and of before, lead to the state that they name there."""
    path = tmp_path / "copy.csv"
    path.write_text(f'participant,signature\n"{cell}",1 Jan 1990\n')
    found = [line for line in run("audit", str(path)).lines if line.endswith("\t1990-01-01")]

    assert [line.split("\t")[0] for line in found] == [code]
    assert name(cell)


def own_table():
    """Return the registry's own days, as a CSV would have them."""
    return {
        row.state.iso3: [
            row.state.un_name,
            *(str(row[key] or "") for key in ("signed", "deposited", "in_force")),
        ]
        for row in rows(REGISTRY, REGISTRY.as_of)
        if row["signed"] or row["deposited"]
    }


def as_csv(table):
    """Return a table as CSV."""
    lines = ["name,signed,deposited,in force", *(f'"{a}",{b},{c},{d}' for a, b, c, d in table)]
    return "\n".join(lines).encode()


def test_the_registry_agrees_with_itself():
    """Its own days, as a copy, differ in nothing; what was taken back is not among them."""
    table = own_table()

    assert audit.against_copy(REGISTRY, read_copy(as_csv(table.values())), REGISTRY.as_of) == []
    assert table.keys() & {"MYS", "BDI", "PHL"} == {"BDI", "PHL"}
    assert len(table) >= 156


@settings(max_examples=40, deadline=None)
@given(code=st.sampled_from(sorted(own_table())), column=st.integers(1, 3), away=st.booleans())
def test_whatever_is_changed_is_found(code, column, away):
    """Any one cell of a copy that says another thing is found, and nothing but that."""
    table = own_table()
    table[code][column] = "" if away and table[code][column] else "2001-09-11"
    found = audit.against_copy(REGISTRY, read_copy(as_csv(table.values())), REGISTRY.as_of)

    assert [(d.iso3, d.field) for d in found] == [
        (code, ("signed", "deposited", "in_force")[column - 1])
    ]


def test_tables_are_read_alike():
    """The XML and the page hold the same participants, whatever surrounds them."""
    page = html_table((COPIES / "page.html").read_text())
    document = xml_table((COPIES / "page.xml").read_bytes())

    assert [row[0].strip() for row in page[2:]] == ["Alpha", "Beta", "Delta", "Gamma", "Zeta"]
    assert [name(row[0]) for row in document[1:]] == ["Alpha", "Beta", "Delta", "Gamma", "Zeta"]


def test_on_a_terminal(audited):
    """A person gets a table and a foot that counts; nothing is drawn where nothing differs."""
    differs = audited(
        COPIES / "page.csv", place=SCREEN, change=lambda data: data.acts("XDD").pop(0)
    )
    agrees = audited(COPIES / "page.csv", place=SCREEN)

    assert differs.code == 1
    assert "Registry" in differs.lines[0]
    assert "1 difference;" in differs.out
    assert "5 lines with signed, deposited, instrument, in_force, withdrawn" in " ".join(
        differs.out.split()
    )
    assert agrees.code == 0
    assert agrees.out.startswith("no difference; ")


def test_in_other_formats(audited):
    """The differences come in every machine format, and --fields narrows them."""
    text = (COPIES / "page.csv").read_text() + "Omega,1 Jan 1999,,\n"

    assert audited(text, "--format", "csv").out == (
        "iso3,name,field,registry,copy\n,Omega,name,,1999-01-01\n"
    )
    assert audited(text, "--fields", "name,copy").out == "Omega\t1999-01-01\n"


def other_registry(tmp_path, change):
    """Write another version of the invented registry."""
    data = sound()
    change(data)
    path = tmp_path / "other.yaml"
    path.write_text(data.text())
    return path


VERSIONS = {
    "the same": (lambda data: data, []),
    "an act added": (
        lambda data: data.acts("XBB").pop(),
        ["XBB\tBeta\tact\t2017-02-10 withdrawal-revocation (sources page)\t"],
    ),
    "an act removed": (
        lambda data: data.acts("XEE").append(
            act("non-intention", dt.date(2020, 1, 1), note="A note.")
        ),
        ["XEE\tEpsilon\tact\t\t2020-01-01 non-intention (sources page; note A note.)"],
    ),
    "an act of another day": (
        lambda data: data.act("XBB", 2).update(
            date=dt.date(2016, 11, 9), effective=dt.date(2017, 11, 9)
        ),
        [
            "XBB\tBeta\twithdrawal 2016-11-10: date\t2016-11-10\t2016-11-09",
            "XBB\tBeta\twithdrawal 2016-11-10: effective\t2017-11-10\t2017-11-09",
        ],
    ),
    "an act of other sources": (
        lambda data: data.act("XBB", 0).update(source=["page", "gazette"]),
        ["XBB\tBeta\tsignature 1998-12-04: sources\tpage\tpage, gazette"],
    ),
    "an amendment": (
        lambda data: data.act("XAA", 5).update(date=dt.date(2017, 4, 27)),
        ["XAA\tAlpha\tamendment XVIII-10-b 2017-04-28: date\t2017-04-28\t2017-04-27"],
    ),
    "a state's name": (
        lambda data: data.state("XAA").update(un_name="Alfa"),
        ["XAA\tAlpha\tun_name\tAlpha\tAlfa"],
    ),
    "a state's birth": (
        lambda data: data.state("XCC")["exists_from"].update(date=dt.date(2006, 6, 1)),
        [
            "XCC\tGamma\texists_from\tdate 2006-06-03; sources gazette; predecessor XBB"
            "\tdate 2006-06-01; sources gazette; predecessor XBB"
        ],
    ),
    "a state added": (
        lambda data: data["states"].pop(4),
        [
            "XEE\tEpsilon\tentry\tthere\t",
            "XEE\tEpsilon\tact\t2019-03-04 accession (sources page; effective 2019-06-01)\t",
            "XEE\tEpsilon\tact\t2019-04-29 accession-withdrawal (sources page)\t",
        ],
    ),
    "a source": (
        lambda data: data["sources"][0].update(url="https://example.com/"),
        ["\tsource page\turl\thttps://example.org/\thttps://example.com/"],
    ),
    "a source removed": (
        lambda data: data["sources"].append({**data["sources"][0], "key": "spare"}),
        ["\tsource spare\tentry\t\tthere"],
    ),
    "as_of": (
        lambda data: data["about"].update(as_of=dt.date(2026, 10, 3)),
        ["\tabout\tas_of\t2026-10-02\t2026-10-03"],
    ),
    "an amendment's title": (
        lambda data: data["instruments"][0].update(title="aggression"),
        ["\tamendment XVIII-10-b\ttitle\tthe crime of aggression\taggression"],
    ),
    "a region's source": (
        lambda data: data["regions"][1].update(source=["gazette", "page"]),
        ["\tregion WEOG\tsource\tgazette\tgazette, page"],
    ),
    "the order of a day": (
        lambda data: data.acts("XAA").insert(1, data.acts("XAA").pop(3)),
        [
            "XAA\tAlpha\torder of 2001-02-08"
            "\tratification, declaration-124, territorial-exclusion"
            "\tterritorial-exclusion, ratification, declaration-124"
        ],
    ),
    "a region's size": (
        lambda data: data["regions"][0].update(members=4),
        ["\tregion Africa\tmembers\t3\t4"],
    ),
    "no state": (
        lambda data: data["not_states"][0].update(answer="It is nowhere."),
        ["\tno state: Erewhon\tanswer\tErewhon is nowhere.\tIt is nowhere."],
    ),
    "a shared name": (
        lambda data: data["shared_names"][0].update(states=["XAA", "XCC"]),
        ["\tshared name Utopia\tstates\tXAA, XBB\tXAA, XCC"],
    ),
}


@pytest.mark.parametrize(("change", "lines"), VERSIONS.values(), ids=VERSIONS.keys())
def test_another_version(audited, tmp_path, change, lines):
    """Two registries are compared act by act, field by field, and source by source."""
    result = audited(other_registry(tmp_path, change))

    assert result.lines == lines
    assert result.code == (1 if lines else 0)


FAULTY = {
    "a state twice": (
        lambda data: data["states"].insert(
            1, {**data.state("XAA"), "acts": data.acts("XAA")[:1], "un_member": False}
        ),
        "XAA: stands twice; keep one entry",
    ),
    "a source twice": (
        lambda data: data["sources"].insert(0, {**data["sources"][1], "title": "Other of 2013"}),
        "gazette: stands twice; keep one entry",
    ),
    "an amendment twice": (
        lambda data: data["instruments"].insert(0, {**data["instruments"][0], "title": "war"}),
        "XVIII-10-b: stands twice; keep one entry",
    ),
    "states out of order": (
        lambda data: data["states"].append(data["states"].pop(2)),
        "XCC: stands after XFF; sort the states by iso3",
    ),
}


@pytest.mark.parametrize(("change", "message"), FAULTY.values(), ids=FAULTY.keys())
def test_a_registry_with_faults(audited, tmp_path, change, message):
    """What FILE has twice or out of order is said in one line, and the code is 1."""
    result = audited(other_registry(tmp_path, change))

    assert result.code == 1
    assert message in result.err
    assert re.search(r"other\.yaml: has faults, \d+ in all; the first: line \d+: ", result.err)
    assert result.err.count("\n") == 1


def test_a_registry_without_faults(audited, tmp_path):
    """Of a sound registry nothing is said but the differences."""
    assert audited(other_registry(tmp_path, VERSIONS["an act added"][0])).err == ""


def test_two_acts_of_one_day(audited, tmp_path):
    """Of acts of one kind on one day, the equal ones are paired, whatever their order."""

    def change(data):
        isles = act("territorial-exclusion", dt.date(2001, 2, 8), territories=["Isles"])
        data.acts("XAA").insert(3, isles)

    assert audited(other_registry(tmp_path, change), change=change).code == 0
    assert audited(other_registry(tmp_path, change)).lines == [
        "XAA\tAlpha\tact\t\t2001-02-08 territorial-exclusion (sources page; territories Isles)"
    ]


def test_registries_have_no_day(audited, tmp_path):
    """Two registries are compared whole: a day is refused."""
    result = audited(other_registry(tmp_path, lambda data: data), "--on", "2020-01-01")

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "icc-status: --on goes with a copy of the table; registries are compared whole\n"
    )
