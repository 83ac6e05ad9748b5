"""The Predict card: open, answered right or wrong, skipped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.page import Question
from app.widgets.predict_card import PredictCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

OPEN = Question("May it finish first?", ("No: protocol error", "Yes", "Only pings may pass"))
ANSWER = "The Close is the last frame."


@pytest.fixture
def card(shown: Callable[..., QWidget]) -> PredictCard:
    card = PredictCard()
    card.set_question(OPEN)
    shown(card, 263, 300)
    return card


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_click_answers(card: PredictCard, qtbot: QtBot, index: int) -> None:
    with qtbot.waitSignal(card.answered) as heard:
        qtbot.mouseClick(card.options[index], Qt.MouseButton.LeftButton)
    assert heard.args == [index]


@pytest.mark.parametrize(
    ("chosen", "right", "glyph", "sentence"),
    [
        (0, True, "tick", f"Right. {ANSWER}"),
        (1, False, "cross", f"Not so. {ANSWER}"),
        (None, False, "none", ANSWER),
    ],
)
def test_the_verdict(card: PredictCard, chosen: int | None, right: bool, glyph: str, sentence: str) -> None:
    card.set_question(replace(OPEN, chosen=chosen, right=right, answer=ANSWER))
    assert card.verdict_glyph.glyph == glyph
    assert card._sentence.text() == sentence
    assert card._verdict.isVisible()
    assert not card._hint.isVisible()
    assert [row.state for row in card.options] == ["chosen" if i == chosen else "other" for i in range(3)]


def test_a_settled_question_takes_no_answer(card: PredictCard) -> None:
    card.set_question(replace(OPEN, chosen=1, right=False, answer=ANSWER))
    heard: list[int] = []
    card.answered.connect(heard.append)
    card.choose(0)
    assert heard == []
    assert not card.is_open


def test_a_key_beyond_the_options_is_nothing(card: PredictCard) -> None:
    heard: list[int] = []
    card.answered.connect(heard.append)
    card.choose(3)
    card.choose(-1)
    assert heard == []


def test_a_choice_before_the_verdict_is_marked(card: PredictCard) -> None:
    card.set_question(replace(OPEN, chosen=2))
    assert [row.state for row in card.options] == ["open", "open", "chosen"]
    assert card.is_open
    assert card.options[2].accessibleName() == "3: Only pings may pass, chosen"


def test_no_question_hides_the_card(card: PredictCard) -> None:
    card.set_question(None)
    assert not card.isVisible()
    assert not card.is_open


def test_options_stay_while_the_verdict_comes(card: PredictCard) -> None:
    kept = list(card.options)
    card.set_question(replace(OPEN, chosen=0, right=True, answer=ANSWER))
    assert card.options == kept
