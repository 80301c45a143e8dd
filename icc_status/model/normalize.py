"""What of a name counts when two names are compared.

Imports nothing until it must: a lookup of a plain name should cost nothing.
"""

SMALL_WORDS = frozenset({"the", "of", "and"})
ABBREVIATIONS = {
    "afr": "african",
    "barb": "barbuda",
    "dem": "democratic",
    "eq": "equatorial",
    "fed": "federated",
    "gren": "grenadines",
    "herz": "herzegovina",
    "rep": "republic",
    "st": "saint",
    "utd": "united",
    "vin": "vincent",
}
QUARTERS = {"n": "north", "s": "south", "e": "east", "w": "west"}
"""Abbreviations only at the beginning of a name: Portuguese writes "e" for "and"."""

LAST = {"is": "islands", "isl": "islands", "isls": "islands"}
"""Abbreviations only at the end of a name."""

LOST = "\ufffd"
"""What stands for a letter that a file lost; programs also write a question mark for each byte."""

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))
VARIANTS = "\ufe0e\ufe0f"
"""Marks that choose how a letter is drawn."""

SHORT = 3
"""A name of so many plain letters looks like a code, and is compared as it is written."""


def key(text: str) -> str:
    """Return what two names must share to be the same name.

    That is the folded name. Of a short one it is the text itself, in small letters: folded, "N/A"
    would be Namibia's code and "Áo", Austria in Vietnamese, Angola's.
    """
    return key_and_fold(text)[0]


def key_and_fold(text: str) -> tuple[str, str]:
    """Return what `key` does, and the folded name."""
    folded = fold(text)
    short = 0 < len(folded) <= SHORT and folded.isascii()
    return (_as_written(text) if short else folded), folded


def fold(text: str) -> str:
    """Reduce a name to what counts: no case, accents, punctuation, spaces or small words.

    "A, B" and "A (B)" are read as "B A", as registers of names invert them; "&" as "and".
    The result is empty where the text holds no letter or digit.
    """
    return "".join(words(text))


def words(text: str) -> list[str]:
    """Return the words of a name that count, folded, abbreviations written out."""
    plain = text.replace("??", LOST).translate(APOSTROPHES)
    plain = (plain if plain.isascii() else _plain(plain)).casefold()
    plain = _uninverted(plain)
    found = "".join([c if c.isalnum() or _is_sign(c) else " " for c in plain]).split()
    if len(found) > 1:
        found = [ABBREVIATIONS.get(word, word) for word in found]
        found[0] = QUARTERS.get(found[0], found[0])
        found[-1] = LAST.get(found[-1], found[-1])
    return [word for word in found if word not in SMALL_WORDS] or found


def is_code_like(text: str) -> bool:
    """Tell whether a text is two or three plain letters, as a code is."""
    text = text.strip()
    return 2 <= len(text) <= SHORT and text.isascii() and text.isalpha()


def is_mixed_case(text: str) -> bool:
    """Tell whether a text is written neither in capitals nor in small letters."""
    return not text.isupper() and not text.islower()


def sort_key(name: str) -> str:
    """Return a name without case and accents, so that Türkiye stands after Tunisia."""
    return (name if name.isascii() else _plain(name)).casefold()


def _as_written(text: str) -> str:
    """Return a short name in small letters, without "the"; "U.K" and "U.K." are alike."""
    text = text.strip()
    if not text.isascii():
        from unicodedata import normalize

        small = normalize("NFC", text.lower())
        return small if not small.isascii() else text  # the sign for kelvin is no K
    text = text.lower().removeprefix("the ").lstrip()
    return f"{text}." if "." in text[:-1] and text[-1] != "." else text


def _plain(text: str) -> str:
    """Return a text without accents and what nobody sees; the vowel signs of India are letters."""
    from unicodedata import normalize

    return "".join(c for c in normalize("NFKD", text) if c.isalnum() or c.isascii() or _is_seen(c))


def _is_seen(mark: str) -> bool:
    from unicodedata import category, combining

    return not combining(mark) and category(mark) != "Cf" and mark not in VARIANTS


def _is_sign(letter: str) -> bool:
    """Tell whether a letter of a plain text is a vowel sign, or stands for a letter that was lost.

    Both are part of a word. A name that has lost a letter names nothing.
    """
    if letter.isascii():
        return False
    from unicodedata import category

    return letter == LOST or category(letter).startswith(("M", "Cs"))


def _uninverted(text: str) -> str:
    text = text.strip()
    if text.endswith(")") and text.count("(") == 1:
        head, _, tail = text[:-1].partition("(")
    elif text.count(",") == 1:
        head, _, tail = text.partition(",")
    else:
        return text
    return f"{tail} {head}"
