"""The window as the desktop knows it: its title, icon, size and place.

It stands before anything in it has been built, and shows until then where everything will be: the name in the top bar,
the lessons at the left, the stage, the explanation at the right, the steps below. What that takes is drawn by Qt alone,
so that it is there almost as soon as an empty window would be; this module therefore imports little, and not even `Qt`
itself, whose many enumerations take longer than the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from app.drawing.families import FOLDER, NAME_FACE, SANS
from app.drawing.theme import THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

BoxLayout = TypeVar("BoxLayout", bound=QBoxLayout)

SMALLEST: Final = (1200, 760)
NARROW: Final = 1320
"""Pixels of width below which lessons and explanation share one place, in which the explanation stands first."""
USUAL: Final = (1440, 900)
"""Of the window in pixels, if neither the command line nor the last time says otherwise."""

TOP, LEFT, RIGHT, BOTTOM = 48, 240, 312, 80
"""How high the bars and how wide the panes are."""

NAME: Final = "WebSocket 101"
NAME_AT: Final = 64
"""Pixels from the left edge; the mark stands before it."""

SHEET: Final = """
QMainWindow {{ background: {pane}; }}
QLabel {{ font-family: "{sans}"; font-size: 16px; font-weight: bold; color: {text}; }}
#TopBar {{ background: {pane}; border-bottom: 1px solid {line}; }}
#Navigation {{ background: {pane}; border-right: 1px solid {line}; }}
#Stage {{ background: {stage}; }}
#SidePane {{ background: {pane}; border-left: 1px solid {line}; }}
#TransportBar {{ background: {pane}; border-top: 1px solid {line}; }}
"""


class Shell(QMainWindow):
    """Shows where its content will be, then the content, which fills it."""

    painted = Signal()
    """It was painted for the first time."""
    closed = Signal()
    """The reader has closed it; what is in it was asked first."""

    def __init__(self, choice: str = "system") -> None:
        super().__init__()
        self._content: QWidget | None = None
        self.was_painted = self.was_closed = False
        self.setWindowTitle(NAME)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        QFontDatabase.addApplicationFont(str(FOLDER / NAME_FACE))
        theme = _theme(choice)
        words = {"sans": SANS, **{name: theme.colour(name) for name in ("pane", "line", "stage", "text")}}
        self.setStyleSheet(SHEET.format(**words))
        self._lessons = _frame("Navigation")
        self.setCentralWidget(_places(self._lessons))

    def restore_place(self, saved: str) -> bool:
        """Whether the window could be put back to where it was."""
        return bool(saved) and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "ignore")))

    def hold(self, content: QWidget) -> None:
        """Show this instead of the places where it stands."""
        self._content = content
        self.setStyleSheet("")  # the content has its own
        self.setWindowTitle(content.windowTitle())
        self.setWindowIcon(content.windowIcon())
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setCentralWidget(content)
        self.setFocusProxy(content)
        content.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is None:
            self._lessons.setVisible(self.width() >= NARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None and not self._content.close():
            event.ignore()
            return
        super().closeEvent(event)
        self.was_closed = True
        self.closed.emit()


def _theme(choice: str) -> Theme:
    """The theme of the choice; what `system` stands for is read from the desktop's own colours, which is quicker than
    to ask it."""
    if choice in THEMES:
        return THEMES[choice]
    return THEMES["dark" if QApplication.palette().window().color().lightness() < 128 else "light"]


def _places(left: QFrame) -> QWidget:
    """Empty frames where the parts of the window will stand."""
    places = QWidget()
    column = _tight(QVBoxLayout(places))
    top = _frame("TopBar")
    top.setFixedHeight(TOP)
    name = QLabel(NAME, top)
    name.setGeometry(NAME_AT, 0, LEFT, TOP)  # a label stands in the middle of its height
    column.addWidget(top)
    middle = _tight(QHBoxLayout())
    right, bottom = _frame("SidePane"), _frame("TransportBar")
    left.setFixedWidth(LEFT)
    right.setFixedWidth(RIGHT)
    bottom.setFixedHeight(BOTTOM)
    middle.addWidget(left)
    middle.addWidget(_frame("Stage"), 1)
    middle.addWidget(right)
    column.addLayout(middle, 1)
    column.addWidget(bottom)
    return places


def _frame(name: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(name)
    return frame


def _tight(layout: BoxLayout) -> BoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
