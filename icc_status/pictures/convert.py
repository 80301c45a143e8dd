"""Write a picture as SVG, or as the PNG that vl-convert, the extra `map`, makes of it.

vl-convert is imported here alone, and only when a PNG is asked for.
"""

import zlib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from icc_status.errors import QuestionError
from icc_status.system.files import save

SCALE = 2
"""The dots of a PNG to each pixel of the SVG."""
HEADER = 33
"""The bytes of a PNG before its second chunk: the signature, and the chunk IHDR."""


def check_extra(path: Path) -> None:
    """Raise QuestionError, before anything is drawn, where a PNG needs what is not installed."""
    if _is_png(path):
        _library()


def save_drawing(path: Path, svg: str, about: Mapping[str, str]) -> None:
    """Write an SVG, or a PNG where the path ends in .png; `about` goes into the PNG as metadata.

    `about` holds texts under the keywords that PNG knows.
    """
    save(path, png(svg, about) if _is_png(path) else svg)


def png(svg: str, about: Mapping[str, str]) -> bytes:
    """Return an SVG as PNG."""
    image = bytes(_library().svg_to_png(svg, scale=SCALE))
    texts = b"".join(_text(keyword, text) for keyword, text in about.items())
    return image[:HEADER] + texts + image[HEADER:]


def _is_png(path: Path) -> bool:
    return path.suffix.lower() == ".png"


def _library() -> ModuleType:
    try:
        import vl_convert
    except ImportError:
        raise QuestionError(
            "this picture needs vl-convert-python: pip install 'icc-status[map]'"
        ) from None
    return vl_convert


def _text(keyword: str, text: str) -> bytes:
    """Return a text as a chunk iTXt: UTF-8, not compressed, in no named language."""
    body = b"iTXt" + keyword.encode() + bytes(5) + text.encode()
    return (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
