"""The file states.quick: every state's answers, ready to be printed. Written and read here.

The first line has, between tabs: the key of the snapshot, the fingerprint of all other lines,
`as_of`, the day from which the registry is stale, and the groups, between commas.
Then comes a line for the key of each name in ASCII, with the code of its state; and a line for
each state, by name: "@" and its code, its name, and its spans of days. A span is its first day,
the status, the first day of the status and the groups that the state is in, between bars.

This module imports next to nothing: `quick` needs it at every start.
"""

from icc_status.loading.fingerprint import fingerprint, snapshot_key

NAME = "states.quick"

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
        code = self._after(f"\n{key}\t")
        return "\t".join([code, self._after(f"\n@{code}\t")]) if code else ""

    def _after(self, start: str) -> str:
        """Return the rest of the line that begins so, or ""."""
        at = self._body.find(start)
        return self._body[at + len(start) : self._body.index("\n", at + 1)] if at >= 0 else ""


def quick_file(folder: str) -> QuickFile | None:
    """Return the file in a folder, or None unless it is whole and fits states.yaml beside it.

    Raises OSError or ValueError where either file cannot be read.
    """
    with open(folder + "states.yaml", "rb") as file:
        key = snapshot_key(file.read())
    with open(folder + NAME, "rb") as file:
        head, body = file.read().split(b"\n", 1)
    held, whole, *about = head.decode().split("\t")
    fits = (held, whole) == (key, fingerprint(body))
    return QuickFile(about, body.decode()) if fits else None


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
