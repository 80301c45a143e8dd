"""What is wrong with a text, where it stands as people name the place, and how many are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

Path = tuple[str | int, ...]

MOST = 1000
"""So many faults of one text are told; a text that has more is mended by another way."""
LONGEST = 1000
"""So many characters of one fault are told."""


@dataclass(frozen=True)
class Fault:
    """Something wrong with a registry: where, and what to do about it."""

    place: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        at = f"line {self.line}: " if self.line else ""
        told = f"{at}{self.place}: {self.message}" if self.place else f"{at}{self.message}"
        told = told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in told)  # one line, always


def some(faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults in the order of the text; of too many, the first found and one more."""
    return sorted(islice(faults, MOST + 1), key=lambda fault: fault.line or 0)


def summary(faults: list[Fault]) -> str:
    """Return the first fault, how many others there are, and how to see them; one line."""
    others = len(faults) - 1
    count = f"{others} more" if others < MOST else f"{MOST} or more other"
    more = f" (and {count} faults)" if others else ""
    return f"{faults[0]}{more}; 'icc-status validate FILE' names every fault"


def place(data: Any, path: Path) -> str:
    """Name a place: "RUS acts[1] date" rather than states.170.acts.1.date."""
    words: list[str] = []
    for step in path:
        data = _inside(data, step)
        if isinstance(step, str):
            words.append(step)
        elif name := _name(data):
            words[-1:] = [name]
        else:
            words[-1:] = [f"{''.join(words[-1:])}[{step}]"]
    return " ".join(words)


def _inside(data: Any, step: str | int) -> Any:
    """Return what stands there, or None: a key that stands twice holds only what came last."""
    if isinstance(data, list) and isinstance(step, int):
        return data[step] if step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None


def _name(data: Any) -> str | None:
    """Return the word by which a record is known."""
    if not isinstance(data, dict):
        return None
    return next((data[k] for k in ("iso3", "key", "name", "code") if _says(data.get(k))), None)


def _says(value: Any) -> bool:
    return isinstance(value, str) and value != ""
