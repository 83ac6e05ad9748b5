"""The controls of a presentation: the transport in small, and the way out.

They stand beside the dots for two seconds after the pointer has moved, or while Tab has brought the focus to them, and
are gone otherwise: the room sees the figure alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from app.widgets.button import IconButton
from app.widgets.look import draw_panel, look_of, painter_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.model.track import Track

STAY: Final = 2000
"""Milliseconds from the last move of the pointer until they are gone."""

MARGIN: Final = 20
"""From the right edge of the window."""


class PresenterControls(QFrame):
    """A pill over the lower right corner. Buttons say the id of their action."""

    action_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = {
            name: IconButton("dismiss" if name == "leave" else name, 36 if name == "play" else 32, disc=name == "play")
            for name in ("first", "back", "play", "next", "last", "leave")
        }
        self._playing = False
        self._track: Track | None = None
        self._beyond = (False, False)
        self._seen = QPoint(-1, -1)
        self._watched: tuple[QWidget, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        for name, button in self.buttons.items():
            row.addSpacing(8 if name == "leave" else 0)
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, name=name: self.action_chosen.emit(name))
        self._timer = QTimer(self, singleShot=True, interval=STAY)
        self._timer.timeout.connect(self._fade)
        self.retranslate()
        self.hide()

    def watch(self, *widgets: QWidget) -> None:
        """From now on the controls come when the pointer moves over these widgets; none ends it."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = widgets
        for widget in widgets:
            widget.setMouseTracking(True)
            widget.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """Shows the controls for two seconds."""
        self._timer.start()
        if self._watched and not self.isVisible():
            self.show()
            self.raise_()

    def place(self, area: QRect, middle: float) -> None:
        """At the right edge of an area of the window, around this height."""
        size = self.sizeHint()
        corner = QPoint(area.right() + 1 - MARGIN - size.width(), round(middle - size.height() / 2))
        self.setGeometry(QRect(corner, size))

    def set_track(self, track: Track) -> None:
        """Which buttons can be pressed now."""
        self._track = track
        last = len(track.names) - 1
        before, after = track.current > 0, track.current < last
        self.buttons["first"].setEnabled(before)
        self.buttons["back"].setEnabled(before or self._beyond[0])
        self.buttons["next"].setEnabled(after or self._beyond[1])
        self.buttons["last"].setEnabled(after)
        self.buttons["play"].setEnabled(last > 0)

    def set_beyond(self, before: bool, after: bool) -> None:
        """Whether a variant comes before the first step, and one after the last."""
        self._beyond = (before, after)
        if self._track is not None:
            self.set_track(self._track)

    def set_playing(self, playing: bool) -> None:
        """Shows the pause icon while playing."""
        self._playing = playing
        self.buttons["play"].set_icon("pause" if playing else "play")
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        words = {
            "first": (self.tr("First step"), "Home"),
            "back": (self.tr("Previous step"), "←"),
            "play": (self.tr("Pause") if self._playing else self.tr("Play"), "P"),
            "next": (self.tr("Next step"), "→"),
            "last": (self.tr("Last step"), "End"),
            "leave": (self.tr("Leave the presentation"), "Esc"),
        }
        for name, (name_words, key) in words.items():
            self.buttons[name].setAccessibleName(name_words)
            self.buttons[name].setToolTip(f"{name_words}  {key}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            at = event.globalPosition().toPoint()
            if at != self._seen:  # a window that changes its size is told of a move, too
                moved = self._seen != QPoint(-1, -1)
                self._seen = at
                if moved:
                    self.appear()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            draw_panel(painter, area, area.height() / 2, look.colour("pane"), look.colour("line2"))

    def _fade(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
        else:
            self.hide()
