"""What an answer on jurisdiction says, word for word: its grounds, their days, sources and notes.

A note that begins with "?" says what may change the answer.

After a change on purpose `make grounds` writes it down anew; what differs is what to read.
"""

import datetime as dt
from dataclasses import asdict
from pathlib import Path

import pytest

from icc_status import load
from icc_status.jurisdiction.answer import Answer, answer, record
from icc_status.jurisdiction.extent import find_place
from icc_status.jurisdiction.question import Crime, Question
from icc_status.jurisdiction.sentences import days_within, folded, headline, phase_words
from icc_status.loading import situations as situations_reader

REGISTRY = load()
DOCKET = situations_reader.load()
EXPECTED = Path(__file__).parent / "expected" / "grounds.txt"
MARK = "=== "
QUESTIONS = """
egypt | egypt | 2013-05-31 | any
libya | libya | 2012-01-01 | any
palestine | | 2002-06-30 | any
france | united kingdom | 2022-02-24 | aggression
germany | france | 2022-02-24 | aggression
germany | kenya | 2022-02-24 | aggression
germany | spain | 2018-07-16 | aggression
germany | spain | 2018-07-17 | aggression
germany | | 2022-02-24 | aggression
kiribati | france | 2022-02-24 | aggression
armenia | germany | 2024-03-01 | aggression
germany | armenia | 2024-03-01 | aggression
chagos | germany | 2022-02-24 | aggression
golan | germany | 2022-02-24 | aggression
golan | israel | 2022-02-24 | aggression
golan | libya | 2022-02-24 | aggression
abyei | | 2022-02-24 | aggression
jerusalem | | 2022-02-24 | aggression
kosovo | germany | 2022-02-24 | aggression
kosovo | | 2022-02-24 | aggression
western sahara | spain | 2022-02-24 | aggression
western sahara | usa | 2022-02-24 | aggression
high seas | germany | 2022-02-24 | aggression
high seas | russia | 2022-02-24 | aggression
high seas | | 2022-02-24 | aggression
high seas | guatemala | 2022-02-24 | aggression
darfur | chad | 2022-02-24 | aggression
darfur | libya | 2022-02-24 | aggression
sudan | germany | 2022-02-24 | aggression
france | guatemala | 2018-02-17 | aggression
france | guatemala | 2022-02-24 | aggression
guatemala | france | 2022-02-24 | aggression
germany + libya | france + kenya | 2018-07-01 to 2018-08-31 | aggression
| guatemala | 2022-02-24 | aggression
| germany | 2018-07-16 | aggression
jersey | germany | 2022-02-24 | aggression
tokelau | germany | 2022-02-24 | aggression
tokelau | | 2022-02-24 | aggression
libya | | 2022-02-24 | aggression
libya | egypt | 2018-07-17 | aggression
syria | | 2022-02-24 | aggression
| germany | 2022-02-24 | aggression
| kenya | 2022-02-24 | aggression
| russia | 2022-02-24 | aggression
bermuda | usa | 2010-03-10 | any
chagos | usa | 2020-01-01 | any
egypt | libya | 2020-01-01 | any
germany | germany | 2002-06-01 to 2002-07-01 | any
germany | germany | 2002-06-30 | any
greenland | usa | 2004-10-01 | any
greenland | | 2004-09-30 | any
ivory coast | ivory coast | 2002-09-18 | any
jersey | usa | 2020-01-01 | any
libya | libya | 2010-12-01 to 2011-01-31 | any
montenegro | usa | 2005-06-01 | any
niger | niger | 2027-06-17 | any
philippines | philippines | 2019-03-15 | any
philippines | philippines | 2019-03-17 | any
russia | ukraine | 2024-08-10 | any
rwanda | france | 2008-07-01 | any
sudan | russia | 2004-01-01 | any
ukraine | russia | 2025-01-01 | any
venezuela | | 2027-07-01 | any
| russia | 2016-09-01 | any
colombia | france | 2006-01-01 | war-crimes
georgia + ukraine | armenia + france | 2025-06-01 | war-crimes
georgia + kenya | | 2012-01-01 to 2018-01-01 | war-crimes
syria + iraq | usa + france | 2020-01-01 | war-crimes
andorra | andorra | 2025-12-01 | war-crimes
darfur | france | 2005-06-01 | war-crimes
rwanda | france | 2008-08-13 | war-crimes
ukraine | ukraine + russia | 2025-03-01 | war-crimes
western sahara | usa | 2020-01-01 | any
kosovo | | 2010-01-01 | any
abyei | sudan | 2012-01-01 | any
darfur | sudan | 2002-06-30 to 2002-07-02 | any
sudan | sudan | 2005-03-30 | any
libya | usa | 2011-02-14 to 2011-02-15 | any
high seas | | 2010-01-01 | any
mali + niger | france | 2013-01-01 to 2013-12-31 | genocide
nigeria | | 2021-01-01 | any
gabon | | 2016-01-01 | any
libya | south sudan | 2011-03-01 | any
libya | france | 2011-03-01 | any
liberia | usa | 2003-07-31 to 2004-10-01 | any
liberia | ghana | 2003-09-01 | any
liberia | | 2005-01-01 | any
liberia | ghana | 2005-01-01 | any
mali | | 2028-01-01 | any
afghanistan + poland | usa | 2003-01-01 to 2005-12-31 | any
myanmar + bangladesh | | 2010-01-01 to 2017-12-31 | any
bangladesh + myanmar | myanmar | 2017-09-01 | any
comoros | israel | 2010-05-31 | any
south georgia | | 2010-01-01 | any
kosovo + golan | | 2002-06-30 | any
kosovo + abkhazia | france | 2010-01-01 | any
burundi | mali | 2010-01-01 | any
syria | burundi | 2016-01-01 | any
iraq + mali | burundi + philippines | 2016-01-01 | any
darfur + libya | | 2011-05-01 | any
falkland islands | usa | 2005-01-01 | any
gibraltar | | 2015-04-19 to 2015-04-20 | any
isle of man | | 2012-12-15 | any
anguilla | | 2005-01-01 | any
england | | 2005-01-01 | any
abkhazia | russia | 2008-08-10 | any
syria | sudan | 2002-06-30 to 2002-07-01 | any
kenya | uganda | 2002-07-15 | any
ukraine | russia | 2026-11-01 | any
philippines | usa | 2015-01-01 | war-crimes
syria | russia + france | 2020-01-01 | any
burundi + philippines | | 2016-01-01 to 2020-01-01 | any
""".strip().splitlines()
"""Territories | nationalities | days | crime: between them they reach every line of the law."""


