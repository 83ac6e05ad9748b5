"""A storyboard on paper: one, two, four or six steps a page, each with its figure, its words and what they cite.

    A4 upright      title of the lesson and which run of it, and the number of the page below
    a step          its number and title, the figure, the narration, the margin note, the RFC sections, the question
    last pages      the answers, if questions are asked

The words of a step are never cut: they are set as large as fits, and the figure gets the room that they leave. Figures
that stand side by side are of one height. Where much room is left, it is ruled for notes. The text is text, Chinese
included, so the handout can be searched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from app.drawing import fonts
from app.drawing.marks import Box, Font, Label, Rect, Stroke
from app.drawing.paint import paint, paint_marks
from app.drawing.pdf import POINTS_PER_UNIT, RESOLUTION
from app.drawing.pdf_settle import settled
from app.drawing.qt_device import QtDevice
from app.drawing.render import ensure_app
from app.storyboard.answers import answer_pages
from app.storyboard.handout_words import ASIDE, fitted, shown

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark
    from app.drawing.theme import Theme
    from app.storyboard.steps import Board

PAGE: Final = (794.0, 1123.0)
"""A4 in stage units, of which 96 are an inch."""

MARGIN: Final = 52.0
GAP: Final = 22.0
HEAD: Final = 30.0
"""What the line above the steps takes, and the one below them."""

GRIDS: Final = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (2, 3)}
"""Columns and rows by the number of steps a page."""

RULED: Final = frozenset({1, 4})
"""Steps a page where words and figure leave room for notes."""

RULE: Final = 28.0
"""Between two lines for notes."""

DOTS: Final = (0.0, 4.0)

FEWEST: Final = 3
"""Lines for notes that are worth ruling."""

PAPER: Final = Rect(MARGIN, MARGIN + HEAD, PAGE[0] - 2 * MARGIN, PAGE[1] - 2 * MARGIN - 2 * HEAD)
"""What the lines above and below leave of a page."""


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
    writer.setTitle(board.heading)
    writer.setCreator("WebSocket 101")
    with QPainter(writer) as painter:
        painter.scale(RESOLUTION / 96, RESOLUTION / 96)
        for page in range(pages_of(board, per_page)):
            if page:
                writer.newPage()
            paint_paper(painter, board, page + 1, theme, per_page)
            for number in steps_on(board, page + 1, per_page):
                paint_step(painter, board, number, theme, per_page)
    return settled(bytes(buffer.data().data()))


def pages_of(board: Board, per_page: int) -> int:
    """How many pages there are."""
    return _step_pages(board, per_page) + len(answer_pages(board, PAPER, board.measure))


def _step_pages(board: Board, per_page: int) -> int:
    return -(-board.count // per_page)


def steps_on(board: Board, page: int, per_page: int) -> range:
    """The numbers of the steps on a page, all counted from 1; none on the pages of the answers."""
    return range((page - 1) * per_page + 1, min(page * per_page, board.count) + 1)


def paint_paper(painter: QPainter, board: Board, page: int, theme: Theme, per_page: int) -> None:
    """A page without its steps; answers are a part of it."""
    painter.fillRect(QRectF(0, 0, *PAGE), QColor(theme.colour("stage")))
    device = QtDevice(painter, board.lang)
    paint_marks(_furniture(board, page, pages_of(board, per_page)), theme, device)
    behind = page - _step_pages(board, per_page)
    if behind > 0:
        paint_marks(answer_pages(board, PAPER, board.measure)[behind - 1], theme, device)


def cell(per_page: int, place: int) -> Rect:
    """Where the step number `place` of a page stands, counted from 0 in reading order."""
    columns, rows = GRIDS[per_page]
    width = (PAPER.width - (columns - 1) * GAP) / columns
    height = (PAPER.height - (rows - 1) * GAP) / rows
    column, row = place % columns, place // columns
    return Rect(PAPER.x + column * (width + GAP), PAPER.y + row * (height + GAP), width, height)


def _furniture(board: Board, page: int, pages: int) -> list[AnyMark]:
    right, bottom = PAGE[0] - MARGIN, PAGE[1] - MARGIN
    title, run = Font(13, bold=True), Font(13)
    runs = ((board.title, title, "text"), (f"  ·  {board.run}" if board.run else "", run, "text2"))
    return [
        Label(id="head.title", x=MARGIN, y=MARGIN + 4, text=board.heading, font=title, runs=runs),
        Label(id="head.program", x=right, y=MARGIN + 4, text="WebSocket 101", font=Font(12), color="text3",
              anchor="end"),
        Box(id="head.line", rect=Rect(MARGIN, MARGIN + 12, right - MARGIN, 1), fill="line2"),
        Label(id="foot.page", x=PAGE[0] / 2, y=bottom, text=f"{page} / {pages}", font=Font(12), color="text3",
              anchor="middle"),
    ]  # fmt: skip


def paint_step(painter: QPainter, board: Board, number: int, theme: Theme, per_page: int) -> None:
    """A step at its place on its page."""
    panel, area = board.panel(number), cell(per_page, (number - 1) % per_page)
    device = QtDevice(painter, board.lang)
    words = fitted(panel, area, board.measure, per_page)
    top = max(_set_up(board, one, per_page)[0] for one in _row(board, number, per_page))
    high = min(_set_up(board, one, per_page)[1] for one in _row(board, number, per_page))
    paint_marks(words.title.labels("title", area.x, area.y), theme, device)
    scene = shown(panel)
    place = Rect(area.x, area.y + top, high * scene.width / scene.height, high)
    if place.width < area.width:
        place = Rect(area.x + (area.width - place.width) / 2, place.y, place.width, high)
    painter.save()
    painter.translate(place.x, place.y)
    painter.scale(place.width / scene.width, place.width / scene.width)
    painter.setClipRect(QRectF(0, 0, scene.width, scene.height))
    paint(scene, theme, QtDevice(painter, board.lang))
    painter.restore()
    paint_marks([Box(id="frame", rect=place, stroke="line2")], theme, device)
    y = place.bottom + 6
    for name, prose, colour in words.parts:
        y += ASIDE if prose is words.question else 0
        paint_marks(prose.labels(name, area.x, y, colour), theme, device)
        y += prose.height + 4
    if per_page in RULED and all(_free(board, one, per_page, top + high) for one in _row(board, number, per_page)):
        paint_marks(_ruled(area, y), theme, device)


def _free(board: Board, number: int, per_page: int, figure_end: float) -> bool:
    """Whether there is room for notes below the words of a step."""
    area = cell(per_page, 0)
    words = fitted(board.panel(number), area, board.measure, per_page)
    return _lines(area.height - figure_end - words.below) >= FEWEST


def _lines(room: float) -> int:
    return int((room - RULE / 2) / RULE)


def _row(board: Board, number: int, per_page: int) -> range:
    """The steps that stand side by side with this one."""
    columns = GRIDS[per_page][0]
    first = (number - 1) // columns * columns + 1
    return range(first, min(first + columns, board.count + 1))


def _set_up(board: Board, number: int, per_page: int) -> tuple[float, float]:
    """Where the figure of a step could begin below the top of its place, and how high it could be."""
    panel, area = board.panel(number), cell(per_page, 0)
    words, scene = fitted(panel, area, board.measure, per_page), shown(panel)
    top = words.title.height + 6
    return top, min(area.width * scene.height / scene.width, area.height - words.below - top)


def _ruled(area: Rect, top: float) -> list[AnyMark]:
    """Lines for notes from the bottom up to what is written; they stand alike in all places."""
    return [
        Stroke(
            id=f"rule.{line}", points=((area.x, y), (area.right, y)), color="line3", line=0.75, dash=DOTS, round=True,
        )
        for line in range(_lines(area.bottom - top))
        for y in [area.bottom - line * RULE]
    ]  # fmt: skip
