"""One option of a prediction: its key, its words in as many lines as they need, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.widgets.button import Button, draw_key
from app.widgets.look import draw_panel, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LEAST = 39
"""Height of an option of one line: its key, with room around it."""

OptionState = Literal["open", "chosen", "other"]


class OptionRow(Button):
    """The chosen option has an ink border; once the answer is known the others step back."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.state = number, "open"
        self._words = Text(14, 20)
        self._words.set_text(words)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(words)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(40, 9, 10, 9)
        row.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_state(self, state: OptionState, enabled: bool) -> None:
        """Shows what became of it."""
        self.state = state
        self.setEnabled(enabled)
        self._words.set_colour("text3" if state == "other" else "text")
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST, self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint().expandedTo(QSize(0, LEAST))

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize().expandedTo(QSize(0, LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            chosen = self.state == "chosen"
            token = "ink" if chosen else "line2" if self.state == "other" else "line3"
            border, line = self.border(look, token)
            draw_panel(
                painter,
                QRectF(self.rect()),
                8,
                look.colour(self.fill_token()),
                look.colour(border),
                line=2 if chosen else line,
            )
            draw_key(painter, look, QRectF(11, 10, 19, 20), str(self.number))
