"""An answer as records under the names of their columns: what every format is made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Record(Protocol):
    """Something with a value for each of its keys."""

    def __getitem__(self, key: str, /) -> object: ...


@dataclass(frozen=True)
class Sheet:
    """An answer as records: `columns` for tsv, csv and markdown, `plain` for pipes.

    `drawn` are the usual columns of a table for people, where they differ from `columns`.

    json, jsonl and yaml have `columns` and then `extra`; text forms can be asked for the
    extra keys but for those in `lists`, which fit no cell.
    """

    columns: tuple[str, ...]
    plain: tuple[str, ...]
    records: Sequence[Record]
    extra: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
