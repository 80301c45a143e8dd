"""Show states and registries in notebooks: the card and the table, as HTML.

The model knows neither HTML nor the present day. This door gives both to it where a notebook
asks, by the method that notebooks call (`_repr_html_`).
"""

from datetime import date
from functools import cache
from types import MappingProxyType

from icc_status.model.registry import Registry
from icc_status.model.state import State

HEADS = MappingProxyType(
    {"iso3": "Code", "name": "State", "status": "Status", "since": "Since", "leaves": "To leave"}
)


def attach() -> None:
    """Give State and Registry the method that a notebook calls."""
    State._repr_html_ = card  # type: ignore[attr-defined]
    Registry._repr_html_ = table  # type: ignore[attr-defined]


def card(state: State) -> str:
    """Return the card of a state as HTML: where it stands today, or on its first day."""
    from icc_status.pictures.page import escaped
    from icc_status.queries.rows import row
    from icc_status.site.told import sources, told_in
    from icc_status.wording.page import page

    day = _today() if state.existed(_today()) or not state.exists_from else state.exists_from.date
    told = page(row(_registry(), state, day, day), _registry())
    body = [f"<p><strong>{escaped(told.answer)}</strong></p>"]
    body += [f"<p>{escaped(' · '.join(told.beside))}</p>"]
    body += [*told_in(told, "What it did", "What it means"), *sources(told)]
    return "\n".join([*body, f"<p>{escaped(_foot(_registry(), day))}</p>"])


def table(registry: Registry) -> str:
    """Return the states of a registry with where they stand today, as an HTML table."""
    from icc_status.pictures import page

    day = _today()
    rows = [
        ("", [page.escaped("" if record[key] is None else record[key]) for key in HEADS])
        for record in registry.to_records(day)
    ]
    return page.table(page.escaped(_foot(registry, day)), list(HEADS.values()), rows)


@cache
def _registry() -> Registry:
    """Return the registry that comes with the program, for what a state does not hold itself."""
    from icc_status.loading.registry import load

    return load()


def _today() -> date:
    from icc_status.system.clock import today

    return date.fromisoformat(today())


def _foot(registry: Registry, day: date) -> str:
    return f"On {day}, as known on {registry.as_of}; the depositary's record prevails."
