"""`icc-status site`: its files, and that they say what the verbs say, for the sample registry."""

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import icalendar
import pytest
from sample_registry import STATES, sample_docket, sample_registry
from terminals import TODAY

from icc_status import Registry, RegistryError, load
from icc_status.errors import OutputError
from icc_status.loading.codes import load_codes
from icc_status.loading.situations import load as load_situations
from icc_status.model.situations import Docket
from icc_status.queries.categories import spans
from icc_status.queries.rows import row
from icc_status.site.contents import contents
from icc_status.site.edition import Edition
from icc_status.site.feeds import atom, calendar
from icc_status.site.situation_page import place
from icc_status.system.folders import save_folder
from icc_status.wording.page import page
from icc_status.wording.situation import situation_page

DAY = dt.date(2026, 10, 2)
ATOM = "{http://www.w3.org/2005/Atom}"
EMPTY_TAGS = {"meta", "link", "input", "option"}


def edition(on: dt.date = DAY, registry: Registry | None = None, docket: Docket | None = None):
    """Return an edition of the sample."""
    return Edition(registry or sample_registry(), docket or sample_docket(), {}, on)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    """Return the site of the sample on 2 October 2026."""
    return dict(contents(edition()))


class Reader(HTMLParser):
    """Reads a page strictly: its text, its tags, its links and its anchors."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(data.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY_TAGS and f"</{tag}" in self.rawdata:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def values(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


def pages(site: dict[str, bytes]) -> dict[str, Reader]:
    """Return the pages of a site as they are read."""
    return {path: Reader(data) for path, data in site.items() if path.endswith(".html")}


def test_files(site):
    """There is a page and a JSON file for each state, and the files that docs/site.md names."""
    codes = {state.iso3 for state in sample_registry()}
    tables = {f"data/{name}.csv" for name in ("states", "acts", "spells", "panel")}

    assert {path for path in site if path.startswith("state/")} == {
        f"state/{code}/index.html" for code in codes
    }
    assert {path for path in site if path.startswith("api/v1/states/")} == {
        f"api/v1/states/{code}.json" for code in codes
    }
    assert tables <= set(site)
    assert {
        *("index.html", "map/index.html", "chart/index.html", "changes/index.html"),
        *("api/v1/states.json", "api/v1/situations.json", "data/datapackage.json"),
        *("changes.atom", "upcoming.ics"),
    } <= set(site)


def test_weight():
    """The site of the shipped registry has at most 500 files and 5 MB."""
    whole = Edition(load(), load_situations(), load_codes().states, TODAY)
    sizes = [len(data) for _, data in contents(whole)]

    assert len(sizes) <= 500
    assert sum(sizes) <= 5_000_000


def test_every_link_leads_somewhere(site):
    """Links within the site are relative, and lead to a file and an anchor that are there."""
    read = pages(site)
    led = set()
    for path, reader in read.items():
        for address in reader.values("href"):
            parts = urlsplit(address)
            if parts.scheme:
                assert parts.scheme in {"http", "https"}
                continue
            target = normpath(str(PurePosixPath(path).parent / parts.path)) if parts.path else path
            assert target in site, (path, address)
            led.add(target)
            if parts.fragment:
                assert unquote(parts.fragment) in read[target].values("id"), (path, address)

    assert set(site) - led == set()


def test_every_page_says_how_far_it_goes(site):
    """Each page names its day, the registry's as-of, and whose record prevails."""
    for path, reader in pages(site).items():
        assert str(DAY) in reader.text, path
        assert f"registry is as of {sample_registry().as_of}" in reader.text, path
        assert "The depositary's record prevails." in reader.text, path


@pytest.mark.parametrize("code", [state.iso3 for state in sample_registry()])
def test_page_of_a_state_says_what_its_card_says(site, code):
    """The page has the card's answer, acts, doubts, meaning and sources."""
    registry = sample_registry()
    told = page(row(registry, registry[code], DAY, DAY), registry)
    text = Reader(site[f"state/{code}/index.html"]).text
    squeezed = re.sub(r"\s", "", text)

    for said in (
        told.answer,
        *(entry.text for entry in told.entries),
        *(entry.doubt for entry in told.entries),
        *(entry.reference or "" for entry in told.entries),
        *(paragraph.text for paragraph in told.paragraphs),
        *(source.cited for source in told.cited),
        *(situation.brief(DAY) for situation in sample_docket().concerning(code, DAY)),
    ):
        assert re.sub(r"\s", "", said) in squeezed


