"""What people type: names are matched exactly, apart from case, accents and punctuation."""

from time import perf_counter

import pytest

from icc_status import QuestionError, load
from icc_status.cli import VERBS
from icc_status.model import normalize
from icc_status.model.names import NotState, index, spellings
from icc_status.model.normalize import fold, key, sort_key
from icc_status.model.rewording import parts, rewordings, without_article
from icc_status.model.state import State

REGISTRY = load()
INDEX = REGISTRY.names


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("russia", "RUS"),
        ("RUS", "RUS"),
        ("ru", "RUS"),
        ("  Russian   Federation ", "RUS"),
        ("Côte d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("cote divoire", "CIV"),
        ("COTE-D'IVOIRE", "CIV"),
        ("ivory coast", "CIV"),
        ("UK", "GBR"),
        ("U.K.", "GBR"),
        ("great britain", "GBR"),
        ("USA", "USA"),
        ("U.S.A.", "USA"),
        ("the united states", "USA"),
        ("Burma", "MMR"),
        ("Turkey", "TUR"),
        ("turkiye", "TUR"),
        ("Nauru", "NRU"),
        ("Naoero", "NRU"),
        ("NO", "NOR"),
        ("AND", "AND"),
        ("ST", "STP"),
        ("is", "ISL"),
        ("at", "AUT"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("Sudan", "SDN"),
        ("Dominica", "DMA"),
        ("Ireland", "IRL"),
        ("St. Kitts & Nevis", "KNA"),
        ("saint kitts and nevis", "KNA"),
        ("Korea, Rep.", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Republic of the Congo", "COG"),
        ("zaire", "COD"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Bahamas, The", "BHS"),
        ("Gambia, The", "GMB"),
        ("Vatican", "VAT"),
        ("palestine", "PSE"),
        ("Россия", "RUS"),
        ("俄罗斯", "RUS"),
        ("Allemagne", "DEU"),
    ],
)
def test_names_that_mean_one_state(typed, code):
    """Codes, names, old names and spellings in several languages lead to their state."""
    assert code == REGISTRY.find(typed).iso3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("congo", "Republic of the Congo (COG) or Democratic Republic of the Congo (COD)"),
        ("Congo, The", "COG"),
        ("KOREA", "Republic of Korea (KOR)"),
        ("russai", "did you mean Russian Federation (RUS)?"),
        ("nigera", "Nigeria (NGA)"),
        ("lst", "no state is called 'lst': did you mean 'icc-status list'?"),
        ("atlantis", "no state is called 'atlantis': 'icc-status list' names all of them"),
        ("", "the name of the state is empty: give a name or a code"),
        ("  ", "empty"),
        ("?!", "empty"),
        ("\u200f\u200b", "empty"),
    ],
)
def test_names_that_mean_none_or_several(typed, said):
    """What is unknown, ambiguous or empty is refused with what may have been meant."""
    with pytest.raises(QuestionError) as refused:
        INDEX.find(typed, tuple(VERBS))

    assert said in str(refused.value)


def test_an_empty_name_is_refused_in_these_words():
    """The message is exactly this."""
    with pytest.raises(QuestionError) as refused:
        INDEX.find("")

    assert str(refused.value) == "the name of the state is empty: give a name or a code"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Kosovo", "lists no participation of its own"),
        ("Taiwan", "takes no position"),
        ("Hong Kong", "ask for China"),
        ("Greenland", "since 1 October 2004"),
        ("Gibraltar", "20 April 2015"),
        ("Puerto Rico", "ask for the United States"),
        ("Crimea", "ask for Ukraine"),
        ("Yugoslavia", "under Serbia"),
        ("Europe", "a region, not a state"),
        ("European Union", "Only states may become parties"),
    ],
)
def test_what_is_no_state_is_explained(typed, said):
    """Territories, unlisted entities and regions get a sentence of their own, with its source."""
    with pytest.raises(QuestionError) as refused:
        REGISTRY.find(typed)

    assert said in str(refused.value)
    assert "(Source: " in str(refused.value)


@pytest.mark.parametrize("state", REGISTRY.states, ids=lambda state: state.iso3)
def test_every_name_of_a_state_resolves_to_it_and_to_no_other(state):
    """All spellings lead back; a UN name that two states share is the one exception."""
    for name in spellings(state):
        if fold(name) not in INDEX.ambiguous:
            assert INDEX.find(name) is state, name
    assert INDEX.find(state.name) is state


