"""Which state a line of a copy is about, by its codes and its name."""

from icc_status.audit.copies.lines import Copy, Line
from icc_status.model.normalize import fold
from icc_status.model.registry import Registry
from icc_status.model.state import State


class Naming:
    """The names of a registry's states as a copy uses them, those of the depositary first."""

    def __init__(self, registry: Registry) -> None:
        self.names = registry.names
        self.official = {fold(state.un_name): state for state in registry}

    def state(self, line: Line) -> State | None:
        """Return the state of the first code or name in a line that is a state's."""
        found = (self._state(fold(name)) for name in line.names)
        return next(filter(None, found), None)

    def contradictions(self, line: Line, state: State) -> list[str]:
        """Return the codes and names in a line that belong to another than its state."""
        return [name for name in line.names if not self._may_be(fold(name), state)]

    def unknown(self, copy: Copy) -> list[str]:
        """Return the codes and names that nothing has here, in lines whose state is known."""
        return [
            name
            for line in copy.lines
            if len(line.names) > 1 and self.state(line)
            for name in line.names
            if not self._known(fold(name))
        ]

    def _state(self, key: str) -> State | None:
        """Find a state as the depositary names it: "Congo" is its name for one of the two."""
        if key in self.official:
            return self.official[key]
        unclear = key in self.names.ambiguous or key in self.names.not_states
        return None if unclear else self.names.states.get(key)

    def _known(self, key: str) -> bool:
        names = self.names
        return key in names.states or key in names.ambiguous or key in names.not_states

    def _may_be(self, key: str, state: State) -> bool:
        named = self._state(key)
        if named is None and key in self.names.ambiguous:
            return state in self.names.ambiguous[key]
        return named is state or not self._known(key)
