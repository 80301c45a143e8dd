"""Foreign text in Markdown: without a meaning there. Tables, cards and memos share this."""

from icc_status.model.acts import Source

SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|~&"})


def inert(text: str) -> str:
    """Return a text without a meaning in Markdown."""
    return text.translate(SPECIAL)


def address(source: Source) -> str:
    """Return a source's address as a link, if it is one of the web; else as plain text."""
    return f"<{source.web_address}>" if source.web_address else inert(source.url or "")
