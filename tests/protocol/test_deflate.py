"""The payload of compressed messages on zlib, RFC 7692 section 7.2."""

from __future__ import annotations

import random
import tracemalloc
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.deflate import EMPTY, TAIL, Deflater, InflateError, Inflater, TooBigError
from protocol.deflate_blocks import Reference
from protocol.inflate import inflate

if TYPE_CHECKING:
    from collections.abc import Iterable

PLENTY = 10**6

EXAMPLES = {
    "7.2.3.1 one block": "f2 48 cd c9 c9 07 00",
    "7.2.3.3 no compression": "00 05 00 fa ff 48 65 6c 6c 6f 00",
    "7.2.3.4 BFINAL set": "f3 48 cd c9 c9 07 00 00",
    "7.2.3.5 two blocks": "f2 48 05 00 00 00 ff ff ca c9 c9 07 00",
}

window_sizes = st.integers(8, 15)
texts = st.one_of(
    st.binary(max_size=200),
    st.builds(lambda unit, times: unit * times, st.binary(min_size=1, max_size=40), st.integers(1, 40)),
    st.text(alphabet='{"id": 1, "name": "ann"}', max_size=300).map(str.encode),
)


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes in which nothing repeats for long."""
    return random.Random(seed).randbytes(size)


def receive(inflater: Inflater, payload: bytes, room: int = PLENTY) -> bytes:
    text = inflater.feed(payload, room)
    return text + inflater.finish(room - len(text))


def pieces(data: bytes, cuts: Iterable[int]) -> list[bytes]:
    """`data` cut at these places, as far as it has them."""
    places = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    return [data[start:stop] for start, stop in pairwise(places)]


def raw(text: bytes, flush: int = zlib.Z_SYNC_FLUSH, window: bytes = b"") -> bytes:
    """A DEFLATE stream of zlib's own."""
    stream = zlib.compressobj(wbits=-15, zdict=window)
    return stream.compress(text) + stream.flush(flush)


class TestExamples:
    @pytest.mark.parametrize("payload", EXAMPLES.values(), ids=EXAMPLES.keys())
    def test_hello(self, payload: str) -> None:
        assert receive(Inflater(), bytes.fromhex(payload)) == b"Hello"

    @pytest.mark.parametrize("payload", EXAMPLES.values(), ids=EXAMPLES.keys())
    def test_hello_byte_by_byte(self, payload: str) -> None:
        inflater = Inflater()
        parts = [inflater.feed(bytes([byte]), 5) for byte in bytes.fromhex(payload)]
        assert b"".join(parts) + inflater.finish(0) == b"Hello"

    def test_two_fragments(self) -> None:
        # 7.2.3.1: the same payload in two frames, 3 bytes and 4.
        inflater = Inflater()
        assert inflater.feed(bytes.fromhex("f2 48 cd"), 5) + inflater.feed(bytes.fromhex("c9 c9 07 00"), 4) == b"Hello"
        assert inflater.finish(0) == b""

    def test_sharing_the_window(self) -> None:
        # 7.2.3.2: the second "Hello" is a literal and a reference to the first one.
        second = bytes.fromhex("f2 00 11 00 00")
        inflater = Inflater()
        assert receive(inflater, bytes.fromhex("f2 48 cd c9 c9 07 00")) == b"Hello"
        assert receive(inflater, second) == b"Hello"
        with pytest.raises(InflateError, match="too far back"):
            receive(Inflater(), second)
        alone = Inflater(takeover=False)
        assert receive(alone, bytes.fromhex("f2 48 cd c9 c9 07 00")) == b"Hello"
        with pytest.raises(InflateError, match="too far back"):
            receive(alone, second)

    def test_an_empty_message(self) -> None:
        # 7.2.3.6
        inflater = Inflater()
        assert receive(inflater, EMPTY, 0) == b""
        assert receive(inflater, b"\x02\x00", 0) == b""
        assert receive(inflater, bytes.fromhex("f2 48 cd c9 c9 07 00")) == b"Hello"


