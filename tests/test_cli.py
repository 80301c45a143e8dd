"""The command line: answers on standard output, the rest on standard error, stable exit codes."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date

import pytest
import yaml
from sample_registry import STATES
from terminals import SCREEN

from icc_status.cli import VERBS, program
from icc_status.model.groups import GROUPS
from icc_status.queries.rows import COLUMNS

RUSSIA = "RUS\tRussian Federation\trenounced\t2016-11-30\n"
AHEAD = date(2027, 12, 1)


def test_the_main_job(run):
    """`icc-status russia` answers without a verb."""
    result = run("russia")

    assert (0, RUSSIA, "") == (result.code, result.out, result.err)


@pytest.mark.parametrize(
    "args",
    [
        ("show", "russia"),
        ("--", "russia"),
        ("russia", "RUS", "ru"),
        ("russia,", "RUS,", "ru"),
        ("--format", "plain", "russia"),
        ("russia", "--format", "plain"),
        ("--on", "2026-11-24", "russia"),
    ],
)
def test_ways_to_ask_the_same(run, args):
    """The verb is optional, options may come first, and no state is answered twice."""
    assert run(*args).out == RUSSIA


def test_several_states_in_the_order_asked(run):
    """Each state has a line of its own."""
    codes = [line[:3] for line in run("usa", "france", "south korea").lines]

    assert codes == ["USA", "FRA", "KOR"]


@pytest.mark.parametrize("args", [(), ("-h",), ("--help",)])
def test_help(run, args):
    """The help names every verb and the exit codes; its exit code is 0."""
    result = run(*args)

    assert result.code == 0
    assert all(f"\n  {verb} " in result.out for verb in VERBS)
    assert "Exit codes: 0 answered" in result.out
    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert "\n  icc-status list non-ratifiers           the states of a group\n" in result.out


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_verb_has_help(run, verb, flag):
    """Each verb has a help page, and each of its options a help text."""
    result = run(verb, flag)
    command = program.get_command(None, verb)

    assert (0, "") == (result.code, result.err)
    assert all(p.help for p in command.params if p.param_type_name == "option")
    assert all(len(line) <= 80 and "\\" not in line for line in result.out.splitlines())


def test_help_of_list_tells_what_signatories_are(run):
    """The help says which of those that signed are counted."""
    words = " ".join(run("list", "-h").out.split())

    assert "A state that signed and later joined is a party here, not a signatory." in words
    assert all(f" {group} " in words for group in GROUPS)


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("russai",), 2, "did you mean Russian Federation (RUS)?"),
        (("congo",), 2, "could be"),
        (("",), 2, "empty"),
        (("south", "korea"), 2, "quote a name of several words: icc-status 'south korea'"),
        (("kosovo",), 2, "lists no participation of its own"),
        (("montenegro", "--on", "2006-06-02"), 2, "it exists since 2006-06-03"),
        (("russia", "--on", "1998-07-16"), 2, "1998-07-17"),
        (("russia", "--on", "2010-02-30"), 2, "'2010-02-30' is not a day"),
        (("russia", "2016-11-20"), 2, "'2016-11-20' is no state: give a day as --on YYYY-MM-DD"),
        (("check", "2010", "--is", "parties"), 2, "'2010' is no state: give a day as --on"),
        (("russia", "--on", "2010-2"), 2, "a month: write a day as YYYY-MM-DD"),
        (("russia", "--on", "20100230"), 2, "write one as YYYY-MM-DD"),
        (("russia", "--format", "xml"), 2, "xml"),
        (("russia", "--fields", "iso3,nope"), 2, "the fields are iso3, iso2"),
        (("russia", "--fields", ","), 2, "names no field"),
        (("russia", "--frmat", "csv"), 2, "--frmat"),
        (("list", "partys"), 2, "partys"),
        (("list", "--region", "europe"), 2, "europe"),
        (("changes", "--kind", "unsigning"), 2, "unsigning"),
        (("situations", "--state", "uganda", "kenya"), 2, "leave one of them out"),
        (("changes", "--since", "2020", "--until", "2019"), 2, "give the earlier day first"),
        (("check", "russia"), 2, "Missing option '--is'. Choose from: all, parties, signatories"),
        (("show",), 2, "STATE"),
        (("--registry",), 2, "--registry"),
        (("--registry", "/nowhere/states.yaml", "russia"), 3, "cannot be read"),
        (("russia", "--registry", "/"), 3, "cannot be read"),
        (("validate", "/nowhere/states.yaml"), 3, "cannot be read"),
    ],
)
def test_bad_questions(run, args, code, said):
    """A bad question gives one line on standard error that says what to do, and no answer."""
    result = run(*args)

    assert (code, "") == (result.code, result.out)
    assert said in result.err
    assert result.err.startswith("icc-status: ")
    assert result.err.count("\n") == 1


def test_every_unknown_name_gets_its_line(run):
    """If several names are wrong, each has a line on standard error, and no state is answered."""
    result = run("russia", "atlantis", "congo")

    assert (2, "", 2) == (result.code, result.out, result.err.count("\n"))


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("france", "--is", "parties"), 0),
        (("russia", "--is", "parties"), 1),
        (("russia", "--is", "signatories"), 0),
        (("niger", "--is", "withdrawing"), 0),
        (("niger", "--is", "withdrawing", "--on", "2026-06-17"), 1),
        (("burundi", "--is", "parties", "--on", "2017-10-26"), 0),
        (("burundi", "--is", "withdrawn", "--on", "2017-10-27"), 0),
        (("montenegro", "--is", "all", "--on", "2006-06-02"), 1),
        (("montenegro", "--is", "parties", "--on", "2006-06-03"), 0),
        (("chad", "--is", "parties", "--on", "2027-07-27"), 1),
    ],
)
def test_check_answers_by_exit_code(run, args, code):
    """`check` prints nothing, whatever the answer."""
    result = run("check", *args)

    assert (code, "", "") == (result.code, result.out, result.err)


@pytest.mark.parametrize("name", ["atlantis", "congo", "kosovo", "greenland", ""])
def test_check_takes_no_state_s_status_for_what_is_none(run, name):
    """A territory or an unknown name is a bad question, not a no."""
    assert run("check", name, "--is", "parties").code == 2


@pytest.mark.parametrize(
    ("group", "number"),
    [
        ("all", 47),
        ("parties", 32),
        ("signatories", 7),
        ("non-ratifiers", 13),
        ("non-parties", 15),
        ("withdrawn", 2),
        ("withdrawing", 6),
        ("contracting", 0),
        ("renounced", 4),
        ("non-signatories", 6),
    ],
)
def test_list(run, group, number):
    """A group has as many lines as states, so that `wc -l` counts them."""
    result = run("list", group)

    assert (0, number, "") == (result.code, len(result.lines), result.err)


def test_list_is_the_states_of_the_day(run):
    """States that did not exist on the day are left out."""
    assert len(run("list", "--on", "2006-06-02").lines) == 45
    assert len(run("list", "--on", "2006-06-03").lines) == 46
    assert len(run("list", "--on", "2011-07-08").lines) == 46
    assert len(run("list", "--on", "2011-07-09").lines) == 47


def test_list_narrowed_to_a_region(run):
    """--region takes a region's code, in upper or lower case."""
    result = run("list", "parties", "--region", "weog", "--fields", "region")

    assert result.lines == ["WEOG"] * 5


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [("iso3", "AFG", "ZWE"), ("name", "AFG", "ZWE"), ("since", "AND", "UKR")],
)
def test_list_sorted(run, sort, first, last):
    """--sort orders a list by name, by the first day of the status, or by code."""
    group = "parties" if sort == "since" else "all"
    codes = [line[:3] for line in run("list", group, "--sort", sort).lines]

    assert (first, last) == (codes[0], codes[-1])


