"""What stands beside a status: other agreements, declarations, and situations of the Court."""

import datetime as dt
from collections.abc import Iterator

from icc_status.model.acts import INSTRUMENTS, Kind, Source
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.state import State

Line = tuple[str, tuple[Source, ...]]
DECLARING = {Kind.DECLARATION, Kind.DECLARATION_WITHDRAWAL}


def agreements(state: State, registry: Registry, on: dt.date) -> Iterator[Line]:
    """Yield what the state did by a day towards each agreement, and the sources."""
    for key, instrument in registry.instruments.items():
        acts = [a for a in state.agreements if a.instrument is instrument and a.done_by(on)]
        if acts:
            said = ", ".join(f"{act.kind} {act.date}" for act in acts)
            sources = tuple(dict.fromkeys(source for act in acts for source in act.sources))
            yield f"Beside the Statute: {instrument.title} ({key}): {said}.", sources


def none_listed(state: State, registry: Registry) -> Iterator[Line]:
    """Yield that the full list of declarations has none of a state that signed or joined."""
    source = registry.lists.get("declarations")
    acts = [act for act in state.acts if act.kind in {Kind.SIGNATURE, *INSTRUMENTS}]
    if source is None or not acts:
        return
    if not any(act.kind in DECLARING or source in act.sources for act in state.acts):
        name = source.title.split(":")[0]
        yield f"Declarations on signing or joining: none listed ({name}).", (source,)


def before_the_court(docket: Docket, iso3: str, on: dt.date) -> Iterator[str]:
    """Yield the situations that concern a state by a day, and the decisions on the state itself.

    The day up to which situations are known is told: it may not be the registry's.
    """
    if situations := docket.concerning(iso3, on):
        briefs = "; ".join(situation.brief(on) for situation in situations)
        yield f"Situations concerning it (as of {docket.as_of}): {briefs}."
    for found in docket.found_against(iso3, on):
        decision = "; ".join(source.number or source.title for source in found.sources[:1])
        yield (
            f"The Court found on {found.date} that it had not complied with a request to cooperate"
            f" (Art. 87(7); {decision})."
        )
