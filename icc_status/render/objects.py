"""One answer as one object, for programs."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence

from icc_status.render.formats import cell

OBJECT_FORMS = ("json", "jsonl", "yaml")


def one_object(record: Mapping[str, object], form: str) -> str:
    """Return a record as one JSON object, on one line in jsonl, or as one YAML mapping."""
    if form == "yaml":
        from icc_status.loading.strict_yaml import write

        return write(dict(record))
    indent = 2 if form == "json" else None
    return json.dumps(record, default=_day, ensure_ascii=False, indent=indent) + "\n"


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {value!r}")


def verdict_lines(
    verdict: str, grounds: Sequence[Mapping[str, object]], keys: Sequence[str]
) -> str:
    """Return the verdict alone on the first line, then one tab-separated line a ground."""
    lines = ["\t".join(cell(ground[key]) for key in keys) for ground in grounds]
    return "".join(f"{line}\n" for line in (verdict, *lines))
