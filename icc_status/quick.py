"""Answer the plain questions at once; hand all others, untouched, to the program.

Plain are states alone, list and check, with or without --on: in a pipe from the snapshot, states
on a terminal by what the program itself calls. This module imports next to nothing, which is its
one reason to exist: the program is the one definition of the interface, and a test holds the two
to the same answers.
"""

import sys

from icc_status.loading.fingerprint import fingerprint
from icc_status.system.clock import today

DATA = __file__.removesuffix("quick.py") + "data/"
FIRST = "1998-07-17"
SETTINGS = {"ICC_STATUS_FORMAT", "ICC_STATUS_REGISTRY", "_ICC_STATUS_COMPLETE"}


def main() -> None:
    """Run the command: by the snapshot where that is enough, else by the program."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from icc_status.system.streams import reopen

        reopen()
    try:
        code = answer(sys.argv[1:], DATA, today())
        if code is None:
            from icc_status.cli import run

            code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the program is there to say so
        from icc_status.system.streams import say

        say("interrupted")
        code = 130
    sys.exit(code)


def answer(args: list[str], data: str, now: str) -> int | None:
    """Answer a plain question and return the exit code, or None for any other question."""
    from os import environ

    verb, words, on = _parsed(args)
    if not verb or not SETTINGS.isdisjoint(environ):
        return None
    try:
        drawn = verb != "check" and sys.stdout.isatty()
        if drawn and verb == "list":
            return None
        with open(data + "states.yaml", "rb") as yaml, open(data + "states.quick", "rb") as quick:
            content, (head, rest) = fingerprint(yaml.read()), quick.read().split(b"\n", 1)
        known, held, as_of, stale_from, groups = head.decode().split("\t")
        if known != content or held != fingerprint(rest) or (on or now) < FIRST:
            return None
        text = f"\n{rest.decode()}"
        if drawn:
            return None if "" in _lines(text, words, verb) else _drawn(words, on, now)
        remarks = verb != "check" and (on > as_of or now >= stale_from)
        return None if remarks else _answer(verb, words, on or now, text, groups.split(","))
    except (OSError, ValueError, AttributeError):
        return None


def _parsed(args: list[str]) -> tuple[str, list[str], str]:
    """Return the verb, its words and the day asked for; no verb for what is not plain."""
    on = ""
    if len(args) > 1 and args[-2] == "--on" and _is_day(args[-1]):
        *args, _, on = args
    verb, *words = args if args[:1] in (["show"], ["list"], ["check"]) else ["show", *args]
    if verb == "check":
        words = [words[0], words[2]] if len(words) == 3 and words[1] == "--is" else []
    plain = len(words) < 2 if verb == "list" else bool(words)
    return (verb if plain and not any(w.startswith("-") for w in words) else ""), words, on


def _is_day(text: str) -> bool:
    """Tell of most days that they are one; the program judges the rest."""
    plain = len(text) == 10 and text.isascii() and text[4::3] == "--"
    digits = text[:4] + text[5:7] + text[8:]
    return (
        plain
        and digits.isdigit()
        and text >= FIRST
        and "01" <= text[8:] <= "28"
        and ("01" <= text[5:7] <= "12")
    )


def _answer(verb: str, words: list[str], day: str, text: str, groups: list[str]) -> int | None:
    group = "all" if verb == "show" else (words or ["all"])[-1]
    lines = text.split("\n@")[1:] if verb == "list" else _lines(text, words, verb)
    if group not in groups or "" in lines:
        return None
    found = {}
    for line in lines:
        code, name, *spans = line.rstrip("\n").split("\t")
        for span in [span for span in spans if span[:10] <= day][-1:]:
            _, status, since, held = span.split("|")
            if group in held.split(","):
                found[code] = f"{code}\t{name}\t{status}\t{since}\n"
    if verb == "check":
        return 0 if found else 1
    if verb == "show" and len(found) < len(set(lines)):
        return None
    from icc_status.system.streams import put, refused

    try:
        put("".join(found.values()).encode())
    except OSError as error:
        return refused(error)
    return 0


def _drawn(words: list[str], on: str, now: str) -> int | None:
    """Draw the answer, or return None where the program has something else to say."""
    from datetime import date

    from icc_status.commands.lookup import lookup
    from icc_status.commands.session import opened
    from icc_status.errors import IccStatusError
    from icc_status.system.streams import refused

    try:
        lookup(opened(date.fromisoformat(now)), words, date.fromisoformat(on) if on else None)
    except IccStatusError:
        return None
    except OSError as error:
        return refused(error)
    return 0


def _lines(text: str, words: list[str], verb: str) -> list[str]:
    """Return the line of each state that is named, "" for what names none."""
    from icc_status.model.normalize import fold

    names = words[:1] if verb == "check" else words
    codes = [_after(text, f"\n{fold(name)}\t") for name in names]
    return [_after(text, f"\n@{code}\t", len(code) + 1) if code else "" for code in codes]


def _after(text: str, start: str, back: int = 0) -> str:
    """Return the rest of the line that begins so, with the last `back` letters of its beginning."""
    at = text.find(start)
    return text[at + len(start) - back : text.index("\n", at + 1)] if at >= 0 else ""
