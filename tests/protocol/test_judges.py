"""Each judge of the opening handshake by itself: what it takes, what it does not."""

from dataclasses import replace

import pytest

from protocol import judges
from protocol.extensions import DeflateOffer, DeflatePolicy
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
        (judges.no_length, ["0", "00", "0, 0"], ["", "1", "0, 1", "-0", "0x0", "٠"]),
        (judges.no_coding, [], ["", "chunked", "identity"]),
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


@pytest.mark.parametrize("status", [101, 200, 301, 401, 426])
def test_only_101_switches(status):
    response = read_response(f"HTTP/1.1 {status} x\r\n\r\n".encode())
    reading = judges.status(response, [], OFFER)
    assert (reading.holds, reading.value, reading.want) == (status == 101, str(status), "101")


@pytest.mark.parametrize(
    ("target", "holds"),
    [("/", True), ("/a?b", True), ("http://a/b", True), ("/#", False), ("*", False), ("a:1", False)],
)
def test_the_target(target, holds):
    request = read_request(f"GET {target} HTTP/1.1\r\n\r\n".encode())
    assert judges.target(request, [], POLICY).holds == holds


@pytest.mark.parametrize("value", ["a b", "a/b", "a:b", "a:80:80", "user@a", "[::1", "http://a", "ä", "a\x80"])
def test_a_host_that_is_none(value):
    assert not judges.host(REQUEST, [value], Policy()).holds


@pytest.mark.parametrize(
    "value", ["a", "a:", "a:80", "127.0.0.1:8080", "[::1]:80", "[v1.a:b]", "a%20b", "-_.~!$&'()*+,;="]
)
def test_any_host_will_do(value):
    assert judges.host(REQUEST, [value], Policy()).holds


def test_an_absolute_target_says_the_host():
    # RFC 9112 section 3.2.2: Host is ignored, but it has to be a host.
    request = read_request(b"GET http://a.example/ HTTP/1.1\r\n\r\n")
    assert judges.host(request, ["elsewhere.example"], POLICY).holds
    assert not judges.host(request, ["else where"], POLICY).holds
    other = read_request(b"GET http://elsewhere.example/ HTTP/1.1\r\n\r\n")
    assert not judges.host(other, ["a.example"], POLICY).holds


@pytest.mark.parametrize(("version", "holds"), [("1.0", False), ("1.1", True), ("2.0", True), ("0.9", False)])
def test_the_version_of_the_answer(version, holds):
    response = read_response(f"HTTP/{version} 101 x\r\n\r\n".encode())
    assert judges.http(response, [], OFFER).holds == holds


def test_a_reading_says_which_line_was_wrong():
    assert judges.offered_extensions(REQUEST, ["a", "b;", "c"], POLICY).at == 1
    assert judges.offered_protocols(REQUEST, ["a", "b, a", "c"], POLICY).at == 1
    assert judges.chosen_extensions(RESPONSE, ["f", "x", "d"], OFFER).at == 1
    assert judges.chosen_extensions(RESPONSE, ["f", "d", ";"], OFFER).at == 2


DEFLATES = replace(OFFER, deflate=DeflateOffer(server_max_window_bits=10))


def test_offered_compression():
    policy = replace(POLICY, deflate=DeflatePolicy())
    assert judges.offered_deflate(REQUEST, ["x"], policy) is None
    assert judges.offered_deflate(REQUEST, [";"], policy) is None
    taken = judges.offered_deflate(REQUEST, ["x", "permessage-deflate; server_max_window_bits=9", "y"], policy)
    want = "permessage-deflate; server_max_window_bits=9"
    assert (taken.holds, taken.value, taken.want, taken.at) == (True, want, want, 1)
    assert not judges.offered_deflate(REQUEST, ["permessage-deflate; server_max_window_bits=7"], policy).holds
    assert not judges.offered_deflate(REQUEST, ["permessage-deflate"], POLICY).holds


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        (["permessage-deflate; server_max_window_bits=10"], True),
        (["f", "permessage-deflate; server_max_window_bits=8; client_max_window_bits=9"], True),
        (["permessage-deflate; server_max_window_bits=11"], False),
        (["permessage-deflate"], False),
        (["permessage-deflate; server_max_window_bits=10; x=y"], False),
        (["permessage-deflate; server_max_window_bits=10"] * 2, False),
    ],
)
def test_the_compression_that_was_chosen(values, holds):
    assert judges.chosen_extensions(RESPONSE, values, DEFLATES).holds
    reading = judges.chosen_deflate(RESPONSE, values, DEFLATES)
    assert (reading.holds, reading.at) == (holds, len(values) - 1)
    assert reading.want == "permessage-deflate; server_max_window_bits=10; client_max_window_bits"


def test_no_compression_was_chosen():
    assert judges.chosen_deflate(RESPONSE, ["f"], DEFLATES) is None
    assert judges.chosen_deflate(RESPONSE, [";"], DEFLATES) is None


def test_lists_may_be_spread_over_lines():
    assert judges.lists_upgrade(REQUEST, ["keep-alive", "Upgrade"], POLICY).value == "keep-alive, Upgrade"
    assert not judges.offered_protocols(REQUEST, ["a", "a"], POLICY).holds
    assert judges.chosen_extensions(RESPONSE, ["d", "f"], OFFER).holds


def test_a_reading_says_what_was_wanted():
    assert judges.host(REQUEST, ["c"], POLICY).want == "a.example, b.example:81"
    assert judges.origin(REQUEST, ["null"], Policy()).want == "*"
    assert judges.accept(RESPONSE, ["x"], OFFER).want == ACCEPT
    assert judges.chosen_protocol(RESPONSE, ["y"], OFFER).want == "chat, x"
