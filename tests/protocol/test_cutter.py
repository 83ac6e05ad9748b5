"""Where frames begin and end, told from any pieces, and without their payload."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stream_support import Pen, deflates, pieces, places, plans, roles
from wire_support import MASK

from protocol.cutter import MOST_MISSING, Cut, Cutter
from protocol.frames import FrameReader, encode_frame
from protocol.vocabulary import Opcode

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")  # RFC 6455 section 5.7


def test_frames_are_counted_from_the_first_byte_of_the_stream():
    cutter = Cutter(129)
    assert cutter.feed(HELLO + b"\x89\x00") == [Cut(129, 140, 0x81, 135), Cut(140, 142, 0x89, 142)]
    assert cutter.is_between


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65535, 65536])
@pytest.mark.parametrize("key", [None, MASK])
def test_every_length_form(size, key):
    frame = encode_frame(Opcode.BINARY, bytes(size), key=key)
    assert Cutter().feed(frame) == [Cut(0, len(frame), 0x82, len(frame) - size)]


@pytest.mark.parametrize("form", [16, 64])
def test_a_length_that_is_not_the_shortest_counts_as_well(form):
    frame = encode_frame(Opcode.TEXT, b"Hello", length_form=form)
    assert Cutter().feed(frame) == [Cut(0, len(frame), 0x81, len(frame) - 5)]


def test_a_frame_begins_with_its_first_byte_and_ends_with_its_last():
    cutter = Cutter()
    for at in range(len(HELLO)):
        assert cutter.is_between is (at == 0)
        found = cutter.feed(HELLO[at : at + 1])
        assert found == ([Cut(0, len(HELLO), 0x81, 6)] if at == len(HELLO) - 1 else [])
    assert cutter.is_between
    assert cutter.feed(b"") == []


def test_a_frame_of_2_to_the_63_bytes_costs_nothing():
    cutter = Cutter()
    cutter.feed(b"\x82\x7f" + (2**63).to_bytes(8, "big"))
    before = size_of(cutter)
    for _ in range(1000):
        assert cutter.feed(bytes(1 << 16)) == []
    assert size_of(cutter) == before
    assert not cutter.is_between


def size_of(cutter):
    """The bytes that it keeps."""
    return sum(sys.getsizeof(value) for value in vars(cutter).values() if isinstance(value, bytes | bytearray))


@given(st.binary(max_size=80), st.integers(0, 2**40), places)
def test_any_bytes_in_any_pieces(data, offset, cuts):
    whole, cut = Cutter(offset), Cutter(offset)
    found = whole.feed(data)
    assert [each for piece in pieces(data, cuts, byte_by_byte=True) for each in cut.feed(piece)] == found
    assert whole.is_between == cut.is_between
    # One frame follows the other, and the bytes of none are missing.
    assert [each.start for each in found] == [offset, *(each.stop for each in found)][: len(found)]
    assert whole.is_between == ((found[-1].stop if found else offset) == offset + len(data))


@given(roles, deflates, plans, places)
def test_the_clear_reader_cuts_at_the_same_places(sender, deflate, plan, cuts):
    data = Pen(sender, deflate).write(plan)
    cutter, reader = Cutter(7), FrameReader(7)
    for piece in pieces(data, cuts):
        frames = reader.feed(piece)
        assert cutter.feed(piece) == [
            Cut(f.offset, f.offset + f.size, f.header[0], f.offset + len(f.header)) for f in frames
        ]


GAPS = [
    # what comes before the gap, its size: the frames that end in it, whether it is inside one, where the place is lost
    (b"", 3, [], False, 100),
    (HELLO, 3, [], False, 111),
    (HELLO[:1], 10, [], False, 100),
    (HELLO[:2], 8, [], True, None),
    (HELLO[:2], 9, [(100, 111)], True, None),
    (HELLO[:8], 4, [(100, 111)], True, 111),
    (b"\x82\x7f\0\0\0\0", 4, [], False, 100),
    (b"\x82\x7f\0\0\0\0\0\0\1\0", 4, [], True, None),
    (b"\x82\x7f\0\0\0\1\0\0\0\0", MOST_MISSING, [], True, None),
    (b"\x82\x7f\0\0\0\1\0\0\0\0", MOST_MISSING + 1, [], False, 100),
]


@pytest.mark.parametrize(("before", "size", "ended", "inside", "lost"), GAPS)
def test_missing_bytes(before, size, ended, inside, lost):
    cutter = Cutter(100)
    cutter.feed(before)
    cuts, is_inside = cutter.gap(size)
    assert [(cut.start, cut.stop) for cut in cuts] == ended
    assert (is_inside, cutter.lost) == (inside, lost)
    assert cutter.offset == 100 + len(before) + size


def test_what_is_missing_of_one_frame_adds_up():
    cutter = Cutter()
    cutter.feed(b"\x82\x7f\0\0\0\1\0\0\0\0")
    for _ in range(2):
        assert cutter.gap(MOST_MISSING // 2) == ([], True)
        cutter.feed(b"here")
    assert cutter.gap(1) == ([], False)
    assert cutter.lost == 0
