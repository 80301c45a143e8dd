"""The shipped registry: its totals follow from its acts, and every fact has a source."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from terminals import SCREEN

from icc_status import Kind, QuestionError, Status, __version__, load
from icc_status.loading import registry as registry_reader
from icc_status.loading import situations as situations_reader
from icc_status.loading.schema import (
    ABOUT_STATES,
    ACT,
    ANNOUNCEMENT,
    EXISTENCE,
    HEAD,
    INSTRUMENT,
    NOT_STATE,
    REGION,
    SHARED_NAME,
    SOURCE,
    STATE,
)
from icc_status.model.acts import INSTRUMENTS
from icc_status.model.treaty import entry_into_force, withdrawal_effect
from icc_status.queries.acceptances import instruments_named
from icc_status.queries.rows import row
from icc_status.render.card import card
from icc_status.validation.validate import faults
from icc_status.wording.beside import before_the_court, none_listed
from icc_status.wording.cooperation import cooperation

REGISTRY = load()
CITATION = Path(__file__).parent.parent / "CITATION.cff"
TEXT = registry_reader.bundled().read_text(encoding="utf-8")
EVERY_ACT = [(state, act) for state in REGISTRY for act in state.acts]
DEPOSITS = [(state, act) for state, act in EVERY_ACT if act.kind in INSTRUMENTS]


def test_the_registry_is_sound():
    """The validator finds no fault."""
    assert faults(TEXT) == []


def test_states():
    """193 members of the United Nations and four others, in the order of their codes."""
    codes = [state.iso3 for state in REGISTRY]

    assert len(codes) == 197
    assert codes == sorted(set(codes))
    assert {"VAT", "PSE", "COK", "NIU"} < set(codes)


def test_totals_of_acts():
    """139 signatures, 127 deposits that stand and Malaysia's, 29 signed and never deposited."""
    signed = {state.iso3 for state, act in EVERY_ACT if act.kind is Kind.SIGNATURE}
    deposited = {state.iso3 for state, _ in DEPOSITS}

    assert len(signed) == 139
    assert len(deposited) == len(DEPOSITS) == 128
    assert len(signed - deposited) == 29
    assert len(deposited - {"MYS"}) == 127


def test_instruments_by_kind():
    """109 ratifications, 17 accessions (one taken back), an acceptance and a succession."""
    assert Counter(act.kind.value for _, act in DEPOSITS) == {
        "ratification": 109,
        "accession": 17,
        "acceptance": 1,
        "succession": 1,
    }


@pytest.mark.parametrize(
    ("day", "parties"),
    [
        ("2002-06-30", 0),
        ("2002-07-01", 66),
        ("2012-01-01", 119),
        ("2017-10-26", 124),
        ("2017-10-28", 123),
        ("2019-03-16", 123),
        ("2019-03-18", 122),
        ("2020-02-01", 123),
        ("2024-02-01", 124),
        ("2025-01-02", 125),
        ("2026-11-23", 125),
        ("2027-09-24", 119),
    ],
)
def test_parties_on(day, parties):
    """The number of parties on the days that the depositary's record fixes."""
    on = date.fromisoformat(day)

    assert parties == sum(s.status(on) is Status.PARTY for s in REGISTRY.existing(on))


def test_parties_by_region():
    """The parties fall into regional groups as the Assembly of States Parties counts them."""
    on = date(2026, 8, 15)

    assert Counter(s.region for s in REGISTRY if s.status(on) is Status.PARTY) == {
        "Africa": 33,
        "Asia-Pacific": 19,
        "Eastern-Europe": 20,
        "GRULAC": 28,
        "WEOG": 25,
    }


def test_regional_groups():
    """The groups have the members that the United Nations counts, and the four others."""
    assert Counter(state.region for state in REGISTRY) == {
        "Africa": 54,
        "Asia-Pacific": 54 + 2,
        "Eastern-Europe": 23,
        "GRULAC": 33,
        "WEOG": 28,
        "none": 1 + 2,
    }


def test_entry_into_force_is_article_126_for_all_but_montenegro():
    """Each stored day of entry into force is the computed one; the succession is explained."""
    departing = {s.iso3 for s, a in DEPOSITS if a.effective != entry_into_force(a.date)}

    assert departing == {"MNE"}
    assert "succession" in REGISTRY["MNE"].acts[0].note


