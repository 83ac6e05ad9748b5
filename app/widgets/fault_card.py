"""The fault card: what the reader can break on purpose, one switch for each fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.button import PRESSING
from app.widgets.look import draw_panel, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from app.model.page import Fault

WIDTH, HEIGHT = 36, 20
"""The switch itself."""


class FaultRow(QCheckBox):
    """A switch and its title; position and fill both tell its state. The whole row is the target."""

    focus_radius = 6.0

    def __init__(self, fault: Fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fault = fault
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title = Text(14, 20)
        self._title.set_text(fault.title)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, WIDTH + 12, 4)
        row.addWidget(self._title)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_fault(fault)

    def set_fault(self, fault: Fault) -> None:
        """Shows a fault and its state; nothing is signalled."""
        self.fault = fault
        self.blockSignals(True)
        self.setChecked(fault.on)
        self.blockSignals(False)
        self._title.set_text(fault.title)
        self.setAccessibleName(fault.title)
        self.setAccessibleDescription(fault.sentence)
        self.setToolTip(fault.sentence)
        self.update()

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(28, self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in PRESSING:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            self.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.window().setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            on = self.isChecked()
            track = QRectF(self.width() - WIDTH, 4, WIDTH, HEIGHT)
            fill, border = ("ink", "ink") if on else ("sunk", "ink" if self._hover else "line3")
            line = 2 if self._hover else 1
            draw_panel(painter, track, HEIGHT / 2, look.colour(fill), look.colour(border), line=line)
            left = track.right() - HEIGHT + 4 if on else track.left() + 4
            knob = QRectF(left, track.top() + 4, HEIGHT - 8, HEIGHT - 8)
            draw_panel(painter, knob, knob.width() / 2, look.colour("on-ink" if on else "line3"))


class FaultCard(QFrame):
    """The heading "Break it" and the switches; hidden when a lesson has no faults."""

    fault_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self.rows: list[FaultRow] = []
        self._head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self._sentence = Text(13, 18, colour="text2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._rows)
        column.addWidget(self._sentence)
        self.retranslate()
        self.hide()

    def set_faults(self, faults: Sequence[Fault]) -> None:
        """Shows the faults. The sentence of those that are on stands below."""
        if [row.fault.id for row in self.rows] != [fault.id for fault in faults]:
            self._build(faults)
        for row, fault in zip(self.rows, faults, strict=True):
            row.set_fault(fault)
        sentence = " ".join(fault.sentence for fault in faults if fault.on)
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setVisible(bool(faults))

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._head.set_text(self.tr("Break it"))
        self.setAccessibleName(self.tr("Break it"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, faults: Sequence[Fault]) -> None:
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for fault in faults:
            row = FaultRow(fault)
            row.toggled.connect(lambda on, fault_id=fault.id: self.fault_toggled.emit(fault_id, on))
            self._rows.addWidget(row)
            row.show()  # a layout would do it one turn of the loop later
            self.rows.append(row)
