"""Which treaty a file of the depositary says that it is of."""

import re
from collections.abc import Mapping

from icc_status.audit.copies.cells import clean
from icc_status.errors import RegistryError

OURS = "XVIII-10"
CHAPTER, SECTION, PART = "chapter/header", "externaldata/numsect", "externaldata/subnumsect"
TOLD = {CHAPTER, SECTION, PART}
"""Where the XML says it: "CHAPTER XVIII", "10", and "a" for the first of its amendments."""

ADDRESS = re.compile(r"mtdsg_no=([\w~-]+)", re.I)
OWN = re.compile(
    r"<form\b[^<>]*\baction=|<!-- saved from url=|<link\b[^<>]*\brel=[\"']?canonical\b", re.I
)
"""What stands before a page's own address; other links lead anywhere."""
NEAR, LONG = 300, 40


def refuse_another(number: str) -> None:
    """Raise RegistryError for the number of another treaty; a file may also tell none."""
    if number not in {"", OURS}:
        raise RegistryError(f"is of another treaty, {number}; the Rome Statute is {OURS}")


def xml_number(told: Mapping[str, str]) -> str:
    """Return the number that the elements of an XML file amount to, or nothing."""
    chapter, section, part = (clean(told.get(tag, ""))[:LONG] for tag in (CHAPTER, SECTION, PART))
    if not section and not part:
        return ""
    chapter = chapter.upper().removeprefix("CHAPTER ") or "XVIII"
    return "-".join(filter(None, (chapter, section, part)))


def html_number(text: str) -> str:
    """Return the number in a page's own address, the first that is not ours, or nothing."""
    found = ""
    for address in ADDRESS.finditer(text):
        before = text[max(address.start() - NEAR, 0) : address.start()]
        opened = before.rfind("<")
        if opened >= 0 and ">" not in before[opened:] and OWN.match(before, opened):
            found = address[1].upper().replace("~", "-")[:LONG]
            if found != OURS:
                break
    return found
