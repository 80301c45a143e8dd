"""Turn specifications into SVG and SVG into PNG with vl-convert, the extra `map`.

vl-convert is imported here alone, and only when a picture needs it.
"""

from pathlib import Path
from types import ModuleType
from typing import Any

from icc_status.errors import QuestionError
from icc_status.system.files import save

SCALE = 2
"""The dots of a PNG to each pixel of the SVG."""


def library() -> ModuleType:
    """Return vl-convert; raises QuestionError with the command that installs it."""
    try:
        import vl_convert
    except ImportError:
        raise QuestionError(
            "this picture needs vl-convert-python: pip install 'icc-status[map]'"
        ) from None
    return vl_convert


def charted(specification: dict[str, Any]) -> str:
    """Return a Vega-Lite specification as SVG."""
    return str(library().vegalite_to_svg(specification))


def save_drawing(path: Path, svg: str) -> None:
    """Write an SVG, or the PNG made of it where the path ends in .png."""
    if path.suffix.lower() == ".png":
        save(path, library().svg_to_png(svg, scale=SCALE))
    else:
        save(path, svg)
