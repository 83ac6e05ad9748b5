"""Messages made of frames (RFC 6455 section 5.4) and their UTF-8 (section 8.1)."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.deflate import Inflater
from protocol.fragments import Assembler, Message, Utf8, first_bad_byte
from protocol.frames import RSV1, Frame, FrameReader, encode_frame, header_of
from protocol.rules import FRAGMENT_INTERLEAVED, FRAGMENT_ORPHAN, FRAME_TOO_BIG, TEXT_UTF8
from protocol.violations import Violation
from protocol.vocabulary import Opcode

TEXT, BINARY, MORE = Opcode.TEXT, Opcode.BINARY, Opcode.CONTINUATION
KEY = bytes.fromhex("37fa213d")

# Bytes at and around every border of Unicode table 3-7.
BORDERS = bytes.fromhex("00417f808f909fa0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5ff")
border_bytes = st.lists(st.sampled_from(list(BORDERS)), max_size=12).map(bytes)
texts = st.text(max_size=30).map(str.encode)
nearly_texts = st.builds(lambda a, b, c: a + b + c, texts, border_bytes, texts)


def frame(opcode: int, payload: bytes = b"", *, fin: bool = True, key: bytes | None = None) -> Frame:
    (result,) = FrameReader().feed(encode_frame(opcode, payload, fin=fin, key=key))
    return result


def told_by_python(data: bytes) -> tuple[int | None, bool]:
    """The offending byte and whether the end cuts a character, from the error of `bytes.decode`."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return None, True
        return (error.end if error.reason == "invalid continuation byte" else error.start), False
    return None, False


def checked(pieces: list[bytes]) -> tuple[int | None, bool]:
    utf8 = Utf8()
    for piece in pieces:
        utf8.feed(piece)
    return utf8.bad, utf8.bad is None and utf8.pending > 0


def test_every_sequence_at_the_borders() -> None:
    for length in range(1, 4):
        for each in itertools.product(BORDERS, repeat=length):
            data = bytes(each)
            expected = told_by_python(data)
            assert checked([data]) == expected
            assert checked([data[i : i + 1] for i in range(length)]) == expected
            assert first_bad_byte(data) == expected[0]


