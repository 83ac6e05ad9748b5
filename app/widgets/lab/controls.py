"""The small controls of the inspector: a bit as in the grid, a list to pick from, a chip, a switch."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from app.widgets.button import Button
from app.widgets.look import draw_panel, draw_words, look_of, painter_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class BitButton(Button):
    """One bit, 28 pixels wide, solid or tinted as in the grid."""

    focus_radius = 5.0

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.token, self.value, self.broken = token, 0, False
        self.setFixedSize(28, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_bit(self, value: int, name: str, *, broken: bool = False) -> None:
        """Shows a value; `name` says what it means."""
        self.value, self.broken = value, broken
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            fill = look.colour(f"{self.token}.{'fill' if self.value else 'tint'}")
            edge = look.colour("err.fill" if self.broken else f"{self.token}.edge")
            line = 2.5 if self.broken else 2 if self._hover else 1
            draw_panel(painter, area, 5, fill, edge, line=line)
            painter.setFont(look.font(15, True, True))
            painter.setPen(look.colour(f"{self.token}.on" if self.value else "text"))
            draw_words(painter, area, str(self.value), "middle")


class Pick(Button):
    """What is chosen, and a menu of what could be; Up and Down choose without opening it."""

    chosen = Signal(object)

    def __init__(self, *, quiet: bool = False, mono: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet, self._mono = quiet, mono
        self._choices: list[tuple[object, str]] = []
        self._value: object = None
        self._name = ""
        self.setFixedHeight(32)
        self.clicked.connect(self.open_menu)

    def set_choices(self, choices: Sequence[tuple[object, str]], value: object, name: str, shown: str = "") -> None:
        """(value, words) of each choice; `name` is what is chosen here, `shown` may stand for the words."""
        self._choices, self._value, self._name = list(choices), value, name
        words = next((words for own, words in choices if own == value), "")
        self.setText(shown or words)
        self.setAccessibleName(f"{name}: {shown or words}")
        self.updateGeometry()
        self.update()

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._value

    def sizeHint(self) -> QSize:
        size = 13 if self._quiet else 14
        metrics = QFontMetricsF(look_of(self).font(size, mono=self._mono))
        return QSize(ceil(metrics.horizontalAdvance(self.text()) + (20 if self._quiet else 44)), 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        values = [own for own, _ in self._choices]
        if step and self._value in values:
            place = max(0, min(len(values) - 1, values.index(self._value) + step))
            if values[place] != self._value:
                self.chosen.emit(values[place])
        else:
            super().keyPressEvent(event)

    def open_menu(self) -> None:
        """The list below the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for own, words in self._choices:
            action = QAction(words, group)
            action.setCheckable(True)
            action.setChecked(own == self._value)
            action.triggered.connect(lambda _checked=False, own=own: self.chosen.emit(own))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            if not self._quiet:
                border, line = self.border(look, "line3")
                draw_panel(painter, area, 8, look.colour(self.fill_token()), look.colour(border), line=line)
            elif self._hover:
                draw_panel(painter, area, 6, look.colour("sunk"), look.colour("ink") if look.plain else None)
            font = look.font(13 if self._quiet else 14, mono=self._mono)
            painter.setFont(font)
            painter.setPen(look.colour("text2" if self._quiet else "text"))
            right = 14 if self._quiet else 28
            left = 4 if self._quiet else 12
            room = area.width() - left - right
            words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            draw_words(painter, area.adjusted(left, 0, -right, 0), words)
            x, y, wide = area.right() - right / 2 - 1, area.center().y(), 3.2 if self._quiet else 4.5
            painter.setPen(QPen(look.colour("text2"), 1.6))
            painter.drawPolyline(
                [QPointF(x - wide, y - wide / 2), QPointF(x, y + wide / 2), QPointF(x + wide, y - wide / 2)]
            )


class PillButton(Button):
    """Words in a pill: one click breaks or repairs something."""

    focus_radius = 13.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(13)).horizontalAdvance(self.text())
        return QSize(ceil(words + 14), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
            border, line = self.border(look, "line2")
            draw_panel(painter, area, area.height() / 2, look.colour(self.fill_token()), look.colour(border), line=line)
            painter.setFont(look.font(13))
            painter.setPen(look.colour("text"))
            draw_words(painter, area, self.text(), "middle")


class Check(Button):
    """A box with a tick and a few words: a circumstance that is so or not."""

    focus_radius = 6.0
    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFixedHeight(28)
        self.clicked.connect(lambda checked: self.switched.emit(bool(checked)))

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(14)).horizontalAdvance(self.text())
        return QSize(ceil(words + 30), 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            box = QRectF(1, self.height() / 2 - 8, 16, 16)
            on = self.isChecked()
            line = 2 if self._hover else 1
            draw_panel(
                painter, box, 4, look.colour("ink" if on else "raise"), look.colour("ink" if on else "line3"), line=line
            )
            if on:
                painter.setPen(QPen(look.colour("on-ink"), 2))
                centre = box.center()
                painter.drawPolyline([centre + QPointF(*at) for at in ((-4.2, 0.2), (-1.2, 3.2), (4.4, -3.4))])
            font = look.font(14)
            painter.setFont(font)
            painter.setPen(look.colour("text"))
            room = self.width() - 26
            words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            draw_words(painter, QRectF(25, 0, room, self.height()), words)


class InkButton(Button):
    """The one button that does the main thing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(32)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(14, True)).horizontalAdvance(self.text())
        return QSize(ceil(words + 28), 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            token = "ink" if self.isEnabled() else "line3"
            draw_panel(painter, area, 8, look.colour("text2" if self._hover and self.isEnabled() else token))
            if look.plain and self._hover and self.isEnabled():
                draw_panel(painter, area.adjusted(3, 3, -3, -3), 6, None, look.colour("on-ink"), line=2)
            painter.setFont(look.font(14, True))
            painter.setPen(look.colour("on-ink"))
            draw_words(painter, area, self.text(), "middle")
