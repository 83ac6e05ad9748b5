"""HAR files of browsers, and our own: messages become talks that say that they were rebuilt."""

from __future__ import annotations

import base64
import json

import pytest
from capture_support import KEY, REQUEST, RESPONSE, frame, masked
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files import remarks
from app.files.har_out import write_har
from app.files.json_walk import JsonWalk
from app.files.opening import open_file
from app.files.remarks import CaptureError
from protocol.accept import accept_value
from protocol.facts import MessageArrived
from protocol.ledger import Ledger
from protocol.recording import Setup
from protocol.vocabulary import Opcode, Role

C, S = Role.CLIENT, Role.SERVER
BEGAN = 1_790_000_000.5


def header(**values):
    return [{"name": name.replace("_", "-"), "value": value} for name, value in values.items()]


def entry(messages, **more):
    """An entry as Chrome writes it: its keys are sorted, so that messages come before the request."""
    found = {
        "_initiator": {"type": "script"},
        "_resourceType": "websocket",
        "_webSocketMessages": messages,
        "request": {
            "method": "GET", "url": "wss://example.org:9000/chat?room=1", "httpVersion": "HTTP/1.1",
            "headers": header(Host="example.org:9000", Upgrade="websocket", Connection="Upgrade",
                              Sec_WebSocket_Key=KEY, Sec_WebSocket_Version="13"),
        },
        "response": {
            "status": 101, "statusText": "Switching Protocols", "httpVersion": "HTTP/1.1",
            "headers": header(Upgrade="websocket", Connection="Upgrade", Sec_WebSocket_Accept=accept_value(KEY)),
        },
        "serverIPAddress": "192.0.2.7",
        "startedDateTime": "2026-09-21T14:13:20.500Z",
        "time": 3000, "timings": {"blocked": 1, "wait": 49, "receive": 2000, "dns": -1},
    }  # fmt: skip
    found.update(more)
    return {key: value for key, value in found.items() if value is not None}


PAGE = {"request": {"url": "https://example.org/"}, "response": {"status": 200}, "_resourceType": "document"}
MESSAGES = [
    {"type": "send", "time": BEGAN + 1, "opcode": 1, "data": "Hello, 世界"},
    {"type": "receive", "time": BEGAN + 1.5, "opcode": 2, "data": base64.b64encode(b"\x00\xff").decode()},
    {"type": "receive", "time": BEGAN + 2, "opcode": 1, "data": ""},
]


@pytest.fixture
def opened(tmp_path):
    def run(data):
        path = tmp_path / "file.txt"
        path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        ledger, said = Ledger(), []
        list(open_file(path, ledger, remark=said.append))
        return ledger, said

    return run


def har(*entries):
    return {"log": {"version": "1.2", "creator": {"name": "WebInspector"}, "entries": list(entries)}}


def told(talk):
    return [(round(fact.time, 6), fact.who, fact.message.opcode, fact.message.payload)
            for fact in talk.facts.of(MessageArrived)]  # fmt: skip


EXPECTED = [
    (1.0, C, Opcode.TEXT, "Hello, 世界".encode()),
    (1.5, S, Opcode.BINARY, b"\x00\xff"),
    (2.0, S, Opcode.TEXT, b""),
]


def test_messages_of_chrome(opened):
    ledger, said = opened(har(PAGE, entry(MESSAGES), PAGE))
    (talk,) = ledger.talks
    assert told(talk) == EXPECTED
    setup = talk.recording.setup
    assert (setup.server, setup.began, setup.rebuilt) == ("192.0.2.7:9000", BEGAN, True)
    assert talk.recording.wire(C).startswith(b"GET /chat?room=1 HTTP/1.1\r\nHost: example.org:9000\r\n")
    assert talk.recording[1].time == 0.05
    assert [each.source for each in said] == [remarks.REBUILT]
    assert ledger.counts.violations == ledger.counts.warnings == 0


def test_header_lines_that_are_missing_are_added_and_named(opened):
    lacking = entry(MESSAGES, request={"url": "ws://example.org/"}, response={"status": 101, "headers": "none"})
    ledger, said = opened(har(lacking))
    assert told(ledger.talks[0])[0][3] == EXPECTED[0][3]
    (names,) = [each.values["names"] for each in said if each.source == remarks.ADDED]
    assert "Sec-WebSocket-Key" in names
    assert ledger.counts.violations == 0


@pytest.mark.parametrize("status", [200, 0, None])
def test_messages_without_101_were_opened_somehow(opened, status):
    """Over HTTP/2 (RFC 8441) the answer is 200."""
    lines = [{"name": ":method", "value": "CONNECT"}, {"name": ":protocol", "value": "websocket"}]
    request = {"method": "CONNECT", "url": "wss://example.org/", "headers": lines}
    ledger, _ = opened(har(entry(MESSAGES, request=request, response={"status": status})))
    assert len(told(ledger.talks[0])) == 3


def test_a_refusal_is_one(opened):
    ledger, _ = opened(har(entry([], response={"status": 403, "statusText": "Forbidden"})))
    assert ledger.talks[0].recording.wire(S).startswith(b"HTTP/1.1 403 Forbidden\r\n")


