"""Append to each row of a CSV stream the answer for its state on its day.

The cells, quotes and line ends of a row stay as they were. Lines free of quotes are split here,
which is quick. All others go through the csv module: a block at once where each line is a record,
else record by record.
"""

import csv
from collections.abc import Generator, Iterable, Sequence
from itertools import chain, repeat
from typing import BinaryIO

from icc_status.annotation import csvtext
from icc_status.annotation.annotations import Annotator, UnresolvedError
from icc_status.annotation.csvtext import Joiner, ending, records
from icc_status.errors import QuestionError

MARK = "\ufeff"


class Rows:
    """A CSV stream. Its header is read at once, its rows when they are asked for, once."""

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
                first = next(records(text[start:], self.delimiter), ([], "", False))
            except csv.Error as error:
                raise QuestionError(f"the header is not CSV: {error}") from None
            cells, record, complete = first
            if complete or not text:
                cut = start + len(record)
                return cells, text[:cut], text[cut:]
            if len(text) > csvtext.LONGEST:
                break
        raise QuestionError("the header opens a quote that is never closed")

    def column(self, name: str) -> int:
        """Return a column's place; raises QuestionError unless one column has the name."""
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
        """Yield the text with the added columns, a block at a time.

        The states of the first block are judged before even the header is yielded.
        """
        end = ending(self.head)
        head = self.head.removesuffix(end) + Joiner(self.delimiter)(added) + end
        line = 1 + (self.head.count("\n") or 1)
        appender = Appender(annotator, self.delimiter, len(self.header), (state, day), line)
        unfinished = ""
        for more in chain([self.rest], self.texts):
            text, unfinished = appender.block(unfinished + more)
            if len(unfinished) > csvtext.LONGEST:
                raise QuestionError(f"line {appender.line}: a quote is opened and never closed")
            if head and annotator.tally.rows:
                annotator.judge()
            if annotator.judged:
                yield head + text
                head = ""
            else:
                head += text
        text, _ = appender.by_records(unfinished, last=True)
        if head:
            annotator.judge()
        yield head + text


class Appender:
    """Appends the answers to blocks of records, and knows the line that it has come to."""

    def __init__(
        self, annotator: Annotator, delimiter: str, width: int, places: tuple[int, int], line: int
    ) -> None:
        self.annotator = annotator
        self.delimiter = delimiter
        self.join = Joiner(delimiter)
        self.width = width
        self.state, self.day = places
        self.line = line

    def block(self, text: str) -> tuple[str, str]:
        """Return a block with the answers, and the text of a record that goes on after it."""
        end = csvtext.one_ending(text)
        if end is None:
            return self.by_records(text)
        lines = text.split(end)
        lines.pop()
        if '"' not in text and self.width > 1:
            return self.by_lines(lines, map(str.split, lines, repeat(self.delimiter)), end), ""
        rows = csvtext.rows_of(lines, self.delimiter)
        if rows is None:
            return self.by_records(text)
        return self.by_lines(lines, rows, end), ""

    def by_lines(self, lines: list[str], rows: Iterable[list[str]], end: str) -> str:
        """Return lines with the answers, given the cells of each. Each line is one record."""
        answers, stretches = self.annotator.answers, self.annotator.stretches
        tell, width, state, day = self.annotator.tell, self.width, self.state, self.day
        answered: list[str] = []
        add = answered.append
        try:
            for line, row in zip(lines, rows, strict=True):
                if len(row) == width:
                    name, on = row[state], row[day]
                    add(line + (answers[name][stretches[on]] or tell(name, on)))
                else:
                    add(self.ragged(line, row) if line else line)
        except (UnresolvedError, QuestionError) as error:
            raise type(error)(f"line {self.line + len(answered)}: {error}") from None
        self.annotator.tally.rows += len(lines) - answered.count("")
        self.line += len(lines)
        add("")
        return end.join(answered)

    def by_records(self, text: str, last: bool = False) -> tuple[str, str]:
        """Return any text with the answers, and the text of a record that goes on after it.

        A quote that is still open at the end of the file is closed, as the csv module reads it.
        """
        answers, stretches = self.annotator.answers, self.annotator.stretches
        answered: list[str] = []
        try:
            for row, record, complete in records(text, self.delimiter):
                if not complete and not last:
                    return "".join(answered), record
                end = ending(record) if complete else ""
                body = record.removesuffix(end) if complete else self.join(row)[1:]
                if len(row) == self.width:
                    name, on = row[self.state], row[self.day]
                    body += answers[name][stretches[on]] or self.annotator.tell(name, on)
                    answered.append(body + end)
                else:
                    answered.append((self.ragged(body, row) if row else body) + end)
                self.annotator.tally.rows += bool(row)
                self.line += record.count("\n") or 1
        except (UnresolvedError, QuestionError) as error:
            raise type(error)(f"line {self.line}: {error}") from None
        except csv.Error as error:
            raise QuestionError(f"line {self.line}: not CSV: {error}") from None
        return "".join(answered), ""

    def ragged(self, body: str, row: Sequence[str]) -> str:
        """Return a record that has more or fewer cells than the header, with the answers.

        The answers stand under their header: a short record is filled up with empty cells, and
        the surplus cells of a long one follow the answers.
        """
        tally, width = self.annotator.tally, self.width
        tally.ragged += 1
        filled = [*row, *[""] * (width - len(row))]
        answer = self.annotator.tell(filled[self.state], filled[self.day])
        if len(row) < width:
            return body + self.delimiter * (width - len(row)) + answer
        if '"' not in body:
            surplus = self.delimiter.join(["", *row[width:]])
            return self.delimiter.join(row[:width]) + answer + surplus
        return self.join(row[:width])[1:] + answer + self.join(row[width:])
