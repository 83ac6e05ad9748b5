"""What will be written, as it will look: a figure or a page on its paper, or a text in letters of one width."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.drawing.fonts import qfont
from app.drawing.marks import Font
from app.drawing.paint import paint
from app.drawing.qt_device import QtDevice
from app.widgets.button import IconButton
from app.widgets.look import look_of
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

    from app.drawing.marks import Scene
    from app.drawing.theme import Theme

MARGIN: Final = 24
LARGEST: Final = 1.5
"""Pixels for a unit of a figure at most."""
READABLE: Final = 0.62
"""Pixels for a unit below which a figure is scrolled rather than made smaller."""
LETTERS: Final = 13
LONGEST: Final = 200_000
"""Characters of a text that are shown; the file has all of them."""


WIDE: Final = re.compile("([\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+)")
"""Letters that are as wide as two others where all stand in columns."""


def _two_wide(lang: str) -> QFont:
    """The face of such letters."""
    font = QFont(qfont(Font(LETTERS, mono=True), lang))
    metrics = QFontMetricsF(font)
    spare = 2 * metrics.horizontalAdvance("0") - metrics.horizontalAdvance("中")
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spare)
    return font


class Sheet(QWidget):
    """Paper with one scene or picture on it. It is painted once for each size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self._theme: Theme | None = None
        self._lang = "en"
        self._image: QImage | None = None
        self._room = QSizeF(600, 400)
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_scene(self, scene: Scene, theme: Theme, lang: str) -> None:
        """A figure, drawn for this theme and language."""
        self.scene, self._theme, self._lang, self._image = scene, theme, lang, None
        self._fit()

    def show_image(self, image: QImage) -> None:
        """A page that was painted elsewhere."""
        self.scene, self._image = None, image
        self._fit()

    def set_room(self, room: QSizeF) -> None:
        """How much of it can be seen at once."""
        if room != self._room:
            self._room = room
            self._fit()

    @property
    def natural(self) -> QSizeF:
        """Its size in units."""
        if self._image is not None:
            return QSizeF(self._image.size()) / self._image.devicePixelRatio()
        return QSizeF(self.scene.width, self.scene.height) if self.scene is not None else QSizeF(1, 1)

    @property
    def scale(self) -> float:
        """Pixels for each unit: all of it is seen, unless that makes it too small to read."""
        natural = self.natural
        wide = min(LARGEST, self._room.width() / max(1.0, natural.width()))
        return max(min(wide, self._room.height() / max(1.0, natural.height())), min(wide, READABLE))

    def _fit(self) -> None:
        size = self.natural * self.scale
        self._picture = None
        self.setFixedSize(QSize(ceil(size.width()), ceil(size.height())))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._painted()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            painter.setPen(look_of(self).colour("line2"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            if self._image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(self.rect()), self._image)
            elif self.scene is not None and self._theme is not None:
                painter.fillRect(self.rect(), QColor(self._theme.colour(self.scene.background)))
                painter.scale(self.scale, self.scale)
                paint(self.scene, self._theme, QtDevice(painter, self._lang))
        return picture


class Table(QScrollArea):
    """Where the paper lies; arrows and pages scroll it."""

    focus_radius = 2.0

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inner.addWidget(sheet, 0, Qt.AlignmentFlag.AlignCenter)
        self.setWidget(holder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sheet.set_room(QSizeF(self.width() - 2 * MARGIN, self.height() - 2 * MARGIN))


class ExportPreview(QFrame):
    """`leafed` asks for the page or step before (-1) or after (1)."""

    leafed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Preview")
        self._shown = ("", "")
        self.sheet = Sheet()
        self.table = Table(self.sheet)
        self.text = QPlainTextEdit()
        self.text.setObjectName("PreviewText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text.document().setDocumentMargin(16)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.text)
        self.back, self.next = IconButton("less", 28), IconButton("more", 28)
        self.place = Text(13, 28, colour="text2", wrap=False)
        self.leaves = QWidget()
        row = QHBoxLayout(self.leaves)
        row.setContentsMargins(0, 6, 0, 8)
        row.setSpacing(10)
        row.addStretch(1)
        for widget in (self.back, self.place, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.leaves)
        self.back.clicked.connect(lambda: self.leafed.emit(-1))
        self.next.clicked.connect(lambda: self.leafed.emit(1))
        self.set_leaves(1, 1, "")
        self.retranslate()

    def show_scene(self, scene: Scene, theme: Theme, lang: str) -> None:
        """A figure."""
        self.sheet.show_scene(scene, theme, lang)
        self.table.setAccessibleDescription(scene.description or scene.title)
        self.stack.setCurrentWidget(self.table)

    def show_image(self, image: QImage) -> None:
        """A page."""
        self.sheet.show_image(image)
        self.table.setAccessibleDescription("")
        self.stack.setCurrentWidget(self.table)

    def show_text(self, text: str, lang: str, *, wrap: bool) -> None:
        """A text; `wrap` breaks its lines where they would be too long to be seen."""
        shown = text if len(text) <= LONGEST else text[:LONGEST] + "\n…"
        self.text.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.WidgetWidth if wrap else QPlainTextEdit.LineWrapMode.NoWrap
        )
        if (shown, lang) != self._shown:
            self._shown = (shown, lang)
            face = QTextCharFormat()  # a style sheet would find other letters for Chinese
            face.setFont(qfont(Font(LETTERS, mono=True), lang))
            face.setForeground(look_of(self).colour("text"))
            at = self.text.verticalScrollBar().value()
            self.text.clear()
            wide = QTextCharFormat(face)
            wide.setFont(_two_wide(lang))
            cursor = self.text.textCursor()
            for number, part in enumerate(WIDE.split(shown)):
                cursor.insertText(part, wide if number % 2 else face)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.verticalScrollBar().setValue(at)
        self.stack.setCurrentWidget(self.text)

    def set_leaves(self, now: int, count: int, words: str) -> None:
        """Which of so many pages or steps is shown."""
        self.leaves.setVisible(count > 1)
        self.place.set_text(words)
        self.back.setEnabled(now > 1)
        self.next.setEnabled(now < count)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        for widget in (self.table, self.text):
            widget.setAccessibleName(self.tr("Preview"))
        for button, words in ((self.back, self.tr("The one before")), (self.next, self.tr("The one after"))):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
