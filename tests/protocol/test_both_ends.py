"""Two endpoints in any order of events: what the observer reads in their bytes is what they know themselves.

Where `test_observer` talks mostly by the rules, here everything goes: bytes made by hand, frames cut in the middle,
bytes before the handshake, deliveries in pieces, FIN and RST at any time.
"""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wire_support import KEY, MASK, Wire

from protocol.accept import accept_value
from protocol.connection import StateError
from protocol.deflate import Deflater
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.facts import Broke, FrameArrived, FrameSent
from protocol.frames import encode_frame
from protocol.handshake import Offer, Policy
from protocol.knowledge import Facts
from protocol.observer import Observer, observe
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER

payloads = st.sampled_from(
    [b"", b"Hello", b"\x03\xe8", b"\x03\xed", b"\x03", b"\x03\xe8bye", b"\xff\xfe", "你好".encode()[:4], bytes(126)]
    + [Deflater().deflate(data, fin=fin) for data in (b"Hello", b"\xff\xfe", bytes(500)) for fin in (True, False)]
)
frames = st.builds(
    encode_frame,
    st.sampled_from([0, 1, 1, 2, 3, 8, 8, 9, 10, 15]),
    payloads,
    fin=st.booleans(),
    rsv=st.sampled_from([0, 0, 4]),
    key=st.sampled_from([MASK, None]),
)
cut_frames = st.builds(lambda frame, size: frame[:size], frames, st.integers(1, 8))
heads = st.sampled_from(
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept_value(KEY).encode() + b"\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept_value("").encode() + b"\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept_value(KEY).encode() + b"\r\n"
        b"Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\n\r\n",
        b"SSH-2.0\r\n",
        b"HTT",
    ]
)
roles = st.sampled_from(Role)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("connect"), st.just(CLIENT), st.none()),
        st.tuples(st.just("raw"), roles, st.one_of(frames, cut_frames, heads)),
        st.tuples(st.just("close"), roles, st.sampled_from([1000, None, 1005])),
        st.tuples(st.just("text"), roles, st.text(max_size=3)),
        st.tuples(st.just("part"), roles, st.booleans()),
        st.tuples(st.just("ping"), roles, st.none()),
        st.tuples(st.just("fin"), roles, st.none()),
        st.tuples(st.just("reset"), roles, st.none()),
        st.tuples(st.just("send"), roles, st.none()),
        st.tuples(st.just("deliver"), roles, st.sampled_from([None, 1, 2, 7])),
        st.tuples(st.just("run"), roles, st.sampled_from([None, 1, 3])),
    ),
    max_size=14,
)


def perform(wire, deed):
    what, who, value = deed
    end = wire.ends[who]
    deeds_of_one = {
        "connect": end.connect,
        "raw": lambda: end.send_raw(value),
        "close": lambda: end.send_close(value),
        "text": lambda: end.send_text(value),
        "part": lambda: end.send_continuation(b"\xe4", fin=value),
        "ping": lambda: end.send_ping(b"?"),
        "fin": lambda: wire.finish(who),
        "reset": lambda: end.state is State.CLOSED or wire.reset(who),
        "send": lambda: wire.send(who),
        "deliver": lambda: wire.deliver(who, value),
        "run": lambda: wire.run(value),
    }
    with suppress(StateError):
        deeds_of_one[what]()


def known(endpoint):
    return endpoint.state, endpoint.told, endpoint.close_sent, endpoint.close_received, endpoint.failed


policies = st.sampled_from(
    [
        Policy(),
        Policy(origins=("http://a",)),
        Policy(guid="x"),
        Policy(deflate=DeflatePolicy()),
        Policy(deflate=DeflatePolicy(server_no_context_takeover=True, client_max_window_bits=8)),
    ]
)
offers = st.sampled_from(
    [None, DeflateOffer(), DeflateOffer(client_no_context_takeover=True, server_max_window_bits=9)]
)


@settings(max_examples=250)
@given(st.booleans(), policies, offers, deeds)
@example(  # the client has not read the refusal when it writes on: its bytes are frames to it
    opened=False,
    policy=Policy(),
    deflate=DeflateOffer(),
    sequence=[
        ("connect", CLIENT, None),
        ("connect", CLIENT, None),
        ("raw", SERVER, b"HTTP/1.1 404 Not Found\r\n\r\n"),
        ("connect", CLIENT, None),
    ],
)
def test_the_observer_knows_what_the_ends_know(opened, policy, deflate, sequence):
    wire = Wire(Offer("h", "/", KEY, origin="http://b", deflate=deflate), policy)
    wire.recording.setup = type(wire.recording.setup)(origins=policy.origins)
    watcher = Observer(wire.recording.setup)
    seen = 0
    if opened:
        wire.open()
    for deed in sequence:
        perform(wire, deed)
        for who in Role:
            wire.send(who)
        for entry in wire.recording[seen:]:
            watcher.feed(entry)
        seen = len(wire.recording)
        for who in Role:
            assert known(watcher.endpoints[who]) == known(wire.ends[who].endpoint), (who, deed)
    spans_are_inside(watcher.facts)


