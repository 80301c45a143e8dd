"""What the Court has to do with a state, in sentences."""

import datetime as dt
from collections.abc import Iterator

from icc_status.model.situations import Docket


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
