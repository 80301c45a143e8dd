"""`icc-status export`: the registry as tables, described column by column."""

import csv
import hashlib
import io
import json
import sys
from datetime import date

import duckdb
import pytest
from terminals import SCREEN

from icc_status import load
from icc_status.export.datapackage import MEDIA, SUFFIXES
from icc_status.export.datasets import DATASETS

TABLES = tuple(DATASETS)


def table(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A directory with everything in it, as CSV."""
    from icc_status import cli

    path = tmp_path_factory.mktemp("export")
    assert cli.run(["export", "-o", str(path)], today=date(2026, 11, 24)) == 0
    return path


def test_all_tables_and_their_description(package):
    """Without a table, -o names a directory that gets all of them and a data package."""
    assert sorted(path.name for path in package.iterdir()) == sorted(
        ["datapackage.json", *(f"{name}.csv" for name in TABLES)]
    )


def test_one_row_a_state(run, registry):
    """states has one row a state, with its codes and where it stood on the day."""
    rows = table(run("export", "states", "--on", "2017-10-27").out)
    found = {row["iso3"]: row for row in rows}

    assert [row["iso3"] for row in rows] == [state.iso3 for state in registry]
    assert found["BDI"]["status"] == "withdrawn"
    assert found["AFG"]["m49"] == "004"
    assert found["NAM"]["iso2"] == "NA"
    assert (found["NRU"]["cow"], found["KIR"]["gw"]) == ("970", "970")
    assert found["SSD"]["exists_from"] == "2011-07-09"
    assert {row["status_on"] for row in rows} == {"2017-10-27"}


def test_states_that_did_not_exist(run):
    """Before it existed a state has no status and is not said to be no party."""
    found = {row["iso3"]: row for row in table(run("export", "states", "--on", "2011-07-08").out)}

    assert ("", "") == (found["SSD"]["status"], found["SSD"]["party"])


def test_one_row_an_act(run, registry):
    """acts has every act of the registry, its sources in it."""
    rows = table(run("export", "acts").out)

    assert len(rows) == sum(len(state.acts) for state in registry)
    assert all(row["source"] and row["source_keys"] for row in rows)
    assert [row["kind"] for row in rows if row["iso3"] == "USA"] == ["signature", "non-intention"]


def test_what_was_taken_back_says_when(run):
    """A day of effect that never came is told from one that came."""
    rows = table(run("export", "acts").out)
    taken_back = {(row["iso3"], row["kind"]): row["taken_back"] for row in rows}

    assert taken_back["HUN", "withdrawal"] == "2026-05-29"
    assert taken_back["MYS", "accession"] == "2019-04-29"
    assert taken_back["BDI", "withdrawal"] == ""


def test_one_row_a_period(run):
    """spells has each period with its first and last day, the open one without a last."""
    rows = [row for row in table(run("export", "spells").out) if row["iso3"] == "BDI"]

    assert [(row["status"], row["party"], row["from"], row["until"]) for row in rows] == [
        ("non-signatory", "false", "1998-07-17", "1999-01-12"),
        ("signatory", "false", "1999-01-13", "2004-09-20"),
        ("contracting", "false", "2004-09-21", "2004-11-30"),
        ("party", "true", "2004-12-01", "2017-10-26"),
        ("withdrawn", "false", "2017-10-27", ""),
    ]


def test_one_row_a_state_and_year(run):
    """panel has each year of a state's existence, on its last day unless said."""
    rows = table(run("export", "panel", "--from", "2010", "--until", "2012").out)
    sudan = [(row["year"], row["day"]) for row in rows if row["iso3"] == "SSD"]

    assert {row["year"] for row in rows} == {"2010", "2011", "2012"}
    assert sudan == [("2011", "2011-12-31"), ("2012", "2012-12-31")]


def test_the_first_day_of_each_year(run):
    """--at start takes 1 January, from 1999 on."""
    rows = table(run("export", "panel", "--at", "start", "--until", "2005").out)
    burundi = [(row["day"], row["status"]) for row in rows if row["iso3"] == "BDI"]

    assert burundi[0] == ("1999-01-01", "non-signatory")
    assert burundi[-1] == ("2005-01-01", "party")


def test_the_panel_s_own_years(run):
    """By default the panel runs from 1998 to the year of as_of, and says what lies ahead."""
    result = run("export", "panel")
    years = {row["year"] for row in table(result.out)}

    assert years == {str(year) for year in range(1998, 2027)}
    assert result.err == (
        "icc-status: 2026-12-31 lies ahead: projected from what was notified by 2026-10-02\n"
    )


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_as_described(package, name):
    """Each column is described, and each of its cells is of the type and values described."""
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(r for r in descriptor["resources"] if r["name"] == name)
    data = (package / resource["path"]).read_bytes()
    rows = table(data.decode())
    fields = resource["schema"]["fields"]

    assert (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}") == (
        resource["bytes"],
        resource["hash"],
    )
    assert list(rows[0]) == [field["name"] for field in fields]
    assert all(field["description"].endswith(".") for field in fields)
    for field in fields:
        constraints = field.get("constraints", {})
        cells = [row[field["name"]] for row in rows]
        assert not constraints.get("required") or all(cells), field["name"]
        for cell in filter(None, cells):
            READS[field["type"]](cell)
            assert cell in constraints.get("enum", [cell])
    keys = [tuple(row[key] for key in resource["schema"]["primaryKey"]) for row in rows]
    assert len(keys) == len(set(keys))


