"""The observer says of an endpoint what the endpoint knows, for any conversation and any chunking."""

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_support import KEY, MASK, Wire

from protocol.facts import AcceptComputed, Broke, Checked, FrameSent, Missed, Moved, Told
from protocol.frames import encode_frame
from protocol.handshake import Offer, Policy, Verdict
from protocol.observer import Observer, observe
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Opcode, Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER

frames = st.builds(
    encode_frame,
    st.sampled_from([0, 1, 2, 3, 8, 9, 10, 15]),
    st.sampled_from(
        [b"", b"Hello", b"\x03\xe8", b"\x03\xed", b"\x03\xe8bye", b"\xff\xfe", "你好".encode(), bytes(126)]
    ),
    fin=st.booleans(),
    rsv=st.sampled_from([0, 0, 0, 4]),
    key=st.sampled_from([MASK, None]),
)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("raw"), st.sampled_from(Role), frames),
        st.tuples(st.just("close"), st.sampled_from(Role), st.sampled_from([1000, 1001, None, 3000])),
        st.tuples(st.just("text"), st.sampled_from(Role), st.text(max_size=5)),
        st.tuples(st.just("reset"), st.sampled_from(Role), st.none()),
        st.tuples(st.just("run"), st.sampled_from(Role), st.sampled_from([None, 1, 3])),
    ),
    max_size=6,
)


def perform(wire, deed):
    what, who, value = deed
    end = wire.ends[who]
    able = end.state is State.OPEN and not end.endpoint.close_sent
    if what == "close" and able:
        end.send_close(value)
    elif what == "text" and able:
        end.send_text(value)
    elif what == "raw" and able and value[0] & 0xF != Opcode.CLOSE:
        end.send_raw(value)
    elif what == "reset" and end.state is not State.CLOSED:
        wire.reset(who)
    elif what == "run":
        wire.run(value)


@given(deeds)
def test_the_observer_knows_what_the_endpoints_know(sequence):
    wire = Wire().open()
    for deed in sequence:
        perform(wire, deed)
        for who in Role:
            wire.send(who)
        watcher = Observer(wire.recording.setup)
        for entry in wire.recording:
            watcher.feed(entry)
        for who in Role:
            seen, real = watcher.endpoints[who], wire.ends[who].endpoint
            assert (seen.state, seen.told, seen.close_sent, seen.failed) == (
                real.state,
                real.told,
                real.close_sent,
                real.failed,
            )


def capture(chunks):
    """A recording without READ entries, as from a file."""
    recording = Recording(reads=False)
    recording.append(Entry(0, CLIENT, Kind.SYN))
    for who, data in chunks:
        recording.append(Entry(0, who, Kind.DATA, data, len(data)))
    for who in Role:
        recording.append(Entry(0, who, Kind.FIN))
    return recording


def bare(facts):
    """Facts without the entry in which they lie."""
    return [
        {name: getattr(fact, name) for name in fact_fields(fact) if name != "entry"} | {"kind": type(fact).__name__}
        for fact in facts
    ]


def fact_fields(fact):
    return fact.__dataclass_fields__


@given(st.lists(frames, max_size=4).map(b"".join), st.data())
def test_any_chunking_gives_the_same_facts(stream, data):
    wire = Wire().open()
    request, response = wire.recording.wire(CLIENT), wire.recording.wire(SERVER)
    sent = request + stream
    cuts = sorted(data.draw(st.sets(st.integers(len(request), len(sent)), max_size=6)))
    pieces = [sent[a:b] for a, b in zip([len(request), *cuts], [*cuts, len(sent)], strict=True)]
    whole = capture([(CLIENT, request), (SERVER, response), (CLIENT, stream)])
    cut = capture([(CLIENT, request), (SERVER, response), *((CLIENT, piece) for piece in pieces)])
    assert bare(observe(whole)) == bare(observe(cut))


@given(st.integers(1, 40))
def test_heads_may_be_cut_anywhere_too(size):
    wire = Wire().open()
    for who in Role:
        data = wire.recording.wire(who)
        pieces = [data[start : start + size] for start in range(0, len(data), size)]
        others = {CLIENT: [], SERVER: [(CLIENT, wire.recording.wire(CLIENT))]}[who]
        one = observe(capture([*others, (who, data)]))
        many = observe(capture([*others, *((who, piece) for piece in pieces)]))
        assert bare(one) == bare(many)


def pieces_of(data, sizes):
    """`data` cut at the places that `sizes` add up to."""
    stops = [stop for stop in accumulate(sizes) if stop < len(data)]
    return [data[start:stop] for start, stop in zip([0, *stops], [*stops, len(data)], strict=True)]


def talk(turns, sizes, *, reads):
    """Each turn is written in pieces and, if `reads`, read in pieces as soon as it is whole."""
    recording = Recording(reads=reads)
    for who, data in turns:
        pieces = pieces_of(data, sizes)
        for piece in pieces:
            recording.append(Entry(0, who, Kind.DATA, piece, len(piece)))
        for piece in reversed(pieces) if reads else ():
            recording.append(Entry(0, who, Kind.READ, size=len(piece)))
    return recording


