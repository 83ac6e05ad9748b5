"""The verdict on a bench: a banner with its shape and a headline, and the rules below it, each with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.lab.shown import Banner, RuleRow
from app.widgets.announce import announce
from app.widgets.glyph_box import GlyphBox
from app.widgets.look import draw_glyph, draw_panel, draw_words, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent

    from app.drawing.marks import GlyphName

GLYPHS: Final[dict[str, GlyphName]] = {"ok": "tick", "err": "cross", "open": "now"}
STANDINGS: Final[dict[str, GlyphName]] = {
    "holds": "tick", "broken": "cross", "open": "pending", "none": "none", "declined": "warning",
}  # fmt: skip

WORDS: Final = 26
"""Where the words of a rule begin."""
SIZES: Final = (15, 14, 13)
"""Of the words of a rule, the preferred one first."""


class BannerCard(QWidget):
    """64 pixels high or more; a change of the verdict is announced once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner()
        self._glyph = GlyphBox("now", 28, 40)
        self.head = Text(20, 24, bold=True)
        self.line = Text(14, 20, colour="text2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.head)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    def set_banner(self, banner: Banner) -> None:
        """Shows a verdict."""
        if banner == self._banner:
            return
        before, self._banner = self._banner, banner
        self._glyph.setVisible(banner.kind != "note")
        self._glyph.set_glyph(GLYPHS.get(banner.kind, "now"))
        self.head.set_text(banner.head)
        self.line.set_text(banner.line)
        self.line.setVisible(bool(banner.line))
        self.setAccessibleName(f"{banner.head}. {banner.line}")
        self.update()
        if (before.kind, before.head) != (banner.kind, banner.head):
            announce(self, self.accessibleName())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        family = self._banner.kind if self._banner.kind in {"ok", "err"} else ""
        fill, edge = (f"{family}.tint", f"{family}.fill") if family else ("raise", "line3")
        with painter_for(self) as painter:
            draw_panel(painter, QRectF(self.rect()), 10, look.colour(fill), look.colour(edge), line=1.5)


class RuleLineBox(QWidget):
    """One rule in 23 pixels: its shape, its words, its clause at the right. Pointing at it lights the bits it reads."""

    hovered = Signal(tuple)
    focus_radius = 4.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = RuleRow("", "open", "", "")
        self.text_size = SIZES[0]
        self._hover = False
        self.setFixedHeight(23)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_row(self, row: RuleRow) -> None:
        """Shows a rule."""
        self.row = row
        self.setAccessibleName(row.spoken)
        self.setToolTip(row.spoken)
        self.update()

    def set_size(self, size: int) -> None:
        """Sets the words in this size, that of all the rules."""
        if size != self.text_size:
            self.text_size = size
            self.update()

    def size_that_fits(self, width: float) -> int:
        """The largest size in which the words have room."""
        look, row = look_of(self), self.row
        room = self._room(width)
        fits = (
            size for size in SIZES
            if QFontMetricsF(look.font(size, row.standing == "broken")).horizontalAdvance(row.text) <= room
        )  # fmt: skip
        return next(fits, SIZES[-1])

    def _room(self, width: float) -> float:
        return width - WORDS - QFontMetricsF(look_of(self).font(14)).horizontalAdvance(self.row.clause) - 8

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._light(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(on=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._light(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light(on=False)

    def _light(self, *, on: bool) -> None:
        self._hover = on
        self.hovered.emit(self.row.links if on else ())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, row = look_of(self), self.row
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            if self._hover:
                edge = look.colour("ink") if look.plain else None
                draw_panel(painter, area.adjusted(-1, 0, 1, 0), 4, look.colour("sel"), edge)
            draw_glyph(painter, look, STANDINGS[row.standing], (10, area.center().y()), 15)
            broken, faint = row.standing == "broken", row.standing in {"none", "open"}
            small = look.font(14)
            painter.setFont(small)
            painter.setPen(look.colour("text2" if self._hover or not faint else "text3"))
            clause = QFontMetricsF(small).horizontalAdvance(row.clause)
            draw_words(painter, QRectF(area.right() - clause - 4, 0, clause, area.height()), row.clause)
            font, room = look.font(self.text_size, broken), self._room(area.width())
            painter.setFont(font)
            painter.setPen(look.colour("text2" if faint and self._hover else "text3" if faint else "text"))
            words = QFontMetricsF(font).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
            draw_words(painter, QRectF(WORDS, 0, room, area.height()), words)


class RuleList(QWidget):
    """The rules; it is one tab stop, in which Up and Down move."""

    hovered = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[RuleLineBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_rows(self, rows: tuple[RuleRow, ...]) -> None:
        """Shows the rules; the boxes are kept."""
        while len(self.boxes) < len(rows):
            box = RuleLineBox(self)
            box.hovered.connect(self.hovered)
            self._column.addWidget(box)
            self.boxes.append(box)
        for place, box in enumerate(self.boxes):
            shown = place < len(rows)
            box.setVisible(shown)
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus if shown and not place else Qt.FocusPolicy.ClickFocus)
            if shown:
                box.set_row(rows[place])
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """One size for all: a list in several sizes looks as if some rules weighed more."""
        shown = [box for box in self.boxes if not box.isHidden()]
        size = min((box.size_that_fits(self.width()) for box in shown), default=SIZES[0])
        for box in shown:
            box.set_size(size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        shown = [box for box in self.boxes if not box.isHidden()]
        here = next((place for place, box in enumerate(shown) if box.hasFocus()), None)
        if not step or here is None:
            event.ignore()
            return
        shown[max(0, min(len(shown) - 1, here + step))].setFocus(Qt.FocusReason.TabFocusReason)
