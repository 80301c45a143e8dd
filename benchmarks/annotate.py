"""Time annotate beside the csv module, pandas, DuckDB and Polars, and compare what they write.

    python benchmarks/annotate.py [ROWS] [ROUNDS]

The floor is Python's csv module reading and writing the same rows and doing nothing else.
Each way runs in a process of its own, one after another, for some rounds; the medians are told.
Clocks start after the imports; for annotate the registry is loaded within. The other engines
find the names resolved in a file and join to the exported periods.
"""

import csv
import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HEADER = ["id", "country", "event_date", "type", "deaths", "source"]
DAYS = 10_300


def make(rows: int) -> None:
    """Write the rows, plain and with every cell quoted, the names' codes, and the periods."""
    from icc_status import load

    registry, chance = load(), random.Random(1)
    names: dict[str, str] = {}
    for state in registry:
        for name in (state.un_name, state.common_name, state.iso3):
            if registry.names.get(name) is state:  # two states share "Congo"
                names[name] = state.iso3
    spellings = [name for name in names if "," not in name]
    with open("codes.csv", "w", newline="") as out:
        csv.writer(out).writerows([["country", "iso3"], *names.items()])
    with open("plain.csv", "w", newline="") as plain, open("quoted.csv", "w", newline="") as full:
        writers = csv.writer(plain), csv.writer(full, quoting=csv.QUOTE_ALL)
        for number in range(-1, rows):
            day = dt.date(1998, 7, 17) + dt.timedelta(days=chance.randrange(DAYS))
            kind = chance.choice(["battle", "protest", "riot"])
            row = [number, chance.choice(spellings), day, kind, number % 50, "a newspaper"]
            for writer in writers:
                writer.writerow(row if number >= 0 else HEADER)
    run("export", "spells", "-o", "spells.csv")


def run(*args: str) -> None:
    """Run icc-status in this process."""
    from icc_status import cli

    assert cli.run(args) == 0


def floor(source: str) -> None:
    """Read and write the rows with the csv module."""
    with open(source, newline="") as rows, open("out.csv", "w", newline="") as out:
        writer = csv.writer(out)
        for row in csv.reader(rows):
            writer.writerow(row)


def annotate(source: str) -> None:
    """Run icc-status annotate."""
    run("annotate", source, "--state", "country", "--date", "event_date", "-o", "out.csv")


def with_pandas(source: str) -> None:
    """Join with pandas.merge_asof."""
    import pandas as pd

    started()
    text = {"dtype": "str", "keep_default_na": False}
    events = pd.read_csv(source, **text).merge(pd.read_csv("codes.csv", **text), how="left")
    spells = pd.read_csv("spells.csv", **text)[["iso3", "from", "status", "party", "since"]]
    events["day"] = pd.to_datetime(events["event_date"])
    spells["from"] = pd.to_datetime(spells["from"])
    found = pd.merge_asof(
        events.sort_values("day"),
        spells.sort_values("from"),
        left_on="day",
        right_on="from",
        by="iso3",
    )
    found.drop(columns=["day", "from"]).to_csv("out.csv", index=False)


def with_duckdb(source: str) -> None:
    """Join with DuckDB."""
    import duckdb

    started()
    duckdb.sql(f"""
        copy (
            select e.*, c.iso3, s.status, s.party, s.since
            from read_csv('{source}', all_varchar = true) e
            left join read_csv('codes.csv', all_varchar = true) c using (country)
            left join read_csv('spells.csv', all_varchar = true) s
                on c.iso3 = s.iso3 and e.event_date >= s."from"
                and e.event_date <= coalesce(s.until, '9999-12-31')
        ) to 'out.csv'
    """)


def with_polars(source: str) -> None:
    """Join with Polars' join_asof."""
    import polars as pl

    started()
    codes = pl.read_csv("codes.csv")
    spells = pl.read_csv("spells.csv", try_parse_dates=True, schema_overrides={"since": pl.String})
    found = (
        pl.read_csv(source, infer_schema=False)
        .join(codes, on="country", how="left")
        .with_columns(day=pl.col("event_date").str.to_date())
        .sort("day")
        .join_asof(
            spells.select("iso3", "from", "status", "party", "since").sort("from"),
            left_on="day",
            right_on="from",
            by="iso3",
            check_sortedness=False,
        )
    )
    found.drop("day", "from").write_csv("out.csv")


WAYS: dict[str, tuple[Callable[[str], None], str]] = {
    "csv module, plain (the floor)": (floor, "plain.csv"),
    "annotate, plain": (annotate, "plain.csv"),
    "pandas, plain": (with_pandas, "plain.csv"),
    "DuckDB, plain": (with_duckdb, "plain.csv"),
    "Polars, plain": (with_polars, "plain.csv"),
    "csv module, quoted": (floor, "quoted.csv"),
    "annotate, quoted": (annotate, "quoted.csv"),
}
clock = 0.0


def started() -> None:
    """Start the clock: the imports are over."""
    global clock
    clock = time.perf_counter()


def work(way: str) -> None:
    """Go one way, and print the seconds and the peak memory in MiB."""
    function, source = WAYS[way]
    if function is annotate:
        import icc_status.cli
        import icc_status.commands.annotate  # noqa: F401
    started()
    function(source)
    seconds = time.perf_counter() - clock
    print(seconds, peak())


def peak() -> float:
    """Return this program's peak resident memory in MiB.

    Not by getrusage: there a process inherits the peak of the one that started it.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


def answers() -> dict[str, tuple[str, ...]]:
    """Return what stands in the added columns, by row."""
    with open("out.csv", newline="") as rows:
        return {row[0]: tuple(row[6:]) for row in csv.reader(rows) if row[0] != "id"}


def main(rows: int, rounds: int) -> None:
    """Run the benchmark and print a table."""
    make(rows)
    times: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    expected: dict[str, tuple[str, ...]] = {}
    for number in range(rounds):
        for way, (function, _) in WAYS.items():
            command = [sys.executable, __file__, "--work", way]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            seconds, memory = map(float, done.stdout.split())
            times[way].append((seconds, memory))
            if number == 0 and function is not floor:
                found = answers()
                expected = expected or found
                assert found == expected, f"{way} answers otherwise"
    report(rows, times)


def report(rows: int, times: dict[str, list[tuple[float, float]]]) -> None:
    """Print each way's median seconds, and the median of its multiples of each round's floor."""
    floors = [seconds for seconds, _ in next(iter(times.values()))]
    print(f"{rows:,} rows, medians of {len(floors)} rounds; all gave the same answers")
    print(f"{'':<30} {'seconds':>8} {'floors':>7} {'rows/s':>10} {'peak MiB':>9}")
    for way, found in times.items():
        seconds = statistics.median(seconds for seconds, _ in found)
        ratio = statistics.median(s / f for (s, _), f in zip(found, floors, strict=True))
        memory = max(memory for _, memory in found)
        speed = f"{seconds:>8.2f} {ratio:>7.2f} {rows / seconds:>10,.0f}"
        print(f"{way:<30} {speed} {memory:>9.0f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2])
    else:
        with tempfile.TemporaryDirectory() as place:
            script = Path(__file__).resolve()
            __file__ = str(script)
            os.chdir(place)
            main(int((sys.argv[1:2] or ["1000000"])[0]), int((sys.argv[2:3] or ["5"])[0]))
