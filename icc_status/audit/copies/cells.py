"""One cell of the depositary's table: a name or a day, its mark, its brackets, its footnotes."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from icc_status.model.acts import Kind
from icc_status.system.terminal import printable

FOOTNOTE = re.compile(r"<su(?:per(?:script)?|p)\b[^<>]*>[^<]*</su(?:per(?:script)?|p)>", re.I)
TAG = re.compile(r"<[^<>]*>")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NOTES = rf" ?[{RAISED}](?:[{RAISED}, ]{{0,20}}[{RAISED}])?"
PLAIN_NOTES = r"[0-9]{1,2}(?:(?:, ?| )[0-9]{1,2}){0,9}"
DAY = re.compile(
    r"(?:(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]+)\.? (?P<year>[0-9]{4})"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}))"
    rf"(?:{NOTES})?(?: ?\(?(?P<mark>[A-Za-z]{{1,2}})\)?)?"
    rf"(?:{NOTES}|(?: |(?<=[A-Za-z)])){PLAIN_NOTES})?"
)
"""A day, its mark, and footnote numbers; plain ones never touch the year, or 20035 were one."""
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MARKS = {
    "": Kind.RATIFICATION,
    "A": Kind.ACCEPTANCE,
    "AA": Kind.APPROVAL,
    "a": Kind.ACCESSION,
    "d": Kind.SUCCESSION,
}
"""What the depositary writes after a day; their case matters, and none is a ratification."""


@dataclass(frozen=True)
class Day:
    """A cell that should hold a day: as YYYY-MM-DD, or as it stands where it is none."""

    text: str
    mark: str = ""
    bracketed: bool = False

    @property
    def read(self) -> bool:
        """Whether the cell holds a day."""
        return ISO.fullmatch(self.text) is not None


def clean(text: str) -> str:
    """Return a cell's words: no footnote, no markup, one blank between words, all printable."""
    text = TAG.sub("", FOOTNOTE.sub("", text))
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return printable(" ".join(text.split()))


def name(text: str) -> str:
    """Return the participant that a cell names, without footnote numbers and brackets."""
    text = clean(text).strip("[] ")
    bare = text.rstrip(f"0123456789{RAISED}, ")
    return bare.strip("[] ") if bare and (bare[-1].isalpha() or bare[-1] in ").]") else text


def day(text: str) -> Day:
    """Read a cell such as "10 Feb 2003 a 5", "[17 Jul 1998]" or "2003-02-10"; it may be empty."""
    text = clean(text)
    bracketed = text.startswith("[")
    inside = " ".join(text.replace("[", " ").replace("]", " ").split()) if bracketed else text
    found = DAY.fullmatch(inside)
    if found is None:
        return Day(text, bracketed=bracketed)
    try:
        date = _date(found)
    except ValueError:
        return Day(text, bracketed=bracketed)
    return Day(date.isoformat(), found["mark"] or "", bracketed)


def _date(found: re.Match[str]) -> dt.date:
    if found["iso"]:
        return dt.date.fromisoformat(found["iso"])
    word = found["month"].casefold()
    months = [i for i, month in enumerate(MONTHS, 1) if len(word) > 2 and month.startswith(word)]
    if len(months) != 1:
        raise ValueError
    return dt.date(int(found["year"]), months[0], int(found["day"]))