@pytest.mark.parametrize("reads", [True, False])
@given(
    st.sampled_from(["whole", "refused", "garbage", "early"]),
    st.lists(st.tuples(st.sampled_from(Role), frames), max_size=4),
    st.lists(st.integers(1, 40), max_size=20),
)
def test_any_chunking_of_both_directions_gives_the_same_facts(reads, opening, more, sizes):
    wire = Wire(Offer("h", "/", KEY, version=12 if opening == "refused" else 13)).open()
    request, response = wire.recording.wire(CLIENT), wire.recording.wire(SERVER)
    if opening == "early":
        request += encode_frame(Opcode.TEXT, b"early", key=MASK) + b"\x83"
    turns = [(CLIENT, b"\x16\x03\x01\r\n" if opening == "garbage" else request), (SERVER, response), *more]
    assert bare(observe(talk(turns, sizes, reads=reads))) == bare(observe(talk(turns, [], reads=reads)))


@given(st.lists(st.tuples(st.sampled_from(Role), st.binary(max_size=40)), max_size=8), st.booleans())
def test_no_bytes_make_it_raise(chunks, opened):
    wire = Wire()
    if opened:
        wire.open()
    observer = Observer(reads=False)
    for entry in wire.recording:
        observer.feed(entry)
    for who, data in chunks:
        observer.feed(Entry(8, who, Kind.DATA, data, len(data)))
    for who in Role:
        observer.feed(Entry(9, who, Kind.RST))


@given(st.lists(st.builds(Entry, st.just(0.0), st.sampled_from(Role), st.sampled_from(Kind), st.binary(max_size=5))))
def test_no_order_of_entries_makes_it_raise(entries):
    observer = Observer()
    for entry in entries:
        observer.feed(entry)


def test_the_facts_of_a_whole_conversation():
    wire = Wire().open()
    wire.client.send_text("Hello")
    wire.run()
    wire.server.send_text("Hello")
    wire.run()
    wire.client.send_close(1000, "done")
    wire.run()
    assert [fact.id for fact in observe(wire.recording)] == [
        "tcp.open",
        "request.sent",
        "request.arrived",
        "check.request.method",
        "check.request.http",
        "check.request.host",
        "check.request.upgrade",
        "check.request.connection",
        "check.request.key",
        "check.request.version",
        "check.request.origin",
        "check.request.protocol",
        "check.request.extensions",
        "accept.computed",
        "server.open",
        "response.sent",
        "response.arrived",
        "check.response.status",
        "check.response.upgrade",
        "check.response.connection",
        "check.response.accept",
        "check.response.extensions",
        "check.response.protocol",
        "client.open",
        "client.frame.0.sent",
        "client.frame.0.arrived",
        "client.message.0",
        "server.frame.0.sent",
        "server.frame.0.arrived",
        "server.message.0",
        "client.closing",
        "client.frame.1.sent",
        "client.frame.1.arrived",
        "server.closing",
        "server.frame.1.sent",
        "server.fin",
        "server.frame.1.arrived",
        "server.fin.arrived",
        "client.closed",
        "client.told",
        "client.fin",
        "client.fin.arrived",
        "server.closed",
        "server.told",
    ]


def test_the_accept_value_is_set_against_the_expected_one():
    wire = Wire(policy=Policy(guid="258EAFA5-E914-47DA-95CA-C5AB0DC85B12")).open()
    facts = observe(wire.recording)
    computed = facts.get("accept.computed")
    assert isinstance(computed, AcceptComputed)
    assert computed.expected == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    assert computed.accept != computed.expected
    check = facts.get("check.response.accept")
    assert isinstance(check, Checked)
    assert check.check.verdict is Verdict.BROKEN
    assert facts.of(Checked)[-1] is check
    assert [fact.transition.next for fact in facts.of(Moved) if fact.who is CLIENT] == [State.CLOSED]
    assert [fact.who for fact in facts.of(Told)] == [CLIENT, SERVER]


def test_the_server_policy_of_a_recording_is_known():
    wire = Wire(Offer("h", "/", KEY, origin="http://evil.example"), Policy(origins=("http://example.com",)))
    wire.recording.setup = type(wire.recording.setup)(origins=("http://example.com",))
    wire.open()
    broken = observe(wire.recording).of(Broke)
    assert [(fact.rule.id, fact.rule.status) for fact in broken] == [("request.origin", 403)]


def test_offending_bits_are_counted_from_the_frame():
    wire = Wire().open()
    wire.client.send_raw(encode_frame(Opcode.TEXT, b"ok\xff", key=MASK))
    wire.run()
    (broken,) = observe(wire.recording).of(Broke)
    assert (broken.rule.id, broken.number, broken.start_bit, broken.width) == ("text.utf8", 0, (6 + 2) * 8, 8)


