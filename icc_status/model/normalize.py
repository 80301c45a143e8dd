"""What of a name counts when names are compared.

Imports nothing until it must: a lookup of a plain name should cost nothing.
"""

SMALL_WORDS = frozenset({"the", "of", "and"})
ABBREVIATIONS = {
    "st": "saint",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federated",
}
APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))


def fold(text: str) -> str:
    """Reduce a name to what counts: no case, accents, punctuation, spaces or small words.

    "A, B" and "A (B)" are read as "B A", as registers of names invert them; "&" as "and".
    The result is empty where the text holds no letter or digit.
    """
    plain = text.translate(APOSTROPHES)
    plain = (plain if plain.isascii() else _plain(plain)).casefold()
    words = "".join(c if c.isalnum() else " " for c in _uninverted(plain)).split()
    if len(words) > 1:
        words = [ABBREVIATIONS.get(word, word) for word in words]
    return "".join([word for word in words if word not in SMALL_WORDS] or words)


def sort_key(name: str) -> str:
    """Return a name without case and accents, so that Türkiye stands after Tunisia."""
    return (name if name.isascii() else _plain(name)).casefold()


def _plain(text: str) -> str:
    from unicodedata import category, normalize

    return "".join(c for c in normalize("NFKD", text) if category(c) not in {"Mn", "Mc", "Cf"})


def _uninverted(text: str) -> str:
    text = text.strip()
    if text.endswith(")") and text.count("(") == 1:
        head, _, tail = text[:-1].partition("(")
    elif text.count(",") == 1:
        head, _, tail = text.partition(",")
    else:
        return text
    return f"{tail} {head}"
