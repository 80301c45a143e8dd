"""The keys of a snapshot. A module of its own, without imports: `quick` needs it at every start."""

from zlib import crc32

from icc_status import __version__

FORMAT = 3
"""Raise this when the files of the snapshot, or the model built from them, change."""


def fingerprint(content: bytes) -> str:
    """Return what tells one content from another: its length and checksum."""
    return f"{len(content)}-{crc32(content):08x}"


def snapshot_key(yaml: bytes) -> str:
    """Return the key of a snapshot: its format, the program that made it, and the YAML's content.

    A snapshot under another key is never believed.
    """
    return f"{FORMAT}-{__version__}-{fingerprint(yaml)}"
