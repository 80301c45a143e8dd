"""What a person should know of a comparison, beside the differences."""

from collections.abc import Sequence

from icc_status.audit.copies.lines import Copy
from icc_status.audit.expected import uncompared
from icc_status.audit.naming import Naming
from icc_status.model.registry import Registry

MANY = 20
LONG = 60


def remarks(registry: Registry, copy: Copy) -> list[str]:
    """Return what of a copy was not understood, and what was therefore not compared."""
    said = []
    if copy.unknown:
        rest = ", ".join(uncompared(copy.fields)) or "none"
        heads = _listed(copy.unknown)
        said.append(f"heads not understood: {heads}; fields of the registry not compared: {rest}")
    if unknown := Naming(registry).unknown(copy):
        names = _listed([repr(name) for name in unknown])
        said.append(f"names not known, lines taken by what stands beside them: {names}")
    return said


def _listed(texts: Sequence[str]) -> str:
    """Return a list in words, its end and long members cut off."""
    short = [text if len(text) <= LONG else f"{text[:LONG]}..." for text in texts[:MANY]]
    more = f" and {len(texts) - MANY} more" if len(texts) > MANY else ""
    return ", ".join(short) + more
