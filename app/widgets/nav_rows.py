"""The rows of the navigation: a lesson with its progress disc, and a phase of the lesson that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.button import Button
from app.widgets.look import Look, draw_panel, draw_words, look_of, painter_for

if TYPE_CHECKING:
    from app.model.course import NavLesson, NavPhase

BAR = 3
"""Width of the ink bar at the current phase."""


class NavRow(Button):
    """A row of fixed height; the words are cut with "…" and then stand in the tooltip."""

    focus_radius = 6.0

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _words(
        self,
        painter: QPainter,
        look: Look,
        left: float,
        right: float,
        *,
        bold: bool = False,
        ink: str = "text",
    ) -> None:
        font = look.font(14, bold)
        area = QRectF(left, 0, right - left, self.height())
        metrics = QFontMetricsF(font)
        shown = self.text()
        if metrics.horizontalAdvance(shown) > area.width() + 0.5:
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        draw_words(painter, area, shown)

    def _ground(self, painter: QPainter, look: Look, on: bool) -> None:
        if look.plain and self._hover:
            draw_panel(painter, QRectF(self.rect()), 6, None, look.colour("ink"), line=2)
        elif on or self._hover:
            draw_panel(painter, QRectF(self.rect()), 6, look.colour("sel" if on else "sunk"))


class LessonRow(NavRow):
    """A lesson; the open one is bold."""

    def __init__(self, lesson: NavLesson, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(30, parent)
        self.lesson, self.is_open = lesson, is_open
        self.setText(lesson.title)

    def set_lesson(self, lesson: NavLesson, is_open: bool) -> None:
        """Shows another state of the same lesson."""
        self.lesson, self.is_open = lesson, is_open
        self.setText(lesson.title)
        self.update()

    @property
    def partial(self) -> bool:
        """Whether the count is shown."""
        return 0 < self.lesson.done < self.lesson.total

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            self._ground(painter, look, on=False)
            right = self.width() - 10.0 - 18
            draw_progress(painter, look, QPointF(right + 9, self.height() / 2), self.lesson.done, self.lesson.total)
            if self.partial:
                count = f"{self.lesson.done}/{self.lesson.total}"
                painter.setFont(look.font(12, self.is_open))
                painter.setPen(look.colour("text3"))
                width = QFontMetricsF(painter.font()).horizontalAdvance(count)
                right -= 6 + width
                draw_words(painter, QRectF(right, 0, width, self.height()), count)
            self._words(painter, look, 12, right - 4, bold=self.is_open)


class PhaseRow(NavRow):
    """A phase: ticked when done, a disc when current, a ring when still to come."""

    def __init__(self, phase: NavPhase, parent: QWidget | None = None) -> None:
        super().__init__(28, parent)
        self.phase = phase
        self.setText(phase.title)

    def set_phase(self, phase: NavPhase) -> None:
        """Shows another state of the same phase."""
        self.phase = phase
        self.setText(phase.title)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            on = self.phase.state == "current"
            self._ground(painter, look, on)
            if on:
                draw_panel(painter, QRectF(0, 5, BAR, self.height() - 10), BAR / 2, look.colour("ink"))
            centre = QPointF(27, self.height() / 2)
            if self.phase.state == "done":
                painter.setPen(_round_pen(look, "text2", 2))
                painter.drawPolyline([centre + QPointF(*at) for at in ((-5, 0), (-1.6, 3.4), (5, -3.6))])
            else:
                painter.setPen(QPen(look.colour("line3"), 1.5) if not on else Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("ink") if on else Qt.BrushStyle.NoBrush)
                radius = 4 if on else 3.6
                painter.drawEllipse(centre, radius, radius)
            self._words(painter, look, 42, self.width() - 10, bold=on, ink="text" if on else "text2")


def draw_progress(painter: QPainter, look: Look, centre: QPointF, done: int, total: int) -> None:
    """An empty circle, a pie of what is done, or a ticked disc."""
    if 0 < total <= done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        painter.drawEllipse(centre, 8, 8)
        painter.setPen(_round_pen(look, "on-ink", 1.8))
        painter.drawPolyline([centre + QPointF(*at) for at in ((-3.6, 0.3), (-1, 2.8), (3.7, -2.6))])
        return
    painter.setPen(QPen(look.colour("line3"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, 7, 7)
    if done > 0 and total > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        square = QRectF(centre.x() - 6.5, centre.y() - 6.5, 13, 13)
        painter.drawPie(square, 90 * 16, -round(360 * 16 * done / total))


def _round_pen(look: Look, token: str, width: float) -> QPen:
    pen = QPen(look.colour(token), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
