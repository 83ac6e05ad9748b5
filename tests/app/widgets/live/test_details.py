"""The details of Live: four views of one selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.drawing.marks import Label
from app.widgets.live.details import LARGEST, TABS, LiveDetails
from protocol.ledger import Ledger
from protocol.recording import Setup
from protocol.vocabulary import Opcode, Role
from tests.live_support import frame, open_talk

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def details(shown: Callable[..., LiveDetails]) -> LiveDetails:
    """A frame of Hello and one that is too large for its bits."""
    ledger = Ledger()
    talk = ledger.begin(Setup("c", "s"))
    open_talk(talk)
    talk.data(1.0, Role.CLIENT, frame(Opcode.TEXT, b"Hello"))
    talk.data(1.1, Role.CLIENT, frame(Opcode.BINARY, bytes(LARGEST)))
    details = shown(LiveDetails(), 960, 260)
    details.show_row(ledger, 2)
    details.set_talk(talk)
    return details


def _texts(details: LiveDetails) -> set[str]:
    view = {"bits": details.bits, "states": details.states, "handshake": details.heads}[details.tab]
    return {mark.text for mark in view.scene.marks if isinstance(mark, Label)}


@pytest.mark.parametrize(("tab", "shows"), [("bits", "FIN"), ("states", "OPEN"), ("handshake", "GET /chat HTTP/1.1")])
def test_each_tab_shows_the_same_selection(details: LiveDetails, tab: str, shows: str) -> None:
    details.set_tab(tab)  # type: ignore[arg-type]
    assert shows in _texts(details)


def test_above_the_bits_stands_their_frame(details: LiveDetails) -> None:
    details.set_tab("bits")
    assert details._about.text() == "Frame 3"
    details.set_tab("states")
    assert details._about.text() == "Connection #1"


def test_the_figure_of_bits_begins_at_the_top(details: LiveDetails) -> None:
    details.set_tab("bits")
    first = min(mark.y for mark in details.bits.scene.marks if isinstance(mark, Label))
    assert 8 <= first <= 40


def test_a_large_frame_is_not_drawn_bit_by_bit(details: LiveDetails) -> None:
    details.show_row(details._talk._ledger, 3)  # type: ignore[union-attr]
    details.set_tab("bits")
    assert _texts(details) == {"Select a frame of up to 4096 bytes to see its bits."}


@pytest.mark.parametrize("tab", TABS)
def test_nothing_selected_is_no_mistake(shown: Callable[..., LiveDetails], tab: str) -> None:
    details = shown(LiveDetails(), 960, 260)
    details.set_tab(tab)  # type: ignore[arg-type]
    details.refresh()
    details.grab()
    assert details._about.text() == "Nothing is selected"