def test_shared_names_are_the_un_name_of_one_state_at_most():
    """A UN short name that means two states is refused; the tool prints another name for it."""
    assert REGISTRY["COG"].un_name == "Congo"
    assert REGISTRY["COG"].name == "Republic of the Congo"


def test_no_verb_is_a_state_s_name_or_code():
    """`icc-status at` is Austria: no verb may stand in a state's way."""
    taken = {*INDEX.states, *INDEX.not_states, *INDEX.ambiguous}

    assert not taken & {fold(verb) for verb in VERBS}


TYPOS = "germny frannce ukrane isreal philipinnes venezuala burundy hungray kyrgzystan azerbaijian"


@pytest.mark.parametrize("typo", TYPOS.split())
def test_a_typo_is_never_answered(typo):
    """A misspelt name is refused with a suggestion."""
    with pytest.raises(QuestionError, match="did you mean"):
        REGISTRY.find(typo)


def called(iso3: str, *names: str) -> State:
    """Return an invented state that goes by these names."""
    return State(iso3, iso3[:2], names[0], names[0], names[0], "none", names[1:])


ALPHA = called("XAA", "Meridiana", *(f"Meridian{end}" for end in "eiouy"))
OTHERS = [called("XBB", "Meridiaaa"), called("XCC", "Meridiooo"), called("XDD", "Meridiuuu")]


@pytest.mark.parametrize(
    ("states", "typed", "close"),
    [
        ([ALPHA, OTHERS[0]], "meridian", ["Meridiana (XAA)"]),
        ([called("XAA", *(f"Meridian{end}" for end in "aeiou")), *OTHERS], "meridian", 2),
        ([called(f"X{end}{end}", f"Meridian{end}") for end in "abcd"], "meridian", 3),
    ],
)
def test_the_six_closest_names_give_at_most_three_suggestions(states, typed, close):
    """Of six close names those of one state count once; no more than three are suggested."""
    found = index(states).suggestions(typed)

    assert close in (found, len(found))


def test_two_suggestions_are_joined_by_or():
    """Each is named once, the closest first."""
    with pytest.raises(QuestionError) as refused:
        index([called("XAA", "Meridiana"), called("XBB", "Meridianx")]).find("meridianxx")

    told = "did you mean Meridianx (XBB) or Meridiana (XAA)?"
    assert str(refused.value) == f"no state is called 'meridianxx': {told}"


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("saint meridiana", ["Meridiana (XAA)"]),
        ("meridiana saint", ["Meridiana (XAA)"]),
        ("aeridiana", []),
        ("me", []),
    ],
)
def test_common_words_do_not_count_in_a_suggestion(typed, close):
    """A close name begins alike once common words are left out; two letters are too few."""
    assert index([ALPHA]).suggestions(typed) == close


def test_a_codes_letters_may_have_dots():
    """Initials that a state goes by are read with a dot after each, in any case."""
    found = index([called("XAA", "Alpha", "ABC"), called("XBB", "Beta", "ABC")])

    assert found.find("a.b.c.").iso3 == found.find("A.B.C").iso3 == "XAA"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Côte d’Ivoire", "CIV"), ("congo", None), ("kosovo", None), ("atlantis", None)],
)
def test_get_gives_the_one_state_or_none(typed, code):
    """What is shared, no state or unknown is None to whoever asks without wanting to know why."""
    found = INDEX.get(typed)

    assert code == (found and found.iso3)


