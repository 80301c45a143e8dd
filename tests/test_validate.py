"""Each rule of a sound registry, and one broken registry that trips it and nothing else."""

import re
from datetime import date

import pytest
from sound import act, sound


@pytest.fixture
def check(run, tmp_path):
    """Validate data or a text: the exit code, and what is found without the lines' numbers."""

    def check(data):
        path = tmp_path / "registry.yaml"
        path.write_bytes(data if isinstance(data, bytes) else data.text().encode())
        result = run("validate", str(path))
        found = [line.removeprefix(f"{path}: ") for line in result.lines]
        return result.code, [re.sub(r"^line [0-9]+: ", "", line) for line in found]

    return check


def test_a_sound_registry(check):
    """The registry that the others are broken from has no fault."""
    assert check(sound()) == (0, ["sound: 6 states, 19 acts, as of 2026-10-02"])


def test_a_fault_has_its_line(run, tmp_path):
    """A fault begins with the file and the line at which an editor finds it."""
    data = sound()
    data.act("XBB", 0)["date"] = date(1998, 7, 16)
    path = tmp_path / "registry.yaml"
    path.write_text(data.text())
    number = next(
        i for i, line in enumerate(path.read_text().splitlines(), 1) if "1998-07-16" in line
    )

    assert run("validate", str(path)).out.startswith(f"{path}: line {number}: XBB acts[0]: ")


def change(code, at, **fields):
    """Return a change of an act; a field that becomes None is left out."""

    def change(data):
        record = data.act(code, at)
        record.update(fields)
        for name in [name for name, value in fields.items() if value is None]:
            del record[name]

    return change


def add(code, at, *acts):
    """Return a change that puts acts into a state's."""
    return lambda data: data.acts(code).__setitem__(slice(at, at), list(acts))


def agreed(*acts):
    """Return a change by which the first state did something towards an agreement."""
    agreement = {"key": "A", "title": "Agreement", "sort": "agreement", "source": "page"}

    def change(data):
        data["instruments"].append({**agreement, "adopted": date(2002, 9, 9)})
        data.state("XAA")["agreements"] = list(acts)

    return change


def put(where, at, **fields):
    """Return a change of an entry of one of the lists."""

    def change(data):
        record = data[where][at]
        record.update(fields)
        for name in [name for name, value in fields.items() if value is None]:
            del record[name]

    return change


def again(where):
    """Return a change that writes the first entry of a list a second time."""
    return lambda data: data[where].insert(1, dict(data[where][0]))


def swap(data):
    """Put the second state before the first."""
    data["states"][0:2] = reversed(data["states"][0:2])


def covers(day):
    """Return the fields of a declaration that covers the time from a day."""
    return {"covers_from": day, "outcome": "accepted"}


