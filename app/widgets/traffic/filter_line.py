"""The filter line: what is typed, how many rows match, and the chips beside it.

`changed` carries the filter whenever another one holds; while the line cannot be read, the last one goes on holding, a
sentence says why, and the place is underlined.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.traffic.filter_errors import said_error
from app.model.traffic.filtering import FIELDS, combined
from app.widgets.announce import announce
from app.widgets.look import Look, draw_panel, draw_words, look_of, painter_for
from app.widgets.text import Text
from app.widgets.traffic.chip_button import ChipButton
from app.widgets.traffic.filter_edit import FilterEdit
from protocol.filters import Filter, FilterError, compile_filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.model.traffic.filtering import Chip

PAUSE: Final = 150
"""Milliseconds without a key after which what was typed holds."""
HEIGHT: Final = 40
FUNNEL: Final = ((13, 13.5), (27, 13.5), (21.6, 20), (21.6, 26.5), (18.4, 25), (18.4, 20))


class FilterBox(QWidget):
    """The frame with funnel, words and count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = FilterEdit(self)
        self.edit.focus_frame = self
        self.count = ""
        self.wrong = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit)
        self._room()

    def set_count(self, count: str) -> None:
        """How many rows match, at the right."""
        if count != self.count:
            self.count = count
            self._room()
            self.update()

    def _room(self) -> None:
        wide = QFontMetricsF(look_of(self).font(13)).horizontalAdvance(self.count)
        self._row.setContentsMargins(36, 2, ceil(wide) + 22 if self.count else 12, 2)

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        self.edit.follow_look()
        with painter_for(self) as painter:
            focus = self.edit.hasFocus()
            token = "err.fill" if self.wrong else "ink" if focus else "line3"
            line = 2.0 if focus or self.wrong else 1.5
            draw_panel(painter, QRectF(self.rect()), 8, look.colour("raise"), look.colour(token), line=line)
            self._paint_funnel(painter, look)
            painter.setFont(look.font(13))
            painter.setPen(look.colour("text2"))
            draw_words(painter, QRectF(self.rect()).adjusted(0, 0, -12, 0), self.count, "right")

    def _paint_funnel(self, painter: QPainter, look: Look) -> None:
        pen = QPen(look.colour("text2"), 1.6)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in FUNNEL]))


class FilterLine(QWidget):
    """The box, the chips at its right, and below them why the line cannot be read, if it cannot."""

    changed = Signal(object)
    """The Filter that holds now, or None for all rows."""
    left = Signal()
    """The keyboard goes back to the rows."""

    def __init__(self, chips: Iterable[Chip], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = FilterBox(self)
        self.edit = self.box.edit
        self.filter: Filter | None = None
        self.error = Text(13, 18, colour="err.edge")
        self.error.hide()
        self.chips = {chip.id: ChipButton(chip, self) for chip in chips}
        self._counted = (0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addSpacing(8)
        for button in self.chips.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.toggled.connect(lambda _on: self._apply())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.error)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._apply)
        self.edit.textChanged.connect(lambda _text: self._timer.start())
        self.edit.returnPressed.connect(self._apply)
        self.edit.left.connect(self.left)
        self.setFocusProxy(self.edit)
        self.retranslate()

    def text(self) -> str:
        """The reader's own words."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Other words, which hold at once."""
        self.edit.setText(text)
        self._apply()

    def set_on(self, on: Iterable[str]) -> None:
        """Which chips are on."""
        wanted = set(on)
        for name, button in self.chips.items():
            blocked = button.blockSignals(True)
            button.setChecked(name in wanted)
            button.blockSignals(blocked)
            button.update()
        self._apply()

    def on(self) -> tuple[str, ...]:
        """The chips that are on."""
        return tuple(name for name, button in self.chips.items() if button.isChecked())

    def focus(self) -> None:
        """The keyboard to the line, all of it selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def set_counted(self, matches: int, total: int) -> None:
        """How many rows match, of how many."""
        self._counted = (matches, total)
        self.box.set_count(self.tr("{matches} of {total}").format(matches=f"{matches:,}", total=f"{total:,}"))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many rows a chip concerns, by its id."""
        for name, count in counts.items():
            if name in self.chips:
                self.chips[name].set_count(count)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.edit.setPlaceholderText(self.tr("Filter, such as conn:2 len>0"))
        self.edit.setAccessibleName(self.tr("Filter"))
        rows = [self.tr("Conditions side by side have to be met all.")]
        rows += [f"{name}  {QCoreApplication.translate('traffic', source)}" for name, source in FIELDS.items()]
        self.edit.setToolTip("\n".join(rows))
        self.set_counted(*self._counted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._apply()
        super().changeEvent(event)

    def _apply(self) -> None:
        self._timer.stop()
        text = self.edit.text()
        read = compile_filter(text)
        if isinstance(read, FilterError):
            self._say(read)
            return
        self._say(None)
        chips = tuple(button.chip for button in self.chips.values())
        together = compile_filter(combined(text, chips, self.on()))
        if isinstance(together, FilterError):  # too long with the chips
            self._say(together)
            return
        found = None if together.everything else together
        if found != self.filter:
            self.filter = found
            self.changed.emit(found)

    def _say(self, error: FilterError | None) -> None:
        self.box.wrong = error is not None
        self.edit.set_wrong((error.position, error.size) if error is not None else None)
        sentence = said_error(error) if error is not None else ""
        if error is not None and sentence != self.error.text():
            announce(self, sentence)
        self.error.set_text(sentence)
        self.error.setVisible(bool(sentence))
        self.box.update()
