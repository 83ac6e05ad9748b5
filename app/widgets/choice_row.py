"""One thing that the reader can do, as a button with words in as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.button import Button
from app.widgets.look import draw_panel, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from app.model.page import Choice

LEAST = 32
"""Height of a button of one line."""


class ChoiceRow(Button):
    """A raised button as wide as its card."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self._words = Text(14, 20)
        self._words.set_text(choice.text)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(choice.text)
        self.setAccessibleName(choice.text)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST, self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            border, line = self.border(look, "line2")
            token = look.colour(self.fill_token())
            draw_panel(painter, QRectF(self.rect()), 8, token, look.colour(border), line=line)


class ChoiceRows(QVBoxLayout):
    """Such buttons below each other; `chosen` is called with the id of the one that was pressed."""

    def __init__(self, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setSpacing(6)
        self.rows: list[ChoiceRow] = []
        self._chosen = chosen

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other buttons; those that stay the same keep the focus."""
        if [row.choice for row in self.rows] == list(choices):
            return
        for row in self.rows:
            self.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for choice in choices:
            row = ChoiceRow(choice)
            row.clicked.connect(lambda _checked=False, one=choice.id: self._chosen(one))
            self.addWidget(row)
            row.show()  # a layout would do it one turn of the loop later
            self.rows.append(row)
