"""Names in other languages, from data/names.yaml: exact, and ambiguous where two mean one word."""

from dataclasses import replace

import pytest

from icc_status import QuestionError, RegistryError, load
from icc_status.loading import names as names_reader
from icc_status.loading import snapshot
from icc_status.loading.registry import bundled, read_bytes
from icc_status.loading.schema import NAMES_HEAD
from icc_status.model.names import LanguageNames, NotState, index
from icc_status.model.state import State

REGISTRY = load()
INDEX = REGISTRY.names
YAML = read_bytes(bundled("names.yaml"))
DATA = names_reader.in_shape(YAML)
ASKED = {
    *("ar", "zh", "en", "fr", "ru", "es", "de", "it", "pt", "nl", "pl", "cs", "sv", "ro", "hu"),
    *("el", "tr", "uk", "sr", "bg", "ja", "ko", "hi", "bn", "id", "vi", "th", "sw", "fa", "he"),
}
UN_LANGUAGES = {"ar", "zh", "en", "fr", "ru", "es"}


def named(language: str, source: str) -> list[tuple[str, str]]:
    """Return the codes and names of one list."""
    lists = [n for n in DATA["lists"] if (n["language"], n["source"]) == (language, source)]
    return names_reader.coded_names({"lists": lists})


def entity(code: str) -> State | NotState:
    """Return what an alpha-3 code stands for."""
    meaning = INDEX.meaning(code)
    assert isinstance(meaning, State | NotState)
    return meaning


def test_the_languages_are_those_asked_for():
    """CLDR gives thirty languages, UNTERM the six official ones of the United Nations."""
    lists = {(names["language"], names["source"]) for names in DATA["lists"]}

    assert lists == {(c, "cldr") for c in ASKED} | {(c, "unterm") for c in UN_LANGUAGES}


@pytest.mark.parametrize("language", sorted(ASKED))
def test_every_name_means_its_state(language):
    """Each name leads to its state or place, and to no other.

    "Congo" and, in Portuguese, "Guiana" are left out: they may mean others.
    """
    pairs = named(language, "cldr")
    wrong = [(code, name) for code, name in pairs if INDEX.meaning(name) is not entity(code)]

    assert {state.iso3 for state in REGISTRY} - {code for code, _ in pairs} <= {"COG", "GUY"}
    assert wrong == ([("RUS", "Nga")] if language == "vi" else [])


@pytest.mark.parametrize("language", sorted(UN_LANGUAGES))
def test_every_name_at_the_united_nations_means_its_state(language):
    """Short and formal names as the United Nations write them, with their articles."""
    pairs = named(language, "unterm")

    assert len({code for code, _ in pairs}) == 195
    assert [(code, name) for code, name in pairs if INDEX.meaning(name) is not entity(code)] == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Russland", "RUS"),
        ("Rosja", "RUS"),
        ("РОССИЯ", "RUS"),
        ("nga", "NGA"),
        ("NGA", "NGA"),
        ("ru", "RUS"),
        ("Áo", "AUT"),
        ("ÁO", "AUT"),
        ("ao", "AGO"),
        ("AO", "AGO"),
        ("Bỉ", "BEL"),
        ("टोगो", "TGO"),
        ("टोंगा", "TON"),
        ("ガーナ", "GHA"),
        ("希腊", "GRC"),
        ("la République française", "FRA"),
        ("République française (la)", "FRA"),
        ("République d'Angola", "AGO"),
        ("Reino de España", "ESP"),
        ("la República Oriental del Uruguay", "URY"),
        ("the Commonwealth of Australia", "AUS"),
        ("the Most Serene Republic of San Marino", "SMR"),
    ],
)
def test_names_in_many_languages(typed, code):
    """Letters of any script count; a code wins in capitals and in small letters."""
    assert INDEX.find(typed).iso3 == code


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Nga", "'Nga' could be Nigeria (NGA) or Russian Federation (RUS): ask for one of them"),
        ("Ao", "'Ao' could be Angola (AGO) or Austria (AUT): ask for one of them"),
        ("Bi", "'Bi' could be Burundi (BDI) or Belgium (BEL): ask for one of them"),
        ("Kongo", "Republic of the Congo (COG) or Democratic Republic of the Congo (COD)"),
        ("Weisrussland", "no state is called 'Weisrussland': 'icc-status list' names all of them"),
        ("Frankreichh", "no state is called 'Frankreichh': 'icc-status list' names all of them"),
    ],
)
def test_what_is_refused(typed, said):
    """A code in mixed case that is also a name; a shared name; suggestions stay with English."""
    with pytest.raises(QuestionError) as refused:
        INDEX.find(typed)

    assert said in str(refused.value)


def test_two_languages_that_disagree_are_refused():
    """A word that means one state here and another there is never resolved by order."""
    alpha, beta = (State(c, c[:2], n, n, n, "none") for c, n in (("AAA", "Alpha"), ("BBB", "Beta")))
    languages = LanguageNames({"landia": ["AAA", "BBB"], "betia": ["BBB"]}, {})
    both = index([alpha, beta], languages=lambda: languages)

    assert both.meaning("Landia") == (alpha, beta)
    assert both.meaning("Betia") is beta
    assert both.get("Landia") is None


def test_no_two_languages_disagree_today():
    """The one name that two places share in each of some languages is the island of both."""
    codes = {name: codes for name, codes in REGISTRY.languages().by_key.items() if codes[1:]}

    assert set(map(tuple, codes.values())) <= {("MAF", "SXM"), ("SXM", "MAF")}


def test_plain_names_do_without_the_other_languages():
    """English names, aliases and codes cost no reading of them."""

    def never() -> LanguageNames:
        raise AssertionError

    names = replace(REGISTRY, languages=never).names

    for text in ("russia", "RUS", "Ivory Coast", "kosovo", "congo", "Côte d'Ivoire"):
        assert names.meaning(text) is not None


def test_the_snapshot_holds_the_same(tmp_path):
    """What a wheel holds is what is built from the YAML."""
    for name, text in names_reader.compiled(YAML).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    held = snapshot.read(tmp_path / "names.yaml", YAML)

    built = names_reader.build(DATA)
    assert held["data"] == built._asdict()


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (b"- a", "holds no names"),
        (b"\xff", "not UTF-8 text"),
        (b"lists: []", "has no field 'about'"),
        (YAML.replace(b"      ABW ", b"      Abw ", 1), "must be codes and names such as"),
        (YAML.replace(b"names: >-", b"nams: >-", 1), "is no known field"),
    ],
)
def test_names_out_of_shape(yaml, said):
    """A file out of shape is refused."""
    with pytest.raises(RegistryError, match=said):
        names_reader.in_shape(yaml)


def test_the_head_lists_the_fields():
    """The head of the file names every field that the reader knows, and no other."""
    text = YAML.decode()
    head = [line[4:].split(" - ")[0] for line in text.splitlines() if line.startswith("#   ")]
    source = {"key", "title", "url", "read", "copy"}

    assert head == ["licence", "key", "title", "url", "read", "copy", "language", "source", "names"]
    assert source <= set(NAMES_HEAD["sources"].inside)
