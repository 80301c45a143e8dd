"""Time annotate beside the csv module and other tools, on clean, quoted and dirty rows.

    python benchmarks/annotate.py [ROWS] [ROUNDS]

The floor of a file is Python's csv module, which reads and writes its rows and does nothing else.
Each way runs in a process of its own, one after another, for some rounds; medians are printed.
Clocks start after the imports; for annotate the registry is loaded within. Multiples of the floor
are of processor time, which other work on the machine changes less than the seconds that pass.
The other tools are given the codes of the names, and join to the exported periods. A tool that is
not installed is left out.
"""

import csv
import datetime as dt
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HEADER = ["id", "country", "event_date", "type", "deaths", "source", "lat", "lon", "actor", "note"]
NOTES = ["seen by two people who said so", "a short note", "what was written down on the day"]
QUOTED = "seen by two people, who said so"
LINES = "seen by two people\nwho said so"
DAYS = 10_300

Row = list[str]


def make(rows: int) -> None:
    """Write the files of rows, the names' codes, and the periods."""
    from icc_status import load

    registry = load()
    codes: dict[str, str] = {}
    for state in registry:
        for name in (state.un_name, state.common_name, state.iso3):
            if registry.names.get(name) is state:  # two states share "Congo"
                codes[name] = state.iso3
    with open("codes.csv", "w", newline="") as out:
        rows_of_codes = [["country", "iso3"], *codes.items()]
        csv.writer(out, lineterminator="\n").writerows(rows_of_codes)
    names = [name for name in codes if "," not in name]
    unix, every = {"lineterminator": "\n"}, {"lineterminator": "\n", "quoting": csv.QUOTE_ALL}
    write("plain", events(rows, names), **unix)
    write("some quotes", events(rows, names, QUOTED, 0.01), **unix)
    write("all quoted", events(rows, names), **every)
    write("all quoted, commas in them", events(rows, names, QUOTED, 1), **every)
    write("some newlines", events(rows, names, LINES, 0.01), **unix)
    write("all newlines", events(rows, names, LINES, 1), **unix)
    write("CRLF", events(rows, names))
    write("dirty", spoiled(events(rows, names)), **unix)
    run("export", "spells", "-o", "spells.csv")


def write(file: str, rows: Iterator[Row], **how: object) -> None:
    """Write a file of rows."""
    with open(f"{file}.csv", "w", newline="") as out:
        writer = csv.writer(out, **how)  # type: ignore[arg-type]
        writer.writerow(HEADER)
        writer.writerows(rows)


def events(rows: int, names: list[str], note: str = "", share: float = 0) -> Iterator[Row]:
    """Yield the same events each time, but for the note that a share of them has."""
    chance, other = random.Random(1), random.Random(2)
    for number in range(rows):
        day = dt.date(1998, 7, 17) + dt.timedelta(days=chance.randrange(DAYS))
        kind, source = chance.choice(["battle", "protest", "riot"]), "a newspaper of the capital"
        place = [f"{chance.uniform(-90, 90):.4f}", f"{chance.uniform(-180, 180):.4f}"]
        event = [str(number), chance.choice(names), str(day), kind, str(number % 50), source]
        said = note if other.random() < share else chance.choice(NOTES)
        yield [*event, *place, "a group of people in the street", said]


