"""The payload as text or as hex. Bytes that are no text are shown as hex; a payload too long to be typed is shown in
part and changed by a paste."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.lab.limits import LabError
from app.model.lab.pasting import read_pasted
from app.widgets.button import Button
from app.widgets.lab.fields import LineField, mark_wrong
from app.widgets.look import draw_words, look_of, painter_for

TYPED = 2048
"""Up to how many bytes a payload is typed."""


def as_text(payload: bytes) -> str | None:
    """The payload as text that can be typed again as it is, or None."""
    try:
        text = payload.decode()
    except UnicodeDecodeError:
        return None
    return text if all(sign.isprintable() for sign in text) else None


class Tab(Button):
    """A word that is underlined when it is on."""

    focus_radius = 4.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def nextCheckState(self) -> None:  # noqa: N802
        """The editor decides what is on."""

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(look_of(self).font(14, True)).horizontalAdvance(self.text())) + 14, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            on = self.isChecked()
            painter.setFont(look.font(14, on))
            painter.setPen(look.colour("text" if on or self._hover else "text2"))
            draw_words(painter, self.rect().toRectF(), self.text(), "middle")
            if on:
                painter.setPen(QPen(look.colour("ink"), 2))
                painter.drawLine(6, self.height() - 3, self.width() - 6, self.height() - 3)


class PayloadEditor(QWidget):
    """The tabs and the field. `edited` carries the payload; `refused` one sentence about what cannot be read."""

    edited = Signal(bytes)
    refused = Signal(object)

    def __init__(self, *, only_hex: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payload = b""
        self._hex = self._only_hex = only_hex
        self.tabs = Tab(self), Tab(self)
        self.field = LineField(3 * TYPED)
        for tab in self.tabs:
            tab.setHidden(only_hex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        for tab, is_hex in zip(self.tabs, (False, True), strict=True):
            tab.clicked.connect(lambda _checked=False, is_hex=is_hex: self._choose(is_hex))
        self.field.typed.connect(self._typed)
        self.field.pasted.connect(self._pasted)
        self.field.setFixedHeight(36)
        self.retranslate()

    def tab_row(self) -> QHBoxLayout:
        """The tabs, to be placed in the row above the field."""
        row = QHBoxLayout()
        row.setSpacing(0)
        for tab in self.tabs:
            row.addWidget(tab)
        return row

    @property
    def shows_hex(self) -> bool:
        """Whether hex is shown: by choice, or because the bytes are no text."""
        return self._hex or as_text(self._payload) is None

    def set_payload(self, payload: bytes) -> None:
        """Shows a payload, unless the field says the same already."""
        if self.field.hasFocus() and not self.field.isReadOnly() and self._read(self.field.text()) == payload:
            self._payload = payload
            self._mark()
            return
        self._payload = payload
        self._show()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.tabs[0].setText(self.tr("Text"))
        self.tabs[1].setText(self.tr("Hex"))
        self.tabs[0].setAccessibleName(self.tr("Payload as text"))
        self.tabs[1].setAccessibleName(self.tr("Payload as hex"))
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _name(self) -> None:
        if self._only_hex:
            return
        long = len(self._payload) > TYPED
        name = self.tr("Payload, as hex digits") if self.shows_hex else self.tr("Payload, as text")
        if long:
            name = self.tr("The beginning of the payload: it is too long to be typed; paste another one")
        self.field.setAccessibleName(name)
        self.field.setToolTip(name if long else "")

    def _show(self) -> None:
        long = len(self._payload) > TYPED
        shown = self._payload[:64] if long else self._payload
        text = shown.hex(" ") if self.shows_hex else as_text(shown) or ""
        self.field.setReadOnly(long)
        self.field.show_text(text + " …" if long else text)
        mark_wrong(self.field, wrong=False)
        self._mark()
        self._name()

    def _mark(self) -> None:
        for tab, is_hex in zip(self.tabs, (False, True), strict=True):
            tab.setChecked(is_hex == self.shows_hex)
        self.tabs[0].setEnabled(as_text(self._payload) is not None)

    def _choose(self, is_hex: bool) -> None:
        self._hex = is_hex
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, text: str) -> bytes | None:
        """The payload that the field says, None while it says none."""
        if not self.shows_hex:
            return text.encode("utf-8", "surrogatepass") if text.isprintable() else text.encode("utf-8", "replace")
        try:
            return read_pasted(text) if text.strip() else b""
        except LabError:
            return None

    def _typed(self, text: str) -> None:
        if self.shows_hex:
            self._hex = True
        payload = self._read(text)
        mark_wrong(self.field, payload is None)
        if payload is not None and payload != self._payload:
            self._payload = payload
            self.edited.emit(payload)

    def _pasted(self, text: str) -> None:
        """More than can be typed: the whole payload becomes what was pasted."""
        try:
            self.edited.emit(read_pasted(text) if self.shows_hex else text.encode("utf-8", "replace"))
        except LabError as error:
            self.refused.emit(error)
