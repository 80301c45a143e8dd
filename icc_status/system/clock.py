"""The one place where the clock is read. On its own, since `quick` imports next to nothing."""

from time import strftime


def today() -> str:
    """Return the present day, by the local clock."""
    return strftime("%Y-%m-%d")
