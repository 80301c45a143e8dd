"""Run the program on any input, and check what it promises of every run."""

import contextlib
import io

from terminals import PIPE, TODAY

from icc_status import cli

CODES = {0, 1, 2, 3, 4}
"""The exit codes that the documentation knows."""


def outcome(*args, place=PIPE):
    """Run the program on arguments: its code, and what it wrote on both streams."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        code = cli.run(args, today=TODAY, place=place)
    texts = []
    for stream in streams:
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8", "surrogateescape"))
    return code, *texts


def assert_clear(code, out, err, lines=1):
    """Assert what every run promises: a documented exit code and no traceback."""
    assert code in CODES
    assert "Traceback" not in out + err
    assert code < 2 or (err and out == "")
    assert code < 2 or len(err.splitlines()) <= max(lines, 1)
    assert not set("\x1b\x07\x9b\u202e") & set(out + err)
