"""The dated, sourced acts of states towards the Statute, and what states announced of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from icc_status.model import treaty


class Kind(StrEnum):
    """The kinds of act that the registry stores, in the treaty's own terms."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    NON_INTENTION = "non-intention"
    ACCESSION_WITHDRAWAL = "accession-withdrawal"
    WITHDRAWAL = "withdrawal"
    WITHDRAWAL_REVOCATION = "withdrawal-revocation"
    DECLARATION_12_3 = "declaration-12-3"
    DECLARATION_124 = "declaration-124"
    DECLARATION_124_WITHDRAWAL = "declaration-124-withdrawal"
    OPT_OUT_15BIS_4 = "opt-out-15bis-4"
    AMENDMENT = "amendment"
    TERRITORIAL_EXCLUSION = "territorial-exclusion"
    TERRITORIAL_EXTENSION = "territorial-extension"
    DECLARATION = "declaration"
    DECLARATION_WITHDRAWAL = "declaration-withdrawal"
    OBJECTION = "objection"

    @property
    def with_article(self) -> str:
        """The kind as a sentence begins with it: "a signature", "an accession"."""
        return f"{'an' if self.value[0] in 'aeio' else 'a'} {self.value}"


INSTRUMENTS = frozenset(
    {Kind.RATIFICATION, Kind.ACCEPTANCE, Kind.APPROVAL, Kind.ACCESSION, Kind.SUCCESSION}
)
"""The acts by which a state consents to be bound (Arts. 125(2) and 125(3); succession)."""

MAY_LACK_A_DAY = frozenset({Kind.AMENDMENT, Kind.DECLARATION})
"""The acts that may be known without their day."""

SUBJECTS = ("interpretative", "article-87", "article-103", "territorial", "not-seen")
"""What a declaration on signing or joining may be about: how the state reads the Statute, by
which channel and in which language requests reach it, whether it enforces sentences, or to which
territory it applies; or it is only known to be listed."""

TAKES_BACK = {
    Kind.ACCESSION_WITHDRAWAL: INSTRUMENTS,
    Kind.WITHDRAWAL_REVOCATION: frozenset({Kind.WITHDRAWAL}),
}
"""The acts that take back an earlier one, and the kinds of which they take back the last."""


@dataclass(frozen=True)
class Source:
    """A document that facts are cited from.

    `read` is the day it was read; `copy` says which copy, where it was not the live page.
    A decision or a notification also has its official `number`, its own day (`date`), and the
    `paragraph` that is relied on, each where it was seen. `covers` names the acts of which the
    source is a full list ("declarations").
    """

    key: str
    title: str
    read: dt.date
    url: str | None = None
    copy: str | None = None
    number: str | None = None
    date: dt.date | None = None
    paragraph: str | None = None
    covers: str | None = None

    def __repr__(self) -> str:
        return f"<Source {self.key}: {self.title}>"

    @property
    def cited(self) -> str:
        """The title as a citation prints it: with the paragraph, where one is relied on."""
        if self.paragraph is None:
            return self.title
        several = any(mark in self.paragraph for mark in "-,")
        return f"{self.title}, {'paras.' if several else 'para.'} {self.paragraph}"

    @property
    def web_address(self) -> str | None:
        """The address where it is one of the web, which alone may become a link, or None."""
        url = self.url or ""
        is_web = url.startswith(("https://", "http://")) and not set(url) & set(" <>")
        return self.url if is_web else None


class Sort(StrEnum):
    """What an instrument beside the Statute is."""

    AMENDMENT = "amendment"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class Instrument:
    """An instrument beside the Statute: an amendment to it, or an agreement of its own.

    `rule` is the paragraph of the Statute by which an amendment enters into force: "121(4)" for
    all at once, "121(5)" for each state that accepts it, "122" without acceptances. `in_force` is
    the day of an agreement's own entry into force. What was not seen is None, and `note` says so.
    """

    key: str
    title: str
    sort: Sort
    sources: tuple[Source, ...]
    adopted: dt.date | None = None
    resolution: str | None = None
    reference: str | None = None
    rule: str | None = None
    in_force: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True)
