"""Where the parts of the window stand: rows above, three panes side by side with the widest in the middle, rows
below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def arranged(above: Iterable[QWidget], panes: tuple[QWidget, QWidget, QWidget], below: Iterable[QWidget]) -> QWidget:
    """One widget that holds them all."""
    middle = QHBoxLayout()
    middle.setSpacing(0)
    for place, pane in enumerate(panes):
        middle.addWidget(pane, place % 2)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for row in above:
        column.addWidget(row)
    column.addLayout(middle, 1)
    for row in below:
        column.addWidget(row)
    return holder


def stacked(*rows: QWidget) -> QWidget:
    """One widget that holds these below each other; the last one takes the room that is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for row in rows:
        column.addWidget(row, int(row is rows[-1]))
    return holder
