"""The opening handshake: offers, both judges and the answers, told as the conversation they are."""

import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import (
    REQUEST_CHECKS,
    RESPONSE_CHECKS,
    Offer,
    Policy,
    Verdict,
    answer,
    bad_request,
    build_request,
    build_response,
    check_request,
    check_response,
    reason_phrase,
)
from protocol.http11 import read_request, read_response
from protocol.rules import RULES

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
OFFER = Offer("server.example.com", "/chat", KEY, "http://example.com", ("chat", "superchat"))
POLICY = Policy(("server.example.com",), ("http://example.com",), ("chat",))

# RFC 6455 section 1.2, with the headers in that order
REQUEST = (
    b"GET /chat HTTP/1.1\r\n"
    b"Host: server.example.com\r\n"
    b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    b"Origin: http://example.com\r\n"
    b"Sec-WebSocket-Protocol: chat, superchat\r\n"
    b"Sec-WebSocket-Version: 13\r\n"
    b"\r\n"
)
RESPONSE = (
    b"HTTP/1.1 101 Switching Protocols\r\n"
    b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
    b"Sec-WebSocket-Protocol: chat\r\n"
    b"\r\n"
)


def judged(old=b"", new=b"", policy=POLICY):
    """The request with one part exchanged, as the server judges it: (rule, verdict, line) each."""
    assert old in REQUEST
    checks = check_request(read_request(REQUEST.replace(old, new, 1) if old else REQUEST), policy)
    return [(check.rule.id.partition(".")[2], check.verdict.value, check.line) for check in checks]


def received(old=b"", new=b"", offer=OFFER):
    """The response with one part exchanged, as the client judges it."""
    assert old in RESPONSE
    checks = check_response(read_response(RESPONSE.replace(old, new, 1) if old else RESPONSE), offer)
    return [(check.rule.id.partition(".")[2], check.verdict.value, check.line) for check in checks]


def line(name):
    """A whole header line of the request or the response."""
    head = REQUEST if name in REQUEST else RESPONSE
    start = head.index(name)
    return head[start : head.index(b"\r\n", start) + 2]


def test_the_conversation_of_section_1_2():
    assert build_request(OFFER) == REQUEST
    request = read_request(REQUEST)
    checks = check_request(request, POLICY)
    reply = answer(request, checks, POLICY)
    assert (reply.status, reply.subprotocol) == (101, "chat")
    assert build_response(reply) == RESPONSE
    assert received() == [
        ("status", "holds", 0),
        ("upgrade", "holds", 1),
        ("connection", "holds", 2),
        ("accept", "holds", 3),
        ("protocol", "holds", 4),
        ("extensions", "not applicable", None),
    ]


