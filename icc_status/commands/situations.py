"""What the Court has been asked to look at, and what became of it."""

import datetime as dt
from dataclasses import asdict

import click

from icc_status.commands.answer import give
from icc_status.commands.options import ON, StateName, output_options
from icc_status.commands.session import current
from icc_status.model.acts import Source
from icc_status.model.situations import Docket, Situation
from icc_status.queries.table import Sheet

COLUMNS = (
    "situation",
    "number",
    "states",
    "nationals",
    "origin",
    "status",
    "since",
    "covers_from",
    "covers_until",
    "confidence",
)
PLAIN = ("situation", "number", "states", "status", "since")
DRAWN = ("situation", "number", "states", "origin", "status", "since", "confidence")
EXTRA = ("also", "part", "resolution", "referred_by", "note", "caveat", "phases", "sources")


@click.command()
@click.option("--state", type=StateName(), help="Only those that concern this state.")
@ON
@output_options
def situations(
    state: str | None, on: dt.date | None, form: str | None, fields: tuple[str, ...] | None
) -> None:
    """List investigations and preliminary examinations, and where they stood on a day.

    A situation concerns a state by its territory or by its nationals. In cells, states are
    alpha-3 codes separated by blanks.
    """
    session = current()
    day, docket = session.day(on), session.docket
    code = session.registry.names.find(state, session.verbs).iso3 if state else None
    found = docket.concerning(code, day) if code else docket.come_up(day)
    sheet = Sheet(COLUMNS, PLAIN, tuple(_record(s, day) for s in found), EXTRA)

    def draw(foot: str) -> str:
        from icc_status.render.tables import sheet_table

        return sheet_table(sheet, DRAWN, session.terminal, f"{_as_of(found, docket)} {foot}")

    give(session, sheet, draw, form, fields, on)


def _as_of(found: tuple[Situation, ...], docket: Docket) -> str:
    count = "1 situation" if len(found) == 1 else f"{len(found)} situations"
    return f"{count}, known as of {docket.as_of}."


def _record(situation: Situation, day: dt.date) -> dict[str, object]:
    phase = situation.phase(day)
    done = [p for p in situation.phases if p.date <= day]
    return {
        **{key: getattr(situation, key, None) for key in (*COLUMNS, *EXTRA)},
        "situation": situation.name,
        "states": " ".join(situation.states),
        "nationals": " ".join(situation.nationals) or None,
        "also": list(situation.also),
        "referred_by": list(situation.referred_by),
        "status": situation.status(day),
        "since": phase.date if phase else None,
        "phases": [
            {**asdict(p), "kind": p.kind.value, "sources": _sources(p.sources)} for p in done
        ],
        "sources": _sources(situation.sources),
    }


def _sources(sources: tuple[Source, ...]) -> list[dict[str, object]]:
    return [asdict(source) for source in sources]
