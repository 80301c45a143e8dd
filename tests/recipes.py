"""What the tests of the recipes in docs/engines.md share: the recipes, the rows, the answers."""

import csv
import random
import re
from datetime import timedelta
from pathlib import Path

import polars as pl

from icc_status import cli, load
from icc_status.model.treaty import ADOPTED
from icc_status.queries.periods import periods

PAGE = (Path(__file__).parent.parent / "docs" / "engines.md").read_text(encoding="utf-8")
HEADER = ["id", "country", "event_date", "note"]
OTHERS = [
    "Zaire",
    "Kosovo",
    "Congo",
    "Korea, Rep.",
    "NA",
    "Atlantis",
    "Côte d’Ivoire",
    " Mali ",
    "",
]
DAYS = [
    *("2010-02-30", "", "  ", "1989-11-09", "2099-12-31", "2010", "infinity", "2010-01"),
    *(" 2010-01-01 ", "2010-01-01 23:59:59", "2010-01-01T23:59:59Z", "2010-01-01T24:30"),
]
NOTES = ["plain", "a, b", 'she said "no"', "two\nlines", " blanks around ", "", '"']


def recipe(engine: str, number: int) -> str:
    """Return the code block of that number under an engine's heading of the page."""
    section = PAGE.partition(f"\n## {engine}\n")[2].partition("\n## ")[0]
    blocks: list[str] = re.findall(r"```(?:sql|python)\n(.*?)```", section, re.DOTALL)
    return blocks[number]


def rows() -> list[list[str]]:
    """Return events on the first and last day of every period, and on days that have no answer."""
    events = []
    for state in load():
        for period in periods(state):
            days = {period.first, period.first - timedelta(days=1), period.last or ADOPTED}
            events += [(state.un_name, str(day)) for day in sorted(days)]
    events += [(name, "2010-01-01") for name in OTHERS]
    events += [(name, day) for name in ("Mali", "South Sudan") for day in DAYS]
    random.Random(1).shuffle(events)
    return [
        [str(number), *event, NOTES[number % len(NOTES)]] for number, event in enumerate(events)
    ]


def prepare_csv(place: Path) -> None:
    """Write the events as CSV into a directory."""
    write(place / "events.csv", [HEADER, *rows()])


def prepare_parquet(place: Path) -> None:
    """Write those events whose day is one: as CSV, and as Parquet with a column of days."""
    dated = [row for row in rows() if re.fullmatch(r"[0-9-]{10}", row[2]) and row[2][5:] != "02-30"]
    write(place / "events.csv", [HEADER, *dated])
    events = pl.read_csv(place / "events.csv", infer_schema=False)
    days = pl.col("event_date").str.to_date()
    events.with_columns(days).write_parquet(place / "events.parquet")


def resolve_names() -> None:
    """Run the commands of the page: they make codes.csv from names.csv, and spells.csv."""
    shell = PAGE.partition("```sh")[2].partition("```")[0]
    commands = re.findall(r"^icc-status (.*)$", shell, re.MULTILINE)

    assert [cli.run(command.split()) for command in commands] == [1, 0]


def write(path: Path, lines: list[list[str]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(lines)


def read(path: Path) -> list[list[str]]:
    """Return the rows of a CSV file, the header first."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def by_number(lines: list[list[str]]) -> list[list[str]]:
    """Return the header, and the rows in the order of their number."""
    return [lines[0], *sorted(lines[1:], key=lambda row: int(row[0]))]


def annotated(place: Path, *options: str) -> list[list[str]]:
    """Return what annotate makes of the same rows."""
    source, target = str(place / "events.csv"), str(place / "annotated.csv")
    columns = ("--state", "country", "--date", "event_date")
    cli.run(["annotate", source, *columns, *options, "-o", target])
    return read(place / "annotated.csv")


def as_text(header: list[str], records: list[tuple[object, ...]]) -> list[list[str]]:
    """Return rows of typed values as annotate writes them in CSV."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        return str(value).lower() if isinstance(value, bool) else str(value)

    return [header, *([cell(value) for value in record] for record in records)]
