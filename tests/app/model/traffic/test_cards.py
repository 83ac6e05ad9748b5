"""Connections as cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from traffic_support import NOON, incident, masked, opened, request

from app.model.traffic.cards import CardsModel, card, spoken
from protocol.ledger import Ledger
from protocol.recording import Setup
from protocol.vocabulary import Role, State


def test_the_cards_of_a_capture() -> None:
    first, second, third = (card(talk) for talk in incident().talks)
    assert (first.address, first.state, first.sign, first.frames) == ("10.0.0.31:52114", State.OPEN, "tick", 2)
    assert (second.state, second.note) == (State.CLOSED, "code 1002")
    assert (second.violations, second.gaps, second.outcome) == (3, 1, "101, accept key correct")
    assert (third.sign, third.outcome, third.note) == ("cross", "101: Accept value wrong", "no frames")


def test_other_openings() -> None:
    ledger = Ledger()
    refused = ledger.begin(Setup(client="a", began=NOON))
    refused.data(0.0, Role.CLIENT, request())
    assert card(refused).sign == "pending"
    refused.data(0.1, Role.SERVER, b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    assert (card(refused).sign, card(refused).outcome) == ("warning", "403 Forbidden")
    midway = ledger.begin(Setup(client="b", began=NOON, whole=False))
    midway.data(0.2, Role.CLIENT, masked(1, b"x"))
    assert (card(midway).sign, card(midway).outcome) == ("none", "began before the capture")


def test_what_a_card_says() -> None:
    text = spoken(card(incident().talk(2)))
    assert text.startswith("Connection 2, 10.0.0.44:50833: CLOSED, code 1002.")
    assert "violations: 3" in text


def test_cards_come_as_connections_do(qapp: object) -> None:
    ledger = Ledger()
    model = CardsModel()
    model.set_ledger(ledger)
    assert model.rowCount() == 0
    opened(ledger, "10.0.0.1:1")
    model.follow()
    assert model.rowCount() == 1
    assert "10.0.0.1:1" in str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert model.card_at(1) is None
    assert model.rowCount(model.index(0, 0)) == 0