UNDATED = {"kind": "amendment", "instrument": "XVIII-10-b", "source": "page"}
ACTS = {
    "order": (
        lambda data: data.acts("XDD").append(data.acts("XDD").pop(1)),
        "XDD acts[2]: is dated before the act above it (2014-04-17); sort by date",
    ),
    "before adoption": (
        change("XBB", 0, date=date(1998, 7, 16)),
        "XBB acts[0]: is dated before the Statute was adopted (1998-07-17); check the date",
    ),
    "after as_of": (
        change("XAA", 6, date=date(2026, 10, 3)),
        "XAA acts[6]: is dated after as_of (2026-10-02); raise as_of or check the date",
    ),
    "before the state": (
        lambda data: data.state("XCC")["acts"].__setitem__(
            slice(None), [act("accession", date(2006, 6, 2), effective=date(2006, 9, 1))]
        ),
        "XCC acts[0]: is dated before the state existed ('exists_from'); check both",
    ),
    "signature closed": (
        change("XDD", 0, date=date(2001, 1, 1)),
        "XDD acts[0]: signature closed on 2000-12-31 (Art. 125(1)); check the date",
    ),
    "two signatures": (
        add("XDD", 1, act("signature", date(2000, 12, 31))),
        "XDD acts[1]: repeats the signature of 2000-12-31; keep one",
    ),
    "an amendment twice": (
        add("XAA", 6, act("amendment", date(2017, 5, 1), instrument="XVIII-10-b")),
        "XAA acts[6]: repeats the amendment of 2017-04-28; keep one",
    ),
    "an opt-out twice": (
        add("XAA", 7, act("opt-out-15bis-4", date(2019, 1, 1))),
        "XAA acts[7]: repeats the opt-out-15bis-4 of 2018-02-16; keep one",
    ),
    "ratification unsigned": (
        lambda data: data.acts("XBB").pop(0),
        "XBB acts[0]: a state that did not sign accedes (Art. 125(3)); check the ratification",
    ),
    "accession though signed": (
        change("XBB", 1, kind="accession"),
        "XBB acts[1]: a state that signed ratifies, accepts or approves (Art. 125); check the kind",
    ),
    "ratified before signing": (
        lambda data: data["states"].__setitem__(
            4,
            {
                **data.state("XEE"),
                "acts": [
                    act("ratification", date(1999, 3, 1), effective=date(2002, 7, 1)),
                    act("signature", date(1999, 3, 2)),
                ],
            },
        ),
        "XEE acts[0]: is dated before its signature (1999-03-02; Art. 125(2)); check both days",
    ),
    "two instruments": (
        add("XFF", 1, act("accession", date(2008, 1, 1), effective=date(2008, 4, 1))),
        "XFF acts[1]: the state has deposited an instrument already; keep one",
    ),
    "Art. 126": (
        change("XFF", 0, effective=date(2007, 9, 1)),
        "XFF acts[0]: by Art. 126 it is effective on 2007-10-01, not 2007-09-01; check both days",
    ),
    "an instrument without effect": (
        change("XEE", 0, effective=None),
        "XEE acts[0]: an accession needs 'effective'; add it",
    ),
    "a succession unexplained": (
        change("XCC", 0, note=None),
        "XCC acts[0]: a succession sets its own day of entry into force; explain it in 'note'",
    ),
    "a succession to nobody": (
        lambda data: data.state("XCC")["exists_from"].pop("predecessor"),
        "XCC acts[0]: a successor has 'exists_from' with a 'predecessor'; add it",
    ),
    "a succession before the state": (
        change("XCC", 0, effective=date(2006, 6, 2)),
        "XCC acts[0]: is effective before the state existed (2006-06-03); check both days",
    ),
    "a succession to a state not bound": (
        lambda data: data.state("XCC")["exists_from"].update(predecessor="XDD"),
        "XCC acts[0]: XDD was not bound on 2006-06-03; check the 'predecessor'",
    ),
    "a non-signatory's non-intention": (
        add("XEE", 2, act("non-intention", date(2020, 1, 1))),
        "XEE acts[2]: only a signatory can say it will not become a party (VCLT Art. 18(a));"
        " check it",
    ),
    "an accession taken back too late": (
        change("XEE", 1, date=date(2019, 6, 1)),
        "XEE acts[1]: no instrument awaits entry into force on that day; check the date",
    ),
    "a withdrawal by no party": (
        add("XEE", 2, act("withdrawal", date(2020, 1, 1), effective=date(2021, 1, 1))),
        "XEE acts[2]: only a party can withdraw (Art. 127(1)); check the date",
    ),
    "a second notice": (
        add("XBB", 3, act("withdrawal", date(2016, 12, 1), effective=date(2017, 12, 1))),
        "XBB acts[3]: a notice of withdrawal is pending already; keep one",
    ),
    "a withdrawal too early": (
        change("XFF", 1, effective=date(2021, 1, 9)),
        "XFF acts[1]: by Art. 127(1) it takes effect on 2021-01-10 at the earliest;"
        " check both days",
    ),
    "a withdrawal later, unexplained": (
        change("XFF", 1, effective=date(2021, 1, 11)),
        "XFF acts[1]: takes effect after 2021-01-10 (Art. 127(1));"
        " say in 'note' that the notice asks so",
    ),
    "a withdrawal without effect": (
        change("XFF", 1, effective=None),
        "XFF acts[1]: a withdrawal needs 'effective'; add it",
    ),
    "a revocation of nothing": (
        lambda data: data.acts("XBB").pop(2),
        "XBB acts[2]: no notice of withdrawal is pending on that day (VCLT Art. 68);"
        " check the date",
    ),
    "a revocation on the day of effect": (
        change("XBB", 3, date=date(2017, 11, 10)),
        "XBB acts[3]: no notice of withdrawal is pending on that day (VCLT Art. 68);"
        " check the date",
    ),
    "Art. 124 after the deposit": (
        lambda data: [
            change("XAA", 2, date=date(2001, 2, 9))(data),
            data.acts("XAA").insert(2, data.acts("XAA").pop(3)),
        ],
        "XAA acts[3]: is made on becoming a party (Art. 124);"
        " date it as the deposit, and put it after",
    ),
    "Art. 124 from another day": (
        change("XAA", 2, covers_from=date(2002, 7, 2)),
        "XAA acts[2]: begins on another day than the Statute for the state (Art. 124); check both",
    ),
    "Art. 124 for too long": (
        change("XAA", 2, covers_until=date(2009, 7, 1)),
        "XAA acts[2]: runs for more than seven years (Art. 124); it ends by 2009-06-30",
    ),
    "Art. 124 backwards": (
        change("XAA", 2, covers_until=date(2002, 6, 30)),
        "XAA acts[2]: ends before it begins; check 'covers_from' and 'covers_until'",
    ),
    "Art. 124 without its end": (
        change("XAA", 2, covers_until=None),
        "XAA acts[2]: a declaration-124 needs 'covers_until'; add it",
    ),
    "Art. 124 withdrawn, never made": (
        lambda data: data.acts("XAA").pop(2),
        "XAA acts[3]: there is no declaration under Art. 124 to withdraw; add it",
    ),
    "Art. 124 twice": (
        lambda data: data.acts("XAA").insert(3, dict(data.act("XAA", 2))),
        "XAA acts[3]: repeats the declaration-124 of 2001-02-08; keep one",
    ),
    "Art. 124 effective on another day": (
        change("XAA", 2, effective=date(2001, 2, 8)),
        "XAA acts[2]: is effective on another day than it begins ('covers_from'); check both",
    ),
    "Art. 124 withdrawn twice": (
        add("XAA", 5, act("declaration-124-withdrawal", date(2008, 8, 14))),
        "XAA acts[5]: repeats the declaration-124-withdrawal of 2008-08-13; keep one",
    ),
    "Art. 124 withdrawn after its end": (
        change("XAA", 4, date=date(2009, 7, 1)),
        "XAA acts[4]: is dated after the declaration ended (2009-06-30); check both",
    ),
    "Art. 124 withdrawn from before it was made": (
        change("XAA", 4, effective=date(2001, 2, 7)),
        "XAA acts[4]: is effective before the declaration (2001-02-08); check both",
    ),
    "Art. 124 withdrawn from after its end": (
        change("XAA", 4, effective=date(2009, 7, 1)),
        "XAA acts[4]: is effective after the declaration ended (2009-06-30); check both",
    ),
    "Art. 12(3) without its start": (
        change("XDD", 2, covers_from=None),
        "XDD acts[2]: needs 'covers_from', or 'covers_from_year' where no source gives the day",
    ),
    "Art. 12(3) with two starts": (
        change("XDD", 2, covers_from_year=2013),
        "XDD acts[2]: has both 'covers_from' and 'covers_from_year'; keep one",
    ),
    "Art. 12(3) before the Statute": (
        change("XDD", 2, covers_from=date(2002, 6, 30)),
        "XDD acts[2]: covers days before 2002-07-01 (Art. 11(1)); check 'covers_from'",
    ),
    "Art. 12(3) years before the Statute": (
        change("XDD", 2, covers_from=None, covers_from_year=2001),
        "XDD acts[2]: covers days before 2002-07-01 (Art. 11(1)); check 'covers_from_year'",
    ),
    "Art. 12(3) backwards": (
        change("XDD", 2, covers_until=date(2013, 11, 20)),
        "XDD acts[2]: ends before it begins; check 'covers_from' and 'covers_until'",
    ),
    "Art. 12(3) years backwards": (
        change("XDD", 2, covers_from=None, covers_from_year=2015),
        "XDD acts[2]: ends before it begins; check 'covers_from_year' and 'covers_until'",
    ),
    "Art. 12(3) twice": (
        lambda data: data.acts("XDD").append(dict(data.act("XDD", 2))),
        "XDD acts[3]: repeats the declaration-12-3 of 2014-04-17; keep one",
    ),
    "Art. 12(3) by a party, for its own days": (
        add("XAA", 5, act("declaration-12-3", date(2010, 1, 1), **covers(date(2002, 7, 1)))),
        "XAA acts[5]: is by a party since 2002-07-01, for days since then (Art. 12(1)); check both",
    ),
    "Art. 12(3) without outcome": (
        change("XDD", 2, outcome=None),
        "XDD acts[2]: a declaration-12-3 needs 'outcome'; add it",
    ),
    "an opt-out by no party": (
        add("XDD", 3, act("opt-out-15bis-4", date(2018, 1, 1))),
        "XDD acts[3]: only a party, or a state with its deposit, can do this (Art. 15 bis(4));"
        " check it",
    ),
    "an opt-out too early": (
        lambda data: data.acts("XAA").insert(
            5, {**data.acts("XAA").pop(6), "date": date(2010, 6, 10)}
        ),
        "XAA acts[5]: Art. 15 bis was adopted on 2010-06-11; check the date",
    ),
    "an amendment by no party": (
        add("XDD", 3, act("amendment", date(2018, 1, 1), instrument="XVIII-10-b")),
        "XDD acts[3]: only a party, or a state with its deposit, can do this (Art. 121); check it",
    ),
    "an amendment on no known day, by no party": (
        add("XDD", 3, UNDATED),
        "XDD acts[3]: only a party can do this (Art. 121), and the state never is one; check it",
    ),
    "an amendment on no known day, by one that took its accession back": (
        add("XEE", 2, UNDATED),
        "XEE acts[2]: only a party can do this (Art. 121), and the state never is one; check it",
    ),
    "an amendment on no known day, adopted when the state had left": (
        lambda data: [
            change("XFF", 1, date=date(2008, 6, 11), effective=date(2009, 6, 11))(data),
            add("XFF", 2, UNDATED)(data),
        ],
        "XFF acts[2]: XVIII-10-b was adopted on 2010-06-11, when the state had left; check it",
    ),
    "an amendment twice on no known day": (
        add("XBB", 4, UNDATED, UNDATED),
        "XBB acts[5]: repeats the amendment of no known day; keep one",
    ),
    "a state comes back by ratification, never having signed": (
        add("XFF", 2, act("ratification", date(2022, 3, 4), effective=date(2022, 6, 1))),
        "XFF acts[2]: a state that did not sign accedes (Art. 125(3)); check the ratification",
    ),
    "a state comes back before it has left": (
        lambda data: data.acts("XBB").__setitem__(
            3, act("accession", date(2017, 8, 5), effective=date(2017, 11, 1))
        ),
        "XBB acts[3]: the state has deposited an instrument already; keep one",
    ),
    "an amendment too early": (
        change("XAA", 5, date=date(2010, 6, 10)),
        "XAA acts[5]: XVIII-10-b was not adopted by then; check the date",
    ),
    "a territorial act by no party": (
        add("XDD", 3, act("territorial-exclusion", date(2018, 1, 1), territories=["Isles"])),
        "XDD acts[3]: only a party, or a state with its deposit, names territories; check the date",
    ),
    "territories left out twice": (
        lambda data: data.acts("XAA").insert(4, dict(data.act("XAA", 3))),
        "XAA acts[4]: repeats the territorial-exclusion of 2001-02-08; keep one",
    ),
    "territories taken in before the Statute": (
        change("XAA", 3, kind="territorial-extension", effective=date(2002, 6, 30)),
        "XAA acts[3]: is effective when the state is no party; check both days",
    ),
    "medium, and no word why": (
        change("XBB", 0, confidence="medium"),
        "XBB acts[0]: is of medium confidence; say in 'note' what is doubtful",
    ),
    "a notification of an earlier year": (
        change("XBB", 2, reference="C.N.1.2015.TREATIES-XVIII.10"),
        "XBB acts[2]: is told by C.N.1.2015.TREATIES-XVIII.10, of an earlier year; check both",
    ),
    "a territorial act without territories": (
        change("XAA", 3, territories=None),
        "XAA acts[3]: a territorial-exclusion needs 'territories'; add it",
    ),
    "a field that is another's": (
        change("XBB", 0, outcome="accepted"),
        "XBB acts[0]: a signature has no 'outcome'; leave it out",
    ),
    "an effect of a signature": (
        change("XBB", 0, effective=date(1999, 1, 1)),
        "XBB acts[0]: a signature has no 'effective'; leave it out",
    ),
    "nothing was computed": (
        change("XBB", 0, effective_computed=True),
        "XBB acts[0]: has 'effective_computed' without 'effective'; leave it out",
    ),
    "an earlier effect of a ratification": (
        change("XBB", 1, effective_earliest=date(2000, 1, 1)),
        "XBB acts[1]: a ratification has no 'effective_earliest'; leave it out",
    ),
    "an earlier effect that is later": (
        add(
            "XAA",
            6,
            act(
                "territorial-extension",
                date(2017, 6, 1),
                effective=date(2017, 7, 1),
                effective_earliest=date(2017, 7, 1),
                territories=["Elba"],
            ),
        ),
        "XAA acts[6]: has 'effective_earliest' without a later 'effective'; check both",
    ),
    "a declaration on nothing": (
        add("XAA", 6, act("declaration", date(2017, 6, 1))),
        "XAA acts[6]: a declaration needs 'subject'; add it",
    ),
    "a subject of a signature": (
        change("XBB", 0, subject="interpretative"),
        "XBB acts[0]: a signature has no 'subject'; leave it out",
    ),
    "an act before its agreement": (
        agreed(act("signature", date(2002, 9, 8), instrument="A")),
        "XAA agreements[0]: is dated before the agreement was adopted (2002-09-09); check the date",
    ),
    "an act towards an agreement after as_of": (
        agreed(act("accession", date(2026, 10, 3), instrument="A")),
        "XAA agreements[0]: is dated after as_of (2026-10-02); raise as_of or check the date",
    ),
    "a notice towards an agreement": (
        agreed(act("withdrawal", date(2010, 1, 1), instrument="A")),
        "XAA agreements[0]: a withdrawal is no act towards an agreement; check the kind",
    ),
    "an agreement joined twice": (
        agreed(
            act("accession", date(2010, 1, 1), instrument="A"),
            act("ratification", date(2011, 1, 1), instrument="A"),
        ),
        "XAA agreements[1]: repeats the ratification towards that agreement; keep one",
    ),
    "an amendment that needs no acceptances": (
        lambda data: data["instruments"][0].update(rule="122"),
        "XAA acts[5]: XVIII-10-b needs no acceptances (Art. 122); check the 'instrument'",
    ),
    "no document, and no word of it": (
        change("XAA", 6, confidence=None),
        "XAA acts[6]: cites 'no-document'; say 'confidence: unsourced'",
    ),
    "unsourced, with a source": (
        change("XBB", 0, confidence="unsourced"),
        "XBB acts[0]: is unsourced and cites a source; cite 'no-document'",
    ),
}
ANNOUNCED = {
    "kind": "announcement",
    "of": "withdrawal",
    "text": "It leaves",
    "source": "gazette",
}