@pytest.mark.parametrize("code", ["RUS", "NER", "SSD", "TLS", "MNE"])
def test_bar_of_time_is_drawn_without_a_gap(site, code):
    """The bar has one rectangle a span, each beginning where the one before ends, to the end."""
    registry = sample_registry()
    reader = Reader(site[f"state/{code}/index.html"])
    drawn = [
        (attrs["class"].removeprefix("key "), float(attrs["x"][:-1]), float(attrs["width"][:-1]))
        for tag, attrs in reader.tags
        if tag == "rect" and (attrs.get("x") or "").endswith("%")
    ]

    assert [shade for shade, _, _ in drawn] == [
        span.value.shade for span in spans(registry, registry[code])
    ]
    assert drawn[0][1] == 0
    for (_, x, width), (_, following, _) in pairwise(drawn):
        assert x + width == pytest.approx(following, abs=0.02)
    assert drawn[-1][1] + drawn[-1][2] == pytest.approx(100, abs=0.02)


@pytest.mark.parametrize("situation", sample_docket().come_up(DAY), ids=lambda s: s.key)
def test_page_of_a_situation_says_what_its_card_says(site, situation):
    """The page has the card's answer, phases, states concerned and sources."""
    told = situation_page(situation, sample_docket(), sample_registry(), DAY)
    squeezed = re.sub(r"\s", "", Reader(site[place(situation)]).text)

    for said in (
        told.answer,
        *(entry.text for entry in told.entries),
        *(entry.doubt for entry in told.entries),
        *(paragraph.text for paragraph in told.paragraphs),
        *(source.cited for source in told.cited),
    ):
        assert re.sub(r"\s", "", said) in squeezed


def test_front_page_counts_and_lists(site):
    """The front page has every state under its status, and who leaves next in order."""
    text = Reader(site["index.html"]).text
    leaving = [s for s in sample_registry() if s.standing(DAY).leaving]
    leaving.sort(key=lambda state: state.standing(DAY).leaving)
    section = text[text.index("Leaving next") : text.index("State Party: ")]

    assert [section.index(state.name) for state in leaving] == sorted(
        section.index(state.name) for state in leaving
    )
    for state in leaving:
        assert f"{state.name}: State Party, leaving on {state.standing(DAY).leaving}" in section
    assert "Signatory that does not intend to become a party: 4" in text


@pytest.mark.parametrize("on", [dt.date(2011, 7, 8), dt.date(2011, 7, 9)])
def test_a_state_has_a_page_from_its_first_day_on(on):
    """South Sudan is not in the site of the day before it existed, and in that of the day."""
    paths = [path for path, _ in contents(edition(on))]

    assert ("state/SSD/index.html" in paths) is (on.day == 9)


def test_past_days_are_told_in_the_past():
    """The site of a past day says what was so then, whenever it is built."""
    text = Reader(dict(contents(edition(dt.date(2016, 11, 16))))["state/RUS/index.html"]).text

    assert "On 2016-11-16: Russian Federation was not a party" in text
    assert "not yet notified to the depositary" in text


def test_interface_says_what_the_verbs_say(site, run):
    """The JSON files hold what `show` and `situations` answer, in one envelope."""
    asked = ("--on", str(DAY), "--format", "json")
    whole = json.loads(site["api/v1/states/RUS.json"])
    brief = json.loads(site["api/v1/states.json"])
    situations = json.loads(site["api/v1/situations.json"])
    listed = json.loads(run("list", *asked, "--sort", "name", today=DAY).out)

    assert {key: whole[key] for key in list(whole)[:-1]} == {
        "schema_version": 1,
        "as_of": "2026-10-02",
        "on": "2026-10-02",
        "generated_by": whole["generated_by"],
    }
    assert [whole["result"]] == json.loads(run("russia", *asked, today=DAY).out)
    assert situations["result"] == json.loads(run("situations", *asked).out)
    assert [record["iso3"] for record in brief["result"]] == [r["iso3"] for r in listed]
    for record, same in zip(brief["result"], listed, strict=True):
        assert record == {key: same[key] for key in record}


