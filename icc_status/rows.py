"""One row per state, act or count: the stable contract of the machine formats."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from icc_status.acts import INSTRUMENTS, Act, Kind
from icc_status.prose import headline
from icc_status.registry import Registry
from icc_status.standing import Standing
from icc_status.state import State


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer as records: `columns` for tsv, csv and markdown, `plain` for pipes.

    json, jsonl and yaml have `columns` and then `extra`; text forms can be asked for the
    extra keys that hold no lists.
    """

    columns: tuple[str, ...]
    plain: tuple[str, ...]
    records: tuple[Mapping[str, object], ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Where one state stands on one day; days come from acts up to that day, or are None."""

    state: State
    standing: Standing
    on: dt.date
    as_of: dt.date

    def record(self, prefix: str = "") -> dict[str, object]:
        """Return the row under its column names; `prefix` opens the summary."""
        state, standing = self.state, self.standing
        return {
            "iso3": state.iso3,
            "iso2": state.iso2,
            "name": state.name,
            "region": state.region,
            "status": standing.status.value,
            "since": standing.since,
            **self.days(),
            "as_of": self.as_of,
            "label": standing.status.label,
            "summary": prefix + headline(state, standing, self.on),
            "acts": [act_record(act) for act in known_acts(state, self.on, self.as_of)],
        }

    def days(self) -> dict[str, object]:
        """Return the days of signing, joining and leaving, and the kind of instrument."""
        return _days(acts_by(self.state.acts, self.on), self)


COLUMNS = (
    "iso3",
    "iso2",
    "name",
    "region",
    "status",
    "since",
    "signed",
    "deposited",
    "instrument",
    "in_force",
    "withdrawal_notified",
    "withdrawal_effective",
    "as_of",
)
PLAIN = ("iso3", "name", "status", "since")
EXTRA = ("label", "summary", "acts")


def row(registry: Registry, state: State, on: dt.date) -> Row:
    """Return where the state stands on a day; raises QuestionError as `State.standing` does."""
    return Row(state, state.standing(on), on, registry.as_of)


def rows(registry: Registry, on: dt.date) -> list[Row]:
    """Return a row for each state that existed on a day."""
    return [row(registry, state, on) for state in registry.existing(on)]


def state_sheet(rows: Iterable[Row], prefix: str = "") -> Sheet:
    """Return rows of states as a sheet."""
    return Sheet(COLUMNS, PLAIN, tuple(row.record(prefix) for row in rows), EXTRA)


def acts_by(acts: Iterable[Act], on: dt.date) -> list[Act]:
    """Return the acts that stand on a day: done by then, and not taken back by then."""
    standing: list[Act] = []
    for act in acts:
        if not act.done_by(on):
            continue
        if act.kind is Kind.ACCESSION_WITHDRAWAL:
            standing = [done for done in standing if done.kind not in INSTRUMENTS]
        elif act.kind is Kind.WITHDRAWAL_REVOCATION:
            standing = [done for done in standing if done.kind is not Kind.WITHDRAWAL]
        else:
            standing.append(act)
    return standing


def known_acts(state: State, on: dt.date, as_of: dt.date) -> list[Act]:
    """Return the acts done by a day; those whose day is unknown count from `as_of` on."""
    return [a for a in state.acts if a.done_by(on) or (a.date is None and on >= as_of)]


def act_record(act: Act) -> dict[str, object]:
    """Return an act under its field names, the kind as its code, sources in full."""
    fields = asdict(act)
    return {**fields, "kind": act.kind.value, "territories": list(act.territories)} | {
        "sources": [asdict(source) for source in act.sources]
    }


def _days(done: Iterable[Act], row: Row) -> dict[str, object]:
    signature = _last(done, {Kind.SIGNATURE})
    instrument = _last(done, INSTRUMENTS)
    notice = _last(done, {Kind.WITHDRAWAL})
    in_force = instrument.effective if instrument else None
    for act in row.state.acts:  # a succession may have effect before it is notified
        if in_force is None and act.kind is Kind.SUCCESSION and act.effective:
            in_force = act.effective if act.effective <= row.on else None
    return {
        "signed": signature.date if signature else None,
        "deposited": instrument.date if instrument else None,
        "instrument": instrument.kind.value if instrument else None,
        "in_force": in_force,
        "withdrawal_notified": notice.date if notice else None,
        "withdrawal_effective": notice.effective if notice else None,
    }


def _last(acts: Iterable[Act], kinds: Iterable[Kind]) -> Act | None:
    return next((act for act in reversed(list(acts)) if act.kind in kinds), None)