def announce(*days):
    """Return what lets a state announce something on some days."""
    told = [{**ANNOUNCED, "date": day} for day in days]
    return lambda data: data.state("XAA").update(announcements=told)


ANNOUNCEMENTS = {
    "announced before adoption": (
        announce(date(1998, 7, 16)),
        "XAA announcements[0]: is not from 1998-07-17 to as_of (2026-10-02); check the date",
    ),
    "announced after as_of": (
        announce(date(2026, 10, 3)),
        "XAA announcements[0]: is not from 1998-07-17 to as_of (2026-10-02); check the date",
    ),
    "announcements out of order": (
        announce(date(2020, 1, 2), date(2020, 1, 1)),
        "XAA announcements[1]: stands after one of 2020-01-02; sort the announcements by date",
    ),
}
LISTS = {
    "states out of order": (swap, "XAA: stands after XBB; sort the states by iso3"),
    "a state twice": (
        lambda data: data["states"].insert(
            5, {**data.state("XEE"), "acts": [], "un_member": False}
        ),
        "XEE: stands twice; keep one entry",
    ),
    "a name of two states": (
        lambda data: data.state("XEE").update(aliases=["Old Beta", "beta!"]),
        "XEE: the name 'beta!' also leads to XBB; drop one",
    ),
    "a code of two states": (
        lambda data: data.state("XEE").update(iso2="XB"),
        "XEE: the name 'XB' also leads to XBB; drop one",
    ),
    "a name that is shared": (
        lambda data: data.state("XEE").update(aliases=["Utopia"]),
        "XEE: the name 'Utopia' also leads to the shared name 'Utopia'; drop one",
    ),
    "a name without letters": (
        lambda data: data.state("XEE").update(aliases=["?!"]),
        "XEE: the name '?!' holds no letter or digit; drop it",
    ),
    "a shared name twice": (again("shared_names"), "Utopia: stands twice; keep one entry"),
    "a name shared by one": (
        put("shared_names", 0, states=["XAA"]),
        "Utopia: is shared by fewer than two states; drop it",
    ),
    "no state twice": (again("not_states"), "Erewhon: stands twice; keep one entry"),
    "no state, named as one": (
        put("not_states", 0, aliases=["Alpha"]),
        "Erewhon: the name 'Alpha' also leads to XAA; drop one",
    ),
    "a state's own predecessor": (
        lambda data: (
            data.state("XCC").update(acts=[])
            or data.state("XCC")["exists_from"].update(predecessor="XCC")
        ),
        "XCC exists_from predecessor: is the state itself; name the one it was a part of",
    ),
    "an old state's birth": (
        lambda data: data.state("XCC")["exists_from"].update(date=date(1998, 7, 17)),
        "XCC exists_from: is for a state born after 1998-07-17; leave it out",
    ),
    "a source twice": (again("sources"), "page: stands twice; keep one entry"),
    "an address that is none": (
        put("sources", 0, url="example.org"),
        "page url: is no address; write one with https://",
    ),
    "an address with a blank": (
        put("sources", 0, url="https://example.org/a b"),
        "page url: is no address; write one with https://",
    ),
    "an address without https": (
        put("sources", 0, url="http://example.org/"),
        "page url: is not https; write https, or say in 'copy' what was read there",
    ),
    "an address without a host": (
        put("sources", 0, url="https://"),
        "page url: is no address; write one with https://",
    ),
    "an address with a path for a host": (
        put("sources", 0, url="https:///path.html"),
        "page url: is no address; write one with https://",
    ),
    "as_of after every reading": (
        lambda data: data["about"].update(as_of=date(2026, 10, 3)),
        "about as_of: is after every source was read (2026-10-02); check both",
    ),
    "an act after its source was read": (
        lambda data: [
            put("sources", 1, read=date(2020, 1, 9))(data),
            change("XFF", 1, source="gazette")(data),
        ],
        "XFF acts[1]: is dated after its sources were read (2020-01-09); check both",
    ),
    "a state born after its source was read": (
        put("sources", 1, read=date(2006, 6, 2)),
        "XCC exists_from: is dated after its sources were read (2006-06-02); check both",
    ),
    "a state born after as_of": (
        lambda data: data.state("XCC").update(
            exists_from={**data.state("XCC")["exists_from"], "date": date(2026, 10, 3)}, acts=[]
        ),
        "XCC exists_from: is after as_of (2026-10-02); raise as_of or check the date",
    ),
    "an amendment without its rule": (
        put("instruments", 0, rule=None),
        "XVIII-10-b: is an amendment and needs a 'rule' (Arts. 121, 122)",
    ),
    "an amendment of no known day, and no word of it": (
        put("instruments", 0, adopted=None),
        "XVIII-10-b: has no 'adopted'; say in 'note' what is known",
    ),
    "an amendment after as_of": (
        lambda data: [
            data["instruments"].append(
                {**data["instruments"][0], "key": "XVIII-10-z", "adopted": date(2026, 10, 3)}
            ),
        ],
        "XVIII-10-z adopted: is after as_of (2026-10-02); raise as_of or check the date",
    ),
    "a source not to be found": (
        put("sources", 0, url=None),
        "page: needs a 'url', or a day, year or number in 'title' or 'copy' to cite it by",
    ),
    "an amendment twice": (again("instruments"), "XVIII-10-b: stands twice; keep one entry"),
    "an amendment too early": (
        put("instruments", 0, adopted=date(2009, 6, 30)),
        "XVIII-10-b adopted: is before 2009-07-01 (Art. 121(1)); check the date",
    ),
    "a region twice": (again("regions"), "Africa: stands twice; keep one entry"),
    "a region unknown": (
        lambda data: [
            data.state("XEE").update(region="GRULAC"),
            put("regions", 0, members=2)(data),
        ],
        "XEE region: does not stand under 'regions'; add it",
    ),
    "a region's size": (
        put("regions", 1, members=28),
        "WEOG members: has 2 Members of the United Nations, not 28; check both",
    ),
    "a member that is none": (
        lambda data: data.state("XFF").pop("un_member"),
        "WEOG members: has 3 Members of the United Nations, not 2; check both",
    ),
}


