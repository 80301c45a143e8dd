"""The arguments of the command line, read as UTF-8 in any locale.

Terminals write UTF-8, also where the locale names another encoding: read as the locale says, the
Chinese name of Greece is nothing, or another state. Names of files are the one exception: the
system knows them by their bytes, so `as_given` returns them as the locale reads them.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile


class Arguments:
    """The texts of arguments; what is not UTF-8 stays as the locale reads it."""

    def __init__(self, given: Sequence[str] = ()) -> None:
        self.texts = [as_utf8(argument) for argument in given]
        pairs = zip(self.texts, map(as_python_reads, given), strict=True)
        self._changed = [(text, argument) for text, argument in pairs if text != argument]

    def as_given(self, value: str) -> str:
        """Return a value that an argument ends in, such as FILE of --output=FILE, as it came."""
        for text, given in self._changed:
            option = text[: len(text) - len(value)]
            if text.endswith(value) and given.startswith(option):
                return given[len(option) :]
        return value

    def after(self, options: Collection[str]) -> Iterator[list[str]]:
        """Yield the value of each of these options that is given, and the words right after it."""
        for i, text in enumerate(self.texts):
            option, _, value = text.partition("=")
            if option in options:
                rest = takewhile(lambda word: not word.startswith("-"), self.texts[i + 1 :])
                yield [*([value] if value else []), *rest]


def as_utf8(argument: str) -> str:
    """Return an argument as the UTF-8 that its bytes are, if they are."""
    try:
        return os.fsencode(as_python_reads(argument)).decode("utf-8")
    except UnicodeError:
        return argument


def as_python_reads(argument: str) -> str:
    """Return an argument as Python's encoding reads its bytes, so that a file is found by it.

    The C library read them. In GBK, Big5 and EUC it knows characters that Python's encoding of
    that name does not have.
    """
    try:
        os.fsencode(argument)
    except UnicodeEncodeError:
        return os.fsdecode(_bytes_in_c(argument) or argument)
    return argument


def _bytes_in_c(argument: str) -> bytes | None:
    """Return the bytes that the C library read an argument from, or None."""
    try:
        from ctypes import c_char_p, c_void_p, c_wchar_p, pythonapi  # slow, and seldom needed
    except ImportError:  # Python can be built without it
        return None
    encode = pythonapi.Py_EncodeLocale
    encode.argtypes, encode.restype = [c_wchar_p, c_void_p], c_char_p
    data = encode(argument, None)
    return data if isinstance(data, bytes) else None
