"""What each frame of a compressed message inflates to."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.inflating import OpenInflater
from app.commands.verdicts import JudgedStream, judge_stream
from protocol.deflate import Deflater, TooBigError
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role

HELLO = bytes.fromhex("f248cdc9c90700")  # RFC 7692 section 7.2.3.1
HELLO_AGAIN = bytes.fromhex("f200110000")  # RFC 7692 section 7.2.3.2


def judged(*frames: bytes, inflater: OpenInflater | None = None) -> JudgedStream:
    return judge_stream(b"".join(frames), Role.SERVER, inflater or OpenInflater())


def rules(stream: JudgedStream) -> list[list[str]]:
    return [[violation.rule.id for violation in each.violations] for each in stream.frames]


def test_the_window_goes_on_to_the_next_message() -> None:
    frames = [encode_frame(Opcode.TEXT, payload, rsv=4) for payload in (HELLO, HELLO_AGAIN)]
    assert [each.text for each in judged(*frames).frames] == ["Hello", "Hello"]
    alone = judged(*frames, inflater=OpenInflater(takeover=False))
    assert rules(alone) == [[], ["deflate.data"]]
    assert "distance" in alone.frames[1].problem


def test_fragments_show_their_part_and_pings_may_stand_between() -> None:
    stream = judged(
        encode_frame(Opcode.TEXT, HELLO[:3], fin=False, rsv=4),
        encode_frame(Opcode.PING, b"?"),
        encode_frame(Opcode.CONTINUATION, HELLO[3:]),
        encode_frame(Opcode.TEXT, b"plain"),
    )
    assert [each.compressed for each in stream.frames] == [True, False, True, False]
    assert b"".join(each.inflated or b"" for each in stream.frames) == b"Hello"
    assert [message.text for message in stream.messages] == ["Hello", "plain"]
    assert not stream.broken


@pytest.mark.parametrize(
    ("frames", "broken"),
    [
        ([encode_frame(Opcode.TEXT, b"\xff\xff", rsv=4)], [["deflate.data"]]),
        ([encode_frame(Opcode.TEXT, HELLO[:-3], rsv=4)], [["deflate.data"]]),
        ([encode_frame(Opcode.PING, HELLO, rsv=4)], [["frame.rsv1"]]),
        ([encode_frame(Opcode.TEXT, HELLO, rsv=6)], [["frame.rsv"]]),
        (
            [
                encode_frame(Opcode.TEXT, HELLO[:3], fin=False, rsv=4),
                encode_frame(Opcode.CONTINUATION, HELLO[3:], rsv=4),
            ],
            [[], ["frame.rsv1"]],
        ),
        ([encode_frame(Opcode.TEXT, Deflater().deflate(b"\xc3("), rsv=4)], [["text.utf8"]]),
    ],
)
def test_what_breaks_a_rule(frames: list[bytes], broken: list[list[str]]) -> None:
    stream = judged(*frames)
    assert rules(stream) == broken
    for each in stream.frames:
        assert bool(each.problem) is ("deflate.data" in [violation.rule.id for violation in each.violations])


def test_a_message_after_a_broken_one_still_finds_its_window() -> None:
    deflater = Deflater()
    payloads = [deflater.deflate(data) for data in (b"\xffHello, Hello", b"Hello, Hello")]
    stream = judged(*(encode_frame(Opcode.TEXT, payload, rsv=4) for payload in payloads))
    assert rules(stream) == [["text.utf8"], []]
    assert stream.frames[1].text == "Hello, Hello"


def test_a_bomb_is_cut_short() -> None:
    with pytest.raises(TooBigError):
        OpenInflater(limit=99).feed(Deflater().deflate(bytes(100)), 1000)
    bomb = encode_frame(Opcode.BINARY, Deflater(level=9).deflate(bytes(2**25)), rsv=4)
    stream = judged(bomb)
    assert rules(stream) == [["frame.too-big"]]
    assert stream.frames[0].problem == "The message inflates to more than the receiver takes."


def test_the_limit_is_that_of_one_message() -> None:
    deflater, inflater = Deflater(), OpenInflater(limit=10)
    frames = [encode_frame(Opcode.BINARY, deflater.deflate(bytes(10)), rsv=4) for _ in range(3)]
    assert not judged(*frames, inflater=inflater).broken


def test_half_a_frame_is_told_as_far_as_it_goes() -> None:
    frame = encode_frame(Opcode.TEXT, Deflater().deflate(b"\xff" + bytes(range(100))), rsv=4)
    stream = judged(frame[:60])
    assert stream.unfinished is not None
    assert [violation.rule.id for violation in stream.unfinished.violations] == ["text.utf8"]
    assert stream.unfinished.compressed


@given(
    messages=st.lists(st.lists(st.binary(max_size=60), min_size=1, max_size=4), max_size=4),
    bits=st.integers(8, 15),
    takeover=st.booleans(),
)
def test_what_was_compressed_is_read(messages: list[list[bytes]], bits: int, takeover: bool) -> None:
    deflater = Deflater(bits, takeover=takeover)
    frames = []
    for parts in messages:
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            opcode, rsv = (Opcode.CONTINUATION, 0) if place else (Opcode.BINARY, 4)
            frames.append(encode_frame(opcode, deflater.deflate(part, fin=last), fin=last, rsv=rsv))
    stream = judged(*frames, inflater=OpenInflater(bits, takeover=takeover))
    assert [message.payload for message in stream.messages] == [b"".join(parts) for parts in messages]
    assert [each.inflated for each in stream.frames] == [part for parts in messages for part in parts]


@given(st.binary(max_size=80), st.sampled_from([None, *Role]))
def test_any_bytes_are_survived(data: bytes, sender: Role | None) -> None:
    stream = judge_stream(b"\xc1" + data, sender, OpenInflater())
    for each in stream.frames:
        for violation in each.violations:
            assert 0 <= violation.start_bit < violation.start_bit + violation.width <= each.frame.size * 8


def test_the_oracle_is_zlib() -> None:
    stream = zlib.compressobj(6, zlib.DEFLATED, -15)
    payload = (stream.compress(b"any" * 50) + stream.flush(zlib.Z_SYNC_FLUSH))[:-4]
    assert judged(encode_frame(Opcode.BINARY, payload, rsv=4)).frames[0].inflated == b"any" * 50
