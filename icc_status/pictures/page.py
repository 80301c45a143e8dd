"""One page of HTML that needs nothing beside it: style, script and facts are inside."""

import json
from html import escape
from importlib.resources import files

from icc_status.pictures.palette import PAINTS

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
"""Content Security Policy: the page may fetch nothing at all."""


def page(title: str, body: str, script: str = "", facts: object = None) -> str:
    """Return a whole page; `script` names a file beside this module that reads the facts."""
    tail = ""
    if script:
        tail = (
            f'<script type="application/json" id="facts">{_inline(facts)}</script>\n'
            f"<script>\n{beside(script)}</script>\n"
        )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>\n{colours()}{beside('page.css')}</style>\n"
        f"</head>\n<body>\n{body}\n{tail}</body>\n</html>\n"
    )


def beside(name: str) -> str:
    """Return the text of a file that lies beside this module."""
    return files("icc_status.pictures").joinpath(name).read_text(encoding="utf-8")


def colours() -> str:
    """Return the shades as CSS: by day, by night, and the class of each."""
    day = "".join(f"--{name}: {paint.light}; " for name, paint in PAINTS.items())
    night = "".join(f"--{name}: {paint.dark}; " for name, paint in PAINTS.items())
    classes = "".join(
        f".{name} {{ fill: {'url(#hatching)' if paint.striped else f'var(--{name})'}; }}\n"
        for name, paint in PAINTS.items()
    )
    classes += "".join(
        f'.chart [fill="{paint.light}"] {{ fill: var(--{name}); }}\n'
        for name, paint in PAINTS.items()
    )
    return (
        f":root {{ {day}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {night}}} }}\n{classes}"
    )


def _inline(facts: object) -> str:
    """Return facts as JSON that cannot end the element that holds it."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
