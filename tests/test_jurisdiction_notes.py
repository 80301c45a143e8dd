"""What stands beside an answer: withdrawals, situations, amendments and doubts, for all days."""

import dataclasses
import datetime as dt
import re

import pytest
from test_jurisdiction import DOCKET, REGISTRY, ask, noted

from icc_status.jurisdiction.covering import reaches, scope_notes
from icc_status.jurisdiction.grounds import Finding
from icc_status.jurisdiction.membership import membership
from icc_status.jurisdiction.question import Place, Question
from icc_status.jurisdiction.sentences import phase_words
from icc_status.jurisdiction.withdrawal import leaving_notes, under_consideration
from icc_status.loading import situations as situations_reader
from icc_status.model.spans import ONE_DAY

CONSIDERED = "Under consideration before it left: "
BY_NOW = "Under consideration by now: "
BOTH = "have been under consideration before it left."

# A situation counts only if it covers what is asked about
LEAVING = [
    ("burundi", "burundi", "2015-04-25", None, BOTH),
    ("burundi", "burundi", "2015-04-26", None, f"{CONSIDERED}Burundi."),
    ("burundi", "burundi", "2015-04-27", None, f"{CONSIDERED}Burundi."),
    ("burundi", "burundi", "2017-10-26", None, f"{CONSIDERED}Burundi."),
    ("burundi", "burundi", "2010-01-01", "2015-04-25", BOTH),
    ("burundi", "burundi", "2010-01-01", "2015-04-26", f"{CONSIDERED}Burundi."),
    # Burundi's situation covers what its nationals do abroad, and not what others do there
    ("syria", "burundi", "2016-01-01", None, f"{CONSIDERED}Burundi."),
    ("syria", "burundi", "2015-04-25", None, BOTH),
    ("syria", "philippines", "2016-01-01", None, BOTH),
    ("myanmar", "philippines", "2017-09-01", None, BOTH),
    ("myanmar + syria", "philippines", "2017-09-01", None, BOTH),
    ("bangladesh + syria", "philippines", "2017-09-01", None, f"{CONSIDERED}Bangladesh/Myanmar."),
    ("philippines", "philippines", "2011-11-01", None, f"{CONSIDERED}Philippines."),
    ("mali", "mali", "2011-12-31", None, "on one reading of Art. 127(2)"),
    ("mali", "mali", "2012-01-01", None, f"{BY_NOW}Mali."),
    ("venezuela", "venezuela", "2013-12-31", None, "on one reading of Art. 127(2)"),
    ("venezuela", "venezuela", "2014-02-11", None, f"{BY_NOW}Venezuela II."),
    ("venezuela", "venezuela", "2014-02-12", None, f"{BY_NOW}Venezuela I; Venezuela II."),
    ("naoero", "", "2027-09-22", None, "confidence: single-source"),
    # Of a period, each day counts: it may begin before the state was a party
    ("burundi", "burundi", "2003-01-01", "2016-01-01", "The withdrawal of Burundi took effect"),
    ("burundi", "burundi", "2016-01-01", "2019-01-01", "The withdrawal of Burundi took effect"),
]


@pytest.mark.parametrize(("place", "nationals", "first", "last", "words"), LEAVING)
def test_what_a_withdrawal_leaves(place, nationals, first, last, words):
    """Under consideration is what covers the conduct; else both readings stand (Art. 127(2))."""
    said = [
        note for note in noted(ask(place, nationals, first, last=last)) if "withdrawal of" in note
    ]

    assert len(said) == 1
    assert words in said[0]


@pytest.mark.parametrize(
    ("places", "nationals", "kept"),
    [
        ("mali + niger", "", {"Mali"}),
        ("mali", "niger", {"Mali", "Niger"}),
        ("niger", "mali", set()),
        ("niger", "mali + niger", set()),
        ("mali + niger", "niger", {"Mali", "Niger"}),
    ],
)
def test_what_is_kept_of_one_state_keeps_nothing_of_another(places, nationals, kept):
    """The situation in Mali keeps what happens there, by whosever nationals, and nothing else."""
    found = {
        note.removeprefix("The withdrawal of ").split()[0]
        for note in noted(ask(places, nationals, "2013-01-01"))
        if BY_NOW in note
    }

    assert found == kept


BURUNDI = REGISTRY["BDI"]
LAST = dt.date(2017, 10, 26)
SITUATION = next(situation for situation in DOCKET if situation.key == "burundi")


