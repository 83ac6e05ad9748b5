"""How the reader goes through it: how deep the steps go, and whether questions are asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.page import Ways
from app.widgets.button import KeyButton
from app.widgets.segments import Segments
from app.widgets.text import Text


class WaysCard(QFrame):
    """Two rows of choices and the button for one more question."""

    depth_chosen = Signal(int)
    mode_chosen = Signal(str)
    question_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._ways = Ways()
        self._depth_head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self._mode_head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self.depths = Segments(tight=True)
        self.modes = Segments(tight=True)
        self.more = KeyButton("Q")
        self.depths.chosen.connect(self._choose_depth)
        self.modes.chosen.connect(self._choose_mode)
        self.more.clicked.connect(self.question_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(6)
        for head, row in ((self._depth_head, self.depths), (self._mode_head, self.modes)):
            column.addWidget(head)
            column.addWidget(row)
            column.addSpacing(4)
        column.addWidget(self.more)
        self.retranslate()

    def set_ways(self, ways: Ways) -> None:
        """Shows what is chosen; nothing is signalled."""
        self._ways = ways
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._depth_head.set_text(self.tr("Steps"))
        self._mode_head.set_text(self.tr("Questions"))
        depths = [(1, self.tr("Message")), (2, self.tr("Frame")), (3, self.tr("Detail"))]
        self.depths.set_choices([*([(0, self.tr("Lesson"))] if self._ways.written else []), *depths])
        self.depths.set_value(self._ways.depth)
        modes = [("may", self.tr("May skip")), ("must", self.tr("Must answer")), ("off", self.tr("Off"))]
        self.modes.set_choices(modes)
        self.modes.set_value(self._ways.mode)
        self.more.setText(self.tr("Ask me another"))
        self.more.setEnabled(self._ways.mode != "off")
        self.setAccessibleName(self.tr("Steps and questions"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose_depth(self, value: object) -> None:
        if isinstance(value, int):
            self.depth_chosen.emit(value)

    def _choose_mode(self, value: object) -> None:
        self.mode_chosen.emit(str(value))
