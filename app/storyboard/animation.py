"""A storyboard as one moving picture: GIF, or APNG with all its colours. Each step stays as long as its title needs."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image
from PySide6.QtGui import QImage

from app.drawing.render import render_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.drawing.theme import Theme
    from app.storyboard.steps import Board, Panel

SHORTEST: Final = 2200
"""Milliseconds of a step whose title is read at a glance."""

A_LETTER: Final = {"en": 28, "zh_CN": 90}
"""Milliseconds that each letter of the title adds."""

END: Final = 1800
"""Milliseconds more for the last step, before it begins again."""

COLOURS: Final = 256


def to_gif(board: Board, theme: Theme, scale: float = 1.0) -> bytes:
    """The animation with 256 colours a step; it repeats for ever."""
    frames = (
        image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        for image in _images(board, theme, scale)
    )
    first = next(frames)
    out = BytesIO()
    first.save(
        out, format="GIF", save_all=True, append_images=frames, duration=durations(board), loop=0, disposal=1,
        optimize=False, comment=board.title.encode(),
    )  # fmt: skip
    return out.getvalue()


def to_apng(board: Board, theme: Theme, scale: float = 1.0) -> bytes:
    """The animation in PNG; a program that knows no APNG shows the first step."""
    first, *frames = _images(board, theme, scale)  # Pillow goes through them twice
    out = BytesIO()
    first.save(
        out, format="PNG", save_all=True, append_images=frames, duration=durations(board), loop=0, compress_level=6,
    )  # fmt: skip
    return out.getvalue()


def durations(board: Board) -> list[int]:
    """Milliseconds of each step, in whole hundredths of a second, as GIF counts them."""
    titles = [board.telling.step(number, board.lang).title for number in range(board.count)]
    found = [(SHORTEST + A_LETTER[board.lang] * len(title)) // 10 * 10 for title in titles]
    return [*found[:-1], found[-1] + END]


def _images(board: Board, theme: Theme, scale: float) -> Iterator[Image.Image]:
    return (_image(panel, board.lang, theme, scale) for panel in board)


def _image(panel: Panel, lang: str, theme: Theme, scale: float) -> Image.Image:
    """One step as Pillow has pictures; the scene is opaque."""
    image = render_image(panel.scene, theme, scale, lang).convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
