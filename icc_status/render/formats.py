"""The machine formats: lines and records for programs, never cut, with days in full."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from icc_status.errors import QuestionError
from icc_status.queries.table import Record, Sheet
from icc_status.render.inert import inert

Keys = Sequence[str]
Records = Sequence[Record]


class Format(NamedTuple):
    """A format: what writes it, and whether it holds lists and objects or cells of text only."""

    renderer: Callable[[Keys, Records], str]
    holds_more_than_cells: bool


def render(sheet: Sheet, form: str, fields: Keys | None = None) -> str:
    """Return a sheet in a machine format, with all of its columns or the fields asked for.

    Raises QuestionError for a field that the format does not have; the message lists those
    that it has.
    """
    check_fields(sheet, form, fields or ())
    return FORMATS[form].renderer(fields or _default_keys(sheet, form), sheet.records)


def check_fields(sheet: Sheet, form: str, fields: Keys) -> None:
    """Raise QuestionError for a field that the sheet does not have in a format."""
    wide = form in FORMATS and FORMATS[form].holds_more_than_cells
    known = [key for key in (*sheet.columns, *sheet.extra) if wide or key not in sheet.lists]
    for field in fields:
        if field not in known:
            raise QuestionError(
                f"no field is called {field!r} in {form}: the fields are {', '.join(known)}"
            )


def _default_keys(sheet: Sheet, form: str) -> Keys:
    if form == "plain":
        return sheet.plain
    wide = FORMATS[form].holds_more_than_cells
    return (*sheet.columns, *sheet.extra) if wide else sheet.columns


def cell(value: object) -> str:
    """Return a value as the text of one cell: None is empty, True is "true"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def plain(keys: Keys, records: Records) -> str:
    """Return tab-separated lines without a header: the default in a pipe."""
    return "".join("\t".join(cell(record[key]) for key in keys) + "\n" for record in records)


def tsv(keys: Keys, records: Records) -> str:
    """Return tab-separated lines under a header."""
    return "\t".join(keys) + "\n" + plain(keys, records)


def comma_separated(keys: Keys, records: Records) -> str:
    r"""Return CSV under a header, by RFC 4180 except that lines end in \n alone."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([cell(record[key]) for key in keys] for record in records)
    return out.getvalue()


def markdown(keys: Keys, records: Records) -> str:
    """Return a table in Markdown."""
    lines = [list(keys), ["---"] * len(keys)]
    lines += [[inert(cell(record[key])) for key in keys] for record in records]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def json_array(keys: Keys, records: Records) -> str:
    """Return one JSON array of objects, indented."""
    return _json(_narrowed(keys, records), indent=2)


def json_lines(keys: Keys, records: Records) -> str:
    """Return one JSON object a line."""
    return "".join(_json(narrowed) for narrowed in _narrowed(keys, records))


def yaml_list(keys: Keys, records: Records) -> str:
    """Return a YAML list of mappings, with days as YAML days."""
    from icc_status.loading.strict_yaml import write

    return write(_narrowed(keys, records))


def one_object(record: Mapping[str, object], form: str) -> str:
    """Return a record as one JSON object, on one line in jsonl, or as one YAML mapping."""
    if form == "yaml":
        from icc_status.loading.strict_yaml import write

        return write(dict(record))
    return _json(record, indent=2 if form == "json" else None)


def _narrowed(keys: Keys, records: Records) -> list[dict[str, object]]:
    return [{key: record[key] for key in keys} for record in records]


def _json(value: object, indent: int | None = None) -> str:
    """Return a value as JSON, with letters such as é as they are, and a newline."""
    import json

    return json.dumps(value, default=_day, ensure_ascii=False, indent=indent) + "\n"


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {value!r}")


FORMATS = {
    "plain": Format(plain, holds_more_than_cells=False),
    "tsv": Format(tsv, holds_more_than_cells=False),
    "csv": Format(comma_separated, holds_more_than_cells=False),
    "json": Format(json_array, holds_more_than_cells=True),
    "jsonl": Format(json_lines, holds_more_than_cells=True),
    "yaml": Format(yaml_list, holds_more_than_cells=True),
    "markdown": Format(markdown, holds_more_than_cells=False),
}
"""Each machine format by its name in --format."""
OBJECT_FORMS = tuple(name for name, form in FORMATS.items() if form.holds_more_than_cells)
"""The formats that can hold one answer as one object."""
