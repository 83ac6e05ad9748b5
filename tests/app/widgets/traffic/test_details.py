"""The details of the selected row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from traffic_support import NOON, SERVER, incident

from app.drawing.marks import Label
from app.widgets.traffic.details import MOST, TrafficDetails
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.recording import Setup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def details(shown: Callable[..., QWidget]) -> TrafficDetails:
    made = TrafficDetails()
    shown(made, 860, 130)
    return made


def place_of(ledger: Ledger, text: str) -> int:
    return next(place for place in range(len(ledger)) if text in ledger.preview(place))


def chars(details: TrafficDetails) -> str:
    return "".join(mark.text for mark in details.figure.scene.marks if isinstance(mark, Label) and "chars" in mark.id)


def test_a_frame(details: TrafficDetails) -> None:
    ledger = incident()
    place = place_of(ledger, "no mask")
    details.show_row(ledger, place)
    assert details.title.text() == f"Frame {place + 1}"
    assert "no mask" in chars(details)
    assert details.row == place
    assert not details.switch.isVisible()
    details.clear()
    assert details.title.text() == "Nothing is selected"
    assert details.figure.scene.marks == ()


def test_the_switch_is_there_for_masked_frames(details: TrafficDetails, qtbot: QtBot) -> None:
    ledger = incident()
    details.show_row(ledger, place_of(ledger, "Hello"))
    assert details.switch.isVisible()
    assert "Hello" in chars(details)
    qtbot.mouseClick(details.switch.buttons[0], Qt.MouseButton.LeftButton)
    assert "Hello" not in chars(details)
    details.show_row(ledger, 0)
    assert not details.switch.isVisible()


def test_a_long_payload_is_scrolled(details: TrafficDetails) -> None:
    ledger = Ledger()
    talk = ledger.begin(Setup(began=NOON, whole=False))
    talk.data(0.0, SERVER, encode_frame(2, bytes(100_000)))
    details.show_row(ledger, 0)
    assert details.bar.isVisible()
    assert details.bar.maximum() > 6000
    details.bar.setValue(100)
    assert details.figure.scene.find("byte.1600") is not None
    assert details.figure.scene.find("byte.0") is None
    details.resize(860, 2000)
    assert len(details.figure.scene.marks) < MOST * 60
    ledger.talk(1).data(1.0, SERVER, encode_frame(1, b"short"))
    details.show_row(ledger, 1)
    assert details.bar.value() == 0


def test_a_row_that_grows_is_drawn_again(details: TrafficDetails) -> None:
    ledger = incident()
    details.show_row(ledger, 2)
    before = details.figure.scene
    details.refresh()
    assert details.figure.scene == before
