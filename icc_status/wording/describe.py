"""An act in words."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from icc_status.model.acts import INSTRUMENTS, Act, Announcement, Kind, acts_taken_back

KIND_WORDS = {
    Kind.SIGNATURE: "Signature",
    Kind.RATIFICATION: "Ratification",
    Kind.ACCEPTANCE: "Acceptance",
    Kind.APPROVAL: "Approval",
    Kind.ACCESSION: "Accession",
    Kind.SUCCESSION: "Succession",
    Kind.NON_INTENTION: "Notice that it does not intend to become a party",
    Kind.ACCESSION_WITHDRAWAL: "Accession taken back",
    Kind.WITHDRAWAL: "Notice of withdrawal (Art. 127)",
    Kind.WITHDRAWAL_REVOCATION: "Notice of withdrawal taken back",
    Kind.DECLARATION_12_3: "Declaration accepting jurisdiction (Art. 12(3))",
    Kind.DECLARATION_124: "Declaration against jurisdiction over war crimes (Art. 124)",
    Kind.DECLARATION_124_WITHDRAWAL: "Declaration under Art. 124 withdrawn",
    Kind.OPT_OUT_15BIS_4: "Declaration against jurisdiction over aggression (Art. 15 bis(4))",
    Kind.AMENDMENT: "Amendment accepted or ratified",
    Kind.TERRITORIAL_EXCLUSION: "Not extended to",
    Kind.TERRITORIAL_EXTENSION: "Extended to",
    Kind.DECLARATION: "Declaration",
    Kind.DECLARATION_WITHDRAWAL: "Declaration taken back",
    Kind.OBJECTION: "Objection to a declaration or an extension",
}
SUBJECT_WORDS = {
    "interpretative": "Declaration on how it reads the Statute",
    "article-87": "Declaration on the channel and language of requests (Art. 87)",
    "article-103": "Declaration on enforcing sentences (Art. 103)",
    "territorial": "Declaration on the territory to which it applies",
    "not-seen": "Declaration or communication that the source lists; its text was not seen",
}
OUTCOME_WORDS = {
    "accepted": "acted on by the Court",
    "received": "lodged with the Registrar; its effect is disputed",
    "not-acted-on": "not acted on",
    "rejected": "rejected",
}


def describe(act: Act, acts: Iterable[Act] = (), on: dt.date | None = None) -> str:
    """Return an act in words, with its day of effect, its period or its subject.

    `acts` are those of its state: an act that was taken back "was to" take effect. On a day
    `on` it is told as it stood then; without one, as a record of what was done.
    """
    words = SUBJECT_WORDS[act.subject] if act.subject else KIND_WORDS[act.kind]
    if act.instrument:
        words += f": {act.instrument.key}, {act.instrument.title}"
    if start := act.amendment_in_force:
        ahead = "to be " if on and start > on else ""
        words += f", {ahead}in force for it on {start} (computed, Art. 121(5))"
    if act.territories:
        words += " " + "; ".join(act.territories)
    taken_back = any(act is undone for undone, _ in acts_taken_back(acts, on or dt.date.max))
    return words + _effect(act, on, taken_back) + _period(act)


def announced(announcement: Announcement) -> str:
    """Return an announcement in words; it binds nobody before the depositary has a notice."""
    return f"{announcement.text}; this was no notice"


def _effect(act: Act, on: dt.date | None, taken_back: bool) -> str:
    if act.effective is None or act.kind is Kind.DECLARATION_124:
        return ""
    computed = " (computed)" if act.effective_computed else ""
    return f", {_tense(act, act.effective, on, taken_back)} {act.effective}{computed}"


def _tense(act: Act, effective: dt.date, on: dt.date | None, taken_back: bool) -> str:
    """Return how a sentence goes on to the day of effect: it came, is to come, or never came."""
    if act.kind in INSTRUMENTS:
        ahead, came = "enter into force for it on", "in force for it on"
    elif act.kind is Kind.WITHDRAWAL:
        ahead, came = "take effect on", "took effect on" if on else "to take effect on"
    else:
        return "effective"
    if taken_back:
        return f"was to {ahead}"
    return came if on is None or effective <= on else f"to {ahead}"


def _period(act: Act) -> str:
    start = act.covers_from or act.covers_from_year
    if start is None:
        return ""
    until = f" to {act.covers_until}" if act.covers_until else " on"
    outcome = f"; {OUTCOME_WORDS[act.outcome]}" if act.outcome else ""
    return f", from {start}{until}{outcome}"


def left_out(undated: Sequence[Act]) -> str:
    """Return a sentence on the acts that a list of days leaves out."""
    counted = Counter("amendment" if act.amendment else act.kind.value for act in undated)
    words = {
        "amendment": ("acceptance of an amendment", "acceptances of amendments"),
        "declaration": ("declaration", "declarations"),
    }
    parts = [f"{number} {words[kind][number > 1]}" for kind, number in counted.items()]
    verb = "is" if len(undated) == 1 else "are"
    return f"{' and '.join(parts)} {verb} left out: their day is not known."
