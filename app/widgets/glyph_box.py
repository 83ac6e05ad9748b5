"""A shape with a fixed meaning (tick, cross, question) as a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.widgets.look import draw_glyph, look_of, painter_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.drawing.marks import GlyphName


class GlyphBox(QWidget):
    """A shape with a fixed meaning, as a widget."""

    def __init__(self, name: GlyphName, size: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph, self._size = name, size
        self.setFixedSize(size, height)

    def set_glyph(self, name: GlyphName) -> None:
        """Shows another shape."""
        self.glyph = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_for(self) as painter:
            draw_glyph(painter, look_of(self), self.glyph, (self.width() / 2, self.height() / 2), self._size)
