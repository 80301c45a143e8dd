"""Tell the form of a file from what it holds, and read it."""

import re
from enum import StrEnum

from icc_status.audit.copies.lines import Copy, copy, has_head
from icc_status.audit.copies.pages import html_table
from icc_status.audit.copies.tables import Table, csv_table, xml_table
from icc_status.errors import RegistryError

DELIMITERS = ",;\t"
NONE = (
    "is none of the forms: a CSV with a head (state, signature, deposit, entry into force),"
    " the depositary's XML or saved page of XVIII-10, or a registry"
)

START = re.compile(rb"(?>\s+|<!--(?>.*?-->)|<\?(?>.*?\?>))*+<(!doctype\s+)?([a-z]+)", re.I | re.S)
"""A file's first element or its DOCTYPE, after what XML and HTML may have before them."""
PAGES = {b"html", b"head", b"body", b"form", b"div", b"main", b"table"}


class Form(StrEnum):
    """The forms in which a copy is understood."""

    CSV = "csv"
    XML = "xml"
    HTML = "html"
    REGISTRY = "registry"


def recognise(data: bytes) -> Form:
    """Tell a file's form from what it holds, whatever its name; the plainest is CSV."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        first = START.match(start)
        return Form.HTML if first and first[2].lower() in PAGES else Form.XML
    return Form.REGISTRY if re.search(rb"(?m)^states:", data) else Form.CSV


def read_copy(data: bytes) -> Copy:
    """Read a copy in any form but a registry's; raises RegistryError with what is wrong."""
    if b"\0" in data:
        raise RegistryError("holds NUL bytes; save it as UTF-8 text")
    match recognise(data):
        case Form.XML:
            return _marked(xml_table(data.removeprefix(b"\xef\xbb\xbf")))
        case Form.HTML:
            return _marked(html_table(_text(data)))
        case _:
            return _plain(_text(data))


def _marked(table: Table) -> Copy:
    if not has_head(table):
        raise RegistryError(NONE)
    return copy(table, marked=True)


def _plain(text: str) -> Copy:
    start = "\n".join(text.split("\n", 20)[:20])
    for delimiter in DELIMITERS:
        head = [row for row in csv_table(start, delimiter) if any(map(str.strip, row))]
        if has_head(head):
            return copy(csv_table(text, delimiter), marked=False)
    raise RegistryError(NONE)


def _text(data: bytes) -> str:
    """Decode as UTF-8, else as Windows-1252, the web's own fallback."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