@pytest.mark.parametrize(
    ("opened", "first", "last", "kept"),
    [
        (LAST, LAST, LAST, True),
        (LAST + ONE_DAY, LAST, LAST, False),
        (dt.date(2016, 4, 25), dt.date(2004, 11, 30), LAST, True),
        (dt.date(2016, 4, 25), dt.date(2003, 1, 1), dt.date(2004, 11, 30), False),
        (dt.date(2016, 4, 25), LAST + ONE_DAY, dt.date(2018, 1, 1), False),
    ],
)
def test_what_is_under_consideration_when_a_state_leaves(opened, first, last, kept):
    """It was opened by the last day as a party, and covers a day that is asked and was one."""
    phase = dataclasses.replace(SITUATION.phases[0], date=opened)
    scope = {"covers_from": first, "covers_until": last}
    situation = dataclasses.replace(SITUATION, phases=(phase,), **scope)
    asked = Question((Place("Burundi", BURUNDI),), (), dt.date(2002, 7, 1), dt.date(2020, 1, 1))
    party = membership(BURUNDI, REGISTRY, LAST)

    docket = dataclasses.replace(DOCKET, situations=(situation,))
    found = under_consideration(asked, party, REGISTRY, docket)

    assert found == [situation] * kept


@pytest.mark.parametrize(
    ("place", "partial"), [("sudan", True), ("darfur", False), ("libya", False)]
)
def test_a_matter_about_a_part_keeps_a_part(place, partial):
    """Of the Sudan it keeps Darfur; asked about by name, that is kept whole."""
    (link,) = (g for g in ask(place, "burundi", "2012-01-01").grounds if g.basis == "nationality")
    (condition,) = link.conditions

    assert link.partial is partial
    assert condition.startswith("the conduct is linked to the situation in ")


def test_a_matter_keeps_a_link_up_to_its_last_day():
    """The situation in Georgia ends with 2008-10-10, and so does what it keeps."""
    (link,) = (
        g for g in ask("georgia", "burundi", "2008-10-10").grounds if g.basis == "nationality"
    )

    assert (link.finding, link.until) == (Finding.HOLDS, dt.date(2008, 10, 10))


@pytest.mark.parametrize(
    ("key", "national", "reached"),
    [("burundi", "BDI", True), ("iraq-uk", "GBR", True), ("mali", "MLI", False)],
)
def test_a_matter_without_a_place(key, national, reached):
    """It reaches nationals wherever they are only if it is about them."""
    situation = next(situation for situation in DOCKET if situation.key == key)
    day = situation.covers_from or dt.date(2004, 1, 1)
    asked = Question((), (REGISTRY[national],), day, day)

    assert reaches(situation, asked, REGISTRY) is reached


@pytest.mark.parametrize("known", [True, False])
def test_what_may_be_under_consideration_too(known):
    """A situation whose scope is not known is named as one that may cover the conduct."""
    unknown = dataclasses.replace(SITUATION, name="Gitega", covers_from=None)
    both = (SITUATION, unknown) if known else (unknown, dataclasses.replace(unknown, name="Ngozi"))
    asked = Question((Place("Burundi", BURUNDI),), (), LAST, LAST)

    (note,) = leaving_notes(asked, REGISTRY, dataclasses.replace(DOCKET, situations=both))

    names = "Gitega" if known else "Gitega; Ngozi"
    assert note.text.endswith(f" Perhaps also: {names}, whose scope is not known.")
    assert (f"{CONSIDERED}Burundi." in note.text) is known
    assert (BOTH in note.text) is not known


MANY = "some of them"


@pytest.mark.parametrize(
    ("places", "nationals", "crime", "weaker"),
    [
        ("syria", "russia + france", "any", "Russian Federation"),
        ("", "usa + france + russia", "any", "United States of America or Russian Federation"),
        ("", "burundi + mali", "any", "Burundi"),
        ("syria", "russia + usa", "any", None),
        ("syria", "mali + france", "any", None),
        ("mali", "russia + france", "any", None),
        ("mali + syria", "russia + france", "any", "Russian Federation"),
        ("syria", "france", "any", None),
        ("germany", "spain + kenya", "aggression", "Kenya"),
        ("germany", "spain + france", "aggression", "France"),
        ("germany", "spain + portugal", "aggression", None),
        ("cuba", "iraq + sudan", "any", "Iraq"),
        ("germany + france", "kenya + usa", "any", None),
        ("germany", "germany + kenya", "aggression", None),
        ("syria", " + ".join(["france", *(s.name for s in REGISTRY.states[:10])]), "any", MANY),
    ],
)
def test_nationalities_that_do_not_count_alike(places, nationals, crime, weaker):
    """A yes is never read as a yes for each of them: those that are weaker links are named."""
    assert weaker_links(ask(places, nationals, "2020-01-01", crime)) == weaker