def boolean(cell: str) -> bool:
    """Read what Frictionless calls a boolean."""
    return {"true": True, "false": False}[cell]


READS = {"string": str, "integer": int, "year": int, "date": date.fromisoformat, "boolean": boolean}


def test_the_package_says_where_it_comes_from(package):
    """The data package names its licence, its day, and every source of the registry."""
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    registry = load()

    assert descriptor["licenses"][0]["name"] == "CC0-1.0"
    assert descriptor["version"] == str(registry.as_of)
    assert [s["title"] for s in descriptor["sources"]] == [s.title for s in registry.sources]


@pytest.mark.parametrize("form", MEDIA)
def test_every_format_into_a_directory(run, tmp_path, form):
    """All tables go into any format, and the data package names the files."""
    result = run("export", "--format", form, "-o", str(tmp_path / "new" / "place"))
    descriptor = json.loads((tmp_path / "new" / "place" / "datapackage.json").read_text())

    assert result.code == 0
    assert [resource["path"] for resource in descriptor["resources"]] == [
        f"{name}.{SUFFIXES[form]}" for name in TABLES
    ]
    assert all(
        (tmp_path / "new" / "place" / r["path"]).stat().st_size for r in descriptor["resources"]
    )


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl", "parquet"])
@pytest.mark.parametrize("name", TABLES)
def test_formats_hold_the_same(run, tmp_path, name, form):
    """DuckDB reads the same rows from every format."""
    one, other = tmp_path / f"one.{SUFFIXES[form]}", tmp_path / "other.csv"
    assert run("export", name, "-o", str(one)).code == 0
    assert run("export", name, "--format", "csv", "-o", str(other)).code == 0
    query = f"from read_csv('{other}', all_varchar=true, header=true)"
    expected = duckdb.sql(query).fetchall()
    if form in {"csv", "tsv"}:
        between = {"csv": ",", "tsv": "\t"}[form]
        query = f"from read_csv('{one}', all_varchar=true, header=true, delim='{between}')"
    else:
        query = f"select columns(*)::varchar from '{one}'"

    assert expected == duckdb.sql(query).fetchall()


def test_parquet_is_typed(run, tmp_path):
    """Parquet columns have types, and an empty cell is null."""
    path = tmp_path / "spells.parquet"
    run("export", "spells", "-o", str(path))
    types = dict(duckdb.sql(f"select name, type from parquet_schema('{path}')").fetchall())
    row = duckdb.sql(f"select since, \"from\", party from '{path}' where iso3='CHN'").fetchall()[0]

    assert (types["from"], types["party"]) == ("INT32", "BOOLEAN")
    assert row == (None, date(1998, 7, 17), False)


def test_parquet_without_pyarrow(run, monkeypatch):
    """Without pyarrow one line says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("export", "spells", "--format", "parquet")

    assert (2, "icc-status: Parquet needs pyarrow: pip install 'icc-status[parquet]'\n") == (
        result.code,
        result.err,
    )


def test_markdown(run):
    """Markdown is a table to read."""
    assert run("export", "spells", "--format", "markdown").lines[0].startswith("| iso3 | name |")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (
            (),
            2,
            "name a table (states, acts, agreements, instruments, spells, panel, not-states), or",
        ),
        (("panel", "--from", "2010", "--until", "2009"), 2, "the panel has no year"),
        (
            ("panel", "--at", "start", "--from", "1998"),
            2,
            "1998-01-01 is before the Rome Statute was adopted (1998-07-17): begin the panel with"
            " --from 1999, or with --at end",
        ),
        (("spells", "-o", "nowhere/spells.csv"), 4, "nowhere/spells.csv could not be written"),
        (("-o", "file"), 4, "file: cannot be made: File exists"),
        (("spells", "-o", "."), 4, ". could not be written: it is a directory"),
        (("spels",), 2, "'spels' is not one of"),
    ],
)
def test_questions_at_fault(run, tmp_path, monkeypatch, args, code, message):
    """One line says what is wrong and what to do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    result = run("export", *args)

    assert (code, "") == (result.code, result.out)
    assert message in result.err


def test_parquet_is_not_for_the_screen(run):
    """Parquet is refused on a terminal."""
    result = run("export", "spells", "--format", "parquet", place=SCREEN)

    assert (2, "icc-status: Parquet is not for the screen: name a file with -o\n") == (
        result.code,
        result.err,
    )
