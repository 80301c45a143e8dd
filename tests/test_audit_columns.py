"""What the columns of a CSV are taken for, and what a copy says that cannot be true."""

import datetime as dt

import pytest
from sound import sound
from terminals import SCREEN

from icc_status.audit.copies.lines import field_of

HEAD = "iso3,State,Signature,Deposit"
ROWS = {
    "XAA": "XAA,Alpha,1999-01-08,2001-02-08",
    "XBB": "XBB,Beta,1998-12-04,2002-06-28",
    "XCC": "XCC,Gamma,,2006-10-23",
    "XDD": "XDD,Delta,2000-12-31,",
    "XFF": "XFF,Zeta,,2007-07-17",
}


@pytest.fixture
def audited(run, tmp_path):
    """Audit the invented registry, as it is or changed, against a table with more columns."""

    def audited(head="", more=None, rows=None, change=None, args=(), **options):
        data = sound()
        if change:
            change(data)
        registry, copy = tmp_path / "registry.yaml", tmp_path / "copy.csv"
        registry.write_text(data.text())
        heads = [text for text in head.split(",") if text]
        lines = [",".join([HEAD, *heads])]
        for code, row in (ROWS | (rows or {})).items():
            lines.append(f"{row},{(more or {}).get(code, ',' * (len(heads) - 1))}".rstrip())
        text = "\n".join(lines if heads else [line.removesuffix(",") for line in lines])
        copy.write_text(text + "\n")
        return run("audit", str(copy), "--registry", str(registry), *args, **options)

    return audited


UNDERSTOOD = {
    "iso3": "iso3",
    "ISO 3166-1 alpha-3": "iso3",
    "iso2": "iso2",
    "name_un": "name",
    "Country name": "name",
    "signature_date": "signed",
    "Date signed": "signed",
    "Date of the signature": "signed",
    "Date ratified": "deposited",
    "date of deposit": "deposited",
    "Ratification, acceptance, approval or accession": "deposited",
    "Ratification/Accession (a)": "deposited",
    "deposit_type": "instrument",
    "entry_into_force_for_state": "in_force",
    "Entry into force for the State": "in_force",
    "Date of entry into force for the State Party": "in_force",
    "In force since": "in_force",
    "Withdrawal": "withdrawal",
    "Date of withdrawal": "withdrawal",
    "withdrawal_notice_date": "withdrawal_notified",
    "Date of notification of withdrawal": "withdrawal_notified",
    "withdrawal_effective_date": "withdrawal_effective",
    "Effective date of withdrawal": "withdrawal_effective",
    "withdrawal_notice_revoked_date": "withdrawal_revoked",
    "signature_sources": None,
    "party_on_2026_11_23": None,
    "State of play": None,
    "Date": None,
    "note": None,
    "": None,
}


@pytest.mark.parametrize(("head", "field"), UNDERSTOOD.items())
def test_heads(head, field):
    """The obvious words for a field are that field, whatever stands around them."""
    assert field == field_of(head)


FIRST = {"XFF": "2020-01-10,2021-01-10"}
BETA = {**FIRST, "XBB": "2016-11-10,2017-11-10"}
DAYS = "withdrawal_notice_date,withdrawal_effective_date"


def test_days_of_withdrawal(audited):
    """The days of notice and of effect are compared, as they stood on the day."""
    wrong = {"XFF": "2020-01-11,2021-01-11"}
    before = {"XBB": ROWS["XBB"], "XFF": ROWS["XFF"]}

    assert (audited(DAYS, FIRST).code, audited(DAYS, FIRST).err) == (0, "")
    assert audited(DAYS, BETA, args=["--on", "2016-12-01"], rows=before).lines[-2:] == [
        "XFF\tZeta\twithdrawal_notified\t\t2020-01-10",
        "XFF\tZeta\twithdrawal_effective\t\t2021-01-10",
    ]
    assert audited(DAYS, wrong).lines == [
        "XFF\tZeta\twithdrawal_notified\t2020-01-10\t2020-01-11",
        "XFF\tZeta\twithdrawal_effective\t2021-01-10\t2021-01-11",
    ]


def test_a_notice_taken_back(audited):
    """A notice that was taken back is expected only where the copy has the day of that, too."""
    head = "withdrawal_notice_date,withdrawal_notice_revoked_date"
    told = {"XBB": "2016-11-10,2017-02-10", "XFF": "2020-01-10,"}

    assert audited(head, told).code == 0
    assert audited(head, {"XFF": "2020-01-10,"}).lines == [
        "XBB\tBeta\twithdrawal_notified\t2016-11-10\t",
        "XBB\tBeta\twithdrawal_revoked\t2017-02-10\t",
    ]
    assert audited(DAYS, BETA).lines == [
        "XBB\tBeta\twithdrawal_notified\t\t2016-11-10",
        "XBB\tBeta\twithdrawal_effective\t\t2017-11-10",
    ]


