"""The front page: a search, who is leaving next, and the states by status."""

from collections.abc import Iterable, Iterator
from functools import partial

from icc_status.export.datasets import DATASETS
from icc_status.model.names import NotState, spellings
from icc_status.model.normalize import key
from icc_status.model.situations import Situation
from icc_status.model.state import State
from icc_status.pictures import words
from icc_status.pictures.page import beside, escaped, link
from icc_status.queries.categories import WITHDRAWING, Category, legend, shade, tally
from icc_status.queries.rows import Row
from icc_status.site.edition import CALENDAR, FEED, HERE, Edition, framed, prose
from icc_status.site.situation_page import place

SEARCH = (
    '<form class="controls" id="search" role="search" hidden><label>Find <input id="find"'
    ' type="search" autocomplete="off" placeholder="a state, a code, a group"></label>'
    '<output id="told" for="find"></output></form>'
)
DATA = (
    *((f"data/{name}.csv", f"{name}.csv: {data.title.lower()}") for name, data in DATASETS.items()),
    ("data/datapackage.json", "datapackage.json: what each column means"),
    ("api/v1/states.json", "states.json: where each state stands, in brief"),
    ("api/v1/situations.json", "situations.json: the situations before the Court"),
    (FEED, "changes.atom: a feed of the newest changes"),
    (CALENDAR, "upcoming.ics: a calendar of what lies ahead"),
)
NO_NOTICE = "No notice of withdrawal is pending."


def front_page(edition: Edition) -> bytes:
    """Return the page. Its script only narrows the lists to what is typed."""
    title = words.title(edition.registry, None, edition.on)
    return framed(edition, title, "\n".join(_body(edition, title)))


def _body(edition: Edition, title: str) -> Iterator[str]:
    counts = tally(edition.registry, edition.on)
    yield f"<h1>{escaped(title)}</h1>"
    yield f'<p class="answer">{prose(words.counted(counts, edition.on))}</p>'
    yield f"<p>{prose(edition.coverage)}</p>"
    yield SEARCH
    yield "<h2>Leaving next</h2>"
    yield _leaving(edition) or f"<p>{NO_NOTICE}</p>"
    for name, label, number in legend(counts):
        if number and name != WITHDRAWING:
            rows = (row for row in edition.rows if row.standing.status == name)
            items = (_item(edition, row) for row in rows)
            yield _section(f"{label}: {number}", "states", items)
    situations = map(partial(_situation, edition), edition.docket.come_up(edition.on))
    yield _section("Situations before the Court", "others", situations)
    others = map(_other, edition.registry.not_states)
    yield _section("No states here, and what to ask for", "others", others)
    files = (f"<li>{link(path, text)}</li>" for path, text in DATA)
    yield f"<h2>Data and feeds</h2>\n<ul>{''.join(files)}</ul>"
    yield f"<script>\n{beside('search.js', HERE)}</script>"


def _leaving(edition: Edition) -> str:
    """Return the parties with a pending notice of withdrawal, the first to leave first."""
    days = {row.state.iso3: row.standing.leaving for row in edition.rows if row.standing.leaving}
    rows = [row for row in edition.rows if row.state.iso3 in days]
    rows.sort(key=lambda row: days[row.state.iso3])
    lines = "".join(f"<li>{_linked(row)}: {_status(row)}</li>" for row in rows)
    return lines and f"<ul>{lines}</ul>"


def _section(title: str, kind: str, items: Iterable[str]) -> str:
    """Return a list of what can be found, or nothing where there is nothing to list."""
    listed = "\n".join(items)
    if not listed:
        return ""
    return f'<section><h2>{escaped(title)}</h2>\n<ul class="{kind}">\n{listed}\n</ul></section>'


def _item(edition: Edition, row: Row) -> str:
    """Return a state's line; the script finds it by its names, and by its group at the UN."""
    names = (row.state.name, *spellings(row.state))
    own = [name for name in names if _means(edition, name, row.state)]
    beside = [] if row.state.common_name in row.state.name else [row.state.common_name]
    beside += [f"leaving on {row.standing.leaving}"] if row.standing.leaving else []
    faint = f' <span class="faint">{prose("; ".join(beside))}</span>' if beside else ""
    return (
        f'<li data-find="{_found_by(own)}"'
        f' data-group="{escaped(edition.registry.regions[row.state.region])}">'
        f"{_linked(row)}{faint}</li>"
    )


def _means(edition: Edition, name: str, state: State) -> bool:
    """Tell whether a name means this state and nothing else."""
    names = edition.registry.names
    folded = names.folds.get(name) or key(name)
    return folded not in names.ambiguous and names.states.get(folded) is state


def _other(other: NotState) -> str:
    names = _found_by((other.name, *other.aliases))
    return f'<li data-find="{names}"><b>{escaped(other.name)}</b>: {prose(other.explanation)}</li>'


def _situation(edition: Edition, situation: Situation) -> str:
    """Return a situation's line: its name finds it, but means the state of that name."""
    said = situation.brief(edition.on).removeprefix(situation.name)
    return (
        f'<li data-find="{escaped(situation.number or "")}"'
        f' data-group="{escaped(situation.name)}">'
        f"{link(place(situation), situation.name)}{prose(said)}</li>"
    )


def _found_by(names: Iterable[str]) -> str:
    return escaped("|".join(dict.fromkeys(names)))


def _linked(row: Row) -> str:
    return link(f"state/{row.state.iso3}/index.html", row.state.name)


def _status(row: Row) -> str:
    drawn = Category(shade(row.standing), row.standing, row.state)
    return prose(words.status(drawn, row.state))
