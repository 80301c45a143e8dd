"""Other ways to write the same name, for a name that is not known as it is written.

Each rule leaves the state that is named as it is. A name that a rule would turn into another state
("Republic of Vietnam" was South Vietnam) stands in the registry, and what stands there comes first.
"""

import re
from collections.abc import Iterator

from icc_status.model.normalize import is_code_like

LONGEST = 200
"""No name has more letters; a rule must not take long over a whole document."""

YEARS = re.compile(r"(.+?)\s*[(\[][\d\s,;:./–—-]*\d{4}[\d\s,;:./–—-]*[)\]]")
"""A name with years in brackets: "Afghanistan (1929-73)"."""

GOVERNMENT = re.compile(r"(?:the\s+)?(?:government|govt\.?|gov't)\s+of\s+(.+)", re.IGNORECASE)
REPUBLIC = re.compile(r"(?:the\s+)?(?:republic|kingdom)\s+of\s+(.+)", re.IGNORECASE)
"""The two words of an official name that every state may bear. "State of Georgia" is none."""

INVERTED = re.compile(
    r"([^,(]+?)(?:,\s*|\s*\()(?:the\s+)?(?:republic|kingdom)\s+of\)?", re.IGNORECASE
)
"""The same as registers write it: "Upper Volta, Republic of"."""

FORMERLY = re.compile(r"(?:formerly|former|fmr\.?|previously|ex)[\s-]+(.+)", re.IGNORECASE)
"""What a part in brackets begins with: "Myanmar (formerly Burma)"."""

_ARTICLE = r"(?:l['’]|(?:la|le|les|el|los|las)\s)"
LEADING = re.compile(rf"{_ARTICLE}\s*(.+)", re.IGNORECASE)
TRAILING = re.compile(r"(.+?)(?:\s*\(|,\s*)(?:l['’]?|la|le|les|el|los|las)\)?", re.IGNORECASE)
"""A French or Spanish article after the name: "Albanie (l')"."""

INSIDE = re.compile(rf"(.+?\()\s*{_ARTICLE}\s*(.+\))", re.IGNORECASE)
"""One before the part in brackets: "Congo (la République démocratique du)"."""

BRACKETED = re.compile(r"([^()\[\]]+?)\s*(?:\(([^()\[\]]+)\)|\[([^()\[\]]+)\])")


def rewordings(text: str) -> Iterator[str]:
    """Yield the text without years, "Government of", "Republic of" or an article.

    What is left over is a name: of codes, only "Government of UK" is meant as one.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return
    for rule in (YEARS, GOVERNMENT, REPUBLIC, INVERTED, FORMERLY, TRAILING, LEADING, INSIDE):
        if match := rule.fullmatch(text):
            other = "".join(match.groups())
            if rule is GOVERNMENT or not is_code_like(other):
                yield other


def without_article(name: str) -> str:
    """Return a name without the French or Spanish article that it begins with."""
    match = LEADING.fullmatch(name)
    return match[1] if match else name


def parts(text: str) -> list[str]:
    """Return the names in "A (B)", "A [B]", "A/B" and "A, B"; none for another text.

    One of them may be a code, not all: "AM/PM" are two codes, and no states.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return []
    if match := BRACKETED.fullmatch(text):
        names = [part for part in match.groups() if part]
    else:
        mark = "/" if "/" in text else ","
        names = [part.strip() for part in text.split(mark)] if mark in text else []
    return [] if all(map(is_code_like, names)) else names
