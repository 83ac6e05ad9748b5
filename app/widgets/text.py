"""A label with the exact line height of the visual design, which wraps and never clips.

Qt's own label knows no line height. This one lays its words out itself, with half of the leading above and
half below each line, and is still a QLabel to everything that reads the screen.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.widgets.look import Look, baseline, look_of
from app.widgets.markdown import Run, Runs, plain

WIDEST = 100_000.0


class Text(QLabel):
    """One paragraph. `size` and `line` are pixels; `wrap=False` keeps it on one line, cut with "…" if it must
    be."""

    def __init__(
        self,
        size: float = 14,
        line: float = 20,
        *,
        bold: bool = False,
        mono: bool = False,
        colour: str = "text",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.colour_token = colour
        self._size, self._line, self._bold, self._mono, self._wrap = size, line, bold, mono, wrap
        self._runs: Runs = ()
        self._kept: tuple[Look, Runs, dict[float, _Laid]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if not wrap:
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Shows plain words."""
        self.set_runs((Run(text),))

    def set_runs(self, runs: Runs) -> None:
        """Shows words of several faces."""
        self._runs = runs
        self.setText(plain(runs))
        self.updateGeometry()
        self.update()

    def set_colour(self, token: str) -> None:
        """Changes the colour of the words."""
        self.colour_token = token
        self.update()

    def natural_width(self) -> float:
        """How wide the words are on one line."""
        return self._laid(WIDEST).width

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return ceil(len(self._laid(float(width)).lines) * self._line)

    def sizeHint(self) -> QSize:
        width = ceil(self.natural_width())
        return QSize(width, ceil(self._line))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), ceil(self._line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            look = look_of(self)
            painter.setPen(look.colour(self.colour_token))
            laid = self._laid(float(self.width()) if self._wrap else WIDEST)
            if not self._wrap and laid.width > self.width() + 0.5:
                self._paint_cut(painter, look)
                return
            shift = self._shift(laid.width)
            spare = max(0.0, self.height() - len(laid.lines) * self._line)
            top = spare // 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0
            for line in laid.lines:
                line.draw(painter, QPointF(shift, top))

    def _shift(self, width: float) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            return self.width() - width
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return (self.width() - width) / 2
        return 0

    def _paint_cut(self, painter: QPainter, look: Look) -> None:
        font = look.font(self._size, self._bold, self._mono)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(plain(self._runs), Qt.TextElideMode.ElideRight, self.width())
        painter.setFont(font)
        painter.drawText(QPointF(0, baseline(font, self._line)), text)

    def _laid(self, width: float) -> _Laid:
        look = look_of(self)
        if self._kept is None or self._kept[:2] != (look, self._runs):
            self._kept = (look, self._runs, {})
        laid = self._kept[2]  # a layout asks for the same few widths over and over
        if width not in laid:
            laid[width] = _Laid(self._layout(look), width, self._line)
        return laid[width]

    def _layout(self, look: Look) -> QTextLayout:
        layout = QTextLayout(plain(self._runs), look.font(self._size, self._bold, self._mono))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ranges = []
        start = 0
        for run in self._runs:
            length = len(run.text.encode("utf-16-le")) // 2
            if run.bold or run.mono or run.size or run.colour:
                part = QTextLayout.FormatRange()
                part.start, part.length = start, length
                part.format = self._format(run, look)
                ranges.append(part)
            start += length
        layout.setFormats(ranges)
        return layout

    def _format(self, run: Run, look: Look) -> QTextCharFormat:
        face = QTextCharFormat()
        size = run.size or (self._size - 1 if run.mono and not self._mono else self._size)
        face.setFont(look.font(size, run.bold or self._bold, run.mono or self._mono))
        if run.colour:
            face.setForeground(look.colour(run.colour))
        return face


class _Laid:
    """A paragraph broken into lines of at most `width` pixels."""

    def __init__(self, layout: QTextLayout, width: float, line_height: float) -> None:
        self.layout = layout
        self.lines: list[QTextLine] = []
        first = baseline(layout.font(), line_height)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(self.lines) * line_height + first - line.ascent()))
            self.lines.append(line)
        layout.endLayout()
        self.width = max((line.naturalTextWidth() for line in self.lines), default=0.0)