def spans_are_inside(facts: Facts):
    """The offending bits lie in the frame, as far as it is here."""
    sizes = {(fact.who, fact.number): fact.frame.size for fact in facts.of(FrameSent)}
    for fact in facts.of(Broke):
        assert fact.width > 0
        assert fact.start_bit >= 0
        if fact.number is not None and (fact.who, fact.number) in sizes:
            assert fact.start_bit + fact.width <= sizes[fact.who, fact.number] * 8


def test_a_close_made_by_hand_counts():
    wire = Wire().open()
    wire.client.send_raw(encode_frame(Opcode.CLOSE, b"\x03\xe8", key=MASK))
    assert wire.client.state is State.CLOSING
    wire.run()
    closes = [fact.frame.opcode for fact in observe(wire.recording).of(FrameSent) if fact.who is CLIENT]
    assert closes == [Opcode.CLOSE]
    assert wire.client.endpoint.told.clean


def test_a_ping_is_answered_until_a_close_was_received():
    """RFC 6455 section 5.5.2: "unless it already received a Close frame"."""
    wire = Wire().open()
    wire.client.send_close(1000)
    wire.server.send_ping(b"?")
    wire.send(SERVER)
    wire.deliver(SERVER)
    wire.send(CLIENT)
    assert wire.recording.wire(CLIENT).endswith(encode_frame(Opcode.PONG, b"?", key=MASK))
    wire.run()
    assert observe(wire.recording).of(Broke) == []
    assert wire.client.endpoint.told.clean


@pytest.mark.parametrize("key", [KEY, ""])
def test_an_answer_before_the_request_is_no_answer(key):
    """RFC 6455 section 4.1: nobody can know the key yet."""
    wire = Wire()
    wire.server.send_raw(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept_value(key).encode() + b"\r\n\r\n"
    )
    wire.run()
    assert wire.client.state is State.CLOSED
    with pytest.raises(StateError):
        wire.client.connect()
    assert [fact.rule.id for fact in observe(wire.recording).of(Broke)] == ["response.accept"]


def test_what_follows_a_refusal_is_http_again():
    wire = Wire(Offer("h", "/", KEY, version=12))
    wire.client.connect()
    wire.client.send_raw(encode_frame(Opcode.TEXT, b"early"))
    wire.run()
    wire.send(CLIENT)
    facts = observe(wire.recording)
    assert facts.of(FrameArrived) == []
    assert [fact.rule.id for fact in facts.of(Broke)] == ["request.version"]
    watcher = Observer(reads=False)
    for entry in wire.recording:
        watcher.feed(entry)
    before = len(watcher.facts)
    entry = type(entry)(entry.time, CLIENT, type(entry.kind).DATA, b"GET /again HTTP/1.1\r\n\r\n", 23)
    watcher.feed(entry)
    assert len(watcher.facts) == before


@pytest.mark.parametrize(
    "early",
    [
        encode_frame(Opcode.TEXT, b"bad"),
        encode_frame(Opcode.TEXT, b"good", key=MASK),
        encode_frame(Opcode.CLOSE, b"\x03\xe8", key=MASK),
        encode_frame(Opcode.TEXT, b"cut", key=MASK)[:4],
    ],
)
@pytest.mark.parametrize("reads", [True, False])
def test_frames_that_did_not_wait_for_the_101(early, reads):
    """RFC 6455 section 4.1: a client waits for the answer; the server reads what came early after it has answered."""
    wire = Wire()
    wire.server.answers_close = False
    wire.client.connect()
    wire.client.send_raw(early)
    wire.send(CLIENT)
    wire.deliver(CLIENT)
    wire.send(SERVER)
    watcher = Observer(reads=reads)
    for entry in wire.recording:
        if reads or entry.kind is not Kind.READ:
            watcher.feed(entry)
    assert known(watcher.endpoints[SERVER]) == known(wire.server.endpoint)
    ids = [fact.id for fact in watcher.facts if fact.who is SERVER or "arrived" in fact.id or "message" in fact.id]
    assert "client.frame.0.arrived" not in ids[: ids.index("server.open")]


def test_a_second_request_on_the_stream_is_a_broken_frame():
    """After the 101 there is no HTTP any more: `G` is a frame with RSV1 and a reserved opcode."""
    wire = Wire().open()
    wire.client.send_raw(b"GET /again HTTP/1.1\r\nHost: h\r\n\r\n")
    wire.run()
    facts = observe(wire.recording)
    assert facts.of(Broke)[0].rule.id == "frame.rsv"
    assert wire.server.endpoint.failed is not None


def test_both_close_and_one_is_reset():
    wire = Wire().open()
    wire.client.send_close(1000, "c")
    wire.server.send_close(1001, "s")
    for who in Role:
        wire.send(who)
    wire.deliver(SERVER)
    wire.reset(CLIENT)
    assert (wire.client.endpoint.told.code, wire.client.endpoint.told.clean) == (1001, True)
    wire.run()
    assert known(wire.server.endpoint)[:2] == (State.CLOSED, wire.server.endpoint.told)


def test_nothing_is_kept_of_what_comes_after_a_failure():
    """A frame that is too big fails the connection at its header; its payload may go on for ever."""
    wire = Wire().open()
    wire.server.receive(b"\x82\xff" + (1 << 40).to_bytes(8, "big") + MASK)
    assert wire.server.endpoint.failed is not None
    for _ in range(100):
        assert wire.server.receive(bytes(1 << 16)) == []
    assert wire.server._stream.missing == 1 << 40
