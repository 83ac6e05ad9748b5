"""What the deciders about states say is what the endpoints and the table do."""

from __future__ import annotations

import pytest

from lessons.deciders.machine import (
    row_leads_to,
    rows_out_of,
    sending_while_connecting,
    state_after_ping,
    state_in_handshake,
)
from protocol.observer import observe
from tests.wire_support import Wire

FACTS = observe(Wire().open().recording)


@pytest.mark.parametrize(
    ("who", "moment", "state"),
    [
        ("client", "asked", "CONNECTING"),
        ("server", "asked", "CONNECTING"),
        ("client", "answered", "CONNECTING"),
        ("server", "answered", "OPEN"),
    ],
)
def test_the_server_is_open_first(who: str, moment: str, state: str) -> None:
    assert state_in_handshake(FACTS, {"who": who, "moment": moment}) == state


def test_nothing_is_sent_while_connecting() -> None:
    assert sending_while_connecting(FACTS, {}) == "error"


@pytest.mark.parametrize("who", ["client", "server"])
def test_a_ping_moves_nobody(who: str) -> None:
    assert state_after_ping(FACTS, {"who": who}) == "OPEN"


@pytest.mark.parametrize(
    ("role", "state", "signal", "then"),
    [
        ("server", "OPEN", "TCP closed", "CLOSED"),
        ("client", "CLOSING", "receives Close", "CLOSING"),
        ("client", "OPEN", "sends Close", "CLOSING"),
        ("client", "CONNECTING", "101 sent", "CONNECTING"),
    ],
)
def test_the_table(role: str, state: str, signal: str, then: str) -> None:
    assert row_leads_to(FACTS, {"role": role, "state": state, "signal": signal}) == then


@pytest.mark.parametrize(("state", "count"), [("CLOSED", "0"), ("CLOSING", "1"), ("OPEN", "3")])
def test_rows_out_of(state: str, count: str) -> None:
    assert rows_out_of(FACTS, {"state": state}) == count
