"""Append to each row of a CSV stream the answers for its states on its days.

What a row was stays as it was. Blocks of lines are split at the delimiters, which is quick; where
quotes hold delimiters or line ends, these are hidden first. Only a block that has quotes in other
places goes record by record through the csv module.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from icc_status.annotation import csvtext
from icc_status.annotation.annotations import Annotator, UnresolvedError
from icc_status.annotation.csvtext import Joiner, ending
from icc_status.annotation.days import PARTS
from icc_status.annotation.header import Header
from icc_status.annotation.tally import RowCounts
from icc_status.errors import QuestionError

PIECE = 1 << 12
"""How many characters are tried at once after a whole block has proved unusual."""

LONG_RECORD = 8 * PIECE
"""A record that goes on for so long is read once, with the rest of its block."""


class Pair(NamedTuple):
    """A column of states with the columns of its day: one, or those of year, month and day.

    The names of the columns that are added for it begin with the label.
    """

    annotator: Annotator
    state: int
    day: tuple[int, ...]
    label: str = ""

    @property
    def about(self) -> str:
        """How a line about the pair begins."""
        return f"{self.label.rstrip('_')}: " if self.label else ""

    def answer(self, row: Sequence[str], raw: bool) -> str:
        """Return the text to append to a row; `raw` says that its cells are as written."""
        lookup = self.annotator.raw if raw else self.annotator.read
        name, day = row[self.state], PARTS.join([row[place] for place in self.day])
        answer = lookup.answers[name][lookup.stretches[day]]
        return answer or self.annotator.tell(lookup.value(name), lookup.value(day))


class Appender:
    """Appends the answers to blocks of records, counts them, and knows the line it has come to."""

    def __init__(
        self, pairs: Sequence[Pair], delimiter: str, width: int, strict: bool = False
    ) -> None:
        self.pairs = pairs
        self.delimiter = delimiter
        self.width = width
        self.line = 1
        self.strict = strict
        self.counts = RowCounts()
        self.answered: list[str] = []
        for pair in pairs:
            pair.annotator.line_now = self.line_now

    def line_now(self) -> int:
        """Return the line of the row that is being answered."""
        before = "\n".join([*self.answered, ""])
        return self.line + before.count("\n") + before.count(csvtext.HIDDEN["\n"])

    def appended(
        self, header: Header, texts: Iterable[str], added: Sequence[str]
    ) -> Generator[str]:
        """Yield the text with the added columns, a block at a time.

        The states of the first block are judged before even the header is yielded.
        """
        end = ending(header.text)
        head = header.text.removesuffix(end) + Joiner(self.delimiter)(added) + end
        self.line += header.lines
        unfinished = ""
        for text in chain([header.rest], texts):
            block, unfinished = self.block(unfinished + text)
            if len(unfinished) > csvtext.LONGEST:
                raise QuestionError(f"line {self.line}: a quote is opened and never closed")
            head += block
            if self.counts.rows or len(head) > csvtext.LONGEST:
                self.judge()
                yield head
                head = ""
        block, _ = self.by_records(unfinished, last=True)
        self.judge()
        yield head + block

    def judge(self) -> None:
        """Judge each column of states once; raises QuestionError if one must be read otherwise."""
        for pair in self.pairs:
            if not pair.annotator.judged:
                pair.annotator.judge()

    def block(self, text: str) -> tuple[str, str]:
        """Return a block with the answers, and the text of a record that goes on after it."""
        answered = self.by_block(text)
        if answered is not None:
            return answered
        texts: list[str] = []
        unfinished = ""
        for piece in csvtext.pieces(text, PIECE):  # so that few lines are read record by record
            unfinished += piece
            if len(unfinished) < LONG_RECORD:
                done, unfinished = self.by_block(unfinished) or self.by_records(unfinished)
                texts.append(done)
        if len(unfinished) >= LONG_RECORD:
            done, unfinished = self.by_records(unfinished)
            texts.append(done)
        return "".join(texts), unfinished

    def by_block(self, text: str) -> tuple[str, str] | None:
        """Return the same as `block`, or None where quotes or line ends are not as usual."""
        raw = '"' in text
        if self.counts.escapes and csvtext.ESCAPED in text:
            return None
        if raw and (quoted := csvtext.all_quoted(text, self.delimiter, self.width)):
            return self.by_quoted(quoted)
        hidden = csvtext.hide(text, self.delimiter) if raw else text
        end = None if hidden is None else csvtext.one_ending(hidden)
        if hidden is None or end is None:
            return None
        lines = hidden.split(end)
        unfinished = lines.pop()
        rows = map(str.split, lines, repeat(self.delimiter))
        answered = self.by_lines(lines, rows, end, raw)
        if hidden is text:
            return answered, unfinished
        inside = csvtext.HIDDEN["\n"]
        self.line += hidden.count(inside) - unfinished.count(inside)
        return csvtext.show(answered, self.delimiter), csvtext.show(unfinished, self.delimiter)

    def by_quoted(self, quoted: csvtext.QuotedRows) -> tuple[str, str]:
        """Return the same as `block` for records of which every cell is quoted."""
        answered = self.by_lines(quoted.lines, quoted.rows, f'{quoted.end}"', raw=False)
        self.line += quoted.text.count("\n") - len(quoted.lines)
        return f'"{answered[:-1]}', quoted.rest

    def by_lines(self, lines: list[str], rows: Iterable[list[str]], end: str, raw: bool) -> str:
        """Return lines with the answers, given the cells of each. Each line is one record."""
        answered: list[str] = []
        self.answered = answered
        try:
            self._answer_lines(lines, rows, raw, answered.append)
        except (UnresolvedError, QuestionError) as error:
            raise type(error)(f"line {self.line_now()}: {error}") from None
        self.counts.rows += len(lines) - answered.count("")
        self.line += len(lines)
        self.answered = []
        answered.append("")
        return end.join(answered)

    def _answer_lines(
        self, lines: list[str], rows: Iterable[list[str]], raw: bool, add: Callable[[str], None]
    ) -> None:
        if len(self.pairs) > 1 or len(self.pairs[0].day) > 1 or self.width == 1:
            for line, row in zip(lines, rows, strict=True):
                add(line and self.answer(line, row, raw))
            return
        annotator, state, (day,), _ = self.pairs[0]  # below the same for one pair, which is quicker
        answers, stretches, value = annotator.raw if raw else annotator.read
        tell, width = annotator.tell, self.width
        for line, row in zip(lines, rows, strict=True):
            if len(row) == width:
                name, on = row[state], row[day]
                add(line + (answers[name][stretches[on]] or tell(value(name), value(on))))
            else:
                add(line and self.answer(line, row, raw))

    def answer(self, body: str, cells: list[str], raw: bool) -> str:
        """Return a record with the answers, which stand under their header.

        A record shorter than the header is filled up with empty cells; the surplus cells of a
        longer one follow the answers. `raw` says that the cells are as written.
        """
        missing = self.width - len(cells)
        if missing:
            self.counts.ragged += 1
            cells = [*cells, *[""] * missing]
        answer = "".join(pair.answer(cells, raw) for pair in self.pairs)
        if missing >= 0:
            return body + self.delimiter * missing + answer
        written = cells if raw else csvtext.raw_cells(body, self.delimiter)
        first, surplus = written[: self.width], written[self.width :]
        return self.delimiter.join(first) + answer + self.delimiter.join(["", *surplus])

    def by_records(self, text: str, last: bool = False) -> tuple[str, str]:
        """Return any text with the answers, and the text of a record that goes on after it."""
        answered: list[str] = []
        counts, width = self.counts, self.width
        for record in csvtext.records(text, self.delimiter, width, counts.escapes):
            if record.is_open and not last:
                return "".join(answered), record.text
            try:
                answered.append(self._answer_record(record))
            except (UnresolvedError, QuestionError) as error:
                raise type(error)(f"line {self.line}: {error}") from None
            self.line += record.text.count("\n") or 1
        return "".join(answered), ""

    def _answer_record(self, record: csvtext.Record) -> str:
        """Return a record with the answers; one that is no CSV is returned as it is."""
        end = ending(record.text)
        body = record.text.removesuffix(end)
        if not body:
            return end
        self.counts.rows += 1
        if record.cells is None:
            self._leave(body)
            return record.text
        return self.answer(body, record.cells, raw=False) + end

    def _leave(self, body: str) -> None:
        """Count a record that is left as it is."""
        self.counts.add_irregular(self.line, escapes=csvtext.ESCAPED in body)
        if self.strict:
            raise UnresolvedError("a quote stands where the rules of CSV have no place for it")
