"""Where frames are found again, and where not."""

from random import Random

import pytest
from wire_support import MASK

from protocol.cutter import Cutter
from protocol.frames import encode_frame
from protocol.resync import ENOUGH, MOST_CHAINS, Search, plausible
from protocol.vocabulary import Opcode, Role

HELLO = bytes.fromhex("810548656c6c6f")  # RFC 6455 section 5.7


def found(search, *segments):
    """Where the frames begin that the last segment shows, None if none of the segments shows any."""
    for segment in segments[:-1]:
        assert search.feed(segment) is None
    answer = search.feed(segments[-1])
    return None if answer is None else [cut.start for cut in answer[1]]


def test_a_segment_of_whole_frames_is_believed():
    assert found(Search(Role.SERVER, 100), HELLO) == [100]
    assert found(Search(Role.SERVER, 100), b"the end of it", HELLO + HELLO) == [113, 120]


def test_the_cutter_goes_on_behind_them():
    cutter, cuts = Search(Role.SERVER, 0).feed(HELLO * ENOUGH + HELLO[:3])
    assert len(cuts) == ENOUGH
    (cut,) = cutter.feed(HELLO[3:])
    assert (cut.start, cut.stop) == (7 * ENOUGH, 7 * ENOUGH + 7)


def test_a_chain_that_is_cut_off_needs_more_frames():
    assert found(Search(Role.SERVER, 0), HELLO * (ENOUGH - 1) + HELLO[:3]) is None
    assert found(Search(Role.SERVER, 0), HELLO * (ENOUGH - 1) + HELLO[:3], HELLO[3:]) == [0, 7, 14, 21]


def test_the_frame_that_was_cut_off_has_to_go_on_in_the_next_segment():
    """Whatever begins there meanwhile: the chain that began first is believed first."""
    frame = encode_frame(Opcode.BINARY, HELLO * 30)
    assert found(Search(Role.SERVER, 0), frame[:99], frame[99:]) == [0]


@pytest.mark.parametrize("sender", Role)
def test_every_frame_that_an_endpoint_writes_is_plausible(sender):
    key = MASK if sender is Role.CLIENT else None
    for opcode, size, fin, rsv in [
        *((opcode, size, True, 0) for opcode in Opcode for size in (0, 1, 125)),
        *((opcode, size, True, 4) for opcode in (1, 2) for size in (126, 65535, 65536)),
        (Opcode.TEXT, 0, False, 0),
        (Opcode.CONTINUATION, 1, False, 0),
    ]:
        (cut,) = Cutter().feed(encode_frame(opcode, bytes(size), fin=fin, rsv=rsv, key=key))
        assert plausible(cut, sender)
        assert not plausible(cut, sender.peer)


@pytest.mark.parametrize("sender", Role)
def test_random_bytes_and_zeros_are_hardly_ever_believed(sender):
    """A megabyte of random bytes, and zeros, in segments."""
    source = Random(6455)
    finds = sum(Search(sender, 0).feed(source.randbytes(1400)) is not None for _ in range(750))
    assert finds == 0
    assert all(Search(sender, 0).feed(bytes(size)) is None for size in range(1400))


def test_few_chains_are_followed_at_a_time():
    """Each of these segments begins with a frame that does not end: those that would end first stay."""
    search = Search(Role.SERVER, 0)
    for size in range(100_000, 100_050):
        assert search.feed(encode_frame(Opcode.BINARY, bytes(size))[:20]) is None
    assert [chain.start for chain in search._chains] == [20 * nth for nth in range(MOST_CHAINS)]
    assert found(search, HELLO) == [1000]
