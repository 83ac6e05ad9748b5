"""Deciders about offers and answers."""

from __future__ import annotations

import pytest

from lessons.deciders.negotiation import agreed_window, answer_with, chosen_subprotocol, taken_offer
from tests.deflate_support import two_messages

BOTH = ["chat.v2", "chat"]
TWO = "permessage-deflate, permessage-deflate; client_max_window_bits"


@pytest.fixture
def facts():
    return two_messages()


@pytest.mark.parametrize(
    ("offered", "known", "outcome"),
    [
        (BOTH, ["chat", "chat.v2"], "chat.v2"),
        (BOTH, ["chat"], "chat"),
        (BOTH, ["soap"], "none"),
        (["chat", "chat"], ["chat"], "400"),
    ],
)
def test_the_subprotocol_that_is_chosen(facts, offered, known, outcome):
    assert chosen_subprotocol(facts, {"subprotocols": offered, "known": known}) == outcome


@pytest.mark.parametrize(
    ("header", "value", "outcome"),
    [
        ("Sec-WebSocket-Protocol", "chat", "accepts"),
        ("Sec-WebSocket-Protocol", "Chat", "fails"),
        ("Sec-WebSocket-Protocol", "superchat", "fails"),
        ("Sec-WebSocket-Extensions", "x-trace", "accepts"),
        ("Sec-WebSocket-Extensions", "permessage-deflate", "fails"),
    ],
)
def test_how_the_client_takes_an_answer(facts, header, value, outcome):
    params = {"subprotocols": BOTH, "extensions": "x-trace", "header": header, "value": value}
    assert answer_with(facts, params) == outcome


@pytest.mark.parametrize(("bits", "outcome"), [(10, "second"), (15, "first")])
def test_the_offer_that_is_taken(facts, bits, outcome):
    assert taken_offer(facts, {"extensions": TWO, "client_bits": bits}) == outcome


def test_no_offer_is_taken_that_cannot_be_met(facts):
    assert taken_offer(facts, {"extensions": "permessage-deflate", "client_bits": 10}) == "none"


@pytest.mark.parametrize(
    ("who", "offer", "outcome"),
    [
        ("server", "permessage-deflate; server_max_window_bits=12", "1024"),
        ("server", "permessage-deflate; server_max_window_bits=9", "512"),
        ("client", "permessage-deflate; client_max_window_bits", "1024"),
        ("client", "permessage-deflate", "none"),
    ],
)
def test_the_window_that_is_agreed_on(facts, who, offer, outcome):
    assert agreed_window(facts, {"who": who, "bits": 10, "extensions": offer}) == outcome
