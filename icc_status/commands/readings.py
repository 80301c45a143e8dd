"""How the cells of a data set are to be read, as the options of annotate say."""

import datetime as dt
from pathlib import Path

from icc_status.annotation.annotations import COLUMNS
from icc_status.annotation.days import Always, AsWritten, Days, OfYear
from icc_status.annotation.resolve import ByCode, ByName, Resolver, Settled, settle
from icc_status.errors import QuestionError, RegistryError
from icc_status.loading.codes import by_number, load_codes
from icc_status.loading.registry import read_text
from icc_status.model.registry import Registry

OF_REGISTRY = ("iso3", "iso2")
OF_DATA_SETS = ("cow", "gw", "m49")


def days_for(date: str | None, on: dt.date | None, year_at: str | None) -> Days:
    """Return how a row's day is read; raises QuestionError unless one way is asked for."""
    if (date is None) == (on is None):
        raise QuestionError("give the day: either --date COLUMN, or --on DAY for all rows")
    if on is not None:
        if year_at:
            raise QuestionError("--year-at is about a --date column: leave it out")
        return Always(on)
    return OfYear(year_at) if year_at else AsWritten()


def _resolver(registry: Registry, code: str | None) -> Resolver:
    """Return how a row's state is found: by any name, or by the codes of one scheme."""
    if code is None:
        return ByName(registry.names)
    if code in OF_REGISTRY:
        return ByCode(code, {getattr(state, code): state for state in registry})
    known = {state.iso3: state for state in registry}
    numbers = by_number(load_codes().values(), code)
    return ByCode(code, {n: known[iso3] for n, iso3 in numbers.items() if iso3 in known})


def settled_for(
    registry: Registry, lines: tuple[str, ...], path: Path | None, code: str | None
) -> Settled:
    """Return how a row's state is found, what the asker settled first."""
    settled = settle([*lines, *_lines(path)], registry)
    return Settled(settled, _resolver(registry, code))


def _lines(path: Path | None) -> list[str]:
    """Return the lines of a file that say something."""
    if path is None:
        return []
    try:
        text = read_text(path).removeprefix("\ufeff")
    except RegistryError as error:
        raise QuestionError(f"{path}: {error}") from None
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def known_columns(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns to add; raises QuestionError for one that there is not, or twice."""
    for column in columns:
        if column not in COLUMNS:
            raise QuestionError(f"no column is called {column!r}: choose of {', '.join(COLUMNS)}")
        if columns.count(column) > 1:
            raise QuestionError(f"the column {column!r} is asked for twice: name it once")
    return columns
