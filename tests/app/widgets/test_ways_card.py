"""How the reader goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model.page import Ways
from app.widgets.ways_card import WaysCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(shown: Callable[..., QWidget]) -> WaysCard:
    card = WaysCard()
    card.set_ways(Ways())
    shown(card, 263, 200)
    return card


@pytest.mark.parametrize("depth", range(4))
def test_a_depth_is_chosen_and_shown(card: WaysCard, qtbot: QtBot, depth: int) -> None:
    with qtbot.waitSignal(card.depth_chosen) as heard:
        card.depths.buttons[depth].click()
    assert heard.args == [depth]
    card.set_ways(Ways(depth=depth))
    assert card.depths.value() == depth


def test_a_recording_has_no_steps_of_a_lesson(card: WaysCard) -> None:
    card.set_ways(Ways(depth=3, written=False))
    assert [button.text() for button in card.depths.buttons] == ["Message", "Frame", "Detail"]
    assert card.depths.value() == 3


def test_questions_can_be_off(card: WaysCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.mode_chosen) as heard:
        card.modes.buttons[2].click()
    assert heard.args == ["off"]
    assert card.more.isEnabled()
    card.set_ways(Ways(mode="off"))
    assert not card.more.isEnabled()


def test_one_more_question_is_asked_for(card: WaysCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.question_wanted):
        card.more.click()


def test_everything_fits_into_the_pane(card: WaysCard) -> None:
    for row in (card.depths, card.modes):
        assert sum(button.sizeHint().width() for button in row.buttons) + 4 <= 263 - 28
