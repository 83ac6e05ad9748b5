"""What stands in Capture while no file is open: what can be opened, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.button import KeyButton
from app.widgets.look import look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH = 560


class Invitation(QWidget):
    """A dashed frame on which a file can be dropped, with a button that asks for one."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.title = Text(26, 34, bold=True)
        self.under = Text(16, 24, colour="text2")
        self.button = KeyButton("Ctrl+O")
        self.button.clicked.connect(self.open_wanted)
        self.kinds = [(Text(14, 22, bold=True, wrap=False), Text(14, 22, colour="text2")) for _ in range(3)]
        self.note = Text(14, 22, colour="text2")
        self.frame = QWidget()
        self.frame.setFixedWidth(WIDTH)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(40, 36, 40, 36)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.under)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(16)
        for name, told in self.kinds:
            line = QHBoxLayout()
            line.setSpacing(12)
            name.setFixedWidth(100)
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(told, 1)
            column.addLayout(line)
        column.addSpacing(8)
        column.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.frame)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)
        self.retranslate()

    def set_over(self, over: bool) -> None:
        """A file is held over the page."""
        if over != self._over:
            self._over = over
            self.update()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.title.set_text(self.tr("Open what was recorded"))
        self.under.set_text(
            self.tr("Drop a file here, or choose one. Every frame is taken apart and judged against the RFC.")
        )
        self.button.setText(self.tr("Open file"))
        texts = [
            ("pcap, pcapng", self.tr("packets from Wireshark, tshark or tcpdump, also compressed with gzip")),
            ("HAR", self.tr("what Chrome or Firefox save in the network tab of their developer tools")),
            ("JSON lines", self.tr("recordings of this program, from Live or the command line")),
        ]
        for (name, told), (word, text) in zip(self.kinds, texts, strict=True):
            name.set_text(word)
            told.set_text(text)
        self.note.set_text(self.tr("The file is only read; nothing leaves this machine."))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            pen = QPen(look.colour("ink" if self._over else "line3"), 2.5 if self._over else 1.5)
            pen.setDashPattern([5, 4])
            painter.setPen(pen)
            painter.setBrush(look.colour("sunk" if self._over else "stage"))
            painter.drawRoundedRect(QRectF(self.frame.geometry()).adjusted(2, 2, -2, -2), 12, 12)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
