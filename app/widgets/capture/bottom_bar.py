"""The bottom bar of Capture: open and close, how far the opening is, and where the selection can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.traffic.opening import Opening, heading, progress_words
from app.widgets.button import KeyButton
from app.widgets.look import draw_panel, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LEFT: Final = 240
WIDEST: Final = 560


class ProgressLine(QWidget):
    """How much is done, as a line 6 pixels high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = 0.0
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float) -> None:
        """0 to 1."""
        if part != self.part:
            self.part = part
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            whole = QRectF(0, 1, self.width(), 6)
            border = look.colour("ink") if look.plain else None
            draw_panel(painter, whole, 3, look.colour("stage" if look.plain else "line"), border)
            if self.part > 0:
                draw_panel(painter, QRectF(0, 1, max(6.0, self.width() * self.part), 6), 3, look.colour("ink"))


class CaptureBar(QFrame):
    """80 pixels high. `asked` carries the id of what is asked for: open, close, stop, lab, story, report."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TransportBar")
        self.setFixedHeight(80)
        self._opening = Opening()
        self.buttons = {name: KeyButton() for name in ("open", "close", "stop", "story", "lab")}
        self.buttons["report"] = KeyButton("Ctrl+E")
        self.heading = Text(14, 20, bold=True, wrap=False)
        self.words = Text(14, 20, colour="text2", wrap=False)
        self.hint = Text(13, 20, colour="text3", wrap=False)
        self.line = ProgressLine()
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
        self._arrange()
        self.set_opening(Opening())
        self.set_selected(selected=False, anything=False)
        self.retranslate()

    def _arrange(self) -> None:
        first = QWidget()
        first.setMinimumWidth(LEFT)
        row = QHBoxLayout(first)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.buttons["open"])
        row.addWidget(self.buttons["close"])
        row.addStretch(1)
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self.heading)
        words.addWidget(self.words, 1)
        words.addWidget(self.hint)
        self.progress = QWidget()
        self.progress.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self.progress)
        column.setContentsMargins(0, 20, 0, 22)
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self.line)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 24, 0)
        whole.setSpacing(0)
        whole.addWidget(first)
        whole.addSpacing(24)
        whole.addWidget(self.progress, 100)
        whole.addSpacing(20)
        whole.addWidget(self.buttons["stop"])
        whole.addStretch(1)
        for name in ("story", "lab", "report"):
            whole.addSpacing(8)
            whole.addWidget(self.buttons[name])

    def set_opening(self, opening: Opening) -> None:
        """How far the file is."""
        self._opening = opening
        self.heading.set_text(heading(opening))
        self.words.set_text(progress_words(opening))
        self.hint.setVisible(opening.busy)
        self.line.set_part(opening.part)
        self.line.setVisible(opening.phase in {"opening", "stopped"})
        self.buttons["stop"].setVisible(opening.busy)
        self.buttons["close"].setEnabled(opening.phase != "none")

    def set_selected(self, *, selected: bool, anything: bool) -> None:
        """Whether a row is selected, and whether there is anything to report."""
        self.buttons["lab"].setEnabled(selected)
        self.buttons["story"].setEnabled(anything)
        self.buttons["report"].setEnabled(anything)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        texts = {
            "open": self.tr("Open file"),
            "close": self.tr("Close"),
            "stop": self.tr("Stop here"),
            "story": self.tr("Step through"),
            "lab": self.tr("Open in Lab"),
            "report": self.tr("Report"),
        }
        for name, text in texts.items():
            self.buttons[name].setText(text)
            self.buttons[name].updateGeometry()
        self.buttons["stop"].setToolTip(self.tr("Stop reading; what was read stays"))
        self.buttons["story"].setToolTip(self.tr("Step through this connection like a lesson"))
        self.hint.set_text(self.tr("frames so far can be used"))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_opening(self._opening)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
