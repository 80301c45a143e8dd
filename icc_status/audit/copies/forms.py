"""Which form a file is in, and what it says."""

import re
from enum import StrEnum

from icc_status.audit.copies.lines import Copy, copy, has_head
from icc_status.audit.copies.tables import Table, csv_table, html_table, xml_table
from icc_status.errors import RegistryError

DELIMITERS = ",;\t"
NONE = (
    "is none of the forms: a CSV with a head (state, signature, deposit, entry into force),"
    " the depositary's XML or saved page of XVIII-10, or a registry"
)


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
        page = re.search(rb"<html|<!doctype html|tblgrid", data, re.I)
        return Form.HTML if page else Form.XML
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
        if has_head(head[:1]):
            return copy(csv_table(text, delimiter), marked=False)
    raise RegistryError(NONE)


def _text(data: bytes) -> str:
    """Decode as UTF-8, else as Windows-1252, the web's own fallback."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