class TestDeflater:
    @pytest.mark.parametrize("takeover", [True, False])
    def test_empty_messages_and_fragments(self, takeover: bool) -> None:
        deflater = Deflater(takeover=takeover)
        assert [deflater.deflate(b""), deflater.deflate(b"")] == [EMPTY, EMPTY]
        assert deflater.deflate(b"", fin=False) == b""
        first = deflater.deflate(b"Hello", fin=False)
        assert first.endswith(TAIL)
        assert deflater.deflate(b"") == EMPTY
        assert receive(Inflater(), first + EMPTY) == b"Hello"

    def test_an_earlier_fragment_can_be_read_before_the_next_one(self) -> None:
        deflater, inflater = Deflater(), Inflater()
        assert inflater.feed(deflater.deflate(b"Hel", fin=False), 3) == b"Hel"
        assert inflater.feed(deflater.deflate(b"lo"), 2) == b"lo"
        assert inflater.finish(0) == b""

    def test_with_takeover_the_second_message_refers_to_the_first(self) -> None:
        text = noise(500)
        deflater = Deflater()
        assert len(deflater.deflate(text)) > 500
        assert len(deflater.deflate(text)) < 30

    def test_without_takeover_every_message_is_the_same_and_nothing_is_kept(self) -> None:
        deflater = Deflater(takeover=False)
        first = deflater.deflate(b"Hello, hello")
        assert deflater.deflate(b"Hello, hello") == first
        assert deflater._stream is None
        whole = deflater.deflate(b"Hello", fin=False) + deflater.deflate(b", hello")
        assert receive(Inflater(takeover=False), whole) == b"Hello, hello"
        assert deflater._stream is None

    @pytest.mark.parametrize("bits", range(8, 16))
    @pytest.mark.parametrize("level", [0, 1, 6, 9])
    def test_no_reference_goes_beyond_the_window(self, bits: int, level: int) -> None:
        # Texts that repeat just inside and just outside the window; the oracle refuses what goes beyond it.
        deflater = Deflater(bits, level=level)
        before = b""
        for gap in (2**bits - 263, 2**bits - 262, 2**bits, 2**bits + 1, 2**bits + 40):
            text = noise(40, seed=gap) + bytes(gap - 40 if gap > 40 else 0) + noise(40, seed=gap)
            opened = inflate(deflater.deflate(text), before[-(2**15) :], bits)
            assert opened.text == text
            before += text

    def test_with_a_window_of_256_bytes_references_go_back_one_byte(self) -> None:
        opened = inflate(Deflater(8).deflate(b"abcabcabcabc" + bytes(100)))
        references = [symbol for symbol in opened.blocks[0].symbols if isinstance(symbol, Reference)]
        assert {reference.distance for reference in references} == {1}

    def test_the_oracle_sees_a_reference_beyond_the_window(self) -> None:
        text = noise(300) * 2
        payload = Deflater(9).deflate(text)
        assert inflate(payload, b"", 9).text == text
        with pytest.raises(InflateError, match="300 bytes back is beyond the window of 256 bytes"):
            inflate(Deflater(15).deflate(text), b"", 8)

    @given(window_sizes, st.booleans(), st.lists(texts, max_size=4))
    @settings(max_examples=60)
    def test_the_slow_inflater_reads_every_message(self, bits: int, takeover: bool, messages: list[bytes]) -> None:
        deflater = Deflater(bits, takeover=takeover)
        window = b""
        for text in messages:
            assert inflate(deflater.deflate(text), window, bits).text == text
            window = (window + text)[-(2**bits) :] if takeover else b""

    @pytest.mark.parametrize("bits", [7, 16, -15])
    def test_windows_that_there_are_not(self, bits: int) -> None:
        with pytest.raises(ValueError, match="2\\*\\*8 to 2\\*\\*15"):
            Deflater(bits)
        with pytest.raises(ValueError, match="2\\*\\*8 to 2\\*\\*15"):
            Inflater(bits)
        with pytest.raises(ValueError, match="2\\*\\*8 to 2\\*\\*15"):
            inflate(EMPTY, b"", bits)

    @pytest.mark.parametrize("level", [-1, 10])
    def test_levels_that_there_are_not(self, level: int) -> None:
        with pytest.raises(ValueError, match="0 to 9"):
            Deflater(level=level)