@pytest.mark.parametrize(
    ("nationals", "day", "weaker"),
    [
        ("montenegro + france", "2006-06-02", None),
        ("montenegro + iraq", "2006-06-02", "Iraq"),
        ("montenegro + iraq", "2006-06-03", "Iraq"),
        ("south sudan + france", "2011-07-08", "South Sudan"),
    ],
)
def test_before_a_state_existed_its_nationals_were_its_predecessor_s(nationals, day, weaker):
    """Montenegro's were Serbia's, a party; South Sudan's were the Sudan's, which is none."""
    assert weaker_links(ask("iraq", nationals, day)) == weaker


@pytest.mark.parametrize(
    ("places", "nationals", "first", "last", "crime", "weaker"),
    [
        ("kiribati", "el salvador + serbia", "2005-04-01", "2026-10-01", "any", "El Salvador"),
        ("nauru", "senegal + colombia", "2005-03-31", None, "war-crimes", "Colombia"),
        ("", "niger + palestine", "2027-06-18", None, "aggression", "Niger"),
        (
            *("", "burundi + kenya + philippines", "2015-05-01", None, "crimes-against-humanity"),
            "Philippines",
        ),
        ("liberia", "philippines + usa", "2012-01-01", None, "any", "Philippines"),
        ("russia + libya", "russia + burundi", "2005-03-30", "2025-05-12", "any", None),
    ],
)
def test_nationalities_differ_by_days_bars_and_conditions(
    places, nationals, first, last, crime, weaker
):
    """What is asked of each alone decides: on every day, and with what it depends on."""
    assert weaker_links(ask(places, nationals, first, crime, last)) == weaker


@pytest.mark.parametrize(
    ("places", "nationals", "left", "finding"),
    [
        ("niger", "germany", False, Finding.HOLDS),
        ("germany", "niger", False, Finding.HOLDS),
        ("niger", "germany", True, Finding.OPEN),
        ("germany", "niger", True, Finding.OPEN),
    ],
)
def test_a_withdrawal_concerns_aggression_too(places, nationals, left, finding):
    """Art. 127(2) draws no line between the crimes: a notice is told, and its effect counts."""
    day = dt.date(2027, 6, 18)
    registry = dataclasses.replace(REGISTRY, as_of=day if left else day - ONE_DAY)
    found = ask(places, nationals, "2026-09-01", "aggression", registry=registry)

    assert [ground.finding for ground in found.grounds] == [finding]
    words = "took effect on" if left else "is to take effect on"
    assert any(f"The withdrawal of Niger {words} {day}" in note for note in noted(found))


def weaker_links(found):
    """Return the nationalities of which a note says that the answer may be another, or None."""
    notes = [n for n in noted(found) if n.startswith("Of several nationalities one is enough")]
    if not notes:
        return None
    (note,) = notes
    told = re.fullmatch(r".*: the answer may be another for nationals of (.*) alone\.", note)
    return told[1]


def test_days_after_a_withdrawal_alone_have_no_such_note():
    """Conduct on days on which the state was no party is not kept by Art. 127(2)."""
    found = ask("burundi", "", "2017-10-27", last="2019-01-01")

    assert not any("withdrawal of" in note for note in noted(found))


def test_a_scope_that_is_not_known():
    """A situation without a known scope is not said to cover the days."""
    korea = next(s for s in situations_reader.load() if s.key == "korea")
    unknown = dataclasses.replace(korea, covers_from=None, covers_until=None)

    assert list(scope_notes([korea])) == []
    assert [note.text for note in scope_notes([unknown, korea, unknown])] == [
        "The temporal scope of Republic of Korea; Republic of Korea is not known here, so whether"
        " the days asked about lie within it is not known either."
    ]