def test_names_sort_without_their_accents(run):
    """Côte d'Ivoire stands after Costa Rica, Türkiye after Tunisia."""
    names = [line.split("\t")[1] for line in run("list").lines]

    assert names.index("Côte d'Ivoire") == names.index("Costa Rica") + 1
    assert names.index("Türkiye") == names.index("Tunisia") + 1


def test_count(run):
    """There is one number for each status, and their sum in the last line."""
    lines = [line.split("\t") for line in run("count").lines]

    assert [line[:2] for line in lines] == [
        ["party", "32"],
        ["contracting", "0"],
        ["signatory", "3"],
        ["renounced", "4"],
        ["withdrawn", "2"],
        ["non-signatory", "6"],
        ["all", "47"],
    ]
    assert all(int(total) == sum(map(int, regions)) for _, total, *regions in lines)


def test_count_by_region(run):
    """Each regional group has a column."""
    rows = list(csv.DictReader(io.StringIO(run("count", "--format", "csv").out)))
    party = {key: value for key, value in rows[0].items() if key not in {"status", "states"}}

    assert party == {
        "africa": "11",
        "asia_pacific": "7",
        "eastern_europe": "5",
        "grulac": "4",
        "weog": "5",
        "none": "0",
    }


def test_changes_of_this_year(run):
    """Acts are in the order of their days; effects that lie ahead are not listed."""
    result = run("changes", "--since", "2026-01-01")

    assert [line.split("\t")[:2] for line in result.lines] == [
        ["2026-05-29", "HUN"],
        ["2026-06-18", "NER"],
        ["2026-06-24", "BFA"],
        ["2026-06-24", "MLI"],
        ["2026-07-24", "VEN"],
        ["2026-07-27", "TCD"],
        ["2026-09-23", "NRU"],
    ]


