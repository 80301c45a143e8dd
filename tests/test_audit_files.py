"""Which file is what, of which treaty it is, and what is too large or too broken to be read."""

import time
from pathlib import Path

import pytest
from sound import sound

from icc_status import RegistryError
from icc_status.audit.copies.forms import Form, recognise
from icc_status.audit.copies.pages import html_table

COPIES = Path(__file__).parent / "copies"
XML, HTML = ((COPIES / f"page.{form}").read_text() for form in ("xml", "html"))
SECTION = "<Numsect>10</Numsect>"


@pytest.fixture
def audited(run, tmp_path):
    """Audit the invented registry against a file."""
    registry, copy = tmp_path / "registry.yaml", tmp_path / "copy"
    registry.write_text(sound().text())

    def audited(data):
        copy.write_bytes(data if isinstance(data, bytes) else data.encode())
        return run("audit", str(copy), "--registry", str(registry))

    return audited


XMLS = {
    "XVIII-10-a": XML.replace(SECTION, f"{SECTION}<Subnumsect>a</Subnumsect>"),
    "XVIII-13": XML.replace(SECTION, "<Numsect> 13\n</Numsect>"),
    "IV-10": XML.replace("CHAPTER XVIII", "CHAPTER IV"),
    "IV-5": XML.replace("CHAPTER XVIII", "Chapter IV").replace(SECTION, "<Numsect>5</Numsect>"),
}


@pytest.mark.parametrize("number", XMLS)
def test_the_xml_of_another_treaty(audited, number):
    """The XML says which treaty it is of; another than the Statute is refused by its number."""
    result = audited(XMLS[number])

    assert (result.code, result.out) == (3, "")
    assert result.err.endswith(
        f"/copy: is of another treaty, {number}; the Rome Statute is XVIII-10\n"
    )


def test_xml_that_says_nothing_of_its_treaty(audited):
    """XML without a number is compared; with ours and without a table it is refused."""
    table = XML[XML.index("    <Participants>") : XML.index("    <Declarations>")]

    assert audited(XML.replace(SECTION, "")).code == 0
    assert audited(XML.replace(table, "")).err.endswith(
        "is the file of XVIII-10, without its table of participants\n"
    )


ADDRESS = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&amp;mtdsg_no"
OWN = {
    "a form": f'<form method="post" action="{ADDRESS}=XVIII-10-b&amp;chapter=18">',
    "the browser": f"<!-- saved from url=(0099){ADDRESS}=xviii~10~b&amp;chapter=18 -->",
    "a link": f'<link rel="canonical" href="{ADDRESS}=XVIII-10-b" />',
}


@pytest.mark.parametrize("where", OWN)
def test_the_page_of_another_treaty(audited, where):
    """A page whose own address names another treaty is refused."""
    result = audited(HTML.replace("<body>", f"<body>{OWN[where]}"))
    ours = HTML.replace(
        "<body>", f"<body>{OWN[where]}".replace("-10-b", "-10").replace("~10~b", "~10")
    )

    assert (result.code, result.out) == (3, "")
    assert "is of another treaty, XVIII-10-B;" in result.err
    assert audited(ours).code == 0


def test_links_to_other_treaties(audited):
    """A link on a page, or words of it, do not say which treaty the page is of."""
    link = f'<a href="{ADDRESS}=XVIII-10-b">b</a><form action="x">mtdsg_no=IV-1</form>'

    assert audited(HTML.replace("<body>", f"<body>{link}")).code == 0


@pytest.mark.parametrize("control", [*range(1, 9), 11, 12, *range(14, 32)])
def test_control_characters_in_xml(audited, control):
    """Control characters, which the depositary's files hold against the rules, are dropped."""
    text = XML.replace("A row is", f"A{chr(control)} row is").replace(
        ">Alpha&", f">Al{chr(control)}pha&"
    )

    assert text.count(chr(control)) == 2
    assert audited(text).code == 0


