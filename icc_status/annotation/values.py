"""Annotate columns that are in memory, with the answers of the verb `annotate`."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from icc_status.annotation.annotations import DEFAULT, Annotator
from icc_status.annotation.cells import Settled
from icc_status.annotation.days import ByDay
from icc_status.annotation.readers import reader_of
from icc_status.errors import QuestionError
from icc_status.loading.registry import load
from icc_status.model.registry import Registry
from icc_status.model.status import Status

TAB = "\t"
"""Stands between the values of an answer; none of the columns asked for can hold one."""


class Annotation(NamedTuple):
    """The answer for one row; all four are None where there is none.

    A state that is known has its code also on a day on which it did not exist.
    """

    iso3: str | None
    status: Status | None
    party: bool | None
    since: dt.date | None


def annotate(
    names: Iterable[object],
    days: Iterable[object],
    *,
    code: str | None = None,
    year_at: str | None = None,
    registry: Registry | None = None,
) -> list[Annotation]:
    """Return where the state of each row stood on the day of the row, in their order.

    `names` are names or codes of states, or codes of the scheme `code`; `days` are dates,
    datetimes or texts, and with `year_at` ("start" or "end") years and months too. None, NaN and
    NaT are empty cells. What is not understood is not answered, as by `icc-status annotate`.
    Raises QuestionError for one text in place of a column, for another `code` or `year_at`, and
    for a column of codes of another scheme; ValueError where one of the two is longer than the
    other.
    """
    if isinstance(names, str) or isinstance(days, str):
        raise QuestionError("give a column of names and a column of days, not one text")
    if year_at not in {None, "start", "end"}:
        raise QuestionError(f"year_at is {year_at!r}: give 'start' or 'end', or leave it out")
    registry = registry or load()
    rows = [(_cell(name), _cell(day)) for name, day in zip(names, days, strict=True)]
    reader = Settled({}, reader_of(registry, code))
    reader.judge({name for name, _ in rows})
    annotator = Annotator(registry, reader, ByDay(year_at), DEFAULT, TAB)
    answers, stretches = annotator.read.answers, annotator.read.stretches
    return [
        _annotation(answers[name][stretches[day]] or annotator.tell(name, day))
        for name, day in rows
    ]


def _cell(value: object) -> str:
    """Return a value as the cell of a file would have it.

    NaN and NaT are not equal to themselves, and of NA of pandas that cannot even be told.
    """
    try:
        missing = value is None or bool(value != value)
    except TypeError:
        missing = True
    if missing:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _annotation(text: str) -> Annotation:
    iso3, status, party, since = text.removeprefix(TAB).split(TAB)
    return Annotation(
        iso3 or None,
        Status(status) if status else None,
        party == "true" if party else None,
        dt.date.fromisoformat(since) if since else None,
    )