@pytest.mark.parametrize(
    ("place", "nationals", "day", "named"),
    [
        ("georgia", "russia", "2008-06-30", False),
        ("georgia", "russia", "2008-08-10", True),
        ("colombia", "colombia", "2002-10-31", False),
        ("colombia", "colombia", "2002-11-01", True),
        ("congo, democratic republic of the", "burundi", "2015-04-25", False),
        ("congo, democratic republic of the", "burundi", "2015-04-26", True),
        ("uganda", "", "2006-01-01", True),
    ],
)
def test_the_days_that_a_situation_covers(place, nationals, day, named):
    """The first day of a scope counts, and so do nationals abroad where they are named."""
    keys = {"georgia": "Georgia", "colombia": "Colombia", "uganda": "Uganda"}
    name = keys.get(place, "Burundi")

    assert (name in [s.name for s in ask(place, nationals, day).situations]) is named


UNSURE = "Until its own acceptance is in force"
AMENDMENTS = [
    ("armenia", "2024-01-31", None, ""),
    ("armenia", "2024-02-01", None, UNSURE),
    ("ivory coast", "2013-04-30", None, ""),
    ("ivory coast", "2013-05-01", None, UNSURE),
    ("kiribati", "2020-02-01", None, UNSURE),
    ("kiribati", "2020-04-01", None, UNSURE),
    ("kiribati", "2020-04-02", None, "2020-04-02 for Kiribati are excluded"),
    ("ukraine", "2025-10-24", None, UNSURE),
    ("ukraine", "2025-10-25", None, ""),
    ("philippines", "2014-01-01", None, "2014-01-01 for Philippines are excluded"),
    # Of a period, each day counts
    ("ukraine", "2025-10-01", "2026-01-01", UNSURE),
    ("georgia", "2012-09-25", None, ""),
    ("georgia", "2012-09-26", None, "2012-09-26 for Georgia are excluded"),
    ("georgia", "2012-01-01", "2018-01-01", "on the days on which they were not"),
    ("georgia", "2016-11-03", "2018-01-01", ""),
    ("burundi", "2015-01-01", "2018-01-01", "to 2018-01-01 for Burundi are excluded"),
]


@pytest.mark.parametrize(("place", "first", "last", "words"), AMENDMENTS)
def test_war_crimes_added_by_amendment(place, first, last, words):
    """Excluded, or open where the state joined after the amendment (Art. 121(5); VCLT Art. 40)."""
    notes = noted(ask(place, "russia", first, "war-crimes", last))
    said = " ".join(note for note in notes if "121(5)" in note)

    assert words in said
    assert bool(words) == bool(said)


def test_the_readings_of_one_state_are_not_those_of_another():
    """Kiribati's question of 2020-04-02 is open for what came before it, and no more."""
    said = [n for n in noted(ask("kiribati", "", "2020-04-02", "war-crimes")) if "121(5)" in n]

    assert ["XVIII-10-a" in note for note in said] == [False, True]
    assert ["XVIII-10-d" in note for note in said] == [True, False]


@pytest.mark.parametrize(
    ("place", "day", "crime", "said"),
    [
        ("germany", "2024-09-20", "war-crimes", False),
        ("germany", "2024-09-21", "war-crimes", True),
        ("germany", "2024-09-22", "war-crimes", True),
        ("germany", "2024-09-21", "any", False),
        ("poland", "2024-09-21", "war-crimes", False),
    ],
)
def test_an_acceptance_in_doubt(place, day, crime, said):
    """That the added war crimes are covered may rest on an act that is less than well attested."""
    notes = " ".join(noted(ask(place, "", day, crime)))

    assert ("less than well attested: XVIII-10-e (confidence: medium" in notes) == said


@pytest.mark.parametrize("day", ["2027-09-22", "2027-09-23", "2027-09-24"])
def test_the_doubt_of_a_withdrawal_shows_in_the_ground(day):
    """A link that ends with a doubtful act says so, on both sides of the day."""
    links = [g for g in ask("naoero", "naoero", day).grounds if g.article.startswith("Art. 12(2)")]

    assert len(links) == 2
    assert all("confidence: single-source" in ground.reason for ground in links)


@pytest.mark.parametrize("name", ["chad", "mali", "burundi", "germany"])
def test_a_link_by_acts_well_attested_has_no_doubt(name):
    """Nothing is hedged that is not in doubt."""
    assert "confidence" not in ask(name, "", "2010-01-01").grounds[0].reason


