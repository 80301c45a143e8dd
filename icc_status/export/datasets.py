"""The tables that are exported: states, acts, spells and a panel of years."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from icc_status.errors import QuestionError
from icc_status.export import columns
from icc_status.export.columns import Column
from icc_status.loading.codes import Codes
from icc_status.model.acts import Act, acts_taken_back
from icc_status.model.registry import Registry
from icc_status.model.state import State
from icc_status.model.treaty import ADOPTED
from icc_status.queries import rows
from icc_status.queries.periods import periods

Record = Mapping[str, object]
Records = Iterator[Record]


@dataclass(frozen=True, slots=True)
class Question:
    """What an export is made from, and the days it describes."""

    registry: Registry
    codes: Mapping[str, Codes]
    on: dt.date
    years: range
    at: str

    def day(self, year: int) -> dt.date:
        """Return the day of a year that the panel describes."""
        return dt.date(year, 1, 1) if self.at == "start" else dt.date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table: its columns, the columns that identify a row, and what makes its rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    records: Callable[[Question], Records]


def check_years(question: Question) -> None:
    """Raise QuestionError where the panel has no year, or one that begins before the Statute."""
    if not question.years:
        raise QuestionError("the panel has no year: --from must not be after --until")
    first = question.day(question.years[0])
    if first < ADOPTED:
        raise QuestionError(
            f"{first} is before the Rome Statute was adopted ({ADOPTED}): begin the panel"
            f" with --from {first.year + 1}, or with --at end"
        )


def _states(question: Question) -> Records:
    for state in question.registry:
        codes, born = question.codes.get(state.iso3), state.exists_from
        yield {
            "iso3": state.iso3,
            "iso2": state.iso2,
            "m49": codes and codes.m49,
            "cow": codes and codes.cow,
            "gw": codes and codes.gw,
            "name": state.name,
            "un_name": state.un_name,
            "common_name": state.common_name,
            "region": state.region,
            "exists_from": born and born.date,
            "predecessor": born and born.predecessor,
            "status_on": question.on,
            **_standing(question, state),
            "as_of": question.registry.as_of,
        }


def _standing(question: Question, state: State) -> Record:
    """Return where a state stands on the day; all empty for a state that does not exist then."""
    row = rows.row(question.registry, state, question.on) if state.existed(question.on) else None
    return {
        "status": row and row["status"],
        "party": row and row["status"] == "party",
        "since": row and row["since"],
        "signed": row and row["signed"],
        "deposited": row and row["deposited"],
        "instrument": row and row["instrument"],
        "in_force": row and row["in_force"],
        "withdrawal_notified": row and row["withdrawal_notified"],
        "withdrawal_effective": row and row["withdrawal_effective"],
    }


def _acts(question: Question) -> Records:
    for state in question.registry:
        yield from _of_state(state, state.acts)


def _of_state(state: State, acts: Sequence[Act]) -> Records:
    undone = dict(acts_taken_back(acts, dt.date.max))
    for number, act in enumerate(acts, 1):
        taken_back = undone[act].date if act in undone else None
        head = {"iso3": state.iso3, "name": state.name, "number": number}
        yield {**head, **_act(act), "taken_back": taken_back}


def _act(act: Act) -> Record:
    return {
        "kind": act.kind.value,
        "date": act.date,
        "effective": act.effective,
        "effective_computed": act.effective_computed,
        "amendment": act.amendment,
        "amendment_in_force": act.amendment_in_force,
        "instrument": act.instrument and act.instrument.key,
        "subject": act.subject,
        "covers_from": act.covers_from,
        "covers_from_year": act.covers_from_year,
        "covers_until": act.covers_until,
        "outcome": act.outcome,
        "territories": "; ".join(act.territories) or None,
        "reference": act.reference,
        "confidence": act.confidence,
        "open_question": act.open_question,
        "source_keys": "; ".join(source.key for source in act.sources),
        "source": "; ".join(source.cited for source in act.sources),
        "note": act.note,
    }


def _agreements(question: Question) -> Records:
    for state in question.registry:
        yield from _of_state(state, state.agreements)


def _instruments(question: Question) -> Records:
    for instrument in question.registry.instruments.values():
        yield {
            "key": instrument.key,
            "sort": instrument.sort.value,
            "title": instrument.title,
            "adopted": instrument.adopted,
            "resolution": instrument.resolution,
            "reference": instrument.reference,
            "rule": instrument.rule,
            "in_force": instrument.in_force,
            "source_keys": "; ".join(source.key for source in instrument.sources),
            "note": instrument.note,
        }


def _spells(question: Question) -> Records:
    for state in question.registry:
        for period in periods(state):
            yield {
                "iso3": state.iso3,
                "name": state.name,
                "status": period.value.status.value,
                "party": period.value.party,
                "since": period.value.since,
                "from": period.first,
                "until": period.last,
            }


def _panel(question: Question) -> Records:
    for state in question.registry:
        for year in question.years:
            day = question.day(year)
            if state.existed(day):
                standing = state.standing(day)
                yield {
                    "iso3": state.iso3,
                    "name": state.name,
                    "year": year,
                    "day": day,
                    "status": standing.status.value,
                    "party": standing.status.value == "party",
                    "since": standing.since,
                }


def _not_states(question: Question) -> Records:
    for other in question.registry.not_states:
        yield {
            "name": other.name,
            "kind": other.kind,
            "aliases": "; ".join(other.aliases) or None,
            "covered_by": other.covered_by,
            "answer": other.answer,
            "source_keys": "; ".join(source.key for source in other.sources),
        }


DATASETS = {
    dataset.name: dataset
    for dataset in (
        Dataset("states", "One row a state", columns.STATES, ("iso3",), _states),
        Dataset("acts", "One row an act", columns.ACTS, ("iso3", "number"), _acts),
        Dataset(
            "agreements",
            "One row an act towards another instrument",
            columns.ACTS,
            ("iso3", "number"),
            _agreements,
        ),
        Dataset(
            "instruments", "One row an instrument", columns.INSTRUMENTS, ("key",), _instruments
        ),
        Dataset("spells", "One row a state and period", columns.SPELLS, ("iso3", "from"), _spells),
        Dataset("panel", "One row a state and year", columns.PANEL, ("iso3", "year"), _panel),
        Dataset(
            "not-states",
            "One row a place or a body that is no state",
            columns.NOT_STATES,
            ("name",),
            _not_states,
        ),
    )
}
