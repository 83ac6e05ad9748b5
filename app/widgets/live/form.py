"""A dialog that is filled in: labelled controls, what is wrong beside each at every key, and a button that waits until
nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.translate import said
from app.widgets.button import KeyButton
from app.widgets.focus_ring import FocusRing
from app.widgets.live.fields import Labelled, LineField, Switch, TextField
from app.widgets.live.send_bar import InkButton
from app.widgets.scroll import Scroll
from app.widgets.style import stylesheet
from app.widgets.tab_order import following, stops
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.model.live.plans import Problems
    from app.widgets.look import Look

WIDTH = 520
HIGHEST = 720
"""The smallest window is 760 high."""
Control = TypeVar("Control", bound=QWidget)


class FormDialog(QDialog):
    """Forms add rows to `body` and say in `problems` what is wrong. Enter in a line accepts, Esc rejects."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setStyleSheet(stylesheet(look))
        self.rows: dict[str, Labelled] = {}
        self._touched: set[str] = set()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 24, 24, 16)
        self.body.setSpacing(14)
        self._heading = Text(19, 26, bold=True)
        self.body.addWidget(self._heading)
        self._holder = QWidget()
        self._holder.setLayout(self.body)
        self._scroll = Scroll(self)
        self._scroll.setWidget(self._holder)
        self.done_button, self.cancel_button = InkButton(), KeyButton()
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.setFixedHeight(36)
        self.done_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self.ring = FocusRing(self)

    # For the forms.

    def set_words(self, title: str, done: str) -> None:
        """The title, and what stands on the button."""
        self.setWindowTitle(title)
        self._heading.set_text(title)
        self.done_button.setText(done)
        self.done_button.setAccessibleName(done)

    def line(self, name: str, label: str, value: str, hint: str = "", *, mono: bool = False) -> LineField:
        """A line to type in."""
        field = LineField(mono=mono)
        field.setText(value)
        field.textChanged.connect(lambda _text: self._touch(name))
        field.returnPressed.connect(self._enter)
        return self.add(name, label, field, hint)

    def text(self, name: str, label: str, value: str, hint: str = "", *, lines: int = 5) -> TextField:
        """Several lines to type in."""
        field = TextField(lines=lines)
        field.setPlainText(value)
        field.textChanged.connect(lambda: self._touch(name))
        return self.add(name, label, field, hint)

    def switch(self, words: str, *, on: bool, tip: str = "") -> Switch:
        """Something that is on or off."""
        switch = Switch()
        switch.setText(words)
        switch.setAccessibleName(words)
        switch.setAccessibleDescription(tip)
        switch.setToolTip(tip)
        switch.setChecked(on)
        switch.toggled.connect(lambda _on: self.check())
        self.body.addWidget(switch)
        return switch

    def add(self, name: str, label: str, control: Control, hint: str = "") -> Control:
        """A control under its name."""
        row = Labelled(control)
        row.set_name(label, hint)
        self.rows[name] = row
        self.body.addWidget(row)
        return control

    def side_by_side(self, *names: str) -> None:
        """These rows in one line, in place of the first of them."""
        line = QHBoxLayout()
        line.setSpacing(12)
        place = self.body.indexOf(self.rows[names[0]])
        for name in names:
            self.body.removeWidget(self.rows[name])
            line.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.insertLayout(place, line)

    def problems(self) -> Problems:
        """What is wrong, field by field."""
        return {}

    def check(self) -> None:
        """Say what is wrong in the fields that were touched or filled; the button waits for all of them."""
        found = self.problems()
        for name, row in self.rows.items():
            shown = name in found and (name in self._touched or _filled(row.control))
            row.set_problem(said(found[name]) if shown else "")
        self.done_button.setEnabled(not found)
        self._scroll.settle()
        if self.isVisible() and self._needed() > self.height():
            self.resize(self.width(), self._needed())

    def _needed(self) -> int:
        """The height at which nothing has to be scrolled, or the most there is."""
        rows = max(self.body.minimumSize().height(), self.body.minimumHeightForWidth(self.width()))
        return min(rows + self._foot.sizeHint().height() + 20, HIGHEST)

    def begin(self) -> None:
        """The form is complete: check it, and stand where somebody types first."""
        self.body.addStretch(1)
        self.check()
        self.resize(WIDTH, self.height())
        self.resize(WIDTH, self._needed())
        first = next((row.control for row in self.rows.values() if isinstance(row.control, QLineEdit)), None)
        if first is not None:
            first.setFocus()

    def accept(self) -> None:
        """Only when nothing is wrong."""
        self._touched = set(self.rows)
        self.check()
        if not self.problems():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        target = following(stops((self._holder, self._foot)), self.focusWidget(), forward=forward)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(target, 0, 24)
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reject()  # its words belong to the old language
        super().changeEvent(event)

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self.check()

    def _enter(self) -> None:
        if self.done_button.isEnabled():
            self.accept()


def _filled(control: QWidget) -> bool:
    if isinstance(control, QLineEdit):
        return bool(control.text())
    return isinstance(control, QPlainTextEdit) and bool(control.toPlainText())