def told(question: str) -> str:
    """Return all that the answer to a question says."""
    places, nationals, days, crime = (part.strip() for part in question.split("|"))
    first, _, last = days.partition(" to ")
    asked = Question(
        tuple(find_place(name, REGISTRY) for name in places.split(" + ") if name),
        tuple(REGISTRY.find(name) for name in nationals.split(" + ") if name),
        dt.date.fromisoformat(first),
        dt.date.fromisoformat(last or first),
        Crime(crime),
    )
    answered = answer(asked, REGISTRY, DOCKET)
    found = record(answered, DOCKET)
    lines = _lines(found["question"], *found["grounds"], *found["situations"])
    marked = [
        f"{'?' if note.changes else '*'} {note.text} {_value(list(map(asdict, note.sources)))}\n"
        for note in answered.notes
    ]
    return f"{found['verdict']}\n{_printed(answered)}{lines}{''.join(marked)}"


def _printed(found: Answer) -> str:
    """Return the sentences that a person reads: the headline, its conditions, and the grounds."""
    words = headline(found)
    grounds = "".join(
        f"> {one.article} ({one.basis}): {days_within(one, found.question)}{one.finding.name}\n"
        for one in folded(found.grounds)
    )
    stood = "".join(
        f"> {phase_words(one, found.question.last, DOCKET.as_of)}\n" for one in found.situations
    )
    conditions = "".join(f"> if {condition}\n" for condition in found.conditions)
    return f"{words}\n{conditions}{grounds}{stood}"


def _lines(*objects: dict[str, object]) -> str:
    return "".join(
        "- " + "\n  ".join(f"{key}: {_value(value)}" for key, value in each.items()) + "\n"
        for each in objects
    )


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(
            item if isinstance(item, str) else str(item.get("key", item)) for item in value
        )
    return str(value)


def expected() -> dict[str, str]:
    """Return what is written down, by question."""
    sections = EXPECTED.read_text(encoding="utf-8").split(MARK)[1:]
    return dict(section.split("\n", 1) for section in sections)


def test_every_question_is_written_down():
    """The file holds the questions, in their order, and no other."""
    assert QUESTIONS == list(expected())


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_word_for_word(question):
    """Each ground keeps its article, days, reason and sources; each note its words."""
    assert expected()[question] == told(question)
