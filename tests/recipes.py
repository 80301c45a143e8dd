"""What the tests of the recipes in docs/engines.md share: the recipes, the rows, the answers."""

import csv
import random
import re
from datetime import timedelta
from pathlib import Path

from icc_status import cli, load
from icc_status.model.treaty import ADOPTED
from icc_status.queries.periods import periods

PAGE = (Path(__file__).parent.parent / "docs" / "engines.md").read_text(encoding="utf-8")
HEADER = ["id", "country", "event_date", "note"]
OTHERS = ["Zaire", "Kosovo", "Congo", "Korea, Rep.", "NA", "Atlantis", "Côte d’Ivoire"]
NOTES = ["plain", "a, b", 'she said "no"']


def recipe(heading: str) -> str:
    """Return the code under a heading of the page."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = re.search(r"```(?:sql|python)\n(.*?)```", section, re.DOTALL)
    assert found, f"no recipe under {heading}"
    return found[1]


def rows() -> list[list[str]]:
    """Return events on the first and last day of every period, and on days that have no answer."""
    events = []
    for state in load():
        for period in periods(state):
            days = {period.first, period.first - timedelta(days=1), period.last or ADOPTED}
            events += [(state.un_name, str(day)) for day in sorted(days)]
    events += [(name, "2010-01-01") for name in OTHERS]
    events += [("Mali", day) for day in ("2010-02-30", "", "1989-11-09", "2099-12-31")]
    random.Random(1).shuffle(events)
    return [
        [str(number), *event, NOTES[number % len(NOTES)]] for number, event in enumerate(events)
    ]


def prepare(place: Path) -> None:
    """Write what the recipes start from, with the commands of the page, run in that place."""
    events = rows()
    write(place / "events.csv", [HEADER, *events])
    names = sorted({event[1] for event in events})
    write(place / "names.csv", [["country"], *([name] for name in names)])
    commands = re.findall(
        r"^icc-status (.*)$", PAGE.partition("```sh")[2].partition("```")[0], re.M
    )
    assert [cli.run(command.split()) for command in commands] == [0, 1]


def write(path: Path, lines: list[list[str]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(lines)


def read(path: Path) -> list[list[str]]:
    """Return the rows of a CSV file, the header first, the rest in the order of their number."""
    with path.open(encoding="utf-8", newline="") as lines:
        header, *found = csv.reader(lines)
    return [header, *sorted(found, key=lambda row: int(row[0]))]


def annotated(place: Path) -> list[list[str]]:
    """Return what annotate makes of the same rows."""
    source, target = str(place / "events.csv"), str(place / "annotated.csv")
    cli.run(["annotate", source, "--state", "country", "--date", "event_date", "-o", target])
    return read(place / "annotated.csv")
