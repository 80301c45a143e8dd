"""Files that are no registry, or not in the form of one: each has its message and exit code."""

import os
import re
from datetime import date

import pytest
from sound import sound

from icc_status.errors import RegistryError
from icc_status.loading import schema, strict_yaml
from icc_status.loading.faults import LONGEST

FULL = f"cannot be read: it holds more than {strict_yaml.MOST_EVENTS} YAML events"
REFUSED = {
    "empty": (b"", "not a registry: it has no list 'states'"),
    "a list": (b"- a\n", "not a registry: it has no list 'states'"),
    "no states": (b"about: {}\n", "not a registry: it has no list 'states'"),
    "states that are no list": (b"states: {}\n", "not a registry: it has no list 'states'"),
    "not UTF-8": (b"states: [\xff]\n", "not UTF-8 text"),
    "not YAML": (b"states: [\n", "not YAML: line 2: did not find expected node content"),
    "a tab": (
        b"states:\n\t- a\n",
        "not YAML: line 2: found character that cannot start any token",
    ),
    "NUL": (
        b"states: \0\n",
        "not YAML: unacceptable character #x0000: control characters are not allowed",
    ),
    "deep lists": (b"[" * 100_000, "not a registry: nested too deep"),
    "deep mappings": (b"{a: " * 30_000, "not a registry: nested too deep"),
    "deep lines": (
        b"".join(b" " * i + b"a:\n" for i in range(3000)),
        "not a registry: nested too deep",
    ),
    "deep in a line": (b"- " * 50_000 + b"a", "not a registry: nested too deep"),
    "full lists": (b"states: [" + b"{}," * 200_000 + b"]", FULL),
    "deep keys": (b"? " * 30 + b"a\n", "not a registry: nested too deep"),
    "deep in a key": (b"? " + b"[" * 30, "not a registry: nested too deep"),
    "two documents": (b"states: []\n---\nb\n", "not YAML: line 2: but found another document"),
    "large": (b"a" * (8 * 2**20 + 1), "cannot be read: it is larger than 8 MB"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("args", [["validate"], ["russia", "--registry"]], ids=["validate", "show"])
def test_what_is_no_registry(run, tmp_path, data, message, args):
    """One line says why, and the code is 3."""
    path = tmp_path / "registry.yaml"
    path.write_bytes(data)
    result = run(*args, str(path))

    assert (result.code, result.out) == (3, "")
    assert result.err == f"icc-status: {path}: {message}\n"


CROWDS = {
    "lists": "[" + "{}," * 50 + "]",
    "lines": "- {}\n" * 50,
    "words": "[" + "a," * 100 + "]",
    "one key": "a: 1\n" * 50,
    "keys that are none": "? [a]\n: b\n" * 25,
}


@pytest.mark.parametrize("text", CROWDS.values(), ids=CROWDS.keys())
def test_what_is_too_full(text):
    """A text with more YAML events than allowed is refused, whatever they are."""
    assert strict_yaml.read(text)
    with pytest.raises(RegistryError, match="it holds more than 100 YAML events"):
        strict_yaml.read(text, most=100)


def test_what_is_no_file(run, tmp_path):
    """A missing file, a directory, a pipe and a device are refused at once."""
    os.mkfifo(tmp_path / "pipe")
    cases = {
        str(tmp_path / "nothing"): "cannot be read: No such file or directory",
        str(tmp_path): "cannot be read: it is a directory; name a file",
        str(
            tmp_path / "pipe"
        ): "cannot be read: it is a pipe or a device; write it to a file first",
        "/dev/zero": "cannot be read: it is a pipe or a device; write it to a file first",
    }
    told = {path: run("validate", path) for path in cases}

    assert {result.code for result in told.values()} == {3}
    assert {path: result.err for path, result in told.items()} == {
        path: f"icc-status: {path}: {message}\n".replace("\0", "\\x00")
        for path, message in cases.items()
    }


LINES = {
    "a word YAML reads": ('iso2: "NO"', "iso2: NO", "NO is not text to YAML; quote it"),
    "a number YAML reads": ("un_name: Norway", "un_name: 12:30", "12:30 is not text to YAML"),
    "an empty field": ("un_name: Norway", "un_name:", "is empty; leave the field out"),
    "a key twice": (
        "common_name: Norway",
        "common_name: Norway\n  un_name: Norway",
        "the key 'un_name' stands twice; keep one",
    ),
    "a key YAML reads": (
        "common_name: Norway",
        "common_name: Norway\n  on: Norway",
        "this key is not text to YAML",
    ),
    "no such day": ("2002-07-01", "2002-02-30", "2002-02-30 is no day; write one such as"),
    "a time": ("2002-07-01", "2002-07-01 00:00:00", "2002-07-01 00:00:00 is no day"),
    "an alias": ("claim: A", "claim: &a A", "anchors and aliases are not used here"),
    "a merge": (
        "common_name: Norway",
        "common_name: Norway\n  <<: {a: b}",
        "this key is not text to YAML; quote it",
    ),
    "an escape": ("un_name: Norway", 'un_name: "Nor\\x1b[31mway"', "an unprintable character"),
    "a hidden character": ("un_name: Norway", "un_name: Nor\u200bway", "an unprintable character"),
    "a reversed text": ("un_name: Norway", "un_name: Nor\u202eyaw", "an unprintable character"),
    "a number without end": ("members: 1", f"members: {'9' * 5000}", f"{'9' * 40} is not text"),
}
TEXT = """\
about: {claim: A, prevails: B, licence: C, as_of: 2026-10-02}
sources: [{key: s, title: Of 2026, read: 2026-10-02}]
regions:
- code: WEOG
  title: WEOG
  members: 1
  source: s
instruments: []
states:
- iso3: NOR
  iso2: "NO"
  un_name: Norway
  common_name: Norway
  region: WEOG
  acts:
  - {date: 1998-08-28, kind: signature, source: s}
  - {date: 2000-02-16, kind: ratification, effective: 2002-07-01, source: s}
"""


@pytest.mark.parametrize(("was", "now", "message"), LINES.values(), ids=LINES.keys())
def test_what_yaml_would_let_pass(run, tmp_path, was, now, message):
    """Words, keys, days and characters that YAML reads in another way than people are faults."""
    path = tmp_path / "registry.yaml"
    text = TEXT.replace(was, now, 1)
    path.write_text(text if "&a" not in now else text.replace("prevails: B", "prevails: *a"))
    line = next(i for i, line in enumerate(TEXT.splitlines(), 1) if was in line) + now.count("\n")
    result = run("validate", str(path))

    assert result.code == 1
    assert message in result.out
    assert result.out.startswith(f"{path}: line {line}: ")


def test_the_text_above_is_sound(run, tmp_path):
    """Unbroken, that text has no fault."""
    path = tmp_path / "registry.yaml"
    path.write_text(TEXT)

    assert run("validate", str(path)).code == 0


TEXTS = 'must be text, such as "NO" in quotes where YAML would read a word'
DAY = "must be a day such as 2002-07-01, without quotes"


def lacks(where, at, name):
    """Return a change that takes a field away."""
    return lambda data: data[where][at].pop(name)


def has(where, at, name, value):
    """Return a change that sets a field."""
    return lambda data: data[where][at].__setitem__(name, value)


def act_has(code, at, name, value):
    """Return a change that sets a field of an act."""
    return lambda data: data.act(code, at).__setitem__(name, value)


SHAPES = {
    "an unknown head": (
        lambda data: data.update(extra="x"),
        f"extra: is no known field; the fields are {', '.join(schema.HEAD)}",
    ),
    "an unknown field": (
        has("sources", 0, "page", "x"),
        f"page page: is no known field; the fields are {', '.join(schema.SOURCE)}",
    ),
    "a head missing": (lambda data: data.pop("regions"), "has no field 'regions'; add it"),
    "a field missing": (lacks("sources", 0, "title"), "page: has no field 'title'; add it"),
    "no mapping": (
        lambda data: data["sources"].append("page"),
        "sources[3]: must be a mapping of fields",
    ),
    "no list": (lambda data: data.update(sources="page"), "sources: must be a list"),
    "no mapping at the head": (
        lambda data: data.update(about="page"),
        "about: must be a mapping of fields",
    ),
    "a number for text": (has("sources", 0, "title", 5), f"page title: {TEXTS}"),
    "blanks around": (has("sources", 0, "title", " a"), f"page title: {TEXTS}"),
    "no text": (has("sources", 0, "title", ""), f"page title: {TEXTS}"),
    "a text for a day": (has("sources", 0, "read", "2026"), f"page read: {DAY}"),
    "a far day": (has("sources", 0, "read", date(9999, 1, 1)), f"page read: {DAY}"),
    "a text for a number": (
        has("regions", 0, "members", "5"),
        "Africa members: must be a whole number",
    ),
    "an empty list of texts": (
        has("states", 0, "aliases", []),
        "XAA aliases: must be a list of texts, each in quotes where YAML would read a word",
    ),
    "a text twice in a list": (
        has("states", 0, "aliases", ["Alfa", "Alfa"]),
        "XAA aliases: holds 'Alfa' twice; keep one",
    ),
    "a source cited twice": (
        act_has("XBB", 0, "source", ["page", "page"]),
        "XBB acts[0] source: holds 'page' twice; keep one",
    ),
    "a number that is no notification's": (
        act_has("XBB", 2, "reference", "CN 862"),
        "XBB acts[2] reference: must be a notification's number such as"
        " C.N.225.2025.TREATIES-XVIII.10",
    ),
    "a code too long": (
        has("states", 0, "iso2", "XAA"),
        "XAA iso2: must be a code of 2 capital letters, in quotes",
    ),
    "a code in small letters": (
        has("states", 0, "iso2", "xa"),
        "XAA iso2: must be a code of 2 capital letters, in quotes",
    ),
    "a region unheard of": (
        has("states", 0, "region", "Europe"),
        f"XAA region: must be one of {', '.join(schema.REGIONS)}",
    ),
    "a kind unheard of": (
        act_has("XBB", 0, "kind", "unsigning"),
        "XBB acts[0] kind: must be one of " + ", ".join(schema.Kind),
    ),
    "a year that is none": (
        act_has("XDD", 2, "covers_from_year", 12),
        "XDD acts[2] covers_from_year: must be a year such as 2011",
    ),
    "true where false is said": (
        has("states", 0, "un_member", True),
        "XAA un_member: may only be false; leave it out otherwise",
    ),
    "false where true is said": (
        act_has("XBB", 1, "effective_computed", False),
        "XBB acts[1] effective_computed: may only be true; leave it out otherwise",
    ),
    "a source that is not there": (
        act_has("XBB", 0, "source", ["page", "pages"]),
        "XBB acts[0] source: 'pages' is no key under 'sources'",
    ),
    "a predecessor that is not there": (
        lambda data: data.state("XCC")["exists_from"].update(predecessor="XZZ"),
        "XCC exists_from predecessor: 'XZZ' is no state's iso3",
    ),
    "covered by none": (
        has("not_states", 0, "covered_by", "XZZ"),
        "Erewhon covered_by: 'XZZ' is no state's iso3",
    ),
    "shared with none": (
        has("shared_names", 0, "states", ["XAA", "XZZ"]),
        "Utopia states: 'XZZ' is no state's iso3",
    ),
    "too many acts": (
        lambda data: data.state("XBB").update(acts=data.acts("XBB") * 13),
        "XBB acts: must be a list of 50 at most",
    ),
    "an act without its day": (
        lambda data: data.act("XBB", 0).pop("date"),
        "XBB acts[0]: has no 'date'; only an amendment's or a declaration's may be unknown",
    ),
    "an amendment of nothing": (
        lambda data: data.act("XAA", 5).pop("instrument"),
        "XAA acts[5]: needs an 'instrument' of sort amendment that stands under 'instruments'",
    ),
    "an amendment unheard of": (
        act_has("XAA", 5, "instrument", "XVIII-10-z"),
        "XAA acts[5]: needs an 'instrument' of sort amendment that stands under 'instruments'",
    ),
    "an agreement as an amendment": (
        lambda data: (
            data["instruments"].append({**data["instruments"][0], "key": "A", "sort": "agreement"}),
            data.act("XAA", 5).update(instrument="A"),
        ),
        "XAA acts[5]: needs an 'instrument' of sort amendment that stands under 'instruments'",
    ),
    "an amendment as an agreement": (
        lambda data: data.state("XAA").update(agreements=[data.act("XAA", 5)]),
        "XAA agreements[0]: needs an 'instrument' of sort agreement that stands under"
        " 'instruments'",
    ),
    "a declaration on nothing known": (
        lambda data: data.act("XBB", 0).update(kind="declaration", instrument="XVIII-10-z"),
        "XBB acts[0]: needs an 'instrument' that stands under 'instruments'",
    ),
    "an amendment in a signature": (
        act_has("XBB", 0, "instrument", "XVIII-10-b"),
        "XBB acts[0]: a signature has no 'instrument'; leave it out",
    ),
}


@pytest.mark.parametrize(("change", "message"), SHAPES.values(), ids=SHAPES.keys())
def test_the_shape(run, tmp_path, change, message):
    """Each fault has its own message, and no verb uses the registry."""
    data = sound()
    change(data)
    path = tmp_path / "registry.yaml"
    path.write_text(data.text())
    told = run("validate", str(path))
    used = run("alpha", "--registry", str(path))

    assert told.code == 1
    assert [
        re.sub(r"^line [0-9]+: ", "", line.removeprefix(f"{path}: ")) for line in told.lines
    ] == [message]
    assert (used.code, used.out) == (3, "")
    assert message in used.err


PLACES = {
    "a field of an act": (
        "un_name: Norway\n  acts:\n  - {date: 1998-08-28, kind: signature, source: s, note: }",
        "NOR acts[0] note: is empty; leave the field out",
    ),
    "an act": (
        "un_name: Norway\n  acts:\n  - {date: 1998-08-28, date: 1998-08-28}",
        "NOR acts[0]: the key 'date' stands twice; keep one",
    ),
    "a state": (
        "un_name: Norway\n  un_name: Norway",
        "NOR: the key 'un_name' stands twice; keep one",
    ),
    "one of several": ("un_name: Norway\n  aliases: [Norge, on]", "NOR aliases[1]: on is not text"),
    "within what stands twice": (
        "un_name: Norway\n  acts: [{note: }]\n  acts: x",
        "NOR acts[0] note: is empty; leave the field out",
    ),
}


@pytest.mark.parametrize(("now", "message"), PLACES.values(), ids=PLACES.keys())
def test_places_have_one_form(run, tmp_path, now, message):
    """Faults that YAML itself accepts are reported like any other fault."""
    path = tmp_path / "registry.yaml"
    path.write_text(TEXT.replace("un_name: Norway", now))

    assert any(message in line for line in run("validate", str(path)).lines)


def test_a_registry_without_states(run, tmp_path):
    """An empty list is no fault of shape; that the groups have other sizes is said."""
    path = tmp_path / "registry.yaml"
    path.write_text(TEXT.split("\nstates:")[0] + "\nstates: []\n")

    assert "WEOG members: has 0 Members" in run("validate", str(path)).out


def test_too_many_faults(run, tmp_path):
    """At most 1,000 faults are listed, with a word that there are more."""
    path = tmp_path / "registry.yaml"
    path.write_text("states:\n" + "- {}\n" * 50_000)
    told = run("validate", str(path))
    used = run("list", "--registry", str(path))

    assert (told.code, len(told.lines)) == (1, 1001)
    assert told.lines[-1] == f"{path}: and more faults; mend these first"
    assert "(and 1000 or more other faults); 'icc-status validate FILE'" in used.err


def test_a_long_fault_is_cut(run, tmp_path):
    """A very long key is shortened in the message."""
    path = tmp_path / "registry.yaml"
    path.write_text(TEXT + f"? {'k' * 1_000_000}\n: x\n")
    told = run("validate", str(path))

    assert told.code == 1
    assert max(map(len, told.lines)) <= LONGEST + len(f"{path}: ")


def test_more_faults_are_counted(run, tmp_path):
    """A verb names the first fault of a registry and says how to see the others."""
    data = sound()
    data["sources"][0].pop("title")
    data["sources"][1].pop("title")
    path = tmp_path / "registry.yaml"
    path.write_text(data.text())

    assert run("alpha", "--registry", str(path)).err.endswith(
        "(and 1 more faults); 'icc-status validate FILE' names every fault\n"
    )
