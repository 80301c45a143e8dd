"""What happened, and the situations, under the names of the machine formats."""

import datetime as dt
from dataclasses import asdict

from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Phase, Situation
from icc_status.queries.events import (
    ANNOUNCEMENT,
    ENTRY_INTO_FORCE,
    SITUATION,
    WITHDRAWAL_EFFECT,
    Event,
)
from icc_status.wording.describe import announced, describe
from icc_status.wording.situation import PHASE_WORDS

EVENT_FIELDS = (
    "date",
    "iso3",
    "name",
    "kind",
    "effective",
    "amendment",
    "reference",
    "confidence",
    "text",
    "note",
    "sources",
)
EFFECTS = {
    ENTRY_INTO_FORCE: "Entry into force for it (Art. 126)",
    WITHDRAWAL_EFFECT: "Withdrawal in effect (Art. 127)",
}
"""The words of the effects that are events of their own."""


def event_record(event: Event) -> dict[str, object]:
    """Return an act, or the effect of one, under its field names, sources in full."""
    act = event.act
    return {
        "date": event.date,
        "iso3": event.state.iso3,
        "name": event.state.name,
        "kind": event.kind,
        "effective": act.effective,
        "amendment": act.amendment,
        "reference": act.reference,
        "confidence": act.confidence,
        "text": EFFECTS.get(event.kind) or describe(act, event.state.acts),
        "note": act.note,
        "sources": [asdict(source) for source in act.sources],
    }


def announcement_records(registry: Registry) -> list[dict[str, object]]:
    """Return what states announced, under the names of events."""
    return [
        {
            **dict.fromkeys(EVENT_FIELDS),
            "date": announcement.date,
            "iso3": state.iso3,
            "name": state.name,
            "kind": ANNOUNCEMENT,
            "confidence": announcement.confidence,
            "text": announced(announcement),
            "note": announcement.note,
            "sources": [asdict(source) for source in announcement.sources],
        }
        for state in registry
        for announcement in state.announcements
    ]


def phase_records(docket: Docket) -> list[dict[str, object]]:
    """Return the phases of situations under the names of events; they are no one state's."""
    return [
        {
            **dict.fromkeys(EVENT_FIELDS),
            "date": phase.date,
            "name": situation.name,
            "kind": SITUATION,
            "reference": situation.number,
            "confidence": phase.confidence,
            "text": PHASE_WORDS[phase.kind],
            "note": phase.note,
            "sources": [asdict(source) for source in phase.sources],
        }
        for situation in docket
        for phase in situation.phases
    ]


def situation_record(situation: Situation, day: dt.date, docket: Docket) -> dict[str, object]:
    """Return a situation as it stood on a day under its field names, sources in full."""
    phase = situation.phase(day)
    return {
        "situation": situation.name,
        "number": situation.number,
        "states": " ".join(situation.states),
        "nationals": " ".join(situation.nationals) or None,
        "origin": situation.origin,
        "status": situation.status(day),
        "since": phase.date if phase else None,
        "covers_from": situation.covers_from,
        "covers_until": situation.covers_until,
        "confidence": situation.confidence,
        "also": list(situation.also),
        "part": situation.part,
        "nationals_abroad": situation.nationals_abroad,
        "resolution": situation.resolution,
        "referred_by": list(situation.referred_by),
        "scope": situation.scope,
        "note": situation.note,
        "caveat": situation.caveat,
        "phases": [_phase(phase) for phase in situation.phases if phase.date <= day],
        "findings": [
            asdict(finding)
            for finding in docket.findings
            if finding.situation == situation.key and finding.date <= day
        ],
        "sources": [asdict(source) for source in situation.sources],
    }


def _phase(phase: Phase) -> dict[str, object]:
    return {
        "date": phase.date,
        "kind": phase.kind.value,
        "sources": [asdict(source) for source in phase.sources],
        "confidence": phase.confidence,
        "note": phase.note,
    }