def test_changes_that_were_forestalled_did_not_happen(run):
    """An effect is not listed if its act was taken back before: Hungary, South Africa, Malaysia."""
    effects = run("changes", "--kind", "withdrawal-effect", "--until", "2027-12-31").lines
    entries = run("changes", "--kind", "entry-into-force").lines

    assert [line.split("\t")[1] for line in effects[:3]] == ["BDI", "PHL", "NER"]
    assert not [line for line in effects if "\tHUN\t" in line or "\tZAF\t" in line]
    assert not [line for line in entries if "\tMYS\t" in line]
    assert len(entries) == 34


def test_changes_say_what_they_leave_out(run):
    """Acceptances whose day is not known are left out, and standard error says so."""
    assert "2 acceptances of amendments are left out" in run("changes").err
    assert run("changes", "--kind", "signature").err == ""


def test_changes_say_what_they_leave_out_on_a_terminal(run):
    """A table says it in its foot; on a terminal with named fields it is said beside the lines."""
    table = run("changes", place=SCREEN)
    lines = run("changes", "--fields", "date,iso3", place=SCREEN)

    assert ("acceptances of amendments are left out" in table.out, table.err) == (True, "")
    assert "acceptances of amendments are left out" in lines.err
    assert lines.out.startswith("1998-07-17\t")


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-10-02", ""),
        ("2026-10-03", "icc-status: nothing after 2026-10-02 is known to this registry\n"),
        ("2026-11-24", "icc-status: nothing after 2026-10-02 is known to this registry\n"),
        (
            "2027-12-01",
            "icc-status: 2027-12-01 lies ahead: projected from what was notified by 2026-10-02\n",
        ),
    ],
)
def test_days_past_what_is_known(run, on, said):
    """A day after as_of, or in the future, is answered with a remark on standard error."""
    assert run("niger", "--on", on).err == said


def test_a_day_ahead_projects_what_was_notified(run):
    """Six parties will have left by the end of 2027, if nothing changes."""
    assert run("niger", "--on", "2027-06-18").out == "NER\tNiger\twithdrawn\t2027-06-18\n"
    assert len(run("list", "parties", "--on", "2027-12-01").lines) == 26


def test_days_in_columns_come_from_acts_up_to_the_day(run):
    """An act that was not yet done on the day, or was taken back, leaves its column empty."""
    fields = "signed,deposited,instrument,in_force,withdrawal_notified,withdrawal_effective"

    def cells(state, on):
        return run(state, "--on", on, "--fields", fields).out.rstrip("\n").split("\t")

    assert cells("burundi", "2004-09-20") == ["1999-01-13", "", "", "", "", ""]
    assert cells("burundi", "2004-09-21")[1:4] == ["2004-09-21", "ratification", "2004-12-01"]
    assert cells("burundi", "2016-10-27")[4:] == ["2016-10-27", "2017-10-27"]
    assert cells("burundi", "2020-01-01")[:2] == ["1999-01-13", "2004-09-21"]
    assert cells("hungary", "2026-05-28")[4:] == ["2025-06-02", "2026-06-02"]
    assert cells("hungary", "2026-05-29")[4:] == ["", ""]
    assert cells("malaysia", "2019-04-28")[1:4] == ["2019-03-04", "accession", "2019-06-01"]
    assert cells("malaysia", "2019-04-29") == [""] * 6
    assert cells("montenegro", "2006-07-01") == ["", "", "", "2006-06-03", "", ""]
    assert cells("montenegro", "2006-10-23")[1:4] == ["2006-10-23", "succession", "2006-06-03"]


