"""Each judge of the opening handshake by itself: what it takes, what it does not."""

import pytest

from protocol import judges
from protocol.http11 import read_request, read_response
from protocol.offers import Offer, Policy

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
REQUEST = read_request(b"GET / HTTP/1.1\r\n\r\n")
RESPONSE = read_response(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
POLICY = Policy(("a.example", "b.example:81"), ("http://a.example",), ("chat",))
OFFER = Offer("a.example", "/", KEY, None, ("chat", "x"), extra=(("Sec-WebSocket-Extensions", "d; e=1, f"),))


@pytest.mark.parametrize(
    ("judge", "good", "bad"),
    [
        (judges.host, ["a.example", "A.Example:80", "b.example:81"], ["", "b.example", "b.example:82", "c.a.example"]),
        (judges.lists_websocket, ["websocket", "WebSocket", "x, websocket"], ["", "web socket", "websocket/13"]),
        (judges.lists_upgrade, ["Upgrade", "keep-alive,UPGRADE"], ["", "keep-alive", "upgrades", "up grade"]),
        (judges.key, [KEY], ["", KEY[:-1], KEY[:-2], "AAAA" + KEY, KEY.replace("d", "*"), KEY + " x"]),
        (judges.version, ["13"], ["", "013", "12", "13, 12", "1३"]),
        (judges.origin, ["http://a.example", "HTTP://A.example"], ["", "null", "https://a.example"]),
        (judges.offered_protocols, ["chat", "a,b", "a, ,b"], ["", ",", "a b", "a, a", "a;b"]),
        (
            judges.offered_extensions,
            ["a", "a; b", 'a;b="c"', "a; b=c, d", "a,b", "a,", ", a"],
            ["", ",", "a b", ";b", "a;", 'a;b="c d"'],
        ),
    ],
)
def test_what_a_server_takes(judge, good, bad):
    for value in good:
        assert judge(REQUEST, [value], POLICY).holds, value
    for value in bad:
        assert not judge(REQUEST, [value], POLICY).holds, value


@pytest.mark.parametrize(
    ("judge", "good", "bad"),
    [
        (judges.is_websocket, ["websocket", "WEBSOCKET"], ["", "h2c", "websocket, h2c"]),
        (judges.lists_upgrade, ["upgrade"], ["close"]),
        (judges.accept, [ACCEPT], ["", ACCEPT.lower(), ACCEPT[:-1]]),
        (judges.chosen_extensions, ["d", "f, d; x"], ["", "e", "D", "d;"]),
        (judges.chosen_protocol, ["chat", "x"], ["", "Chat", "chat, x"]),
    ],
)
def test_what_a_client_takes(judge, good, bad):
    for value in good:
        assert judge(RESPONSE, [value], OFFER).holds, value
    for value in bad:
        assert not judge(RESPONSE, [value], OFFER).holds, value


@pytest.mark.parametrize(
    ("line", "method", "http"),
    [
        ("GET / HTTP/1.1", True, True),
        ("GET / HTTP/2.0", True, True),
        ("Get / HTTP/1.0", False, False),
        ("GET / HTTP/0.9", True, False),
    ],
)
def test_the_request_line(line, method, http):
    request = read_request(line.encode() + b"\r\n\r\n")
    assert judges.method(request, [], POLICY).holds == method
    assert judges.http(request, [], POLICY).holds == http


@pytest.mark.parametrize("status", [100, 101, 200, 301, 401, 426])
def test_only_101_switches(status):
    response = read_response(f"HTTP/1.1 {status} x\r\n\r\n".encode())
    reading = judges.status(response, [], OFFER)
    assert (reading.holds, reading.value, reading.want) == (status == 101, str(status), "101")


def test_lists_may_be_spread_over_lines():
    assert judges.lists_upgrade(REQUEST, ["keep-alive", "Upgrade"], POLICY).value == "keep-alive, Upgrade"
    assert not judges.offered_protocols(REQUEST, ["a", "a"], POLICY).holds
    assert judges.chosen_extensions(RESPONSE, ["d", "f"], OFFER).holds


def test_a_reading_says_what_was_wanted():
    assert judges.host(REQUEST, ["c"], POLICY).want == "a.example, b.example:81"
    assert judges.origin(REQUEST, ["null"], Policy()).want == "*"
    assert judges.accept(RESPONSE, ["x"], OFFER).want == ACCEPT
    assert judges.chosen_protocol(RESPONSE, ["y"], OFFER).want == "chat, x"