@given(nearly_texts, st.lists(st.integers(0, 60), max_size=8))
def test_utf8_in_any_pieces_is_what_decode_says(data: bytes, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    pieces = [data[a:b] for a, b in itertools.pairwise(edges)]
    assert checked(pieces) == told_by_python(data)
    assert first_bad_byte(data) == told_by_python(data)[0]


@given(nearly_texts)
def test_a_bad_byte_is_told_as_soon_as_it_comes(data: bytes) -> None:
    bad = told_by_python(data)[0]
    utf8 = Utf8()
    for index in range(len(data)):
        assert utf8.feed(data[index : index + 1]) == (bad if bad is not None and bad <= index else None)


@pytest.mark.parametrize(
    ("data", "bad"),
    [
        ("eda080", 1),  # a surrogate, D800
        ("c0af", 0),  # "/" in two bytes
        ("e080af", 1),  # "/" in three bytes
        ("f08080af", 1),  # "/" in four bytes
        ("f4908080", 1),  # beyond 10FFFF
        ("cebae1bdb9cf83cebcceb5eda080656469746564", 12),  # the text of Autobahn's cases 6.3.x
    ],
)
def test_what_is_refused(data: str, bad: int) -> None:
    assert Utf8().feed(bytes.fromhex(data)) == bad


def test_one_frame_is_a_message() -> None:
    message, violations = Assembler().add(3, frame(TEXT, b"Hello"))
    assert message == Message(TEXT, b"Hello", (3,))
    assert message.text == "Hello"
    assert violations == ()


def test_the_fragments_of_section_5_7() -> None:
    assembler = Assembler()
    first, second = FrameReader().feed(bytes.fromhex("010348656c 80026c6f"))
    assert assembler.add(0, first) == (None, ())
    assert assembler.open
    assert assembler.add(2, second) == (Message(TEXT, b"Hello", (0, 2)), ())
    assert not assembler.open


@given(st.sampled_from([TEXT, BINARY]), st.lists(st.text(max_size=6), min_size=1, max_size=6))
def test_the_message_is_all_payloads_joined(opcode: Opcode, parts: list[str]) -> None:
    assembler = Assembler()
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        message, violations = assembler.add(
            number, frame(opcode if number == 0 else MORE, part.encode(), fin=last, key=KEY)
        )
        assert violations == ()
        assert (message is not None) is last
    assert message == Message(opcode, "".join(parts).encode(), tuple(range(len(parts))))
    assert message.text == ("".join(parts) if opcode is TEXT else None)


def test_a_character_may_be_cut_by_frames() -> None:
    assembler = Assembler()
    assert assembler.add(0, frame(TEXT, b"\xe4\xbd", fin=False)) == (None, ())
    assert assembler.add(1, frame(MORE, b"\xa0")) == (Message(TEXT, "你".encode(), (0, 1)), ())


def test_an_orphan() -> None:
    assembler = Assembler()
    assert assembler.add(0, frame(MORE, b"lo")) == (None, (Violation(FRAGMENT_ORPHAN, 4, 4),))
    assert not assembler.open


def test_an_interleaved_message() -> None:
    assembler = Assembler()
    assembler.add(0, frame(TEXT, b"Hel", fin=False))
    message, violations = assembler.add(1, frame(BINARY, b"\x00"))
    assert violations == (Violation(FRAGMENT_INTERLEAVED, 4, 4),)
    assert message is None


def test_bad_text_is_found_before_the_message_ends() -> None:
    assembler = Assembler()
    assert assembler.add(0, frame(TEXT, b"ab\xed", fin=False)) == (None, ())
    # Two bytes of header, then the byte that makes a surrogate.
    assert assembler.add(1, frame(MORE, b"\xa0\x80", fin=False)) == (None, (Violation(TEXT_UTF8, 16, 8),))
    assert assembler.add(2, frame(MORE, b"\xff")) == (None, ())
    assert assembler.add(3, frame(TEXT, b"ok"))[0] == Message(TEXT, b"ok", (3,))


def test_bits_are_counted_from_the_frame_with_its_key() -> None:
    _, violations = Assembler().add(0, frame(TEXT, b"a\xff", key=KEY))
    assert violations == (Violation(TEXT_UTF8, (2 + 4 + 1) * 8, 8),)


def test_a_message_that_ends_inside_a_character() -> None:
    assert Assembler().add(0, frame(TEXT, b"a\xe4\xbd")) == (None, (Violation(TEXT_UTF8, 24, 16),))
    assembler = Assembler()
    assembler.add(0, frame(TEXT, b"a\xe4", fin=False))
    assert assembler.add(1, frame(MORE, b"\xbd")) == (None, (Violation(TEXT_UTF8, 16, 8),))
    assembler.add(2, frame(TEXT, b"a\xe4", fin=False))
    assert assembler.add(3, frame(MORE)) == (None, (Violation(TEXT_UTF8, 0, 1),))


def test_binary_may_be_anything() -> None:
    message, violations = Assembler().add(0, frame(BINARY, b"\xff\xfe"))
    assert (message, violations) == (Message(BINARY, b"\xff\xfe", (0,)), ())
    assert message.text is None


def test_too_big() -> None:
    assembler = Assembler(limit=5)
    assert assembler.add(0, frame(BINARY, b"12345"))[0] is not None
    assert assembler.add(1, frame(BINARY, b"123456")) == (None, (Violation(FRAME_TOO_BIG, 9, 7),))
    assert assembler.add(2, frame(BINARY, b"123", fin=False)) == (None, ())
    assert assembler.add(3, frame(MORE, b"456", fin=False)) == (None, (Violation(FRAME_TOO_BIG, 9, 7),))
    assert assembler.add(4, frame(MORE, b"789")) == (None, ())


def test_a_message_has_no_end_of_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 6455 section 10.4: "a long stream of small frames that are a part of a fragmented message"."""
    monkeypatch.setattr("protocol.fragments.MOST_FRAMES", 3)
    assembler = Assembler()
    assembler.add(0, frame(TEXT, fin=False))
    assert [assembler.add(number, frame(MORE, fin=False))[1] for number in (1, 2)] == [(), ()]
    assert assembler.add(3, frame(MORE, fin=False)) == (None, (Violation(FRAME_TOO_BIG, 4, 4),))
    assert assembler.add(4, frame(MORE)) == (None, ())


def test_too_big_is_seen_in_the_header() -> None:
    reader = FrameReader()
    reader.feed(bytes.fromhex("827f0000000100000000"))
    assert reader.header is not None
    assert Assembler(limit=1000).judge(reader.header) == (Violation(FRAME_TOO_BIG, 9, 71),)


@pytest.mark.parametrize("opcode", [Opcode.PING, Opcode.CLOSE, 0x3, 0xB])
def test_other_frames_are_let_pass(opcode: int) -> None:
    assembler = Assembler()
    assembler.add(0, frame(TEXT, b"Hel", fin=False))
    assert assembler.add(1, frame(opcode, b"x")) == (None, ())
    assert assembler.add(2, frame(MORE, b"lo"))[0] == Message(TEXT, b"Hello", (0, 2))


@given(st.lists(st.tuples(st.integers(0, 15), border_bytes, st.booleans()), max_size=12))
def test_any_frames_are_survived(sequence: list[tuple[int, bytes, bool]]) -> None:
    assembler = Assembler(limit=20)
    for number, (opcode, payload, fin) in enumerate(sequence):
        each = frame(opcode, payload, fin=fin)
        message, violations = assembler.add(number, each)
        assert message is None or not violations
        for violation in violations:
            assert 0 <= violation.start_bit < violation.start_bit + violation.width <= each.size * 8


def test_a_compressed_message_of_nothing_ends_as_well() -> None:
    """Empty blocks inflate to nothing (RFC 1951 section 3.2.4), but are limited, too."""
    assembler = Assembler(limit=10, inflater=Inflater())
    block = b"\x00\x00\x00\xff\xff"
    frames = FrameReader().feed(
        encode_frame(Opcode.BINARY, block, fin=False, rsv=RSV1)
        + encode_frame(Opcode.CONTINUATION, block, fin=False) * 32
    )
    for number, frame in enumerate(frames[:-1]):
        assert assembler.add(number, frame) == (None, ())
    _, violations = assembler.add(32, frames[-1])
    assert [each.rule for each in violations] == [FRAME_TOO_BIG]


def test_a_length_that_only_a_bomb_in_reverse_can_fill() -> None:
    header = header_of(bytes.fromhex("c27f7fffffffffffffff"), 0)
    assert [each.rule for each in Assembler(16, Inflater()).judge(header)] == [FRAME_TOO_BIG]
    assert Assembler(None, Inflater()).judge(header) == ()


def test_what_is_held() -> None:
    """The payload, and 8 bytes for each frame of the message."""
    assembler = Assembler()
    frames = FrameReader().feed(encode_frame(Opcode.BINARY, b"ab", fin=False) + encode_frame(0, b"c", fin=False) * 3)
    for number, frame in enumerate(frames):
        assembler.add(number, frame)
    assert assembler.held == 2 + 3 + 4 * 8
    assembler.add(4, FrameReader().feed(encode_frame(0, b""))[0])
    assert assembler.held == 0
