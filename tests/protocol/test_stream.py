"""One direction, read in any pieces."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st
from wire_support import MASK

from protocol.frames import encode_frame
from protocol.http11 import HEAD_LIMIT
from protocol.stream import BadFrameItem, BadHeadItem, FrameItem, HeadItem, PlainItem, Stream
from protocol.vocabulary import Opcode, Role

REQUEST = b"GET /chat HTTP/1.1\r\nHost: server.example.com\r\n\r\n"
HELLO = bytes.fromhex("818537fa213d7f9f4d5158")  # RFC 6455 section 5.7


def read(*chunks, sender=Role.CLIENT, limit=1 << 20):
    stream = Stream(sender, limit)
    items = []
    for chunk in chunks:
        number = stream.frames
        messages = stream.feed(chunk)
        items += [PlainItem(number, messages)] if messages else []
        items += iter(stream.next, None)
    return items


def told(items):
    """The same items for any chunking: messages of one frame one by one, whichever road they came."""
    for item in items:
        if isinstance(item, PlainItem):
            yield from ((item.number + at, message.payload) for at, message in enumerate(item.messages))
        elif isinstance(item, FrameItem) and item.message is not None and len(item.message.frames) == 1:
            yield item.number, item.message.payload
        else:
            yield str(item)


def test_a_head_and_frames():
    head, plain = read(REQUEST + HELLO)
    assert isinstance(head, HeadItem)
    assert (head.head.size, head.stop) == (len(REQUEST), len(REQUEST))
    assert plain == PlainItem(0, [(Opcode.TEXT, b"Hello", "Hello")])


def test_a_frame_that_is_cut():
    _, frame = read(REQUEST + HELLO[:7], HELLO[7:])
    assert isinstance(frame, FrameItem)
    assert frame.header.offset == len(REQUEST)
    assert frame.message is not None
    assert (frame.message.text, frame.message.frames) == ("Hello", (0,))


@given(
    st.lists(st.sampled_from([HELLO, HELLO[:5], b"\x83\x80" + MASK, encode_frame(8, b"\x03", key=MASK)]), max_size=5),
    st.integers(1, 30),
)
def test_any_chunking_gives_the_same_items(frames, size):
    data = REQUEST + b"".join(frames)
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    assert list(told(read(data))) == list(told(read(*pieces)))


def test_a_bad_header_is_told_before_its_payload():
    items = read(REQUEST, b"\x83\xfe\x04\x00" + MASK)
    assert [type(item) for item in items] == [HeadItem, BadFrameItem]
    assert [violation.rule.id for violation in items[1].violations] == ["frame.opcode"]


def test_a_bad_header_is_told_once():
    items = read(REQUEST, b"\x83\x81" + MASK, b"!")
    assert [type(item) for item in items] == [HeadItem, BadFrameItem, FrameItem]


def test_a_length_beyond_the_limit_is_a_broken_rule():
    items = read(REQUEST, encode_frame(Opcode.BINARY, bytes(200), key=MASK)[:8], limit=199)
    assert [violation.rule.id for violation in items[1].violations] == ["frame.too-big"]
    assert (items[1].violations[0].start_bit, items[1].violations[0].width) == (9, 23)


def test_after_a_refusal_there_are_no_frames():
    answer = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n"
    assert len(read(answer + b"\x81\x00", b"\x81\x00", sender=Role.SERVER)) == 1


def test_an_endless_head_is_given_up():
    (item,) = read(b"GET / HTTP/1.1\r\n", bytes(HEAD_LIMIT), b"\r\n\r\n")
    assert isinstance(item, BadHeadItem)


def test_a_head_that_comes_byte_by_byte_is_searched_once():
    """15 KiB in single bytes: with a search from the beginning for each, this took seconds."""
    head = b"GET / HTTP/1.1\r\nX: " + b"a" * 15_000 + b"\r\n\r\n"
    begun = process_time()
    (item,) = read(*(head[at : at + 1] for at in range(len(head))))
    assert isinstance(item, HeadItem)
    assert item.stop == len(head)
    assert process_time() - begun < 2


def test_the_missing_bytes_are_known():
    stream = Stream(Role.CLIENT)
    for piece in (REQUEST, HELLO[:8]):
        stream.feed(piece)
        while stream.next() is not None:
            pass
    assert stream.missing == 3


def test_a_broken_rule_is_told_once():
    items = read(REQUEST, encode_frame(Opcode.CONTINUATION, b"x", key=MASK), encode_frame(3, b"", key=MASK))
    found = [violation.rule.id for item in items[1:] for violation in getattr(item, "violations", ())]
    assert found == ["fragment.orphan", "frame.opcode"]
