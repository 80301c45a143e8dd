"""Answer plain questions in a pipe at once, and hand all others to the program.

Plain questions are states alone, `list` and `check`, each with or without --on, in ASCII. They are
answered from states.quick, which a wheel holds. The program defines what is right: a test holds
both to the same bytes. This module imports next to nothing, which is its one reason to exist.
"""

import sys

from icc_status.loading.quick_file import QuickFile, answer_on, code_in_languages, quick_file
from icc_status.system.clock import today

DATA = __file__.removesuffix("quick.py") + "data/"
FIRST = "1998-07-17"
SETTINGS = {"ICC_STATUS_FORMAT", "ICC_STATUS_REGISTRY", "_ICC_STATUS_COMPLETE"}


def main() -> None:
    """Run the command: from the quick file where that is enough, else by the program."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from icc_status.system.streams import reopen

        reopen()
    try:
        code = answer(sys.argv[1:], DATA, today())
        if code is None:
            from icc_status.cli import run

            code = run(sys.argv[1:])
    except (KeyboardInterrupt, Exception) as error:  # also before the program is there to say so
        code = _crashed(error)
    sys.exit(code)


def _crashed(error: BaseException) -> int:
    """Say what ended the program and return the exit code, also with no memory for an import."""
    try:
        from icc_status.system.streams import crashed

        return crashed(error)
    except MemoryError:
        from os import write

        write(2, b"icc-status: out of memory: allow the program more\n")
        return 70  # as `errors` has it


def answer(args: list[str], data: str, now: str) -> int | None:
    """Answer a plain question and return the exit code, or None for any other question."""
    from os import environ

    verb, words, on = _parsed(args)
    on_terminal = verb != "check" and sys.stdout.isatty()  # check prints nothing
    if not verb or on_terminal or not SETTINGS.isdisjoint(environ):
        return None
    try:
        quick = quick_file(data)
        if quick is None or (on or now) < FIRST:
            return None
        remarks = verb != "check" and (on > quick.as_of or now >= quick.stale_from)
        group = "all" if verb == "show" else (words or ["all"])[-1]
        if remarks or group not in quick.groups:
            return None
        records = quick.states() if verb == "list" else [_record(quick, data, words[0])]
    except (OSError, ValueError):
        return None
    return None if "" in records else _answer(verb, records, on or now, group)


def _record(quick: QuickFile, data: str, name: str) -> str:
    """Return the record of the state with a name, or "" where the program has to judge the name.

    A code in mixed case ("Nga") may be a name in another language.
    """
    from icc_status.model.normalize import is_code_like, is_mixed_case, key

    if is_code_like(name) and is_mixed_case(name):
        return ""
    known = key(name)
    return quick.find(known) or quick.record(code_in_languages(data, known))


def _parsed(args: list[str]) -> tuple[str, list[str], str]:
    """Return the verb, its words and the day asked for; no verb for what is not plain."""
    on = ""
    if len(args) > 1 and args[-2] == "--on" and _is_day(args[-1]):
        *args, _, on = args
    verb, *words = args if args[:1] in (["show"], ["list"], ["check"]) else ["show", *args]
    if verb == "check":
        words = [words[0], words[2]] if len(words) == 3 and words[1] == "--is" else []
    fits = len(words) == {"check": 2, "show": 1}.get(verb, len(words[:1]))
    plain = fits and all(word.isascii() and not word.startswith("-") for word in words)
    return verb if plain else "", words, on


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


def _answer(verb: str, records: list[str], day: str, group: str) -> int | None:
    """Print the states that are in a group on a day; `check` only tells whether there is one."""
    answers = [answer_on(record, day) for record in dict.fromkeys(records)]
    if verb == "show" and None in answers:
        return None
    lines = [line for _, line, groups in filter(None, answers) if group in groups]
    if verb == "check":
        return 0 if lines else 1
    from icc_status.system.streams import put, refused

    try:
        put("".join(lines).encode())
    except OSError as error:
        return refused(error)
    return 0
