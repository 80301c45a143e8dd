"""What the `map` extra is for: the one home of vl-convert, imported when a picture needs it."""

from typing import Any

from icc_status.errors import QuestionError


def _library() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise QuestionError(
            "this picture needs vl-convert-python: pip install 'icc-status[map]'"
        ) from None
    return vl_convert


def charted(specification: dict[str, Any]) -> str:
    """Return a Vega-Lite specification as SVG."""
    return str(_library().vegalite_to_svg(specification))


def rastered(svg: str) -> bytes:
    """Return an SVG as PNG, two dots to a pixel."""
    return bytes(_library().svg_to_png(svg, scale=2))
