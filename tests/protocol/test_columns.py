"""Frames in columns, and which of them cannot be judged."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.columns import Sent


def test_a_frame_stands_in_each_column():
    sent = Sent()
    sent.add(0x81, 129, 5, 11)
    sent.add(0x82, 140, 2**40, 2**40 + 14)
    assert len(sent) == 2
    assert [list(each) for each in (sent.firsts, sent.starts, sent.lengths, sent.sizes)] == [
        [0x81, 0x82],
        [129, 140],
        [5, 2**40],
        [11, 2**40 + 14],
    ]


def test_what_is_new_is_a_slice():
    sent = Sent()
    sent.add(0x81, 0, 5, 7)
    before = len(sent)
    sent.add_all(7, [0x8A, 0x81], [0, 300], [2, 304])
    sent.add_all(313, [], [], [])
    assert list(sent.firsts[before:]) == [0x8A, 0x81]
    assert list(sent.starts) == [0, 7, 9]
    assert [list(each) for each in (sent.lengths, sent.sizes)] == [[5, 0, 300], [7, 2, 304]]


@given(st.lists(st.integers(0, 50)).map(sorted))
def test_unjudged_frames_are_found_again(numbers):
    sent = Sent()
    for number in numbers:
        sent.leave_unjudged(number)
    assert list(sent.unjudged) == sorted(set(numbers))
    assert [number for number in range(51) if sent.is_unjudged(number)] == sorted(set(numbers))
