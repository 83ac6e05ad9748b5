"""A scroll area that leaves the keys to the window: PageDown of a clicker is the next step everywhere.

Its bar floats in the margin of the contents and takes no width: words break the same way with and without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

BAR = 10


class Scroll(QScrollArea):
    """Scrolls vertically only, by wheel and bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._range_changed)
        own.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(own.setValue)

    def settle(self) -> None:
        """Lays the contents out now, from the innermost to the outermost. Qt does it one level at each turn of its
        loop, and what it paints between two turns is cut off."""
        contents = self.widget()
        if contents is None or not self.isVisible():
            return
        for part in (*reversed(contents.findChildren(QWidget)), contents):
            layout = part.layout()
            if layout is not None and not part.isHidden():
                layout.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.setGeometry(self.width() - BAR, 0, BAR, self.height())

    def _range_changed(self, low: int, high: int) -> None:
        self.bar.setRange(low, high)
        self.bar.setPageStep(self.verticalScrollBar().pageStep())
        self.bar.setVisible(high > low)
        self.bar.raise_()