def test_the_forms_hold_the_same_rows(run):
    """csv, tsv, json, jsonl, yaml and markdown agree on every state and column."""
    texts = {form: run("list", "--format", form).out for form in ("csv", "tsv", "json", "jsonl")}
    rows = list(csv.DictReader(io.StringIO(texts["csv"])))
    tsv = [line.split("\t") for line in texts["tsv"].splitlines()]
    objects = json.loads(texts["json"])
    narrowed = [{key: o[key] or "" for key in COLUMNS} for o in objects]
    markdown = run("list", "--format", "markdown").lines

    assert list(rows[0]) == list(COLUMNS) == tsv[0]
    assert [list(row.values()) for row in rows] == tsv[1:]
    assert rows == narrowed
    assert objects == [json.loads(line) for line in texts["jsonl"].splitlines()]
    assert [row["iso3"] for row in rows] == [line[2:5] for line in markdown[2:]]
    assert len(markdown) == 49


def test_yaml(run):
    """In YAML, days are days and Norway's code is text."""
    (norway,) = yaml.safe_load(run("norway", "--format", "yaml").out)

    assert (norway["iso2"], norway["in_force"]) == ("NO", date(2002, 7, 1))


def test_json(run):
    """One state is an array too, with its acts and their sources; letters are not escaped."""
    result = run("cote divoire", "--format", "json")
    (state,) = json.loads(result.out)

    assert list(state) == [
        *COLUMNS,
        "label",
        "summary",
        "acts",
        "agreements",
        "announcements",
        "cooperation",
    ]
    assert "Côte d'Ivoire" in result.out
    assert state["acts"][0]["sources"][0]["url"].startswith("https://treaties.un.org/")


def test_json_acts_stop_at_the_day(run):
    """Only the acts done by the day asked about are listed."""
    (state,) = json.loads(run("russia", "--on", "2010-01-01", "--format", "json").out)

    assert [act["kind"] for act in state["acts"]] == ["signature"]
    assert state["summary"].startswith("On 2010-01-01: Russian Federation was not a party")


def test_fields_narrow_any_machine_format(run):
    """Fields are in the order in which they were asked for."""
    assert run("norway", "--fields", "since,iso2").out == "2002-07-01\tNO\n"
    assert run("norway", "--fields", "iso2", "--format", "csv").out == "iso2\nNO\n"
    assert json.loads(run("norway", "--fields", "iso2", "--format", "json").out) == [{"iso2": "NO"}]


def test_the_environment_sets_the_format(run, monkeypatch):
    """ICC_STATUS_FORMAT is the default; --format overrides it."""
    monkeypatch.setenv("ICC_STATUS_FORMAT", "jsonl")

    assert json.loads(run("norway").out)["iso3"] == "NOR"
    assert run("norway", "--format", "plain").out.startswith("NOR\t")


REGISTRY = """
about: {claim: Test., prevails: The depositary., licence: CC0-1.0, as_of: 2020-01-01}
sources: [{key: s, title: Source of 2020, read: 2020-01-01}]
regions: [{code: WEOG, title: Group, members: 1, source: s}]
instruments: []
states:
  - {iso3: "XXA", iso2: "XA", un_name: Ruritania, common_name: Ruritania, region: WEOG}
"""


@pytest.fixture
def small(tmp_path):
    """A registry of one state, in a file."""
    path = tmp_path / "small.yaml"
    path.write_text(REGISTRY)
    return str(path)


@pytest.mark.parametrize("where", ["before", "after", "environment", "equals"])
def test_another_registry(run, small, monkeypatch, where):
    """--registry goes before or after the verb; ICC_STATUS_REGISTRY does the same."""
    args = {
        "before": ("--registry", small, "ruritania"),
        "after": ("ruritania", "--registry", small),
        "equals": (f"--registry={small}", "list"),
        "environment": ("show", "ruritania"),
    }[where]
    if where == "environment":
        monkeypatch.setenv("ICC_STATUS_REGISTRY", small)

    assert run(*args).out == "XXA\tRuritania\tnon-signatory\t\n"


def test_validate(run, small):
    """A sound registry gives exit code 0; a fault its line, place and remedy, and exit code 1."""
    assert run("validate", str(STATES)).out.endswith("47 states, 144 acts, as of 2026-10-02\n")
    assert run("validate", small).code == 0

    with open(small, "a") as file:
        file.write('  - {iso3: "XXA", iso2: NO, un_name: B, common_name: B, region: WEOG}\n')
    result = run("validate", small)

    assert result.code == 1
    assert result.out == f"{small}: line 8: XXA iso2: NO is not text to YAML; quote it\n"


