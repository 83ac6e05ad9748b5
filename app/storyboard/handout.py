"""A storyboard on paper: one, two, four or six steps a page, each with its figure, its words and what they cite.

    A4 upright      title of the lesson, and the number of the page below
    a step          its number and title, the figure, the narration, the margin note, the RFC sections

The words of a step are never cut: they are set as large as fits, and the figure gets the room that they leave. The text
is text, Chinese included, so the handout can be searched.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from app.drawing import fonts
from app.drawing.marks import Box, Font, Label, Rect
from app.drawing.paint import paint, paint_marks
from app.drawing.pdf import POINTS_PER_UNIT, RESOLUTION
from app.drawing.pdf_settle import settled
from app.drawing.qt_device import QtDevice
from app.drawing.render import ensure_app
from app.storyboard.prose import set_in_lines
from app.widgets.markdown import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import AnyMark, Measure
    from app.drawing.theme import Theme
    from app.storyboard.prose import Prose
    from app.storyboard.steps import Board, Panel

PAGE: Final = (794.0, 1123.0)
"""A4 in stage units, of which 96 are an inch."""

MARGIN: Final = 52.0
GAP: Final = 22.0
HEAD: Final = 30.0
"""What the line above the steps takes, and the one below them."""

GRIDS: Final = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (2, 3)}
"""Columns and rows by the number of steps a page."""

SIZES: Final = {1: 14.0, 2: 13.0, 4: 11.0, 6: 9.5}
"""How large the letters are if there is room."""

SMALLEST: Final = 7.0

HEADING: Final = 84.0
"""Where breadcrumb and title of a stage end: on paper the title stands above the figure already."""

SHARE: Final = {1: 0.6, 2: 0.58, 4: 0.4, 6: 0.4}
"""The part of a step's height that the figure gets at least, as long as the letters can be made smaller."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one step in lines of one width."""

    title: Prose
    body: Prose
    note: Prose
    rfc: Prose

    @property
    def below(self) -> float:
        """The height of what stands below the figure."""
        parts = [part.height + 4 for part in (self.body, self.note, self.rfc) if part.lines]
        return sum(parts) + (6 if parts else 0)


def to_handout(board: Board, theme: Theme, per_page: int = 2) -> bytes:
    """The PDF document: the same bytes every time."""
    ensure_app()
    fonts.load_faces()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    size = QSizeF(PAGE[0] * POINTS_PER_UNIT, PAGE[1] * POINTS_PER_UNIT)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(board.title)
    writer.setCreator("WebSocket 101")
    painter = QPainter(writer)
    painter.scale(RESOLUTION / 96, RESOLUTION / 96)
    pages = -(-board.count // per_page)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.fillRect(QRectF(0, 0, *PAGE), QColor(theme.colour("stage")))
        paint_marks(_furniture(board, page + 1, pages), theme, QtDevice(painter, board.lang))
        numbers = range(page * per_page + 1, min((page + 1) * per_page, board.count) + 1)
        for place, number in enumerate(numbers):
            _paint_step(painter, board, number, cell(per_page, place), theme, per_page)
    painter.end()
    return settled(bytes(buffer.data().data()))


def cell(per_page: int, place: int) -> Rect:
    """Where the step number `place` of a page stands, counted from 0 in reading order."""
    columns, rows = GRIDS[per_page]
    width = (PAGE[0] - 2 * MARGIN - (columns - 1) * GAP) / columns
    height = (PAGE[1] - 2 * MARGIN - 2 * HEAD - (rows - 1) * GAP) / rows
    column, row = place % columns, place // columns
    return Rect(MARGIN + column * (width + GAP), MARGIN + HEAD + row * (height + GAP), width, height)


def _furniture(board: Board, page: int, pages: int) -> list[AnyMark]:
    right, bottom = PAGE[0] - MARGIN, PAGE[1] - MARGIN
    return [
        Label(id="head.title", x=MARGIN, y=MARGIN + 4, text=board.title, font=Font(13, bold=True)),
        Label(id="head.program", x=right, y=MARGIN + 4, text="WebSocket 101", font=Font(12), color="text3",
              anchor="end"),
        Box(id="head.line", rect=Rect(MARGIN, MARGIN + 12, right - MARGIN, 1), fill="line2"),
        Label(id="foot.page", x=PAGE[0] / 2, y=bottom, text=f"{page} / {pages}", font=Font(12), color="text3",
              anchor="middle"),
    ]  # fmt: skip


def _paint_step(painter: QPainter, board: Board, number: int, area: Rect, theme: Theme, per_page: int) -> None:
    panel = board.panel(number)
    scene = replace(panel.scene, marks=tuple(mark for mark in panel.scene.marks if not mark.id.startswith("stage.")))
    tall = scene.height - HEADING
    words = _fitted(panel, area, fonts.QtMeasure(board.lang), per_page)
    device = QtDevice(painter, board.lang)
    paint_marks(words.title.labels("title", area.x, area.y), theme, device)
    top = area.y + words.title.height + 6
    room = area.bottom - words.below - top
    scale = min(area.width / scene.width, room / tall)
    width, height = scene.width * scale, tall * scale
    figure = Rect(area.x + (area.width - width) / 2, top, width, height)
    painter.save()
    painter.translate(figure.x, figure.y)
    painter.scale(scale, scale)
    painter.translate(0, -HEADING)
    painter.setClipRect(QRectF(0, HEADING, scene.width, tall))
    paint(scene, theme, QtDevice(painter, board.lang))
    painter.restore()
    paint_marks([Box(id="frame", rect=figure, stroke="line2")], theme, QtDevice(painter, board.lang))
    y = figure.bottom + 6
    for name, prose, colour in (
        ("body", words.body, "text"),
        ("note", words.note, "text2"),
        ("rfc", words.rfc, "text3"),
    ):
        if prose.lines:
            paint_marks(prose.labels(name, area.x, y, colour), theme, QtDevice(painter, board.lang))
            y += prose.height + 4


def _fitted(panel: Panel, area: Rect, measure: Measure, per_page: int) -> Words:
    """The words as large as possible: the figure still gets its share."""
    size = SIZES[per_page]
    while True:
        words = _set(panel, size, area.width, measure)
        left = area.height - words.title.height - 6 - words.below
        figure = min(area.height * SHARE[per_page], area.width * (panel.scene.height - HEADING) / panel.scene.width)
        if left >= figure or size <= SMALLEST:
            return words
        size -= 0.5


def _set(panel: Panel, size: float, width: float, measure: Measure) -> Words:
    def lines(paragraphs: Sequence[Sequence[Run]], size: float, bold: bool = False) -> Prose:
        return set_in_lines([tuple(runs) for runs in paragraphs if runs], size, width, measure, bold)

    title = lines([[Run(f"{panel.number}  {panel.title}")]], size + 2, bold=True)
    rfc = "  ·  ".join(panel.rfc)
    return Words(
        title, lines(panel.body, size), lines([panel.note], size), lines([[Run(rfc)]] if rfc else [], size - 1)
    )