@pytest.mark.parametrize(("change", "message"), ACTS.values(), ids=ACTS.keys())
def test_the_law(check, change, message):
    """What the treaty demands of an act is demanded, by its own message and by no other."""
    data = sound()
    change(data)

    assert check(data) == (1, [message])


@pytest.mark.parametrize(
    ("change", "message"), [*LISTS.values(), *ANNOUNCEMENTS.values()], ids=[*LISTS, *ANNOUNCEMENTS]
)
def test_the_lists(check, change, message):
    """States, names, sources, amendments and regional groups are in order, once, and add up."""
    data = sound()
    change(data)

    assert check(data) == (1, [message])


def test_predecessors_in_a_circle(check, run, tmp_path):
    """States that name each other are refused when read, too: nothing may walk in a circle."""
    data = sound()
    for code, other in (("XCC", "XDD"), ("XDD", "XEE"), ("XEE", "XCC")):
        born = {"date": date(2006, 6, 3), "predecessor": other, "source": "gazette"}
        data.state(code)["exists_from"] = born
    told = "exists_from predecessor: leads back to {0} itself; name the one it was a part of"
    path = tmp_path / "circle.yaml"
    path.write_text(data.text())

    assert check(data) == (1, [f"{code} {told.format(code)}" for code in ("XCC", "XDD", "XEE")])
    for verb in (["map", "-o", str(tmp_path / "map.svg")], ["list"]):
        result = run(*verb, "--registry", str(path))
        assert result.code == 3
        assert "leads back to XCC itself" in result.err


