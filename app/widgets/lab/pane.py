"""What the side panes of the benches share: 312 pixels, a verdict at the top, captions above fields, and one signal for
everything that is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.lab.chips import Chips
from app.widgets.lab.text_parts import Hairline
from app.widgets.lab.verdict import BannerCard, RuleList
from app.widgets.scroll import Scroll
from app.widgets.text import Text

MARGIN = 24


class BenchPane(QFrame):
    """A pane that scrolls when its fields need more than the window has."""

    edited = Signal(str, object)
    chip_chosen = Signal(str)
    hovered = Signal(tuple)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner, self.rules, self.chips = BannerCard(), RuleList(), Chips()
        self._scroll = Scroll()
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(6)
        self.column.addWidget(self.banner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.rules.hovered.connect(self.hovered)
        self.chips.chosen.connect(self.chip_chosen)

    def finish(self) -> None:
        """All parts are in the column."""
        self.column.addStretch(1)
        self._scroll.setWidget(self._holder)
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def settle(self) -> None:
        """Lays the contents out now."""
        self._scroll.settle()

    def headed(self, left: Text, right: Text | QHBoxLayout | None = None, *, top: int = 6) -> None:
        """A caption, and at its right a note or buttons."""
        row = QHBoxLayout()
        row.setContentsMargins(0, top, 0, 0)
        row.addWidget(left)
        row.addStretch(1)
        if isinstance(right, Text):
            right.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(right)
        elif right is not None:
            row.addLayout(right)
        self.column.addLayout(row)

    def ruled(self) -> None:
        """A line between two parts."""
        self.column.addSpacing(6)
        self.column.addWidget(Hairline())


def head_text() -> Text:
    """The caption of a field."""
    return Text(14, 22, bold=True, colour="text2", wrap=False)


def note_text() -> Text:
    """A note beside or below a field."""
    return Text(13, 18, colour="text2")


def set_note(note: Text, text: str, fine: bool | None = None) -> None:
    """Shows a note in the colour of its verdict, or hides it."""
    note.set_colour({None: "text2", True: "ok.edge", False: "err.edge"}[fine])
    note.set_text(text)
    note.setVisible(bool(text))
