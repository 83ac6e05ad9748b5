"""The pane of the UTF-8 and fragmentation bench: the payload, its fragments, and the validator after each byte."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.lab.shown import TextShown
from app.widgets.button import IconButton
from app.widgets.lab.chips import Chips
from app.widgets.lab.controls import Check
from app.widgets.lab.pane import BenchPane, head_text
from app.widgets.lab.payload import PayloadEditor
from app.widgets.text import Text

MOST_ROWS = 12
"""Fragments that have a row of their own."""


class FragmentRow(QWidget):
    """A fragment, and two arrows that move its end."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._note = Text(14, 20, bold=True, wrap=False), Text(13, 20, colour="text2", wrap=False)
        self.less, self.more = IconButton("less", 28), IconButton("more", 28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self._note)
        row.addStretch(1)
        for button, by in ((self.less, -1), (self.more, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _checked=False, by=by: self.moved.emit(by))
            row.addWidget(button)

    def set_words(self, title: str, note: str, can_move: bool, names: tuple[str, str]) -> None:
        """Shows a fragment."""
        self._title.set_text(title)
        self._note.set_text(note)
        for button, name in zip((self.less, self.more), names, strict=True):
            button.setVisible(can_move)
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.setFixedHeight(30)


class TextPane(BenchPane):
    """`edited` carries payload, binary, and move: the number of a cut and by how many bytes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = TextShown()
        self._payload, self._note = head_text(), Text(13, 22, colour="text2", wrap=False)
        self.payload = PayloadEditor()
        self.samples = Chips()
        self.binary = Check()
        self._fragments, self._states = head_text(), head_text()
        self.rows: list[FragmentRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more = Text(13, 20, colour="text3")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        tabs = self.payload.tab_row()
        tabs.addSpacing(4)
        tabs.addWidget(self._note)
        self.ruled()
        self.headed(self._payload, tabs)
        self.column.addWidget(self.payload)
        self.column.addWidget(self.samples)
        self.column.addWidget(self.binary)
        self.ruled()
        self.headed(self._fragments)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._more)
        self.column.addWidget(self.chips)
        self.ruled()
        self.headed(self._states)
        self.column.addWidget(self.rules)
        self.payload.edited.connect(lambda payload: self.edited.emit("payload", payload))
        self.payload.refused.connect(self.refused)
        self.samples.chosen.connect(self.chip_chosen)
        self.binary.switched.connect(lambda on: self.edited.emit("binary", on))
        self.finish()

    def set_shown(self, shown: TextShown) -> None:
        """Shows a message."""
        self.shown = shown
        self.banner.set_banner(shown.banner)
        self.payload.set_payload(shown.payload)
        self._note.set_text(shown.payload_note)
        self.samples.set_row(shown.samples)
        self.chips.set_row(shown.chips)
        self.binary.setChecked(shown.binary)
        self.rules.set_rows(shown.states)
        self._states.setVisible(bool(shown.states))
        self._show_fragments()
        self.settle()

    def _show_fragments(self) -> None:
        fragments = self.shown.fragments
        while len(self.rows) < min(MOST_ROWS, len(fragments)):
            row, place = FragmentRow(), len(self.rows)
            row.moved.connect(lambda by, place=place: self.edited.emit("move", (place, by)))
            self._rows.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(fragments))
            if place < len(fragments):
                one = fragments[place]
                names = (
                    self.tr("End of {fragment}, one byte earlier").format(fragment=one.title),
                    self.tr("End of {fragment}, one byte later").format(fragment=one.title),
                )
                row.set_words(one.title, one.note, one.can_move, names)
        rest = len(fragments) - len(self.rows)
        self._more.set_text(self.tr("and {count} more").format(count=rest))
        self._more.setVisible(rest > 0)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("UTF-8 and fragmentation bench"))
        self._payload.set_text(self.tr("payload"))
        self._fragments.set_text(self.tr("Fragments"))
        self._states.set_text(self.tr("Validator after each byte"))
        self.binary.setText(self.tr("binary: nothing is checked"))
        self.binary.setAccessibleName(self.binary.text())
        self._show_fragments()
