"""Turn the bytes of a data set into text and back, so that they come out as they came in."""

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice

from icc_status.errors import QuestionError

BLOCK = 1 << 17
"""How many bytes are read at once."""

GZIPPED = b"\x1f\x8b"
GZIP_ONLY = 31
"""What tells zlib to read and write the form of gzip."""

MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16: its mark begins alike
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""The marks that a file in UTF-16 or UTF-32 begins with, and its encoding without the mark."""

WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Encodings that add or drop a mark. Read as these, a mark is a character that stays."""

EXACT = {"utf-8", "ascii", "iso8859-1", *WITHOUT_MARK.values(), "utf-16-be", "utf-32-be"}
"""Encodings in which a text has one form in bytes."""

UNFIT = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"} | {
    *("charmap", "mbcs", "oem")
}
"""Encodings that are not for the text of files, or in which it does not keep its form."""

LIKELY = ("cp1252", "mac-roman", "cp850", "cp1251", "gb18030", "shift-jis")
"""Encodings of files that are not UTF-8, the commonest first."""

EXPORT = "save it as CSV in UTF-8, and pass that"
FOREIGN = {
    b"PK\x03\x04": f"is a spreadsheet (xlsx, ods) or a zip archive: {EXPORT}",
    b"\xd0\xcf\x11\xe0": f"is an Excel file (xls): {EXPORT}",
    b"PAR1\x15": "is a Parquet file: join it with an engine, as docs/engines.md shows",
    b"ARROW1\x00": "is an Arrow or Feather file: join it with an engine, as docs/engines.md shows",
    b"FEA1\x00": "is a Feather file: join it with an engine, as docs/engines.md shows",
    b"<stata_dta>": f"is a Stata file (dta): {EXPORT}",
    b"$FL2": f"is an SPSS file (sav): {EXPORT}",
    b"$FL3": f"is an SPSS file (sav): {EXPORT}",
    b"HEADER RECORD*******": f"is a SAS file (xpt): {EXPORT}",
    bytes(12) + b"\xc2\xea\x81\x60": f"is a SAS file (sas7bdat): {EXPORT}",
    b"RDX2\n": f"is an R file (RData): {EXPORT}",
    b"RDX3\n": f"is an R file (RData): {EXPORT}",
    b"X\n\x00\x00": f"is an R file (rds): {EXPORT}",
    b"\x89HDF": f"is an HDF5 file: {EXPORT}",
    b"SQLite format 3\x00": f"is an SQLite database: {EXPORT}",
    b"Obj\x01": f"is an Avro file: {EXPORT}",
    b"%PDF-": f"is a PDF file: {EXPORT}",
    b"{\\rtf": f"is an RTF file: {EXPORT}",
    b"<!DOCTYPE": f"is a page of HTML: {EXPORT}",
    b"<!doctype": f"is a page of HTML: {EXPORT}",
    b"<html": f"is a page of HTML: {EXPORT}",
    b"<?xml": f"is an XML file: {EXPORT}",
    b'{"': f"is JSON: {EXPORT}",
    b'[{"': f"is JSON: {EXPORT}",
    b"BZh91AY": "is compressed by bzip2: pass what 'bzcat FILE' prints",
    b"\xfd7zXZ": "is compressed by xz: pass what 'xzcat FILE' prints",
    b"\x28\xb5\x2f\xfd": "is compressed by zstd: pass what 'zstdcat FILE' prints",
    b"7z\xbc\xaf": "is a 7z archive: unpack it, and pass the CSV file in it",
}
"""What files begin with that are no CSV, what they are, and what to do."""

STATA = {113, 114, 115}
"""The first byte of older Stata files; the second is 1 or 2, the third 1."""


