"""The situations: what the file says, what follows on a day, and what a bad file is told."""

import dataclasses
import datetime as dt
import json
import re
from dataclasses import replace

import pytest
from sample_registry import sample_docket
from terminals import SCREEN

from icc_status import RegistryError, load
from icc_status.loading import registry as registry_reader
from icc_status.loading import situations as situations_reader
from icc_status.loading import strict_yaml
from icc_status.loading.schema import ABOUT, SOURCE
from icc_status.loading.situation_schema import (
    EXEMPTION,
    FINDING,
    PHASE,
    SITUATION,
    codes,
    situation_faults,
)
from icc_status.model.situations import Phase, Step
from icc_status.validation.warnings import older_than, unused_sources
from icc_status.wording.beside import before_the_court
from icc_status.wording.situation import situation_page

TEXT = registry_reader.bundled("situations.yaml").read_text(encoding="utf-8")
CODES = [state.iso3 for state in load()]
DOCKET = situations_reader.load()
SITUATIONS = {situation.key: situation for situation in DOCKET}


def test_the_file_is_sound():
    """No fault, and every code is a state's of the registry."""
    assert situation_faults(strict_yaml.read(TEXT), CODES) == []


def test_the_head_of_the_file_lists_its_fields():
    """The data dictionary and the reader know the same fields, in the same order."""
    head = TEXT[: TEXT.index("\nabout:")]
    listed = re.findall(r"^#   (\w+) - ", head, re.MULTILINE)

    assert listed == [*ABOUT, *SOURCE, *EXEMPTION, *SITUATION, *PHASE, *FINDING]


def test_every_source_is_cited():
    """By the file itself, or it has a number by which docs/law.md and the program cite it."""
    assert list(unused_sources(strict_yaml.read(TEXT))) == []


def test_a_source_is_cited_with_its_paragraph():
    """A citation ends with the paragraph, or paragraphs, that are relied on."""
    assert DOCKET.sources["icc-01-05-7"].cited.endswith("15 December 2006, para. 2")
    assert DOCKET.sources["icc-01-18-143"].cited.endswith(
        "(territorial jurisdiction in Palestine), paras. 67-68"
    )
    assert DOCKET.sources["icc-pr730"].cited == DOCKET.sources["icc-pr730"].title


def test_a_decision_has_its_number_in_its_title():
    """Where a source carries a number of the Court, its title prints it too."""
    decisions = [s for s in DOCKET.sources.values() if s.number and s.key.startswith("icc-0")]

    assert len(decisions) > 15
    assert [s.key for s in decisions if s.number not in s.title and "release" not in s.title] == []


def test_totals():
    """Eighteen investigations, two of them referred by the Council, and fourteen others."""
    status = [s.status(DOCKET.as_of) for s in DOCKET]

    assert len(status) == 32
    assert sum(word.startswith("investigation") for word in status) == 18
    assert [s.key for s in DOCKET.referrals()] == ["darfur", "libya"]


@pytest.mark.parametrize("situation", DOCKET.situations, ids=lambda s: s.key)
def test_nothing_is_dated_after_the_file(situation):
    """No phase lies after as_of, and a scope runs forward from 1 July 2002 or later."""
    assert situation.phases[-1].date <= DOCKET.as_of
    start = situation.covers_from or dt.date(2002, 7, 1)
    assert dt.date(2002, 7, 1) <= start <= (situation.covers_until or dt.date.max)


@pytest.mark.parametrize(
    ("key", "day", "status"),
    [
        ("georgia", "2008-08-13", None),
        ("georgia", "2008-08-14", "preliminary examination"),
        ("georgia", "2015-10-13", "authorisation requested"),
        ("georgia", "2016-01-27", "investigation"),
        ("georgia", "2022-12-15", "investigation"),
        ("georgia", "2022-12-16", "investigation concluded"),
        ("afghanistan", "2019-04-12", "authorisation refused"),
        ("afghanistan", "2020-03-05", "investigation"),
        ("iraq-uk", "2010-01-01", "preliminary examination closed"),
        ("iraq-uk", "2015-01-01", "preliminary examination"),
        ("mali", "2012-07-18", "preliminary examination"),
        ("ukraine", "2022-03-01", "referred"),
        ("nigeria", "2026-01-01", "preliminary examination completed"),
        ("egypt", "2014-05-08", "declined"),
    ],
)
def test_status_on_a_day(key, day, status):
    """The last phase decides; of two on a day, a referral does not."""
    assert SITUATIONS[key].status(dt.date.fromisoformat(day)) == status


