"""One cell of the depositary's table: a name or a day, its mark, its brackets, its footnotes."""

import re
import unicodedata
from dataclasses import dataclass

from icc_status.errors import QuestionError
from icc_status.model.acts import Kind
from icc_status.model.days import EMPTY, read_day
from icc_status.system.terminal import printable

FOOTNOTE = re.compile(r"<su(?:per(?:script)?|p)\b[^<>]*>[^<]*</su(?:per(?:script)?|p)>", re.I)
TAG = re.compile(r"<[^<>]*>")
BRACKETED_NOTE = re.compile(r"(?<=[^\s\[]) ?\[(?:note |nb )?[0-9]{1,3}\]")
"""A footnote as encyclopaedias write it: "State party[1]", "16 February 2000[note 2]"."""
BRACKETED_LETTER = re.compile(r"(?<=[^\s\[]) ?\[[a-z]{1,2}\]")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NOTES = rf" ?[{RAISED}](?:[{RAISED}, ]{{0,20}}[{RAISED}])?"
PLAIN_NOTES = r"[0-9]{1,2}(?:(?:, ?| )[0-9]{1,2}){0,9}"
MARKED_DAY = re.compile(
    r"(?P<day>[0-9]{1,2} [A-Za-z]+\.? [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
    rf"(?:{NOTES})?(?: ?\(?(?P<mark>[A-Za-z]{{1,2}})\)?)?"
    rf"(?:{NOTES}|(?: |(?<=[A-Za-z)])){PLAIN_NOTES})?"
)
"""A day, its mark, and footnote numbers. Plain numbers never touch the year: 20035 is no year."""
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MARKS = {
    "": Kind.RATIFICATION,
    "A": Kind.ACCEPTANCE,
    "AA": Kind.APPROVAL,
    "a": Kind.ACCESSION,
    "d": Kind.SUCCESSION,
}
"""What the depositary writes after a day. Its case matters; no mark is a ratification."""


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
    words = " ".join(text.split())
    if not (words.isascii() and words.isprintable()):  # letter by letter is slow
        words = printable("".join(c for c in words if unicodedata.category(c) != "Cf"))
    return BRACKETED_NOTE.sub("", " ".join(words.split()))


def filled(text: str) -> str:
    """Return a cell's words, or nothing for a mark that stands for nothing, such as — or N/A."""
    words = clean(text)
    return "" if words.casefold() in EMPTY else words


def name(text: str) -> str:
    """Return the participant that a cell names, without footnote numbers and brackets."""
    text = BRACKETED_LETTER.sub("", clean(text)).strip("[] ")
    bare = text.rstrip(f"0123456789{RAISED}, ")
    return bare.strip("[] ") if bare and (bare[-1].isalpha() or bare[-1] in ").]") else text


def day(text: str) -> Day:
    """Read a cell such as "10 Feb 2003 a 5", "[17 Jul 1998]" or "2003-02-10"; it may be empty.

    Every other way to write a day is read as `model.days` reads it; what has two readings, or
    none, stays as it stands.
    """
    text = filled(text)
    bracketed = text.startswith("[")
    inside = " ".join(text.replace("[", " ").replace("]", " ").split()) if bracketed else text
    marked = MARKED_DAY.fullmatch(inside)
    written, mark = (marked["day"], marked["mark"] or "") if marked else (inside, "")
    try:
        return Day(read_day(written).isoformat(), mark, bracketed)
    except QuestionError:
        return Day(text, bracketed=bracketed)
