"""What people type is understood, or refused with the right word; nothing misleads in silence."""

import gzip
import re

import click
import pytest
from terminals import SCREEN

from icc_status.cli import VERBS, program
from icc_status.commands.options import Word
from icc_status.errors import QuestionError
from icc_status.model.groups import GROUPS, REGIONS, group_named, groups_and_regions, region_named
from icc_status.model.status import Status
from icc_status.model.terms import other_number, words_for
from icc_status.queries.events import EVENT_KINDS

FIXED_TERMS = ["act", "country", "non-parties"]
ARGUMENTS = {"show": ["russia"], "check": ["russia"], "annotate": ["x.csv"], "audit": ["x.csv"]}
VALUES = {"--on": ("2010-01-01", "2011-01-01"), "--format": ("csv", "json")}


def single_valued() -> list[tuple[str, str]]:
    """Return every option of every verb that has one value, with its verb."""
    return [
        (verb, max(option.opts, key=len))
        for verb in VERBS
        for option in program.get_command(None, verb).params
        if isinstance(option, click.Option) and not option.multiple and not option.is_flag
    ]


@pytest.mark.parametrize(("verb", "option"), single_valued())
def test_an_option_with_one_value_is_not_taken_twice(run, verb, option):
    """The parser alone would take the last value of two and say nothing."""
    one, other = VALUES.get(option, ("1", "2"))
    result = run(verb, *ARGUMENTS.get(verb, []), option, one, option, other)

    assert (2, "") == (result.code, result.out)
    assert f"{option} is given twice: give it once" in result.err


def test_every_spelling_of_an_option_counts():
    """The mechanism counts options, not their spellings, so this list is not empty."""
    assert ("export", "--output") in single_valued()
    assert len(single_valued()) > 40


@pytest.mark.parametrize(
    ("singular", "plural"), [("act", "acts"), ("party", "parties"), ("non-party", "non-parties")]
)
def test_a_term_has_a_singular_and_a_plural(singular, plural):
    """Each leads to the other."""
    assert other_number(singular) == plural
    assert other_number(plural) == singular


def test_words_for_terms_are_folded():
    """A term, its other number, and every further word lead to the term; a term is not lost."""
    meant = words_for(FIXED_TERMS, {"State Party": "act", "acts": "country"})

    assert meant == {
        "act": "act",
        "acts": "country",
        "country": "country",
        "countries": "country",
        "nonparties": "non-parties",
        "nonparty": "non-parties",
        "stateparty": "act",
        "stateparties": "act",
    }
    assert words_for(["act"]) == {"act": "act", "acts": "act"}


def test_the_word_signatory_has_two_meanings():
    """A group of the plural's name has more states: neither is guessed, all three are named."""
    with pytest.raises(QuestionError) as refused:
        group_named("Signatory")

    assert str(refused.value) == (
        "'Signatory' is a status and a group: 'signatories' are all that signed and never"
        " ratified, 'renounced' are those of them that do not intend to become parties,"
        " and the status signatory has the others"
    )


def test_several_groups_and_regions_are_read_together():
    """A name of several words counts before its parts; each is named once."""
    words = ["states", "parties", "Africa", "african", "group", "parties", "withdrawn"]

    assert groups_and_regions(words) == (["parties", "withdrawn"], ["Africa"])
    with pytest.raises(QuestionError) as refused:
        groups_and_regions(["parties", "friends", "of", "Africa"])
    assert str(refused.value) == (
        "no group of states is called 'friends': the groups are all, parties, signatories,"
        " non-ratifiers, non-parties, withdrawn, withdrawing, contracting, renounced,"
        " non-signatories; the regions are Africa, Asia-Pacific, Eastern-Europe, GRULAC, WEOG"
    )


@pytest.mark.parametrize(
    "args",
    [
        ("map", "-o", "a.svg", "--output", "b.svg"),
        ("russia", "--on=2010-01-01", "--on", "2011-01-01"),
        ("--on", "2010-01-01", "russia", "--on", "2011-01-01"),
        ("--registry", "a", "--registry", "b", "russia"),
        ("--registry", "a", "list", "--registry", "b"),
    ],
)
def test_options_given_twice_in_other_ways(run, args):
    """A short and a long name are one option, and so is one before and after the verb."""
    result = run(*args)

    assert (2, "", 1) == (result.code, result.out, result.err.count("given twice"))


def test_two_regions_are_listed_together(run):
    """--region may be repeated and joins the regions; GROUP takes regions, too."""
    both = run("list", "--region", "africa", "--region", "weog").lines

    assert both == run("list", "WEOG", "Africa").lines
    assert len(both) == sum(
        len(run("list", "--region", region).lines) for region in ("africa", "weog")
    )


