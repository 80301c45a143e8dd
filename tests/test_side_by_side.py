"""Words side by side never answer for a state that they may not mean."""

import shlex

import pytest

from icc_status import load
from icc_status.model.names import spellings
from icc_status.model.side_by_side import misread

REGISTRY = load()
NAMES = REGISTRY.names
LONG_NAMES = [
    (state, name) for state in REGISTRY for name in spellings(state) if len(name.split()) > 1
]


def quoted(line):
    """Return the message that gives this line to type."""
    return f"quote a name of several words: icc-status {line}"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("el salvador", "'el salvador'"),
        ("el salvador france", "'el salvador' france"),
        ("france el salvador", "france 'el salvador'"),
        ("el el salvador", "'el el salvador'"),
        ("guinea bissau", "'guinea bissau'"),
        ("south korea", "'south korea'"),
        ("mali south africa niger", "mali 'south africa' niger"),
        ("la france", "'la france'"),
        ("LA FRANCE", "'LA FRANCE'"),
        ("mali el libano", "mali 'el libano'"),
        ("na uy", "'na uy'"),
        ("government of mali", "'government of mali'"),
        ("Cu Ba", "'Cu Ba'"),
        ("Pe Ru", "'Pe Ru'"),
        ("russia & united states", "russia 'united states'"),
        ("mali and south korea", "mali 'south korea'"),
        ("NA UY", "'NA UY'"),
        ("nam sudan", "'nam sudan'"),
        ("francia guyana", "'francia guyana'"),
        ("SERBIA AND MONTENEGRO", "'SERBIA AND MONTENEGRO'"),
    ],
)
def test_one_name_is_to_be_quoted(words, line):
    """The line to type is told, whatever states the words are codes of."""
    assert misread(words.split(), NAMES, "icc-status ") == quoted(line)


@pytest.mark.parametrize(
    ("words", "code", "state"),
    [
        ("france and germany", "and", "Andorra"),
        ("is france", "is", "Iceland"),
        ("france de", "de", "Germany"),
        ("mali per niger", "per", "Peru"),
        ("mali Per niger", "Per", "Peru"),
        ("uk and usa", "and", "Andorra"),
        ("uk and us", "and", "Andorra"),
        ("la drc", "la", "Laos"),
        ("la usa", "la", "Laos"),
        ("LA UK", "LA", "Laos"),
        ("el uk", "el", "Greece"),
        ("isr and pse", "and", "Andorra"),
        ("fr deu", "fr", "France"),
        ("RUS AND UKR", "AND", "Andorra"),
        ("france AND germany", "AND", "Andorra"),
        ("fr et de", "et", "Ethiopia"),
        ("FR ET DE", "ET", "Ethiopia"),
        ("FRANCE AND GERMANY", "AND", "Andorra"),
        ("US AND RUSSIA", "AND", "Andorra"),
        ("FRANCE ET ALLEMAGNE", "ET", "Ethiopia"),
        ("IL MALI", "IL", "Israel"),
    ],
)
def test_a_code_beside_a_name_may_be_a_word(words, code, state):
    """Which state it would be is told, by its name."""
    told = f"{code!r} beside a name may be a word: leave it out, or write {state}"

    assert misread(words.split(), NAMES) == told


@pytest.mark.parametrize("sign", ["&", "+", "-"])
def test_a_sign_between_names_is_to_be_left_out(sign):
    """It is no part of a name."""
    told = f"{sign!r} is no name: leave it out"

    assert misread(["france", sign, "germany"], NAMES) == told


@pytest.mark.parametrize(
    "words",
    [
        "russia",
        "russia norway",
        "pe ru",
        "MA LI",
        "fr de it",
        "russia usa",
        "russia drc uk",
        "russia RUS ru",
        "russia atlantis",
        "uk us france",
        "USA NER FR",
        "CAR DRC",
        "USA UK FRA",
        "usa uk fra",
        "uk fr de",
        "KSA UAE",
        "Fra Deu",
        "RUS ukr",
        "france DE",
        "us de fr",
        "ga za",
        "israel palestine",
        "serbia montenegro",
    ],
)
def test_what_can_mean_one_thing_alone_passes(words):
    """Codes side by side are codes, and so is one in capitals, or of a state that is named."""
    assert misread(words.split(), NAMES) is None


@pytest.mark.parametrize("write", [str, str.lower], ids=["as spelled", "in small letters"])
@pytest.mark.parametrize("after", ["", "Mali", "la"])
@pytest.mark.parametrize("before", ["", "Mali", "el"])
def test_no_name_without_quotes_answers_for_another_state(before, after, write):
    """Each word names that state, or one is not known, or the words are refused."""
    for state, name in LONG_NAMES:
        words = write(name).split()
        found = [NAMES.get(word) for word in words]
        named = {other.iso3 for other in found if other}

        refused = misread([*before.split(), *words, *after.split()], NAMES)
        assert refused or None in found or named == {state.iso3}, name


def test_the_line_to_type_is_answered():
    """Typed as told, the words are no longer misread, and that state is among the answers."""
    lines = [(state, misread(["Mali", *name.split()], NAMES)) for state, name in LONG_NAMES]
    for state, line in lines:
        words = shlex.split(line.removeprefix("quote a name of several words: "))
        found = {other.iso3 for word in words if (other := NAMES.get(word))}

        assert line.startswith("quote")
        assert misread(words, NAMES) is None, line
        assert state.iso3 in found
