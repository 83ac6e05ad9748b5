"""The card "What if?": what can be changed, and the way back to one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.page import Choice, Fork
from app.widgets.fork_card import ForkCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

FORK = Fork((Choice("flip.0", "Turn over bit 0, FIN"), Choice("drop", "TCP is reset here")))


@pytest.fixture
def card(shown: Callable[..., QWidget]) -> ForkCard:
    card = ForkCard()
    card.set_fork(FORK)
    shown(card, 263, 260)
    return card


def test_a_change_is_told(card: ForkCard, qtbot: QtBot) -> None:
    assert [row.text() for row in card.changes.rows] == [choice.text for choice in FORK.changes]
    with qtbot.waitSignal(card.change_chosen) as heard:
        qtbot.mouseClick(card.changes.rows[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["flip.0"]


def test_two_runs_have_a_way_back(card: ForkCard, qtbot: QtBot) -> None:
    assert not card.back.isVisible()
    card.set_fork(Fork((), kept=True))
    assert card.back.isVisible()
    assert card.changes.rows == []
    with qtbot.waitSignal(card.keep_wanted):
        card.back.click()


def test_equal_changes_keep_their_buttons(card: ForkCard) -> None:
    before = card.changes.rows
    card.set_fork(Fork(tuple(Choice(one.id, one.text) for one in FORK.changes)))
    assert card.changes.rows is before


def test_where_nothing_can_be_changed_there_is_no_card(card: ForkCard) -> None:
    card.set_fork(Fork())
    assert not card.isVisible()
