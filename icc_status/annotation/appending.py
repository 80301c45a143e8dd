"""Answers appended to the text of records, whose cells, quotes and line ends stay as they were.

Lines free of quotes are split here, which is quick; all others go through the csv module, a block
at once where each line is a record, else record by record.
"""

import csv
from collections.abc import Iterable, Sequence
from itertools import repeat

from icc_status.annotation import csvtext
from icc_status.annotation.annotations import Annotator, UnresolvedError
from icc_status.annotation.csvtext import Joiner, ending, records
from icc_status.errors import QuestionError


class Appender:
    """Appends the answers to blocks of records, and knows the line it has come to."""

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
        """Return lines that are a record each with the answers, given the cells of each."""
        answers, stretches = self.annotator.answers, self.annotator.stretches
        tell, width, state, day = self.annotator.tell, self.width, self.state, self.day
        done: list[str] = []
        add = done.append
        try:
            for line, row in zip(lines, rows, strict=True):
                if len(row) == width:
                    name, on = row[state], row[day]
                    add(line + (answers[name][stretches[on]] or tell(name, on)))
                else:
                    add(self.ragged(line, row) if line else line)
        except UnresolvedError as error:
            raise UnresolvedError(f"line {self.line + len(done)}: {error}") from None
        self.annotator.tally.rows += len(lines) - done.count("")
        self.line += len(lines)
        add("")
        return end.join(done)

    def by_records(self, text: str, last: bool = False) -> tuple[str, str]:
        """Return any text with the answers, and the text of a record that goes on after it.

        A quote still open when nothing follows is closed, as the csv module reads it.
        """
        answers, stretches = self.annotator.answers, self.annotator.stretches
        done: list[str] = []
        try:
            for row, record, complete in records(text, self.delimiter):
                if not complete and not last:
                    return "".join(done), record
                end = ending(record) if complete else ""
                body = record.removesuffix(end) if complete else self.join(row)[1:]
                if len(row) == self.width:
                    name, on = row[self.state], row[self.day]
                    body += answers[name][stretches[on]] or self.annotator.tell(name, on)
                    done.append(body + end)
                else:
                    done.append((self.ragged(body, row) if row else body) + end)
                self.annotator.tally.rows += bool(row)
                self.line += record.count("\n") or 1
        except UnresolvedError as error:
            raise UnresolvedError(f"line {self.line}: {error}") from None
        except csv.Error as error:
            raise QuestionError(f"line {self.line}: not CSV: {error}") from None
        return "".join(done), ""

    def ragged(self, body: str, row: Sequence[str]) -> str:
        """Return a record with more or fewer cells than the header, with the answers.

        The answers stand under their header: short records are filled up with empty cells, and
        surplus cells of long ones follow the answers.
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
