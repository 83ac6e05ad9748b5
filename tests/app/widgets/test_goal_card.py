"""The goal card: conditions with their ticks, moves as buttons, and the goal that is announced once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.page import Choice, Condition, Goal
from app.widgets import goal_card
from app.widgets.goal_card import GoalCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

GOAL = Goal(
    "End the connection cleanly.",
    (Condition("Both said Close", met=False), Condition("No rule is broken", met=True)),
    (Choice("bye", "The client says Close 1000"), Choice("drop", "TCP is reset")),
    hint="A Close first.",
)


@pytest.fixture
def card(shown: Callable[..., QWidget]) -> GoalCard:
    card = GoalCard()
    card.set_goal(GOAL)
    card.toggle()
    shown(card, 263, 420)
    return card


def test_each_condition_has_its_state(card: GoalCard) -> None:
    assert [row.glyph.glyph for row in card.conditions] == ["pending", "tick"]
    assert card.conditions[0].accessibleName() == "Both said Close: not met yet"
    assert card.conditions[1].accessibleName() == "No rule is broken: met"


@pytest.mark.parametrize("by_key", [True, False])
def test_a_move_is_told(card: GoalCard, qtbot: QtBot, by_key: bool) -> None:
    with qtbot.waitSignal(card.move_made) as heard:
        if by_key:
            qtbot.keyClick(card.moves.rows[1], Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(card.moves.rows[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["drop"]


def test_moves_can_be_taken_back_once_there_are_some(card: GoalCard, qtbot: QtBot) -> None:
    assert not card.undo.isVisible()
    card.set_goal(replace(GOAL, made=("The client says Close 1000",)))
    assert (card.undo.isVisible(), card.again.isVisible()) == (True, False)
    card.set_goal(replace(GOAL, made=("a", "b")))
    assert card.again.isVisible()
    with qtbot.waitSignal(card.undo_wanted) as heard:
        card.again.click()
    assert heard.args == [True]


def test_the_hint_comes_when_it_is_asked_for(card: GoalCard) -> None:
    assert not card._hint.isVisible()
    card.help.click()
    assert (card._hint.isVisible(), card.help.isVisible()) == (True, False)
    card.set_goal(replace(GOAL, made=("x",)))
    assert card._hint.isVisible(), "it stays while the goal is the same"
    card.set_goal(replace(GOAL, task="Another."))
    card.toggle()
    assert not card._hint.isVisible()


def test_a_goal_that_has_just_been_reached_is_announced(card: GoalCard, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(goal_card, "announce", lambda _widget, text: heard.append(text))
    done = replace(GOAL, conditions=tuple(replace(one, met=True) for one in GOAL.conditions))
    card.set_goal(done)
    card.set_goal(done)
    assert heard == ["Reached."]
    assert card._verdict.isVisible()
    assert not card.help.isVisible()


def test_a_lesson_without_a_goal_has_no_card(card: GoalCard) -> None:
    card.set_goal(None)
    assert not card.isVisible()


def test_folded_it_shows_the_task_and_how_much_is_met(card: GoalCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.toggled):
        card.unfold.click()
    assert card._task.isVisible()
    assert card._count.text() == "1 / 2"
    hidden = [*card.conditions, *card.moves.rows, card.undo, card.help]
    assert not any(widget.isVisible() for widget in hidden)


def test_a_goal_with_moves_already_made_is_unfolded(card: GoalCard) -> None:
    card.set_goal(replace(GOAL, task="Another.", made=("The client says Close 1000",)))
    assert card.unfolded
    card.set_goal(replace(GOAL, task="A third."))
    assert not card.unfolded


def test_fewer_conditions_leave_none_behind(card: GoalCard) -> None:
    card.set_goal(replace(GOAL, conditions=GOAL.conditions[:1]))
    assert [row.isVisible() for row in card.conditions] == [True, False]
