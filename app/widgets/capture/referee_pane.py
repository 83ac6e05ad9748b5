"""The referee beside the table: the verdict on the selected row, and the way to the finding before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.figures.traffic_referee import draw
from app.widgets.capture.room import room_of
from app.widgets.look import look_of
from app.widgets.scroll import Scroll
from app.widgets.text import Text
from app.widgets.traffic.arrow_button import ArrowButton
from app.widgets.traffic.figure import LinkedFigure

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.model.traffic.verdict import Said
    from app.widgets.look import Look

WIDTH: Final = 312
MARGIN: Final = 24


class RefereePane(QFrame):
    """312 pixels wide. `row_wanted` carries a ledger row that the referee names."""

    before_wanted = Signal()
    after_wanted = Signal()
    row_wanted = Signal(int)
    rfc_chosen = Signal(str)
    linked = Signal(tuple)
    """The links of what is pointed at: the same things are ringed in the details."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SidePane")
        self.setFixedWidth(WIDTH)
        self.said: Said | None = None
        self._look: Look | None = None
        self._place = (0, 0)
        self.figure = LinkedFigure()
        self.figure.hovered.connect(self._hovered)
        self.figure.activated.connect(self._activated)
        self.hint = Text(15, 22, colour="text2")
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(MARGIN, 24, MARGIN - 1, 8)  # the pane's line is 1 wide
        inner.setSpacing(0)
        inner.addWidget(self.hint)
        inner.addWidget(self.figure)
        inner.addStretch(1)
        self.area = Scroll()
        self.area.setWidget(holder)
        self.before, self.after = ArrowButton("up"), ArrowButton("down")
        self.count = Text(13, 32, colour="text2", wrap=False)
        self.count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 20)
        foot.setSpacing(8)
        foot.addWidget(self.before)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        self.before.clicked.connect(self.before_wanted)
        self.after.clicked.connect(self.after_wanted)
        self.retranslate()

    def set_said(self, said: Said | None) -> None:
        """The judgement of the selected row; None if none is selected."""
        fresh = said is None or self.said is None or said.row != self.said.row
        self.said = said
        self._draw()
        if fresh:
            self.area.verticalScrollBar().setValue(0)

    def set_place(self, place: int, count: int) -> None:
        """Which finding is selected, counted from 1 (0 for none), and how many there are."""
        self._place = (place, count)
        self.before.setEnabled(count > 0 and place != 1)
        self.after.setEnabled(count > 0 and place != count)
        text = self.tr("{place} of {count}") if place else self.tr("{count} findings")
        self.count.set_text(text.format(place=f"{place:,}", count=f"{count:,}"))

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.before.setText(self.tr("Previous"))
        self.after.setText(self.tr("Next"))
        self.before.setAccessibleName(self.tr("Previous finding"))
        self.after.setAccessibleName(self.tr("Next finding"))
        self.hint.set_text(self.tr("Select a row: the referee says which rules it keeps and which it breaks."))
        self.set_place(*self._place)
        self._draw()

    def _draw(self) -> None:
        self._look = look_of(self)
        self.hint.setVisible(self.said is None)
        self.figure.setVisible(self.said is not None)
        if self.said is None:
            return
        scene = draw(self.said, room_of(self))
        self.figure.setFixedSize(WIDTH - 2 * MARGIN, round(scene.height))
        self.figure.show_scene(scene)
        self.area.settle()

    def _hovered(self, name: str) -> None:
        mark = self.figure.scene.find(name) if name else None
        self.linked.emit(mark.links if mark is not None else ())

    def _activated(self, name: str) -> None:
        mark = self.figure.scene.find(name)
        for link in mark.links if mark is not None else ():
            kind, _, value = link.partition(":")
            if kind == "frame" and value.isdecimal():
                self.row_wanted.emit(int(value) - 1)
            elif kind == "cite":
                self.rfc_chosen.emit(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        if look_of(self) is not self._look:
            self._draw()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
