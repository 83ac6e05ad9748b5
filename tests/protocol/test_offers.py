"""What a client offers, as bytes and back."""

import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.extensions import DeflateOffer
from protocol.http11 import read_request
from protocol.offers import Offer, build_head, build_request, offer_of

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3

offers = st.builds(
    Offer,
    host=st.sampled_from(["server.example.com", "127.0.0.1:8080", ""]),
    target=st.sampled_from(["/", "/chat?a=b"]),
    key=st.binary(min_size=15, max_size=17).map(lambda data: base64.b64encode(data).decode()),
    origin=st.sampled_from([None, "http://example.com"]),
    subprotocols=st.sampled_from([(), ("chat",), ("a", "b")]),
    version=st.sampled_from([13, 8]),
    extra=st.sampled_from([(), (("Cookie", "a=b"),), (("Sec-WebSocket-Extensions", "x-a"),)]),
)


def test_the_least_that_a_client_sends():
    assert build_request(Offer("a.example", "/", KEY)) == (
        b"GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )


def test_headers_may_be_left_out_and_added():
    offer = Offer("a", "/", KEY, extra=(("Cookie", "b"),), omit=("upgrade", "Sec-WebSocket-Version"))
    request = read_request(build_request(offer))
    names = ["Host", "Connection", "Sec-WebSocket-Key", "Cookie"]
    assert [line.name for line in request.headers] == names
    assert offer_of(request).omit == ("Upgrade", "Sec-WebSocket-Version")


@given(offers)
def test_a_request_tells_its_offer(offer):
    assert offer_of(read_request(build_request(offer))) == offer


@pytest.mark.parametrize(("version", "read"), [("8", 8), ("013", 13), ("x", 0), ("", 0), ("99999", 0)])
def test_a_version_that_is_no_number_is_none(version, read):
    head = build_head("GET / HTTP/1.1", [("Sec-WebSocket-Version", version)])
    assert offer_of(read_request(head)).version == read


def test_extensions_are_those_of_all_lines():
    name = "sec-websocket-EXTENSIONS"
    assert Offer("a", "/", KEY, extra=((name, "x"), ("Cookie", "b"), (name, "y"))).extensions == ["x", "y"]


def test_compression_is_offered_after_the_version():
    offer = Offer("a", "/", KEY, extra=(("Sec-WebSocket-Extensions", "x-a"),), deflate=DeflateOffer())
    lines = build_request(offer).split(b"\r\n")[5:]
    assert lines[:3] == [
        b"Sec-WebSocket-Version: 13",
        b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
        b"Sec-WebSocket-Extensions: x-a",
    ]
    assert offer.extensions == ["permessage-deflate; client_max_window_bits", "x-a"]
    # Who reads the request knows the same lines, as headers that he was not told the meaning of.
    assert offer_of(read_request(build_request(offer))).extensions == offer.extensions
    assert replace(offer, omit=("sec-websocket-extensions",)).extensions == ["x-a"]


def test_a_value_cannot_smuggle_in_a_header():
    with pytest.raises(ValueError, match="line break"):
        build_request(Offer("a\r\nX: y", "/", KEY))


@pytest.mark.parametrize("value", ["a\rb", "a\nb"])
def test_no_line_break_in_any_line(value):
    with pytest.raises(ValueError, match="line break"):
        build_head(value, [])
    with pytest.raises(ValueError, match="line break"):
        build_head("GET / HTTP/1.1", [("A", value)])