def spoiled(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield rows of which a tenth has a wrong name, a tenth a wrong day, a tenth a wrong length."""
    chance = random.Random(3)
    for row in rows:
        case = chance.randrange(20)
        if case < 2:
            row[1] = f"Nowhere {chance.randrange(2000)}"
        elif case < 4:
            row[2] = chance.choice(["03/04/2005", "soon", "", "2010-02-30"])
        yield row[:7] if case == 4 else [*row, "more"] if case == 5 else row


def run(*args: str) -> None:
    """Run icc-status in this process."""
    from icc_status import cli

    assert cli.run(args) < 2  # 1: some rows of a dirty file are not answered


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


AWK = """
FILENAME == "codes.csv" { code[$1] = $NF; next }
FILENAME == "spells.csv" {
    n = ++count[$1]; from[$1, n] = $(NF - 1)
    answer[$1, n] = $(NF - 4) "," $(NF - 3) "," $(NF - 2); next
}
FNR == 1 { print $0, "iso3,status,party,since"; next }
{
    iso3 = code[$2]
    for (n = count[iso3]; n > 0 && from[iso3, n] > $3; n--);
    print $0, iso3, n ? answer[iso3, n] : ",,"
}
"""


def with_awk(source: str) -> None:
    """Look up with awk, which splits at each comma: it knows no quotes."""
    into("out.csv", "awk", "-F,", "-v", "OFS=,", AWK, "codes.csv", "spells.csv", source)


def with_miller(source: str) -> None:
    """Join with Miller, all periods of a state first."""
    now = '($from <= $event_date) && ($until == "" || $event_date <= $until)'
    codes = ["join", "-j", "country", "-f", "codes.csv", "then"]
    spells = ["join", "-j", "iso3", "-f", "spells.csv", "then", "filter", now, "then"]
    columns = ",".join([*HEADER, "iso3", "status", "party", "since"])
    into("out.csv", "mlr", "--csv", *codes, *spells, "cut", "-o", "-f", columns, source)


def into(output: str, *command: str) -> None:
    """Run a program, and write what it prints to a file."""
    started()
    with open(output, "wb") as out:
        subprocess.run(command, check=True, stdout=out)


class Way(NamedTuple):
    """How rows are read and written: in what file, and what must be installed."""

    go: Callable[[str], None]
    file: str = "plain"
    needs: str = ""


class Run(NamedTuple):
    """What a way took: seconds, seconds of the processor, and MiB of memory at most."""

    seconds: float
    processor: float
    memory: float


FILES = (
    *("plain", "some quotes", "all quoted", "all quoted, commas in them"),
    *("some newlines", "all newlines", "CRLF", "dirty"),
)
WAYS = {
    **{
        f"{tool}, {file}": Way(go, file)
        for file in FILES
        for tool, go in {"csv module": floor, "annotate": annotate}.items()
    },
    "DuckDB, plain": Way(with_duckdb, needs="duckdb"),
    "Polars, plain": Way(with_polars, needs="polars"),
    "pandas, plain": Way(with_pandas, needs="pandas"),
    "Miller, plain": Way(with_miller, needs="mlr"),
    "awk, plain": Way(with_awk, needs="awk"),
}
SAME_ROWS = ("plain", "all quoted", "CRLF")
"""Files whose rows differ in nothing but quotes and line ends."""

clock = busy = 0.0


def started() -> None:
    """Start the clocks: the imports are over."""
    global clock, busy
    clock, busy = time.perf_counter(), processor()


def processor() -> float:
    """Return the processor time of this program and of those that it ran, in seconds."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def work(name: str) -> None:
    """Go one way, and print the seconds, those of the processor, and the peak memory in MiB."""
    way = WAYS[name]
    if way.go is annotate:
        import icc_status.cli
        import icc_status.commands.annotate  # noqa: F401
    started()
    way.go(f"{way.file}.csv")
    print(time.perf_counter() - clock, processor() - busy, peak())


def peak() -> float:
    """Return the peak resident memory, in MiB, of this program or of one that it ran.

    Its own not by getrusage: there a process inherits the peak of the one that started it.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    own = int(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def answers() -> int:
    """Return a number that stands for what is in the added columns of all rows, in any order."""
    with open("out.csv", newline="") as out:
        rows = csv.reader(out)
        next(rows)
        return sum(hash((row[0], *row[len(HEADER) :])) for row in rows)


def main(rows: int, rounds: int) -> None:
    """Run the benchmark and print a table."""
    make(rows)
    times: dict[str, list[Run]] = {}
    same: set[int] = set()
    for number in range(rounds):
        for name, way in WAYS.items():
            if way.needs and not (find_spec(way.needs) or shutil.which(way.needs)):
                continue
            command = [sys.executable, __file__, "--work", name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(done.stderr)
            times.setdefault(name, []).append(Run(*map(float, done.stdout.split()[-3:])))
            if number == 0 and way.go is not floor and way.file in SAME_ROWS:
                same.add(answers())
                assert len(same) == 1, f"{name} answers otherwise"
    report(rows, rounds, times)


def report(rows: int, rounds: int, times: dict[str, list[Run]]) -> None:
    """Print each way's median seconds, and the median of its multiples of each round's floor."""
    print(f"{rows:,} rows of {len(HEADER)} columns, medians of {rounds} rounds; the same answers")
    print(f"{'':<40} {'seconds':>8} {'floors':>7} {'rows/s':>10} {'peak MiB':>9}")
    for name, runs in times.items():
        floors = times[f"csv module, {WAYS[name].file}"]
        seconds = statistics.median(run.seconds for run in runs)
        ratio = statistics.median(
            run.processor / least.processor for run, least in zip(runs, floors, strict=True)
        )
        memory = max(run.memory for run in runs)
        speed = f"{seconds:>8.2f} {ratio:>7.2f} {rows / seconds:>10,.0f}"
        print(f"{name:<40} {speed} {memory:>9.0f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2])
    else:
        with tempfile.TemporaryDirectory() as place:
            script = Path(__file__).resolve()
            __file__ = str(script)
            os.chdir(place)
            main(int((sys.argv[1:2] or ["1000000"])[0]), int((sys.argv[2:3] or ["5"])[0]))
