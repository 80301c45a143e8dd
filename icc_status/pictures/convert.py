"""Make a PNG of an SVG with vl-convert, the extra `map`, and write into it what it is.

vl-convert is imported here alone, and only when a PNG is asked for.
"""

import zlib
from collections.abc import Mapping
from types import ModuleType

from icc_status.errors import QuestionError

SCALE = 2
"""The dots of a PNG to each pixel of the SVG."""
HEADER = 33
"""The bytes of a PNG before its second chunk: the signature, and the chunk IHDR."""


def library() -> ModuleType:
    """Return vl-convert; raises QuestionError with the command that installs it."""
    try:
        import vl_convert
    except ImportError:
        raise QuestionError(
            "this picture needs vl-convert-python: pip install 'icc-status[map]'"
        ) from None
    return vl_convert


def png(svg: str, about: Mapping[str, str]) -> bytes:
    """Return an SVG as PNG; `about` holds texts under the keywords that PNG knows."""
    image = bytes(library().svg_to_png(svg, scale=SCALE))
    texts = b"".join(_text(keyword, text) for keyword, text in about.items())
    return image[:HEADER] + texts + image[HEADER:]


def _text(keyword: str, text: str) -> bytes:
    """Return a text as a chunk iTXt: UTF-8, not compressed, in no named language."""
    body = b"iTXt" + keyword.encode() + bytes(5) + text.encode()
    return (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
