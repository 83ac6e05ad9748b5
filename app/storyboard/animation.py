"""A storyboard as one moving picture: GIF, or APNG with all its colours. Each step stays as long as its words need.

A step is its figure under its title, with how far the story is, and below the first paragraph about it: so it is said
what changed even where little does.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image
from PySide6.QtGui import QImage

from app.drawing.marks import Box, Font, Label, Rect
from app.drawing.render import render_image
from app.storyboard.pace import dwell
from app.storyboard.prose import Prose, set_in_lines
from app.widgets.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.drawing.marks import Scene
    from app.drawing.theme import Theme
    from app.storyboard.steps import Board

END: Final = 1800
"""Milliseconds more for the last step, before it begins again."""

COLOURS: Final = 256

SIZE: Final = 17.0
"""How large the letters below the figure are."""

EDGE: Final = 32.0

MOST: Final = 4
"""Lines below the figure; what is longer ends with an ellipsis."""

BAR: Final = 4.0
"""How high the line is that says how far the story is."""


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
        optimize=False, comment=board.heading.encode(),
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
    """Milliseconds of each step."""
    found = []
    for number in range(1, board.count + 1):
        title = board.telling.step(number - 1, board.lang).title
        found.append(dwell(board.lang, title, _said(board, number)))
    return [*found[:-1], found[-1] + END]


def _said(board: Board, number: int) -> str:
    return plain(board.body(number)[0]) if board.body(number) else ""


def pictures(board: Board, wanted: Iterable[int] = ()) -> Iterator[Scene]:
    """The steps as they are shown, all of one size; all, or those that are `wanted`, counted from 1."""
    words = {number: _words(board, number) for number in range(1, board.count + 1)}
    below = max(prose.height for prose in words.values())
    return (_picture(board, number, words[number], below) for number in wanted or words)


def _words(board: Board, number: int) -> Prose:
    """The first paragraph in lines."""
    prose = set_in_lines(board.body(number)[:1], SIZE, _wide(board), board.measure)
    if len(prose.lines) <= MOST:
        return prose
    *lines, (*pieces, (text, font)) = prose.lines[:MOST]
    last = (*pieces, (text.rstrip(" .,;:，。；：") + " …", font))
    return replace(prose, lines=(*lines, last))


def _wide(board: Board) -> float:
    return board.panel(1).scene.width - 2 * EDGE


def _picture(board: Board, number: int, prose: Prose, below: float) -> Scene:
    scene = board.panel(number).scene
    top, right = scene.height, scene.width - EDGE
    height = top + (below + EDGE if below else 0) + BAR
    run = f"{board.run}  ·  " if board.run else ""
    marks = (
        *scene.marks,
        Label(id="board.place", x=right, y=31, text=f"{run}{number} / {board.count}", font=Font(14), color="text3",
              anchor="end"),
        *prose.labels("board.said", EDGE, top + 4),
        Box(id="board.way", rect=Rect(0, height - BAR, scene.width, BAR), fill="line"),
        Box(id="board.gone", rect=Rect(0, height - BAR, scene.width * number / board.count, BAR), fill="ink"),
    )  # fmt: skip
    return replace(scene, marks=marks, height=height)


def _images(board: Board, theme: Theme, scale: float) -> Iterator[Image.Image]:
    return (_image(scene, board.lang, theme, scale) for scene in pictures(board))


def _image(scene: Scene, lang: str, theme: Theme, scale: float) -> Image.Image:
    """One step as Pillow has pictures; the scene is opaque."""
    image = render_image(scene, theme, scale, lang).convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
