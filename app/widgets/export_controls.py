"""The controls of the export dialog: choices that are one stop of Tab, formats in two rows, and a whole number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.live.fields import LineField
from app.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OneStop(Segments):
    """Segments of which Tab reaches the one that is on; arrows go to its neighbours and switch them on."""

    left = Signal(int)
    """An arrow key at the end: 1 after the last choice, -1 before the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(small=True, tight=True, parent=parent)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        super().set_choices(choices)
        for button in self.buttons:
            button.removeEventFilter(self)
            button.installEventFilter(self)
        self._settle()

    def set_value(self, value: object) -> None:
        super().set_value(value)
        self._settle()

    def take(self, place: int) -> None:
        """Goes to a choice and switches it on."""
        button = self.buttons[place]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter is the dialog's: what has the focus is on already."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            QCoreApplication.sendEvent(self.window(), event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()), 0)
        focused = [place for place, button in enumerate(self.buttons) if button.hasFocus()]
        if not step or not focused or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        place = focused[0] + step
        if 0 <= place < len(self.buttons):
            self.take(place)
        else:
            self.left.emit(step)

    def _settle(self) -> None:
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button.isChecked() else Qt.FocusPolicy.NoFocus)


class FormatRows(QWidget):
    """Pictures in one row and texts in another; one of them all is on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = (OneStop(), OneStop())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self.rows:
            column.addWidget(row)
            row.chosen.connect(self.chosen)
        upper, lower = self.rows
        upper.left.connect(lambda step: lower.take(0) if step > 0 else None)
        lower.left.connect(lambda step: upper.take(len(upper.buttons) - 1) if step < 0 else None)

    def set_choices(self, upper: Sequence[tuple[object, str]], lower: Sequence[tuple[object, str]]) -> None:
        """(value, words) of the choices of both rows."""
        for row, choices in zip(self.rows, (upper, lower), strict=True):
            row.set_choices(choices)

    def set_value(self, value: object) -> None:
        """The choice with this value is on."""
        for row in self.rows:
            row.set_value(value)

    def value(self) -> object | None:
        """The value that is on."""
        upper, lower = self.rows
        return upper.value() if upper.value() is not None else lower.value()


class NumberField(LineField):
    """A whole number; Up and Down count. What cannot be is not told, and gone when the field is left."""

    changed = Signal(int)

    def __init__(self, low: int, high: int, step: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(mono=True, height=32, parent=parent)
        self._low, self._high, self._step, self._value = low, high, step, low
        self.setMaxLength(len(str(high)))
        self.textEdited.connect(self._typed)

    def set_value(self, value: int) -> None:
        """Shows a number; what is being typed stays."""
        if value != self._value or not self.hasFocus():
            self._value = value
            self.setText(str(value))
        self.set_wrong(False)

    def value(self) -> int:
        """The last number that can be."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        value = max(self._low, min(self._high, self._value + step * self._step))
        self.setText(str(value))
        self._typed(str(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setText(str(self._value))
        self.set_wrong(False)

    def _typed(self, text: str) -> None:
        fits = text.isdecimal() and text.isascii() and self._low <= int(text) <= self._high
        self.set_wrong(not fits)
        if fits and int(text) != self._value:
            self._value = int(text)
            self.changed.emit(self._value)
