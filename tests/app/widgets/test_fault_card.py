"""The fault card: a switch for each fault, told once for each click and never for being set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.page import Fault
from app.widgets.fault_card import FaultCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

GUID = Fault("guid", "Another GUID", sentence="The accept value is wrong.")
SILENT = Fault("silent", "The server never answers the Close that came first, whatever happens")


@pytest.fixture
def card(shown: Callable[..., QWidget]) -> FaultCard:
    card = FaultCard()
    card.set_faults((GUID, SILENT))
    shown(card, 263, 160)
    return card


def test_a_click_is_told(card: FaultCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.fault_toggled) as heard:
        qtbot.mouseClick(card.rows[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["guid", True]


def test_setting_tells_nothing(card: FaultCard) -> None:
    heard: list[str] = []
    card.fault_toggled.connect(lambda fault, _on: heard.append(fault))
    card.set_faults((replace(GUID, on=True), SILENT))
    assert heard == []
    assert card.rows[0].isChecked()


def test_the_sentence_of_a_fault_that_is_on(card: FaultCard) -> None:
    assert not card._sentence.isVisible()
    card.set_faults((replace(GUID, on=True), SILENT))
    assert card._sentence.text() == GUID.sentence
    assert card._sentence.isVisible()


def test_on_and_off_look_different(card: FaultCard) -> None:
    before = card.rows[0].grab().toImage()
    card.set_faults((replace(GUID, on=True), SILENT))
    assert card.rows[0].grab().toImage() != before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_switch(card: FaultCard, qtbot: QtBot, key: Qt.Key) -> None:
    card.rows[1].setFocus()
    with qtbot.waitSignal(card.fault_toggled):
        qtbot.keyClick(card.rows[1], key)


def test_long_titles_wrap(card: FaultCard) -> None:
    assert card.rows[0].heightForWidth(229) == 28
    assert card.rows[1].heightForWidth(229) > 28


def test_no_faults_no_card(card: FaultCard) -> None:
    card.set_faults(())
    assert not card.isVisible()
    assert card.rows == []
