"""YAML, read strictly and written plainly: the one home of the yaml library.

YAML 1.1 reads NO as false, an unquoted 12:30 as 750, the last of two equal keys in silence.
Here a key may stand once, words stay text or are refused, and everything has its line.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import yaml

from icc_status.errors import RegistryError
from icc_status.loading.faults import MOST, Fault, Path, place

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes a value each time it stands there, never as an alias of an earlier one."""

    def ignore_aliases(self, data: object) -> bool:
        """Say yes of all."""
        return True


_TAG = "tag:yaml.org,2002:"

NUMBER = re.compile("0|[1-9][0-9]{0,8}")
DEEPEST = 20
MOST_EVENTS = 400_000
"""Nearly thirty times as many as the registry has; they are read in a few seconds."""
JOINERS = "\u200c\u200d"
NESTED = "not a registry: nested too deep"


@dataclass
class Document:
    """Plain data from a YAML text: mappings, lists, text, days, whole numbers, true and false.

    `lines` has the line of every mapping, list and value by its path; `faults` what YAML
    itself would have let pass.
    """

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """Return the line of the nearest thing at or above a path."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read(text: str, most: int = MOST_EVENTS) -> Document:
    """Read a YAML text; raises RegistryError where it is not YAML, too deep or too full."""
    try:
        return _Builder(text, most).document()
    except yaml.YAMLError as error:
        told = _first_line(error)  # the library's own end to nesting may come before ours
        raise RegistryError(NESTED if "nesting depth" in told else f"not YAML: {told}") from None


def write(data: object) -> str:
    """Return plain data as YAML, keys in their order, letters as they are."""
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**16))


def _first_line(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"line {mark.line + 1}: {problem}" if mark else str(problem)


def _printable(text: str) -> bool:
    """Tell whether a text shows all it holds; joiners are part of how some names are written."""
    return text.isprintable() or all(c.isprintable() or c in JOINERS for c in text)


class _Builder:
    """Turns YAML's events into plain data, and what YAML would let pass into faults.

    Events come one by one: a text too deep or too full is refused where it becomes so.
    """

    def __init__(self, text: str, most: int) -> None:
        self.loader = _Loader(text)
        self.lines: dict[Path, int] = {}
        self.slips: list[tuple[Path, str, int]] = []
        self.most = self.room = most

    def document(self) -> Document:
        """Return all that the text holds."""
        data = None
        self.next()
        if not self.loader.check_event(yaml.StreamEndEvent):
            self.next()
            data = self.build(self.next(), ())
            self.next()
        if not isinstance(event := self.next(), yaml.StreamEndEvent):
            line = event.start_mark.line + 1
            raise RegistryError(f"not YAML: line {line}: but found another document")
        faults = [Fault(place(data, path), message, line) for path, message, line in self.slips]
        return Document(data, self.lines, faults)

    def next(self) -> Any:
        """Return the next event of the text."""
        if self.room == 0:
            raise RegistryError(f"cannot be read: it holds more than {self.most} YAML events")
        self.room -= 1
        return self.loader.get_event()

    def fault(self, event: Any, path: Path, message: str) -> None:
        if len(self.slips) <= MOST:
            self.slips.append((path, message, event.start_mark.line + 1))

    def build(self, event: Any, path: Path) -> Any:
        self.lines[path] = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, path, "anchors and aliases are not used here; write it out")
            return None
        if len(path) >= DEEPEST:
            raise RegistryError(NESTED)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        return dict(self.items(path)) if is_mapping else list(self.entries(path))

    def entries(self, path: Path) -> Iterator[Any]:
        for i in count():
            if isinstance(event := self.next(), yaml.SequenceEndEvent):
                return
            yield self.build(event, (*path, i))

    def items(self, path: Path) -> Iterator[tuple[str, Any]]:
        keys: set[str] = set()
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or self.kind(key) not in {"str", "int"}:
                self.fault(key, path, "this key is not text to YAML; quote it")
                self.skip(key)
                self.skip(self.next())
                continue
            if key.value in keys:
                self.fault(key, path, f"the key {key.value[:40]!r} stands twice; keep one")
            keys.add(key.value)
            yield key.value, self.build(self.next(), (*path, key.value))

    def skip(self, event: Any) -> None:
        """Pass over all that an event begins."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            if depth > DEEPEST:
                raise RegistryError(NESTED)
            event = self.next()

    def kind(self, event: yaml.ScalarEvent) -> str:
        """Return what a word, a number or a day is to YAML."""
        tag = event.tag
        if tag is None or tag == "!":
            tag = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        return str(tag).removeprefix(_TAG)

    def scalar(self, event: yaml.ScalarEvent, path: Path) -> Any:
        text, kind = str(event.value), self.kind(event)
        if kind == "str":
            if not _printable(text):
                self.fault(event, path, "holds an unprintable character; remove it")
            return text
        if kind == "bool" and text in {"true", "false"}:
            return text == "true"
        if kind == "int" and NUMBER.fullmatch(text):
            return int(text)
        if kind == "timestamp":
            return self.day(event, path)
        if kind == "null":
            self.fault(event, path, "is empty; leave the field out")
        else:
            self.fault(event, path, f"{text[:40]} is not text to YAML; quote it")
        return None

    def day(self, event: yaml.ScalarEvent, path: Path) -> dt.date | None:
        try:
            if len(event.value) == len("2002-07-01"):
                return dt.date.fromisoformat(event.value)
        except ValueError:
            pass
        self.fault(event, path, f"{event.value[:40]} is no day; write one such as 2002-07-01")
        return None
