"""The Predict card: a question with up to three options, which may be skipped, then the verdict in one
sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.announce import announce
from app.widgets.glyph_box import GlyphBox
from app.widgets.markdown import paragraphs
from app.widgets.option_row import OptionRow
from app.widgets.text import Text

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName
    from app.model.page import Question


class PredictCard(QFrame):
    """Shows a question. While it is open, `answered` carries the option that was chosen, counted from 0."""

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._question: Question | None = None
        self.options: list[OptionRow] = []
        self._head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self._words = Text(16, 23, bold=True)
        self._hint = Text(13, 18, colour="text2")
        self._verdict = QWidget()
        self.verdict_glyph = GlyphBox("tick", 18, 21)
        self._sentence = Text(14, 21)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._build()
        self.retranslate()
        self.hide()

    def set_question(self, question: Question | None) -> None:
        """Shows a question and its state, or nothing."""
        before, self._question = self._question, question
        if question is None:
            self.hide()
            return
        if before is None or before.options != question.options or before.text != question.text:
            self._build_options(question)
        for index, row in enumerate(self.options):
            chosen = question.chosen == index
            settled = question.right is not None
            row.set_state("chosen" if chosen else "other" if settled else "open", enabled=not settled)
        self.retranslate()
        self.show()
        if question.right is not None and (before is None or before.right is None):
            announce(self, self._sentence.text())

    @property
    def is_open(self) -> bool:
        """Whether an option can still be chosen."""
        return self._question is not None and self._question.right is None

    def choose(self, index: int) -> None:
        """Chooses an option, as its key does."""
        if self.is_open and 0 <= index < len(self.options):
            self.answered.emit(index)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._head.set_text(self.tr("Predict"))
        self._hint.set_text(self.tr("Choose, and you see the answer. Or step on."))
        question = self._question
        if question is None:
            return
        self.setAccessibleName(self.tr("Predict: {question}").format(question=question.text))
        settled = question.right is not None
        self._hint.setVisible(not settled)
        self._verdict.setVisible(settled)
        for row in self.options:
            source = self.tr("{number}: {option}, chosen") if row.state == "chosen" else "{number}: {option}"
            row.setAccessibleName(source.format(number=row.number, option=row.text()))
        if settled:
            skipped = question.chosen is None
            glyph: GlyphName = "none" if skipped else "tick" if question.right else "cross"
            self.verdict_glyph.set_glyph(glyph)
            verdict = "" if skipped else self.tr("Right.") if question.right else self.tr("Not so.")
            self._sentence.set_runs(paragraphs(f"**{verdict}** {question.answer}" if verdict else question.answer)[0])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(GlyphBox("question", 16, 18))
        head.addWidget(self._head, 1)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(self._words)
        column.addSpacing(12)
        column.addLayout(self._rows)
        column.addSpacing(12)
        column.addWidget(self._hint)
        verdict = QHBoxLayout(self._verdict)
        verdict.setContentsMargins(0, 0, 0, 0)
        verdict.setSpacing(8)
        verdict.addWidget(self.verdict_glyph)
        verdict.addWidget(self._sentence, 1)
        verdict.setAlignment(self.verdict_glyph, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._verdict)

    def _build_options(self, question: Question) -> None:
        self._words.set_runs(paragraphs(question.text)[0])
        for row in self.options:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.options = []
        for index, words in enumerate(question.options):
            row = OptionRow(index + 1, words)
            row.clicked.connect(lambda _checked=False, index=index: self.choose(index))
            self._rows.addWidget(row)
            row.show()  # a layout would do it one turn of the loop later
            self.options.append(row)