def test_frames_know_where_they_stand_in_their_stream():
    wire = Wire().open()
    wire.client.send_text("a")
    wire.client.send_text("b")
    wire.run()
    sent = observe(wire.recording).of(FrameSent)
    stream = wire.recording.wire(CLIENT)
    assert [stream[fact.frame.offset :][: fact.frame.size] for fact in sent] == [fact.frame.raw for fact in sent]


@pytest.mark.parametrize("who", Role)
def test_after_a_close_data_is_a_broken_rule(who):
    wire = Wire().open()
    end = wire.ends[who]
    end.send_close(1000)
    end.send_raw(encode_frame(Opcode.PING, b"may come", key=MASK if who is CLIENT else None))
    end.send_raw(encode_frame(Opcode.TEXT, b"late", key=MASK if who is CLIENT else None))
    wire.run()
    assert [(fact.rule.id, fact.number) for fact in observe(wire.recording).of(Broke)] == [("close.after", 2)]


def missed(recording):
    return [(fact.who, fact.rule.id, fact.number) for fact in observe(recording).of(Missed)]


def ended(wire, who):
    wire.finish(who)
    wire.run()
    return missed(wire.recording)


def test_a_close_that_is_not_answered():
    """RFC 6455 section 5.5.1: who has not sent a Close frame "MUST send a Close frame in response"."""
    wire = Wire().open()
    wire.client.answers_close = False
    wire.server.send_ping(b"?")
    wire.server.send_close(1000)
    wire.run()
    assert ended(wire, CLIENT) == [(CLIENT, "close.answer", 1)]


def test_a_ping_that_is_not_answered():
    """RFC 6455 section 5.5.2; a pong for the last one is one for all (section 5.5.3)."""
    wire = Wire().open()
    wire.client.answers_pings = False
    for payload in (b"1", b"2"):
        wire.server.send_ping(payload)
    wire.run()
    wire.client.send_pong(b"1")
    wire.run()
    assert ended(wire, CLIENT) == [(CLIENT, "ping.answer", 1), (CLIENT, "close.lost", None)]


def test_all_that_was_asked_was_answered():
    wire = Wire().open()
    wire.client.answers_pings = False
    for payload in (b"1", b"2"):
        wire.server.send_ping(payload)
    wire.run()
    wire.client.send_pong(b"2")
    wire.client.send_close(1000)
    wire.run()
    assert missed(wire.recording) == []


def test_who_ends_tcp_without_a_close():
    wire = Wire().open()
    wire.reset(SERVER)
    wire.run()
    assert missed(wire.recording) == [(SERVER, "close.lost", None)]


def test_a_capture_does_not_know_what_crossed():
    """A Close that was captured before the FIN may still have been under way: only that none was sent is certain."""
    wire = Wire().open()
    wire.client.answers_close = False
    wire.server.send_close(1000)
    wire.run()
    wire.finish(CLIENT)
    wire.run()
    wire.recording.reads = False
    assert missed(wire.recording) == [(CLIENT, "close.lost", None)]


def test_who_fails_the_connection_answers_nothing_more():
    """RFC 6455 section 7.1.7."""
    wire = Wire().open()
    wire.client.send_raw(encode_frame(Opcode.PING, b"?", key=MASK) + encode_frame(Opcode.TEXT, b"bare"))
    wire.server.answers_pings = False
    wire.run()
    assert missed(wire.recording) == []


@pytest.mark.parametrize("size", [1, 5, 10**9])
def test_nobody_reads_what_was_not_written(size):
    """A recording from a file may say so; its frames are read when they are there."""
    wire = Wire().open()
    recording = Recording()
    for entry in wire.recording:
        recording.append(entry)
    recording.append(Entry(100, CLIENT, Kind.READ, size=size))
    frame = encode_frame(Opcode.TEXT, b"Hello", key=MASK)
    recording.append(Entry(101, CLIENT, Kind.DATA, frame, len(frame)))
    facts = observe(recording)
    assert ("client.frame.0.sent" in facts, "client.frame.0.arrived" in facts) == (True, False)
    recording.append(Entry(102, CLIENT, Kind.READ, size=len(frame)))
    assert [fact.message.text for fact in observe(recording) if fact.id == "client.message.0"] == ["Hello"]


def test_a_limit_that_is_known_is_the_observer_s_too():
    wire = Wire().open()
    wire.recording.setup = replace(wire.recording.setup, client_limit=4)
    wire.server.send_text("Hello")
    wire.send(Role.SERVER)
    wire.deliver(Role.SERVER)
    facts = observe(wire.recording)
    assert [fact.rule.id for fact in facts.of(Broke)] == ["frame.too-big"]
    assert "server.message.0" not in facts
    wire.recording.setup = replace(wire.recording.setup, client_limit=5)
    assert "server.message.0" in observe(wire.recording)