def test_a_faulty_registry_is_not_used(run, small):
    """A registry with a fault is refused with exit code 3 and its first fault."""
    with open(small, "a") as file:
        file.write("typo: 1\n")
    result = run("--registry", small, "list")

    assert (3, "") == (result.code, result.out)
    assert f"{small}: line 8: typo: is no known field" in result.err


def test_version(run):
    """--version tells the package's one version, and the day of the registry in use."""
    said = re.fullmatch(r"icc-status \d+\.\d+\.\d+ \(registry as of (.*)\)\n", run("--version").out)

    assert said
    assert said[1] == "2026-10-02"
    assert run("-V").out == run("--version").out == run("--registry", str(STATES), "-V").out
    assert run("-V", "--registry", "/nowhere").code == 0
    assert run("--registry", "/nowhere", "-V").code == 3


def test_help_of_a_verb(run):
    """`help` is --help, and `help VERB` is the help of the verb."""
    assert run("help").out == run("--help").out
    assert run("help", "list").out == run("list", "--help").out
    assert (2, "") == (run("help", "lisst").code, run("help", "lisst").out)
    assert "no verb is called 'lisst'" in run("help", "lisst").err


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (("russia", "--json"), "icc-status russia --format json"),
        (("list", "parties", "--csv"), "icc-status list parties --format csv"),
        (("--yaml", "south korea"), "icc-status --format yaml 'south korea'"),
        (("changes", "--md", "2026"), "icc-status changes --format markdown 2026"),
        (("export", "acts", "--parquet"), "icc-status export acts --format parquet"),
    ],
)
def test_a_format_as_an_option(run, args, line):
    """--json and its like get the line to type."""
    result = run(*args)

    assert (2, "") == (result.code, result.out)
    assert f"type: {line}\n" in result.err