def test_data_are_what_export_writes(run, tmp_path):
    """The tables and their data package are those of `export`, to the byte."""
    site = edition(DAY)
    full = dict(contents(replace(site, codes=load_codes().states)))
    assert run("export", "-o", str(tmp_path), "--on", str(DAY)).code == 0

    assert {path: data for path, data in full.items() if path.startswith("data/")} == {
        f"data/{file.name}": file.read_bytes() for file in tmp_path.iterdir()
    }


def entries(data: bytes) -> list[ElementTree.Element]:
    """Return the entries of a feed, as an XML parser reads them."""
    return ElementTree.fromstring(data).findall(f"{ATOM}entry")


def test_atom_has_past_acts_newest_first(site):
    """The feed has what RFC 4287 requires, and nothing that lies ahead."""
    feed = ElementTree.fromstring(site["changes.atom"])
    found = entries(site["changes.atom"])
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in found]
    names = [entry.findtext(f"{ATOM}id") for entry in found]

    assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert days == sorted(days, reverse=True)
    assert days[0][:10] <= str(DAY)
    assert len(found) == len(set(names)) == 100
    assert all(entry.findtext(f"{ATOM}title") for entry in found)
    assert {entry.find(f"{ATOM}link").get("href") for entry in found} <= set(site)


def events(on: dt.date) -> dict[str, tuple[str, dt.date]]:
    """Return the title and the day of each event of a day's calendar, by its UID."""
    read = icalendar.Calendar.from_ical(calendar(edition(on)))
    return {
        str(event["UID"]): (str(event["SUMMARY"]), event["DTSTART"].dt)
        for event in read.walk("VEVENT")
    }


@pytest.mark.parametrize(
    ("on", "ahead"),
    [
        (dt.date(2016, 10, 26), False),
        (dt.date(2016, 10, 27), True),
        (dt.date(2017, 10, 26), True),
        (dt.date(2017, 10, 27), False),
    ],
)
def test_calendar_has_an_effect_from_its_notice_until_its_day(on, ahead):
    """Burundi's withdrawal is in the calendar from its notice on, until it is in effect."""
    same = ("Burundi: Withdrawal in effect (Art. 127)", dt.date(2017, 10, 27))
    titles = [entry.findtext(f"{ATOM}title") for entry in entries(atom(edition(on)))]

    assert (same in events(on).values()) is ahead
    assert (same[0] in titles) is (on >= same[1])


@pytest.mark.parametrize(
    ("on", "ahead"),
    [
        (dt.date(2016, 11, 9), False),
        (dt.date(2016, 11, 10), True),
        (dt.date(2017, 2, 9), True),
        (dt.date(2017, 2, 10), False),
    ],
)
def test_calendar_has_a_notice_until_it_is_taken_back(on, ahead):
    """Gambia's notice was pending until it was taken back; its page says the same of each day."""
    same = ("Gambia: Withdrawal in effect (Art. 127)", dt.date(2017, 11, 10))

    assert (same in events(on).values()) is ahead
    assert (sample_registry()["GMB"].standing(on).leaving == same[1]) is ahead


@pytest.mark.parametrize("on", [dt.date(2002, 5, 1), dt.date(2006, 7, 1), DAY])
def test_calendar_is_what_the_states_are_about_to_be(on):
    """The calendar has each state that is about to leave, and each that is about to be a party."""
    registry = sample_registry()
    standings = {state.name: state.standing(on) for state in registry.existing(on)}
    leaving = {name for name, standing in standings.items() if standing.leaving}
    entering = {name for name, standing in standings.items() if standing.status == "contracting"}

    assert {title.split(": ")[0] for title, _ in events(on).values()} == leaving | entering


