"""The controls of forms: a line to type in, a switch, and a labelled row with a sentence about what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.drawing.fonts import mono_families, sans_families
from app.widgets.button import PRESSING
from app.widgets.look import draw_panel, draw_words, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

    from app.widgets.look import Look

SWITCH = (36, 20)


def input_sheet(look: Look, kind: str, size: int, *, mono: bool) -> str:
    """The stylesheet of something to type in, whose frame is painted by itself."""
    families = mono_families(look.lang) if mono else sans_families(look.lang)
    named = ", ".join(f'"{name}"' for name in families)
    ink, ground = look.theme.colour("ink"), look.theme.colour("on-ink")
    return (
        f"{kind} {{ background: transparent; border: none; padding: 0; font-family: {named}; font-size: {size}px;"
        f" color: {look.theme.colour('text')}; placeholder-text-color: {look.theme.colour('text3')};"
        f" selection-background-color: {ink}; selection-color: {ground}; }}"
    )


class LineField(QLineEdit):
    """One line to type in. `wrong` gives it the border of a violation; the words for it stand elsewhere."""

    focus_radius = 8.0

    def __init__(self, *, mono: bool = False, height: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mono, self.wrong = mono, False
        self.setFrame(False)
        self.setFixedHeight(height)
        self.setTextMargins(12, 0, 12, 0)
        self.setMinimumWidth(80)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        self._dress()

    def set_wrong(self, wrong: bool) -> None:
        """Whether what stands here cannot be."""
        if wrong != self.wrong:
            self.wrong = wrong
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            border = "err.edge" if self.wrong else "ink" if self.hasFocus() else "line3"
            fill = look.colour("sunk" if self.isEnabled() else "pane")
            line = 2 if self.wrong else 1
            draw_panel(painter, QRectF(self.rect()), 8, fill, look.colour(border), line=line)
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ParentChange):
            self._dress()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish:
            self._dress()
        return super().event(event)

    def _dress(self) -> None:
        sheet = input_sheet(look_of(self), "QLineEdit", 15, mono=self._mono)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


class TextField(QPlainTextEdit):
    """Several lines to type in; Tab leaves it."""

    focus_radius = 8.0

    def __init__(self, *, lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong = False
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setFixedHeight(20 * lines + 20)
        self.document().setDocumentMargin(8)
        self._dress()

    def set_wrong(self, wrong: bool) -> None:
        """Whether what stands here cannot be."""
        if wrong != self.wrong:
            self.wrong = wrong
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self.viewport()) as painter:
            border = "err.edge" if self.wrong else "ink" if self.hasFocus() else "line3"
            area = QRectF(self.viewport().rect())
            draw_panel(painter, area, 8, look.colour("sunk"), look.colour(border), line=2 if self.wrong else 1)
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ParentChange):
            self._dress()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish:
            self._dress()
        return super().event(event)

    def _dress(self) -> None:
        sheet = input_sheet(look_of(self), "QPlainTextEdit", 14, mono=True)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


class Switch(QCheckBox):
    """Words and a switch; position and fill both tell its state, and the whole row is the target."""

    focus_radius = 6.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        return True

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(14)).horizontalAdvance(self.text())
        return QSize(round(words) + SWITCH[0] + 14, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        wide, tall = SWITCH
        with painter_for(self) as painter:
            painter.setFont(look.font(14))
            painter.setPen(look.colour("text" if self.isEnabled() else "text3"))
            area = QRectF(self.rect())
            draw_words(painter, area.adjusted(wide + 12, 0, 0, 0), self.text())
            track = QRectF(0, (area.height() - tall) / 2, wide, tall)
            on = self.isChecked()
            fill = look.colour("ink" if on else "raise")
            line = 2 if self._hover and look.plain else 1
            draw_panel(painter, track, tall / 2, fill, look.colour("ink" if on else "line3"), line=line)
            x = track.right() - tall + 4 if on else track.left() + 4
            knob = look.colour("on-ink" if on else "text" if self._hover else "line3")
            draw_panel(painter, QRectF(x, track.y() + 4, tall - 8, tall - 8), (tall - 8) / 2, knob)


class Labelled(QWidget):
    """A control under its name, with a sentence below it: what it means, or what is wrong with it."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = ""
        self._name = Text(13, 18, bold=True, colour="text2", wrap=False)
        self.words = Text(13, 18, colour="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(control)
        column.addWidget(self.words)
        self.words.hide()

    def set_name(self, name: str, hint: str = "") -> None:
        """The words for it."""
        self._hint = hint
        self._name.set_text(name)
        self.control.setAccessibleName(name)
        self.set_problem("")

    def set_problem(self, sentence: str, *, grave: bool = True) -> None:
        """What is wrong, or nothing; then the hint stands there."""
        self.words.set_text(sentence or self._hint)
        self.words.set_colour(("err.edge" if grave else "warn.edge") if sentence else "text2")
        self.words.setVisible(bool(sentence or self._hint))
        self.control.setAccessibleDescription(sentence or self._hint)
        if isinstance(self.control, LineField | TextField):
            self.control.set_wrong(bool(sentence) and grave)