class Act:
    """One dated, sourced act of a state towards the Statute, or another instrument.

    `date` is the day the depositary (or, for Art. 12(3), the Registrar) received it, and is
    None only where it is known that it was done and not when (`MAY_LACK_A_DAY`).
    `effective` is the day it takes effect, where that is another matter than its date;
    `effective_computed` says that we computed that day and no source states it, and
    `effective_earliest` is an earlier day that another source states: the days between are open.
    `confidence` is None for a well-attested act, else "medium", "single-source" or "unsourced";
    `open_question` is what to look for to settle the doubt.
    `covers_from`, `covers_until` and `covers_from_year` are the period that a declaration
    under Art. 12(3) or 124 names; `outcome` says what became of it, and `scope` is "territory"
    or "own-nationals" where it confines itself to crimes there, or by them.
    `instrument` is what the act is about, where that is not the Statute alone, and `subject`
    what a declaration made on signing or joining is about (`SUBJECTS`).
    """

    kind: Kind
    date: dt.date | None
    sources: tuple[Source, ...]
    effective: dt.date | None = None
    effective_computed: bool = False
    reference: str | None = None
    note: str | None = None
    confidence: str | None = None
    instrument: Instrument | None = None
    subject: str | None = None
    effective_earliest: dt.date | None = None
    open_question: str | None = None
    covers_from: dt.date | None = None
    covers_from_year: int | None = None
    covers_until: dt.date | None = None
    outcome: str | None = None
    scope: str | None = None
    territories: tuple[str, ...] = ()

    @property
    def amendment(self) -> str | None:
        """The key of the amendment that the act accepts, or None."""
        return self.instrument.key if self.instrument and self.kind is Kind.AMENDMENT else None

    @property
    def amendment_in_force(self) -> dt.date | None:
        """The day on which an accepted amendment enters into force for the state, computed.

        That is a year after the deposit (Art. 121(5)); None for other acts and other rules.
        """
        if self.amendment is None or self.date is None or self.instrument is None:
            return None
        return treaty.year_after(self.date) if self.instrument.rule == "121(5)" else None

    def __repr__(self) -> str:
        return f"<Act {self.kind}, {self.date or 'day unknown'}>"

    def done_by(self, day: dt.date) -> bool:
        """Tell whether the act is known to have been done by the end of that day."""
        return self.date is not None and self.date <= day


ANNOUNCED = (
    Kind.NON_INTENTION,
    Kind.WITHDRAWAL,
    Kind.WITHDRAWAL_REVOCATION,
    Kind.ACCESSION_WITHDRAWAL,
)
"""The kinds of act that count from the day the depositary is notified, whatever was said before."""


class Announcing(StrEnum):
    """How a state can make known what it is going to do, before it notifies the depositary."""

    ANNOUNCEMENT = "announcement"
    ORDER = "order"
    LAW = "law"


@dataclass(frozen=True)
class Announcement:
    """What a state said or decided at home about an act of its own, with its sources.

    It is no act under the Statute, and changes no status: only the depositary can be notified.
    `of` is the kind of act that it is about, and `text` says what was announced.
    """

    kind: Announcing
    date: dt.date
    of: Kind
    text: str
    sources: tuple[Source, ...]
    confidence: str | None = None
    note: str | None = None


def acts_in_effect(acts: Iterable[Act], on: dt.date) -> list[Act]:
    """Return the acts that count on a day, in their order: done by then, and not taken back.

    An act that takes another back does not count either: it leaves what was there before.
    """
    return _settled(acts, on)[0]


def acts_taken_back(acts: Iterable[Act], on: dt.date) -> list[tuple[Act, Act]]:
    """Return each act that was taken back by a day, with the act that took it back."""
    return _settled(acts, on)[1]


def _settled(acts: Iterable[Act], on: dt.date) -> tuple[list[Act], list[tuple[Act, Act]]]:
    """Return the acts in effect, and the pairs of an act and what took it back."""
    in_effect: list[Act] = []
    taken_back: list[tuple[Act, Act]] = []
    for act in acts:
        if not act.done_by(on):
            continue
        if act.kind not in TAKES_BACK:
            in_effect.append(act)
            continue
        for i in reversed(range(len(in_effect))):
            if in_effect[i].kind in TAKES_BACK[act.kind]:
                taken_back.append((in_effect.pop(i), act))
                break
    return in_effect, taken_back
