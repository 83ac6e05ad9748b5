"""The dialog that takes a figure or a whole lesson away: at the left what will be written, at the right how it is to
look, below where it goes.

It shows what it is given and says what the reader wishes and asks for. It never blocks: the window behind it goes on.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.announce import announce
from app.widgets.button import Button, KeyButton
from app.widgets.capture.bottom_bar import ProgressLine
from app.widgets.export_options import ExportOptions
from app.widgets.export_preview import ExportPreview
from app.widgets.focus_ring import FocusRing
from app.widgets.lab.controls import InkButton
from app.widgets.style import stylesheet
from app.widgets.tab_order import following, stops
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.widgets.look import Look

SHARE: Final = 0.9
LARGEST: Final = QSize(1360, 900)
"""The dialog takes this part of the window, and no more than that."""

COPIES: Final = ("image", "svg", "text", "words")

_SHEET = Template("""
#Preview, #Preview QStackedWidget, #Preview QScrollArea { background: $sunk; }
#PreviewHead { background: $pane; border-bottom: 1px solid $line; }
#ExportFoot { background: $pane; border-top: 1px solid $line; }
#PreviewText { background: $stage; color: $text; font-size: 13px; border: none;
  selection-background-color: $ink; selection-color: $on_ink; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $line2; border-radius: 3px; min-width: 32px; }
QScrollBar::handle:horizontal:hover { background: $line3; }
""")


class ExportDialog(QDialog):
    """`options.changed` carries wishes; `asked` what is to be done: copy.image, copy.svg, copy.text, copy.words, save,
    cancel."""

    asked = Signal(str)

    def __init__(self, look: Look, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        tokens = {name.replace("-", "_"): value for name, value in look.theme.colours.items() if "." not in name}
        self.setStyleSheet(stylesheet(look) + _SHEET.substitute(tokens))
        self._busy = False
        self.preview, self.options = ExportPreview(), ExportOptions()
        self._heading = Text(19, 26, bold=True, wrap=False)
        self._about = Text(14, 20, colour="text2", wrap=False)
        self.set_about(about)
        self.copies = {name: KeyButton() for name in COPIES}
        self.close_button, self.cancel_button, self.save_button = KeyButton(), KeyButton(), InkButton()
        self.words = Text(13, 18, colour="text2")
        self.progress = ProgressLine()
        self._arrange()
        for name, button in self.copies.items():
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(f"copy.{name}"))
        self.save_button.clicked.connect(lambda: self.asked.emit("save"))
        self.cancel_button.clicked.connect(lambda: self.asked.emit("cancel"))
        self.close_button.clicked.connect(self.reject)
        self.retranslate()
        self.set_busy(False)
        self.ring = FocusRing(self)
        if parent is not None:
            whole = parent.window().size()
            self.resize((whole * SHARE).boundedTo(LARGEST))

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("PreviewHead")
        above = QVBoxLayout(head)
        above.setContentsMargins(24, 14, 24, 12)
        above.setSpacing(2)
        above.addWidget(self._heading)
        above.addWidget(self._about)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(head)
        left.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(self.options)
        self._foot = foot = QFrame()
        foot.setObjectName("ExportFoot")
        foot.setFixedHeight(64)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        for button in self.copies.values():
            row.addWidget(button)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addStretch(1)
        said.addWidget(self.words)
        said.addWidget(self.progress)
        said.addStretch(1)
        row.addSpacing(8)
        row.addLayout(said, 1)
        row.addSpacing(8)
        for last in (self.cancel_button, self.close_button, self.save_button):
            row.addWidget(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(foot)

    # What is shown.

    def set_about(self, about: str) -> None:
        """What is to be exported, in a few words."""
        self._about.set_text(about)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """One sentence beside the buttons."""
        self.words.set_text(sentence)
        self.words.set_colour("err.edge" if wrong else "text2")
        if sentence:
            announce(self, sentence)

    def set_busy(self, busy: bool, part: float = 0.0) -> None:
        """Whether all steps are being written, and how far they are."""
        self.progress.set_part(part)
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.close_button.setVisible(not busy)
        for widget in (self.options, self.save_button, *self.copies.values()):
            widget.setEnabled(not busy)
        if busy and not self._busy:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._busy and not busy:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._busy = busy

    def set_copies(self, names: tuple[str, ...]) -> None:
        """What can go to the clipboard."""
        for name, button in self.copies.items():
            button.setVisible(name in names)

    def retranslate(self) -> None:
        """All words in the present language."""
        title = self.tr("Export")
        self.setWindowTitle(title)
        self._heading.set_text(title)
        words: dict[Button, tuple[str, str]] = {
            self.copies["image"]: (self.tr("Copy image"), self.tr("The figure as an image")),
            self.copies["svg"]: (self.tr("Copy SVG"), self.tr("The figure as a document")),
            self.copies["text"]: (self.tr("Copy text"), self.tr("The text, or the drawing in letters")),
            self.copies["words"]: (self.tr("Copy description"), self.tr("What is to be seen, in words")),
            self.cancel_button: (self.tr("Cancel"), self.tr("Stop writing; no file is left behind")),
            self.close_button: (self.tr("Close"), ""),
            self.save_button: (self.tr("Save as"), ""),
        }  # fmt: skip
        for button, (name, tip) in words.items():
            button.setText(name)
            button.setAccessibleName(name)
            button.setToolTip(tip)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save_button.isEnabled():
            self.asked.emit("save")
        elif event.key() == Qt.Key.Key_Escape:
            if self._busy:
                self.asked.emit("cancel")
            else:
                self.reject()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        target = following(stops((self.options, self._foot, self.preview)), self.focusWidget(), forward=forward)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if self.options.isAncestorOf(target):
            self.options.show_focus(target)
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.tr("Export") != self.windowTitle():
            self.reject()  # its words belong to the old language
        super().changeEvent(event)
