"""The stage of a bench: a canvas on which bits can be turned over and bytes typed.

A click turns a bit over, dragging paints its new value over others. By key: arrows move between bits, Ctrl with an
arrow between fields, Space turns over, 0 and 1 set. Below the last row the arrows come to the hex bytes: there digits
are typed, Insert and Delete add and remove a byte. The canvas changes nothing itself; it says what is asked for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from app.drawing.canvas import Canvas
from app.drawing.marks import Box, Label, Rect
from app.drawing.tooltip import tooltip
from app.figures.lab_frame import bit_of, byte_of, table_bit
from protocol.fields import bit_at

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from app.drawing.marks import AnyMark, Scene

COLUMNS: Final = 32
RULER: Final = 46
"""How far the ruler, and the octagons above it, reach above the first row."""
MASK_BIT: Final = 8
_CUT: Final = re.compile(r"^cut\.(\d+)$")
_NUMBERED: Final = re.compile(r"^(.*/)(bit|byte)\.(\d+)$")


def _cut_of(mark_id: str) -> int | None:
    match = _CUT.match(mark_id)
    return int(match[1]) if match else None


class BenchCanvas(Canvas):
    """`data` is what the scene shows; while it is None nothing can be edited."""

    bit_set = Signal(int, int)
    """A bit and its new value."""
    byte_set = Signal(int, int)
    byte_inserted = Signal(int)
    byte_removed = Signal(int)
    cut_moved = Signal(int, int)
    """A cut between two bytes was dragged: from where, and to where."""
    stroke = Signal(bool)
    """The button went down on a bit, or came up again: what lies between is one edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data: bytes | None = None
        self.arrows_move = True
        self._painting: tuple[int, int] | None = None
        """The value that is painted, and the last bit that got it."""
        self._cut: int | None = None
        self._cut_from: int | None = None
        """The cut that is being dragged, and where it was when the button went down."""
        self._half: tuple[int, int] | None = None
        """A byte of which the first hex digit was typed, and that digit."""
        self._index: tuple[Scene | None, dict[str, dict[int, str]]] = (None, {})

    # What is where.

    def _places(self, kind: str) -> dict[int, str]:
        """Number -> mark id of all bits of the grid, or all bytes of the hex row, in order."""
        if self._index[0] is not self.scene:
            found: dict[str, dict[int, str]] = {"bit": {}, "byte": {}}
            for mark in self.scene.marks:
                match = _NUMBERED.match(mark.id) if mark.spoken and "/table/" not in mark.id else None
                if match is not None:
                    found[match[2]][int(match[3])] = mark.id
            self._index = (self.scene, {name: dict(sorted(ids.items())) for name, ids in found.items()})
        return self._index[1][kind]

    def _bit_under(self, point: QPointF) -> tuple[int | None, AnyMark | None]:
        mark = self.mark_at(point)
        if mark is None or self.data is None:
            return None, mark
        bit = bit_of(mark.id)
        if bit is None:
            bit = table_bit(mark, self._projector.placing.to_stage(point).x())
        return (bit if bit is not None and bit < len(self.data) * 8 else None), mark

    # Pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bit, mark = self._bit_under(event.position())
        self._half = None
        if event.button() != Qt.MouseButton.LeftButton or bit is None or mark is None or self.data is None:
            if mark is not None and "cut:on" in mark.links and event.button() == Qt.MouseButton.LeftButton:
                self._cut, self._cut_from = _cut_of(mark.id), _cut_of(mark.id)
                self.stroke.emit(True)
                return
            super().mousePressEvent(event)
            return
        self.finish()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._keyed, self._focused = False, ""
        value = 1 - bit_at(self.data, bit)
        self._painting = (value, bit)
        self.stroke.emit(True)
        self.pin(mark.links)
        self.bit_set.emit(bit, value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._cut is not None:
            mark = self.mark_at(event.position())
            place = _cut_of(mark.id) if mark is not None else None
            if place is not None and place != self._cut:
                before, self._cut = self._cut, place
                self.cut_moved.emit(before, place)
            return
        if self._painting is None:
            super().mouseMoveEvent(event)
            return
        value, last = self._painting
        bit, mark = self._bit_under(event.position())
        if bit is None or mark is None or bit in {last, MASK_BIT} or last == MASK_BIT or "/table/" in mark.id:
            return
        self._painting = (value, bit)
        self.pin(mark.links)
        self.bit_set.emit(bit, value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._cut is not None:
            place, self._cut = self._cut, None
            self.stroke.emit(False)
            if place == self._cut_from:
                self.activated.emit(f"cut.{place}")
        if self._painting is not None:
            self._painting = None
            self.stroke.emit(False)
            self.mouseMoveEvent(event)

    def show_scene(self, scene: Scene, animate: bool = True) -> None:
        """The next scene; a mark that has the focus keeps it, with its tip."""
        focused = self._focused
        super().show_scene(scene, animate)
        if self._keyed and focused and scene.find(focused):
            self.focus_mark(focused)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.data is None or not self._edit(event):
            super().keyPressEvent(event)

    def _edit(self, event: QKeyEvent) -> bool:
        """Whether the key is one of the bench."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        arrows = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        key = Qt.Key(event.key())
        if key in arrows:
            self._half = None
            return self._move(*arrows[key], by_field=ctrl)
        bit, byte = bit_of(self._focused), byte_of(self._focused)
        if ctrl:
            return False
        if bit is not None:
            return self._edit_bit(key, event.text(), bit)
        if byte is not None:
            return self._edit_byte(key, event.text(), byte)
        return False

    def _edit_bit(self, key: Qt.Key, text: str, bit: int) -> bool:
        assert self.data is not None
        if key == Qt.Key.Key_Space:
            self.bit_set.emit(bit, 1 - bit_at(self.data, bit))
            return True
        if text in {"0", "1"}:
            self.bit_set.emit(bit, int(text))
            self._move(1, 0)
            return True
        return self._to_end(key, "bit")

    def _edit_byte(self, key: Qt.Key, text: str, byte: int) -> bool:
        if text and text in "0123456789abcdefABCDEF":
            self._type(int(text, 16), byte)
            return True
        self._half = None
        if key == Qt.Key.Key_Insert:
            self.byte_inserted.emit(byte + 1)
            self._go("byte", byte + 1)
            return True
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            place = byte if key == Qt.Key.Key_Delete else byte - 1
            if place >= 0:
                self._focused = ""
                self.byte_removed.emit(place)
                known = self._places("byte")
                self._go("byte", min(place, max(known, default=0)))
            return True
        return self._to_end(key, "byte")

    def _type(self, digit: int, byte: int) -> None:
        """The first digit is the high half; with the second one the byte is whole and the next one has its turn."""
        assert self.data is not None
        if self._half is not None and self._half[0] == byte:
            self.byte_set.emit(byte, self._half[1] << 4 | digit)
            self._half = None
            self._go("byte", byte + 1)
        else:
            self._half = (byte, digit)
            self.byte_set.emit(byte, digit << 4 | self.data[byte] & 0x0F)

    def _to_end(self, key: Qt.Key, kind: str) -> bool:
        known = self._places(kind)
        if key not in {Qt.Key.Key_Home, Qt.Key.Key_End} or not known:
            return False
        return self._go(kind, min(known) if key == Qt.Key.Key_Home else max(known))

    def _go(self, kind: str, number: int) -> bool:
        name = self._places(kind).get(number)
        if name is None:
            return False
        self._keyed = True
        self.focus_mark(name)
        return True

    def _move(self, right: int, down: int, *, by_field: bool = False) -> bool:
        """To a neighbour in the grid or in the hex row, or between the two."""
        bits, bytes_ = self._places("bit"), self._places("byte")
        if not bits:
            return False
        bit, byte = bit_of(self._focused), byte_of(self._focused)
        if bit is None and byte is None:
            pinned = next((int(link[4:]) for link in self.pinned if link.startswith("bit:")), min(bits))
            return self._go("bit", pinned if pinned in bits else min(bits))
        if byte is not None:
            return self._move_from_byte(byte, right, down, list(bytes_), bits)
        assert bit is not None
        if by_field:
            return self._move_field(bit, right or down, list(bits))
        if down > 0 and bit + COLUMNS not in bits and bytes_:
            return self._go("byte", min(bytes_, key=lambda one: abs(one - bit // 8)))
        self._go("bit", bit + right + COLUMNS * down)
        return True

    def _move_from_byte(self, byte: int, right: int, down: int, known: list[int], bits: dict[int, str]) -> bool:
        if down < 0:
            self._go("bit", byte * 8 if byte * 8 in bits else max(bits))
        elif right:
            place = known.index(byte) + right
            if 0 <= place < len(known):
                self._go("byte", known[place])
        return True

    def _move_field(self, bit: int, step: int, known: list[int]) -> bool:
        """To the first bit of the next field, or of this one or the one before."""
        starts = [one for one in known if self._field(one) != self._field(one - 1) or one - 1 not in known]
        if step > 0:
            self._go("bit", next((one for one in starts if one > bit), bit))
        else:
            self._go("bit", next((one for one in reversed(starts) if one < bit), bit))
        return True

    def _field(self, bit: int) -> str:
        mark = self.scene.find(self._places("bit").get(bit, ""))
        return next((link for link in mark.links if link.startswith("field:")), "") if mark else ""

    def _show_tip(self) -> None:
        """Over the first row the tip stands above the ruler, so that the numbers and what is broken stay in sight."""
        super()._show_tip()
        name = self._hovered or self._focused
        mark, bit = self.scene.find(name), bit_of(name)
        if isinstance(mark, Box) and bit is not None and bit < COLUMNS:
            raised = replace(mark, rect=Rect(mark.rect.x, mark.rect.y - RULER, mark.rect.width, mark.rect.height))
            self._tip = tooltip(raised, self._stage(), self._measure)

    # The number of the bit in the ruler is inverted.

    def _glowing(self) -> tuple[AnyMark, ...]:
        return (*super()._glowing(), *self._ruler())

    def _ruler(self) -> tuple[AnyMark, ...]:
        name = self._hovered or self._focused
        bit = bit_of(name)
        if bit is None:
            return ()
        label = self.scene.find(f"{name.rpartition('/')[0]}/ruler.{bit % COLUMNS}")
        if not isinstance(label, Label):
            return ()
        ground = Rect(label.x - 10.5, label.y - 14, 21, 18)
        return (
            Box(id="ruler/ground", rect=ground, fill="ink", radius=4),
            replace(label, font=replace(label.font, bold=True), color="on-ink"),
        )
