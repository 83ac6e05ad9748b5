"""The side pane: what a step means, its citations, a margin note, the prediction, the faults and the
selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.page import Fault, Fork, Goal, Page, Question, Ways
from app.widgets.chips import Chips
from app.widgets.fault_card import FaultCard
from app.widgets.fork_card import ForkCard
from app.widgets.goal_card import GoalCard
from app.widgets.look import look_of, painter_for
from app.widgets.markdown import paragraphs
from app.widgets.predict_card import PredictCard
from app.widgets.scroll import Scroll
from app.widgets.text import Text
from app.widgets.ways_card import WaysCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

MARGIN = 24


class Note(QWidget):
    """A margin note: smaller words beside a rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text(14, 21, colour="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 0, 0)
        column.addWidget(self.words)

    def set_note(self, note: str) -> None:
        """Shows a note, or nothing."""
        found = paragraphs(note)
        self.words.set_runs(found[0] if found else ())
        self.setVisible(bool(note))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_for(self) as painter:
            painter.fillRect(QRectF(0, 0, 3, self.height()), look_of(self).colour("line2"))


class Inspector(QFrame):
    """The sentence of the mark that is selected in the figure, at the foot of the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Inspector")
        self._head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self.words = Text(14, 21)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self.words)
        self.retranslate()
        self.hide()

    def set_sentence(self, sentence: str) -> None:
        """Shows what is selected, or nothing."""
        self.words.set_text(sentence)
        self.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._head.set_text(self.tr("Selected"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class SidePane(QFrame):
    """312 pixels wide; it scrolls when its words need more than the window has."""

    rfc_chosen = Signal(str)
    answered = Signal(int)
    fault_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SidePane")
        self.setFixedWidth(312)
        self._page = Page()
        self._question: Question | None = None
        self._faults: tuple[Fault, ...] = ()
        self._title = Text(19, 26, bold=True)
        self._bodies: list[Text] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self.chips = Chips()
        self.note = Note()
        self.predict = PredictCard()
        self.faults = FaultCard()
        self.goal = GoalCard()
        self.fork = ForkCard()
        self.ways = WaysCard()
        self.inspector = Inspector()
        self._scroll = Scroll()
        self._build()
        self.chips.rfc_chosen.connect(self.rfc_chosen)
        self.predict.answered.connect(self.answered)
        self.faults.fault_toggled.connect(self.fault_toggled)
        self.goal.toggled.connect(self._scroll.settle)
        self.set_page(Page())
        self.retranslate()

    def set_page(self, page: Page) -> None:
        """Shows the words of a step."""
        moved = page.title != self._page.title
        self._page = page
        self._title.set_text(page.title)
        self._title.setVisible(bool(page.title))
        runs = paragraphs(page.body)
        while len(self._bodies) < len(runs):
            self._bodies.append(Text(16, 24))
            self._body.addWidget(self._bodies[-1])
        for index, words in enumerate(self._bodies):
            words.setVisible(index < len(runs))
            words.set_runs(runs[index] if index < len(runs) else ())
        self.chips.set_citations(page.rfc)
        self.note.set_note(page.note)
        self._scroll.settle()
        if moved:
            self._scroll.verticalScrollBar().setValue(0)

    def set_question(self, question: Question | None) -> None:
        """Shows the prediction of the step, or none; a verdict that has just come scrolls into view."""
        if question == self._question:
            return
        self._question = question
        was_open = self.predict.is_open
        self.predict.set_question(question)
        self._scroll.settle()
        if was_open and question is not None and not self.predict.is_open:
            QTimer.singleShot(0, self, self._show_verdict)

    def set_faults(self, faults: Sequence[Fault]) -> None:
        """Shows what can be broken, or nothing."""
        if tuple(faults) != self._faults:
            self._faults = tuple(faults)
            self.faults.set_faults(faults)
            self._scroll.settle()

    def set_trying(self, goal: Goal | None, fork: Fork, ways: Ways) -> None:
        """Shows what the reader is to bring about, what can be changed here, and how the reader goes through it."""
        self.goal.set_goal(goal)
        self.fork.set_fork(fork)
        self.ways.set_ways(ways)
        self._scroll.settle()

    def set_selection(self, sentence: str) -> None:
        """Shows the sentence of the selected mark, or nothing."""
        self.inspector.set_sentence(sentence)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Explanation"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_verdict(self) -> None:
        self._scroll.ensureWidgetVisible(self.predict.verdict_glyph, 0, MARGIN + 40)

    def _build(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addLayout(self._body)
        for widget in (self.chips, self.note, self.predict, self.goal, self.faults, self.fork, self.ways):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)  # the hairline at the left
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.inspector)
