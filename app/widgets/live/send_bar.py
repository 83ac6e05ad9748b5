"""The bottom bar of Live: recording, what to send and to whom, and where a frame or the recording can go from here.

What is typed is checked at each key; what is wrong stands below the line, and Send waits until it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.live.drafts import KINDS, Draft, DraftError, MessageKind, read_draft
from app.translate import said
from app.widgets.button import KeyButton, draw_key, key_width
from app.widgets.live.fields import LineField
from app.widgets.look import FAINT, draw_panel, draw_words, look_of, painter_for
from app.widgets.segments import Segments
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent


SIDE = 240
ROOMY = 1320
"""From this width on there is room for the keys on the buttons."""
DOT = 10.0
REMEMBERED = 50
"""How many messages Up and Down go through."""


class RecordButton(KeyButton):
    """ "Recording": a filled disc while what happens is kept, a ring while it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setCheckable(True)
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(18, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = look_of(self), QRectF(self.rect())
        with painter_for(self) as painter:
            border, line = self.border(look, "line2")
            draw_panel(painter, area, 8, look.colour(self.fill_token()), look.colour(border), line=line)
            dot = QRectF(15, (area.height() - DOT) / 2, DOT, DOT)
            if self.isChecked():
                draw_panel(painter, dot, DOT / 2, look.colour("err.fill"))
            else:
                draw_panel(painter, dot, DOT / 2, None, look.colour("line3"), line=2)
            painter.setFont(look.font(14))
            painter.setPen(look.colour(self.ink_token()))
            draw_words(painter, area.adjusted(33, 0, 0, 0), self.text())


class HintButton(KeyButton):
    """Words with a key beside them, as long as there is room for it."""

    def set_key(self, key: str) -> None:
        """The key, or none."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()


class InkButton(HintButton):
    """The one button that everything else leads to."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setFixedHeight(36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = look_of(self), QRectF(self.rect())
        with painter_for(self) as painter:
            painter.setOpacity(1 if self.isEnabled() else FAINT)
            draw_panel(painter, area, 8, look.colour("text2" if self._hover and self.isEnabled() else "ink"))
            painter.setFont(look.font(14, bold=True))
            painter.setPen(look.colour("on-ink"))
            words = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
            hint = 8 + key_width(look, self._key) if self._key else 0.0
            left = (area.width() - words - hint) / 2
            draw_words(painter, area.adjusted(left, 0, 0, 0), self.text())
            if self._key:
                draw_key(painter, look, QRectF(left + words + 8, 8, hint - 8, 20), self._key)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(6, 4)


class SendBar(QFrame):
    """80 pixels high."""

    sent = Signal(object)
    """A `Draft`."""
    recording_toggled = Signal(bool)
    asked = Signal(str)
    """`clear`, `lab` or `export`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TransportBar")
        self.setFixedHeight(80)
        self._kind: MessageKind = "text"
        self._typed: dict[MessageKind, str] = {}
        self._past: list[str] = []
        self._place = 0
        self._targets: tuple[int, ...] = ()
        self._open = 0
        self.record = RecordButton()
        self.clear = KeyButton()
        self.kinds = Segments(tight=True)
        self.line = LineField()
        self.hint = Text(12, 16, colour="text2", wrap=False)
        self.send = InkButton("Enter")
        self.lab, self.export = KeyButton(), HintButton("Ctrl+E")
        self._arrange()
        self._connect()
        self.retranslate()

    # What is shown.

    def set_targets(self, targets: tuple[int, ...], opened: int) -> None:
        """The peers that are selected, all if none is, and how many are open."""
        if (targets, opened) != (self._targets, self._open):
            self._targets, self._open = targets, opened
            self._show_placeholder()
            self._check()

    def set_recording(self, on: bool) -> None:
        """Whether what happens is kept."""
        self.record.setChecked(on)

    def set_selected(self, selected: bool, anything: bool) -> None:
        """Whether a frame is selected, which can go to the Lab, and whether there is anything to export."""
        self.lab.setEnabled(selected)
        self.export.setEnabled(anything)

    def focus_line(self) -> None:
        """To where a message is typed."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def set_kind(self, kind: MessageKind) -> None:
        """Another kind of message; what was typed for each is kept."""
        self._typed[self._kind] = self.line.text()
        self._kind = kind
        self.kinds.set_value(kind)
        self.line.setText(self._typed.get(kind, ""))
        self._show_placeholder()
        self._check()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Recording and sending"))
        self.record.setText(self.tr("Recording"))
        self.record.setAccessibleName(self.tr("Recording"))
        self.record.setToolTip(self.tr("What happens is kept while this is on"))
        self.clear.setText(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Clear the table and forget what was recorded"))
        self.clear.setToolTip(self.clear.accessibleName())
        names = {
            "text": self.tr("Text"), "binary": self.tr("Binary"), "ping": self.tr("Ping"), "pong": self.tr("Pong"),
            "close": self.tr("Close"), "fragments": self.tr("Fragments"), "raw": self.tr("Raw"),
        }  # fmt: skip
        self.kinds.set_choices([(kind, names[kind]) for kind in KINDS])
        self.kinds.set_value(self._kind)
        self.kinds.updateGeometry()
        self.send.setText(self.tr("Send"))
        self.send.setAccessibleName(self.tr("Send"))
        self.lab.setText(self.tr("Open in Lab"))
        self.lab.setAccessibleName(self.tr("Open the selected frame in the Lab"))
        self.export.setText(self.tr("Export"))
        self.export.setAccessibleName(self.tr("Export the recording"))
        for button in (self.record, self.clear, self.send, self.lab, self.export):
            button.updateGeometry()
        self._show_placeholder()
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        self.send.set_key("Enter" if roomy else "")
        self.export.set_key("Ctrl+E" if roomy else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down in the line bring back what was sent before."""
        if self.line.hasFocus() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._recall(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif self.line.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.window().setFocus()
        else:
            event.ignore()

    # What is typed.

    def draft(self) -> Draft | None:
        """What can be sent now; None while something is wrong with it."""
        try:
            return read_draft(self._kind, self.line.text())
        except DraftError:
            return None

    def _check(self) -> None:
        try:
            draft = read_draft(self._kind, self.line.text())
        except DraftError as error:
            wrong = bool(self.line.text())
            self.hint.set_text(said(error) if wrong else "")
            self.hint.set_colour("err.edge")
            self.line.set_wrong(wrong)
            self.send.setEnabled(False)
            return
        self.line.set_wrong(False)
        self.send.setEnabled(self._open > 0)
        if draft.doubt is not None:
            self.hint.set_text(said(draft.doubt))
            self.hint.set_colour("warn.edge")
            return
        self.hint.set_colour("text2")
        size = self.tr("%n byte(s)", "", draft.size)
        frames = len(draft.pieces)
        if frames > 1:
            size = self.tr("{size} in {count} frames").format(size=size, count=frames)
        self.hint.set_text(size if self.line.text() else "")

    def _submit(self) -> None:
        draft = self.draft()
        if draft is None or not self._open:
            return
        typed = self.line.text()
        if typed and (not self._past or self._past[-1] != typed):
            self._past = [*self._past[-REMEMBERED + 1 :], typed]
        self._place = len(self._past)
        self.line.clear()
        self.sent.emit(draft)

    def _recall(self, by: int) -> None:
        self._place = min(max(self._place + by, 0), len(self._past))
        self.line.setText(self._past[self._place] if self._place < len(self._past) else "")

    def _show_placeholder(self) -> None:
        if not self._open:
            said_to = self.tr("Nobody is connected yet")
        elif not self._targets:
            said_to = self.tr("Message to all open peers")
        elif len(self._targets) == 1:
            said_to = self.tr("Message to peer #{number}").format(number=self._targets[0])
        else:
            said_to = self.tr("Message to %n peers", "", len(self._targets))
        forms = {
            "text": said_to,
            "binary": self.tr("Bytes in hex: 01 fe 80"),
            "ping": self.tr("Up to 125 bytes, text or 0x…"),
            "pong": self.tr("Up to 125 bytes, text or 0x…"),
            "close": self.tr("Code and reason: 1000 bye"),
            "fragments": self.tr("Pieces with | between them: Hel|lo"),
            "raw": self.tr("Bytes on the wire, in hex: 89 00"),
        }
        self.line.setPlaceholderText(forms[self._kind])
        self.line.setAccessibleName(said_to)
        self.line.setAccessibleDescription("" if self._kind == "text" else forms[self._kind])

    def _connect(self) -> None:
        self.record.toggled.connect(self.recording_toggled)
        self.clear.clicked.connect(lambda: self.asked.emit("clear"))
        self.lab.clicked.connect(lambda: self.asked.emit("lab"))
        self.export.clicked.connect(lambda: self.asked.emit("export"))
        self.kinds.chosen.connect(self._choose)
        self.line.textChanged.connect(lambda _text: self._check())
        self.line.returnPressed.connect(self._submit)
        self.send.clicked.connect(self._submit)

    def _choose(self, kind: object) -> None:
        for known in KINDS:
            if known == kind:
                self.set_kind(known)

    def _arrange(self) -> None:
        left = QWidget()
        left.setFixedWidth(SIDE)
        first = QHBoxLayout(left)
        first.setContentsMargins(16, 24, 0, 24)
        first.setSpacing(8)
        first.addWidget(self.record)
        first.addWidget(self.clear)
        first.addStretch(1)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 22, 0, 1)
        middle.setSpacing(5)  # the focus ring is 4 wide
        middle.addWidget(self.line)
        middle.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 24, 0)
        row.setSpacing(10)
        row.addWidget(left)
        row.addSpacing(14)
        row.addWidget(self.kinds)
        row.addLayout(middle, 1)
        row.addWidget(self.send)
        row.addSpacing(10)
        row.addWidget(self.lab)
        row.addWidget(self.export)