def test_withdrawals_take_effect_by_article_127():
    """Each stored day of effect is one year after the notice."""
    notices = [act for _, act in EVERY_ACT if act.kind is Kind.WITHDRAWAL]

    assert len(notices) == 11
    assert [a.effective for a in notices] == [withdrawal_effect(a.date) for a in notices]


def test_withdrawing():
    """Six parties have a notice pending at the end of 2026."""
    leaving = {s.iso3: s.standing(date(2026, 11, 23)).leaving for s in REGISTRY}

    assert {code: str(day) for code, day in leaving.items() if day} == {
        "BFA": "2027-06-24",
        "MLI": "2027-06-24",
        "NER": "2027-06-18",
        "NRU": "2027-09-23",
        "TCD": "2027-07-27",
        "VEN": "2027-07-24",
    }


def test_which_acts_lack_a_day():
    """Seven acceptances of amendments, and declarations that are only listed or cut off."""
    undated = [(s.iso3, a) for s, a in EVERY_ACT if a.date is None]

    assert {a.subject for _, a in undated if not a.amendment} == {"not-seen", "article-87"}
    assert {(code, a.amendment) for code, a in undated if a.amendment} == {
        *((code, "XVIII-10-c") for code in ("CYP", "DEU", "EST", "LTU")),
        *(("AND", f"XVIII-10-{letter}") for letter in "def"),
    }


def test_amendments():
    """The acceptances of each amendment, as far as lists of them were seen."""
    assert Counter(act.amendment for _, act in EVERY_ACT if act.amendment) == {
        "XVIII-10-a": 46,
        "XVIII-10-b": 49,
        "XVIII-10-c": 22,
        "XVIII-10-d": 24,
        "XVIII-10-e": 22,
        "XVIII-10-f": 22,
        "XVIII-10-g": 23,
    }


def test_declarations():
    """What states declared on signing or joining, by subject, and what they objected to."""
    declared = [(s, a) for s, a in EVERY_ACT if a.kind in {"declaration", "objection"}]

    assert Counter(a.subject or a.kind.value for _, a in declared) == {
        "article-87": 32,
        "not-seen": 28,
        "interpretative": 14,
        "article-103": 8,
        "objection": 4,
        "territorial": 1,
    }
    assert all(a.note for _, a in declared if a.subject != "not-seen")
    assert all(len(a.note) < 220 for _, a in declared if a.note)


def test_the_list_of_declarations_names_77_states():
    """The list that says "none listed" of the others has 77: here as many have one."""
    joined = {"signature", *INSTRUMENTS}
    signed = [s for s in REGISTRY if any(act.kind in joined for act in s.acts)]
    listed = [s for s in signed if not list(none_listed(s, REGISTRY))]

    assert len(signed) == 157
    assert len(listed) == 77
    assert REGISTRY["MNG"] not in listed


def test_instruments():
    """Amendments and the agreement are instruments; of the eighth amendment little was seen."""
    eighth = REGISTRY.instruments["Art. 39"]
    agreement = REGISTRY.instruments["XVIII-13"]

    assert len(REGISTRY.amendments) == 8
    assert (eighth.rule, eighth.adopted, eighth.resolution) == ("122", None, None)
    assert not any(act.instrument is eighth for _, act in EVERY_ACT)
    assert (agreement.sort, str(agreement.in_force)) == ("agreement", "2004-07-22")


def test_the_agreement_on_privileges_and_immunities():
    """Who signed and who joined it, as far as that was seen; nothing follows for the Statute."""
    acts = [(s.iso3, act) for s in REGISTRY for act in s.agreements]

    assert Counter(act.kind == "signature" for _, act in acts) == {True: 62, False: 72}
    assert [str(a.date) for code, a in acts if code == "AND"] == ["2004-06-21", "2005-02-11"]
    assert next(str(a.effective) for code, a in acts if code == "GBR" and a.effective) == (
        "2008-02-24"
    )
    assert REGISTRY["UKR"].standing(date(2010, 1, 1)).status == "signatory"


def test_when_an_amendment_is_in_force_for_a_state():
    """A year after the deposit (Art. 121(5)), and never computed for the deletion of Art. 124."""
    days = {a.amendment: a.amendment_in_force for a in REGISTRY["AND"].acts if a.amendment}

    assert str(days["XVIII-10-a"]) == "2014-09-26"
    assert days["XVIII-10-c"] is None
    assert days["XVIII-10-d"] is None


def test_every_doubt_has_its_open_question():
    """An act of less than full confidence says what to look for, and in a note what is doubtful."""
    doubtful = [act for _, act in EVERY_ACT if act.confidence]

    assert len(doubtful) > 30
    assert all(act.open_question and act.note for act in doubtful)


