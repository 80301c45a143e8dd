"""An act in words."""

import datetime as dt
from collections.abc import Iterable

from icc_status.model.acts import INSTRUMENTS, Act, Kind, acts_taken_back
from icc_status.model.registry import Registry

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
}
OUTCOME_WORDS = {
    "accepted": "acted on by the Court",
    "received": "lodged with the Registrar; its effect is disputed",
    "not-acted-on": "not acted on",
    "rejected": "rejected",
}


def describe(act: Act, registry: Registry, acts: Iterable[Act] = ()) -> str:
    """Return an act in words, with its day of effect, its period or its subject.

    `acts` are those of its state: an act that was taken back "was to" take effect.
    """
    words = KIND_WORDS[act.kind]
    if act.amendment:
        words += f": {act.amendment}, {registry.amendments[act.amendment].title}"
    if act.territories:
        words += " " + "; ".join(act.territories)
    taken_back = any(act is undone for undone, _ in acts_taken_back(acts, dt.date.max))
    return words + _effect(act, taken_back) + _period(act)


def _effect(act: Act, taken_back: bool) -> str:
    if act.effective is None or act.kind is Kind.DECLARATION_124:
        return ""
    what = {Kind.WITHDRAWAL: "to take effect on"}.get(act.kind, "effective")
    what = "in force for it on" if act.kind in INSTRUMENTS else what
    if taken_back:
        what = (
            f"was to {'enter into force for it' if act.kind in INSTRUMENTS else 'take effect'} on"
        )
    computed = " (computed)" if act.effective_computed else ""
    return f", {what} {act.effective}{computed}"


def _period(act: Act) -> str:
    start = act.covers_from or act.covers_from_year
    if start is None:
        return ""
    until = f" to {act.covers_until}" if act.covers_until else " on"
    outcome = f"; {OUTCOME_WORDS[act.outcome]}" if act.outcome else ""
    return f", from {start}{until}{outcome}"