@pytest.mark.parametrize(
    ("key", "day", "brief"),
    [
        ("georgia", "2008-08-13", "Georgia (ICC-01/15)"),
        (
            "georgia",
            "2008-08-14",
            "Georgia (ICC-01/15): preliminary examination, 2008-08-14",
        ),
        ("nigeria", "2010-01-01", "Nigeria"),
        (
            "nigeria",
            "2026-01-01",
            "Nigeria: preliminary examination completed, 2020-12-11",
        ),
    ],
)
def test_a_situation_in_a_few_words(key, day, brief):
    """Its name, its number where it has one, and where it stands since when."""
    assert SITUATIONS[key].brief(dt.date.fromisoformat(day)) == brief


@pytest.mark.parametrize(
    ("key", "day", "ended"),
    [
        ("georgia", "2008-08-13", False),
        ("georgia", "2022-12-15", False),
        ("georgia", "2022-12-16", True),
        ("iraq-uk", "2010-01-01", True),
        ("iraq-uk", "2015-01-01", False),
    ],
)
def test_whether_a_situation_has_ended(key, day, ended):
    """What is closed may be opened again; before it begins nothing has ended."""
    assert SITUATIONS[key].ended_by(dt.date.fromisoformat(day)) is ended


def test_of_two_steps_on_a_day_a_referral_does_not_decide():
    """In whatever order the file has them; the day counts first."""
    steps = [Step.REFERRED, Step.INVESTIGATION_OPENED]
    phases = [Phase(dt.date(2020, 1, 2), step, ()) for step in steps]
    later = Phase(dt.date(2020, 1, 3), Step.REFERRED, ())

    for order in (phases, phases[::-1]):
        found = replace(SITUATIONS["georgia"], phases=tuple(order))
        assert found.status(dt.date(2020, 1, 2)) == "investigation"
        assert replace(found, phases=(*order, later)).status(later.date) == "referred"


@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("RUS", {"georgia", "ukraine"}),
        ("ISR", {"palestine", "palestine-2009"}),
        ("USA", {"afghanistan"}),
        ("POL", {"afghanistan"}),
        ("MMR", {"bangladesh-myanmar"}),
        ("GBR", {"iraq-uk"}),
        ("SDN", {"darfur"}),
        ("DEU", set()),
    ],
)
def test_whom_a_situation_concerns(state, keys):
    """The territory and the nationals, and where linked conduct is concerned."""
    assert {s.key for s in DOCKET.concerning(state, DOCKET.as_of)} == keys


