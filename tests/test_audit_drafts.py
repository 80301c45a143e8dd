"""`icc-status audit --draft`: differences as acts, ready to be checked and pasted."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from sound import sound

from icc_status import load
from icc_status.audit.drafts import source_key

COPY = (Path(__file__).parent / "copies" / "page.csv").read_text()


@pytest.fixture
def drafted(run, tmp_path):
    """Draft the acts of a copy against the invented registry, as it is or changed."""

    def drafted(copy, *args, change=None, name="Page of May.csv"):
        data = sound()
        if change:
            change(data)
        registry, path = tmp_path / "registry.yaml", tmp_path / name
        registry.write_text(data.text())
        path.write_text(copy)
        return run("audit", str(path), "--registry", str(registry), "--draft", *args)

    return drafted


DRAFTS = {
    "a signature": (
        lambda data: data.act("XBB", 0).update(date=dt.date(1998, 12, 5)),
        COPY,
        "# XBB Beta: signed: the registry has 1998-12-05, the copy has 1998-12-04",
        ["      - date: 1998-12-04", "        kind: signature"],
    ),
    "a stated entry into force": (
        lambda data: data.act("XFF", 0).update(effective=dt.date(2007, 11, 1)),
        COPY,
        "# XFF Zeta: in_force: the registry has 2007-11-01, the copy has 2007-10-01",
        [
            "      - date: 2007-07-17",
            "        kind: accession",
            "        effective: 2007-10-01",
        ],
    ),
    "a computed entry into force": (
        lambda _data: None,
        "State,Deposit\nAlpha,8 Feb 2001\nBeta,29 Jun 2002\nGamma,23 Oct 2006\nZeta,2007-07-17\n",
        "# XBB Beta: deposited: the registry has 2002-06-28, the copy has 2002-06-29",
        [
            "      - date: 2002-06-29",
            "        kind: ratification",
            "        effective: 2002-09-01",
            "        effective_computed: true",
        ],
    ),
    "a kind that nobody says": (
        lambda _data: None,
        COPY.replace("Delta,31 Dec 2000,,", "Delta,31 Dec 2000,1 Jun 2026 x,"),
        "# XDD Delta: instrument: the registry has nothing, the copy has x",
        [
            "      - date: 2026-06-01",
            "        kind:  # not known: one of acceptance, accession, approval, ratification,"
            " succession",
            "        effective: 2026-08-01",
            "        effective_computed: true",
        ],
    ),
    "a succession without its effect": (
        lambda data: data.act("XCC", 0).update(date=dt.date(2006, 10, 24)),
        "State,Signature,Deposit\nAlpha,8 Jan 1999,8 Feb 2001\nBeta,1998-12-04,2002-06-28\n"
        "Gamma,,23 Oct 2006 d\nDelta,31 Dec 2000,\nZeta,,17 Jul 2007 a\n",
        "# XCC Gamma: deposited: the registry has 2006-10-24, the copy has 2006-10-23",
        [
            "      - date: 2006-10-23",
            "        kind: succession",
            "        effective:  # not known: the day from which the state succeeded",
        ],
    ),
}


@pytest.mark.parametrize("which", DRAFTS)
def test_each_difference_is_an_act(drafted, which):
    """A difference is a comment; the act under it has the copy's day and the copy's key."""
    change, copy, comment, lines = DRAFTS[which]
    result = drafted(copy, change=change)
    acts = [line for line in result.lines if not line.startswith("#")]

    assert comment in result.lines
    assert acts == [*lines, "        source: page-of-may"]
    assert result.code == 1


def test_a_notice_of_withdrawal(drafted):
    """A notice takes effect after a year, unless the copy says otherwise."""
    head = "State,Signature,Withdrawal notice\nDelta,31 Dec 2000,\nBeta,1998-12-04,"
    acts = yaml.safe_load(drafted(f"{head}3 Mar 2024\nAlpha,8 Jan 1999,\n").out)

    assert acts[-1] == {
        "date": dt.date(2024, 3, 3),
        "kind": "withdrawal",
        "effective": dt.date(2025, 3, 3),
        "effective_computed": True,
        "source": "page-of-may",
    }


def test_the_draft_mends_the_registry(drafted, run, tmp_path):
    """The act pasted, with its source, the registry is sound and differs no more."""
    lost = []
    result = drafted(COPY, change=lambda data: lost.append(data.acts("XFF").pop(0)))
    acts = yaml.safe_load(result.out)
    data = sound()
    data.acts("XFF")[:1] = acts
    data["sources"].append(
        {"key": "page-of-may", "title": "Page of May 2026", "read": dt.date(2026, 10, 2)}
    )
    path = tmp_path / "mended.yaml"
    path.write_text(data.text())

    assert [act["date"] for act in acts] == [act["date"] for act in lost]
    assert run("validate", str(path)).code == 0
    assert run("audit", str(tmp_path / "Page of May.csv"), "--registry", str(path)).code == 0


def test_what_is_no_act_stays_a_comment(drafted):
    """What the copy lacks, or has no day for, is said and not drafted."""
    copy = COPY.replace("Beta,1998-12-04", "Beta,soon").replace("Delta", "Atlantis")
    result = drafted(copy)

    assert "# XBB Beta: signed: the registry has 1998-12-04, the copy has soon" in result.lines
    assert "# Atlantis: name: the registry has nothing, the copy has 2000-12-31" in result.lines
    assert "#   no act is drafted from this: the copy has no day under 'signed'" in result.lines
    assert yaml.safe_load(result.out) is None


def test_what_a_draft_goes_with(drafted):
    """A draft is of a copy, and in YAML alone; a file that agrees gives no act."""
    assert drafted(sound().text()).err == (
        "icc-status: --draft goes with a copy of the table, not with another registry\n"
    )
    assert drafted(COPY, "--format", "json").code == 2
    assert drafted(COPY, "--fields", "iso3").code == 2
    assert (drafted(COPY).code, yaml.safe_load(drafted(COPY).out)) == (0, None)


def test_the_key_of_a_source():
    """A key is made of the file's name, and is never one that the registry has."""
    registry = load()

    assert source_key(registry, "Treaty page, May 2026") == "treaty-page-may-2026"
    assert source_key(registry, "untc") == "untc-new"
    assert source_key(registry, "条約") == "copy"


def test_a_file_name_that_a_terminal_would_obey(drafted):
    """The file's name is printed with its escapes written out."""
    assert "\x1b" not in drafted(COPY, name="a\x1b[31m.csv").out
