"""All four data files are checked, each against the registry where it speaks of states."""

import pytest
from sample_registry import SITUATIONS, STATES

from icc_status import load
from icc_status.loading import registry as registry_reader

CODES = registry_reader.bundled("codes.yaml")
NAMES = registry_reader.bundled("names.yaml")
SHIPPED = [
    *(registry_reader.bundled(name) for name in ("states.yaml", "situations.yaml")),
    *(CODES, NAMES),
]


@pytest.fixture(scope="module")
def registry():
    """All of the registry: the shipped files speak of its states."""
    return load()


@pytest.fixture
def check(run, tmp_path):
    """Change a text, validate it, and return the exit code and what is said of the file."""

    def check(text, *changes):
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "file.yaml"
        path.write_text(text, encoding="utf-8")
        result = run("validate", str(path))
        return result.code, result.out.replace(f"{path}: ", "")

    return check


def test_all_that_is_shipped_is_checked(run):
    """Without a file, the registry, the situations, the codes and the names are checked."""
    result = run("validate")

    assert [line.split(": ")[:2] for line in result.lines] == [[str(p), "sound"] for p in SHIPPED]
    assert result.code == 0


def test_a_registry_with_faults_does_not_hide_the_other_files(run, tmp_path, monkeypatch):
    """Each file's faults are named; the exit code is 1 where one has any."""
    for path in SHIPPED:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    states = tmp_path / "states.yaml"
    text = states.read_text(encoding="utf-8")
    states.write_text(text.replace("kind: signature", "kind: signing", 1), encoding="utf-8")
    monkeypatch.setattr(registry_reader, "bundled", lambda name="states.yaml": tmp_path / name)
    result = run("validate")

    assert result.code == 1
    assert "must be one of signature" in result.lines[0]
    assert [line.split(": ")[1] for line in result.lines[1:]] == ["sound"] * 3


SITUATION_FAULTS = {
    "a state that no one knows": (("states: [", "states: [XZZ, "), "'XZZ' is no state's iso3"),
    "a nationality that no one knows": (
        ("nationals: [", "nationals: [XZZ, "),
        "'XZZ' is no state's iso3",
    ),
    "a source that is not there": (("source: [", "source: [nowhere, "), "'nowhere' is no key"),
    "a bad address": (("\n    url: https://", "\n    url: https//"), "is no address"),
    "a phase out of order": (("- date: 2", "- date: 29"), "must be a day"),
}


@pytest.mark.parametrize(("change", "told"), SITUATION_FAULTS.values(), ids=SITUATION_FAULTS.keys())
def test_situations(check, change, told):
    """A file of situations is known as such, and checked against the states there are."""
    code, out = check(registry_reader.read_text(registry_reader.bundled("situations.yaml")), change)

    assert code == 1
    assert told in out


def test_sound_situations(run):
    """Situations of states that are there are sound."""
    assert run("validate", str(SITUATIONS)).out.endswith("sound: 12 situations, as of 2026-06-30\n")


def test_a_source_that_is_another_in_the_registry(check, registry):
    """One key names one document in both files."""
    key, url = next((source.key, source.url) for source in registry.sources if source.url)
    text = registry_reader.read_text(SITUATIONS)
    first = "sources:\n"
    entry = (
        f"{first}  - {{key: {key}, title: A page of 2026, url: 'https://example.org/x',"
        " read: 2026-10-02}\n"
    )
    code, out = check(text, (first, entry))

    assert code == 1
    assert f"{key} url: is {url} in the registry, under the same key; keep one" in out


CODE_FAULTS = {
    "a state that no one knows": (
        ('iso3: "AFG"', 'iso3: "XZZ"'),
        "XZZ: is no state of the registry",
    ),
    "a state twice": (('iso3: "ALB"', 'iso3: "AFG"'), "AFG: stands twice; keep one entry"),
    "a scheme without a source": (
        ("source: [pycountry", "source: [nowhere"),
        "'nowhere' is no key under 'sources'",
    ),
}


@pytest.mark.parametrize(("change", "told"), CODE_FAULTS.values(), ids=CODE_FAULTS.keys())
def test_codes(check, change, told):
    """A file of codes is known as such, and checked against the states there are."""
    code, out = check(registry_reader.read_text(CODES), change)

    assert code == 1
    assert told in out


NAME_FAULTS = {
    "a code of nothing": (("      AFG ", "      XZZ "), "XZZ is in no registry; remove it"),
    "another's name": (
        ("      AFG Afghanistan;", "      AFG Afghanistan;\n      AFG Albania;"),
        "'Albania' of AFG is another's name in the registry; remove it",
    ),
    "a name of two states": (
        ("      AFG Afghanistan;", "      AFG Afghanistan;\n      COG Congo;"),
        "'Congo' of COG is another's name in the registry; remove it",
    ),
    "a list without a source": (("source: cldr", "source: nowhere"), "'nowhere' is no key under"),
    "no code": (("      AFG ", "      "), "must be codes and names such as"),
}


@pytest.mark.parametrize(("change", "told"), NAME_FAULTS.values(), ids=NAME_FAULTS.keys())
def test_names(check, change, told):
    """A file of names is known as such, and may not contradict the registry's names."""
    code, out = check(registry_reader.read_text(NAMES), change)

    assert code == 1
    assert told in out


def test_what_is_no_data_file(run, tmp_path):
    """A text with none of the lists is refused, exit 3."""
    path = tmp_path / "notes.yaml"
    path.write_text("notes: []")
    result = run("validate", str(path))

    assert (result.code, result.out) == (3, "")
    assert "not a registry: it has no list 'states'" in result.err


def test_the_sample_is_sound(run):
    """The registry that other tests run on has no fault of its own."""
    assert run("validate", str(STATES)).code == 0
