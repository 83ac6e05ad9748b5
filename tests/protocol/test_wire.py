"""A stream with missing bytes says the same as one in which they are zeros."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from protocol.wire import Wire

PARTS = st.lists(st.binary(min_size=1, max_size=9) | st.integers(0, 9), max_size=12)


@given(PARTS, st.integers(0, 60), st.integers(0, 60))
def test_missing_bytes_are_zeros_that_are_known_to_be_none(parts, start, size):
    wire, whole, here = Wire(), b"", []
    for part in parts:
        if isinstance(part, int):
            wire.skip(part)
            whole, here = whole + bytes(part), here + [False] * part
        else:
            wire.append(part)
            whole, here = whole + part, here + [True] * len(part)
    stop = start + size
    assert len(wire) == len(whole)
    assert wire.cut(start, stop) == whole[start:stop]
    runs = [(is_here, [at for at, _ in run]) for is_here, run in groupby(enumerate(here), lambda each: each[1])]
    assert wire.gaps == [(run[0], run[-1] + 1) for is_here, run in runs if not is_here]
    among = [(max(start, first), min(stop, after)) for first, after in wire.gaps if first < stop and after > start]
    assert wire.next_gap(start, stop) == next((gap for gap in among if gap[0] < gap[1]), None)


def test_what_is_missing_takes_no_memory():
    wire = Wire()
    for _ in range(100):
        wire.skip(2**40)
        wire.append(b"ab")
    assert wire.cut(2**40 * 100 + 196, 2**41 * 100) == b"\0\0ab"
    assert len(wire.gaps) == 100
