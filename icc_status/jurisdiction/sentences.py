"""An answer on jurisdiction in sentences: the headline, the question, and the situations."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from icc_status.jurisdiction.answer import Answer
from icc_status.jurisdiction.grounds import Ground, Verdict
from icc_status.jurisdiction.question import Question
from icc_status.model.situations import Situation

OPENINGS = {
    Verdict.YES: "Yes: the preconditions of jurisdiction are met",
    Verdict.IN_PART: "In part: the preconditions of jurisdiction are met in part",
    Verdict.OPEN: "Open: whether the preconditions of jurisdiction are met is not settled",
    Verdict.NO: "No: the preconditions of jurisdiction are not met",
}
NOTHING_KNOWN = {"declaration", "referral"}
"""The bases of grounds that may say only that no act is known."""

SHARING = (
    "Situations known here that share a state and a day with the question. That one is listed does"
    " not mean that this conduct is, or was, examined:"
)
"""The heading above situations."""


def headline(answer: Answer) -> str:
    """Return the verdict in one sentence; it says nothing of anyone's guilt."""
    opening = OPENINGS[answer.verdict]
    if answer.conditions:
        opening = opening.replace(":", ", if what follows is so:", 1)
    elif answer.verdict is Verdict.OPEN and (missing := _missing(answer)):
        opening = f"Open, as no {missing} was named: the preconditions of jurisdiction may be met"
    return f"{opening} for {asked(answer.question)}."


def _missing(answer: Answer) -> str:
    """Return what was not named, where nothing else keeps the answer open, or ""."""
    if answer.question.complete:
        return ""
    named = bool(answer.question.places)
    article, missing = ("Art. 12(2)(b)", "nationality") if named else ("Art. 12(2)(a)", "territory")
    open_ones = {(ground.article, ground.state) for ground in answer.grounds if ground.is_open}
    return missing if open_ones == {(article, None)} else ""


def asked(question: Question) -> str:
    """Return the conduct asked about, in words."""
    words = [f"conduct alleged to be {question.crime.words}"]
    if question.places:
        words.append(f"on the territory of {' or '.join(place.name for place in question.places)}")
    if question.nationalities:
        words.append(f"by nationals of {' or '.join(s.name for s in question.nationalities)}")
    if question.first == question.last:
        return f"{', '.join(words)}, on {question.first}"
    return f"{', '.join(words)}, from {question.first} to {question.last}"


def folded(grounds: Sequence[Ground]) -> list[Ground]:
    """Return the grounds with those that say only that nothing is known as one for each state.

    The one stands at the place of the first; grounds on other days stay apart.
    """
    told: dict[object, list[Ground]] = {}
    for ground in grounds:
        known = not ground.fails or ground.sources or ground.basis not in NOTHING_KNOWN
        alike = ground if known else (ground.state, ground.days)
        told.setdefault(alike, []).append(ground)
    return [_as_one(some) if len(some) > 1 else some[0] for some in told.values()]


def _as_one(nothing: Sequence[Ground]) -> Ground:
    """Return one ground in place of several that say only that nothing is known."""
    articles = sorted({ground.article.removeprefix("Art. ") for ground in nothing})
    article = f"{'Arts' if len(articles) > 1 else 'Art'}. {', '.join(articles)}"
    reason = "; ".join(ground.reason for ground in nothing)
    return replace(nothing[0], article=article, basis="nothing known", reason=reason)


def days_within(ground: Ground, question: Question) -> str:
    """Return the days of a period for which a ground is as it is, or "" for a single day."""
    if question.first == question.last:
        return ""
    first = max(filter(None, (ground.since, question.first)))
    last = min(filter(None, (ground.until, question.last)))
    return f"on {first}: " if first == last else f"{first} to {last}: "


def phase_words(situation: Situation, day: dt.date, as_of: dt.date) -> str:
    """Return where a situation stood on a day, and where it stands in the latest record."""
    number = f" ({situation.number})" if situation.number else ""
    then, now = situation.phase(day), situation.phase(as_of)
    latest = f"{situation.status(as_of)} since {now.date}" if now else "not yet before the Court"
    if day >= as_of or then == now:
        return f"{situation.name}{number}: {latest}"
    on_day = f"{situation.status(day)} since {then.date}" if then else "not yet before the Court"
    return f"{situation.name}{number}: on {day}, {on_day}; by {as_of}, {latest}"
