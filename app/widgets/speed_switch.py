"""The speed switch: three of the five speeds, the present one and its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal

from app.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0)


class SpeedSwitch(Segments):
    """0.5x, 1x, 2x at first; choosing the outer one brings the next speed beyond it into view."""

    speed_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(small=True, parent=parent)
        self.speed = 1.0
        self.chosen.connect(self.speed_chosen.emit)
        self.set_speed(1.0)

    def set_speed(self, speed: float) -> None:
        """Shows a speed."""
        self.speed = speed
        middle = max(1, min(len(SPEEDS) - 2, SPEEDS.index(speed)))
        shown = SPEEDS[middle - 1 : middle + 2]
        self.set_choices([(value, f"{value:g}×") for value in shown])
        self.set_value(speed)
        self.retranslate()

    def neighbour(self, by: int) -> float:
        """The next speed up (1) or down (-1); the outermost is its own neighbour."""
        return SPEEDS[max(0, min(len(SPEEDS) - 1, SPEEDS.index(self.speed) + by))]

    def retranslate(self) -> None:
        """All words anew in the present language."""
        for button in self.buttons:
            button.setAccessibleName(self.tr("Speed {speed}").format(speed=button.text()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
