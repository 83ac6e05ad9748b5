"""Citations as chips: a sheet of paper and the section, which opens when it is clicked."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.widgets.button import Button
from app.widgets.flow import Flow
from app.widgets.look import draw_glyph, draw_panel, draw_words, look_of, painter_for


class Chip(Button):
    """A pill 26 pixels high."""

    focus_radius = 13.0

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(13)).horizontalAdvance(self.text())
        return QSize(ceil(words + 40), 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            border, line = self.border(look, "line2")
            draw_panel(painter, area, 13, look.colour(self.fill_token()), look.colour(border), line=line)
            draw_glyph(painter, look, "document", (17, 13), 14)
            painter.setFont(look.font(13))
            painter.setPen(look.colour("text2"))
            draw_words(painter, area.adjusted(29, 0, -8, 0), self.text())


class Chips(QWidget):
    """All citations of a step. The document is named once: "RFC 6455 §4.2.1", then "§4.4"."""

    rfc_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(8, self)
        self._citations: tuple[str, ...] = ()
        self.chips: list[Chip] = []

    def set_citations(self, citations: tuple[str, ...]) -> None:
        """Shows the citations; none hides the row."""
        if citations != self._citations:
            self._citations = citations
            for chip in self.chips:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = []
            for words, citation in zip(short_names(citations), citations, strict=True):
                chip = Chip(words, self)
                chip.clicked.connect(lambda _checked=False, citation=citation: self.rfc_chosen.emit(citation))
                self._flow.addWidget(chip)
                chip.show()
                self.chips.append(chip)
            self.updateGeometry()
        self.setVisible(bool(citations))
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        for chip, citation in zip(self.chips, self._citations, strict=True):
            name = self.tr("{citation}, opens in the browser").format(citation=citation)
            chip.setAccessibleName(name)
            chip.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def short_names(citations: tuple[str, ...]) -> list[str]:
    """Each citation without its document where the one before names the same."""
    names = []
    last = ""
    for citation in citations:
        document, sign, section = citation.partition("§")
        names.append(f"§{section}" if sign and document == last else citation)
        last = document
    return names
