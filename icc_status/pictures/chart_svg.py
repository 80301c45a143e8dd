"""The numbers over time as one Vega-Lite specification: bands of states, and marked turns."""

import datetime as dt
from collections.abc import Iterator
from html import escape
from typing import Any

from icc_status.model import treaty
from icc_status.model.registry import Registry
from icc_status.pictures import words
from icc_status.pictures.convert import charted
from icc_status.pictures.palette import EDGE, FAINT, FONT, INK, PAINTS, PAPER, hatching
from icc_status.queries.categories import SHADES, legend
from icc_status.queries.counts import Moment, Turn, steps, turns

WIDTH, HEIGHT, ROW = 1130, 430, 20
STRIPED = "#003a6c"
"""Stands for the hatching until the SVG is made: Vega-Lite knows no patterns."""
TITLE = "States and the Rome Statute of the International Criminal Court since 1998"
Spec = dict[str, Any]


def picture(registry: Registry, until: dt.date, foot: str, titled: bool = True) -> str:
    """Return the chart as a whole SVG file; a page says title and foot itself."""
    specified = specification(registry, until, foot)
    label = escape(f"{TITLE}. {specified['title']['subtitle']}", quote=True)
    if not titled:
        del specified["title"]
    svg = charted(specified)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    return svg.replace(">", f">{hatching(6)}", 1).replace(f'"{STRIPED}"', '"url(#hatching)"')


def specification(registry: Registry, until: dt.date, foot: str) -> Spec:
    """Return the Vega-Lite specification of the chart."""
    moments = steps(registry, until)
    known = [moment for moment in moments if not moment.projected]
    ahead = [moment for moment in moments if moment.projected]
    marked = turns(registry, until)
    names = {name: f"{label}: {number}" for name, label, number in legend(known[-1].by_shade)}
    layers = [_bands(known, names, foot)]
    if ahead:
        layers += [_bands([known[-1], *ahead], names, foot, 0.4), *_border(known[-1])]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": HEIGHT,
        "padding": 20,
        "background": PAPER,
        "title": {
            "text": TITLE,
            "subtitle": said(known[-1]),
            "anchor": "start",
            "frame": "group",
            "offset": ROW,
        },
        "layer": [*layers, *_turns(marked, until)],
        "config": CONFIG,
    }


def said(moment: Moment) -> str:
    """Return the chart's answer: the last known numbers, in the words of the map."""
    return words.counted(moment.by_shade, moment.day)


def _bands(moments: list[Moment], names: dict[str, str], foot: str, opacity: float = 1) -> Spec:
    """Stack the numbers of each shade, which change on a day and hold until the next."""
    values = [
        {"day": str(moment.day), "shade": names[name], "order": order, "states": number}
        for moment in moments
        for order, (name, number) in enumerate((name, moment.by_shade[name]) for name in SHADES)
    ]
    paints = [STRIPED if paint.striped else paint.light for paint in PAINTS.values()]
    return {
        "data": {"values": values},
        "mark": {"type": "area", "interpolate": "step-after", "opacity": opacity},
        "encoding": {
            "x": {**_day("day"), "axis": {"title": foot or None, "titleAnchor": "start"}},
            "y": {"field": "states", "type": "quantitative", "title": None},
            "order": {"field": "order"},
            "color": {
                "field": "shade",
                "scale": {"domain": list(names.values()), "range": paints},
                "legend": {"orient": "bottom", "columns": 3, "title": None, "offset": 14},
            },
        },
    }


def _border(known: Moment) -> list[Spec]:
    """Draw the last known day, after which all is projected."""
    at = {"data": {"values": [{"day": str(known.day), "text": "projected"}]}}
    line = {"type": "rule", "strokeDash": [4, 3], "stroke": INK}
    words = {"type": "text", "angle": 270, "align": "right", "baseline": "top", "dx": -6, "dy": 5}
    return [
        {**at, "mark": line, "encoding": {"x": _day("day")}},
        {
            **at,
            "mark": words,
            "encoding": {"x": _day("day"), "y": {"value": 0}, "text": {"field": "text"}},
        },
    ]


def _turns(marked: list[Turn], until: dt.date) -> Iterator[Spec]:
    """Mark the turns, each in its own row over the plot, later ones higher."""
    middle = treaty.ADOPTED + (until - treaty.ADOPTED) / 2
    for row, turn in enumerate(marked, 1):
        yield from _turn(turn, row, late=turn.first > middle)


def _turn(turn: Turn, row: int, late: bool) -> list[Spec]:
    """Draw a line up to the turn's row, and its words to the side where there is room."""
    text = f"{turn.days}: {turn.brief}{' (projected)' if turn.projected else ''}"
    words = {"type": "text", "align": "right" if late else "left", "dx": -5 if late else 5}
    top = -ROW * row
    data = {"values": [{"day": str(turn.first), "text": text}]}
    x = _day("day")
    rule = {"x": x, "y": {"value": top - 6}, "y2": {"value": HEIGHT}}
    label = {"x": x, "y": {"value": top}, "text": {"field": "text"}}
    return [
        {"data": data, "mark": {"type": "rule", "stroke": INK}, "encoding": rule},
        {"data": data, "mark": words, "encoding": label},
    ]


def _day(field: str) -> Spec:
    return {"field": field, "type": "temporal", "scale": {"type": "utc", "nice": False}}


CONFIG: Spec = {
    "aria": False,
    "font": FONT,
    "title": {"fontSize": 24, "subtitleFontSize": 17, "color": INK, "subtitleColor": INK},
    "text": {"fontSize": 14, "color": INK},
    "rule": {"strokeWidth": 0.8},
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13,
        "labelColor": INK,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "titleColor": FAINT,
        "titlePadding": 10,
        "gridColor": EDGE,
        "gridOpacity": 0.3,
        "domainColor": EDGE,
        "tickColor": EDGE,
    },
    "legend": {
        "labelFontSize": 14.5,
        "labelLimit": 0,
        "symbolType": "square",
        "symbolSize": 240,
        "columnPadding": 24,
    },
}
