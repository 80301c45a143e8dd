"""Time: nothing before 1 July 2002, and what continues across a starting day (Arts. 11, 24)."""

import datetime as dt

from icc_status.jurisdiction.grounds import Ground
from icc_status.model import treaty
from icc_status.model.situations import Docket
from icc_status.model.spans import ONE_DAY


def before_the_statute(day: dt.date, docket: Docket) -> Ground | None:
    """Return why nothing before entry into force is covered, on such a day (Arts. 11(1), 24)."""
    if day >= treaty.IN_FORCE:
        return None
    return Ground(
        "Arts. 11(1) and 24",
        "time",
        None,
        False,
        f"the Statute covers nothing before its entry into force on {treaty.IN_FORCE}; no"
        " declaration and no referral can reach further back",
        None,
        treaty.IN_FORCE - ONE_DAY,
        docket.cite("statute"),
    )


def continuing(first: dt.date, start: dt.date, docket: Docket) -> Ground:
    """Return the open ground of conduct that began on an uncovered day and went on (Art. 11)."""
    return Ground(
        "Arts. 11 and 24",
        "continuing conduct",
        None,
        None,
        f"conduct that began before {start} and went on past it: on one reading a continuing crime"
        f" is covered as a whole, on the other only what was done from {start} on",
        first,
        start - ONE_DAY,
        docket.cite("statute"),
    )