def test_the_server_reads_the_lines_in_order():
    assert judged() == [
        ("method", "holds", 0),
        ("http", "holds", 0),
        ("host", "holds", 1),
        ("upgrade", "holds", 2),
        ("connection", "holds", 3),
        ("key", "holds", 4),
        ("origin", "holds", 5),
        ("protocol", "holds", 6),
        ("version", "holds", 7),
        ("extensions", "not applicable", None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule", "at", "status"),
    [
        (b"GET", b"POST", "method", 0, 405),
        (b"GET", b"get", "method", 0, 405),
        (b"/chat", b"/chat#part", "target", 0, 400),
        (b"/chat", b"ws://server.example.com/chat", "target", 0, 400),
        (b"/chat", b"http://other.example.com/chat", "host", 1, 400),
        (b"HTTP/1.1", b"HTTP/1.0", "http", 0, 400),
        (b"server.example.com", b"other.example.com", "host", 1, 400),
        (b"server.example.com", b"", "host", 1, 400),
        (b"server.example.com", b"server example com", "host", 1, 400),
        (b"Upgrade: websocket", b"Content-Length: 5\r\nUpgrade: websocket", "length", 2, 400),
        (b"Upgrade: websocket", b"Content-Length: 0\r\nContent-Length: x\r\nUpgrade: websocket", "length", 3, 400),
        (b"Upgrade: websocket", b"Transfer-Encoding: chunked\r\nUpgrade: websocket", "coding", 2, 400),
        (b"Upgrade: websocket", b"Upgrade: websockets", "upgrade", 2, 400),
        (b"Connection: Upgrade", b"Connection: keep-alive", "connection", 3, 400),
        (b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBsZSBub25jZQ", "key", 4, 400),
        (b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBsZSBub25jZQ=", "key", 4, 400),
        (b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBsZSBub25j", "key", 4, 400),
        (b"dGhlIHNhbXBsZSBub25jZQ==", b"\xff", "key", 4, 400),
        (b"http://example.com", b"http://elsewhere.example", "origin", 5, 403),
        (b"chat, superchat", b"chat, chat", "protocol", 6, 400),
        (b"chat, superchat", b"chat superchat", "protocol", 6, 400),
        (b"chat, superchat", b"", "protocol", 6, 400),
        (b"Version: 13", b"Version: 12", "version", 7, 426),
        (b"Version: 13", b"Version: 013", "version", 7, 426),
        (b"Version: 13", b"Version: 13, 8", "version", 7, 426),
        (b"Version: 13", b"Version: 13\r\nSec-WebSocket-Extensions: ;x", "extensions", 8, 400),
        (
            b"Origin: http://example.com",
            b"Sec-WebSocket-Extensions: a\r\nSec-WebSocket-Extensions: b c\r\nSec-WebSocket-Extensions: d",
            "extensions",
            6,
            400,
        ),
    ],
)
def test_a_broken_rule_ends_the_reading_with_its_status(old, new, rule, at, status):
    request = read_request(REQUEST.replace(old, new, 1))
    checks = check_request(request, POLICY)
    assert judged(old, new)[-1] == (rule, "broken", at)
    reply = answer(request, checks, POLICY)
    assert (reply.status, reply.reason) == (status, reason_phrase(status))
    head = read_response(build_response(reply))
    assert head.status == status
    assert head.get("Content-Length") == "0"
    assert "close" in head.tokens("Connection")
    assert check_response(head, OFFER)[0].verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("header", "rule"),
    [
        (b"Host", "host"),
        (b"Upgrade", "upgrade"),
        (b"Connection", "connection"),
        (b"Sec-WebSocket-Key", "key"),
        (b"Sec-WebSocket-Version", "version"),
    ],
)
def test_a_missing_header_is_noticed_at_the_empty_line(header, rule):
    found = judged(line(header))
    assert found[-1] == (rule, "broken", None)
    assert [verdict for _, verdict, _ in found[:-1]] == ["holds"] * 8


@pytest.mark.parametrize("header", [b"Host", b"Sec-WebSocket-Key", b"Sec-WebSocket-Version", b"Origin"])
def test_a_header_that_stands_once_stands_once(header):
    text = line(header)
    lines = REQUEST.split(b"\r\n")
    number = next(i for i, each in enumerate(lines) if text.startswith(each) and each)
    rule = {b"Host": "host", b"Origin": "origin"}.get(header, header.rpartition(b"-")[2].decode().lower())
    assert judged(text, text + text)[-1] == (rule, "broken", number + 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Upgrade: websocket", b"upgrade: WebSocket"),
        (b"Upgrade: websocket", b"Upgrade: h2c, WEBSOCKET"),
        (b"Connection: Upgrade", b"CONNECTION: keep-alive, uPGRADE"),
        (b"server.example.com", b"SERVER.example.com:8080"),
        (b"http://example.com", b"HTTP://Example.com"),
        (b"HTTP/1.1", b"HTTP/2.0"),
        (b"/chat", b"http://server.example.com:8080/chat?a#"[:-1]),
        (b"Upgrade: websocket", b"Content-Length: 0\r\nUpgrade: websocket"),
        (b"Version: 13", b"Version:13  "),
        (
            b"Version: 13",
            b"Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
        ),
        (b"Version: 13", b'Version: 13\r\nSec-WebSocket-Extensions: foo;a="b" , bar; baz=2'),
        (b"Version: 13", b"Version: 13\r\nCookie: a=b\r\nUser-Agent: x"),
    ],
)
def test_what_is_as_good(old, new):
    assert "broken" not in [verdict for _, verdict, _ in judged(old, new)]


def test_the_line_with_the_token_decides():
    two = b"Connection: keep-alive\r\nConnection: Upgrade\r\nConnection: x\r\n"
    assert ("connection", "holds", 4) in judged(line(b"Connection"), two)
    neither = b"Connection: keep-alive\r\nConnection: close\r\n"
    assert judged(line(b"Connection"), neither)[-1] == ("connection", "broken", 4)


def test_optional_headers_may_be_missing():
    found = judged(line(b"Origin") + line(b"Sec-WebSocket-Protocol"), b"")
    assert found[-3:] == [
        ("origin", "not applicable", None),
        ("protocol", "not applicable", None),
        ("extensions", "not applicable", None),
    ]


def test_a_policy_may_take_anything():
    assert judged(b"server.example.com", b"a.example", Policy())[2] == ("host", "holds", 1)
    assert ("origin", "holds", 5) in judged(b"http://example.com", b"null", Policy())
    assert judged(policy=Policy(origins=()))[-1] == ("origin", "broken", 5)


@pytest.mark.parametrize(
    ("supported", "chosen"),
    [((), None), (("superchat", "chat"), "chat"), (("superchat",), "superchat"), (("x",), None)],
)
def test_the_client_orders_the_subprotocols(supported, chosen):
    policy = Policy(subprotocols=supported)
    request = read_request(REQUEST)
    reply = answer(request, check_request(request, policy), policy)
    assert reply.subprotocol == chosen
    assert read_response(build_response(reply)).get("Sec-WebSocket-Protocol") == chosen


@pytest.mark.parametrize(
    ("old", "new", "rule", "at"),
    [
        # Section 4.1, item 1: 401 and 3xx are answers of HTTP; what to do about them is for the program.
        *(
            (b"101 Switching Protocols", str(status).encode(), "status", 0)
            for status in (200, 302, 307, 401, 407, 426, 503)
        ),
        (b"HTTP/1.1", b"HTTP/1.0", "http", 0),
        (b"HTTP/1.1 101", b"HTTP/1.0 302", "status", 0),
        (b"Upgrade: websocket", b"Upgrade: h2c", "upgrade", 1),
        (b"Upgrade: websocket", b"Upgrade: websocket, h2c", "upgrade", 1),
        (b"Connection: Upgrade", b"Connection: close", "connection", 2),
        (b"s3pPLM", b"S3pPLM", "accept", 3),
        (b"Protocol: chat", b"Protocol: Chat", "protocol", 4),
        (b"Protocol: chat", b"Protocol: chat, superchat", "protocol", 4),
        (b"Protocol: chat", b"Protocol: chat\r\nSec-WebSocket-Protocol: chat", "protocol", 5),
        (
            b"Protocol: chat",
            b"Protocol: chat\r\nSec-WebSocket-Extensions: permessage-deflate",
            "extensions",
            5,
        ),
        (b"Sec-WebSocket-Accept", b"Accept", "accept", None),
    ],
)
def test_the_client_fails_at_the_first_broken_rule(old, new, rule, at):
    assert received(old, new)[-1] == (rule, "broken", at)


def test_interim_answers_come_before_the_one_that_counts():
    early = b"HTTP/1.1 103 Early Hints\r\nSec-WebSocket-Accept: x\r\n\r\n"
    assert received(b"HTTP/1.1 101", early + b"HTTP/1.1 101") == received()


def test_the_accept_check_tells_what_it_wanted():
    check = check_response(read_response(RESPONSE.replace(b"s3p", b"xxx")), OFFER)[-1]
    assert (check.value, check.want) == ("xxxPLMBiTxaQ9kYGzzhZRbK+xOo=", ACCEPT)


def test_a_server_with_another_guid_fails_the_client():
    policy = Policy(guid="258EAFA5-E914-47DA-95CA-000000000000")
    request = read_request(REQUEST)
    reply = answer(request, check_request(request, policy), policy)
    checks = check_response(read_response(build_response(reply)), OFFER)
    assert (checks[-1].rule.id, checks[-1].verdict, reply.status) == ("response.accept", Verdict.BROKEN, 101)


def test_426_names_the_version_that_is_understood():
    request = read_request(REQUEST.replace(b": 13", b": 8"))
    head = read_response(build_response(answer(request, check_request(request, POLICY), POLICY)))
    assert head.get("Sec-WebSocket-Version") == "13"
    assert head.get("Upgrade") == "websocket"


def test_garbage_gets_an_ordinary_http_error():
    assert build_response(bad_request()).startswith(b"HTTP/1.1 400 Bad Request\r\n")


def test_rules_and_items_are_those_of_the_rfc():
    assert [row.item for row in REQUEST_CHECKS] == [1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 10]
    assert [row.item for row in RESPONSE_CHECKS] == [1, 1, 2, 3, 4, 5, 5, 6]
    told = {row.rule.id for row in (*REQUEST_CHECKS, *RESPONSE_CHECKS)}
    elsewhere = {"request.syntax", "response.syntax", "request.wait"}
    assert told | elsewhere == {name for name in RULES if name.startswith(("request.", "response."))}


def test_reason_phrases():
    assert (reason_phrase(101), reason_phrase(599)) == ("Switching Protocols", "")


offers = st.builds(
    Offer,
    host=st.sampled_from(["server.example.com", "127.0.0.1:8080", ""]),
    target=st.sampled_from(["/", "/chat?a=b"]),
    key=st.binary(min_size=15, max_size=17).map(lambda data: base64.b64encode(data).decode()),
    origin=st.sampled_from([None, "http://example.com"]),
    subprotocols=st.sampled_from([(), ("chat",), ("a", "b")]),
    version=st.sampled_from([13, 8]),
    extra=st.sampled_from([(), (("Cookie", "a=b"),), (("Sec-WebSocket-Extensions", "x-a"),)]),
    deflate=st.none() | st.builds(DeflateOffer, st.booleans(), st.booleans(), st.none() | st.integers(8, 15)),
)


@given(
    offers,
    st.sets(st.sampled_from(["Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"])),
)
def test_what_the_server_answers_is_what_the_client_accepts(offer, omit):
    offer = replace(offer, omit=tuple(omit))
    policy = Policy(subprotocols=("b", "chat"), deflate=DeflatePolicy(server_max_window_bits=11))
    request = read_request(build_request(offer))
    checks = check_request(request, policy)
    good = all(check.verdict is not Verdict.BROKEN for check in checks)
    right_key = len(base64.b64decode(offer.key)) == 16
    assert good == (not omit and right_key and offer.version == 13 and offer.host != "")
    reply = answer(request, checks, policy)
    assert (reply.status == 101) == good
    assert (reply.deflate is not None) == (good and offer.deflate is not None)
    found = check_response(read_response(build_response(reply)), offer)
    assert all(check.verdict is not Verdict.BROKEN for check in found) == good


def test_a_101_that_the_program_writes_by_hand_holds_its_own_headers_only():
    own = (("Upgrade", "websocket"), ("Sec-WebSocket-Protocol", "superchat"))
    request = read_request(build_request(Offer("server.example.com", "/chat", "dGhlIHNhbXBsZSBub25jZQ==")))
    policy = Policy(refuse=101, refuse_headers=own)
    reply = answer(request, check_request(request, policy), policy)
    assert (reply.status, reply.headers) == (101, own)
