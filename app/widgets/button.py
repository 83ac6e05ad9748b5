"""What all buttons of the window share, and the two plain kinds: an icon, and words with a key.

Buttons take the keyboard focus by Tab only, and give arrows and letters back to the window: after a click on
any of them, Right still goes to the next step. Space and Enter press the button that has the focus.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.widgets.icons import draw_icon
from app.widgets.look import FAINT, Look, draw_panel, draw_words, look_of, painter_for

PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button that paints itself. `focus_radius` is the corner of its focus ring."""

    focus_radius = 8.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self._hover = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in PRESSING or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.window().setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def fill_token(self) -> str:
        """The surface of a raised control in its present state."""
        if not self.isEnabled():
            return "raise"
        return "sel" if self.isDown() else "sunk" if self._hover else "raise"

    def border(self, look: Look, usual: str) -> tuple[str, float]:
        """Token and width of its border. Where all surfaces are white, a thicker line tells that it is pointed at."""
        pointed = (self._hover or self.isDown()) and self.isEnabled()
        return ("ink", 2) if look.plain and pointed else (usual, 1)

    def ink_token(self) -> str:
        """The colour of its words or icon."""
        return "text" if self.isEnabled() else "text3"


class IconButton(Button):
    """A square with one icon; `disc` makes it the round ink button that plays."""

    def __init__(self, icon: str, side: int = 32, *, disc: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._disc = icon, disc
        self.focus_radius = side / 2 if disc else 8.0
        self.setFixedSize(side, side)

    @property
    def icon_name(self) -> str:
        """The file of the icon."""
        return self._icon

    def set_icon(self, icon: str) -> None:
        """Shows another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            painter.setOpacity(FAINT if look.plain and not self.isEnabled() else 1)
            if self._disc:
                fill = "text2" if self._hover and self.isEnabled() else "ink" if self.isEnabled() else "line3"
                draw_panel(painter, area, area.width() / 2, look.colour(fill))
                if look.plain and self._hover and self.isEnabled():
                    ring = area.adjusted(3, 3, -3, -3)
                    draw_panel(painter, ring, ring.width() / 2, None, look.colour("on-ink"), line=2)
                draw_icon(painter, self._icon, area, look.colour("on-ink"))
            else:
                border, line = self.border(look, "line2" if self.isEnabled() else "line")
                draw_panel(painter, area, 8, look.colour(self.fill_token()), look.colour(border), line=line)
                ink = look.colour("text" if self.isEnabled() else "line2")
                draw_icon(painter, self._icon, area, ink)


class KeyButton(Button):
    """Words, and the key that does the same, such as "Present F5"."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setFixedHeight(32)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        words = QFontMetricsF(look.font(14)).horizontalAdvance(self.text())
        hint = 8 + key_width(look, self._key) if self._key else 0
        return QSize(ceil(30 + words + hint), 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            border, line = self.border(look, "line2")
            draw_panel(painter, area, 8, look.colour(self.fill_token()), look.colour(border), line=line)
            painter.setFont(look.font(14))
            painter.setPen(look.colour(self.ink_token()))
            draw_words(painter, area.adjusted(15, 0, 0, 0), self.text())
            if self._key:
                width = key_width(look, self._key)
                draw_key(painter, look, QRectF(area.width() - 15 - width, 6, width, 20), self._key)


def key_width(look: Look, key: str) -> float:
    """How wide the picture of a key is."""
    return QFontMetricsF(look.font(12, mono=True)).horizontalAdvance(key) + 12


def draw_key(painter: QPainter, look: Look, area: QRectF, key: str) -> None:
    """A key as on a keyboard."""
    draw_panel(painter, area, 4, look.colour("raise"), look.colour("line2"))
    painter.setFont(look.font(12, mono=True))
    painter.setPen(look.colour("text2"))
    draw_words(painter, area, key, "middle")
