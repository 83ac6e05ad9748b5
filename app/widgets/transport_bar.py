"""The bottom bar: first, back, play, next, last; the scrubber; the speed and where the reader stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.model.track import Track
from app.widgets.button import IconButton
from app.widgets.markdown import Run
from app.widgets.scrubber import Scrubber
from app.widgets.speed_switch import SpeedSwitch
from app.widgets.text import Text

SIDES = (240, 312)
"""Widths of the parts under the navigation and under the side pane."""


class TransportBar(QFrame):
    """80 pixels high. Buttons say the id of their action."""

    action_chosen = Signal(str)
    step_chosen = Signal(int)
    speed_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TransportBar")
        self.setFixedHeight(80)
        self._playing = False
        self.buttons = {
            name: IconButton(name, 44 if name == "play" else 32, disc=name == "play")
            for name in ("first", "back", "play", "next", "last")
        }
        self.scrubber = Scrubber()
        self.speeds = SpeedSwitch()
        self._count = StepCount()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left_part())
        row.addWidget(self.scrubber, 1)
        row.addWidget(self._right_part())
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.action_chosen.emit(name))
        self.scrubber.step_chosen.connect(self.step_chosen)
        self.speeds.speed_chosen.connect(self.speed_chosen)
        self.set_track(Track())
        self.retranslate()

    def set_track(self, track: Track) -> None:
        """Shows the steps and which of them is current."""
        self.scrubber.set_track(track)
        last = len(track.names) - 1
        self._count.set_count(track.current + 1 if track.names else 0, len(track.names))
        for name in ("first", "back"):
            self.buttons[name].setEnabled(track.current > 0)
        for name in ("next", "last"):
            self.buttons[name].setEnabled(track.current < last)
        self.buttons["play"].setEnabled(last > 0)

    def set_playing(self, playing: bool) -> None:
        """Shows the pause icon while playing."""
        self._playing = playing
        self.buttons["play"].set_icon("pause" if playing else "play")
        self.retranslate()

    def set_speed(self, speed: float) -> None:
        """Shows the speed, 0.25 to 4."""
        self.speeds.set_speed(speed)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        words = {
            "first": (self.tr("First step"), "Home"),
            "back": (self.tr("Previous step"), "←"),
            "play": (self.tr("Pause") if self._playing else self.tr("Play"), "P"),
            "next": (self.tr("Next step"), "→"),
            "last": (self.tr("Last step"), "End"),
        }
        for name, (name_words, key) in words.items():
            self.buttons[name].setAccessibleName(name_words)
            self.buttons[name].setToolTip(f"{name_words}  {key}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _left_part(self) -> QWidget:
        part = QWidget()
        part.setFixedWidth(SIDES[0])
        row = QHBoxLayout(part)
        row.setContentsMargins(24, 20, 0, 15)
        row.setSpacing(4)
        for name, button in self.buttons.items():
            row.addSpacing(2 if name == "play" else 0)
            row.addWidget(button)
            row.addSpacing(2 if name == "play" else 0)
        row.addStretch(1)
        return part

    def _right_part(self) -> QWidget:
        part = QWidget()
        part.setFixedWidth(SIDES[1])
        row = QHBoxLayout(part)
        row.setContentsMargins(24, 22, 24, 25)
        row.addWidget(self.speeds)
        row.addStretch(1)
        row.addWidget(self._count)
        return part


class StepCount(Text):
    """ "Step 7 / 23", the number larger than the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(15, 24, colour="text2", wrap=False, parent=parent)
        self._number, self._total = 0, 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def set_count(self, number: int, total: int) -> None:
        """Shows that step `number` (from 1) of `total` is current; nothing without steps."""
        self._number, self._total = number, total
        self.retranslate()

    def retranslate(self) -> None:
        """The words anew in the present language."""
        self.setVisible(self._total > 0)
        before, mark, after = self.tr("Step {number} / {total}").partition("{number}")
        runs = (Run(before), Run(str(self._number) if mark else "", bold=True, size=20, colour="text"))
        self.set_runs((*runs, Run(after.format(total=self._total))))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
