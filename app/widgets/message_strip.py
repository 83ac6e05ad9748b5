"""The message strip: one clear sentence under the top bar, which stays until it is dismissed or replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.announce import announce
from app.widgets.button import IconButton
from app.widgets.glyph_box import GlyphBox
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drawing.marks import GlyphName

MessageKind = Literal["notice", "error", "done"]
"""What somebody should know, what hindered it, and that it worked."""

GLYPHS: Final[Mapping[MessageKind, GlyphName]] = {"notice": "warning", "error": "cross", "done": "tick"}


class MessageStrip(QFrame):
    """It pushes the window's contents down instead of covering them."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("MessageStrip")
        self._glyph = GlyphBox("warning", 18, 22)
        self.words = Text(14, 22)
        self.close_button = IconButton("dismiss", 28)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._glyph)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self._dismiss)
        self.retranslate()
        self.hide()

    def show_message(self, sentence: str, kind: MessageKind = "notice") -> None:
        """Shows and announces a sentence. One that stands there already is not announced again: an engine and who
        waits for it tell of the same failure."""
        same = not self.isHidden() and sentence == self.words.text()
        self._glyph.set_glyph(GLYPHS[kind])
        self.words.set_text(sentence)
        self.setAccessibleName(sentence)
        self.show()
        if not same:
            announce(self, sentence)

    def clear(self) -> None:
        """Shows nothing."""
        self.hide()
        self.words.set_text("")

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.close_button.setAccessibleName(self.tr("Dismiss the message"))
        self.close_button.setToolTip(self.tr("Dismiss"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
