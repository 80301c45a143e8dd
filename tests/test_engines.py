"""The recipes of docs/engines.md give the answers that annotate gives."""

import duckdb
import pytest
import recipes


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A directory with the rows and what the page says to prepare, which is where we are."""
    monkeypatch.chdir(tmp_path)
    recipes.prepare(tmp_path)
    return tmp_path


def test_the_rows_are_worth_joining():
    """The rows hold every state's first and last days, and some that have no answer."""
    rows = recipes.rows()

    assert len(rows) > 1500
    assert len({row[1] for row in rows}) > 197


def test_duckdb(place):
    """DuckDB joins to the same answers."""
    duckdb.sql(recipes.recipe("DuckDB"))

    assert recipes.annotated(place) == recipes.read(place / "duckdb.csv")


@pytest.mark.parametrize("engine", ["pandas", "Polars"])
def test_python(place, engine):
    """pandas and Polars join to the same answers."""
    exec(compile(recipes.recipe(engine), engine, "exec"), {})

    assert recipes.annotated(place) == recipes.read(place / f"{engine.lower()}.csv")
