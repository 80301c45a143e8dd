"""The recipe for Spark SQL; collected only where PySpark and Java are (see conftest.py)."""

import recipes
from pyspark.sql import SparkSession


def test_spark(tmp_path, monkeypatch):
    """Spark joins to the answers that annotate gives."""
    monkeypatch.chdir(tmp_path)
    recipes.prepare(tmp_path)
    local = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    with local.config("spark.sql.shuffle.partitions", "2").getOrCreate():
        exec(compile(recipes.recipe("Spark SQL"), "spark", "exec"), {})
    found = []
    for part in (tmp_path / "spark").glob("part-*.csv"):
        header, *rows = recipes.read(part)
        found += rows

    assert recipes.annotated(tmp_path) == [header, *sorted(found, key=lambda row: int(row[0]))]
