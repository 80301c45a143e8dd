"""A sign of life on standard error, where a person watches and the work is long."""

import sys
from collections.abc import Callable, Generator, Iterator
from typing import BinaryIO

import click

LONG = 1 << 24
"""How many characters are written before the work is called long."""


def watched(
    texts: Iterator[str], stream: BinaryIO, size: int | None, rows: Callable[[], int]
) -> Generator[str]:
    """Yield the texts; once the work is long, show a bar, or the rows where no size is known."""
    seen = 0
    bar = None
    try:
        for text in texts:
            yield text
            seen += len(text)
            if seen < LONG or not text:
                continue
            if size is None:
                click.echo(f"\r{rows():,} rows", err=True, nl=False)
                continue
            if bar is None:
                bar = click.progressbar(length=size, label="annotate", file=sys.stderr)
            bar.update(stream.tell() - bar.pos)
    finally:
        if seen >= LONG:
            click.echo(err=True)
