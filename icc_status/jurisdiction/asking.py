"""Ask about jurisdiction in Python, as the verb `jurisdiction` does on the command line."""

import datetime as dt
from collections.abc import Iterable

from icc_status.errors import QuestionError
from icc_status.jurisdiction.answer import Answer, answer
from icc_status.jurisdiction.extent import find_place
from icc_status.jurisdiction.question import Crime, Question
from icc_status.loading import registry as registry_reader
from icc_status.loading import situations as situations_reader
from icc_status.model.registry import Registry
from icc_status.model.situations import Docket
from icc_status.model.treaty import check_day

Names = str | Iterable[str]


def ask(
    *,
    territory: Names = (),
    nationality: Names = (),
    on: dt.date | str,
    until: dt.date | str | None = None,
    crime: Crime | str = Crime.ANY,
    registry: Registry | None = None,
    situations: Docket | None = None,
) -> Answer:
    """Return whether the preconditions of jurisdiction are met (Arts. 11 to 15 ter).

    `territory` and `nationality` are each a name or several; `on` is the day of the conduct, or
    its first day where `until` is its last. The answer has `verdict`, `grounds`, `conditions`,
    `situations`, `notes` and `sources`. Raises QuestionError for a question at fault.
    """
    registry = registry or registry_reader.load()
    docket = situations or situations_reader.load()
    first = check_day(on)
    question = Question(
        places=tuple(dict.fromkeys(find_place(name, registry) for name in _names(territory))),
        nationalities=tuple(dict.fromkeys(registry.find(name) for name in _names(nationality))),
        first=first,
        last=first if until is None else check_day(until),
        crime=_crime(crime),
    )
    return answer(question, registry, docket)


def _crime(given: Crime | str) -> Crime:
    try:
        return Crime(given)
    except ValueError:
        raise QuestionError(f"no crime is called {given!r}: give {' or '.join(Crime)}") from None


def _names(given: Names) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
