"""The order in which font families stand in for each other. Plain names, no Qt: the screen and SVG files share it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"

FILES: Final = (
    "sans-400.otf", "sans-700.otf", "sans-sc-400.otf", "sans-sc-700.otf", "mono-400.ttf", "mono-700.ttf",
)  # fmt: skip
"""The bundled faces."""

NAME_FACE: Final = "sans-700.otf"
"""The face of the program's name, which is all that stands in the first picture of the window."""

SANS: Final = "WebSocket 101 Sans"
SANS_SC: Final = "WebSocket 101 Sans SC"
MONO: Final = "WebSocket 101 Mono"
"""The bundled families have names of their own: no installed font of another version stands in for them."""

_LATIN: Final = ("Noto Sans CJK KR", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
_HAN: Final = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei")
_MONO: Final = ("DejaVu Sans Mono", "Noto Sans Mono", "Menlo", "Consolas")


def sans_families(lang: str) -> tuple[str, ...]:
    """Sans families for a language, best first; the monospaced face has the signs that the others lack."""
    if lang == "zh_CN":
        return (SANS_SC, MONO, *_HAN, *_LATIN)
    return (SANS, SANS_SC, MONO, *_LATIN, *_HAN)


def mono_families(lang: str) -> tuple[str, ...]:
    """Monospaced families for a language, best first; Chinese characters come from the sans face."""
    return tuple(dict.fromkeys((MONO, *_MONO, *sans_families(lang))))


@cache
def stack(lang: str, mono: bool) -> str:
    """The same as a list for a document that has no fonts of its own and ends with the reader's own choice."""
    families = (MONO, *_MONO) if mono else sans_families(lang)
    return ", ".join([*(f"'{family}'" for family in families), "monospace" if mono else "sans-serif"])
