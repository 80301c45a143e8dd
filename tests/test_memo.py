"""The memo on jurisdiction: what it holds, and that what it quotes is safe in Markdown."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from test_jurisdiction import DOCKET, ask

from icc_status.model.acts import Source
from icc_status.render.memo import memo

FOOT = "On a day; the registry is as of another."
TITLES = [
    "Question",
    "Short answer",
    "Grounds that hold",
    "Grounds that are open, with the readings",
    "Grounds that fail",
    "Situations",
    "What has to be said beside it",
    "What could change the answer",
    "Out of scope",
    "The record",
]


def written(*question):
    """Return the memo on a question."""
    return memo(ask(*question), DOCKET, FOOT)


def test_its_sections():
    """All of them, in their order, where each has something to say."""
    text = written("libya", "libya", "2012-01-01")

    assert text.startswith("# Jurisdiction of the International Criminal Court\n")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == TITLES
    assert FOOT in text


def test_a_section_with_nothing_to_say_is_left_out():
    """A memo without open grounds has no heading for them."""
    text = written("georgia", "russia", "2022-01-01")

    assert "## Grounds that are open" not in text
    assert "## Situations" not in text


@pytest.mark.parametrize(
    "question",
    [
        ("philippines", "philippines", "2015-01-01"),
        ("burundi", "burundi", "2010-01-01"),
        ("bangladesh + myanmar", "myanmar", "2017-08-25"),
        ("germany", "spain", "2022-01-01", "aggression"),
    ],
)
def test_every_mark_has_its_footnote(question):
    """Each mark in the text has one footnote, each footnote is used, in their order."""
    text = written(*question)
    notes = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", text))

    assert notes == [str(n) for n in range(1, len(notes) + 1)]
    assert marks == set(notes)


def test_a_footnote_has_its_address():
    """A decision is told with where it can be read, and which copy was."""
    text = written("burundi", "burundi", "2016-01-01")

    assert "ICC-01/17-9-Red" in text
    assert "<https://docslib.org/doc/4191148/burundi-article-15-decision>" in text
    assert "(stored copy: header and table of contents" in text


def test_both_readings_and_the_change():
    """An open ground has both readings; a ruling could change it."""
    text = written("burundi", "burundi", "2010-01-01")

    assert "on one reading of Art. 127(2)" in text
    assert "on the other the time of the crime decides" in text
    assert "- A ruling of the judges on the readings that are open above." in text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a_b", "<https://example.org/a_b>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://example.org/> <b>", "https://example.org/\\> \\<b\\>"),
        (None, "A \\*title\\* with \\[marks\\]."),
    ],
)
def test_what_is_quoted_is_safe(url, shown):
    """No title and no address can start a link or markup of its own."""
    found = ask("germany", "germany", "2010-01-01")
    source = Source("odd", "A *title* with [marks]", dt.date(2026, 11, 26), url)
    ground = replace(found.grounds[0], sources=(source,))
    text = memo(replace(found, grounds=(ground,)), DOCKET, FOOT)

    assert shown in text
    assert "](" not in text
