"""The scrubber: one tick a step, the name of the current step above, the phases below.

It is a slider to everything that reads the screen. Clicking or dragging goes to the nearest step, a click on
a phase to its first step; pointing at a tick names it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from app.model.track import Axis, Track, label_rooms
from app.widgets.look import Look, look_of, painter_for

MARGIN = 32
"""From the edge of the widget to the first and the last tick."""

LINE_Y, BAR_Y = 38, 54
NAME_BASELINE, PHASE_BASELINE = 21, 71


class Scrubber(QSlider):
    """80 pixels high, as wide as the stage."""

    step_chosen = Signal(int)
    focus_radius = 8.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._track = Track()
        self.actionTriggered.connect(self._moved_by_assistive_tool)
        self.retranslate()

    @property
    def track(self) -> Track:
        """What is shown."""
        return self._track

    def set_track(self, track: Track) -> None:
        """Shows steps, phases and the current step."""
        self._track = track
        self.blockSignals(True)
        self.setRange(0, max(0, len(track.names) - 1))
        self.setValue(track.current)
        self.blockSignals(False)
        self.retranslate()
        self.update()

    def axis(self) -> Axis:
        """Where the ticks stand now."""
        return Axis(len(self._track.names), MARGIN, self.width() - MARGIN)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        names = self._track.names
        self.setAccessibleName(self.tr("Steps"))
        if names:
            source = self.tr("Step {number} of {total}: {name}")
            words = source.format(number=self._track.current + 1, total=len(names), name=names[self._track.current])
            self.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(888, 79)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 79)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the arrows, Home and End mean the same to the window

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.window().setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        phase = self._phase_under(event.position())
        if phase is not None:
            self._choose(self._track.phases[phase].first)
        else:
            self._choose(self.axis().nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        dragging = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if dragging:
            self._choose(self.axis().nearest(event.position().x()))
        if dragging or self._tick_under(event.position()) is not None:
            self._name_tick(self.axis().nearest(event.position().x()))
        elif (phase := self._phase_under(event.position())) is not None:
            self._name_phase(phase)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return True  # ticks are named at once, while the pointer moves
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._track.names:
            return
        look, axis = look_of(self), self.axis()
        with painter_for(self) as painter:
            _draw_line(painter, look, axis, self._track.current)
            self._draw_phases(painter, look, axis)
            _draw_ticks(painter, look, axis, self._track.current)
            self._draw_name(painter, look, axis)

    def labels(self) -> list[tuple[str, float, bool]]:
        """The names of phases that find room below their bars: the words as shown, where they begin, and whether the
        phase is the current one."""
        look, axis = look_of(self), self.axis()
        spans = [axis.span(phase) for phase in self._track.phases]
        current = self._track.phase_at(self._track.current)
        metrics = [QFontMetricsF(look.font(13, index == current)) for index in range(len(spans))]
        titles = [phase.title for phase in self._track.phases]
        widths = [metric.horizontalAdvance(title) for metric, title in zip(metrics, titles, strict=True)]
        found = []
        for index, room in enumerate(label_rooms(spans, widths, current, (4, self.width() - 4))):
            if room is None:
                continue
            shown = titles[index]
            if widths[index] > room.width + 0.5:
                shown = metrics[index].elidedText(shown, Qt.TextElideMode.ElideRight, room.width)
            found.append((shown, room.centre - metrics[index].horizontalAdvance(shown) / 2, index == current))
        return found

    def _draw_phases(self, painter: QPainter, look: Look, axis: Axis) -> None:
        current = self._track.phase_at(self._track.current)
        for index, phase in enumerate(self._track.phases):
            start, end = axis.span(phase)
            on = index == current
            painter.setPen(QPen(look.colour("ink" if on else "line2"), 2 if on else 1))
            painter.drawLine(QPointF(start, BAR_Y), QPointF(end, BAR_Y))
        for shown, left, on in self.labels():
            painter.setFont(look.font(13, on))
            painter.setPen(look.colour("text" if on else "text3"))
            painter.drawText(QPointF(left, PHASE_BASELINE), shown)

    def _draw_name(self, painter: QPainter, look: Look, axis: Axis) -> None:
        font = look.font(13, bold=True)
        metrics = QFontMetricsF(font)
        room = self.width() - 8
        name = metrics.elidedText(self._track.names[self._track.current], Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(name)
        left = axis.place(self._track.current) - width / 2
        left = max(4.0, min(self.width() - 4 - width, left))
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(QPointF(left, NAME_BASELINE), name)

    def _tick_under(self, point: QPointF) -> int | None:
        axis = self.axis()
        if not self._track.names or abs(point.y() - LINE_Y) > 14:
            return None
        step = axis.nearest(point.x())
        return step if abs(axis.place(step) - point.x()) <= max(6.0, axis.gap / 2) else None

    def _phase_under(self, point: QPointF) -> int | None:
        if point.y() < BAR_Y - 4:
            return None
        axis = self.axis()
        for index, phase in enumerate(self._track.phases):
            start, end = axis.span(phase)
            if start <= point.x() <= end:
                return index
        return None

    def _name_tick(self, step: int) -> None:
        if step == self._track.current:
            QToolTip.hideText()  # its name stands above it already
            return
        at = self.mapToGlobal(QPointF(self.axis().place(step), -30)).toPoint()
        tick = QRectF(self.axis().place(step) - 8, 0, 16, 79).toRect()
        QToolTip.showText(at, f"{step + 1}  {self._track.names[step]}", self, tick)

    def _name_phase(self, index: int) -> None:
        """A phase whose name found no room below its bar is told by pointing at it."""
        phase = self._track.phases[index]
        start, end = self.axis().span(phase)
        at = self.mapToGlobal(QPointF((start + end) / 2, 8)).toPoint()
        QToolTip.showText(at, phase.title, self, QRectF(start, BAR_Y - 4, end - start, 30).toRect())

    def _choose(self, step: int) -> None:
        if self._track.names and step != self._track.current:
            self.step_chosen.emit(step)

    def _moved_by_assistive_tool(self, _action: int) -> None:
        self._choose(self.sliderPosition())


def _draw_line(painter: QPainter, look: Look, axis: Axis, current: int) -> None:
    painter.setPen(_flat(look, "line2", 2))
    painter.drawLine(QPointF(axis.left, LINE_Y), QPointF(axis.right, LINE_Y))
    painter.setPen(_flat(look, "ink", 3))
    painter.drawLine(QPointF(axis.left, LINE_Y), QPointF(axis.place(current), LINE_Y))


def _draw_ticks(painter: QPainter, look: Look, axis: Axis, current: int) -> None:
    radius = max(1.5, min(4.0, axis.gap / 3)) if axis.count > 1 else 4.0
    for step in range(axis.count):
        if step == current:
            continue
        done = step < current
        painter.setPen(Qt.PenStyle.NoPen if done else QPen(look.colour("line3"), 1.5))
        painter.setBrush(look.colour("ink" if done else "pane"))
        painter.drawEllipse(QPointF(axis.place(step), LINE_Y), radius, radius)
    here = QPointF(axis.place(current), LINE_Y)
    painter.setPen(QPen(look.colour("ink"), 3))
    painter.setBrush(look.colour("pane"))
    painter.drawEllipse(here, 9, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("ink"))
    painter.drawEllipse(here, 3.5, 3.5)


def _flat(look: Look, token: str, width: float) -> QPen:
    return QPen(look.colour(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
