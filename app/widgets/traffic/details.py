"""The details of the selected row: its name and sizes, its fields and its bytes, as far as there is room.

Long payloads are scrolled line by line; only the lines that are seen are cut from the recording and drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from app.drawing.fonts import QtMeasure
from app.drawing.marks import Room
from app.figures.traffic_frame import LINE, TOP, Options, draw, heading, lines_of
from app.model.traffic.shown import FrameShown, shown
from app.translate import QtWords
from app.widgets.look import look_of
from app.widgets.segments import Segments
from app.widgets.text import Text
from app.widgets.traffic.figure import LinkedFigure
from lessons.narration import rules

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from app.model.traffic.shown import Shown
    from app.widgets.look import Look
    from protocol.ledger import Ledger

BAR: Final = 12
HEAD: Final = 28
MOST: Final = 24
"""How many lines are drawn at most: what is not seen at once is scrolled."""


class TrafficDetails(QWidget):
    """`show_row` shows a row of a ledger; `hint` is what stands there while none is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self._row = -1
        self._shown: Shown | None = None
        self._look: Look | None = None
        self._unmasked = True
        self.title = Text(15, HEAD, bold=True, wrap=False)
        self.sizes = Text(14, HEAD, colour="text2", wrap=False)
        self.switch = Segments(small=True, tight=True)
        self.switch.chosen.connect(self._switched)
        self.figure = LinkedFigure(self)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setSingleStep(1)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.valueChanged.connect(lambda _value: self._draw())
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(14)
        self.switch.setFixedHeight(HEAD)
        head.addWidget(self.title)
        head.addWidget(self.sizes, 1)
        head.addWidget(self.switch)
        head.addSpacing(BAR)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.figure, 1)
        body.addWidget(self.bar)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(body, 1)
        self.setMinimumHeight(HEAD + 8 + round(2 * LINE))
        self.retranslate()

    @property
    def row(self) -> int:
        """The ledger row that is shown; -1 if none is."""
        return self._row

    def show_row(self, ledger: Ledger | None, row: int) -> None:
        """Another row, from its first byte on."""
        same = ledger is self._ledger and row == self._row
        self._ledger, self._row = ledger, row
        if not same:
            self.figure.let_go()
            blocked = self.bar.blockSignals(True)
            self.bar.setValue(0)
            self.bar.blockSignals(blocked)
        self._draw()

    def clear(self) -> None:
        """Nothing is selected."""
        self.show_row(None, -1)

    def refresh(self) -> None:
        """The same row again: more of it may be here, or its verdict may have changed."""
        self._draw()

    def set_unmasked(self, on: bool) -> None:
        """Whether the characters are those that the sender meant, or those on the wire."""
        self._unmasked = on
        self.switch.set_value(on)
        self._draw()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.switch.set_choices([(False, self.tr("as sent")), (True, self.tr("text unmasked"))])
        self.switch.set_value(self._unmasked)
        self.bar.setAccessibleName(self.tr("Lines of bytes"))
        self._draw()

    def _switched(self, value: object) -> None:
        self.set_unmasked(bool(value))

    @property
    def _lines(self) -> int:
        return max(1, min(MOST, int((self.figure.height() - TOP + 2) // LINE)))

    def _draw(self) -> None:
        look = look_of(self)
        self._look = look
        room = Room(QtMeasure(look.lang), QtWords(look.lang, rules.text), float(self.figure.height()), top=0)
        first = self.bar.value()
        self._shown = None
        if self._ledger is not None and 0 <= self._row < len(self._ledger):
            self._shown = shown(self._ledger, self._row, first, self._lines)
        title, sizes = heading(self._shown, room)
        self.title.set_text(title)
        self.sizes.set_text(sizes)
        frame = self._shown if isinstance(self._shown, FrameShown) else None
        self.switch.setVisible(frame is not None and frame.header.masked and frame.header.length > 0)
        over = lines_of(self._shown) - self._lines
        self.bar.setRange(0, max(0, over))
        self.bar.setPageStep(self._lines)
        self.bar.setVisible(over > 0)
        width = float(self.figure.width())
        self.figure.show_scene(draw(self._shown, width, room, Options(self._unmasked, self._lines, first)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.bar.isVisible():
            self.bar.setValue(self.bar.value() - round(event.angleDelta().y() / 40))
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if look_of(self) is not self._look:
            self._draw()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