GOOD = """\
about: {claim: a, prevails: b, licence: c, as_of: 2026-01-01}
sources:
  - {key: s, title: t, read: 2026-01-01}
situations:
  - key: x
    name: X
    states: ["COD"]
    origin: proprio-motu
    source: s
    phases:
      - {date: 2020-01-01, kind: examination-opened, source: s}
"""
FAULTS = [
    ("    name: X\n", "", "x: has no field 'name'; add it"),
    ("    name: X\n", "    name: X\n    status: open\n", "status: is no known field"),
    ("origin: proprio-motu", "origin: own", "origin: must be one of"),
    ('["COD"]', "[COD, Cod]", "states: must be a list of codes"),
    ('["COD"]', '["QQQ"]', "'QQQ' is no state's iso3"),
    ("    source: s\n    p", "    source: z\n    p", "'z' is no key under 'sources'"),
    ("date: 2020-01-01", "date: 2020-02-30", "2020-02-30 is no day"),
    ("examination-opened", "opened", "kind: must be one of"),
    ("origin: proprio-motu", "origin: security-council", "one 'resolution'"),
    (
        "      - {date: 2020",
        "      - {date: 2021-01-01, kind: referred, source: s}\n      - {date: 2020",
        "are not by date; sort them",
    ),
    ("    phases:\n", "    phases: []\n    p:\n", "is no known field"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS, ids=lambda text: text.strip()[:30])
def test_faults(old, new, message):
    """Each fault is named with its place and its remedy."""
    assert situation_faults(strict_yaml.read(GOOD), CODES) == []
    bad = GOOD.replace(old, new)

    assert bad != GOOD
    assert any(message in str(fault) for fault in situation_faults(strict_yaml.read(bad), CODES))


def test_a_file_out_of_shape_is_not_read(tmp_path):
    """Reading stops at the first fault, and at what is no file of situations."""
    path = tmp_path / "situations.yaml"
    path.write_text(GOOD.replace("name: X", "name: X\n    nom: X"), encoding="utf-8")
    with pytest.raises(RegistryError, match="is no known field"):
        situations_reader.load(path)
    path.write_text("states: []\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="it has no list 'situations'"):
        situations_reader.load(path)


@pytest.mark.parametrize("value", ["COD", [], ["cod"], [1]])
def test_codes(value):
    """A list of alpha-3 codes, and nothing like one."""
    assert codes(["COD", "CAF"]) is None
    assert codes(value) is not None


def test_the_list_in_a_pipe(run):
    """One line a situation, its status as of the day."""
    result = run("situations", "--state", "russia", "--on", "2020-01-01")

    assert result.code == 0
    assert result.out == (
        "Georgia\tICC-01/15\tGEO\tinvestigation\t2016-01-27\n"
        "Ukraine\tICC-01/22\tUKR\tpreliminary examination\t2014-04-25\n"
    )


def test_the_list_as_json(run):
    """All fields, with the phases up to the day and their sources."""
    found = json.loads(run("situations", "--on", "2021-01-01", "--format", "json").out)
    georgia = next(s for s in found if s["situation"] == "Georgia")

    assert georgia["confidence"] is None
    assert (georgia["covers_from"], georgia["covers_until"]) == ("2008-07-01", "2008-10-10")
    assert [p["kind"] for p in georgia["phases"]][-1] == "investigation-authorised"
    assert all(p["sources"] for s in found for p in s["phases"])
    assert not any(s["situation"] == "Lithuania/Belarus" for s in found)


def test_the_list_on_a_terminal(run):
    """A table with what is in doubt, how many, and as of when."""
    out = run("situations", "--state", "venezuela", place=SCREEN).out

    assert "Venezuela II" in out
    assert "Less than well attested: " in out
    assert "3 situations, known as of 2026-06-30." in out


@pytest.mark.parametrize("width", [80, 100])
def test_the_list_breaks_no_word(run, width):
    """Numbers, days and words are whole on a usual screen."""
    out = run("situations", place=replace(SCREEN, width=width)).out
    words = set(out.split())

    assert "Number" in out.splitlines()[0]
    assert {s.number for s in sample_docket() if s.number} <= words
    assert {"investigation", "Confidence"} & words == {"investigation"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ukraine", "Ukraine (ICC-01/22): investigation, since 2022-03-02."),
        ("icc-01/22", "Ukraine (ICC-01/22): investigation, since 2022-03-02."),
        ("ukraine", "2022-03-02 Investigation opened (Art. 53(1))"),
        ("ukraine", "nationals of Russian Federation, for what they did there."),
        ("ukraine", "Days covered: from 2013-11-21 on."),
        ("ukraine", "On the Court's site: https://www.icc-cpi.int/ukraine"),
        ("georgia", "Days covered: from 2008-07-01 to 2008-10-10."),
        ("palestine (declaration of 2009)", "preliminary examination closed, since 2012-04-03."),
    ],
)
def test_the_card_of_one(run, text, says):
    """A situation goes by its name or number; its card tells its phases, whom and which days."""
    told = " ".join(run("situations", text, place=replace(SCREEN, width=100)).out.split())

    assert says in told


def test_a_name_of_several_words_needs_no_quotes(run):
    """Words without quotes are one name."""
    quoted = run("situations", "state of palestine", place=SCREEN)

    assert run("situations", "State", "of", "Palestine", place=SCREEN) == quoted
    assert quoted.out.startswith("State of Palestine (ICC-01/18)")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["atlantis"], "no situation is called 'atlantis' or has that number"),
        (["ukraine", "--on", "2014-04-24"], "Ukraine came before the Court on 2014-04-25"),
    ],
)
def test_what_is_no_situation(run, args, message):
    """A name without a situation on the day is refused, and says why."""
    result = run("situations", *args)

    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("situation", DOCKET.situations, ids=lambda s: s.key)
def test_every_situation_has_a_card(situation):
    """Each of the file's own, on its first day and on the last known, with all of its sources."""
    for day in (situation.opened(), DOCKET.as_of):
        told = situation_page(situation, DOCKET, load(), day)

        assert told.answer.startswith(situation.name)
        assert told.entries
        assert set(situation.sources) <= set(told.cited)


def test_the_card_on_a_day(run):
    """What happened later is not told."""
    told = run("situations", "ukraine", "--on", "2022-03-01", place=SCREEN).out

    assert "Ukraine (ICC-01/22): referred, since 2022-03-01." in told
    assert "Investigation opened" not in told