class TestBothWays:
    @given(
        window_sizes,
        st.booleans(),
        st.integers(0, 9),
        st.lists(
            st.tuples(st.lists(texts, min_size=1, max_size=3), st.lists(st.integers(1, 80), max_size=5)), max_size=4
        ),
    )
    @settings(max_examples=100)
    def test_any_fragments_and_any_cut(
        self, bits: int, takeover: bool, level: int, messages: list[tuple[list[bytes], list[int]]]
    ) -> None:
        deflater, inflater = Deflater(bits, takeover=takeover, level=level), Inflater(bits, takeover=takeover)
        for fragments, cuts in messages:
            last = len(fragments) - 1
            payload = b"".join(deflater.deflate(text, fin=index == last) for index, text in enumerate(fragments))
            room = sum(map(len, fragments))
            text = b""
            for piece in pieces(payload, cuts):
                text += inflater.feed(piece, room - len(text))
            assert text + inflater.finish(0) == b"".join(fragments)

    @pytest.mark.parametrize("takeover", [True, False])
    def test_large_messages(self, takeover: bool) -> None:
        deflater, inflater = Deflater(takeover=takeover), Inflater(takeover=takeover)
        for text in (noise(100_000), bytes(300_000), noise(100_000), b"Hello", noise(40_000) * 3):
            assert receive(inflater, deflater.deflate(text), len(text)) == text

    def test_the_window_is_all_that_is_remembered(self) -> None:
        deflater, inflater = Deflater(9), Inflater(9)
        for seed in range(100):
            text = noise(40 * seed, seed)
            assert receive(inflater, deflater.deflate(text)) == text
            assert len(inflater._window) <= 2 * 2**9


class TestRoom:
    def test_the_message_may_fill_the_room(self) -> None:
        payload = Deflater().deflate(b"Hello" * 100)
        assert receive(Inflater(), payload, 500) == b"Hello" * 100
        with pytest.raises(TooBigError, match="more than the receiver takes"):
            receive(Inflater(), payload, 499)
        with pytest.raises(TooBigError):
            receive(Inflater(), payload, 0)

    def test_a_bomb_is_stopped_at_the_limit(self) -> None:
        bomb = Deflater().deflate(bytes(50_000_000))
        assert len(bomb) < 100_000
        inflater = Inflater()
        tracemalloc.start()
        try:
            with pytest.raises(TooBigError):
                inflater.feed(bomb, 100_000)
            assert tracemalloc.get_traced_memory()[1] < 600_000
        finally:
            tracemalloc.stop()

    def test_a_bomb_behind_a_final_block_is_stopped_as_well(self) -> None:
        with pytest.raises(TooBigError):
            Inflater().feed(raw(b"Hello", zlib.Z_FINISH) + raw(bytes(10_000)), 5000)

    def test_the_room_of_a_machine_is_enough(self) -> None:
        assert receive(Inflater(), bytes.fromhex("f2 48 cd c9 c9 07 00"), 2**63 - 1) == b"Hello"
        with pytest.raises(ValueError, match="-1"):
            Inflater().feed(EMPTY, -1)


class TestFinalBlocks:
    def test_the_window_goes_on_behind_a_final_block(self) -> None:
        text = noise(300)
        payload = raw(text, zlib.Z_FINISH) + raw(text, zlib.Z_FINISH, window=text) + EMPTY
        assert len(payload) < 400
        for bits in (9, 15):
            assert receive(Inflater(bits), payload) == text * 2
        assert inflate(payload).text == text * 2

    def test_the_window_goes_on_to_the_next_message(self) -> None:
        text = noise(300)
        inflater = Inflater()
        assert receive(inflater, raw(text, zlib.Z_FINISH) + EMPTY) == text
        assert receive(inflater, raw(text, window=text)[:-4]) == text

    def test_the_left_out_block_may_be_final_itself(self) -> None:
        inflater = Inflater()
        for _ in range(2):
            assert receive(inflater, raw(b"Hello") + b"\x01") == b"Hello"

    def test_a_final_block_is_not_the_end_of_the_message(self) -> None:
        # 7.2.1 has an empty stored block behind it, whose first byte is not left out.
        with pytest.raises(InflateError, match="ends inside"):
            receive(Inflater(), bytes.fromhex("f3 48 cd c9 c9 07 00"))

    def test_tiny_streams_take_linear_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        given_to_zlib = 0
        original = zlib.decompressobj

        class Counting:
            def __init__(self, *args: object, **kwargs: object) -> None:
                self._stream = original(*args, **kwargs)  # type: ignore[arg-type]  # a stand-in passes on what it is given

            def __getattr__(self, name: str) -> object:
                return getattr(self._stream, name)

            def decompress(self, data: bytes, room: int) -> bytes:
                nonlocal given_to_zlib
                given_to_zlib += len(data)
                return self._stream.decompress(data, room)

        monkeypatch.setattr(zlib, "decompressobj", Counting)
        for streams, size in ((3000, 0), (100, 200), (3, 9000)):
            one = raw(noise(size), zlib.Z_FINISH)
            payload = one * streams + EMPTY
            given_to_zlib = 0
            assert receive(Inflater(), payload) == noise(size) * streams
            assert given_to_zlib < 5 * len(payload) + 64 * streams


