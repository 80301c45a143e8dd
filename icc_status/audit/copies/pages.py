"""The depositary's treaty page, saved as HTML, as rows of raw cells.

The table is known by its id, as public readers of the live page know it; docs/audit.md names
them.
"""

import re
from html.parser import HTMLParser

from icc_status.audit.copies.tables import (
    NOTES,
    OURS,
    Table,
    check_row,
    open_row,
    refuse_another,
)
from icc_status.errors import RegistryError

GRID = "tblgrid"
"""How the id of the table of participants ends."""
RAW = {
    *("script", "style", "textarea", "title", "noscript"),
    *("iframe", "noembed", "noframes", "xmp"),
}
"""Elements that hold text only: a tag inside them is no tag."""
APART = {"br", "p", "div", "li", "table", "tr", "td", "th"}
"""Tags inside a cell that separate words."""
ROW_ENDS = {"thead", "tbody", "tfoot", "caption", "colgroup"}
NUMBERS = re.compile(r"[0-9, ]+")
ADDRESS = re.compile(r"mtdsg_no=([\w~-]{1,40})", re.I)
SAVED_FROM = " saved from url="
"""How the comment begins in which a browser notes where it saved the page."""


def html_table(text: str) -> Table:
    """Return the rows of the treaty page's table of participants.

    Raises RegistryError where the page does not hold that table, or is of another treaty.
    """
    page = _Page()
    page.feed(text)
    page.close()
    refuse_another(page.number)
    if not page.depth and not page.ended:
        raise RegistryError(f"holds no table of participants (its id ends in {GRID})")
    if not page.ended:
        raise RegistryError("is cut off: its table of participants does not end")
    return [["".join(cell) for cell in row] for row in page.rows]


class _WholeText(HTMLParser):
    """Python's parser for a text that is fed whole: what does not end runs to the end.

    So browsers have it. The parser would read what follows such a beginning as text, and search
    for its end again from each tag in it, which takes hours for some megabytes.
    """

    def parse_starttag(self, i: int) -> int:
        """Parse a start tag and return where it ends."""
        return self._or_end(super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        """Parse an end tag and return where it ends."""
        return self._or_end(super().parse_endtag(i))

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Parse a comment and return where it ends."""
        return self._or_end(super().parse_comment(i, report))

    def parse_pi(self, i: int) -> int:
        """Parse a processing instruction and return where it ends."""
        return self._or_end(super().parse_pi(i))

    def parse_html_declaration(self, i: int) -> int:
        """Parse what begins with <! and return where it ends; <![ is a comment in HTML."""
        if self.rawdata.startswith("<![", i):
            return self._or_end(self.parse_bogus_comment(i))
        return self._or_end(super().parse_html_declaration(i))

    def _or_end(self, end: int) -> int:
        return len(self.rawdata) if end < 0 else end


class _Page(_WholeText):
    """Collects the cells of the table of participants, and the treaty that the page is of."""

    def __init__(self) -> None:
        super().__init__()
        self.number = ""
        self.rows: list[list[list[str]]] = []
        self.ended = False
        self.depth = 0  # of tables, in and below the table of participants
        self.hidden = 0  # of templates, which are not shown
        self.notes = 0  # of footnotes
        self.in_row = self.in_cell = self.after_link = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read a tag such as <td/>: in HTML its slash says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read the beginning of an element."""
        self.after_link = tag == "a"
        self.hidden += tag == "template"
        if tag in RAW:
            self.set_cdata_mode(tag)
        elif tag in {"form", "link"}:
            self._look_for_address(tag, dict(attrs))
        elif self.hidden or self.ended:
            pass
        elif self.depth:
            self._start(tag)
        elif tag == "table" and (dict(attrs).get("id") or "").lower().endswith(GRID):
            self.depth = 1

    def handle_endtag(self, tag: str) -> None:
        """Read the end of an element."""
        self.after_link = tag == "a"
        if tag == "template":
            self.hidden = max(self.hidden - 1, 0)
        elif self.depth and not self.hidden:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        """Read text: it counts in a cell, and not in a footnote."""
        if self.in_cell and not (self.cdata_elem or self.hidden or self.notes):
            apart = self.after_link and NUMBERS.fullmatch(data)
            self.rows[-1][-1].append(f" {data}" if apart else data)
        self.after_link = False

    def handle_comment(self, data: str) -> None:
        """Read a comment: a browser may have put the page's address there."""
        if data.startswith(SAVED_FROM):
            self._look_for_number(data)

    def _look_for_address(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Look at what tells the page's own address; other links lead anywhere."""
        if tag == "form":
            self._look_for_number(attributes.get("action") or "")
        elif (attributes.get("rel") or "").casefold() == "canonical":
            self._look_for_number(attributes.get("href") or "")

    def _look_for_number(self, address: str) -> None:
        """Keep the number of the treaty in an address, the first that is not ours."""
        if (number := ADDRESS.search(address)) and self.number in {"", OURS}:
            self.number = number[1].upper().replace("~", "-")

    def _start(self, tag: str) -> None:
        if self.in_cell and (tag in APART) and (self.depth > 1 or tag not in {"tr", "td", "th"}):
            self.rows[-1][-1].append(" ")
        if tag == "table":
            self.depth += 1
        elif self.depth > 1:
            pass
        elif tag == "tr" or tag in ROW_ENDS:
            self.in_row = self.in_cell = False
            if tag == "tr":
                self._open_row()
        elif tag in {"td", "th"}:
            self._open_cell()
        self.notes += self.in_cell and tag in NOTES

    def _open_row(self) -> None:
        open_row(self.rows)
        self.in_row = True

    def _open_cell(self) -> None:
        """Begin a cell, and the row that browsers put around a cell outside of rows."""
        if not self.in_row:
            self._open_row()
        self.rows[-1].append([])
        check_row(self.rows[-1])
        self.in_cell, self.notes = True, 0

    def _end(self, tag: str) -> None:
        if tag in NOTES:
            self.notes = max(self.notes - 1, 0)
        elif tag == "table":
            self.depth -= 1
            self.ended = not self.depth
            self.in_cell = self.in_cell and not self.ended
        elif self.depth == 1 and tag in {"td", "th", "tr", *ROW_ENDS}:
            self.in_cell = False
            self.in_row = self.in_row and tag in {"td", "th"}
