"""The page of the Lab: navigation, stage, the side pane of the bench that is open, and the bottom bar.

It shows what its desk gives it and says what the reader does. `open_frame` puts bytes on the frame bench; `send_wanted`
carries bytes for a live connection, and whether they are a client's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.widgets.button import IconButton
from app.widgets.lab.bar import LabBar
from app.widgets.lab.close_pane import ClosePane
from app.widgets.lab.heads_pane import HeadsPane
from app.widgets.lab.inspector import FrameInspector
from app.widgets.lab.mask_pane import MaskPane
from app.widgets.lab.navigation import LabNavigation
from app.widgets.lab.sheet import lab_sheet
from app.widgets.lab.stage import LabStage
from app.widgets.lab.text_pane import TextPane
from app.widgets.look import Look, look_of
from app.widgets.message_strip import MessageKind
from app.widgets.pages import ModePage

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

BENCHES: Final = ("frame", "heads", "text", "mask", "close")
"""The ids of the benches, in the order of the navigation."""

NARROW: Final = 1320
HEAD: Final = 76
"""How much of the stage, in its units, is breadcrumb and title."""


class LabPage(ModePage):
    """What stands below the top bar in the Lab."""

    message = Signal(str, str)
    send_wanted = Signal(bytes, bool)
    figure_wanted = Signal(object)
    """An `app.publishing.subjects.Subject` that is to be taken away."""
    copy_wanted = Signal(object)
    """A scene for the clipboard."""
    frame_given = Signal(bytes, bool)
    action_chosen = Signal(str)
    text_pasted = Signal(str)
    look_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.navigation, self.stage, self.bar = LabNavigation(), LabStage(), LabBar()
        self.frame, self.heads, self.text = FrameInspector(), HeadsPane(), TextPane()
        self.mask_bench, self.close_bench = MaskPane(), ClosePane()
        self.panes: dict[str, QWidget] = {
            "frame": self.frame,
            "heads": self.heads,
            "text": self.text,
            "mask": self.mask_bench,
            "close": self.close_bench,
        }
        self.side = QStackedWidget()
        self.side.setFixedWidth(312)
        for pane in self.panes.values():
            pane.setObjectName("SidePane")
            self.side.addWidget(pane)
        self.drawer = IconButton("pane", parent=self.bar)
        self.drawer.clicked.connect(self._turn_drawer)
        self._listed = False
        self._presenting = False
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for widget, share in ((self.navigation, 0), (self.stage, 1), (self.side, 0)):
            middle.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self.bar.chosen.connect(self.do)
        self._shortcuts()
        self.retranslate()

    # What the desk and the window use.

    def open_frame(self, data: bytes, from_client: bool) -> None:
        """Put these bytes on the frame bench."""
        self.frame_given.emit(data, from_client)

    def show_bench(self, name: str) -> None:
        """The side pane of a bench."""
        self.side.setCurrentWidget(self.panes[name])
        for pane in self.panes.values():
            pane.setVisible(pane is self.panes[name])

    def show_message(self, sentence: str, kind: MessageKind = "notice") -> None:
        """One clear sentence for the reader."""
        self.message.emit(sentence, kind)

    def set_look(self, look: Look) -> None:
        """Theme and language of everything inside."""
        self.setStyleSheet(lab_sheet(look))
        self.stage.set_look(look)
        self.retranslate()
        self.look_changed.emit()

    def do(self, action: str) -> None:
        """undo, redo, reset, paste, copy, export, send; leave lets go of what is pinned."""
        action = action.removeprefix("lab.")
        if action == "paste":
            self.text_pasted.emit(QGuiApplication.clipboard().text())
        elif action == "leave":
            self.stage.canvas.pin(())
        else:
            self.action_chosen.emit(action)

    def set_presenting(self, on: bool) -> None:
        """The stage alone, or the whole page again."""
        self._presenting = on
        self.bar.setVisible(not on)
        self.stage.set_presenting(on, HEAD)
        self._show_parts()

    @property
    def presenting(self) -> bool:
        """Whether the stage is alone."""
        return self._presenting

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.drawer.setAccessibleName(self.tr("Show the benches and frames, or the bench"))
        self.drawer.setToolTip(self.drawer.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Places.

    @property
    def sections(self) -> tuple[QWidget, ...]:
        """The parts of the page in the order of Tab."""
        return self.navigation, self.stage, self.side, self.bar

    @property
    def narrow(self) -> bool:
        """Whether navigation and side pane share one place."""
        return self.width() < NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()

    def _turn_drawer(self) -> None:
        self._listed = not self._listed
        self._show_parts()

    def _show_parts(self) -> None:
        chrome = not self._presenting
        self.navigation.setVisible(chrome and (not self.narrow or self._listed))
        self.side.setVisible(chrome and not (self.narrow and self._listed))
        self.drawer.setVisible(self.narrow)
        self.drawer.move(self.bar.undo.x() + 176, 24)

    def _shortcuts(self) -> None:
        keys = {
            "undo": (QKeySequence("Ctrl+Z"),),
            "redo": (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")),
            "paste": (QKeySequence("Ctrl+V"),),
        }
        for name, sequences in keys.items():
            for sequence in sequences:
                shortcut = QShortcut(sequence, self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda name=name: self.do(name))

    @property
    def typing(self) -> bool:
        """Whether the keys belong to a field."""
        return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)

    @property
    def look_now(self) -> Look:
        """Theme and language."""
        return look_of(self)