@pytest.mark.parametrize("flags", [["-O"], ["-OO"]])
@pytest.mark.parametrize("verb", VERBS)
def test_help_without_docstrings(verb, flags):
    """`python -OO` leaves docstrings out; each verb still says what it is for."""
    result = subprocess.run(
        [sys.executable, *flags, "-m", "icc_status", verb, "--help"],
        cwd=STATES.parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    about = result.stdout.split("\n\n")[1]

    assert len(about.split()) > 3
    assert "Options:" not in about


def test_a_screen_gets_a_card_and_a_list_gets_a_table(run):
    """A terminal gets a card or a table, unless --format or --fields says otherwise."""
    assert run("russia", place=SCREEN).out.startswith("Russian Federation is not a party")
    assert run("list", "withdrawn", place=SCREEN).out.startswith("Code   State")
    assert run("russia", "--format", "plain", place=SCREEN).out == RUSSIA
    assert run("russia", "--fields", "iso3", place=SCREEN).out == "RUS\n"


A_FIELD = {
    ("russia",): "iso3",
    ("list", "parties"): "iso3",
    ("count",): "status",
    ("changes",): "date",
    ("situations",): "situation",
    ("chart",): "day",
}


@pytest.mark.parametrize("args", A_FIELD, ids=" ".join)
def test_every_verb_chooses_its_format_alike(run, args):
    """A pipe gets plain, and so does a terminal where fields are named; else it gets a table."""
    fields = (*args, "--fields", A_FIELD[args])
    plain = run(*fields, "--format", "plain").out
    table = run(*args, "--format", "table", place=SCREEN).out

    assert run(*args).out == run(*args, "--format", "plain").out
    assert run(*fields, place=SCREEN).out == plain
    assert run(*args, place=SCREEN).out == table != plain


@pytest.mark.parametrize("form", ["plain", "json", "table"])
@pytest.mark.parametrize("args", A_FIELD, ids=" ".join)
def test_every_verb_refuses_an_unknown_field(run, args, form):
    """A field that there is not is a bad question in every format, and the fields are listed."""
    result = run(*args, "--fields", "nope", "--format", form)

    assert (result.code, result.out) == (2, "")
    assert f"no field is called 'nope' in {form}: the fields are {A_FIELD[args]}" in result.err


def test_one_state_as_markdown(run):
    """A page to cite: the answer, each act, and sources as footnotes with their addresses."""
    page = run("china", "russia", "--format", "markdown")
    assert page.lines[0].startswith("| iso3 |")

    lines = run("russia", "--on", "2016-11-16", "--format", "markdown").lines

    assert lines[0] == "# Russian Federation and the Rome Statute"
    assert lines[2].startswith("**On 2016-11-16: Russian Federation was not a party")
    assert "- 2000-09-13: Signature.[^1]" in lines
    order = next(line for line in lines if line.startswith("- 2016-11-16: Presidential order"))
    assert order.endswith("this was no notice.[^2][^3]")
    assert "On 2016-11-16; the registry is as of 2026-10-02." in lines[-9]
    assert lines[-7].startswith("Cite as: icc-status ")
    assert "registry as of 2026-10-02, asked for 2016-11-16." in lines[-7]
    assert lines[-5].startswith("[^1]: UN Treaty Collection, MTDSG chapter XVIII-10. <https://")
    assert lines[-1].startswith("[^3]: Ukrainian News on order 361-rp. <https://")


def test_one_state_as_markdown_without_acts(run):
    """It cites the lists that have no act of it, and --fields still gives a table."""
    lines = run("china", "--format", "markdown").lines

    assert "No act of it is listed in the sources.[^1][^2]" in lines
    assert run("china", "--format", "markdown", "--fields", "iso3").lines[-1] == "| CHN |"


@pytest.mark.parametrize(
    "key", ["XVIII-10-b", "xviii-10-b", "10-b", "aggression", "the crime of aggression"]
)
def test_who_accepted_an_amendment(run, key):
    """By a key or a word: who deposited by the day, when, and since when it is in force for it."""
    result = run("list", "--accepted", key, "--on", "2013-06-03")
    days = {line.split("\t")[0]: line.split("\t")[3:] for line in result.lines}

    assert days["DEU"] == ["2013-06-03", "2014-06-03"]
    assert "DEU" not in run("list", "--accepted", key, "--on", "2013-06-02").out
    assert "a year after its deposit (Art. 121(5)): that day is computed here" in result.err


def test_who_accepted_both_amendments_of_kampala(run):
    """Two amendments go by that name: each has its own lines."""
    lines = run("list", "--accepted", "kampala", "--on", "2026-10-02").lines

    assert {line.split("\t")[2] for line in lines} == {"XVIII-10-a", "XVIII-10-b"}


def test_who_joined_an_agreement(run):
    """The day on which it is in force for a state is not known here, and is left empty."""
    lines = run("list", "weog", "--accepted", "immunities", "--on", "2026-10-02").lines

    assert lines == ["AND\tAndorra\tXVIII-13\t2002-09-10\t"]


def test_an_acceptance_on_no_known_day(run):
    """It counts from the registry's day on, without a day."""
    on = {
        day: run("list", "--accepted", "124", "--on", day).out
        for day in ("2026-10-01", "2026-10-02")
    }

    assert "DEU\tGermany\tXVIII-10-c\t\t\n" not in on["2026-10-01"]
    assert "DEU\tGermany\tXVIII-10-c\t\t\n" in on["2026-10-02"]


def test_what_can_have_been_accepted(run):
    """--accepted without a key names the keys, also before another option."""
    lines = run("list", "--accepted", "--on", "2026-10-02").lines

    assert [line.split("\t")[0] for line in lines][:2] == ["XVIII-10-a", "XVIII-10-b"]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            "weapons",
            "'weapons' may mean XVIII-10-d, XVIII-10-e, XVIII-10-f: ask for one by its key",
        ),
        ("amendment", "no amendment or agreement is called 'amendment': the keys are XVIII-10-a"),
    ],
)
def test_what_is_no_instrument(run, key, message):
    """Words that mean several instruments, or none, are refused."""
    result = run("list", "--accepted", key)

    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_changes_of_situations_and_announcements(run):
    """Neither is an act of a state: they are listed only where they are asked for."""
    lines = run("changes", "2022-03", "--kind", "situations").lines

    assert lines == [
        "2022-03-01\t\tUkraine\tsituation\t\tReferred to the Prosecutor (Art. 13)",
        "2022-03-02\t\tUkraine\tsituation\t\tInvestigation opened (Art. 53(1))",
    ]
    announced = run("changes", "2016-11", "--kind", "announcement", "--kind", "non-intention").lines
    assert [line.split("\t")[3] for line in announced] == ["announcement", "non-intention"]
    assert "announcement" not in run("changes").out


def test_announcements_in_objects(run):
    """A state's announcements by the day stand beside its acts, with their sources."""
    found = json.loads(run("russia", "--on", "2016-11-16", "--format", "json").out)[0]
    before = json.loads(run("russia", "--on", "2016-11-15", "--format", "json").out)[0]

    assert [(a["date"], a["kind"], a["of"]) for a in found["announcements"]] == [
        ("2016-11-16", "order", "non-intention")
    ]
    assert found["status"] == "signatory"
    assert before["announcements"] == []
