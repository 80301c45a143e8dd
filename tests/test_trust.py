"""What lets a fact be traced: sources in full, and how old the registry is."""

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
from terminals import PIPE, SCREEN

WATCHED = dataclasses.replace(PIPE, errors_tty=True)


def test_sources_in_full(run, registry):
    """--sources adds each act with its reference, and each source's title, address and day."""
    plain = run("hungary", place=SCREEN).out
    result = run("hungary", "--sources", place=SCREEN)
    added = result.out.removeprefix(plain)
    told = " ".join(added.split())

    assert result.code == 0
    assert result.out.startswith(plain)
    assert "Sources of the acts of Hungary" in told
    for act in registry["HUN"].acts:
        assert f"{act.date} " in told
        assert act.reference is None or f"reference: {act.reference}" in told
        for source in act.sources:
            assert source.title in told
            assert f"read {source.read}" in told
            assert (source.copy or "") in told
            assert (source.url or "") in told


def test_an_address_is_never_broken(run, registry):
    """An address is not broken, however narrow the terminal."""
    narrow = dataclasses.replace(SCREEN, width=20)
    lines = run("russia", "--sources", place=narrow).lines

    assert f"    {registry['RUS'].acts[0].sources[0].url}" in lines


@pytest.mark.parametrize("width", range(24, 81, 7))
def test_a_day_is_never_broken(run, width):
    """No day is broken at its hyphens."""
    out = run("niger", "--sources", place=dataclasses.replace(SCREEN, width=width)).out

    assert [line for line in out.splitlines() if re.search(r"\d-$", line)] == []


def test_sources_of_several(run):
    """Several states have their acts one after the other, under the table."""
    out = run("hungary", "burundi", "--sources", place=SCREEN).out

    assert out.index("Sources of the acts of Hungary") < out.index("Sources of the acts of Burundi")


def test_sources_of_the_day(run):
    """Only what was done by the day asked about is listed."""
    added = run("burundi", "--sources", "--on", "2016-10-26", place=SCREEN).out

    assert "2004-09-21  Ratification" in added
    assert "2016-10-27" not in added


@pytest.mark.parametrize(
    "args",
    [("--format", "csv"), ("--fields", "iso3"), ("--format", "table", "--fields", "iso3")],
    ids=str,
)
def test_sources_go_with_the_card(run, args):
    """--sources is refused with other formats: those that can hold sources always do."""
    result = run("hungary", "--sources", *args)

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "icc-status: --sources goes with '--format table' and without --fields;"
        " json, jsonl and yaml hold each act's sources in full\n"
    )


def test_sources_in_a_pipe(run, registry):
    """Asked for without a form, the card and its sources are drawn in a pipe too."""
    out = run("russia", "--sources").out

    assert out.startswith("Russian Federation is not a party")
    assert f"    {registry['RUS'].acts[0].sources[0].url}\n" in out


SAID = (
    "icc-status: the registry ended {} days ago, on 2026-10-02:"
    " look for a newer release, or ask the depositary's page\n"
)
AS_OF = dt.date(2026, 10, 2)
AGES = {"the last day": (180, ""), "a day later": (181, SAID), "years later": (2000, SAID)}


@pytest.mark.parametrize(("days", "said"), AGES.values(), ids=AGES.keys())
@pytest.mark.parametrize("args", [["russia"], ["list"], ["count"], ["changes"]], ids=str)
def test_an_old_registry(run, days, said, args):
    """From 181 days after as_of, standard error says so on a terminal; the answer is the same."""
    today = AS_OF + dt.timedelta(days)
    result = run(*args, place=WATCHED, today=today)

    assert result.err.endswith(said.format(days))
    assert ("the registry ended" in result.err) == bool(said)
    assert result.out == run(*args, today=today).out


@pytest.mark.parametrize(
    "args",
    [
        ["annotate", "rows.csv", "--state=country", "--on=2010-01-01", "-o", "out"],
        ["export", "states", "-o", "out"],
        ["map", "-o", "out.svg"],
        ["jurisdiction", "--territory=mali", "--date=2010-01-01"],
    ],
    ids=" ".join,
)
def test_whatever_is_made_of_an_old_registry(run, tmp_path, monkeypatch, args):
    """Verbs that write files say it too."""
    monkeypatch.chdir(tmp_path)
    Path("rows.csv").write_text("country\nMali\n")
    result = run(*args, place=WATCHED, today=AS_OF + dt.timedelta(181))

    assert result.code == 0
    assert result.err.endswith(SAID.format(181))


def test_nobody_is_told_in_a_script(run):
    """If standard error is no terminal, nothing is said."""
    assert run("russia", today=dt.date(2030, 1, 1)).err == ""


def test_check_stays_silent(run):
    """`check` never says it."""
    result = run("check", "france", "--is", "parties", place=WATCHED, today=dt.date(2030, 1, 1))

    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize(("value", "said"), [("1", False), ("", True)], ids=["set", "empty"])
def test_the_warning_can_be_silenced(run, monkeypatch, value, said):
    """ICC_STATUS_NO_STALE_WARNING silences it."""
    monkeypatch.setenv("ICC_STATUS_NO_STALE_WARNING", value)

    assert bool(run("russia", place=WATCHED, today=dt.date(2030, 1, 1)).err) is said


def test_sources_of_what_is_beside(run):
    """Towards another agreement, too: what a card numbers, `--sources` gives in full."""
    told = " ".join(run("andorra", "--sources", place=SCREEN).out.split())
    beside = "(XVIII-13): signature 2002-09-10, ratification 2002-09-10."

    assert f"{beside} [1]" in told
    assert f"{beside} - UN Treaty Collection" in told
