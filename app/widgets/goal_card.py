"""The goal card: what the reader is to bring about, what of it holds, and the moves that can be made."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.page import Condition, Goal
from app.widgets.announce import announce
from app.widgets.button import KeyButton
from app.widgets.choice_row import ChoiceRows
from app.widgets.flow import Flow
from app.widgets.glyph_box import GlyphBox
from app.widgets.markdown import paragraphs
from app.widgets.text import Text


class ConditionRow(QWidget):
    """One condition with a tick or an empty circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = GlyphBox("pending", 16, 20)
        self.words = Text(14, 20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.glyph)
        row.addWidget(self.words, 1)
        row.setAlignment(self.glyph, Qt.AlignmentFlag.AlignTop)

    def set_condition(self, condition: Condition) -> None:
        """Shows it; the words are spoken with its state."""
        self.glyph.set_glyph("tick" if condition.met else "pending")
        self.words.set_runs(paragraphs(condition.text)[0])
        state = self.tr("{condition}: met") if condition.met else self.tr("{condition}: not met yet")
        self.setAccessibleName(state.format(condition=self.words.text()))


class GoalCard(QFrame):
    """Hidden when a lesson has no goal. `move_made` carries the id of a move."""

    move_made = Signal(str)
    toggled = Signal()
    """It needs another height."""
    undo_wanted = Signal(bool)
    """One move is taken back, or with True all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._goal: Goal | None = None
        self._hinted = False
        self.unfolded = False
        """Whether conditions and moves are shown; the task always is."""
        self.conditions: list[ConditionRow] = []
        self._head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self._count = Text(13, 18, colour="text2", wrap=False)
        self._task = Text(14, 20)
        self._made = Text(13, 18, colour="text2")
        self._hint = Text(14, 20, colour="text2")
        self._verdict = Text(14, 20, bold=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.moves = ChoiceRows(self.move_made.emit)
        self.undo = KeyButton("⌫")
        self.again = KeyButton()
        self.help = KeyButton()
        self.unfold = KeyButton("G")
        self.unfold.clicked.connect(self.toggle)
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(False))
        self.again.clicked.connect(lambda: self.undo_wanted.emit(True))
        self.help.clicked.connect(self._show_hint)
        self._build()
        self.retranslate()
        self.hide()

    def set_goal(self, goal: Goal | None) -> None:
        """Shows a goal and how far it is met, or nothing. A goal that has just been reached is announced."""
        before, self._goal = self._goal, goal
        if goal is None:
            self.hide()
            return
        if before is None or before.task != goal.task:
            self._hinted = False
            self.unfolded = bool(goal.made)
        self._task.set_runs(paragraphs(goal.task)[0])
        while len(self.conditions) < len(goal.conditions):
            self.conditions.append(ConditionRow())
            self._rows.addWidget(self.conditions[-1])
        for row, condition in zip(self.conditions, goal.conditions, strict=False):
            row.set_condition(condition)
        self.moves.set_choices(goal.moves)
        self.retranslate()
        self.show()
        if goal.reached and before is not None and before.task == goal.task and not before.reached:
            announce(self, self._verdict.text())

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._head.set_text(self.tr("Your goal"))
        self._verdict.set_text(self.tr("Reached."))
        self.unfold.setText(self.tr("Fold up") if self.unfolded else self.tr("Try it"))
        self.undo.setText(self.tr("Undo"))
        self.again.setText(self.tr("Start again"))
        self.help.setText(self.tr("Hint"))
        self.setAccessibleName(self.tr("Your goal"))
        goal = self._goal
        if goal is None:
            return
        met = sum(condition.met for condition in goal.conditions)
        self._count.set_text(f"{met} / {len(goal.conditions)}")
        for place, row in enumerate(self.conditions):
            row.setVisible(self.unfolded and place < len(goal.conditions))
        for move in self.moves.rows:
            move.setVisible(self.unfolded)
        self._made.set_text(self.tr("Done: {moves}").format(moves=self.tr(", ").join(goal.made)))
        self._made.setVisible(self.unfolded and bool(goal.made))
        self.undo.setVisible(self.unfolded and bool(goal.made))
        self.again.setVisible(self.unfolded and len(goal.made) > 1)
        self._hint.set_runs(paragraphs(goal.hint)[0] if goal.hint else ())
        helpful = self.unfolded and bool(goal.hint) and not goal.reached
        self._hint.setVisible(helpful and self._hinted)
        self.help.setVisible(helpful and not self._hinted)
        self._verdict.setVisible(goal.reached)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def toggle(self) -> None:
        """Show conditions and moves, or only the task."""
        self.unfolded = not self.unfolded
        self.retranslate()
        self.updateGeometry()
        self.toggled.emit()

    def _show_hint(self) -> None:
        self._hinted = True
        self.retranslate()
        announce(self, self._hint.text())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._task)
        column.addLayout(self._rows)
        column.addWidget(self._verdict)
        column.addSpacing(4)
        column.addLayout(self.moves)
        column.addWidget(self._made)
        buttons = Flow(6)
        for button in (self.unfold, self.undo, self.help, self.again):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self._hint)
