"""A row of the inspector: the colour of its field, its name, what it means, and the controls at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QBrush, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.drawing.marks import Box, Rect
from app.drawing.paint import paint_marks
from app.drawing.qt_device import QtDevice
from app.figures.tokens import edge, field_link, fill, hatch, needs_outline
from app.widgets.look import draw_panel, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

__all__ = ["FieldRow"]

SIDE = 12
"""How far the ground of a row reaches beyond its words on each side."""


class FieldRow(QWidget):
    """45 pixels high. `hovered` says which field the pointer is on; the field in focus on the stage is `linked`."""

    hovered = Signal(tuple)

    def __init__(self, field: str, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.linked = self._hover = False
        self.faint = False
        self.setFixedHeight(45)
        self.name = Text(15, 22, wrap=False)
        self.note = Text(13, 20, colour="text2", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE + 16, 0, SIDE, 0)
        row.setSpacing(5)
        policy = self.name.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Minimum)  # where it is narrow, the note is cut
        self.name.setSizePolicy(policy)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.note)
        if controls:
            row.addSpacing(3)
        for control in controls:
            row.addWidget(control)

    def set_words(self, name: str, note: str = "", *, faint: bool = False) -> None:
        """Shows the name of the field and what its value means."""
        self.faint = faint
        self.name.set_text(name)
        self.name.set_colour("text3" if faint else "text")
        self.note.set_text(note)
        self.note.setVisible(bool(note))

    def set_linked(self, on: bool) -> None:
        """The field is pointed at on the stage, or no longer."""
        if on != self.linked:
            self.linked = on
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover = True
        self.hovered.emit((field_link(self.field),))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = False
        self.hovered.emit(())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            if self.linked or self._hover:
                line = look.colour("ink") if look.plain else None
                draw_panel(painter, area, 6, look.colour("sel"), line, line=2)
            swatch = Rect(SIDE, area.center().y() - 17, 5, 34)
            outline = edge(self.field) if needs_outline(self.field) else ""
            box = Box(
                id="swatch", rect=swatch, fill=fill(self.field), stroke=outline, hatch=hatch(self.field), radius=2
            )
            paint_marks([box], look.theme, QtDevice(painter, look.lang))
            painter.setBrush(QBrush())
            painter.setPen(QPen())
