"""The map as a page: a slider over the years, tooltips, and a table with the same facts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from icc_status.model import treaty
from icc_status.model.acts import Act
from icc_status.model.spans import Span
from icc_status.model.state import State
from icc_status.pictures import words
from icc_status.pictures.map_svg import drawing
from icc_status.pictures.page import page
from icc_status.pictures.palette import PAINTS, hatching
from icc_status.pictures.view import View
from icc_status.queries.categories import Category, category, legend, spans, tally
from icc_status.queries.counts import last_change
from icc_status.wording.describe import describe
from icc_status.wording.meaning import coverage

HINT = (
    "Point at a state, or move to the map with Tab and on with the arrow keys or a first letter;"
    " Enter leads to its line in the table."
)
HEADS = ("State", "Code", "Group", "Status", "Since", "Acts")


def picture(view: View) -> str:
    """Return the page; without a script it shows the day asked for and its table."""
    days = stops(view)
    facts = {
        "start": days.index(view.on),
        "stops": [_stop(view, day) for day in days],
        "states": {
            state.iso3: {
                "name": state.name,
                "spans": [_span(found, state) for found in spans(view.registry, state)],
            }
            for state in view.states
        },
    }
    return page(words.TITLE, "\n".join(_body(view, _foot(view, view.on))), "map.js", facts)


def stops(view: View) -> list[dt.date]:
    """Return the days of the slider: the end of each year since 1998, and the day asked for.

    The last is the end of the year of the last change that has been notified.
    """
    last = last_change(view.registry)
    ends = {dt.date(year, 12, 31) for year in range(treaty.ADOPTED.year, last.year + 1)}
    this_year = {day for day in ends if day.year == view.on.year}
    return sorted(ends - this_year | {view.on})


def _stop(view: View, day: dt.date) -> dict[str, object]:
    counts = tally(view.registry, day, view.region)
    projected = " (projected)" if day > view.today else ""
    return {
        "day": str(day),
        "label": f"{day}{projected}",
        "said": words.counted(counts, day, words.among(view.registry, view.region)),
        "foot": _foot(view, day),
        "counts": {name: number for name, _, number in legend(counts)},
    }


def _span(span: Span[Category], state: State) -> dict[str, object]:
    assert span.first is not None
    return {
        "since": str(span.first),
        "shade": span.value.shade,
        "status": words.status(span.value, state),
        "from": _since(span.value),
        "said": words.sentence(span.value, state, span.first),
    }


def _since(category: Category) -> str:
    standing = category.standing
    return str(standing.since) if standing and standing.since else ""


def _foot(view: View, day: dt.date) -> str:
    return coverage(day, view.registry.as_of, view.today)


def _body(view: View, foot: str) -> Iterator[str]:
    counts = tally(view.registry, view.on, view.region)
    said = words.counted(counts, view.on, words.among(view.registry, view.region))
    yield f"<h1>{words.TITLE}</h1>"
    yield f'<p class="said" aria-live="polite">{escape(said)}</p>'
    yield (
        '<div class="controls" hidden><label for="day">Day</label>'
        f'<input id="day" type="range" min="0" max="{len(stops(view)) - 1}">'
        '<output id="shown" for="day"></output><button id="play" type="button">Play</button></div>'
    )
    label = f' role="group" aria-label="Map of the states" data-ring="{1.6 * view.pixel:.3g}"'
    yield f"<figure>{drawing(view, label)}"
    yield f"<figcaption>{_legend(legend(counts), words.plain(view.region))}</figcaption></figure>"
    yield f'<p class="faint">{HINT}</p>'
    yield f'<p class="faint" id="foot">{escape(foot)}</p>'
    yield f'<p class="faint">{escape(words.BORDERS)}</p>'
    yield '<div id="tip" role="tooltip" hidden></div>'
    yield (
        '<div class="wide"><table><caption>The same facts in a table:'
        f' <span class="said">{escape(said)}</span></caption>'
    )
    yield f"<thead><tr>{_heads(HEADS)}</tr></thead>"
    yield "<tbody>"
    yield from (_row(view, state) for state in view.states)
    yield "</tbody></table></div>"


def _heads(heads: Iterable[str]) -> str:
    return "".join(f'<th scope="col">{head}</th>' for head in heads)


def _legend(entries: list[tuple[str, str, int]], plain: str) -> str:
    box = '<svg viewBox="0 0 24 16" aria-hidden="true">{}</svg>'
    rect = '<rect class="{}" width="24" height="16"{}/>'
    items = [
        box.format(rect.format(name, ' style="fill:url(#key)"' if PAINTS[name].striped else ""))
        + f'{escape(label)}: <span data-count="{name}">{number}</span>'
        for name, label, number in entries
    ]
    items.append(box.format(rect.format("bare", "")) + escape(plain))
    items.append(box.format('<circle class="bare" cx="12" cy="8" r="4"/>') + words.TOO_SMALL)
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f'<svg width="0" height="0">{hatching(6, "key")}</svg><ul class="legend">{lines}</ul>'


def _row(view: View, state: State) -> str:
    found = category(view.registry, state, view.on)
    acts = "".join(_act(view, act) for act in state.acts)
    return (
        f'<tr id="row-{state.iso3}" tabindex="-1"><th scope="row">{escape(state.name)}</th>'
        f"<td>{state.iso3}</td><td>{escape(view.registry.regions[state.region])}</td>"
        f'<td class="status">{escape(words.status(found, state))}</td>'
        f'<td class="since day">{_since(found)}</td><td><ul>{acts}</ul></td></tr>'
    )


def _act(view: View, act: Act) -> str:
    day = act.date or view.registry.as_of
    hidden = "" if day <= view.on else " hidden"
    said = f"<time>{act.date}</time>" if act.date else "day unknown:"
    words = escape(describe(act, view.registry))
    return f'<li data-day="{day}"{hidden}>{said} {words}</li>'