def test_names_of_events_stay():
    """An event has the same UID on every day; the feed then has its effect under the same UUID."""
    early, late = events(dt.date(2017, 9, 1)), events(dt.date(2017, 10, 26))
    feed = {entry.findtext(f"{ATOM}id") for entry in entries(atom(edition(dt.date(2017, 10, 27))))}
    uid = next(uid for uid, (title, _) in late.items() if title.startswith("Burundi"))

    assert uid in early
    assert f"urn:uuid:{uid}" in feed
    assert len(events(DAY)) == len([s for s in sample_registry() if s.standing(DAY).leaving])


def test_calendar_lines_are_short():
    """No line of the calendar has more than 75 octets; all end in CRLF (RFC 5545)."""
    data = calendar(edition())

    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    said = " ".join(str(e["DESCRIPTION"]) for e in icalendar.Calendar.from_ical(data).events)
    assert "which prevails; icc-status" in said
    assert "Confidence: single-source." in said


WICKED = """<i a="1" b='2'>&amp;,;\\"""
CODES = {
    *("iso3", "iso2", "former_iso3", "region", "key", "amendment", "outcome", "origin", "states"),
    *("also", "nationals", "abroad_in", "state", "situation", "referred_by", "exemption", "code"),
    *("ambiguous", "predecessor", "covered_by", "continued_by", "claimed_by", "readings"),
    *("crimes", "kind", "covers"),
}
"""Fields of the model that hold codes, which no text can take the place of."""