class TestErrors:
    @pytest.mark.parametrize(
        ("payload", "reason"),
        [
            ("07", "invalid block type"),
            ("00 05 00 00 00", "invalid stored block lengths"),
            ("f2 00 11 00 00", "invalid distance too far back"),
        ],
    )
    def test_no_deflate(self, payload: str, reason: str) -> None:
        inflater = Inflater()
        with pytest.raises(InflateError, match=f"^The compressed payload is not DEFLATE: {reason}\\.$"):
            inflater.feed(bytes.fromhex(payload), PLENTY)

    @pytest.mark.parametrize("payload", ["", "f2", "f2 48 cd c9 c9 07", "00 05 00 fa ff 48", "00 00 00 ff ff", "04"])
    def test_the_payload_ends_inside_a_block(self, payload: str) -> None:
        with pytest.raises(InflateError, match="ends inside a DEFLATE block"):
            receive(Inflater(), bytes.fromhex(payload))

    def test_a_message_that_was_not_cut_off_at_all(self) -> None:
        with pytest.raises(InflateError):
            receive(Inflater(), raw(b"Hello"))

    @pytest.mark.parametrize("level", [0, 6])
    def test_no_beginning_of_a_message_is_one(self, level: int) -> None:
        payload = Deflater(level=level).deflate(b"".join(b"%d, " % number for number in range(300)))
        for size in range(len(payload)):
            if payload[:size] == EMPTY:
                continue  # the header of a stored block, which is the whole of an empty message
            with pytest.raises(InflateError, match="ends inside"):
                receive(Inflater(), payload[:size])

    def test_a_reference_beyond_the_window_of_earlier_messages(self) -> None:
        first = noise(500)
        payload = raw(first[:100], window=first)[:-4]
        assert len(payload) < 50
        whole = Inflater(9)
        receive(whole, raw(first)[:-4])
        assert receive(whole, payload) == first[:100]
        narrow = Inflater(8)
        receive(narrow, raw(first)[:-4])
        with pytest.raises(InflateError, match="too far back"):
            narrow.feed(payload, PLENTY)

    @pytest.mark.parametrize(("payload", "room"), [(b"\x07", 5), (b"\xf2\x48\xcd\xc9\xc9\x07\x00", 4), (b"\xf2", 5)])
    def test_the_same_error_ever_after(self, payload: bytes, room: int) -> None:
        inflater = Inflater()
        with pytest.raises(InflateError) as first:
            receive(inflater, payload, room)
        for again in (lambda: inflater.feed(EMPTY, PLENTY), lambda: inflater.finish(PLENTY)):
            with pytest.raises(InflateError) as second:
                again()
            assert second.value is first.value

    @given(
        st.lists(texts, min_size=1, max_size=3).map(b"".join),
        st.integers(0, 9),
        st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=3), st.integers(0, 3)), max_size=3),
        st.lists(st.integers(1, 400), max_size=3),
    )
    @settings(max_examples=200)
    def test_whatever_comes_it_is_what_the_slow_inflater_says(
        self, text: bytes, level: int, changes: list[tuple[int, bytes, int]], cuts: list[int]
    ) -> None:
        payload = Deflater(level=level).deflate(text)
        for at, new, gone in changes:
            payload = payload[:at] + new + payload[at + gone :]
        check_against_the_slow_one(payload, cuts)

    @given(st.binary(max_size=60), st.lists(st.integers(1, 60), max_size=3))
    @settings(max_examples=300)
    def test_noise_is_what_the_slow_inflater_says(self, payload: bytes, cuts: list[int]) -> None:
        check_against_the_slow_one(payload, cuts)


def check_against_the_slow_one(payload: bytes, cuts: Iterable[int]) -> None:
    inflater = Inflater()
    try:
        fast = b"".join(inflater.feed(piece, PLENTY) for piece in pieces(payload, cuts)) + inflater.finish(PLENTY)
    except InflateError:
        with pytest.raises(InflateError):
            inflate(payload)
    else:
        assert inflate(payload).text == fast
