"""The rows of a CSV stream, each with the answer for its state on its day appended."""

import csv
from collections.abc import Generator, Sequence
from itertools import chain
from typing import BinaryIO

from icc_status.annotation import csvtext
from icc_status.annotation.annotations import Annotator
from icc_status.annotation.appending import Appender
from icc_status.annotation.csvtext import Joiner, ending, records
from icc_status.errors import QuestionError

MARK = "\ufeff"


class Rows:
    """A CSV stream: its header at once, its rows once."""

    def __init__(self, stream: BinaryIO, encoding: str, delimiter: str) -> None:
        self.delimiter = delimiter
        self.texts = csvtext.whole_lines(csvtext.decoded(stream, encoding))
        self.header, self.head, self.rest = self._header()

    def _header(self) -> tuple[list[str], str, str]:
        """Return the header's cells and text, and the text that was read past it."""
        text = ""
        for more in chain(self.texts, [""]):
            text += more
            start = len(MARK) if text.startswith(MARK) else 0
            try:
                found = next(records(text[start:], self.delimiter), ([], "", False))
            except csv.Error as error:
                raise QuestionError(f"the header is not CSV: {error}") from None
            row, record, complete = found
            if complete or not text:
                cut = start + len(record)
                return row, text[:cut], text[cut:]
            if len(text) > csvtext.LONGEST:
                break
        raise QuestionError("the header opens a quote that is never closed")

    def column(self, name: str) -> int:
        """Return a column's place; raises QuestionError where the name is not one column's."""
        if not self.header:
            raise QuestionError("the first line is empty: it must name the columns")
        if self.header.count(name) > 1:
            raise QuestionError(f"several columns are called {name!r}: rename all but one")
        if name not in self.header:
            known = ", ".join(map(repr, self.header))
            raise QuestionError(f"no column is called {name!r}: the columns are {known}")
        return self.header.index(name)

    def annotated(
        self, state: int, day: int, annotator: Annotator, added: Sequence[str]
    ) -> Generator[str]:
        """Yield the text with the added columns, a block at a time, the header first."""
        end = ending(self.head)
        yield self.head.removesuffix(end) + Joiner(self.delimiter)(added) + end
        line = 1 + (self.head.count("\n") or 1)
        width = len(self.header)
        work = Appender(annotator, self.delimiter, width, (state, day), line)
        pending = ""
        for more in chain([self.rest], self.texts):
            done, pending = work.block(pending + more)
            if len(pending) > csvtext.LONGEST:
                raise QuestionError(f"line {work.line}: a quote is opened and never closed")
            yield done
        yield work.by_records(pending, last=True)[0]