@pytest.mark.parametrize("day", ["2010-03-10", "2010-03-11"])
def test_a_territory_rests_on_the_acts_of_the_state_whose_record_it_is(day):
    """An answer on the Falkland Islands takes no position on sovereignty, and says so."""
    found = ask("falkland islands", "usa", day)
    failing = [g.reason for g in found.grounds if g.article == "Art. 12(2)(a)" and not g.holds]

    assert "takes no position on sovereignty" in " ".join(noted(found))
    assert all("its own acts and takes no position on sovereignty" in why for why in failing)
    assert bool(failing) == (day == "2010-03-10")


@pytest.mark.parametrize(
    ("place", "nationals", "first", "last", "crime", "said"),
    [
        ("syria", "russia", "2002-01-01", "2002-07-01", "any", True),
        ("syria", "russia", "2002-01-01", "2002-06-30", "any", False),
        ("france", "france", "2005-01-01", "2006-01-01", "war-crimes", False),
        ("kiribati", "france", "2019-01-01", "2020-01-31", "aggression", True),
    ],
)
def test_what_could_change_a_no_of_a_period(place, nationals, first, last, crime, said):
    """One day on which a state named is no party is enough."""
    found = ask(place, nationals, first, crime, last)

    assert found.verdict.value == "no"
    assert ("later declaration or referral" in " ".join(noted(found))) == said


PHASES = [
    ("georgia", "2008-08-10", "on 2008-08-10, not yet before the Court; by 2026-06-30, "),
    ("georgia", "2008-08-14", "on 2008-08-14, preliminary examination since 2008-08-14; by "),
    ("darfur", "2026-07-01", "Darfur, Sudan (ICC-02/05): investigation since 2005-06-06"),
]


@pytest.mark.parametrize(("place", "day", "words"), PHASES)
def test_the_phase_on_the_day(place, day, words):
    """A situation says where it stood on the day asked about, and where it stands by the record."""
    found = ask(place, "", day)
    told = [phase_words(s, found.question.last, dt.date(2026, 6, 30)) for s in found.situations]

    assert any(words in phase for phase in told)


@pytest.mark.parametrize(
    ("day", "as_of", "words"),
    [
        ("2008-08-12", "2008-08-13", "not yet before the Court"),
        (
            "2008-08-13",
            "2008-08-14",
            "on 2008-08-13, not yet before the Court; by 2008-08-14, preliminary examination since"
            " 2008-08-14",
        ),
        ("2008-08-14", "2008-08-14", "preliminary examination since 2008-08-14"),
        ("2030-01-01", "2008-08-14", "preliminary examination since 2008-08-14"),
    ],
)
def test_the_phase_by_an_early_record(day, as_of, words):
    """What the record does not reach is not told; the same is not said twice."""
    georgia = next(situation for situation in DOCKET if situation.key == "georgia")
    days = [dt.date.fromisoformat(day), dt.date.fromisoformat(as_of)]

    assert phase_words(georgia, *days) == f"Georgia (ICC-01/15): {words}"


@pytest.mark.parametrize(
    ("place", "nationals", "day", "said"),
    [
        ("ukraine", "russia", "2016-01-01", True),
        ("russia", "ukraine", "2024-08-10", False),
        ("georgia", "russia", "2008-08-10", False),
    ],
)
def test_what_a_declaration_accepts(place, nationals, day, said):
    """Rule 44(2) is told where the state of the territory declared, and only there."""
    notes = " ".join(noted(ask(place, nationals, day)))

    assert ("crimes of Article 5 that are of relevance to the situation" in notes) == said


@pytest.mark.parametrize(
    ("place", "crime", "words", "said"),
    [
        ("georgia", "any", "'--crime war-crimes' lists them", True),
        ("georgia", "any", "XVIII-10-d", False),
        ("georgia", "war-crimes", "XVIII-10-d", True),
        ("georgia", "war-crimes", "Art. 8(2)(b)(xxv)", True),
        ("georgia", "war-crimes", "RC/Res.5", True),
        ("georgia", "genocide", "121(5)", False),
    ],
)
def test_the_list_of_added_war_crimes(place, crime, words, said):
    """Only a question about war crimes gets the list; what is untouched is told with it."""
    assert (words in " ".join(noted(ask(place, "russia", "2022-01-01", crime)))) == said
