"""The fast road of reading: what it takes, where it stops, and that it is the slow road."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stream_support import (
    Control,
    Pen,
    Said,
    bent,
    deflates,
    handshake,
    levels,
    mutations,
    pieces,
    places,
    plans,
    roles,
)
from wire_support import MASK

from protocol import observer, stream
from protocol.batch import Passed
from protocol.frames import encode_frame
from protocol.handshake import Offer, build_request
from protocol.masking import mask
from protocol.observer import Observer
from protocol.plain import pass_plain, plain_length, plain_messages
from protocol.recording import Kind
from protocol.stream import FrameItem, HeadItem, PlainItem, Stream
from protocol.vocabulary import Opcode, Role

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")  # RFC 6455 section 5.7, masked
BARE = bytes.fromhex("810548656c6c6f")  # the same, unmasked
LIMIT = 1 << 16
SIZES = st.sampled_from([0, 1, 125, 126, 1023, 1024, 1025, 5000])
REQUEST = build_request(Offer("h", "/", "dGhlIHNhbXBsZSBub25jZQ=="))
RESPONSE = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"


def test_whole_messages_side_by_side():
    binary = encode_frame(Opcode.BINARY, b"\xff", key=MASK)
    messages, at = plain_messages(HELLO + binary + HELLO, 0, LIMIT, masked=True)
    assert messages == [
        (Opcode.TEXT, b"Hello", "Hello"),
        (Opcode.BINARY, b"\xff", None),
        (Opcode.TEXT, b"Hello", "Hello"),
    ]
    assert at == len(HELLO + binary + HELLO)


def test_unmasked_ones():
    assert plain_messages(b"??" + BARE, 2, LIMIT, masked=False) == ([(Opcode.TEXT, b"Hello", "Hello")], 9)


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535])
def test_the_lengths_in_7_and_16_bits(size):
    for key in (MASK, None):
        frame = encode_frame(Opcode.BINARY, bytes(size), key=key)
        found = plain_messages(frame, 0, LIMIT, masked=key is not None)
        assert found == ([(Opcode.BINARY, bytes(size), None)], len(frame))


@pytest.mark.parametrize(
    "frame",
    [
        encode_frame(Opcode.TEXT, b"Hel", key=MASK, fin=False),
        encode_frame(Opcode.CONTINUATION, b"lo", key=MASK),
        encode_frame(Opcode.TEXT, b"Hello", key=MASK, rsv=4),
        encode_frame(Opcode.TEXT, b"Hello", key=MASK, rsv=1),
        encode_frame(Opcode.PING, b"Hello", key=MASK),
        encode_frame(Opcode.CLOSE, b"\x03\xe8", key=MASK),
        encode_frame(3, b"Hello", key=MASK),
        BARE,
        encode_frame(Opcode.BINARY, bytes(65536), key=MASK),
        encode_frame(Opcode.TEXT, b"Hello", key=MASK, length_form=16),
        encode_frame(Opcode.TEXT, bytes(125), key=MASK, length_form=16),
        encode_frame(Opcode.TEXT, b"Hello", key=MASK, length_form=64),
        encode_frame(Opcode.BINARY, bytes(40001), key=MASK),
        encode_frame(Opcode.TEXT, b"\xff", key=MASK),
        encode_frame(Opcode.TEXT, "你".encode()[:2], key=MASK),
        HELLO[:1],
        HELLO[:4],
        HELLO[:-1],
        encode_frame(Opcode.BINARY, bytes(300), key=MASK)[:3],
        encode_frame(Opcode.BINARY, bytes(300), key=MASK)[:7],
    ],
)
def test_it_stops_before_anything_else(frame):
    """Fragments, compressed, control, reserved, long, too long, not whole, broken: those are not for this road."""
    messages, at = plain_messages(HELLO + frame + HELLO, 0, 40000, masked=True)
    whole = HELLO + frame[: len(frame)]
    if len(frame) < 9 and HELLO.startswith(frame):  # what is cut is completed by the bytes after it, wrongly
        whole = HELLO + frame
        messages, at = plain_messages(whole, 0, 40000, masked=True)
    assert (messages, at) == ([(Opcode.TEXT, b"Hello", "Hello")], len(HELLO))


def test_a_masked_message_is_not_for_a_client():
    assert plain_messages(HELLO, 0, LIMIT, masked=False) == ([], 0)


# The two roads.


def items(sender, chunks, deflate, *, fast, limit=LIMIT):
    """All that a stream tells; without the fast road, every frame goes field by field."""
    told, reader = [], Stream(sender, limit)
    road = plain_messages if fast else lambda data, at, limit, masked: ([], at)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "plain_messages", road)
        for chunk in chunks:
            messages = reader.feed(chunk)
            if messages:
                told.append(PlainItem(reader.frames - len(messages), messages))
            if reader.is_through:
                continue
            for item in iter(reader.next, None):
                told.append(item)
                if isinstance(item, HeadItem) and deflate is not None:
                    reader.agree(deflate)
    return told, reader


def in_one_form(told):
    """The messages of one frame by their number; everything else as it is."""
    for item in told:
        if isinstance(item, PlainItem):
            for number, message in enumerate(item.messages, item.number):
                yield number, message.opcode, message.payload, message.text
        elif isinstance(item, FrameItem) and item.message is not None and len(item.message.frames) == 1:
            yield item.number, item.message.opcode, item.message.payload, item.message.text
        else:
            yield item


@settings(max_examples=120)
@given(
    roles,
    deflates,
    levels,
    plans,
    st.just([]) | mutations,
    places,
    st.booleans(),
    st.sampled_from([LIMIT, 100000, 126, 5]),
)
@example(Role.SERVER, None, 6, [Said(Opcode.TEXT, b"Hello")] * 3, [], [], False, 5)
@example(Role.CLIENT, None, 6, [Said(Opcode.TEXT, b"Hello"), Control(8, b""), Said(2, b"x")], [], [], False, 5)
def test_both_roads_read_the_same(sender, deflate, level, plan, changes, cuts, slow, limit):
    data = bent(Pen(sender, deflate, level).write(plan), changes)
    head = REQUEST if sender is Role.CLIENT else RESPONSE
    chunks = [head, *pieces(data, cuts, byte_by_byte=slow)]
    fast, one = items(sender, chunks, deflate, fast=True, limit=limit)
    clear, other = items(sender, chunks, deflate, fast=False, limit=limit)
    assert list(in_one_form(fast)) == list(in_one_form(clear))
    assert one.missing == other.missing


@settings(max_examples=200)
@given(
    roles,
    st.lists(
        st.builds(lambda code, fin, text: (code, fin, text), st.sampled_from([1, 1, 2, 9]), st.booleans(), st.text())
        | st.builds(lambda code, data: (code, True, data), st.sampled_from([1, 2]), st.binary(max_size=9))
        | st.builds(
            lambda code, n, end: (code, True, "x" * n + end), st.sampled_from([1, 2]), SIZES, st.text(max_size=2)
        )
    ),
    st.just([]) | mutations,
    st.sampled_from([LIMIT, 126, 5]),
    st.binary(min_size=4, max_size=4),
)
def test_passing_over_is_reading(sender, frames, changes, limit, key):
    """Which frames are plain is the same, whether messages are made of them or not."""
    masked = sender is Role.CLIENT
    data = b"".join(
        encode_frame(code, text if isinstance(text, bytes) else text.encode(), fin=fin, key=key if masked else None)
        for code, fin, text in frames
    )
    data = bent(data, changes)
    messages, at = plain_messages(data, 0, limit, masked=masked)
    passed = Passed()
    stop = pass_plain([data], [not masked], (limit, limit), passed)
    assert (stop, passed.counts) == ((0, [len(messages)]) if at == len(data) else (at, []))
    assert [first & 0b1111 for first in passed.firsts] == [message.opcode for message in messages]
    assert passed.lengths == [len(message.payload) for message in messages]
    assert sum(passed.sizes) == at
    assert len(passed) == len(messages)
    alone = stop == 0 and len(messages) == 1 and passed.lengths[0] <= 125
    assert plain_length(data, min(limit, 125), masked) == (passed.lengths[0] if alone else -1)


def test_pieces_of_both_sides_up_to_the_first_that_is_not_full_of_plain_frames():
    ping = encode_frame(Opcode.PING, b"", key=MASK)
    passed = Passed()
    assert pass_plain([BARE, HELLO + HELLO, b"", BARE, HELLO + ping, BARE], [1, 0, 0, 1, 0, 1], (9, 5), passed) == 11
    assert passed.counts == [1, 2, 0, 1]
    assert passed.sizes == [7, 11, 11, 7, 11]
    short = Passed()
    assert pass_plain([BARE, HELLO], [1, 0], (4, 5), short) == 0
    assert short.counts == [1]


@settings(max_examples=200)
@given(roles, deflates, levels, plans, plans, st.just([]) | mutations, places, st.booleans(), st.integers(0, 40))
def test_an_observer_tells_the_same_on_both_roads(sender, deflate, level, plan, other, changes, cuts, slow, gap):
    """Facts in columns and kept ones, with the other side in between, a gap at times, and the end."""
    _, _, request, response = handshake(deflate)
    data = bent(Pen(sender, deflate, level).write(plan), changes)
    answers = Pen(sender.peer, deflate, level).frames(other)
    rows = [(Role.CLIENT, Kind.DATA, request, 0), (Role.SERVER, Kind.DATA, response, 0)]
    for nth, piece in enumerate(pieces(data, cuts, byte_by_byte=slow)):
        rows.append((sender, Kind.DATA, piece, 0))
        rows += [(sender.peer, Kind.DATA, answer, 0) for answer in answers[nth : nth + 1]]
        rows += [(sender, Kind.GAP, b"", 3)] if nth == gap else []
    rows += [(sender, Kind.FIN, b"", 0), *((sender.peer, Kind.DATA, answer, 0) for answer in answers)]
    found = []
    nothing = {"pass_plain": lambda *_: 0, "plain_length": lambda *_: -1}
    for without in ((), ("plain_length",), tuple(nothing)):
        with pytest.MonkeyPatch.context() as patch:
            for name in without:
                patch.setattr(observer, name, nothing[name])
            watcher = Observer(reads=False)
            for moment, (who, kind, piece, size) in enumerate(rows):
                before, kept = len(watcher.facts.sent(who)), len(watcher.facts.kept)
                count = watcher.add(float(moment), who, kind, piece, size)
                assert not count or len(watcher.facts.sent(who)) - before == count
                assert not count or len(watcher.facts.kept) == kept
        found.append((list(watcher.facts), [list(watcher.facts.sent(who).unjudged) for who in Role]))
    assert found[0] == found[1] == found[2]


@given(st.binary(max_size=60), st.booleans(), st.integers(0, 200))
def test_any_bytes(data, masked, limit):
    """What it says it has read is frames that say the same again when they are written."""
    messages, at = plain_messages(data, 0, limit, masked=masked)
    start = 0
    for message in messages:
        assert len(message.payload) <= limit
        size = len(encode_frame(message.opcode, message.payload, key=MASK if masked else None))
        frame = data[start : start + size]
        payload = frame[size - len(message.payload) :]
        key = frame[size - len(payload) - 4 : size - len(payload)] if masked else None
        assert encode_frame(message.opcode, message.payload, key=key) == frame
        assert message.payload == (mask(payload, key) if key is not None else payload)
        assert message.text == (message.payload.decode() if message.opcode == Opcode.TEXT else None)
        start += size
    assert start == at
