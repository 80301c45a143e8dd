"""The map as a page: any day since 1998, a search, downloads, and a table with the same facts."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from icc_status.model import treaty
from icc_status.model.acts import Act
from icc_status.model.spans import Span
from icc_status.model.state import State
from icc_status.pictures import map_svg, words
from icc_status.pictures.areas import Look
from icc_status.pictures.frame import HEAD, LETTERS
from icc_status.pictures.map_svg import around, drawing, keys, said
from icc_status.pictures.page import escaped, legend, page, source, style, table
from icc_status.pictures.view import View
from icc_status.queries import categories
from icc_status.queries.categories import tally
from icc_status.queries.counts import last_change
from icc_status.wording.describe import describe
from icc_status.wording.meaning import coverage

Looks = Mapping[str, Sequence[Span[Look]]]
"""How each area is shown over time, by its alpha-3 code."""

HINT = (
    "Point at a state, or move to the map with Tab and on with the arrow keys or a first letter;"
    " Enter leads to its line in the table."
)
HEADS = ("State", "Code", "Group", "Status", "Since", "Acts")
DAY = dt.timedelta(days=1)


def picture(view: View, nav: str = "") -> str:
    """Return the page; without a script it shows the day asked for and its table.

    `nav` is HTML that stands before its main part.
    """
    title, looks = words.title(view.registry, view.region, view.on), view.looks()
    marked = {code for code, spans in looks.items() if any(span.value.doubtful for span in spans)}
    body = "\n".join(_body(view, title, marked))
    return page(title, body, "map.js", _facts(view, looks), nav, style("picture.css"))


def stops(view: View) -> list[dt.date]:
    """Return the days of the slider: the end of each year since 1998, and the day asked for.

    The last is the end of the year of the last change that has been notified.
    """
    last = last_change(view.registry)
    ends = {dt.date(year, 12, 31) for year in range(treaty.ADOPTED.year, last.year + 1)}
    this_year = {day for day in ends if day.year == view.on.year}
    return sorted(ends - this_year | {view.on})


def _facts(view: View, looks: Looks) -> dict[str, object]:
    """Return what the script picks from; it fills in `{day}` in a text."""
    days = {span.first for spans in looks.values() for span in spans if span.first}
    states = {state.iso3: state for state in view.states}
    names = {code: states[code].name if code in states else view.name(code) for code in looks}
    return {
        "day": str(view.on),
        "today": str(view.today),
        "stops": [str(day) for day in stops(view)],
        "title": words.title(view.registry, view.region, view.on).replace(str(view.on), "{day}"),
        "feet": _feet(view),
        "doubts": words.DOUBTS,
        "numbers": [_numbers(view, day) for day in sorted(days)],
        "areas": {
            code: {
                "name": names[code],
                "group": view.registry.regions[states[code].region] if code in states else "",
                "spans": [_span(names[code], span) for span in spans],
            }
            for code, spans in looks.items()
        },
        "frame": _frame(view, names, looks),
        "letters": LETTERS,
    }


def _frame(view: View, names: Mapping[str, str], looks: Looks) -> str:
    """Return the SVG that a saved map is put into, with room for the doubts of any day."""
    ever = [
        (names[code], tuple({act: None for span in spans for act in span.value.doubtful}))
        for code, spans in looks.items()
    ]
    room = words.doubts((name, acts) for name, acts in ever if acts)
    return around(view, f'<g id="drawn" data-y="{HEAD}"/>', doubts=room)


def _feet(view: View) -> list[tuple[str, str]]:
    """Return what the registry covers on days known, since its as-of, and ahead.

    Each stands behind the first of its days.
    """
    as_of, today = view.registry.as_of, view.today
    days = sorted({treaty.ADOPTED, as_of + DAY, today + DAY})
    feet = {day: coverage(day, as_of, today) for day in days}
    return [(str(day), foot.replace(str(day), "{day}", 1)) for day, foot in feet.items()]


def _numbers(view: View, day: dt.date) -> tuple[str, str, dict[str, int]]:
    """Return a day on which numbers may change, the answer from then on, and each number."""
    counts = tally(view.registry, day, view.region)
    answer = words.counted(counts, day, words.among(view.registry, view.region))
    shades = {name: number for name, _, number in categories.legend(counts)}
    return str(day), answer.replace(str(day), "{day}", 1), shades


def _span(name: str, span: Span[Look]) -> dict[str, str]:
    look = span.value
    return {
        "first": str(span.first),
        "shade": look.shade,
        "status": look.status,
        "since": _since(look),
        "said": look.answer,
        "doubt": words.doubted_name(name, look.doubtful) if look.doubtful else "",
    }


def _since(look: Look) -> str:
    return str(look.since) if look.since else ""


def _body(view: View, title: str, marked: Collection[str]) -> Iterator[str]:
    yield f"<h1>{escaped(title)}</h1>"
    yield f'<p class="said" aria-live="polite">{escaped(said(view))}</p>'
    yield _controls(view)
    yield f'<figure aria-label="{escaped(title)}">'
    yield drawing(view, 'role="group" aria-label="Map of the states"', marked)
    yield f"<figcaption>{legend(_keys(view))}</figcaption></figure>"
    yield f'<p class="faint hint">{HINT}</p>'
    yield f'<p class="faint" id="foot">{escaped(view.coverage)}</p>'
    yield f'<p class="faint" id="doubts">{escaped(words.doubts(map_svg.doubted(view)))}</p>'
    yield f'<p class="faint">{escaped(words.BORDERS)}</p>'
    yield source(view.registry)
    yield '<div id="tip" role="tooltip" hidden></div>'
    caption = f'The same facts in a table: <span class="said">{escaped(said(view))}</span>'
    rows = (_row(view, state) for state in view.states)
    yield f'<section class="details">{table(caption, HEADS, rows)}</section>'


def _controls(view: View) -> str:
    names = sorted([state.name for state in view.states])
    options = "".join(f'<option value="{escaped(name)}">' for name in names)
    return (
        '<form class="controls" hidden>'
        f'<label>Find <input id="find" list="names" autocomplete="off"></label>'
        f'<datalist id="names">{options}</datalist>'
        f'<label>Day <input id="date" type="date" min="{treaty.ADOPTED}" required></label>'
        f'<label class="slide">Year <input id="day" type="range" min="0"'
        f' max="{len(stops(view)) - 1}"></label>'
        '<output id="shown" for="day date"></output>'
        '<button id="play" type="button">Play</button>'
        '<span role="group" aria-label="Download">'
        '<button id="save-svg" type="button">SVG</button> '
        '<button id="save-png" type="button">PNG</button> '
        '<button id="save-csv" type="button">CSV</button></span></form>'
    )


def _keys(view: View) -> Iterator[tuple[str, str]]:
    for key in keys(view):
        label, _, number = key.words.rpartition(": ")
        shown = f'{escaped(label)}: <span id="{key.name}">{number}</span>'
        yield key.sample, shown if key.name else escaped(key.words)


def _row(view: View, state: State) -> tuple[str, list[str]]:
    look = view.look(state)
    acts = "".join(_act(view, state, act) for act in state.acts)
    status = f'<span class="status">{escaped(look.status)}</span>'
    since = f'<span class="since day">{_since(look)}</span>'
    group = escaped(view.registry.regions[state.region])
    return (
        f' id="row-{state.iso3}" tabindex="-1"',
        [escaped(state.name), state.iso3, group, status, since, f"<ul>{acts}</ul>"],
    )


def _act(view: View, state: State, act: Act) -> str:
    day = act.date or view.registry.as_of
    hidden = "" if day <= view.on else " hidden"
    said = f"<time>{act.date}</time>" if act.date else "day unknown:"
    words = escaped(describe(act, state.acts))
    return f'<li data-day="{day}"{hidden}>{said} {words}</li>'
