"""A number that is being typed while presenting: digits, then Enter, or a second without another key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

WAIT: Final = 1000
"""Milliseconds after the last digit until the number counts as whole."""

LONGEST: Final = 4
"""Digits that are kept: no story has more than 9,999 steps, and more digits push the first ones out."""


class NumberEntry(QObject):
    """Collects digits."""

    entered = Signal(int)
    """The number is whole."""
    changed = Signal(str)
    """The digits so far; nothing when there are none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.digits = ""
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.finish)

    def type(self, digit: str) -> None:
        """One more digit."""
        self.digits = (self.digits + digit)[-LONGEST:]
        self._timer.start()
        self.changed.emit(self.digits)

    def finish(self) -> None:
        """The number is whole, if there is one."""
        number = self.take()
        if number is not None:
            self.entered.emit(number)

    def take(self) -> int | None:
        """The number so far, for whoever asked for it; None if no digit was typed. It is gone then."""
        digits, self.digits = self.digits, ""
        self._timer.stop()
        if not digits:
            return None
        self.changed.emit("")
        return int(digits)