def wicked(value: object, name: str = "") -> object:
    """Return a part of the model with markup in every text."""
    if isinstance(value, str) and not isinstance(value, Enum) and name not in CODES:
        return f"{value} {WICKED}"
    if isinstance(value, tuple):
        return tuple(wicked(item, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: wicked(getattr(value, f.name), f.name) for f in fields(value) if f.init}
        return type(value)(**changed)
    if isinstance(value, dict):
        return {key: wicked(item, name) for key, item in value.items()}
    return value


@pytest.fixture(scope="module")
def wicked_site() -> dict[str, bytes]:
    """Return the site of the sample with markup in every text of the registry."""
    return dict(contents(edition(DAY, wicked(sample_registry()), wicked(sample_docket()))))


def test_every_text_is_escaped_in_pages(wicked_site):
    """No text of a registry makes a tag or an attribute; each is read as it was written."""
    for path, reader in pages(wicked_site).items():
        assert {"i"} & {tag for tag, _ in reader.tags} == set(), path
        assert not any(
            name in {"a", "b", "&amp;,;\\"} for _, attrs in reader.tags for name in attrs
        )
    text = Reader(wicked_site["state/RUS/index.html"]).text

    assert text.count(WICKED) >= 15
    assert f"Russian Federation {WICKED} is not a party" in text


def test_only_an_address_of_the_web_becomes_a_link(run, tmp_path):
    """A source with another address is named in pages and in cards, and leads nowhere."""
    path = tmp_path / "odd.yaml"
    text = STATES.read_text(encoding="utf-8")
    path.write_text(
        re.sub("url: http[^\\n]*", "url: 'javascript:alert(1)'", text), encoding="utf-8"
    )

    assert run("site", "-o", str(tmp_path / "site"), "--registry", str(path)).code == 0
    assert 'href="javascript:' not in (tmp_path / "site/state/RUS/index.html").read_text("utf-8")
    card = run("russia", "--format", "markdown", "--registry", str(path)).out
    assert " javascript:alert(1) Read" in card
    assert "<javascript:" not in card


def test_every_text_is_escaped_in_feeds(wicked_site):
    """An XML parser and a calendar read the texts as they were written."""
    first = entries(wicked_site["changes.atom"])[0]
    read = icalendar.Calendar.from_ical(wicked_site["upcoming.ics"])

    assert WICKED in first.findtext(f"{ATOM}title")
    assert WICKED in first.findtext(f"{ATOM}summary")
    assert all(WICKED in str(event["SUMMARY"]) for event in read.events)
    assert all(WICKED in str(event["DESCRIPTION"]) for event in read.events)


def test_every_text_is_whole_in_json(wicked_site):
    """JSON holds the texts as they were written."""
    assert WICKED in json.loads(wicked_site["api/v1/states/RUS.json"])["result"]["summary"]


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_command_writes_the_folder(run, site, tmp_path):
    """The command writes all files, and the list of them; nothing is left beside the folder."""
    assert run("site", "-o", str(tmp_path / "new" / "site"), "--on", str(DAY)).code == 0
    written = files_of(tmp_path / "new" / "site")
    _, *names = written.pop("files.txt").decode().splitlines()

    assert names == sorted(written)
    assert set(written) == set(site)
    assert os.listdir(tmp_path / "new") == ["site"]


def test_same_day_same_bytes(run, tmp_path):
    """The site of a day is the same, whenever and however often it is built."""
    for name, today in (("one", TODAY), ("two", TODAY + dt.timedelta(days=400))):
        assert run("site", "-o", str(tmp_path / name), "--on", "2026-11-01", today=today).code == 0

    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_a_site_is_replaced_as_a_whole(run, tmp_path):
    """A folder that the command wrote is replaced; what only the old site had is gone."""
    place = tmp_path / "site"
    assert run("site", "-o", str(place)).code == 0
    assert run("site", "-o", str(place), "--on", "2006-06-02").code == 0

    assert not (place / "state" / "SSD").exists()
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("stranger", ["CNAME", ".git/HEAD", "state/RUS/notes.txt", "empty/"])
def test_what_others_wrote_is_never_removed(run, tmp_path, stranger):
    """A folder that holds anything else is refused by name, and left as it is."""
    place = tmp_path / "site"
    assert run("site", "-o", str(place), "--on", "2006-06-02").code == 0
    added = place / stranger
    if stranger.endswith("/"):
        added.mkdir()
    else:
        added.parent.mkdir(exist_ok=True)
        added.write_text("mine")
    before = files_of(place)
    result = run("site", "-o", str(place))

    assert result.code == 4
    assert f"holds {stranger.split('/HEAD')[0].rstrip('/')}" in result.err
    assert files_of(place) == before
    assert added.exists()
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("listed", ["", "index.html\n"])
def test_a_strange_folder_is_refused(run, tmp_path, listed):
    """A folder with a list that the command did not write is refused; an empty one is taken."""
    (tmp_path / "mine").mkdir()
    assert run("site", "-o", str(tmp_path / "mine")).code == 0
    (tmp_path / "mine" / "files.txt").write_text(listed)
    refused = run("site", "-o", str(tmp_path / "mine"))

    assert refused.code == 4
    assert refused.err.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--on", "2026-11-25"), 2, "lies ahead"),
        (("--on", "1998-07-16"), 2, "before the Rome Statute was adopted"),
    ],
)
def test_other_days_are_refused(run, tmp_path, args, code, said):
    """A site is built for a day from 17 July 1998 to today."""
    result = run("site", "-o", str(tmp_path / "site"), *args)

    assert (result.code, said in result.err) == (code, True)
    assert os.listdir(tmp_path) == []


def test_places_that_are_no_folder_are_refused(run, tmp_path, monkeypatch):
    """A file, standard output, and the folder one is in are no place for a site."""
    (tmp_path / "file").write_text("mine")
    monkeypatch.chdir(tmp_path)

    assert run("site", "-o", "file").code == 4
    assert run("site", "-o", "-").code == 2
    assert run("site", "-o", ".").code == 4
    assert (tmp_path / "file").read_text() == "mine"
    assert os.listdir(tmp_path) == ["file"]


def test_nothing_is_half_written(tmp_path):
    """Where a file cannot be made, the old folder stays and nothing is left beside it."""

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise RegistryError("broken")

    place = tmp_path / "site"
    save_folder(place, [("index.html", b"old")])
    with pytest.raises(RegistryError):
        save_folder(place, broken())

    assert (place / "index.html").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["site"]


def test_the_old_folder_comes_back(tmp_path, monkeypatch):
    """Where the new folder cannot be moved into place, the old one is put back."""
    place = tmp_path / "site"
    save_folder(place, [("index.html", b"old")])
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith(".part"):
            raise PermissionError(13, "refused")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError, match="refused"):
        save_folder(place, [("index.html", b"new")])

    assert (place / "index.html").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["site"]
