"""The help page: every shortcut, from the table of actions."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.actions import ACTIONS, Action
from app.widgets.button import draw_key, key_width
from app.widgets.look import Look, look_of, painter_for
from app.widgets.page_dialog import PageDialog
from app.widgets.text import Text

SIGNS = {"PgDown": "PageDown", "PgUp": "PageUp", "Left": "←", "Right": "→", "+": "+", "-": "−"}


def action_words(action: Action) -> str:
    """The words of an action in the present language."""
    return QCoreApplication.translate("actions", action.words)


def key_name(key: str) -> str:
    """A key as the keyboard of this system shows it."""
    if key in SIGNS:
        return SIGNS[key]
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


ABREAST = 5
"""So many keys stand side by side; more begin another row."""


class Keys(QWidget):
    """Pictures of keys side by side."""

    def __init__(self, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [key_name(key) for key in keys]
        self.setAccessibleName(", ".join(self._names))
        self._rows = [self._names[at : at + ABREAST] for at in range(0, len(self._names), ABREAST)]
        self.setFixedHeight(24 * len(self._rows))

    def sizeHint(self) -> QSize:
        look = look_of(self)
        widths = [sum(key_width(look, name) + 6 for name in row) for row in self._rows]
        return QSize(round(max(widths)), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            for place, row in enumerate(self._rows):
                x = 0.0
                for name in row:
                    width = key_width(look, name)
                    draw_key(painter, look, QRectF(x, 24 * place + 2, width, 20), name)
                    x += width + 6


def _ordered(mode: str) -> list[Action]:
    return sorted((action for action in ACTIONS if action.keys), key=lambda action: action.place != mode)


class HelpDialog(PageDialog):
    """All shortcuts, in the order of the table of actions; those of the mode that is open come first."""

    def __init__(self, look: Look, parent: QWidget | None = None, mode: str = "learn") -> None:
        super().__init__(look, QCoreApplication.translate("actions", "Keyboard shortcuts"), parent)
        self.resize(560, 720)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for section, actions in groupby(_ordered(mode), key=lambda action: action.section):
            heading = Text(13, 32, bold=True, colour="text3", wrap=False)
            heading.set_text(QCoreApplication.translate("actions", section))
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for action in actions:
                words = Text(14, 24)
                words.set_text(action_words(action))
                row = grid.rowCount()
                grid.addWidget(words, row, 0)
                grid.addWidget(Keys(action.keys), row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        note = Text(13, 20, colour="text2")
        note.set_text(self.tr("In a text field the keys belong to the field. Space on a focused button presses it."))
        self.body.addSpacing(8)
        self.body.addWidget(note)
        self.body.addStretch(1)