def unzipped(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what was compressed by gzip; raises QuestionError for what is damaged or cut short."""
    import zlib  # not above: most files are not compressed

    member = zlib.decompressobj(GZIP_ONLY)
    whole = True
    try:
        for data in blocks:
            rest = data.lstrip(b"\0") if whole else data  # zeros may stand between members
            while rest:
                whole = False
                yield (text := member.decompress(rest, BLOCK))
                while len(text) == BLOCK and not member.unconsumed_tail:
                    yield (text := member.decompress(b"", BLOCK))
                rest = member.unconsumed_tail
                if member.eof:
                    whole, rest = True, member.unused_data.lstrip(b"\0")
                    member = zlib.decompressobj(GZIP_ONLY)
    except zlib.error as error:
        raise QuestionError(f"the gzip file is damaged: {error}") from None
    if not whole:
        raise QuestionError("the gzip file is cut short: get it again")


def check_is_text(first: bytes) -> None:
    """Raise QuestionError when a file begins as one that is not CSV does."""
    for begins, what in FOREIGN.items():
        if first.startswith(begins):
            raise QuestionError(f"this {what}")
    if len(first) > 2 and first[0] in STATA and first[1] in {1, 2} and first[2] == 1:
        raise QuestionError(f"this is a Stata file (dta): {EXPORT}")


def encoding_for(name: str | None, first: bytes) -> str:
    """Return the encoding to read a file in: the one named, or what its first bytes tell.

    Raises QuestionError for a name of no encoding, and for one in which rows may change.
    """
    marked = next((encoding for mark, encoding in MARKS.items() if first.startswith(mark)), None)
    if name is None:
        return marked or _unmarked(first)
    try:
        "a".encode(name)
        encoding = codecs.lookup(name).name
    except (LookupError, ValueError):
        raise QuestionError(f"{name!r} is no encoding: try utf-8, cp1252 or utf-16") from None
    if encoding.replace("_", "-") in UNFIT:
        raise QuestionError(f"{name!r} does not keep rows as they are: try utf-8, cp1252 or utf-16")
    if marked and encoding in WITHOUT_MARK and WITHOUT_MARK[encoding][:6] == marked[:6]:
        return marked
    return WITHOUT_MARK.get(encoding, encoding)


def _unmarked(first: bytes) -> str:
    """Return UTF-8; raises QuestionError when each second byte is zero, as in UTF-16."""
    start = first[:40]
    if len(start) > 3 and not any(start[1::2]):
        raise QuestionError("this looks like UTF-16 without a mark: pass --encoding utf-16-le")
    if len(start) > 3 and not any(start[::2]):
        raise QuestionError("this looks like UTF-16 without a mark: pass --encoding utf-16-be")
    return "utf-8"


def decoded(blocks: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Yield the text of bytes.

    Raises QuestionError where they are not in the encoding, and where the text would not come out
    as the same bytes.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    same_bytes = None if encoding in EXACT else _SameBytes(encoding)
    line = 1
    for data in chain(blocks, [b""]):
        try:
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise QuestionError(_not_text(error, encoding, line)) from None
        except UnicodeError as error:
            raise QuestionError(f"not {encoding} text ({error}): pass another --encoding") from None
        if same_bytes and not same_bytes.hold(data, text):
            raise QuestionError(
                f"line {line} or later would not come out as it came in from {encoding}:"
                " save the file as UTF-8 first"
            )
        line += text.count("\n")
        if text:
            yield text


class _SameBytes:
    """Compares bytes with what their text would be written as."""

    def __init__(self, encoding: str) -> None:
        self.encoder = codecs.getincrementalencoder(encoding)()
        self.ahead = b""

    def hold(self, data: bytes, text: str) -> bool:
        """Tell whether the next text comes out as the next bytes; no data are the end."""
        written = self.encoder.encode(text, final=not data)
        self.ahead += data
        same = self.ahead.startswith(written)
        self.ahead = self.ahead[len(written) :]
        return same and (bool(data) or not self.ahead)


def _not_text(error: UnicodeDecodeError, encoding: str, line: int) -> str:
    """Return which byte is not in the encoding, and which encodings the file may be in."""
    before = error.object[: error.start].decode(encoding, "ignore")
    where = f"line {line + before.count(chr(10))}: the byte 0x{error.object[error.start]:02X}"
    if encoding != "utf-8":
        return f"{where} is not {encoding}: pass another --encoding"
    word = _word(error.object, error.start)
    readings: dict[str, str] = {}
    for likely in LIKELY:
        with suppress(UnicodeError):
            reading = word.decode(likely)
            if reading.isprintable():
                readings.setdefault(reading, likely)
    options = [f"{encoding} reads {text!r}" for text, encoding in islice(readings.items(), 4)]
    return f"{where} is not UTF-8: pass --encoding ({', '.join(options) or 'such as cp1252'})"


def _word(data: bytes, at: int) -> bytes:
    """Return the bytes around one that is no text, up to the ends of the cell or the line."""
    start, stop = max(0, at - 20), at + 20
    before = re.split(rb"[\0-\x1f\",;|]", data[start:at])[-1]
    after = re.split(rb"[\0-\x1f\",;|]", data[at:stop])[0]
    return before + after
