"""The recipes of docs/engines.md give the answers that annotate gives, row for row."""

import re

import duckdb
import polars as pl
import pytest
import recipes

ENGINES = ("DuckDB", "Polars", "pandas")


def run(engine, *numbers):
    """Run blocks of an engine's recipe, and after the first the commands of the page."""
    known = {}
    for step, number in enumerate(numbers):
        code = recipes.recipe(engine, number)
        if code.startswith("copy"):
            duckdb.sql(code)
        else:
            exec(compile(code, engine, "exec"), known)
        if step == 0:
            recipes.resolve_names()


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty directory, which is where we are."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_rows_are_worth_joining():
    """The rows hold every state's first and last days, and cells that engines mistreat."""
    rows = recipes.rows()

    assert len({row[1] for row in rows}) > 40
    assert {row[2] for row in rows} >= set(recipes.DAYS)
    assert {row[3] for row in rows} == set(recipes.NOTES)


@pytest.mark.parametrize("engine", ENGINES)
def test_each_recipe_gives_the_answers_and_the_order_of_annotate(place, engine):
    """No row is lost, split, moved or changed, and each answer is annotate's."""
    recipes.prepare_csv(place)
    run(engine, 0, 1)

    assert recipes.annotated(place) == recipes.read(place / f"{engine.lower()}.csv")


def test_the_recipe_for_polars_writes_the_bytes_of_annotate(place):
    """Polars keeps every byte where cells are quoted only where they must be."""
    recipes.prepare_csv(place)
    run("Polars", 0, 1)
    recipes.annotated(place)

    assert (place / "annotated.csv").read_bytes() == (place / "polars.csv").read_bytes()


def test_years_in_duckdb(place):
    """With the line for years the recipe gives what `--year-at end` gives."""
    years = [[row[0], row[1], row[2][:4], row[3]] for row in recipes.rows()]
    recipes.write(place / "events.csv", [recipes.HEADER, *years])
    duckdb.sql(recipes.recipe("DuckDB", 0))
    recipes.resolve_names()
    day = re.compile(r" *try_cast\(regexp_extract\(event_date,.*?as date\) as day\n", re.DOTALL)
    by_year, replaced = day.subn(lambda _: recipes.recipe("DuckDB", 2), recipes.recipe("DuckDB", 1))
    duckdb.sql(by_year)

    assert replaced == 1
    assert recipes.annotated(place, "--year-at", "end") == recipes.read(place / "duckdb.csv")


def test_parquet_in_duckdb(place):
    """From Parquet to Parquet the answers are the same, and typed."""
    recipes.prepare_parquet(place)
    run("DuckDB", 3, 4)
    joined = duckdb.sql("select * from 'duckdb.parquet'")

    assert [str(kind) for kind in joined.types[-2:]] == ["BOOLEAN", "DATE"]
    assert recipes.by_number(recipes.as_text(joined.columns, joined.fetchall())) == (
        recipes.annotated(place)
    )


def test_parquet_in_polars(place):
    """With the three changes that the page names, Polars goes from Parquet to Parquet."""
    code = recipes.recipe("Polars", 0) + "{}" + recipes.recipe("Polars", 1)
    code = code.replace(
        'scan_csv("events.csv", infer_schema=False)', 'scan_parquet("events.parquet")'
    )
    code = code.replace(".str.extract(STRICT).str.to_date(strict=False)", "")
    code = code.replace('.sink_csv("polars.csv")', '.sink_parquet("polars.parquet")')
    names, join = code.split("{}")
    known = {}
    recipes.prepare_parquet(place)
    exec(compile(names, "Polars", "exec"), known)
    recipes.resolve_names()
    exec(compile(join, "Polars", "exec"), known)
    joined = pl.read_parquet("polars.parquet")

    assert recipes.as_text(joined.columns, joined.rows()) == recipes.annotated(place)
