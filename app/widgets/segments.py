"""A row of choices in one frame, one of which is on: modes, languages, speeds, the block of SHA-1."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.button import Button
from app.widgets.look import FAINT, draw_panel, draw_words, look_of, painter_for

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segment(Button):
    """One choice. The one that is on is raised and bold; it is as wide in both states."""

    focus_radius = 6.0

    def __init__(self, size: int, padding: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._size, self._padding = size, padding
        self.setCheckable(True)

    def nextCheckState(self) -> None:  # noqa: N802
        """A click never switches a choice off; the row decides what is on."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(look_of(self).font(self._size, self.isChecked()))
        return QSize(ceil(metrics.horizontalAdvance(self.text()) + 2 * self._padding), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            on = self.isChecked()
            area = QRectF(self.rect())
            if on:
                draw_panel(painter, area, 7, look.colour("raise"), look.colour("line2"))
            elif look.plain and self._hover and self.isEnabled():
                draw_panel(painter, area, 7, None, look.colour("ink"), line=2)
            painter.setOpacity(FAINT if look.plain and not self.isEnabled() else 1)
            painter.setFont(look.font(self._size, on))
            hover = self._hover and self.isEnabled()
            token = "text" if on or hover else "text2" if self.isEnabled() else "text3"
            painter.setPen(look.colour(token))
            draw_words(painter, area, self.text(), "middle")


class Segments(QWidget):
    """The row. Values are whatever the caller likes; `chosen` carries the one that was clicked."""

    chosen = Signal(object)

    def __init__(self, *, small: bool = False, tight: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._padding = (13, 7) if tight else (13, 11) if small else (14, 18)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._values: list[object] = []
        self.buttons: list[Segment] = []
        self.setFixedHeight(32)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """(value, words) of each choice. Buttons are kept where the number stays, so the focus stays too."""
        while len(self.buttons) > len(choices):
            button = self.buttons.pop()
            button.hide()  # at once: the row is measured before the button is gone
            self._row.removeWidget(button)
            button.deleteLater()
        while len(self.buttons) < len(choices):
            button = Segment(self._size, self._padding, self)
            index = len(self.buttons)
            button.clicked.connect(lambda _checked=False, index=index: self._choose(index))
            self._row.addWidget(button)
            self.buttons.append(button)
        self._values = [value for value, _ in choices]
        for button, (_, words) in zip(self.buttons, choices, strict=True):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    def set_value(self, value: object) -> None:
        """Raises the choice with this value; none if no choice has it."""
        for button, own in zip(self.buttons, self._values, strict=True):
            button.setChecked(own == value)
            button.updateGeometry()

    def value(self) -> object | None:
        """The value that is on."""
        return next((own for button, own in zip(self.buttons, self._values, strict=True) if button.isChecked()), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            draw_panel(painter, QRectF(self.rect()), 8, look.colour("sunk"), look.colour("line"))

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._values[index])
