"""The one place where the clock is read."""

from time import strftime


def today() -> str:
    """Return the present day, by the local clock."""
    return strftime("%Y-%m-%d")