def test_a_registry_without_regions(run, tmp_path):
    """A region that does not stand under 'regions' is refused when the registry is read."""
    data = sound()
    data["regions"].clear()
    path = tmp_path / "regions.yaml"
    path.write_text(data.text())
    result = run("alpha", "--format", "table", "--registry", str(path))

    assert (result.code, result.out) == (3, "")
    assert "region: does not stand under 'regions'; add it" in result.err


LAWFUL = {
    "signed and ratified on one day": change("XBB", 1, date=date(2002, 6, 28)),
    "a state signs on the last day": change("XBB", 0, date=date(2000, 12, 31)),
    "a notice taken back the day before its effect": change("XBB", 3, date=date(2017, 11, 9)),
    "an accession taken back the day before": change("XEE", 1, date=date(2019, 5, 31)),
    "a notice that names a later day": change(
        "XFF", 1, effective=date(2021, 6, 1), note="The notice names the day."
    ),
    "a leap day's notice": change("XFF", 1, date=date(2020, 2, 29), effective=date(2021, 2, 28)),
    "an opt-out on the day of adoption": lambda data: data.acts("XAA").insert(
        5, {**data.acts("XAA").pop(6), "date": date(2010, 6, 11)}
    ),
    "a declaration from the year alone": change(
        "XDD", 2, covers_from=None, covers_until=None, covers_from_year=2002
    ),
    "an acceptance on no known day": lambda data: data.acts("XAA").append(
        {
            "kind": "amendment",
            "instrument": "XVIII-10-b",
            "source": data.acts("XAA").pop(5)["source"],
        }
    ),
    "Art. 124 withdrawn from a day before": change("XAA", 4, effective=date(2008, 6, 15)),
    "Art. 124 withdrawn on its last day": change("XAA", 4, date=date(2009, 6, 30)),
    "Art. 124 with its day": change("XAA", 2, effective=date(2002, 7, 1)),
    "an address with a port": put("sources", 0, url="https://example.org:8080?a=b"),
    "one source read early, one late": lambda data: [
        put("sources", 1, read=date(2007, 1, 1))(data),
        change("XFF", 1, source=["gazette", "page"])(data),
    ],
    "a party's declaration for the days before": lambda data: (
        data.acts("XBB").insert(
            2, act("declaration-12-3", date(2004, 2, 27), **covers(date(2002, 7, 1)))
        )
        or data.acts("XBB").pop()
    ),
    "a notification of the next year": change("XBB", 2, reference="C.N.1.2017.TREATIES-XVIII.10"),
    "http with what was read": put("sources", 0, url="http://example.org/", copy="a mirror"),
    "no address, a number": put("sources", 0, url=None, title="C.N.1.2026"),
}


