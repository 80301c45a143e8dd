"""The machine formats, byte for byte, on a small sheet."""

from datetime import date

import pytest

from icc_status import QuestionError
from icc_status.queries.table import Sheet
from icc_status.render.formats import FORMATS, render

SHEET = Sheet(
    columns=("iso3", "name", "since", "party"),
    plain=("iso3", "since"),
    records=(
        {"iso3": "CIV", "name": "Côte d'Ivoire", "since": date(2013, 5, 1), "party": True},
        {"iso3": "XXA", "name": 'A|B, "C"', "since": None, "party": False},
    ),
)
EXPECTED = {
    "plain": "CIV\t2013-05-01\nXXA\t\n",
    "tsv": (
        'iso3\tname\tsince\tparty\nCIV\tCôte d\'Ivoire\t2013-05-01\ttrue\nXXA\tA|B, "C"\t\tfalse\n'
    ),
    "csv": ('iso3,name,since,party\nCIV,Côte d\'Ivoire,2013-05-01,true\nXXA,"A|B, ""C""",,false\n'),
    "json": """[
  {
    "iso3": "CIV",
    "name": "Côte d'Ivoire",
    "since": "2013-05-01",
    "party": true
  },
  {
    "iso3": "XXA",
    "name": "A|B, \\"C\\"",
    "since": null,
    "party": false
  }
]
""",
    "jsonl": (
        '{"iso3": "CIV", "name": "Côte d\'Ivoire", "since": "2013-05-01", "party": true}\n'
        '{"iso3": "XXA", "name": "A|B, \\"C\\"", "since": null, "party": false}\n'
    ),
    "yaml": """- iso3: CIV
  name: Côte d'Ivoire
  since: 2013-05-01
  party: true
- iso3: XXA
  name: A|B, "C"
  since: null
  party: false
""",
    "markdown": """| iso3 | name | since | party |
| --- | --- | --- | --- |
| CIV | Côte d'Ivoire | 2013-05-01 | true |
| XXA | A\\|B, "C" |  | false |
""",
}


@pytest.mark.parametrize("form", FORMATS)
def test_whole_output(form):
    """Each format writes exactly this."""
    assert EXPECTED[form] == render(SHEET, form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_unknown_field_is_refused_with_those_there_are(form):
    """No format writes a field that does not exist."""
    with pytest.raises(QuestionError, match="the fields are iso3, name, since, party"):
        render(SHEET, form, ("iso3", "nope"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("<script>", "\\<script\\>"),
        ("a\\|b", "a\\\\\\|b"),
        ("~~x~~", "\\~\\~x\\~\\~"),
        ("&copy;", "\\&copy;"),
    ],
)
def test_a_cell_has_no_meaning_in_markdown(text, shown):
    """No cell starts a link, a tag or another column."""
    sheet = Sheet(columns=("name",), plain=("name",), records=({"name": text},))

    assert render(sheet, "markdown").splitlines()[-1] == f"| {shown} |"


@pytest.mark.parametrize("form", FORMATS)
def test_no_records(form):
    """An answer without records is an empty list or a bare header."""
    empty = Sheet(SHEET.columns, SHEET.plain, ())

    assert {"plain": "", "jsonl": "", "json": "[]\n", "yaml": "[]\n"}.get(
        form, render(empty, form)
    ) == render(empty, form)
    assert len(render(empty, form).splitlines()) <= 2
