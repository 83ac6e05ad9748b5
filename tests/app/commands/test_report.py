"""A connection as one JSON document."""

from __future__ import annotations

import json

from app.commands.report import connection_report
from protocol.knowledge import Facts
from protocol.recording import Recording
from tests.lessons_support import facts_of, recording_of


def report(slug, fault=""):
    return connection_report(recording_of(slug, fault), facts_of(slug, fault))


def test_a_connection_that_was_closed_in_order():
    told = report("closing-handshake")
    assert told["client"].startswith("127.0.0.1:")
    assert told["request"]["target"] == "/chat"
    assert told["response"]["status"] == 101
    assert {"name": "Sec-WebSocket-Accept", "value": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="} in told["response"]["headers"]
    assert told["broken"] == []
    assert [(each["from"], each["opcode"], each["masked"]) for each in told["frames"]] == [
        ("client", 1, True), ("server", 1, False), ("client", 8, True), ("server", 8, False),
    ]  # fmt: skip
    assert told["frames"][0]["text"] == "Hello"
    assert told["frames"][2]["close"] == {"code": 1000, "reason": "done"}
    assert [(each["from"], each["text"], each["frames"]) for each in told["messages"]] == [
        ("client", "Hello", [0]), ("server", "Hello", [0]),
    ]  # fmt: skip
    assert [each["to"] for each in told["states"] if each["who"] == "client"] == ["OPEN", "CLOSING", "CLOSED"]
    assert told["told"]["server"] == {"code": 1000, "reason": "done", "clean": True}
    times = [each["time"] for each in told["frames"]]
    assert times == sorted(times)
    json.dumps(told)


def test_a_refused_handshake():
    told = report("opening-handshake", "old-version")
    assert told["response"]["status"] == 426
    (broken,) = told["broken"]
    assert (broken["from"], broken["rule"], broken["section"], broken["frame"]) == (
        "client", "request.version", "4.2.1", None,
    )  # fmt: skip
    assert told["frames"] == told["messages"] == []
    assert told["told"]["server"] is None
    assert told["told"]["client"] == {"code": 1006, "reason": "", "clean": False}


def test_a_broken_frame_carries_its_verdict():
    told = report("closing-handshake", "bad-code")
    frame = next(each for each in told["frames"] if each["from"] == "client" and each["opcode"] == 8)
    (broken,) = frame["broken"]
    assert (broken["rule"], broken["close_code"], broken["start_bit"], broken["width"]) == (
        "close.code",
        1002,
        48,
        16,
    )
    assert told["broken"][0]["frame"] == 1


def test_an_empty_recording_has_nothing_to_tell():
    told = connection_report(Recording(), Facts())
    assert told["request"] is told["response"] is None
    assert told["told"] == {"client": None, "server": None}
