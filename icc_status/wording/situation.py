"""What the card of a situation says: its phases, whom it concerns and why, and its days."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from icc_status.model.acts import Source
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket, Situation, Step
from icc_status.wording.page import Entry, Page, Paragraph

PHASE_WORDS = {
    Step.REFERRED: "Referred to the Prosecutor (Art. 13)",
    Step.EXAMINATION_OPENED: "Preliminary examination opened",
    Step.EXAMINATION_COMPLETED: "Preliminary examination completed",
    Step.EXAMINATION_CLOSED: "Preliminary examination closed without an investigation",
    Step.RECONSIDERATION_REQUESTED: "Prosecutor asked to reconsider the closure (Art. 53(3))",
    Step.DECLINED: "Declined: no examination was opened",
    Step.INVESTIGATION_REQUESTED: "Authorisation of an investigation requested (Art. 15(3))",
    Step.INVESTIGATION_REFUSED: "Authorisation of an investigation refused (Art. 15(5))",
    Step.INVESTIGATION_AUTHORISED: "Investigation authorised (Art. 15(4))",
    Step.INVESTIGATION_OPENED: "Investigation opened (Art. 53(1))",
    Step.DEFERRAL_REQUESTED: "Deferral to the state's own investigation requested (Art. 18(2))",
    Step.RESUMPTION_AUTHORISED: "Resumption of the investigation authorised (Art. 18(2))",
    Step.INVESTIGATION_CONCLUDED: "Investigation concluded",
}
ORIGIN_WORDS = {
    "self-referral": "Referred by the state itself (Arts. 13(a) and 14)",
    "state-referral": "Referred by States Parties (Arts. 13(a) and 14)",
    "proprio-motu": "Taken up by the Prosecutor (Arts. 13(c) and 15)",
    "security-council": "Referred by the Security Council (Art. 13(b))",
    "declaration": "Taken up on a declaration under Art. 12(3)",
}
COURT = re.compile(r"https?://(www\.)?icc-cpi\.int/.*")
"""An address on the Court's site."""


def situation_page(situation: Situation, docket: Docket, registry: Registry, on: dt.date) -> Page:
    """Return the page of a situation that had come up by a day."""
    phase = situation.phase(on)
    assert phase is not None
    named = situation.name + (f" ({situation.number})" if situation.number else "")
    return Page(
        answer=f"{named}: {situation.status(on)}, since {phase.date}.",
        beside=(ORIGIN_WORDS[situation.origin], *_referrers(situation, registry)),
        entries=tuple(
            Entry(p.date, PHASE_WORDS[p.kind], p.sources, confidence=p.confidence, note=p.note)
            for p in situation.phases
            if p.date <= on
        ),
        paragraphs=tuple(_paragraphs(situation, docket, registry, on)),
    )


def _referrers(situation: Situation, registry: Registry) -> Iterator[str]:
    if situation.referred_by:
        also = "" if situation.origin == "state-referral" else "referred also "
        yield f"{also}by {_names(situation.referred_by, registry)}"
    if situation.resolution:
        yield f"resolution {situation.resolution}"


def _paragraphs(
    situation: Situation, docket: Docket, registry: Registry, on: dt.date
) -> Iterator[Paragraph]:
    yield Paragraph(f"Concerns {'; '.join(_concerned(situation, registry))}.", situation.sources)
    yield Paragraph(f"Days covered: {_days(situation)}.{_about(situation)}")
    if situation.exemption:
        yield Paragraph(f"Exempt (resolution {situation.resolution}): {situation.exemption}.")
    for finding in docket.findings:
        if finding.situation == situation.key and finding.date <= on:
            who = _names([finding.state], registry)
            text = f"The Court found on {finding.date} that {who} had not complied (Art. 87(7))."
            yield Paragraph(" ".join(filter(None, (text, finding.note))), finding.sources)
    if situation.confidence:
        yield Paragraph(f"Confidence: {situation.confidence}.")
    yield from (Paragraph(text) for text in (situation.note, situation.caveat) if text)
    address = _court_address(situation)
    found = (
        f"On the Court's site: {address}" if address else "No address of the Court is held here."
    )
    yield Paragraph(found)


def _concerned(situation: Situation, registry: Registry) -> Iterator[str]:
    """Yield each group of states with the reason why the situation concerns it."""
    home = _names(situation.states, registry)
    if situation.nationals_only:
        nationals = _names(situation.nationals, registry)
        yield f"nationals of {nationals}, for what they did in {home}"
        return
    part = f", and of it only {situation.part}" if situation.part else ""
    yield f"the territory of {home}{part}"
    if situation.nationals_abroad:
        where = _names(situation.abroad_in, registry) if situation.abroad_in else "other states"
        yield f"nationals of {home}, for what they did in {where}"
    if situation.nationals:
        yield f"nationals of {_names(situation.nationals, registry)}, for what they did there"
    if situation.also:
        since = f" from {situation.also_from} on" if situation.also_from else ""
        yield f"linked conduct in {_names(situation.also, registry)}{since}"


def _days(situation: Situation) -> str:
    if situation.covers_from is None:
        return "not recorded here"
    end = f"to {situation.covers_until}" if situation.covers_until else "on"
    return f"from {situation.covers_from} {end}"


def _about(situation: Situation) -> str:
    """Return what the situation is about, and what it is confined to."""
    told = f" About {situation.scope}." if situation.scope else ""
    if situation.crimes:
        told += f" Confined to {' and '.join(c.replace('-', ' ') for c in situation.crimes)}."
    if situation.subject:
        told += f" Confined to {situation.subject}."
    return told


def _court_address(situation: Situation) -> str | None:
    """Return where the Court itself tells of the situation or of one of its steps, or None."""
    cited: list[Source] = [*situation.sources, *(s for p in situation.phases for s in p.sources)]
    addresses = [s.url for s in cited if s.url and COURT.fullmatch(s.url)]
    return min(addresses, key=len, default=None)


def _names(codes: Iterable[str], registry: Registry) -> str:
    """Return states by name; one that a registry of one's own lacks, by its code."""
    known = {state.iso3: state.name for state in registry}
    *most, last = (known.get(code, code) for code in codes)
    return f"{', '.join(most)} and {last}" if most else last
