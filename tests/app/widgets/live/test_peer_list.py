"""The list of peers: selection, keys, and hundreds of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.live.cards import PeerCard
from app.widgets.live.peer_list import PeerList
from protocol.vocabulary import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def _cards(numbers: Iterable[int]) -> list[PeerCard]:
    return [PeerCard(number, "program", f"p{number}", "127.0.0.1:1", state=State.OPEN) for number in numbers]


@pytest.fixture
def peers(shown: Callable[..., PeerList]) -> PeerList:
    """Three cards."""
    peers = shown(PeerList(), 224, 400)
    peers.cards.set_cards(_cards([1, 2, 3]))
    return peers


def test_keys_move_and_select(peers: PeerList) -> None:
    chosen: list[tuple[int, ...]] = []
    peers.chosen.connect(chosen.append)
    peers.setFocus()
    peers.setCurrentIndex(peers.cards.index(0))
    QTest.keyClick(peers, Qt.Key.Key_Down)
    assert (peers.current, peers.selected) == (2, (2,))
    QTest.keyClick(peers, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert peers.selected == (2, 3)
    QTest.keyClick(peers, Qt.Key.Key_Escape)
    assert chosen[-1] == ()


def test_enter_filters_by_the_current_peer(peers: PeerList) -> None:
    wanted: list[int] = []
    peers.filter_wanted.connect(wanted.append)
    peers.setCurrentIndex(peers.cards.index(1))
    QTest.keyClick(peers, Qt.Key.Key_Return)
    assert wanted == [2]


def test_other_keys_are_the_windows(peers: PeerList) -> None:
    peers.setCurrentIndex(peers.cards.index(0))
    QTest.keyClick(peers, Qt.Key.Key_P)
    assert peers.current == 1


def test_the_selection_goes_with_its_peer(peers: PeerList) -> None:
    peers.setCurrentIndex(peers.cards.index(1))
    peers.cards.set_cards(_cards([1, 3, 2, 4]))
    assert peers.selected == (2,)
    peers.cards.set_cards(_cards([3, 4]))
    assert peers.selected == ()


def test_a_followed_row_does_not_change_who_gets_messages(peers: PeerList) -> None:
    peers.setCurrentIndex(peers.cards.index(0))
    peers.select(3)
    assert (peers.current, peers.selected) == (3, (1,))


def test_of_hundreds_only_what_is_seen_is_painted(peers: PeerList, monkeypatch: pytest.MonkeyPatch) -> None:
    peers.cards.set_cards(_cards(range(1, 501)))
    painted: set[int] = set()
    delegate = type(peers.itemDelegate())
    paint = delegate.paint
    monkeypatch.setattr(delegate, "paint", lambda self, p, o, i: (painted.add(i.row()), paint(self, p, o, i))[1])
    peers.viewport().repaint()
    assert painted == set(range(5))


def test_a_reader_of_the_screen_hears_the_card(peers: PeerList) -> None:
    spoken = peers.cards.data(peers.cards.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Peer #1, p1, 127.0.0.1:1, OPEN"
