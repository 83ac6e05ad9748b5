"""The cards of the connections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from traffic_support import NOON, incident

from app.model.traffic.cards import CardsModel
from app.widgets.capture.card_paint import PITCH
from app.widgets.capture.connections import ConnectionsPane
from protocol.ledger import Ledger
from protocol.recording import Setup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pane(shown: Callable[..., QWidget]) -> ConnectionsPane:
    cards = CardsModel()
    cards.set_ledger(incident())
    made = ConnectionsPane(cards)
    cards.setParent(made)
    shown(made, 240, 700)
    return made


def at(number: int) -> QPoint:
    return QPoint(100, (number - 1) * PITCH + 40)


def test_a_click_picks(pane: ConnectionsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.picked) as picked:
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=at(2))
    assert picked.args == [2]


def test_keys_pick_as_well(pane: ConnectionsPane, qtbot: QtBot) -> None:
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.list.cards.index(0, 0))
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.picked) as picked:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert picked.args == [2]


def test_the_chosen_card_looks_different(pane: ConnectionsPane) -> None:
    before = pane.list.viewport().grab().toImage()
    pane.list.set_chosen(2)
    after = pane.list.viewport().grab().toImage()
    changed = {y for y in range(3 * PITCH) if any(before.pixel(x, y) != after.pixel(x, y) for x in range(10, 220, 3))}
    assert changed
    assert min(changed) >= PITCH
    assert max(changed) < 2 * PITCH


def test_hundreds_of_connections_are_one_list(pane: ConnectionsPane) -> None:
    ledger = Ledger()
    for number in range(500):
        ledger.begin(Setup(client=f"10.0.0.1:{number}", began=NOON))
    pane.list.cards.set_ledger(ledger)
    pane.set_count(500, reading=True)
    assert pane.count.text() == "500 so far"
    pane.list.set_chosen(400)
    assert pane.list.indexAt(QPoint(100, 300)).row() in range(390, 410)
    pane.set_count(500, reading=False)
    assert pane.count.text() == "500"
