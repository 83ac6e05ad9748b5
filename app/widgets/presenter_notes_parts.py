"""The parts of the notes window: a small picture of the next step, the variants with their keys, the question."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.drawing.render import render_image
from app.widgets.button import Button, draw_key, key_width
from app.widgets.look import draw_panel, draw_words, look_of, painter_for
from app.widgets.markdown import paragraphs
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.drawing.marks import Scene
    from app.model.notes import NotedQuestion, NotedVariant
    from app.widgets.look import Look

ROW: Final = 34
"""Height of a variant."""

TICK: Final = "\N{CHECK MARK}"


class Thumbnail(QWidget):
    """A scene as large as its place allows, or nothing but its frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self._kept: tuple[Look, int, float, QImage] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scene(self, scene: Scene | None) -> None:
        """Shows another scene."""
        if scene != self.scene:
            self.scene, self._kept = scene, None
            self.setAccessibleDescription(scene.description if scene is not None else "")
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(width * 3 / 4)

    def sizeHint(self) -> QSize:
        return QSize(360, 270)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            draw_panel(painter, area, 8, look.colour("stage"), look.colour("line2"))
            if self.scene is not None:
                image = self._image(look, self.scene)
                size = image.deviceIndependentSize()
                painter.drawImage(area.center() - QRectF(0, 0, size.width(), size.height()).center(), image)

    def _image(self, look: Look, scene: Scene) -> QImage:
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept[:3] != (look, self.width(), ratio):
            scale = min((self.width() - 8) / scene.width, (self.height() - 8) / scene.height) * ratio
            image = render_image(scene, look.theme, scale, look.lang)
            image.setDevicePixelRatio(ratio)
            self._kept = (look, self.width(), ratio, image)
        return self._kept[3]


class VariantRow(Button):
    """The keys that choose a variant, and its name; ink where it is the present one."""

    def __init__(self, variant: NotedVariant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.variant = variant
        self.setText(variant.title)
        self.setAccessibleName(f"{' '.join(variant.keys)}: {variant.title}")
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(variant.title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
            if self.variant.on:
                draw_panel(painter, area, 8, look.colour("ink"))
            elif self.underMouse() or self.isDown():
                draw_panel(painter, area, 8, look.colour("sunk"), look.colour("line3") if look.plain else None)
            x = 10.0
            for key in self.variant.keys:
                width = key_width(look, key)
                draw_key(painter, look, QRectF(x, (self.height() - 20) / 2, width, 20), key)
                x += width + 4
            x = max(x + 8, 96)
            painter.setFont(look.font(16, bold=self.variant.on))
            painter.setPen(look.colour("on-ink" if self.variant.on else "text"))
            metrics = QFontMetricsF(painter.font())
            words = metrics.elidedText(self.variant.title, Qt.TextElideMode.ElideRight, self.width() - x - 8)
            draw_words(painter, area.adjusted(x, 0, 0, 0), words)


class VariantRows(QWidget):
    """All variants of the lesson below each other."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[VariantRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_variants(self, variants: tuple[NotedVariant, ...]) -> None:
        """Other variants, or another one is on."""
        if tuple(row.variant for row in self.rows) == variants:
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [VariantRow(variant) for variant in variants]
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, one=row.variant.id: self.chosen.emit(one))
            self._column.addWidget(row)
            row.show()


class QuestionNote(QFrame):
    """The question of a step: its options, the right one ticked, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._question: NotedQuestion | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        self.words: list[Text] = []

    def set_question(self, question: NotedQuestion | None) -> None:
        """Shows the question of the step, or nothing."""
        self.setVisible(question is not None)
        if question == self._question:
            return
        self._question = question
        for words in self.words:
            self._column.removeWidget(words)
            words.hide()
            words.deleteLater()
        self.words = []
        if question is None:
            return
        self._add(question.text, bold=True)
        for place, option in enumerate(question.options):
            right = place == question.right
            self._add(f"{TICK}  {option}" if right else f"•  {option}", bold=right, colour="text" if right else "text2")
        self._add(question.answer)

    def _add(self, markdown: str, *, bold: bool = False, colour: str = "text") -> None:
        for runs in paragraphs(markdown):
            words = Text(18, 26, bold=bold, colour=colour)
            words.set_runs(runs)
            self._column.addWidget(words)
            words.show()
            self.words.append(words)
