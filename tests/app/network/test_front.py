"""Who gets a WebSocket, and who gets plain HTTP."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from network_support import REQUEST

from app.network.front import PAGE, Front, Passed, Reply, full, too_slow
from protocol.http11 import head_end, read_response


def asked(line, *headers):
    return "\r\n".join([line, *headers, "", ""]).encode()


def answered(data):
    """The answer to a plain request: its head and its body."""
    reply = Front().feed(data)
    assert isinstance(reply, Reply)
    stop = head_end(reply.raw)
    head = read_response(reply.raw[:stop])
    assert head.status == reply.status
    return head, reply.raw[stop:]


def test_the_page_is_one_file_that_needs_no_other():
    head, body = answered(asked("GET / HTTP/1.1", "Host: x"))
    assert head.status == 200
    assert body == PAGE.read_bytes()
    assert head.get("Content-Type") == "text/html; charset=utf-8"
    assert head.get("Content-Length") == str(len(body))
    assert "default-src 'none'" in head.get("Content-Security-Policy")
    assert b"http://" not in body.replace(b"http://www.w3.org", b"")
    assert b"src=" not in body


@pytest.mark.parametrize("target", ["/?lang=zh", "http://x/", "HTTP://x", "https://x?y"])
def test_the_page_has_several_targets(target):
    assert answered(asked(f"GET {target} HTTP/1.1", "Host: x"))[0].status == 200


def test_head_is_the_same_without_a_body():
    get, body = answered(asked("GET / HTTP/1.1", "Host: x"))
    head, nothing = answered(asked("HEAD / HTTP/1.1", "Host: x"))
    assert nothing == b""
    assert [(each.name, each.value) for each in head.headers] == [(each.name, each.value) for each in get.headers]
    assert head.get("Content-Length") == str(len(body))


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        ("GET /favicon.ico HTTP/1.1", ["Host: x"], 404),
        ("GET /chat HTTP/1.1", ["Host: x"], 426),
        ("GET /chat HTTP/1.1", ["Host: x", "Upgrade: h2c", "Connection: Upgrade"], 426),
        ("POST / HTTP/1.1", ["Host: x", "Content-Length: 3"], 405),
        ("OPTIONS * HTTP/1.1", ["Host: x"], 400),
        ("DELETE /chat HTTP/1.1", ["Host: x"], 405),
        ("get / HTTP/1.1", ["Host: x"], 405),
        ("GET / HTTP/1.1", [], 400),
        ("GET / HTTP/1.1", ["Host: x", "Host: y"], 400),
        ("GET / HTTP/1.0", [], 200),
        ("GET / HTTP/2.0", ["Host: x"], 505),
        ("GET nowhere HTTP/1.1", ["Host: x"], 400),
    ],
)
def test_each_answer(line, headers, status):
    head, body = answered(asked(line, *headers))
    assert head.status == status
    assert head.get("Content-Length") == str(len(body))
    assert "close" in head.tokens("Connection")


def test_426_says_what_to_upgrade_to():
    """RFC 9110 section 15.5.22: "The server MUST send an Upgrade header field in a 426 response"."""
    head, _ = answered(asked("GET /chat HTTP/1.1", "Host: x"))
    assert head.get("Upgrade") == "websocket"
    assert "Upgrade" in head.tokens("Connection")  # section 7.8
    assert head.get("Sec-WebSocket-Version") == "13"


def test_405_says_what_is_allowed():
    """RFC 9110 section 15.5.6."""
    head, _ = answered(asked("PUT / HTTP/1.1", "Host: x"))
    assert head.tokens("Allow") == ["GET", "HEAD"]


@pytest.mark.parametrize(
    "data",
    [
        REQUEST,
        REQUEST.replace(b"GET", b"PUT"),
        REQUEST.replace(b"websocket", b"h2c, WebSocket"),
        b"\x16\x03\x01",
        b" x",
    ],
)
def test_the_endpoint_answers_who_wants_a_websocket_or_speaks_no_http(data):
    found = Front().feed(data + b"early")
    assert isinstance(found, Passed)
    assert found.raw == data + b"early"


@given(st.lists(st.integers(0, len(REQUEST)), max_size=8))
def test_any_cut_gives_the_same(cuts):
    front = Front()
    places = sorted({0, *cuts, len(REQUEST)})
    found = [front.feed(REQUEST[start:stop]) for start, stop in pairwise(places)]
    assert found[:-1] == [None] * (len(found) - 1)
    assert found[-1] == Front().feed(REQUEST)


def test_an_endless_head_is_not_kept():
    front = Front()
    found = None
    for _ in range(20):
        found = front.feed(b"GET /" + b"a" * 1024)
        if found is not None:
            break
    assert isinstance(found, Passed)
    assert found.request is None
    assert len(found.raw) < 20 * 1024


def test_the_short_answers():
    assert read_response(full()).status == 503
    assert read_response(full()).get("Retry-After") is not None
    assert read_response(too_slow()).status == 408


@pytest.mark.parametrize("about", ["echo", "broadcast", "script"])
def test_the_page_knows_what_stands_behind_the_server(about):
    reply = Front(about).feed(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert reply.raw.count(f'data-program="{about}"'.encode()) == 1
