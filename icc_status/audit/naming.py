"""Which state a line of a copy is about, and what of a copy was not understood."""

from collections.abc import Sequence

from icc_status.audit.copies.lines import Copy, Line
from icc_status.audit.expected import uncompared
from icc_status.model.names import Meaning
from icc_status.model.normalize import key
from icc_status.model.registry import Registry
from icc_status.model.state import State

MANY, LONG = 20, 60
"""How many names a remark lists, and how many letters of each."""


class Naming:
    """The names of a registry's states as a copy uses them: the depositary's names come first."""

    def __init__(self, registry: Registry) -> None:
        self.names = registry.names
        self.official = {key(state.un_name): state for state in registry}

    def state(self, line: Line) -> State | None:
        """Return the state of the first code or name in a line that is a state's."""
        meanings = map(self._meaning, line.names)
        return next((one for one in meanings if isinstance(one, State)), None)

    def contradictions(self, line: Line, state: State) -> list[str]:
        """Return the codes and names in a line that belong to another than its state."""
        return [name for name in line.names if not self._may_be(name, state)]

    def unknown(self, copy: Copy) -> list[str]:
        """Return the codes and names that no state has here, in lines whose state is known."""
        return [
            name
            for line in copy.lines
            if len(line.names) > 1 and self.state(line)
            for name in line.names
            if self._meaning(name) is None
        ]

    def _meaning(self, name: str) -> Meaning:
        """Read a name as the depositary means it: "Congo" is its name for one of the two."""
        return self.official.get(key(name)) or self.names.meaning(name)

    def _may_be(self, name: str, state: State) -> bool:
        meaning = self._meaning(name)
        if isinstance(meaning, tuple):
            return state in meaning
        return meaning is state or meaning is None


def remarks(registry: Registry, copy: Copy) -> list[str]:
    """Return what of a copy was not understood and not compared, a line for each kind."""
    lines = []
    if copy.unknown:
        rest = ", ".join(uncompared(copy.fields)) or "none"
        heads = _listed(copy.unknown)
        lines.append(f"heads not understood: {heads}; fields of the registry not compared: {rest}")
    if unknown := Naming(registry).unknown(copy):
        names = _listed([repr(name) for name in unknown])
        lines.append(f"names not known, lines taken by what stands beside them: {names}")
    return lines


def _listed(texts: Sequence[str]) -> str:
    """Return a list in words, with its end and its long members cut off."""
    short = [text if len(text) <= LONG else f"{text[:LONG]}..." for text in texts[:MANY]]
    more = f" and {len(texts) - MANY} more" if len(texts) > MANY else ""
    return ", ".join(short) + more
