"""One row per state: the stable contract of the machine formats."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from icc_status.model.acts import INSTRUMENTS, Act, Kind, acts_in_effect
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.state import State
from icc_status.model.status import Standing, Status
from icc_status.queries.table import Sheet


@dataclass(frozen=True)
class Row:
    """Where one state stands on one day; days come from acts up to that day, or are None.

    As a record it works out a value when it is asked for. The summary names the day, and has its
    tense, where `today` is given and is another. What the state owes the Court needs the
    `docket`, for referrals by the Security Council.
    """

    state: State
    standing: Standing
    on: dt.date
    as_of: dt.date
    today: dt.date | None = None
    docket: Docket | None = None

    def __getitem__(self, key: str) -> object:
        return VALUES[key](self)

    def last(self, kinds: Iterable[Kind]) -> Act | None:
        """Return the last act of some kinds that is in effect on the day."""
        acts = reversed(acts_in_effect(self.state.acts, self.on))
        return next((act for act in acts if act.kind in kinds), None)


def _instrument(row: Row) -> str | None:
    instrument = row.last(INSTRUMENTS)
    return instrument.kind.value if instrument else None


def _in_force(row: Row) -> dt.date | None:
    instrument = row.last(INSTRUMENTS)
    if instrument:
        return instrument.effective
    for act in row.state.acts:  # a succession may have effect before it is notified
        if act.kind is Kind.SUCCESSION and act.effective and act.effective <= row.on:
            return act.effective
    return None


def _summary(row: Row) -> str:
    from icc_status.wording.headline import headline

    prefix = f"On {row.on}: " if row.today and row.today != row.on else ""
    return prefix + headline(row.state, row.standing, row.on, row.today)


def _cooperation(row: Row) -> dict[str, object]:
    from icc_status.wording.cooperation import cooperation

    return cooperation(row.state, row.standing, row.on, row.docket).record()


def _of_last(kinds: Iterable[Kind], name: str) -> Callable[[Row], object]:
    return lambda row: getattr(row.last(kinds), name, None)


def _is_renounced(row: Row) -> bool:
    return row.standing.status is Status.RENOUNCED


VALUES: dict[str, Callable[[Row], object]] = {
    "iso3": lambda row: row.state.iso3,
    "iso2": lambda row: row.state.iso2,
    "name": lambda row: row.state.name,
    "region": lambda row: row.state.region,
    "status": lambda row: row.standing.status.value,
    "since": lambda row: row.standing.since,
    "signed": _of_last({Kind.SIGNATURE}, "date"),
    "deposited": _of_last(INSTRUMENTS, "date"),
    "instrument": _instrument,
    "in_force": _in_force,
    "withdrawal_notified": _of_last({Kind.WITHDRAWAL}, "date"),
    "withdrawal_effective": _of_last({Kind.WITHDRAWAL}, "effective"),
    "as_of": lambda row: row.as_of,
    "label": lambda row: row.standing.status.label,
    "summary": _summary,
    "acts": lambda row: [act_record(a) for a in known_acts(row.state, row.on, row.as_of)],
    "agreements": lambda row: [
        act_record(a) for a in row.state.agreements if a.date is None or a.done_by(row.on)
    ],
    "announcements": lambda row: [
        {**vars(a), "kind": a.kind.value, "of": a.of.value, "sources": [*map(asdict, a.sources)]}
        for a in row.state.announcements
        if a.date <= row.on
    ],
    "cooperation": _cooperation,
    "brief_label": lambda row: Status.SIGNATORY.label if _is_renounced(row) else row["label"],
    "brief_since": lambda row: row["signed" if _is_renounced(row) else "since"],
    "leaves": lambda row: row.standing.leaving,
    "no_intention": lambda row: row.standing.since if _is_renounced(row) else None,
}
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
EXTRA = ("label", "summary", "acts", "agreements", "announcements", "cooperation")


def row(
    registry: Registry,
    state: State,
    on: dt.date,
    today: dt.date | None = None,
    docket: Docket | None = None,
) -> Row:
    """Return where the state stands on a day; raises QuestionError as `State.standing` does."""
    return Row(state, state.standing(on), on, registry.as_of, today, docket)


def rows(
    registry: Registry,
    on: dt.date,
    today: dt.date | None = None,
    docket: Docket | None = None,
) -> list[Row]:
    """Return a row for each state that existed on a day."""
    return [row(registry, state, on, today, docket) for state in registry.existing(on)]


def state_sheet(rows: Sequence[Row]) -> Sheet:
    """Return rows of states as a sheet."""
    return Sheet(
        COLUMNS, PLAIN, rows, EXTRA, lists=("acts", "agreements", "announcements", "cooperation")
    )


def known_acts(state: State, on: dt.date, as_of: dt.date) -> list[Act]:
    """Return the acts done by a day; those whose day is unknown count from `as_of` on."""
    return [a for a in state.acts if a.done_by(on) or (a.date is None and on >= as_of)]


def act_record(act: Act) -> dict[str, object]:
    """Return an act under its field names, the kind as its code, sources in full."""
    return {
        **vars(act),
        "kind": act.kind.value,
        "instrument": act.instrument and act.instrument.key,
        "amendment": act.amendment,
        "amendment_in_force": act.amendment_in_force,
        "territories": list(act.territories),
        "sources": [dict(vars(source)) for source in act.sources],
    }