def test_the_situations_of_a_state(run):
    """A name that is a state's alone gives what concerns it: a list, or the card of the one."""
    assert [line.split("\t")[0] for line in run("situations", "russia").lines] == [
        "Georgia",
        "Ukraine",
    ]
    assert (
        "No such situation is known as of 2026-06-30."
        in run("situations", "germany", place=SCREEN).out
    )


@pytest.mark.parametrize(
    ("phases", "status"),
    [
        (["investigation-concluded"], {"investigation concluded"}),
        (["Investigation", "referred"], {"investigation", "referred"}),
    ],
)
def test_narrowed_to_phases(run, phases, status):
    """--phase keeps those in a phase on the day; several phases are a union."""
    args = [word for phase in phases for word in ("--phase", phase)]
    lines = run("situations", "--on", "2026-06-30", *args).lines

    assert {line.split("\t")[3] for line in lines} <= status
    assert len(lines) == sum(s.status(dt.date(2026, 6, 30)) in status for s in sample_docket())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--state", "atlantis"), "no state is called 'atlantis'"),
        (("--state", "gaza"), "ask for the State of Palestine"),
        (("--on", "1998-01-01"), "is before the Rome Statute was adopted"),
    ],
)
def test_bad_questions(run, args, message):
    """What names no state or no day is refused."""
    result = run("situations", *args)

    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("state", "named"),
    [("russia", ["Georgia", "Ukraine"]), ("israel", ["State of Palestine"])],
)
def test_the_card_names_them(run, state, named):
    """A card says which situations concern the state or its nationals."""
    out = run(state, place=SCREEN).out

    said = " ".join(out.split())
    assert "Situations concerning it (as of 2026-06-30): " in said
    assert all(name in said for name in named)


def test_the_card_of_a_state_that_none_concerns(run):
    """Nothing is said where there is nothing to say."""
    assert "Situations that concern it" not in run("germany", place=SCREEN).out


@pytest.mark.parametrize(
    ("iso3", "day", "said"),
    [
        ("MNG", "2024-10-23", 0),
        ("MNG", "2024-10-24", 1),
        ("TJK", "2026-03-19", 1),
        ("FRA", "2026-06-01", 0),
    ],
)
def test_decisions_on_a_state(iso3, day, said):
    """A finding under Art. 87(7) is a decision on a state: its card tells it from that day on."""
    told = [
        line
        for line in before_the_court(DOCKET, iso3, dt.date.fromisoformat(day))
        if "87(7)" in line
    ]

    assert len(told) == said
    assert all("ICC-01/22-" in line for line in told)


@pytest.mark.parametrize(
    ("key", "day", "status"),
    [
        ("afghanistan", "2020-03-25", "investigation"),
        ("afghanistan", "2020-03-26", "investigation, deferral requested"),
        ("afghanistan", "2022-10-31", "investigation resumed"),
        ("philippines", "2022-01-01", "investigation, deferral requested"),
        ("venezuela-1", "2022-04-16", "investigation, deferral requested"),
        ("vessels", "2015-07-15", "preliminary examination closed"),
        ("vessels", "2015-07-16", "closure to be reconsidered"),
        ("vessels", "2017-11-29", "preliminary examination closed"),
    ],
)
def test_deferrals_and_reviews(key, day, status):
    """A deferral (Art. 18(2)) and a review (Art. 53(3)) decide from their day on."""
    assert SITUATIONS[key].status(dt.date.fromisoformat(day)) == status


def test_what_the_file_rests_on():
    """Every situation says what it is about; few days rest on an encyclopaedia alone."""
    phases = [phase for situation in DOCKET for phase in situation.phases]
    encyclopaedia = [p for p in phases if all("wikipedia" in s.key for s in p.sources)]

    assert [s.key for s in DOCKET if s.scope is None or s.covers_from is None] == []
    assert len(encyclopaedia) <= 4
    assert SITUATIONS["uganda"].covers_until is None
    assert SITUATIONS["cote-divoire"].origin == "proprio-motu"
    assert SITUATIONS["drc"].opened() < dt.date(2004, 4, 19)


def test_situations_older_than_the_registry():
    """Situations that are known as of an earlier day than the registry are warned of."""
    document, registry = strict_yaml.read(TEXT), load()
    same_day = dataclasses.replace(registry, as_of=DOCKET.as_of)

    assert [str(fault) for fault in older_than(document, same_day)] == []
    assert [fault.place for fault in older_than(document, registry)] == ["about as_of"]
