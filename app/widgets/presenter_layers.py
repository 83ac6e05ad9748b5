"""What lies over a presented window: the controls, the spotlight, the end, the blank screen; and
the number being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.widgets.presenter import DOTS, Blank, PresenterStrip, TheEnd
from app.widgets.presenter_controls import PresenterControls
from app.widgets.presenter_number import NumberEntry
from app.widgets.presenter_spotlight import Spotlight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FULL = Qt.WindowState.WindowFullScreen


class PresenterLayers(QObject):
    """One for each window. They are there from the beginning and shown while presenting only."""

    def __init__(self, window: QWidget, canvas: QWidget, strip: PresenterStrip) -> None:
        super().__init__(window)
        self._window, self._canvas, self._strip = window, canvas, strip
        self._was = Qt.WindowState.WindowNoState
        self.controls = PresenterControls(window)
        self.spotlight = Spotlight(window)
        self.end = TheEnd(window)
        self.blank = Blank(window)
        self.number = NumberEntry(self)
        self.number.changed.connect(strip.set_number)

    def begin(self, on: bool) -> None:
        """The window takes the whole screen, or goes back to what it was."""
        top = self._window.window()
        if on:
            self._was = top.windowState()
        top.setWindowState(self._was | FULL if on else self._was)
        # A click on the figure must not take Up and Down from the clicker; Tab still goes there.
        self._canvas.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.StrongFocus)
        self.set_blank(False)
        self.set_end(False)
        self.spotlight.set_on(False)
        self.number.take()

    def watch(self, on: bool) -> None:
        """The controls come with the pointer, as long as a figure is presented."""
        self.controls.watch(*((self._canvas, self._strip) if on else ()))

    def place(self) -> None:
        """The window has another size."""
        area = self._window.rect()
        self.end.setGeometry(area)
        self.blank.setGeometry(area)
        self.spotlight.setGeometry(area)
        self.controls.place(area, area.height() * DOTS)

    def set_blank(self, on: bool, *, white: bool = False) -> None:
        """The screen is black or white, or no longer."""
        self.blank.white = white
        self.blank.setVisible(on)
        self.blank.update()
        self.blank.raise_()

    def toggle_blank(self, *, white: bool = False) -> None:
        """Black or white; what is so already is so no longer."""
        self.set_blank(not self.blank.isVisible() or self.blank.white != white, white=white)

    def set_end(self, on: bool) -> None:
        """The last step of all has been left, or not."""
        self.end.setVisible(on)
        self.end.raise_()
        self.blank.raise_()

    def toggle_spotlight(self) -> None:
        """A light around the pointer, or no longer."""
        self.spotlight.set_on(not self.spotlight.isVisible())
        if self.blank.isVisible():
            self.blank.raise_()

    def escape(self) -> bool:
        """Takes one thing away that Esc ends before the presentation; whether there was one."""
        if self.number.take() is not None:
            return True
        for layer in (self.blank, self.spotlight):
            if layer.isVisible():
                layer.hide()
                return True
        return False

    def meant(self, action: str, key: str) -> str:
        """What an action of the table means after the number that was typed before it; nothing for a key that only
        belongs to a number."""
        if action == "number":
            if key.isdecimal():
                self.number.type(key)
            else:
                self.number.finish()
            return ""
        if action == "leave":
            return action  # which ends the number first
        number = self.number.take()
        return f"present.variant.{number}" if number is not None and action == "variant.next" else action
