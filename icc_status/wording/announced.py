"""What was announced, what was notified and what is in effect: three things, told apart."""

import datetime as dt

from icc_status.model.acts import Act, Announcement, Announcing, Kind, acts_taken_back
from icc_status.model.state import State
from icc_status.model.status import Standing, Status

DONE = {
    Announcing.ANNOUNCEMENT: "announced",
    Announcing.ORDER: "ordered",
    Announcing.LAW: "decided by law",
}
"""What each kind of announcement does, as a sentence goes on with it."""


def known_announcements(state: State, on: dt.date) -> list[Announcement]:
    """Return what a state had announced by a day."""
    return [announcement for announcement in state.announcements if announcement.date <= on]


def following(announcement: Announcement, state: State, on: dt.date) -> Act | None:
    """Return the act that an announcement was about, if it was done by a day."""
    acts = (act for act in state.acts if act.kind is announcement.of and act.done_by(on))
    return next((act for act in acts if act.date and act.date >= announcement.date), None)


def stages(state: State, standing: Standing, on: dt.date) -> str:
    """Return how far the last thing that a state announced had come by a day, or ""."""
    known = known_announcements(state, on)
    if not known or standing.status is Status.RENOUNCED:
        return ""
    last = known[-1]
    act = following(last, state, on)
    if act is None:
        return _not_notified(last, standing, on)
    if act.kind is not Kind.WITHDRAWAL or act.effective is None:
        return ""
    day = f"{DONE[last.kind].capitalize()} on {last.date}, notified on {act.date}, "
    taken_back = dict(acts_taken_back(state.acts, on)).get(act)
    if taken_back:
        return f"{day}taken back on {taken_back.date}: never in effect."
    if act.effective <= on:
        return f"{day}in effect from {act.effective} on (Art. 127(1))."
    return f"{day}to take effect only on {act.effective} (Art. 127(1)): until then it is a party."


def _not_notified(last: Announcement, standing: Standing, on: dt.date) -> str:
    day = "that day" if last.date == on else f"on {last.date}"
    told = f"{DONE[last.kind].capitalize()} {day}, not yet notified to the depositary: "
    if last.of is Kind.WITHDRAWAL and standing.status is Status.PARTY:
        return f"{told}still a party, as only a notice starts the year of Art. 127(1)."
    if standing.status is Status.SIGNATORY:
        return f"{told}still a signatory."
    return f"{told}without effect so far."


def not_intending(state: State, on: dt.date) -> str:
    """Return what a notice that a signatory does not intend to become a party is, and is not."""
    told = ""
    for announcement in known_announcements(state, on):
        act = following(announcement, state, on)
        if act and act.kind is Kind.NON_INTENTION:
            told = (
                f" What was reported on {announcement.date} was the {announcement.kind};"
                f" the notice followed on {act.date}."
            )
    return (
        f"Not bound by the Statute: it was never a party, so it could not leave.{told}"
        " The Statute knows no withdrawal of a signature; the notice's effect is that of VCLT"
        " Art. 18(a): it is no longer held to the treaty's object and purpose."
        " The signature stays listed; it may yet ratify."
    )
