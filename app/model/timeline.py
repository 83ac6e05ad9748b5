"""The one cursor: which step of the story is shown. Every view follows it; nobody else keeps a position."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0)
"""How many times as fast as normal a story plays."""

DWELL: Final = 2600
"""Milliseconds that a step stays at normal speed before the next one plays."""

CALM_DWELL: Final = 2000
"""The same for those who asked for reduced motion, at any speed."""


class Timeline(QObject):
    """Steps 0 to `count` - 1 and the place among them, moved by hand or by playing."""

    moved = Signal(int, int)
    """(new step, step before)"""
    played = Signal(bool)
    """Playing began or ended."""
    speed_changed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._step = 0
        self._speed = 1.0
        self._calm = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_on)

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self._count

    @property
    def step(self) -> int:
        """The step shown, counted from 0."""
        return self._step

    @property
    def speed(self) -> float:
        """How many times as fast as normal."""
        return self._speed

    @property
    def is_playing(self) -> bool:
        """Whether the next step comes by itself."""
        return self._timer.isActive()

    def reset(self, count: int, step: int = 0) -> None:
        """Another story with `count` steps; the place is kept within it. Always announced."""
        self.pause()
        before = self._step
        self._count = count
        self._step = max(0, min(step, count - 1))
        self.moved.emit(self._step, before)

    def seek(self, step: int) -> None:
        """Go to a step, or to the nearest end."""
        wanted = max(0, min(step, self._count - 1))
        if wanted == self._step or not self._count:
            return
        before, self._step = self._step, wanted
        if self.is_playing:
            self._timer.start()
        self.moved.emit(wanted, before)

    def next(self) -> None:
        """One step on."""
        self.seek(self._step + 1)

    def back(self) -> None:
        """One step back."""
        self.seek(self._step - 1)

    def first(self) -> None:
        """To the first step."""
        self.seek(0)

    def last(self) -> None:
        """To the last step."""
        self.seek(self._count - 1)

    def toggle(self) -> None:
        """Play or pause; playing at the end begins anew."""
        if self.is_playing:
            self.pause()
            return
        if self._count < 2:
            return
        if self._step == self._count - 1:
            self.first()
        self._timer.start(self._interval())
        self.played.emit(True)

    def pause(self) -> None:
        """Stop playing."""
        if self.is_playing:
            self._timer.stop()
            self.played.emit(False)

    def set_speed(self, speed: float) -> None:
        """Play at one of `SPEEDS`."""
        self._speed = min(SPEEDS, key=lambda known: abs(known - speed))
        self._timer.setInterval(self._interval())
        self.speed_changed.emit(self._speed)

    def faster(self) -> None:
        """The next higher speed."""
        self.set_speed(SPEEDS[min(SPEEDS.index(self._speed) + 1, len(SPEEDS) - 1)])

    def slower(self) -> None:
        """The next lower speed."""
        self.set_speed(SPEEDS[max(SPEEDS.index(self._speed) - 1, 0)])

    def set_calm(self, calm: bool) -> None:
        """Whether the user asked for reduced motion."""
        self._calm = calm
        self._timer.setInterval(self._interval())

    def _interval(self) -> int:
        return CALM_DWELL if self._calm else int(DWELL / self._speed)

    def _play_on(self) -> None:
        self.next()
        if self._step == self._count - 1:
            self.pause()