def test_an_index_knows_all_names_folded():
    """States, what is no state, and shared names are each found by every name that they have."""
    state = called("XAA", "Alpha")
    nowhere = NotState("Erewhon", "place", "Erewhon is nowhere.", (), ("No Where",))
    found = index([state], [nowhere], {"Utopia": (state,)}, {"Alpha": "beta"})

    assert found.find("BETA") is state
    assert found.not_states == {"erewhon": nowhere, "nowhere": nowhere}
    assert found.ambiguous == {"utopia": (state,)}
    assert found.folds == {
        "Alpha": "beta",
        "XAA": "xaa",
        "XA": "xa",
        "Erewhon": "erewhon",
        "No Where": "nowhere",
        "Utopia": "utopia",
    }


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Cafe\u0301", "cafe"), ("भारत", "भारत"), ("Rus\u200bsia", "russia"), ("ＡＢ", "ab")],
)
def test_marks_and_invisible_letters_do_not_count(written, folded):
    """Accents and what nobody sees are left out; vowel signs and wide letters are letters."""
    assert fold(written) == folded
    assert sort_key(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        (" A (B) ", "ba"),
        ("A, B)", "ba"),
        ("A) (B)", "ba"),
        ("A, B", "ba"),
        ("A (B)", "ba"),
        ("A (B) C", "abc"),
        ("A (B) (C)", "abc"),
        ("A, B, C", "abc"),
    ],
)
def test_only_one_inversion_is_undone(written, folded):
    """One comma or one bracket at the end turns a name round; more of them, or inside, do not."""
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("U.K", "u.k."),
        (" the  U.K. ", "u.k."),
        ("UK", "uk"),
        ("UK.", "uk."),
        ("the UK", "uk"),
        ("D/K", "d/k"),
        ("Áo", "áo"),
        ("\u212aE", "\u212aE"),
        ("Iran", "iran"),
        ("I.R.A.N.", "iran"),
    ],
)
def test_a_short_name_is_compared_as_it_is_written(written, compared):
    """Three letters with dots are not the same without; four are a name."""
    assert key(written) == compared


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("la Suisse", "Suisse"),
        ("l'Albanie", "Albanie"),
        ("Les Comores", "Comores"),
        ("Laos", "Laos"),
        ("la", "la"),
        ("Lesotho", "Lesotho"),
    ],
)
def test_an_article_is_left_out(name, without):
    """A word that only begins like an article is part of the name."""
    assert without_article(name) == without


@pytest.mark.parametrize(("blanks", "found"), [(0, ["Chad"]), (1, [])])
def test_no_rule_reads_a_name_of_more_than_200_letters(blanks, found):
    """A document is not read as a name, however it begins."""
    written = "Government of " + " " * (200 - len("Government of Chad") + blanks) + "Chad"

    assert list(rewordings(written)) == found
    assert list(rewordings(f"  {written}  ")) == found
    assert parts("Mali/".ljust(196 + blanks) + "Chad") == ([] if blanks else ["Mali", "Chad"])


def test_a_plain_name_is_not_decomposed(monkeypatch):
    """Sorting names in plain letters takes no look at what accents they might have."""
    monkeypatch.setattr(normalize, "_plain", None)

    assert sort_key("Chad") == "chad"


def test_names_are_sorted_without_accents_and_case():
    """Türkiye stands after Tunisia, Åland before Albania."""
    names = ["Türkiye", "Tunisia", "albania", "Åland"]

    assert sorted(names, key=sort_key) == ["Åland", "albania", "Tunisia", "Türkiye"]
    assert sort_key("Türkiye") == "turkiye"


@pytest.mark.parametrize(
    "text",
    [
        *("N/A", "n.a.", "N.A.", "e.g.", "D/K", "[A-Z]+", "M/F", "I.D.", "S.A.", "(ca)", "-in-"),
        *("no.", "Là", "né", "Sí", "?ma?", "null", "None", "NaN", "-", "--", "1", "007", "AF1"),
        *("A F", "N O", "DE-", "“NO”", "n\u00b0", "ＮＯ", "ß", "ſo", "\u212aE"),
        *("AM/PM", "NE/NE", "la la", "ca (1990)"),
        *("??o Man", "\ufffdo Man", "fran\udcffce", "\ufffd\ufffdOman"),
    ],
)
def test_only_two_or_three_plain_letters_are_a_code(text):
    """A code with marks, accents or blanks inside is no code, and what says "unknown" no state."""
    assert INDEX.meaning(text) is None
    with pytest.raises(QuestionError):
        INDEX.find(text)


@pytest.mark.parametrize("code", sorted(state.iso2 for state in REGISTRY))
def test_a_code_with_anything_added_is_no_code(code):
    """Whatever stands between, before or after the letters."""
    for text in (
        f"{code[0]}/{code[1]}",
        f"{code[0]}.{code[1]}.",
        f"[{code}]",
        f"{code}.",
        f"-{code}",
    ):
        assert INDEX.get(text) is None or len(spelled(INDEX.get(text), text)) > 0, text


