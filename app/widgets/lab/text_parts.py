"""Small parts of the Lab's panes: headings, captions, a line."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.look import look_of, painter_for
from app.widgets.text import Text


def heading(title: str) -> QWidget:
    """A heading of the navigation."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(12, 12, 12, 4)
    words = Text(12, 16, bold=True, colour="text3", wrap=False)
    words.set_text(title)
    column.addWidget(words)
    return holder


def caption(bold: bool = True) -> Text:
    """The words above a field."""
    return Text(14, 20, bold=bold, colour="text2")


class Hairline(QWidget):
    """A line across the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: object) -> None:
        with painter_for(self) as painter:
            painter.fillRect(self.rect(), look_of(self).colour("line"))