def test_the_isle_of_man():
    """Two sources differ on the day of effect: the days between are open."""
    act = next(a for a in REGISTRY["GBR"].acts if "Isle of Man" in a.territories)

    assert str(act.effective_earliest) == "2012-11-28"
    assert str(act.effective) == "2013-02-01"


def test_every_act_rests_on_an_address():
    """All but the one without a document have a source that can be looked up on the web."""
    without = [(s.iso3, a.kind) for s, a in EVERY_ACT if not any(x.url for x in a.sources)]

    assert without == [("GTM", "opt-out-15bis-4")]


def test_every_act_has_a_source():
    """No act stands without one, and none is dated after the registry's last day."""
    assert all(act.sources for _, act in EVERY_ACT)
    assert max(act.date for _, act in EVERY_ACT if act.date) <= REGISTRY.as_of


def test_doubtful_acts_say_so():
    """Acts with a weak source have a field that says so."""
    doubtful = {(s.iso3, a.kind.value): a.confidence for s, a in EVERY_ACT if a.confidence}

    assert doubtful["NRU", "withdrawal"] == "single-source"
    assert doubtful["RUS", "non-intention"] == "medium"
    assert doubtful["GTM", "opt-out-15bis-4"] == "unsourced"


def test_the_head_of_the_file_lists_its_fields():
    """The head of the file explains exactly the fields that the reader knows."""
    records = {
        "about": ABOUT_STATES,
        "sources": SOURCE,
        "regions": REGION,
        "instruments": INSTRUMENT,
        "shared_names": SHARED_NAME,
        "not_states": NOT_STATE,
        "states": STATE,
        "exists_from": EXISTENCE,
        "acts": ACT,
        "announcements": ANNOUNCEMENT,
    }
    explained: dict[str, set[str]] = {}
    for line in TEXT.split("\nabout:")[0].splitlines():
        if heading := re.fullmatch(r"# (\w+):", line):
            fields = explained.setdefault(heading[1], set())
        elif field := re.match(r"#   (\w+) - ", line):
            fields.add(field[1])

    assert explained == {name: set(fields) for name, fields in records.items()}
    assert set(HEAD) <= set(records)


def test_the_citation_is_of_this_version():
    """CITATION.cff names the version, and what the registry covered when that was released."""
    citation = yaml.safe_load(CITATION.read_text(encoding="utf-8"))

    assert citation["version"] == __version__
    assert citation["date-released"] >= REGISTRY.as_of
    assert f"as of {REGISTRY.as_of}" in " ".join(citation["abstract"].split())
    assert "CC0-1.0" in citation["license"]


@pytest.mark.parametrize("other", REGISTRY.not_states, ids=lambda other: other.name)
def test_what_is_no_state_is_answered_in_one_manner(other):
    """A dispute takes no position, nobody belongs to a state, and only states may accede."""
    if other.kind == "disputed":
        assert "takes no position" in other.answer
    if other.kind == "organisation" and other.name != "Sovereign Order of Malta":
        assert "only states may become parties to the statute (art. 125)" in other.answer.casefold()
    if other.kind in {"territory", "place"} and other.covered_by:
        assert "ask for" in other.answer
    assert "belong" not in other.answer


def test_an_amendment_without_acceptances():
    """Nobody deposits an acceptance of an amendment under Art. 122."""
    with pytest.raises(QuestionError, match=r"Art\. 39 needs no acceptances \(Art\. 122\)"):
        instruments_named("39", REGISTRY)


def test_the_card_of_russia_fits():
    """With all that is known, it takes a screen of 24 lines and two more at most."""
    told = row(REGISTRY, REGISTRY["RUS"], date(2026, 11, 26))
    docket = situations_reader.load()
    owed = cooperation(told.state, told.standing, told.on, docket).words
    remarks = [owed, *before_the_court(docket, "RUS", told.on)]

    drawn = card(told, REGISTRY, replace(SCREEN, width=80), "Foot.", remarks)

    assert len(drawn.splitlines()) <= 26
    assert "the notice followed on 2016-11-30" in " ".join(drawn.split())


def test_every_announcement_has_an_address():
    """What is no act of the depositary's rests on something that can be looked up."""
    announced = [(s.iso3, a) for s in REGISTRY for a in s.announcements]

    assert len(announced) == 11
    assert [code for code, a in announced if not any(x.url for x in a.sources)] == []
