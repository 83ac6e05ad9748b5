"""The order of Tab: top bar, message, navigation, stage, side pane, transport.

Qt's own chain follows the order of creation, and rows of a list are created anew all the time. This one reads
where the controls stand: along a bar from left to right, in a pane from top to bottom and, in
a line, from left to right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE: Final = 48
"""Higher than this is no control of a line."""


def stops(sections: Sequence[QWidget]) -> list[QWidget]:
    """Every control that Tab reaches, section by section."""
    found: list[QWidget] = []
    for section in sections:
        if section.isVisible():
            inside = [child for child in section.findChildren(QWidget) if _stops(child)]
            wide = section.width() > 3 * section.height()
            placed = sorted(inside, key=lambda child: _place(child, section, wide))
            found += placed if wide else _in_lines(placed, section)
    return found


def _in_lines(placed: Sequence[QWidget], section: QWidget) -> list[QWidget]:
    """From left to right where controls of several heights stand in one line."""
    lines: list[list[QWidget]] = []
    for child in placed:
        if lines and _beside(lines[-1][0], child, section):
            lines[-1].append(child)
        else:
            lines.append([child])
    return [child for line in lines for child in sorted(line, key=lambda child: _place(child, section, wide=True))]


def _beside(first: QWidget, child: QWidget, section: QWidget) -> bool:
    """Whether the middle of a control, if it is one of a line, is within the height of another."""
    if max(first.height(), child.height()) > LINE:
        return False
    top = first.mapTo(section, QPoint(0, 0)).y()
    return top <= child.mapTo(section, child.rect().center()).y() < top + first.height()


def following(order: Sequence[QWidget], now: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after (or before) the one that has the focus, round and round."""
    if not order:
        return None
    if now not in order:
        return order[0 if forward else -1]
    return order[(order.index(now) + (1 if forward else -1)) % len(order)]


def _stops(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _place(widget: QWidget, section: QWidget, wide: bool) -> tuple[int, int]:
    at = widget.mapTo(section, QPoint(0, 0))
    return (at.x(), at.y()) if wide else (at.y(), at.x())