WITHDRAWALS = {
    "the notice": ({"XFF": "10 Jan 2020"}, []),
    "the effect": ({"XFF": "2021-01-10"}, []),
    "another day": (
        {"XFF": "2020-01-11"},
        ["XFF\tZeta\twithdrawal\t2020-01-10 2021-01-10\t2020-01-11"],
    ),
    "a party": (
        {"XAA": "2020-01-11", "XFF": "2021-01-10"},
        ["XAA\tAlpha\twithdrawal\t\t2020-01-11"],
    ),
    "yes": ({"XFF": "Yes", "XAA": "no"}, []),
    "yes of a party": (
        {"XAA": "x", "XFF": "x"},
        ["XAA\tAlpha\twithdrawn\t\tyes"],
    ),
    "nothing": ({}, ["XFF\tZeta\twithdrawn\tyes\t"]),
    "no day": ({"XFF": "in 2021"}, ["XFF\tZeta\twithdrawn\tyes\tin 2021"]),
}


@pytest.mark.parametrize(("told", "lines"), WITHDRAWALS.values(), ids=WITHDRAWALS.keys())
def test_a_column_of_withdrawals(audited, told, lines):
    """A column "Withdrawal" holds the day of notice or effect, or says yes or no."""
    result = audited("Withdrawal", told)

    assert lines == result.lines
    assert result.err == ""


@pytest.mark.parametrize("place", [{}, {"place": SCREEN}], ids=["pipe", "terminal"])
def test_what_was_not_compared_is_said(audited, place):
    """Heads not understood are named, and the fields that no column answers for."""
    result = audited("Effect,Effekt", {"XAA": "2002-07-01,1"}, **place)
    left = audited("Withdrawal,Effekt", {"XFF": "2021-01-10,1"}, **place)

    assert (result.code, left.code) == (0, 0)
    assert result.err.endswith(
        "/copy.csv: heads not understood: 'Effect', 'Effekt'; fields of the registry not"
        " compared: instrument, in_force, withdrawal_notified, withdrawal_effective\n"
    )
    assert left.err.endswith(
        "'Effekt'; fields of the registry not compared: instrument, in_force\n"
    )


def test_a_column_without_a_head(audited):
    """A column without a head is named by its place where it holds anything."""
    assert "not understood: column 5, without a head; " in audited(" ", {"XAA": "x"}).err
    assert audited(" ").err == ""


def test_long_notes_are_cut(audited):
    """A note stays one line that can be read, however many and long the heads are."""
    heads = [f"{i} {'long ' * 40}" for i in range(30)]
    result = audited(",".join(heads))

    assert result.code == 0
    assert result.err.count("\n") == 1
    assert len(result.err) < 2000
    assert "'0 long long" in result.err
    assert " and 10 more; " in result.err


CONTRADICTIONS = {
    "another's name": ("XAA,Beta,1999-01-08,2001-02-08", "XAA\tAlpha\tname\tAlpha\tBeta"),
    "no state's name": ("XAA,Erewhon,1999-01-08,2001-02-08", "XAA\tAlpha\tname\tAlpha\tErewhon"),
    "a name of two others": ("XFF,Utopia,,2007-07-17", "XFF\tZeta\tname\tZeta\tUtopia"),
}


