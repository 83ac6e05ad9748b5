"""What an endpoint has said, read in its own bytes: its head, and its frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stream_support import Pen, bent, deflates, handshake, mutations, pieces, places, plans
from wire_support import MASK

from protocol.cutter import Cut
from protocol.frames import encode_frame
from protocol.http11 import HEAD_LIMIT
from protocol.vocabulary import Opcode, Role
from protocol.written import Written, is_close

_, _, REQUEST, RESPONSE = handshake(None)
HELLO = bytes.fromhex("818537fa213d7f9f4d5158")  # RFC 6455 section 5.7


@pytest.mark.parametrize(("sender", "head"), [(Role.CLIENT, REQUEST), (Role.SERVER, RESPONSE)])
def test_a_head_and_then_frames(sender, head):
    written = Written(sender)
    assert written.feed(head[:-1]) == []
    assert (written.head, written.is_between_frames) == (None, False)
    assert written.feed(head[-1:] + HELLO) == [Cut(len(head), len(head) + len(HELLO), 0x81, len(head) + 6)]
    assert written.head is not None
    assert written.head.raw == head
    assert written.is_between_frames


def test_a_close_frame_is_known_by_its_opcode():
    written = Written(Role.CLIENT)
    frames = [encode_frame(Opcode.TEXT, b"", key=MASK), encode_frame(Opcode.CLOSE, b"\x03\xe8", fin=False, key=MASK)]
    assert [is_close(cut) for cut in written.feed(REQUEST + b"".join(frames))] == [False, True]


@pytest.mark.parametrize(
    ("sender", "head"),
    [
        (Role.SERVER, b"HTTP/1.1 403 Forbidden\r\n\r\n"),
        (Role.SERVER, b"SSH-2.0\r\n\r\n"),
        (Role.CLIENT, b"\x16\x03\x01\r\n\r\n"),
        (Role.CLIENT, RESPONSE),
        (Role.SERVER, REQUEST),
    ],
)
def test_nothing_else_is_followed_by_frames(sender, head):
    written = Written(sender)
    assert written.feed(head + HELLO) == []
    assert written.feed(HELLO * 3) == []
    assert not written.is_between_frames


def test_the_head_of_a_refusal_is_known():
    written = Written(Role.SERVER)
    written.feed(b"HTTP/1.1 426 Upgrade Required\r\n\r\n")
    assert written.head is not None
    assert written.head.status == 426


def test_an_endless_head_is_kept_up_to_its_limit():
    written = Written(Role.CLIENT)
    written.feed(b"GET / HTTP/1.1\r\n")
    for _ in range(100):
        written.feed(b"X: " + b"x" * 1000 + b"\r\n")
    assert written.head is None
    assert len(written._begun) <= HEAD_LIMIT + 1024
    assert written.feed(b"\r\n" + HELLO) == []


@given(st.sampled_from(Role), deflates, plans, st.just([]) | mutations, places, st.booleans())
def test_any_pieces_say_the_same(sender, deflate, plan, changes, cuts, slow):
    head = REQUEST if sender is Role.CLIENT else RESPONSE
    data = bent(head + Pen(sender, deflate).write(plan), changes)
    one, other = Written(sender), Written(sender)
    found = [cut for piece in pieces(data, cuts, byte_by_byte=slow) for cut in one.feed(piece)]
    assert found == other.feed(data)
    assert one.head == other.head
    assert one.is_between_frames == other.is_between_frames
