"""The inspector of the frame bench: the verdict, the rules, one row for each field in wire order, and what one click
breaks or repairs."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.figures.tokens import field_link
from app.model.lab.shown import FrameShown
from app.widgets.lab.chips import Chips
from app.widgets.lab.controls import BitButton, Check, Pick
from app.widgets.lab.fields import LineField, mark_wrong
from app.widgets.lab.payload import PayloadEditor
from app.widgets.lab.rows import SIDE, FieldRow
from app.widgets.lab.text_parts import Hairline
from app.widgets.lab.verdict import BannerCard, RuleList
from app.widgets.scroll import Scroll
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS = (None, 7, 16, 64)

LENGTH: Final = (58, 126)
"""Pixels that the length has at least and at most."""


class FrameInspector(QFrame):
    """312 pixels wide. `edited` carries the name of a field and its new value, `hovered` links for the stage."""

    edited = Signal(str, object)
    chip_chosen = Signal(str)
    hovered = Signal(tuple)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = FrameShown()
        self.banner, self.rules = BannerCard(), RuleList()
        self.outcome = Text(13, 18, colour="text2")
        self._fields, self._hint = (
            Text(14, 22, bold=True, colour="text2", wrap=False),
            Text(13, 22, colour="text3", wrap=False),
        )
        self.fin, self.mask_bit = BitButton("fin"), BitButton("mask")
        self.rsv = BitButton("rsv"), BitButton("rsv"), BitButton("rsv")
        self.opcode = Pick()
        self.form, self.length = Pick(quiet=True, mono=False), LineField(20)
        self.key = tuple(LineField(2) for _ in range(4))
        self.payload = PayloadEditor()
        self.chips, self.more = Chips(), Chips()
        self.deflate, self.inside = Check(), Check()
        self.rows: dict[str, FieldRow] = {}
        self._scroll = Scroll()
        self._build()
        self._connect()
        self.retranslate()

    def set_shown(self, shown: FrameShown) -> None:
        """Shows the fields of a frame."""
        self.shown = shown
        self.banner.set_banner(shown.banner)
        self.rules.set_rows(shown.rules)
        self.outcome.set_text(shown.outcome)
        self.outcome.setVisible(bool(shown.outcome))
        fin, mask, *rsv = shown.names
        self.fin.set_bit(shown.fin, fin, broken="FIN" in shown.broken)
        self.mask_bit.set_bit(shown.masked, mask, broken="MASK" in shown.broken)
        for place, button in enumerate(self.rsv):
            button.set_bit(shown.rsv >> (2 - place) & 1, rsv[place], broken=f"RSV{place + 1}" in shown.broken)
        self.opcode.set_choices(list(enumerate(shown.opcodes)), shown.opcode, self.tr("opcode"))
        self._show_length()
        for place, field in enumerate(self.key):
            field.setEnabled(bool(shown.key))
            field.show_text(shown.key[place : place + 1].hex())
            mark_wrong(field, wrong=False)
        self.payload.set_payload(shown.payload)
        self.chips.set_row(shown.chips)
        self.more.set_row(shown.more)
        self.deflate.setChecked(shown.deflate)
        self.inside.setChecked(shown.inside)
        self.retranslate_rows()
        self._scroll.settle()

    def set_linked(self, links: tuple[str, ...]) -> None:
        """Shows which field is pointed at on the stage."""
        for name, row in self.rows.items():
            row.set_linked(field_link(name) in links)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Inspector"))
        self._fields.set_text(self.tr("Fields"))
        self._hint.set_text(self.tr("click a bit, or type"))
        self.deflate.setText(self.tr("permessage-deflate agreed"))
        self.inside.setText(self.tr("inside a fragmented text"))
        for check in (self.deflate, self.inside):
            check.setAccessibleName(check.text())
            check.updateGeometry()
        self.length.setAccessibleName(self.tr("Length in bytes"))
        for place, field in enumerate(self.key):
            field.setAccessibleName(self.tr("Byte {place} of the masking key, as hex").format(place=place))
        self.set_shown(self.shown)

    def retranslate_rows(self) -> None:
        """The words of the rows, which depend on the frame."""
        shown = self.shown
        self.rows["FIN"].set_words("FIN", shown.fin_note)
        self.rows["RSV1-3"].set_words("RSV1-3")
        self.rows["opcode"].set_words(self.tr("opcode"))
        self.rows["MASK"].set_words("MASK", shown.mask_note)
        self.rows["payload length"].set_words(self.tr("length"))
        self.rows["extended payload length"].set_words(
            self.tr("extended length"), shown.extended_note, faint=not shown.extended
        )
        absent = "" if shown.key else self.tr("absent: MASK is 0")
        self.rows["masking key"].set_words(self.tr("masking key"), absent, faint=not shown.key)
        for field in self.key:
            field.setVisible(bool(shown.key))
        self.rows["payload data"].set_words(self.tr("payload"), shown.payload_note)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_length(self) -> None:
        shown = self.shown
        words = {
            None: self.tr("automatic"), 7: self.tr("7 bits"), 16: self.tr("16 bits"), 64: self.tr("64 bits"),
        }  # fmt: skip
        choices: list[tuple[object, str]] = [(form, words[form]) for form in FORMS]
        if shown.set_length:
            choices.insert(0, ("length", self.tr("length of the payload")))
        self.form.set_choices(choices, shown.form, self.tr("Form of the length"), shown.length_note)
        if not (self.length.hasFocus() and self.length.property("wrong")):
            self.length.show_text(shown.length)
            digits = ceil(QFontMetricsF(self.length.font()).horizontalAdvance(shown.length))
            self.length.setFixedWidth(max(LENGTH[0], min(digits + 26, LENGTH[1])))

    def _build(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SIDE, 24, SIDE, 16)
        column.setSpacing(0)

        def inset(*widgets: QWidget, top: int = 0) -> None:
            row = QHBoxLayout()
            row.setContentsMargins(SIDE, top, SIDE, 0)
            for widget in widgets:
                row.addWidget(widget)
            column.addLayout(row)

        inset(self.banner)
        inset(self.rules, top=8)
        inset(self.outcome, top=3)
        inset(Hairline(), top=6)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        inset(self._fields, self._hint, top=6)
        controls: dict[str, tuple[QWidget, ...]] = {
            "FIN": (self.fin,),
            "RSV1-3": self.rsv,
            "opcode": (self.opcode,),
            "MASK": (self.mask_bit,),
            "payload length": (self.form, self.length),
            "extended payload length": (),
            "masking key": self.key,
            "payload data": (),
        }
        for name, parts in controls.items():
            self.rows[name] = row = FieldRow(name, *parts)
            row.hovered.connect(self.hovered)
            column.addWidget(row)
        last = self.rows["payload data"].layout()
        assert isinstance(last, QHBoxLayout)
        last.insertLayout(2, self.payload.tab_row())
        inner = QHBoxLayout()
        inner.setContentsMargins(SIDE + 16, 0, SIDE, 8)
        inner.addWidget(self.payload)
        column.addLayout(inner)
        inset(self.chips)
        inset(self.more, top=4)
        inset(self.deflate, top=6)
        inset(self.inside)
        column.addStretch(1)
        self.length.setFixedWidth(LENGTH[0])
        self.length.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for field in self.key:
            field.setFixedWidth(34)
            field.setProperty("tight", True)
            field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        def says(name: str, value: Callable[[], object]) -> Callable[[], None]:
            return lambda: self.edited.emit(name, value())

        self.fin.clicked.connect(says("fin", lambda: 1 - self.fin.value))
        self.mask_bit.clicked.connect(says("mask", lambda: 1 - self.mask_bit.value))
        for place, button in enumerate(self.rsv):
            bit = 0b100 >> place
            button.clicked.connect(says("rsv", lambda bit=bit: self.shown.rsv ^ bit))  # type: ignore[misc]
        self.opcode.chosen.connect(lambda opcode: self.edited.emit("opcode", opcode))
        self.form.chosen.connect(self._form_chosen)
        self.length.typed.connect(self._length_typed)
        for field in self.key:
            field.typed.connect(lambda _text: self._key_typed())
            field.pasted.connect(lambda text: self.edited.emit("key text", text))
        self.payload.edited.connect(lambda payload: self.edited.emit("payload", payload))
        self.payload.refused.connect(self.refused)
        self.chips.chosen.connect(self.chip_chosen)
        self.more.chosen.connect(self.chip_chosen)
        self.deflate.switched.connect(lambda on: self.edited.emit("deflate", on))
        self.inside.switched.connect(lambda on: self.edited.emit("inside", on))
        self.rules.hovered.connect(self.hovered)

    def _form_chosen(self, form: object) -> None:
        if form == "length":
            self.edited.emit("length", None)
        else:
            self.edited.emit("form", form)

    def _length_typed(self, text: str) -> None:
        digits = text.strip()
        good = digits.isascii() and digits.isdigit() and int(digits) < 2**64
        mark_wrong(self.length, not good and bool(digits))
        if good or not digits:
            self.edited.emit("length", int(digits) if digits else None)

    def _key_typed(self) -> None:
        """Four bytes of hex digits, or not yet."""
        texts = [field.text() for field in self.key]
        good = [len(text) == 2 and all(sign in "0123456789abcdefABCDEF" for sign in text) for text in texts]
        for field, fine in zip(self.key, good, strict=True):
            mark_wrong(field, not fine)
        if not all(good):
            return
        place = next((place for place, field in enumerate(self.key) if field.hasFocus()), None)
        self.edited.emit("key", bytes.fromhex("".join(texts)))
        if place is not None and place < 3 and self.key[place].cursorPosition() == 2:
            self.key[place + 1].setFocus(Qt.FocusReason.OtherFocusReason)
            self.key[place + 1].selectAll()