@pytest.mark.parametrize(("row", "line"), CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_a_code_beside_another_name(audited, row, line):
    """A code wins over a name, and a name that is not its state's is a difference."""
    assert audited(rows={row[:3]: row}).lines == [line]


def test_a_code_beside_a_name_of_its_own(audited):
    """A shared name may be the state's; a name unknown here is said, and the code is used."""
    shared = audited(rows={"XAA": "XAA,Utopia,1999-01-08,2001-02-08"})
    unknown = audited(rows={"XAA": "XAA,Alfa,1999-01-08,2001-02-08"})
    code = audited(rows={"XAA": "AL,Alpha,1999-01-08,2001-02-08"})

    assert [(result.code, result.out) for result in (shared, unknown, code)] == [(0, "")] * 3
    assert shared.err == ""
    assert unknown.err.endswith("names not known, lines taken by what stands beside them: 'Alfa'\n")
    assert code.err.endswith("beside them: 'AL'\n")


def test_two_codes(audited):
    """The two codes of a line are held against each other, too."""
    codes = {"XAA": "XB", "XBB": "XB", "XCC": "XC", "XDD": "XD", "XFF": "XF"}

    assert audited("iso2", codes).lines == ["XAA\tAlpha\tname\tAlpha\tXB"]


def test_a_mark_beside_another_kind(audited):
    """A day's mark that says another kind of instrument than its own column is a difference."""
    kinds = {
        "XAA": "Ratification",
        "XBB": "ratification",
        "XCC": "d",
        "XFF": "accession",
    }

    def marked(mark):
        return audited("Instrument", kinds, rows={"XFF": f"XFF,Zeta,,17 Jul 2007 {mark}"})

    assert marked("a").code == 0
    assert marked("A").lines == ["XFF\tZeta\tinstrument\taccession\taccession, marked acceptance"]


def test_a_mark_on_a_day_in_force(audited):
    """A mark where there should be none is not dropped."""
    days = {"XAA": "2002-07-01", "XBB": "2002-09-01", "XCC": "2006-06-03", "XFF": "1 Oct 2007 a"}

    assert audited("In force since", days).lines == [
        "XFF\tZeta\tin_force\t2007-10-01\t2007-10-01 a"
    ]


def test_a_state_again(audited):
    """A state that stands twice is said, and what the second line says is compared."""
    again = {"again": "XAA,Alpha,1999-01-09,2001-02-08"}

    assert audited(rows=again).lines == [
        "XAA\tAlpha\tname\tlisted once\tlisted again",
        "XAA\tAlpha\tsigned\t1999-01-08\t1999-01-09",
    ]


def test_title_rows(run, tmp_path):
    """A CSV may have two rows before its head, as the depositary's tables have."""
    path = tmp_path / "copy.csv"
    table = "\n".join(["Status of the Treaty,,,", ",,,", "as of today", HEAD, *ROWS.values()])
    path.write_text(table.replace(",", ";"))
    registry = tmp_path / "registry.yaml"
    registry.write_text(sound().text())

    assert run("audit", str(path), "--registry", str(registry)).code == 0


def test_the_registry_changed(audited):
    """The table of these tests differs where the registry differs."""

    def change(data):
        data.act("XFF", 1)["date"] = dt.date(2020, 1, 9)

    assert audited(DAYS, FIRST, change=change).lines == [
        "XFF\tZeta\twithdrawal_notified\t2020-01-09\t2020-01-10"
    ]


OTHER = "Country,Signature,Ratification\n" + "".join(
    f"{name},29 Apr 1998,3{i % 2} May 2002\n" for i, name in enumerate(["Alpha", "Beta", "Delta"])
)


def test_a_table_of_another_treaty(run, tmp_path):
    """A copy most of whose days are not the Statute's is asked about; one that is wrong is not."""
    registry, copy = tmp_path / "registry.yaml", tmp_path / "copy.csv"
    registry.write_text(sound().text())

    def remark(text):
        copy.write_text(text)
        return run("audit", str(copy), "--registry", str(registry)).err

    wrong = "\n".join([HEAD, *ROWS.values()]).replace("1999-01-08", "1999-01-09")

    assert remark(OTHER) == (
        f"icc-status: {copy}: 6 of its 6 days are not those of the registry:"
        " is it a table of another treaty?\n"
    )
    assert remark(wrong) == ""


HEADS_PEOPLE_WRITE = {
    "State party[1]": "name",
    "Signed[note 2]": "signed",
    "Ratified or acceded": "deposited",
    "Ratified/acceded[b]": "deposited",
    "Date of ratification or accession": "deposited",
    "countryLabel": "name",
    "ISO 3166-1 alpha-3 code": "iso3",
}


@pytest.mark.parametrize("head", HEADS_PEOPLE_WRITE)
def test_heads_of_encyclopaedias(head):
    """A head is understood with its footnotes, and as queries of open data write it."""
    assert field_of(head) == HEADS_PEOPLE_WRITE[head]


def test_marks_that_stand_for_nothing(run, tmp_path):
    """A dash or N/A says nothing, footnotes and times are left out, a wrong day is found."""
    registry, copy = tmp_path / "registry.yaml", tmp_path / "copy.csv"
    registry.write_text(sound().text())
    copy.write_text(
        "State party[1],Signed,Ratified or acceded,Entry into force\n"
        "Alpha,8 January 1999,8 February 2001[2],1 July 2002\n"
        "Beta[a],1998-12-04T00:00:00Z,2002-06-28T00:00:00Z,2002-09-01T00:00:00Z\n"
        "Gamma,—,23 October 2006,3 June 2006\nDelta,31 December 2000,N/A,–\n"
        "Zeta,n/a,18 July 2007,1 October 2007\n"
    )

    assert run("audit", str(copy), "--registry", str(registry)).lines == [
        "XFF\tZeta\tdeposited\t2007-07-17\t2007-07-18"
    ]
