"""The machine formats: lines and records for programs, never cut, dates in full."""

import datetime as dt
from collections.abc import Callable, Sequence

from icc_status.errors import QuestionError
from icc_status.queries.table import Record, Sheet

Keys = Sequence[str]
Records = Sequence[Record]


def render(sheet: Sheet, form: str, fields: Keys | None = None) -> str:
    """Return a sheet in a machine format, narrowed to the fields asked for.

    Raises QuestionError for a field that the format does not have; the message lists them.
    """
    renderer, wide = FORMATS[form]
    known = [k for k in (*sheet.columns, *sheet.extra) if wide or k not in sheet.lists]
    keys: Keys = fields or _default_keys(sheet, form)
    for key in keys:
        if key not in known:
            raise QuestionError(
                f"no field is called {key!r} in {form}: the fields are {', '.join(known)}"
            )
    return renderer(keys, sheet.records)


def _default_keys(sheet: Sheet, form: str) -> Keys:
    if form == "plain":
        return sheet.plain
    return (*sheet.columns, *sheet.extra) if FORMATS[form][1] else sheet.columns


def cell(value: object) -> str:
    """Return a value as the text of one cell; nothing is an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def plain(keys: Keys, records: Records) -> str:
    """Return tab-separated lines without a header: the form of a pipe."""
    return "".join("\t".join(cell(record[key]) for key in keys) + "\n" for record in records)


def tsv(keys: Keys, records: Records) -> str:
    """Return tab-separated lines under a header."""
    return "\t".join(keys) + "\n" + plain(keys, records)


def comma_separated(keys: Keys, records: Records) -> str:
    """Return CSV (RFC 4180, but for its line ends: a bare newline) under a header."""
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
    lines += [[cell(record[key]).replace("|", "\\|") for key in keys] for record in records]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def json_array(keys: Keys, records: Records) -> str:
    """Return one JSON array of objects, letters as they are."""
    import json

    return json.dumps(_narrowed(keys, records), default=_day, ensure_ascii=False, indent=2) + "\n"


def json_lines(keys: Keys, records: Records) -> str:
    """Return one JSON object a line."""
    import json

    objects = _narrowed(keys, records)
    return "".join(json.dumps(o, default=_day, ensure_ascii=False) + "\n" for o in objects)


def yaml_list(keys: Keys, records: Records) -> str:
    """Return a YAML list of mappings, days as YAML days."""
    from icc_status.loading.strict_yaml import write

    return write(_narrowed(keys, records))


def _narrowed(keys: Keys, records: Records) -> list[dict[str, object]]:
    return [{key: record[key] for key in keys} for record in records]


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {value!r}")


FORMATS: dict[str, tuple[Callable[[Keys, Records], str], bool]] = {
    "plain": (plain, False),
    "tsv": (tsv, False),
    "csv": (comma_separated, False),
    "json": (json_array, True),
    "jsonl": (json_lines, True),
    "yaml": (yaml_list, True),
    "markdown": (markdown, False),
}
"""Each format's renderer, and whether it holds more than cells."""