def test_a_handshake_without_messages_says_so(opened):
    """Firefox exports the handshake."""
    ledger, said = opened(har(entry(None, _resourceType=None)))
    assert len(ledger.talks) == 1
    assert remarks.NO_MESSAGES in [each.source for each in said]


BAD = [
    {"type": "error", "time": 1, "opcode": 1, "data": "x"},
    {"type": "send", "opcode": 2, "data": "not base64!"},
    {"type": "send", "opcode": 99, "data": ""},
    {"type": "send", "opcode": 9, "data": base64.b64encode(bytes(200)).decode()},
    {"type": "send", "opcode": True, "data": 5},
    None,
    [],
]


def test_messages_that_are_none_are_counted(opened):
    ledger, said = opened(har(entry([*BAD, *MESSAGES, {"type": "send", "time": "late", "data": "z"}])))
    assert [row[3] for row in told(ledger.talks[0])] == [*(row[3] for row in EXPECTED), b"z"]
    (count,) = [each.values["count"] for each in said if each.source == remarks.BAD_MESSAGES]
    assert count == str(len(BAD))


def test_a_har_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    data = json.dumps(har(entry(MESSAGES), entry(MESSAGES))).encode()
    counts = set()
    for stop in range(0, len(data) - 1, 7):
        path = tmp_path / "file"
        path.write_bytes(b" " + data[:stop])
        ledger, said = Ledger(), []
        try:
            list(open_file(path, ledger, remark=said.append))
        except CaptureError:
            continue
        assert any(each.source == remarks.BAD_JSON for each in said)
        counts.add(len(ledger.talks))
    assert counts in ({0, 1, 2}, {0, 1})


@pytest.mark.parametrize("data", [b"{}", b'{"log": 1}', b"{nonsense", b'{"a": ' + b"[" * 5000, b'\xef\xbb\xbf{"x": 1}'])
def test_json_that_is_no_har(opened, data):
    with pytest.raises(CaptureError) as error:
        opened(data)
    assert error.value.source == remarks.NO_HAR


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)
KEYS = ("request", "response", "startedDateTime", "timings", "_resourceType", "serverIPAddress", "_webSocketMessages")


@settings(max_examples=200)
@given(entries=st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, JSON)), max_size=3))
def test_any_entries_are_read(tmp_path_factory, entries):
    path = tmp_path_factory.getbasetemp() / "any.har"
    path.write_text(json.dumps(har(*entries)))
    list(open_file(path, Ledger(), remark=str))


@settings(max_examples=200)
@given(value=st.dictionaries(st.text(), JSON, max_size=5), size=st.integers(1, 40), indent=st.sampled_from([None, 1]))
def test_walking_gives_what_json_gives(value, size, indent):
    data = json.dumps(value, indent=indent, ensure_ascii=False).encode("utf-8", "surrogatepass")
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    walk = JsonWalk(b"", lambda: pieces.pop(0) if pieces else b"")
    found = {}
    for key in walk.pairs():
        found[key] = [walk.value() for _ in walk.items()] if walk.peek() == "[" else walk.value()
    assert found == json.loads(data.decode("utf-8", "replace"))


def test_what_is_written_is_read_again(tmp_path):
    ledger = Ledger()
    for port in (1, 2):
        talk = ledger.begin(Setup(f"10.0.0.1:{port}", "10.0.0.2:80", began=BEGAN))
        talk.data(0.0, C, REQUEST)
        talk.data(0.25, S, RESPONSE)
        talk.data(1.0, C, masked("Hello, 世界".encode()) + masked(b"ping", 9))
        talk.data(1.5, S, frame(b"\x00", 2, fin=False))
        talk.data(1.5, S, frame(b"\xff", 0))
        talk.data(2.0, S, frame(b""))
    path = tmp_path / "out.har"
    write_har(path, ledger.talks)
    log = json.loads(path.read_text())["log"]
    assert log["version"] == "1.2"
    assert [each["_webSocketMessages"] for each in log["entries"]] == [MESSAGES] * 2
    first = log["entries"][0]
    assert (first["request"]["url"], first["response"]["status"]) == ("ws://127.0.0.1:8765/chat", 101)
    assert first["startedDateTime"] == "2026-09-21T14:13:20.500000Z"
    again = Ledger()
    list(open_file(path, again, remark=str))
    assert [told(talk) for talk in again.talks] == [EXPECTED, EXPECTED]
    assert again.talks[0].recording.wire(S).startswith(RESPONSE)


def test_a_talk_without_heads_or_bytes_is_written_too(tmp_path):
    ledger = Ledger()
    ledger.begin(Setup())
    talk = ledger.begin(Setup(whole=False))
    talk.data(0.0, C, masked(b"x"))
    path = tmp_path / "out.har"
    write_har(path, ledger.talks)
    assert [len(each["_webSocketMessages"]) for each in json.loads(path.read_text())["log"]["entries"]] == [0, 1]
