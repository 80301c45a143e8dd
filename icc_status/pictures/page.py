"""The building blocks of HTML pages: escaping, the page itself, links, tables and legends.

Every value goes through `escaped`. A page holds its style and its script, and its policy forbids
it to fetch anything.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from icc_status import __version__
from icc_status.model.registry import Registry
from icc_status.pictures import words
from icc_status.pictures.palette import GROUNDS, PAINTS, VARIABLES, hatching, rules

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""Content Security Policy: the page may fetch nothing; `data:` lets it draw its map as a PNG."""

OWN_FILES = "'self' file:"
"""The source of a style sheet beside the page; on a disk not every browser calls it 'self'."""


def escaped(value: object) -> str:
    """Return a value as text that is safe in HTML, also inside an attribute."""
    return escape(str(value), quote=True)


def page(
    title: str,
    body: str,
    script: str = "",
    facts: object = None,
    nav: str = "",
    head: str = "",
    sheet: str = "",
) -> str:
    """Return a whole page around the HTML of its body.

    `script` names a file beside this module; it reads `facts`, which is what JSON can say.
    `nav` stands before the main part, and `head` at the end of the head, both HTML.
    The page holds its style, unless `sheet` is the address of a file with it.
    """
    policy, look = POLICY, f"<style>\n{styles()}</style>"
    if sheet:
        policy = POLICY.replace("style-src", f"style-src {OWN_FILES}")
        look = f'<link rel="stylesheet" href="{escaped(sheet)}">'
    tail = ""
    if script:
        tail = (
            f'<script type="application/json" id="facts">{_inline(facts)}</script>\n'
            f"<script>\n{beside(script)}</script>\n"
        )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="icc-status {__version__}">\n'
        f"<title>{escaped(title)}</title>\n{look}\n"
        f"{head}</head>\n<body>\n{nav}<main>\n{body}\n</main>\n{tail}</body>\n</html>\n"
    )


@cache
def beside(name: str, package: str = "icc_status.pictures") -> str:
    """Return the text of a file that lies beside this module, or beside those of a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


@cache
def styles() -> str:
    """Return the style sheet of every page: the colours by day and by night, then page.css.

    Pages with a table or a picture add picture.css by `style`.
    """
    paints = {**GROUNDS, **PAINTS}
    day = " ".join(f"--{name}: {paint.light};" for name, paint in paints.items())
    night = " ".join(f"--{name}: {paint.dark};" for name, paint in paints.items())
    return (
        f":root {{ {day} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {night} }} }}\n"
        f"{rules(VARIABLES)}{beside('page.css')}"
    )


def style(name: str, package: str = "icc_status.pictures") -> str:
    """Return a further style sheet for the head of a page."""
    return f"<style>\n{beside(name, package)}</style>\n"


def link(address: str, text: str) -> str:
    """Return a link."""
    return f'<a href="{escaped(address)}">{escaped(text)}</a>'


def source(registry: Registry) -> str:
    """Return the source line with links to the depositary and the licence."""
    said = escaped(words.source(registry))
    for text, address in (
        (words.DEPOSITARY, words.DEPOSITARY_URL),
        (words.LICENCE, words.LICENCE_URL),
    ):
        said = said.replace(escaped(text), link(address, text))
    return f'<p class="faint" id="source">{said}</p>'


def table(caption: str, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return a table, which a narrow screen shows as cards.

    A row is its attributes and its cells, both HTML; its first cell names it. `caption` is HTML.
    """
    head = "".join(f'<th scope="col">{escaped(text)}</th>' for text in heads)
    return (
        f"<table><caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(_row(attributes, heads, cells) for attributes, cells in rows)
        + "\n</tbody></table>"
    )


def _row(attributes: str, heads: Sequence[str], cells: Sequence[str]) -> str:
    first, *rest = cells
    others = "".join(
        f'<td data-head="{escaped(head)}">{cell}</td>'
        for head, cell in zip(heads[1:], rest, strict=True)
    )
    return f'<tr{attributes}><th scope="row">{first}</th>{others}</tr>'


def legend(keys: Iterable[tuple[str, str]]) -> str:
    """Return a legend: the sample of each line, as SVG in a box of 24 by 16, and its HTML."""
    lines = "".join(
        f'<li><svg viewBox="0 0 24 16" aria-hidden="true">{sample}</svg>{text}</li>'
        for sample, text in keys
    )
    stripes = f'<svg width="0" height="0" aria-hidden="true">{hatching(6, "key-hatching")}</svg>'
    return f'{stripes}<ul class="legend">{lines}</ul>'


def _inline(facts: object) -> str:
    """Return facts as JSON that cannot close the script element around it."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
