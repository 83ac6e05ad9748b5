"""The flags of `connect` as the head of a request."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.commands.output import InputError
from app.commands.requests import offer_of_flags
from protocol.handshake import build_request
from protocol.http11 import read_request


def head(headers=(), subprotocols=(), *, deflate=False):
    offer = offer_of_flags(list(headers), list(subprotocols), deflate=deflate)
    return read_request(build_request(replace(offer, host="x", target="/", key="dGhlIHNhbXBsZSBub25jZQ==")))


def test_nothing_more_than_section_4_1_asks_for():
    assert [line.name for line in head().headers] == [
        "Host",
        "Upgrade",
        "Connection",
        "Sec-WebSocket-Key",
        "Sec-WebSocket-Version",
    ]


def test_headers_are_sent_as_given():
    found = head(["X-One: 1", "x-two:two: 2 ", "Empty:", "Cookie: é"])
    assert [(line.name, line.text) for line in found.headers][-4:] == [
        ("X-One", "1"),
        ("x-two", "two: 2"),
        ("Empty", ""),
        ("Cookie", "é"),
    ]


@pytest.mark.parametrize("name", ["Host", "Origin", "sec-websocket-version", "Sec-WebSocket-Extensions"])
def test_a_header_of_ours_is_replaced(name):
    assert head([f"{name}: mine"], deflate=True).get_all(name) == ["mine"]


def test_subprotocols():
    assert head((), ["chat", "a,b"]).tokens("Sec-WebSocket-Protocol") == ["chat", "a", "b"]


def test_compression_is_offered_as_browsers_do():
    assert head(deflate=True).get("Sec-WebSocket-Extensions") == "permessage-deflate; client_max_window_bits"
    assert head().get("Sec-WebSocket-Extensions") is None


@pytest.mark.parametrize(
    ("headers", "subprotocols", "words"),
    [
        (["X"], [], "is no header"),
        ([": x"], [], "is no header"),
        (["a b: c"], [], "is no header"),
        (["X : c"], [], "is no header"),
        (["X: a\r\nY: b"], [], "no header can hold"),
        (["X: 你"], [], "no header can hold"),
        ([], ["a b"], "is no subprotocol"),
        ([], [""], "is no subprotocol"),
        ([], ["a", "a"], "is offered once"),
    ],
)
def test_what_no_request_can_hold(headers, subprotocols, words):
    with pytest.raises(InputError, match=words):
        offer_of_flags(headers, subprotocols, deflate=True)