@pytest.mark.parametrize("change", LAWFUL.values(), ids=LAWFUL.keys())
def test_what_is_lawful(check, change):
    """The rules stop where the treaty does."""
    data = sound()
    change(data)

    assert check(data) == (0, ["sound: 6 states, 19 acts, as of 2026-10-02"])


BACK = {
    "by accession": [act("accession", date(2021, 3, 4), effective=date(2021, 6, 1))],
    "by ratification": [act("ratification", date(2021, 3, 4), effective=date(2021, 6, 1))],
    "and leaves again": [
        act("accession", date(2021, 3, 4), effective=date(2021, 6, 1)),
        act("withdrawal", date(2022, 1, 10), effective=date(2023, 1, 10)),
    ],
    "and accepts an amendment once more": [
        act("accession", date(2021, 3, 4), effective=date(2021, 6, 1)),
        act("amendment", date(2021, 3, 4), instrument="XVIII-10-b"),
    ],
}


@pytest.mark.parametrize("acts", BACK.values(), ids=BACK.keys())
def test_a_signatory_that_left_comes_back(check, acts):
    """Whether it accedes or ratifies is for the depositary to record (Art. 125)."""
    data = sound()
    data.acts("XBB")[3:] = [act("amendment", date(2016, 12, 1), instrument="XVIII-10-b"), *acts]
    data.act("XBB", 2)["date"] = date(2016, 11, 10)

    assert check(data)[0] == 0


