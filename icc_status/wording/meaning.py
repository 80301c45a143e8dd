"""What a standing means, in sentences, each with the article it rests on."""

import datetime as dt

from icc_status.model.acts import Kind
from icc_status.model.state import State
from icc_status.model.status import Standing, Status
from icc_status.wording.announced import not_intending
from icc_status.wording.headline import revoked_notice


def meaning(state: State, standing: Standing, on: dt.date) -> str:
    """Return what the standing means, in two sentences at most, with the articles."""
    match standing.status:
        case Status.PARTY:
            return _bound(state, standing, on)
        case Status.CONTRACTING:
            return (
                "It has consented to be bound, but the Statute does not yet bind it (VCLT"
                " Art. 2(1)(f)); until then it must not defeat the treaty's object and purpose"
                " (VCLT Art. 18(b))."
            )
        case Status.SIGNATORY:
            return (
                "Not bound by the Statute; having signed, it must not defeat the treaty's object"
                " and purpose while it leaves open whether it will ratify (VCLT Art. 18(a))."
                f" {STILL}"
            )
        case Status.RENOUNCED:
            return f"{not_intending(state, on)} {STILL}"
        case Status.WITHDRAWN:
            return (
                f"Not bound for what happens from {standing.since} on; duties from its time as a"
                " party remain, and the Court may continue what was under consideration before"
                " that day (Art. 127(2))."
            )
        case Status.NON_SIGNATORY:
            return (
                "A third State: the Statute creates no obligation for it without its consent"
                f" (VCLT Art. 34). {STILL}"
            )


STILL = (
    "Its nationals can still be tried for crimes on the territory of a party, or of a state that"
    " accepted jurisdiction, or on a referral by the Security Council (Arts. 12(2)(a), 12(3) and"
    " 13(b))."
)


def _bound(state: State, standing: Standing, on: dt.date) -> str:
    text = (
        "Bound by the Statute: the Court may exercise jurisdiction over crimes on its territory"
        f" or by its nationals from {standing.since} on (Arts. 11(2) and 12)."
    )
    text += _without_war_crimes(state, on) + _reaching_back(state, standing, on)
    if standing.leaving:
        return (
            f"{text} Its duties until {standing.leaving} and matters then under consideration"
            " outlast the withdrawal (Art. 127(2)), and the notice may be taken back before that"
            " day (VCLT Art. 68)."
        )
    if revoked_notice(state, standing, on):
        return f"{text} A notice of withdrawal may be taken back before its effect (VCLT Art. 68)."
    return text


def _without_war_crimes(state: State, on: dt.date) -> str:
    """Return a sentence on a declaration under Art. 124 made by a day, or ""."""
    if any(act.kind is Kind.DECLARATION_124 and act.done_by(on) for act in state.acts):
        return " For war crimes that is limited by its declaration under Art. 124."
    return ""


def _reaching_back(state: State, standing: Standing, on: dt.date) -> str:
    """Return a sentence on accepted declarations that cover days before membership, or ""."""
    starts = [
        act.covers_from
        for act in state.acts
        if act.kind is Kind.DECLARATION_12_3 and act.outcome == "accepted" and act.done_by(on)
    ]
    earliest = min((start for start in starts if start), default=None)
    if earliest is None or standing.since is None or earliest >= standing.since:
        return ""
    return f" By declaration under Art. 12(3) the Court's jurisdiction reaches back to {earliest}."


def brief_coverage(day: dt.date, as_of: dt.date, today: dt.date) -> str:
    """Return what the registry covers of a day, and whose record prevails, on one line."""
    if day > today:
        covered = f"On {day}, projected from {as_of}"
    elif day > as_of:
        covered = f"On {day}, as known on {as_of}"
    else:
        covered = f"On {day}; registry as of {as_of}"
    return f"{covered}; the depositary's record prevails."


def coverage(day: dt.date, as_of: dt.date, today: dt.date) -> str:
    """Return what the registry covers of a day, and whose record prevails, as two sentences."""
    if day > today:
        covered = f"On {day}, projected: only what was notified by {as_of} is known here."
    elif day > as_of:
        covered = f"On {day}; the registry is as of {as_of}, and nothing later is known here."
    else:
        covered = f"On {day}; the registry is as of {as_of}."
    return f"{covered} The depositary's record prevails."


def coverage_until(last: dt.date, as_of: dt.date) -> str:
    """Return what the registry covers of all days up to a last one, as two sentences."""
    if last <= as_of:
        return coverage(last, as_of, last)
    return (
        f"The registry is as of {as_of}; later days rest on what was notified by then."
        " The depositary's record prevails."
    )