def spelled(state: State, text: str) -> list[str]:
    """Return the aliases of a state that are initials, and as such may be written with dots."""
    initials = text.replace(".", "")
    return [alias for alias in state.aliases if alias == initials]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DR Congo (Zaire)", "COD"),
        ("Yemen (North Yemen)", "YEM"),
        ("Holy See (Vatican City)", "VAT"),
        ("Samoa/Western Samoa", "WSM"),
        ("Macedonia [FYROM]", "MKD"),
        ("Serbia (Yugoslavia)", "SRB"),
        ("Russia (Soviet Union)", "RUS"),
        ("Kingdom of eSwatini (Swaziland)", "SWZ"),
        ("Congo (COD)", "COD"),
        ("Congo/Zaire", "COD"),
        ("Niger, NER", "NER"),
        ("Government of Sudan", "SDN"),
        ("Government of UK", "GBR"),
        ("the Government of the Republic of Italy", "ITA"),
        ("Afghanistan (1929-73)", "AFG"),
        ("Serbia (2006- )", "SRB"),
        ("Bosnia and Herz.", "BIH"),
        ("Central Afr. Rep.", "CAF"),
        ("S. Africa", "ZAF"),
        ("Eq. Guinea", "GNQ"),
        ("Marshall Is.", "MHL"),
        ("Albanie (l')", "ALB"),
        ("Albanie (l’)", "ALB"),
        ("la Suisse", "CHE"),
        ("Congo (la République démocratique du)", "COD"),
        ("the Republic of Italy", "ITA"),
        ("the UK", "GBR"),
        ("the U.S.", "USA"),
        ("U.S.A", "USA"),
        ("D.R.C.", "COD"),
    ],
)
def test_names_that_rules_understand(text, code):
    """Two names of one state, years, articles, abbreviations and the words of an official name."""
    assert code == INDEX.find(text).iso3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("India, Pakistan", "'India, Pakistan' could be India (IND) or Pakistan (PAK)"),
        ("Georgia, USA", "could be Georgia (GEO) or United States of America (USA)"),
        ("Poland (East Germany)", "could be Poland (POL) or Germany (DEU)"),
        ("Golan (Syria)", "could be Golan (no state) or Syrian Arab Republic (SYR)"),
        ("China (Hong Kong)", "Hong Kong is a special administrative region"),
        ("Scotland, UK", "Scotland is part of the United Kingdom"),
        ("Government of Taiwan", "takes no position"),
        ("Republic of Vietnam", "ask for Viet Nam"),
        ("State of Georgia", "no state is called"),
        ("Georgia (Atlanta)", "no state is called"),
    ],
)
def test_names_that_rules_refuse(text, said):
    """Parts that disagree are refused with both; a place beside its state is the place."""
    with pytest.raises(QuestionError) as refused:
        INDEX.find(text)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("Republic of Vietnan", ["South Vietnam", "Viet Nam (VNM)"]),
        ("Hamaz", ["Hamas"]),
        ("Talibann", ["Taliban"]),
        ("Republic of Estomia", ["Estonia (EST)"]),
        ("snow", ["'icc-status show'"]),
        ("chekc", ["'icc-status check'"]),
        ("shwo", ["'icc-status show'"]),
        ("how", ["'icc-status show'"]),
        ("hsow", ["'icc-status show'"]),
        ("xyow", []),
        ("sohw", ["'icc-status show'"]),
        ("ohsw", []),
        ("wosh", []),
        ("shower", []),
        ("listing", []),
        ("mapping", []),
        ("Republic of Texas", []),
        ("Democratic Republic", []),
        ("People's Kingdom", []),
    ],
)
def test_a_suggestion_shares_the_rare_word(typed, close):
    """That two names are republics makes neither close to the other; a verb is one slip away."""
    assert INDEX.suggestions(typed, tuple(VERBS)) == close


@pytest.mark.parametrize("word", ["Texas", "Bavaria", "Atlantis", "Mordor", "Narnia", "Wakanda"])
def test_what_is_no_name_draws_no_suggestion(word):
    """A word unlike any name is not forced upon a state."""
    assert INDEX.suggestions(word) == []


@pytest.mark.parametrize(
    "text",
    [
        "(1" * 100_000,
        "the government of " * 10 + "x" + " (1999)" * 10,
        "1111 " * 39 + "(",
        "," * 199,
        "la " * 66,
        "Republic of " * 15,
        "x" * 10_000_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_takes_long(text):
    """Rules that could be applied in many orders are each applied once; long texts have none."""
    start = perf_counter()

    assert INDEX.meaning(text) is None
    assert perf_counter() - start < 5