def test_all_faults_at_once(check):
    """Faults are all named, in the order of the lines."""
    data = sound()
    data.act("XFF", 0)["effective"] = date(2007, 9, 1)
    data["sources"][0]["url"] = "nowhere"

    code, found = check(data)

    assert (code, [line.split(":")[0] for line in found]) == (1, ["page url", "XFF acts[0]"])


def _doubt(data):
    data.act("XAA", 0).update(confidence="medium", note="Not sure.")


WARNED = {
    "a doubt without a question": (
        _doubt,
        "XAA acts[0]: is medium; say in 'open_question' what would settle that",
    ),
    "a source unused": (
        lambda data: data["sources"].append({**data["sources"][1], "key": "spare"}),
        "spare: is cited by nothing; cite it or remove it",
    ),
}


@pytest.mark.parametrize(("change", "message"), WARNED.values(), ids=WARNED)
def test_warnings(run, tmp_path, change, message):
    """What is left to do is told on standard error, and the file is sound all the same."""
    data = sound()
    change(data)
    path = tmp_path / "states.yaml"
    path.write_text(data.text(), encoding="utf-8")
    result = run("validate", str(path))

    assert result.code == 0
    assert "sound" in result.out
    assert [line.split(": ", 4)[-1] for line in result.err.splitlines()] == [message]


def test_what_has_no_warning(run, tmp_path):
    """A doubt with its question, and a decision that the file itself does not cite."""
    data = sound()
    _doubt(data)
    data.act("XAA", 0)["open_question"] = "the notification"
    data["sources"].append({**data["sources"][1], "key": "spare", "number": "ICC-01/00-1"})
    path = tmp_path / "states.yaml"
    path.write_text(data.text(), encoding="utf-8")

    assert run("validate", str(path)).err == ""
