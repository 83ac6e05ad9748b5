"""The page of Live: its parts, its actions, its room, its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.model.live.cards import Overview, PeerCard, Station, Trips
from app.widgets.live.page import LivePage
from protocol.vocabulary import State

if TYPE_CHECKING:
    from collections.abc import Callable

RUNNING = Station("listening", "ws://192.168.1.20:8765/", "http://192.168.1.20:8765/", exposed=True)
PROXY = Station("listening", "ws://127.0.0.1:8766/", proxy="wss://example.com/chat")


@pytest.fixture
def page(shown: Callable[..., LivePage]) -> LivePage:
    """As large as the smallest window leaves it."""
    return shown(LivePage(), 1200, 712)


def _cards() -> list[PeerCard]:
    return [
        PeerCard(1, "browser", "Chrome, Linux", "127.0.0.1:50001", state=State.OPEN, trip=0.004),
        PeerCard(2, "ours", "", "127.0.0.1:8765", "server", State.CLOSED, code=1001),
        PeerCard(3, "ours", "", "127.0.0.1:8766", "server", State.CONNECTING),
    ]


def test_each_button_asks_for_its_deed(page: LivePage) -> None:
    asked: list[str] = []
    page.asked.connect(asked.append)
    page.set_stations(RUNNING, PROXY)
    page.set_selected(True, True)
    bar = page.station
    buttons = (
        bar.address,
        bar.switch,
        *bar.asks.values(),
        *bar.proxy_buttons.values(),
        page.bar.clear,
        page.bar.lab,
        page.bar.export,
    )
    for button in buttons:
        button.click()
    assert asked == [
        "copy", "stop", "settings", "page", "connect", "proxy", "weather", "proxy.copy", "proxy.stop",
        "clear", "lab", "export",
    ]  # fmt: skip


def test_a_stopped_server_can_be_started_only(page: LivePage) -> None:
    page.set_stations(Station(), Station())
    assert page.station.switch.text() == "Start"
    assert not page.station.address.isEnabled()
    assert not page.station.asks["page"].isEnabled()
    page.set_stations(Station("starting"), Station())
    assert not page.station.switch.isEnabled()


@pytest.mark.parametrize(("width", "height"), [(1200, 712), (1440, 852), (1920, 1032)])
def test_parts_keep_their_places(page: LivePage, width: int, height: int) -> None:
    page.resize(width, height)
    page.set_stations(RUNNING, PROXY)
    page.set_peers(_cards(), Overview((20_000,) * 60, (20_000,) * 60, Trips(1, (0.004,) * 17), {1: 1_000_000}))
    assert (page.peers.width(), page.bar.height()) == (240, 80)
    assert page.table.view.height() >= 100
    assert page.details.height() >= 160
    assert page.station.address.geometry().right() < page.station.switch.geometry().left()
    assert page.station.switch.geometry().right() < page.station.rates.geometry().left()


def test_peers_and_overview_are_shown(page: LivePage) -> None:
    page.set_peers(_cards(), Overview((3,) * 60, (5,) * 60, Trips(1, (0.004,)), {1: 7}))
    assert page.peers._count.text() == "1 open"
    assert "3 frames went" in page.station.rates.scene.description
    assert "peer #1" in page.peers.trips.scene.description
    assert "text: 7" in page.peers.opcodes.scene.description
    assert page.bar.line.placeholderText() == "Message to all open peers"


def test_nobody_is_a_sentence(page: LivePage) -> None:
    page.set_peers([], Overview())
    assert page.peers._nobody.isVisible()
    assert not page.peers.peers.isVisible()


def test_a_peer_can_be_filtered_for(page: LivePage) -> None:
    page.filter_peer(2)
    assert page.filter.text() == "conn:2"
    page.filter_peer(0)
    assert page.filter.text() == ""


def test_actions_reach_their_controls(page: LivePage) -> None:
    page.activateWindow()
    page.do("live.find")
    assert page.focusWidget() is page.filter.edit
    page.do("live.send")
    assert page.focusWidget() is page.bar.line
    page.do("live.tab")
    assert page.details.tab == "bits"
    asked: list[str] = []
    page.asked.connect(asked.append)
    for action in ("live.connect", "live.clear", "live.lab", "export", "copy"):
        page.do(action)
    assert asked == ["connect", "clear", "lab", "export", "copy.frame"]
    page.do("nobody knows")


def test_presenting_leaves_the_stage(page: LivePage) -> None:
    page.set_presenting(True)
    assert not page.peers.isVisible()
    assert not page.bar.isVisible()
    assert page.table.isVisible()
    page.set_presenting(False)
    assert page.bar.isVisible()


def test_everything_that_can_be_pressed_has_a_name(page: LivePage) -> None:
    page.set_stations(RUNNING, PROXY)
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or widget.text())
    ]
    assert nameless == []