@pytest.mark.parametrize(
    ("word", "group"),
    [
        *((name, name) for name in GROUPS),
        *((name.upper(), name) for name in GROUPS),
        ("party", "parties"),
        ("Party", "parties"),
        ("members", "parties"),
        ("States Parties", "parties"),
        ("leaving", "withdrawing"),
        ("non parties", "non-parties"),
        ("nonparty", "non-parties"),
        ("non_signatory", "non-signatories"),
        ("non-ratifier", "non-ratifiers"),
        ("partys", None),
        ("", None),
        ("russia", None),
    ],
)
def test_words_for_groups(word, group):
    """A group has any case, the singular and the plural, and the codes of statuses."""
    assert group_named(word) == group


def test_each_status_but_one_is_a_group():
    """The code of a status lists the states of that status; "signatory" is refused."""
    for status in set(Status) - {Status.SIGNATORY}:
        group = group_named(status.value)
        held = [s for s in Status if GROUPS[group][1](_Standing(s))]
        assert held == [status]


class _Standing:
    leaving = None

    def __init__(self, status: Status) -> None:
        self.status = status


@pytest.mark.parametrize(
    ("word", "region"),
    [
        *((region, region) for region in REGIONS),
        ("africa", "Africa"),
        ("Eastern Europe", "Eastern-Europe"),
        ("eastern european states", "Eastern-Europe"),
        ("asia pacific", "Asia-Pacific"),
        ("latin america and the caribbean", "GRULAC"),
        ("atlantis", None),
    ],
)
def test_words_for_regions(word, region):
    """A region has its code and its names, in any case."""
    assert region_named(word) == region


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("list", "signatory"), "is a status and a group: 'signatories' are all"),
        (("check", "russia", "--is", "signatory"), "is a status and a group"),
        (("list", "europe"), "ask for Eastern-Europe (Eastern European States) or WEOG"),
        (("list", "france"), "'france' is a state: type: icc-status france"),
        (("list", "partys"), "no group of states is called 'partys': the groups are all, parties"),
        (("list", "parties", "withdrawn"), "ask for one of them"),
        (("parties",), "type 'icc-status list parties'"),
        (("Members",), "type 'icc-status list parties'"),
        (("africa",), "type 'icc-status list Africa'"),
        (("eastern", "europe"), "type 'icc-status list Eastern-Europe'"),
        (("signatory",), "is a status and a group"),
        (("check", "parties", "--is", "parties"), "type 'icc-status list parties'"),
        (("situations", "--state", "africa"), "type 'icc-status list Africa'"),
        (("changes", "2026", "--since", "2026"), "leave --since and --until out"),
        (("changes", "someday"), "'someday' is not a day"),
    ],
)
def test_words_in_the_wrong_place(run, args, said):
    """What cannot be answered is refused in one line that says what to type."""
    result = run(*args)

    assert (2, "", 1) == (result.code, result.out, result.err.count("\n"))
    assert said in result.err


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("list", "party"), ("list", "parties")),
        (("list", "eastern", "europe"), ("list", "--region", "Eastern-Europe")),
        (("list", "PARTIES", "africa"), ("list", "parties", "--region", "Africa")),
        (("changes", "--kind", "Ratifications"), ("changes", "--kind", "ratification")),
        (
            ("changes", "--kind", "entries into force"),
            ("changes", "--kind", "entry-into-force"),
        ),
        (("russia", "--format", "JSON"), ("russia", "--format", "json")),
        (("russia", "--format", "md"), ("russia", "--format", "markdown")),
        (("changes", "2017"), ("changes", "--since", "2017", "--until", "2017")),
        (("changes", "2026-07"), ("changes", "--since", "2026-07", "--until", "2026-07")),
        (("changes", "July", "2026"), ("changes", "2026-07")),
        (("changes", "2016-11-30"), ("changes", "--since=2016-11-30", "--until=2016-11-30")),
    ],
    ids=str,
)
def test_two_ways_to_say_the_same(run, one, other):
    """The words that people type mean the program's own."""
    result = run(*one)

    assert result.lines
    assert (result.code, result.out, result.err) == (0, run(*other).out, run(*other).err)


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_every_kind_is_understood_with_blanks(run, kind):
    """`--kind "withdrawal effect"` is `--kind withdrawal-effect`."""
    assert (
        run("changes", "--kind", kind.replace("-", " ")).out == run("changes", "--kind", kind).out
    )


