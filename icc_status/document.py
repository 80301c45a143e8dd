"""YAML, read strictly and written plainly: the one home of the yaml library.

YAML 1.1 reads NO as false, an unquoted 12:30 as 750, the last of two equal keys in silence.
Here a key may stand once, words stay text or are refused, and everything has its line.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from icc_status.errors import RegistryError

Path = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes a value each time it stands there, never as an alias of an earlier one."""

    def ignore_aliases(self, data: object) -> bool:
        """Say yes of all."""
        return True


_TAG = "tag:yaml.org,2002:"

NUMBER = re.compile("0|[1-9][0-9]{0,8}")
DEEPEST = 20
MANY = 1000
NESTED = "not a registry: nested too deep"


@dataclass(frozen=True)
class Fault:
    """Something wrong with a registry: where, and what to do about it."""

    place: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        at = f"line {self.line}: " if self.line else ""
        told = f"{at}{self.place}: {self.message}" if self.place else f"{at}{self.message}"
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in told)  # one line, always


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


def read(text: str) -> Document:
    """Read a YAML text; raises RegistryError where it is not YAML at all."""
    document = Document()
    try:
        _refuse_depth(text)
        node = yaml.compose(text, Loader=_Loader)
        if node is not None:
            document.data = _Builder(document).build(node, ())
    except yaml.YAMLError as error:
        if "nesting depth" not in str(error):  # where some versions of the library stop
            raise RegistryError(f"not YAML: {_first_line(error)}") from None
        raise RegistryError(NESTED) from None
    except RecursionError:
        raise RegistryError(NESTED) from None
    return document


def _refuse_depth(text: str) -> None:
    """Raise RecursionError where the nesting would overflow the stack of the C loader.

    Only brackets and long lines can nest deep, so that most texts are not read twice.
    """
    lines = text.splitlines()
    if text.count("[") + text.count("{") < MANY and max(map(len, lines), default=0) < MANY:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise RecursionError


def write(data: object) -> str:
    """Return plain data as YAML, keys in their order, letters as they are."""
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**16))


def _first_line(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"line {mark.line + 1}: {problem}" if mark else str(problem)


class _Builder:
    """Turns nodes into plain data, and what YAML would let pass into faults."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def fault(self, node: yaml.Node, path: Path, message: str) -> None:
        place = ".".join(map(str, path))
        self.document.faults.append(Fault(place, message, node.start_mark.line + 1))

    def build(self, node: yaml.Node, path: Path) -> Any:
        self.document.lines[path] = node.start_mark.line + 1
        if id(node) in self.seen:
            self.fault(node, path, "anchors and aliases are not used here; write it out")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self.items(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self.scalar(node, path)

    def items(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        keys: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.tag.endswith(("str", "int")):
                self.fault(key, path, "this key is not text to YAML; quote it")
                continue
            if key.value in keys:
                self.fault(key, path, f"the key {key.value!r} stands twice; keep one")
            keys.add(key.value)
            yield key.value, self.build(value, (*path, key.value))

    def scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        text, kind = str(node.value), node.tag.removeprefix(_TAG)
        if kind == "str":
            if not all(c.isprintable() or c in "\u200c\u200d" for c in text):
                self.fault(node, path, "holds an unprintable character; remove it")
            return text
        if kind == "bool" and text in {"true", "false"}:
            return text == "true"
        if kind == "int" and NUMBER.fullmatch(text):
            return int(text)
        if kind == "timestamp":
            return self.day(node, path)
        if kind == "null":
            self.fault(node, path, "is empty; leave the field out")
        else:
            self.fault(node, path, f"{text[:40]} is not text to YAML; quote it")
        return None

    def day(self, node: yaml.ScalarNode, path: Path) -> dt.date | None:
        try:
            if len(node.value) == len("2002-07-01"):
                return dt.date.fromisoformat(node.value)
        except ValueError:
            pass
        self.fault(node, path, f"{node.value[:40]} is no day; write one such as 2002-07-01")
        return None
