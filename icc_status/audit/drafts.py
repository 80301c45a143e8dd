"""What differs from a copy as acts in YAML, as they would stand in data/states.yaml.

A draft is for a person to check against the source and to paste. Nothing is guessed: what the
copy does not say is left open, and a comment says so.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from icc_status.audit.copies.lines import Copy
from icc_status.audit.differences import Difference
from icc_status.audit.expected import expected
from icc_status.audit.naming import Naming
from icc_status.model.acts import INSTRUMENTS, Kind
from icc_status.model.registry import Registry
from icc_status.model.treaty import entry_into_force, withdrawal_effect

ACTS = {
    "signed": ("signed",),
    "deposited": ("deposited", "instrument", "in_force"),
    "withdrawal_notified": ("withdrawal_notified", "withdrawal_effective"),
    "withdrawal_revoked": ("withdrawal_revoked",),
}
"""For each act, by the field that holds its day: the fields that tell of it."""
KINDS = {
    "signed": Kind.SIGNATURE,
    "withdrawal_notified": Kind.WITHDRAWAL,
    "withdrawal_revoked": Kind.WITHDRAWAL_REVOCATION,
}
UNKNOWN_KIND = f" # not known: one of {', '.join(sorted(INSTRUMENTS))}"
UNKNOWN_EFFECT = " # not known: the day from which the state succeeded"

Fields = Mapping[str, str]


def source_key(registry: Registry, stem: str) -> str:
    """Return a key for a new source, made from the name of its file, that no source has yet."""
    key = re.sub("[^a-z0-9]+", "-", stem.casefold()).strip("-") or "copy"
    while any(source.key == key for source in registry.sources):
        key += "-new"
    return key


def draft(
    registry: Registry, copy: Copy, differences: Iterable[Difference], on: dt.date, key: str
) -> Iterator[str]:
    """Yield the lines of a draft: each difference as a comment, and the act that it leads to.

    The acts are items of a YAML list, indented as acts are in data/states.yaml.
    """
    said_by_state = _said_by_state(registry, copy)
    for iso3, group in groupby(differences, key=lambda difference: difference.iso3):
        of_state = list(group)
        yield from map(_comment, of_state)
        differing = {difference.field for difference in of_state}
        for day_field, fields in ACTS.items():
            if iso3 and differing & set(fields):
                ours = expected(registry, registry[iso3], on, copy.fields)
                said = said_by_state.get(iso3, dict.fromkeys(copy.fields, ""))
                yield from _act(day_field, said, ours, key)


def _said_by_state(registry: Registry, copy: Copy) -> dict[str, Fields]:
    """Return what the copy says of each state, in the first line that is about it."""
    naming = Naming(registry)
    lines: dict[str, Fields] = {}
    for line in copy.lines:
        if state := naming.state(line):
            lines.setdefault(state.iso3, {field: line.said[field] for field in copy.fields})
    return lines


def _comment(difference: Difference) -> str:
    who = " ".join(filter(None, (difference.iso3, difference.name)))
    ours, theirs = difference.registry or "nothing", difference.copy or "nothing"
    return f"# {who}: {difference.field}: the registry has {ours}, the copy has {theirs}"


def _act(day_field: str, said: Fields, ours: Fields, key: str) -> Iterator[str]:
    """Yield an act as the copy has it, or a comment on why there is none.

    What the copy has no column for is taken from the registry.
    """
    date = _day(said.get(day_field, ours.get(day_field, "")))
    if date is None:
        yield f"#   no act is drafted from this: the copy has no day under {day_field!r}"
        return
    kind = _kind(day_field, said, ours)
    yield f"      - date: {date}"
    yield f"        kind: {kind or UNKNOWN_KIND}"
    if kind == Kind.SUCCESSION:
        yield f"        effective: {said.get('in_force') or UNKNOWN_EFFECT}"
    elif day_field == "deposited":
        yield from _effective(said.get("in_force", ""), entry_into_force(date))
    elif day_field == "withdrawal_notified":
        yield from _effective(said.get("withdrawal_effective", ""), withdrawal_effect(date))
    yield f"        source: {key}"


def _kind(day_field: str, said: Fields, ours: Fields) -> str:
    """Return the kind that the copy names, else the registry's, or nothing where none is known."""
    if day_field in KINDS:
        return KINDS[day_field]
    kind = said.get("instrument") or ours.get("instrument") or ""
    return kind if kind in set(INSTRUMENTS) else ""


def _effective(said: str, computed: dt.date) -> Iterator[str]:
    """Yield the day of effect that the copy states, else the computed one, marked as such."""
    stated = _day(said)
    if stated is None:
        yield f"        effective: {computed}"
        yield "        effective_computed: true"
    else:
        remark = "" if stated == computed else f"  # computed by the Statute: {computed}"
        yield f"        effective: {stated}{remark}"


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