BROKEN = {
    "a lone ampersand": (XML.replace("A row", "& a row"), "not XML: not well-formed"),
    "an end too few": (XML.replace("</Row>", "", 1), "not XML: mismatched tag"),
    "NUL": (XML.replace("A row", "\0 row"), "holds NUL bytes; save it as UTF-8 text"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_what_else_is_broken_in_xml(audited, text, message):
    """All else that is malformed is refused in one line."""
    result = audited(text)

    assert (result.code, result.out) == (3, "")
    assert message in result.err
    assert result.err.count("\n") == 1


STARTS = {
    "a comment of a page": (XML.replace("<Doc", "<!-- <html> --><Doc", 1), Form.XML),
    "a page in XML": (XML.replace("A row", "<![CDATA[<html>]]> tblgrid"), Form.XML),
    "no declaration": (XML.partition("?>")[2], Form.XML),
    "XHTML": (f'<?xml version="1.0"?>\n<!-- a -->{HTML}', Form.HTML),
    "a table alone": (HTML[HTML.index("<table cell") :], Form.HTML),
}


@pytest.mark.parametrize(("text", "form"), STARTS.values(), ids=STARTS.keys())
def test_a_form_is_told_by_its_first_element(audited, text, form):
    """What stands in a comment, in CDATA or in a text is not a page."""
    assert form is recognise(text.encode())
    assert audited(text).code == 0


ATTRIBUTES = {
    "the table": HTML.replace('cellspacing="0" id', 'title="a > b" id'),
    "after the id": HTML.replace('_tblgrid" class', '_tblgrid" title="a > b" class'),
    "a cell": HTML.replace("<td>Delta", "<td title='1 > 0' data-a=\"b > 'c\">Delta"),
    "a lone quote": HTML.replace("<td>Delta", "<td title=it's>Delta"),
}


@pytest.mark.parametrize("where", ATTRIBUTES)
def test_attributes_of_a_page(audited, where):
    """A > in a quoted attribute does not end the tag, and a lone quote does not hide its end."""
    assert HTML != ATTRIBUTES[where]
    assert audited(ATTRIBUTES[where]).code == 0


def test_a_link_to_a_footnote():
    """A number in a link stands apart from the day before it."""
    text = "<table id=tblgrid><tr><td>9 Jun 2000<a href=x>3</a><td>Del<a>ta</a></table>"

    assert html_table(text) == [["9 Jun 2000 3", "Delta"]]


ROW = "<Row><Entry>Alpha</Entry><Entry>8 Jan 1999</Entry><Entry>8 Feb 2001</Entry></Row>"
LARGE = {
    "CSV": "State,Signature,Deposit\n" + "Alpha,8 Jan 1999,8 Feb 2001\n" * 290_000,
    "XML": XML.replace("<Row>", ROW * 90_000 + "<Row>", 1),
    "HTML": HTML.replace("</table>\n<p>", "<tr><td>Alpha<td><td>" * 330_000 + "</table>\n<p>"),
}


@pytest.mark.parametrize("form", LARGE)
def test_more_lines_than_there_are_states(audited, form):
    """A table of thousands of lines is refused, and at once."""
    start = time.monotonic()
    result = audited(LARGE[form])

    assert result.err.endswith("has more than 2,000 rows; a table of states has some hundreds\n")
    assert (result.code, result.out) == (3, "")
    assert time.monotonic() - start < 30


SLOW = {
    "columns": "State,Signature,Deposit" + "," * 8_000_000,
    "cells of a page": f"<html><table id=tblgrid><tr>{'<td>' * 2_000_000}</table>",
    "quotes": "<html>" + '<a "' * 600_000,
    "more quotes": "<html><table id=tblgrid>" + "<a\" '" * 400_000,
    "tags in a cell": f"<html><table id=tblgrid><tr><td>{'<b>x' * 400_000}</table>",
    "addresses": "<form action=" + "mtdsg_no=1 " * 700_000,
    "comments": "<!---->" * 1_100_000,
    "instructions": "<?a?>" * 1_600_000 + "<?",
    "numbers": f"<Document><Header><Chapter><Header>{'I&lt;' * 1_600_000}",
}


@pytest.mark.parametrize("what", SLOW)
def test_what_would_be_slow(audited, what):
    """Whatever some megabytes hold, they are refused in one line before long."""
    start = time.monotonic()
    result = audited(SLOW[what])

    assert (result.code, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert time.monotonic() - start < 30


TABLE = "<table id=x_tblgrid><tr><td>Participant<td>Signature<tr><td>Alpha<td>8 Jan 1999</table>"
READ = [["Participant", "Signature"], ["Alpha", "8 Jan 1999"]]
DECOY = "<table id=y_tblgrid><tr><td>Decoy</table>"
PAGES = {
    "in a script": f"<script>var a = '<!--'; b = \"{DECOY}\";</script>{TABLE}",
    "in a textarea": f"<textarea>{DECOY}</textarea>{TABLE}",
    "in a title": f"<title>{DECOY}</title>{TABLE}",
    "in a style": f"<style>{DECOY}</style>{TABLE}",
    "in a noscript": f"<noscript>{DECOY}</noscript>{TABLE}",
    "in a template": f"<template>{DECOY}</template>{TABLE}",
    "in a comment": f"<!-- {DECOY} -->{TABLE}",
    "in a conditional comment": f"<![if !IE]><![CDATA[x]]><![endif]>{TABLE}",
    "in an attribute": f"<p title='{DECOY}'>{TABLE}",
    "a table around it": f"<table><tr><td>{TABLE}</table>",
    "a table before it": f"<table><tr><td>x</table>{TABLE}",
    "a script in a cell": TABLE.replace("Alpha", "<script>document.write('<td>x')</script>Alpha"),
    "capital tags": TABLE.replace("td", "TD").replace("tr", "TR").replace("table", "TABLE"),
    "heads": TABLE.replace("<td>P", "<th>P").replace("<td>S", "<th scope=col>S"),
    "closed cells": TABLE.replace("<td>8", "</td> <td>8").replace("<tr><td>A", "</tr><tr><td>A"),
    "sections": TABLE.replace("<tr>", "<thead><tr>", 1).replace("<tr><td>A", "</thead><td>A"),
    "slashes": TABLE.replace("<td>8", "<td/>8"),
    "entities": TABLE.replace("Alpha", "&#65;lph&#x61;").replace("8 ", "8&nbsp;"),
}
"""A page by what could mislead its reader; each holds the same table."""


@pytest.mark.parametrize("what", PAGES)
def test_a_page_is_read_as_browsers_read_it(what):
    """What only looks like a table is none, and what HTML lets out is put in."""
    rows = html_table(f"<html><body>{PAGES[what]}</body></html>")

    assert [[" ".join(cell.split()) for cell in row] for row in rows] == READ


def test_a_table_in_a_cell():
    """The words of a table in a cell are words of the cell, set apart; its rows are no rows."""
    inner = "<table><tr><td>8 Feb<td>2001</table>"
    table = f"<table id=tblgrid><tr><td>Alpha<td>{inner} a<td>x<tr><td>Beta<td><td></table>"

    rows = [[" ".join(cell.split()) for cell in row] for row in html_table(table)]

    assert rows == [["Alpha", "8 Feb 2001 a", "x"], ["Beta", "", ""]]


@pytest.mark.parametrize("opened", ["<!-- ", "<textarea>", "<script>", "<p title='", "<template>"])
def test_what_does_not_end_runs_to_the_end(opened):
    """A table behind something that is never closed is not shown by any browser."""
    with pytest.raises(RegistryError, match="holds no table of participants"):
        html_table(f"<html><body>{opened}{TABLE}")


@pytest.mark.parametrize("args", [["audit", "FILE"], ["validate", "FILE"], ["--registry", "FILE"]])
def test_a_file_that_may_not_be_read(run, tmp_path, monkeypatch, args):
    """A file that the system does not let us read is no fault of the question: exit code 3."""
    path = tmp_path / "file"
    path.touch()

    def refuse():
        raise PermissionError(13, "Permission denied")

    opened = Path.open
    monkeypatch.setattr("os.access", lambda *_args, **_options: False)
    monkeypatch.setattr(
        Path, "open", lambda self, *a, **o: refuse() if self == path else opened(self, *a, **o)
    )
    words = [str(path) if word == "FILE" else word for word in args]
    result = run(*words, *(["norway"] if "--registry" in args else []))

    assert (result.code, result.out) == (3, "")
    assert result.err == f"icc-status: {path}: cannot be read: Permission denied\n"


@pytest.mark.parametrize("args", [[], ["--format", "table"]], ids=["pipe", "table"])
@pytest.mark.parametrize("form", ["csv", "html", "xml"])
def test_a_cell_of_megabytes(run, tmp_path, form, args):
    """A file full of one cell, or of cells as long as may be, is done in seconds."""
    cell = "a " * 3_900_000
    pages = {
        "csv": "State,Signature,Deposit\n" + f"Norway,{'a ' * 65_000},\n" * 60,
        "html": HTML.replace("<td>Delta", f"<td>{cell}"),
        "xml": XML.replace(">Alpha", f">{cell}"),
    }
    path = tmp_path / "copy"
    path.write_text(pages[form])
    start = time.monotonic()
    result = run("audit", str(path), *args)

    assert result.code == (1 if form == "csv" else 3)
    assert time.monotonic() - start < 20
