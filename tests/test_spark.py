"""The recipes for Spark; collected only where PySpark and Java are (see conftest.py)."""

import pytest
import recipes
from pyspark.sql import SparkSession


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """One directory for all: the Java that runs Spark stays where it was started."""
    place = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        yield place


def session():
    """Return a small Spark of this machine, which the recipes then find."""
    local = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    return local.config("spark.sql.shuffle.partitions", "2").getOrCreate()


def run(first, second):
    """Run the two steps of a recipe, and between them the commands of the page."""
    known = {}
    exec(compile(recipes.recipe("Spark", first), "Spark", "exec"), known)
    recipes.resolve_names()
    exec(compile(recipes.recipe("Spark", second), "Spark", "exec"), known)


def test_spark(place):
    """No row is lost, split or changed, and each answer is annotate's."""
    recipes.prepare_csv(place)
    with session():
        run(0, 1)
    parts = [recipes.read(part) for part in sorted((place / "spark").glob("part-*.csv"))]
    joined = [parts[0][0], *(row for part in parts for row in part[1:])]

    assert recipes.annotated(place) == recipes.by_number(joined)


def test_parquet_in_spark(place):
    """From Parquet to Parquet the answers are the same, and typed."""
    recipes.prepare_parquet(place)
    with session() as spark:
        run(2, 3)
        joined = spark.read.parquet("spark")
        records = [tuple(row) for row in joined.collect()]

    assert dict(joined.dtypes)["icc_since"] == "date"
    assert recipes.by_number(recipes.as_text(joined.columns, records)) == recipes.annotated(place)