def test_the_foot_tells_signatories_apart(run):
    """The group has the states that disowned their signatures; `count` has them on a line."""
    counted = dict(line.split("\t")[:2] for line in run("count").lines)
    listed = run("list", "signatories", place=SCREEN).out

    assert (
        f"{counted['signatory']}, and {counted['renounced']} that do not intend to become parties."
        in " ".join(listed.split())
    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("list", "contracting"), "No state is in the group contracting on 2026-11-24."),
        (("list", "withdrawn", "weog"), "No state of WEOG is in the group withdrawn"),
        (("changes", "2011-01-01"), "Nothing is known from 2011-01-01 to 2011-01-01."),
        (("changes", "--kind", "objection", "2012"), "Nothing of the kind objection is known"),
        (("situations", "--state", "syria"), "No such situation is known"),
        (("situations", "--on", "2000-01-01"), "No such situation is known"),
    ],
    ids=str,
)
def test_an_empty_answer_is_a_sentence(run, args, said):
    """A person never gets the bare head of a table; a pipe gets no line."""
    shown, piped = run(*args, place=SCREEN), run(*args)

    assert said in " ".join(shown.out.split())
    assert not re.search("─|Code|Date|Situation ", shown.out)
    assert (0, "") == (piped.code, piped.out)


def test_lines_of_changes_tell_records_apart(run):
    """Four amendments accepted on one day are four different lines."""
    lines = run("changes", "--until", "2030-12-31").lines

    assert len(set(lines)) == len(lines) > 100
    assert all(len(line.split("\t")) == 6 for line in lines)


@pytest.mark.parametrize("name", ["x.xlsx", "x.dta", "x.yaml", "x.zip", "X.XLSX", "x.dta.gz"])
@pytest.mark.parametrize("verb", ["export", "annotate"])
def test_no_file_holds_another_format_than_its_name_says(run, tmp_path, verb, name):
    """An ending that promises another format is refused, and nothing is written."""
    rows = tmp_path / "rows.csv"
    rows.write_text("country\nFrance\n")
    start = ["spells"] if verb == "export" else [str(rows), "--state=country", "--on=2020-01-01"]
    result = run(verb, *start, "-o", str(tmp_path / name))

    assert (2, "", 1) == (result.code, result.out, result.err.count("\n"))
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["x.csv", "x.CSV", "x", "x.txt", "x.json", "x.md", "x.jsonl"])
def test_gz_is_compressed(run, tmp_path, name):
    """`.gz` after any other ending compresses what would be written without it."""
    plain, zipped = tmp_path / name, tmp_path / f"{name}.gz"

    assert (0, 0) == tuple(run("export", "spells", "-o", str(p)).code for p in (plain, zipped))
    assert plain.read_bytes() == gzip.decompress(zipped.read_bytes())


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("spells", "--format", "json", "-o", "x.csv"), "ends in .csv: leave out --format json"),
        (("spells", "-o", "x.parquet.gz"), "leave out .gz"),
        (("-o", "x.csv"), "x.csv is one file: name a table"),
        (("acts", "--on", "2010-01-01"), "--on is about the table states: leave it out for acts"),
        (("spells", "--on", "2010-01-01"), "leave it out for spells"),
        (("panel", "--on", "2010-01-01"), "leave it out for panel"),
        (("spells", "--from", "2010"), "--from is about the table panel"),
        (("spells", "--until", "2010"), "--until is about the table panel"),
        (("states", "--at", "end"), "--at is about the table panel"),
    ],
    ids=str,
)
def test_export_ignores_nothing(run, tmp_path, monkeypatch, args, said):
    """An option that would change nothing is refused, and so is a format beside another's name."""
    monkeypatch.chdir(tmp_path)
    result = run("export", *args)

    assert (2, "", []) == (result.code, result.out, list(tmp_path.iterdir()))
    assert said in result.err


def test_commas_are_not_called_tabs(run, tmp_path):
    """`annotate` keeps the delimiter, so it writes no commas into a .tsv file."""
    rows = tmp_path / "rows.csv"
    rows.write_text("country\nFrance\n")
    ask = ("annotate", str(rows), "--state=country", "--on=2020-01-01", "-o")

    assert "keeps the delimiter ','" in run(*ask, str(tmp_path / "out.tsv")).err
    assert run(*ask, str(tmp_path / "out.csv")).code == 0


@pytest.mark.parametrize("verb", VERBS)
def test_every_fixed_word_means_itself(verb):
    """Of the words that an option takes, none is the singular or the plural of another."""
    for param in program.get_command(None, verb).params:
        if isinstance(param.type, Word):
            words = param.type.choices
            assert [param.type.meaning(word) for word in words] == list(words)
            assert [param.type.meaning(f" {word.upper()} ") for word in words] == list(words)
