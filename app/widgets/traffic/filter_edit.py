"""Where a filter is typed: monospaced, values bold, the place of a mistake underlined, names completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QPalette,
    QTextCharFormat,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.model.traffic.filtering import completion, values
from app.widgets.look import look_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from app.widgets.look import Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterEdit(QLineEdit):
    """One line without a frame of its own."""

    left = Signal()
    """Esc in an empty line, or Down: the keyboard goes back to the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setMaxLength(1000)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.focus_frame: QWidget = self
        self._look: Look | None = None
        self.wrong: tuple[int, int] | None = None
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = self._completer.popup()
        assert popup is not None
        self._popup = popup
        self._completer.activated.connect(self.complete)
        self.textEdited.connect(lambda _text: self._offer())
        self.textChanged.connect(lambda _text: self._mark())

    @property
    def offered(self) -> list[str]:
        """The names that are offered now."""
        return self._names.stringList() if self._popup.isVisible() else []

    def set_wrong(self, wrong: tuple[int, int] | None) -> None:
        """Underline (position, size), where the line cannot be read; None if it can."""
        if wrong != self.wrong:
            self.wrong = wrong
            self._mark()

    def follow_look(self) -> None:
        """Fonts and colours anew, if they have changed."""
        look = look_of(self)
        if look is self._look:
            return
        self._look = look
        self.setFont(look.font(14, mono=True))
        # The one stylesheet gives every widget the sans font; a line of its own overrules it.
        families = ", ".join(f'"{name}"' for name in look.font(14, mono=True).families())
        chosen, on_chosen = ("ink", "on-ink") if look.plain else ("line2", "text")
        self.setStyleSheet(
            f"QLineEdit {{ font-family: {families}; font-size: 14px; background: transparent; border: none;"
            f" color: {look.theme.colour('text2')}; selection-background-color: {look.theme.colour(chosen)};"
            f" selection-color: {look.theme.colour(on_chosen)}; }}"
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("text3"))
        self.setPalette(palette)
        self._popup.setStyleSheet(
            f"QAbstractItemView {{ font-family: {families}; font-size: 14px; color: {look.theme.colour('text')};"
            f" background: {look.theme.colour('raise')}; border: 1px solid {look.theme.colour('line2')};"
            f" selection-background-color: {look.theme.colour('ink' if look.plain else 'sel')};"
            f" selection-color: {look.theme.colour('on-ink' if look.plain else 'text')}; outline: none; }}"
        )
        self._mark()

    def _mark(self) -> None:
        """Values bold, and a wave under the mistake. A line edit takes formats only as an input method gives them."""
        if self._look is None:
            return
        parts = []
        for start, length in values(self.text()):
            bold = QTextCharFormat()
            bold.setFont(self._look.font(14, bold=True, mono=True))
            bold.setForeground(self._look.colour("text"))
            parts.append(self._part(start, length, bold))
        if self.wrong is not None and self.text():
            start, size = self.wrong
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(self._look.colour("err.fill"))
            wave.setForeground(self._look.colour("err.edge"))
            start = min(start, len(self.text()) - 1)
            parts.append(self._part(start, max(1, size), wave))
        blocked = self.blockSignals(True)
        self.inputMethodEvent(QInputMethodEvent("", parts))
        self.blockSignals(blocked)

    def _part(self, start: int, length: int, face: QTextCharFormat) -> QInputMethodEvent.Attribute:
        kind = QInputMethodEvent.AttributeType.TextFormat
        return QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), length, face)

    # Completion

    def _offer(self) -> None:
        found = completion(self.text(), self.cursorPosition())
        self._names.setStringList(list(found.names))
        if not found.names:
            self._popup.hide()
            return
        self.follow_look()
        wide = max(map(QFontMetricsF(self.font()).horizontalAdvance, found.names))
        place = self.cursorRect()
        place.setWidth(round(wide) + 40)
        place.setHeight(self.height() + 6)
        self._completer.complete(place)

    def complete(self, name: str) -> None:
        """Put a name in place of the word at the cursor."""
        found = completion(self.text(), self.cursorPosition())
        ending = " " if name.isalpha() and name in {"or", "not"} else ""
        self.setSelection(found.start, found.stop - found.start)
        self.insert(name + ending)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._popup.isVisible() and event.key() in {*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Escape}:
            event.ignore()  # the popup's own
            return
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._around()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._around()

    def _around(self) -> None:
        """The frame around shows who has the keyboard."""
        parent = self.parentWidget()
        if parent is not None:
            parent.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._look = None
        super().changeEvent(event)
