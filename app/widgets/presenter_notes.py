"""The second window of a presentation, for the instructor alone: notes, what comes next, the time, the variants.

It is a window of its own, on the second display if there is one; its keys are those of the presentation, so that it
does not matter which of the two windows has the focus.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.notes import Notes, elapsed_words
from app.widgets.button import KeyButton
from app.widgets.chips import Chips
from app.widgets.focus_ring import FocusRing
from app.widgets.look import look_of, painter_for
from app.widgets.markdown import paragraphs
from app.widgets.presenter_notes_parts import QuestionNote, Thumbnail, VariantRows
from app.widgets.scroll import Scroll
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QScreen

    from app.drawing.marks import Scene

USUAL: Final = (1120, 680)
"""Size on the only display, over the presentation."""

LEAST: Final = (860, 480)

MARGIN: Final = 24
SIDE: Final = 380
"""Width of the column with the next step and the variants."""

KIND: Final = (
    Qt.WindowType.Dialog | Qt.WindowType.WindowMinMaxButtonsHint | Qt.WindowType.WindowCloseButtonHint
)  # fmt: skip
"""A dialog of the presentation stays above it: on the only display another window would lie below its full screen."""

TICKS: Final = 250
"""Milliseconds between two looks at the clock: it is never behind by more than can be seen."""


def beside(screen: QScreen | None) -> QScreen | None:
    """A display that is not this one; None if it is the only one."""
    return next((other for other in QGuiApplication.screens() if other is not screen), None)


class NotesWindow(QWidget):
    """Shows notes and the time since the presentation began. A press of any key is the presented window's."""

    pressed = Signal(object)
    """A key event that belongs to the presentation."""
    released = Signal()
    """The reader has closed the window."""
    variant_chosen = Signal(str)
    rfc_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__(parent, KIND)
        self.setObjectName("Notes")
        self.setMinimumSize(*LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._seconds = seconds
        self._began = seconds()
        self._notes = Notes()
        self.clock = Text(24, 32, bold=True, mono=True, wrap=False)
        self.elapsed = Text(40, 48, bold=True, mono=True, wrap=False)
        self.place = Text(16, 22, colour="text2", wrap=False)
        self.caption = Text(28, 36, bold=True)
        self.side = Text(20, 28, bold=True, colour="text2")
        self.bodies: list[Text] = []
        self.chips = Chips()
        self.margin = Text(18, 26, colour="text2")
        self.question = QuestionNote()
        self.next_head = Text(14, 20, bold=True, colour="text2", wrap=False)
        self.following = Text(20, 28, bold=True)
        self.thumbnail = Thumbnail()
        self.variants_head = Text(14, 20, bold=True, colour="text2", wrap=False)
        self.variants = VariantRows()
        self.reset_button = KeyButton("R")
        self.reset_button.clicked.connect(self.start_clock)
        self.variants.chosen.connect(self.variant_chosen)
        self.chips.rfc_chosen.connect(self.rfc_chosen)
        self._body = QVBoxLayout()
        self._words, self._list = Scroll(self), Scroll(self)
        self._build()
        self.ring = FocusRing(self)
        self._timer = QTimer(self, interval=TICKS)
        self._timer.timeout.connect(self.tick)
        self.retranslate()

    # What is shown.

    def set_notes(self, notes: Notes) -> None:
        """The words of one step."""
        moved = notes.caption != self._notes.caption
        self._notes = notes
        self.place.set_text(notes.place)
        self.caption.set_text(notes.caption)
        self.side.set_text(notes.page.title)
        self.side.setVisible(notes.page.title not in {"", notes.caption})
        runs = paragraphs(notes.page.body)
        while len(self.bodies) < len(runs):
            self.bodies.append(Text(20, 30))
            self._body.addWidget(self.bodies[-1])
        for index, words in enumerate(self.bodies):
            words.set_runs(runs[index] if index < len(runs) else ())
            words.setVisible(index < len(runs))
        self.chips.set_citations(notes.page.rfc)
        margin = paragraphs(notes.page.note)
        self.margin.set_runs(margin[0] if margin else ())
        self.margin.setVisible(bool(margin))
        self.question.set_question(notes.question)
        self._show_following()
        self.variants.set_variants(notes.variants)
        self.variants_head.setVisible(bool(notes.variants))
        self._words.settle()
        self._list.settle()
        if moved:
            self._words.verticalScrollBar().setValue(0)
        on = next((row for row in self.variants.rows if row.variant.on), None)
        if on is not None:
            self._list.ensureWidgetVisible(on, 0, 2 * on.height())

    def set_next(self, scene: Scene | None) -> None:
        """The figure of the next step; none if it is not known yet."""
        self.thumbnail.set_scene(scene)
        self.thumbnail.setVisible(scene is not None)

    def start_clock(self) -> None:
        """The presentation begins now."""
        self._began = self._seconds()
        self.tick()

    def tick(self) -> None:
        """The time of day and the time since the beginning, anew if they have changed."""
        now = QTime.currentTime().toString("HH:mm")
        gone = elapsed_words(int(self._seconds() - self._began))
        for words, text in ((self.clock, now), (self.elapsed, gone)):
            if words.text() != text:
                words.set_text(text)

    def set_shown(self, on: bool, screen: QScreen | None = None) -> None:
        """Shows the window, over the whole of `screen` if there is one for it, or hides it."""
        if not on:
            self._timer.stop()
            self.hide()
            return
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.availableGeometry())
        elif not self.isVisible():
            self._stand_below()
        self.tick()
        self._timer.start()
        self.setFocus()  # else Space would press the first button
        self.show()

    def _stand_below(self) -> None:
        """On the only display: as large as usual, in its lower middle."""
        area = self.screen().availableGeometry()
        size = QSize(min(USUAL[0], area.width()), min(USUAL[1], area.height() - MARGIN))
        self.resize(size)
        self.move(area.x() + (area.width() - size.width()) // 2, area.bottom() + 1 - size.height())

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setWindowTitle(self.tr("Notes – WebSocket 101"))
        self.reset_button.setText(self.tr("From zero"))
        self.next_head.set_text(self.tr("Next"))
        self.variants_head.set_text(self.tr("Variants"))
        self.clock.setAccessibleDescription(self.tr("The time of day"))
        self.elapsed.setAccessibleDescription(self.tr("The time since the presentation began"))
        self.thumbnail.setAccessibleName(self.tr("The next step"))
        self._show_following()

    # What the instructor does.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        super().closeEvent(event)
        self.released.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_for(self) as painter:
            look = look_of(self)
            painter.fillRect(self.rect(), look.colour("pane"))
            x = self.width() - SIDE - 2 * MARGIN
            painter.fillRect(x, 0, 1, self.height(), look.colour("line"))

    def _show_following(self) -> None:
        self.following.set_text(self.tr("This is the end.") if self._notes.ends else self._notes.following)

    def _build(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(16)
        times.addWidget(self.elapsed, 0, Qt.AlignmentFlag.AlignBottom)
        times.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignVCenter)
        times.addStretch(1)
        times.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        self._body.setSpacing(14)
        words: list[QWidget | QVBoxLayout] = [self.side, self._body, self.margin, self.question, self.chips]
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(times)
        left.addWidget(self.place)
        left.addWidget(self.caption)
        left.addWidget(_scrolled(self._words, words), 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.next_head)
        right.addWidget(self.following)
        right.addWidget(self.thumbnail)
        right.addSpacing(8)
        right.addWidget(self.variants_head)
        right.addWidget(_scrolled(self._list, [self.variants]), 1)
        side = QWidget()
        side.setFixedWidth(SIDE)
        right.setContentsMargins(0, 0, 0, 0)
        side.setLayout(right)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(2 * MARGIN)
        whole.addLayout(left, 1)
        whole.addWidget(side)


def _scrolled(scroll: Scroll, parts: list[QWidget | QVBoxLayout]) -> Scroll:
    """A column of these parts that scrolls; the margin at the right is the bar's."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 14, 0)
    column.setSpacing(14)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    scroll.setWidget(holder)
    return scroll
