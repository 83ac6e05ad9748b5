"""A few words and chips in a line that breaks where it is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.widgets.flow import Flow
from app.widgets.lab.controls import PillButton
from app.widgets.text import Text

if TYPE_CHECKING:
    from app.model.lab.shown import ChipRow


class Chips(QWidget):
    """A few words and chips in a line that breaks where it is full."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Text(13, 28, bold=True, colour="text2", wrap=False)
        self.chips: list[PillButton] = []
        self._ids: tuple[str, ...] = ()
        self._flow = Flow(4, self)
        self._flow.addWidget(self._head)

    def set_row(self, row: ChipRow) -> None:
        """Shows the chips; without any there is no row."""
        self._head.set_text(row.head)
        self._head.setVisible(bool(row.head))  # else its gap would set the first line in
        self._ids = tuple(name for name, _ in row.chips)
        while len(self.chips) < len(row.chips):
            chip = PillButton(self)
            place = len(self.chips)
            chip.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(self._ids[place]))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        for place, chip in enumerate(self.chips):
            shown = place < len(row.chips)
            chip.setVisible(shown)
            if shown:
                words = row.chips[place][1]
                chip.setText(words)
                chip.setAccessibleName(f"{row.head} {words}")
                chip.updateGeometry()
        self.setVisible(bool(row.chips))
        self._flow.invalidate()
        self.updateGeometry()
