"""The lines of `serve`, one for each thing that happens."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.commands.watch import Watch, why
from app.network.front import Reply
from protocol.closing import CloseTold
from protocol.events import Closed, Failed, MessageReceived, Opened, Refused
from protocol.extensions import Deflate
from protocol.http11 import read_request
from protocol.patience import HANDSHAKE, IDLE
from protocol.rules import REQUEST_ORIGIN, TEXT_UTF8
from protocol.violations import Violation

REQUEST = read_request(b"GET /chat HTTP/1.1\r\nHost: x\r\n\r\n")


def link(**changes):
    values = {
        "address": "127.0.0.1:5",
        "request": REQUEST,
        "ran_out": None,
        "dead": False,
        "error": None,
        "connection": SimpleNamespace(deflate=None),
    }
    return SimpleNamespace(**{**values, **changes})


def line(deed):
    said = []
    deed(Watch(said.append))
    return said


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Opened(None), ["#7 127.0.0.1:5 opened /chat"]),
        (Opened("chat"), ["#7 127.0.0.1:5 opened /chat (subprotocol chat)"]),
        (
            Refused(REQUEST_ORIGIN, 403),
            ["#7 127.0.0.1:5 refused with 403, broken: “The origin is allowed” (RFC 6455 section 4.2.2)"],
        ),
        (
            Failed(Violation(TEXT_UTF8, 0, 8)),
            ["#7 failed with 1007, broken: “Text is valid UTF-8” (RFC 6455 section 8.1)"],
        ),
        (Closed(CloseTold(1000, "bye", clean=True)), ["#7 closed 1000 normal closure “bye”, clean"]),
        (Closed(CloseTold(1000, "\x1b[2J", clean=True)), ["#7 closed 1000 normal closure “\\x1b[2J”, clean"]),
        (Closed(CloseTold(1006, "", clean=False)), ["#7 closed 1006 abnormal closure, not clean"]),
        (MessageReceived(1, b"x", "x"), []),
    ],
)
def test_each_event(event, expected):
    assert line(lambda watch: watch.heard(7, link(), event)) == expected


def test_compression_is_named():
    packed = link(connection=SimpleNamespace(deflate=Deflate()))
    assert line(lambda watch: watch.heard(1, packed, Opened("a"))) == [
        "#1 127.0.0.1:5 opened /chat (subprotocol a, permessage-deflate)"
    ]


def test_plain_http_and_crowds():
    assert line(lambda watch: watch.replied(1, link(), Reply(REQUEST, 426, b""))) == ["#1 127.0.0.1:5 GET /chat: 426"]
    assert "503" in line(lambda watch: watch.turned_away(1, link()))[0]


def test_who_asked_for_nothing_in_time():
    late = link(request=None, ran_out=HANDSHAKE)
    assert line(lambda watch: watch.ended(1, late)) == ["#1 127.0.0.1:5 closed: its request did not end in time"]
    assert line(lambda watch: watch.ended(1, link())) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"dead": True}, " (no answer to a ping)"),
        ({"ran_out": IDLE}, " (the idle limit ran out)"),
        ({"error": ConnectionResetError("reset")}, " (reset)"),
    ],
)
def test_why_it_ended(changes, words):
    assert why(link(**changes), CloseTold(1006, "", clean=False)) == words


def test_how_tcp_went_after_a_clean_end_is_not_told():
    assert not why(link(error=ConnectionResetError("reset")), CloseTold(1000, "", clean=True))


def test_a_long_target_is_cut_short():
    far = link(request=read_request(b"GET /" + b"x" * 16_000 + b" HTTP/1.1\r\n\r\n"))
    [said] = line(lambda watch: watch.heard(1, far, Opened(None)))
    assert said == ("#1 127.0.0.1:5 opened /" + "x" * 500)[:500] + "…"
