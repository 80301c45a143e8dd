"""The quick files: every state's answers, ready to be printed. Written and read here.

states.quick has the answers, and the names of states.yaml that lead to them.

The first line has, between tabs: the key of the snapshot, the fingerprint of all other lines,
`as_of`, the day from which the registry is stale, and the groups, between commas.
Then comes a line for the key of each name in ASCII, with the code of its state; and a line for
each state, by name: "@" and its code, its name, and its spans of days. A span is its first day,
the status, the first day of the status and the groups that the state is in, between bars.

names.quick has the names in other languages: its key and its fingerprint, then such lines.

This module imports next to nothing: `quick` needs it at every start.
"""

from icc_status.loading.fingerprint import fingerprint, snapshot_key

NAME = "states.quick"
LANGUAGES = "names.quick"

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing and collections.abc cost more than reading the file
    from collections.abc import Iterable

    Names = Iterable[tuple[str, str]]
    Spans = Iterable[tuple[str, str, str, Iterable[str]]]
    States = Iterable[tuple[str, str, Spans]]


def quick_text(
    yaml: bytes,
    as_of: str,
    stale_from: str,
    groups: "Iterable[str]",
    names: "Names",
    states: "States",
) -> str:
    """Return the text of the file.

    `names` are the keys of names with their codes; `states` are codes and names with their spans:
    each the first day, the status, its first day or "", and the groups.
    """
    lines = [f"{name}\t{code}\n" for name, code in names]
    for code, name, spans in states:
        texts = (f"{day}|{status}|{since}|{','.join(held)}" for day, status, since, held in spans)
        lines.append("\t".join([f"@{code}", name, *texts]) + "\n")
    body = "".join(lines)
    head = [snapshot_key(yaml), fingerprint(body.encode()), as_of, stale_from, ",".join(groups)]
    return "\t".join(head) + f"\n{body}"


def names_text(yaml: bytes, names: "Names") -> str:
    """Return the text of the file of names in other languages; `yaml` is that of both files."""
    body = "".join(f"{name}\t{code}\n" for name, code in names)
    return f"{snapshot_key(yaml)}\t{fingerprint(body.encode())}\n{body}"


class QuickFile:
    """The content of the file: `as_of`, `stale_from`, `groups`, and the answers."""

    def __init__(self, head: "list[str]", body: str) -> None:
        self.as_of, self.stale_from, groups = head
        self.groups = groups.split(",")
        self._body = f"\n{body}"

    def states(self) -> "list[str]":
        """Return the record of each state, by name."""
        return self._body.split("\n@")[1:]

    def find(self, key: str) -> str:
        """Return the record of the state that a name means, given the key of the name, or ""."""
        return self.record(_after(self._body, f"\n{key}\t"))

    def record(self, code: str) -> str:
        """Return the record of the state with a code, or ""."""
        return "\t".join([code, _after(self._body, f"\n@{code}\t")]) if code else ""


def quick_file(folder: str) -> QuickFile | None:
    """Return states.quick of a folder, or None unless it is whole and fits states.yaml beside it.

    Raises OSError or ValueError where either file cannot be read.
    """
    about, body = _read(folder, NAME, "states.yaml")
    return QuickFile(about, body) if about else None


def code_in_languages(folder: str, key: str) -> str:
    """Return the code of the state that has a name in another language, given its key, or "".

    Raises OSError or ValueError where a file cannot be read.
    """
    _, body = _read(folder, LANGUAGES, "states.yaml", "names.yaml")
    return _after(f"\n{body}", f"\n{key}\t")


def _read(folder: str, name: str, *yaml: str) -> "tuple[list[str], str]":
    """Return the rest of a file's first line and all other lines; nothing unless it fits."""
    content = b""
    for one in yaml:
        with open(folder + one, "rb") as file:
            content += file.read()
    with open(folder + name, "rb") as file:
        head, body = file.read().split(b"\n", 1)
    key, whole, *about = head.decode().split("\t")
    fits = (key, whole) == (snapshot_key(content), fingerprint(body))
    return (about, body.decode()) if fits else ([], "")


def _after(body: str, start: str) -> str:
    """Return the rest of the line that begins so, or ""."""
    at = body.find(start)
    return body[at + len(start) : body.index("\n", at + 1)] if at >= 0 else ""


def answer_on(record: str, day: str) -> "tuple[str, str, list[str]] | None":
    """Return a state's code, its line for a pipe and its groups on a day; None before it existed.

    The line has the code, the name, the status and its first day, between tabs.
    """
    code, name, *spans = record.rstrip("\n").split("\t")
    for span in reversed(spans):
        first, status, since, groups = span.split("|")
        if first <= day:
            return code, f"{code}\t{name}\t{status}\t{since}\n", groups.split(",")
    return None
