"""DEFLATE opened up, RFC 1951, with the messages of RFC 7692 section 7.2.3; zlib is the oracle."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.deflate import Deflater, InflateError, Inflater, TooBigError
from protocol.deflate_blocks import Bits, Block, BlockType, EndOfBlock, Inflated, Literal, Reference, Stored
from protocol.huffman import FIXED_SYMBOLS, ORDER_OF_LENGTHS, Code
from protocol.inflate import inflate

if TYPE_CHECKING:
    from collections.abc import Iterator

STRATEGIES = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED)

texts = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda unit, times: unit * times, st.binary(min_size=1, max_size=50), st.integers(1, 60)),
    st.text(alphabet="aaaaabbbcde ,", max_size=600).map(str.encode),
)


def opened(payload: str, window: bytes = b"") -> Inflated:
    return inflate(bytes.fromhex(payload), window)


def fixed(symbol: int) -> Code:
    return FIXED_SYMBOLS.codes[symbol]


def spans(message: Inflated) -> Iterator[tuple[int, int]]:
    """First bit and width of everything in the stream, in its order."""
    for block in message.blocks:
        padding = (block.padding,) if block.padding else ()
        for part in (*block.header, *block.code_lengths, *block.symbols, *padding):
            yield part.start_bit, part.width


def bits_of(data: bytes, start: int, width: int) -> str:
    """The bits of the stream in their order."""
    return "".join(f"{byte:08b}"[::-1] for byte in data)[start : start + width]


class Writer:
    """Builds a stream from numbers, least significant bit first, and from codes, given as digits."""

    def __init__(self) -> None:
        self.bits = ""

    def number(self, value: int, width: int) -> Writer:
        self.bits += f"{value:0{width}b}"[::-1] if width else ""
        return self

    def digits(self, *codes: str) -> Writer:
        self.bits += "".join(codes)
        return self

    def fixed(self, *symbols: int) -> Writer:
        return self.digits(*(fixed(symbol).digits for symbol in symbols))

    def dynamic(self, literals: int, distances: int, lengths: dict[int, int], final: int = 0) -> Writer:
        """The header of a dynamic block, with all 19 lengths of the code length codes."""
        self.number(final, 1).number(2, 2).number(literals - 257, 5).number(distances - 1, 5).number(15, 4)
        for symbol in ORDER_OF_LENGTHS:
            self.number(lengths.get(symbol, 0), 3)
        return self

    @property
    def payload(self) -> bytes:
        """Whole bytes, then an empty stored block without its lengths."""
        bits = self.bits + "000"
        bits += "0" * (-len(bits) % 8)
        return bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))


# Four code length codes of two bits: 0 for length 0, 1 for length 1, 2 for length 2 and 18 for many zeros.
FOUR = {0: 2, 1: 2, 2: 2, 18: 2}
ZERO, ONE, TWO, ZEROS = "00", "01", "10", "11"


def zeros(count: int) -> str:
    """The code length symbol 18 with its 7 extra bits: 11 to 138 lengths of 0."""
    return ZEROS + f"{count - 11:07b}"[::-1]


class TestExamples:
    def test_one_block(self) -> None:
        # 7.2.3.1
        message = opened("f2 48 cd c9 c9 07 00")
        assert message.text == b"Hello"
        block, last = message.blocks
        assert (block.start_bit, block.width, block.final, block.kind) == (0, 50, False, BlockType.FIXED)
        assert block.header == (Bits("BFINAL", 0, 1, 0), Bits("BTYPE", 1, 2, 1))
        assert block.symbols == (
            Literal(3, 8, 0, fixed(ord("H"))),
            Literal(11, 8, 1, fixed(ord("e"))),
            Literal(19, 8, 2, fixed(ord("l"))),
            Literal(27, 8, 3, fixed(ord("l"))),
            Literal(35, 8, 4, fixed(ord("o"))),
            EndOfBlock(43, 7, fixed(256)),
        )
        assert block.symbol_codes == FIXED_SYMBOLS.codes
        assert block.padding is None
        assert last == Block(
            50,
            38,
            False,
            BlockType.STORED,
            (
                Bits("BFINAL", 50, 1, 0),
                Bits("BTYPE", 51, 2, 0),
                Bits("padding", 53, 3, 0),
                Bits("LEN", 56, 16, 0),
                Bits("NLEN", 72, 16, 0xFFFF),
            ),
            (),
            (),
            (),
            (),
            (Stored(88, 0, 5, b""),),
            None,
        )
        assert message.data == bytes.fromhex("f2 48 cd c9 c9 07 00 00 00 ff ff")

    def test_sharing_the_window(self) -> None:
        # 7.2.3.2: "H", then "ello" out of the first message.
        message = opened("f2 00 11 00 00", b"Hello")
        literal, reference, end = message.blocks[0].symbols
        assert literal == Literal(3, 8, 0, fixed(ord("H")))
        assert reference == Reference(
            11,
            13,
            1,
            fixed(258),
            Bits("extra bits", 18, 0, 0),
            Code(4, 5, 0b00100),
            Bits("extra bits", 23, 1, 0),
            4,
            5,
            b"ello",
        )
        assert reference.source == -4
        assert end == EndOfBlock(24, 7, fixed(256))
        assert message.text == b"Hello"

    def test_no_compression(self) -> None:
        # 7.2.3.3
        message = opened("00 05 00 fa ff 48 65 6c 6c 6f 00")
        assert message.text == b"Hello"
        assert [block.kind for block in message.blocks] == [BlockType.STORED, BlockType.STORED]
        assert message.blocks[0].header[3:] == (Bits("LEN", 8, 16, 5), Bits("NLEN", 24, 16, 0xFFFA))
        assert message.blocks[0].symbols == (Stored(40, 40, 0, b"Hello"),)

    def test_bfinal_set(self) -> None:
        # 7.2.3.4: zeros fill the last byte of the final block, and the next block begins behind them.
        message = opened("f3 48 cd c9 c9 07 00 00")
        assert message.text == b"Hello"
        first, last = message.blocks
        assert first.final
        assert first.padding == Bits("padding", 50, 6, 0)
        assert (last.start_bit, last.final, last.padding) == (56, False, None)

    def test_two_blocks(self) -> None:
        # 7.2.3.5
        message = opened("f2 48 05 00 00 00 ff ff ca c9 c9 07 00")
        assert [block.text for block in message.blocks] == [b"He", b"", b"llo", b""]
        assert message.text == b"Hello"

    def test_an_empty_message(self) -> None:
        # 7.2.3.6
        message = opened("00")
        assert message.text == b""
        assert [block.kind for block in message.blocks] == [BlockType.STORED]


class TestDynamic:
    def test_a_block_with_its_tables(self) -> None:
        # "a" and the end of the block have codes of one bit, no distance has one.
        writer = Writer().dynamic(257, 1, FOUR)
        writer.digits(zeros(97), ONE, zeros(138), zeros(20), ONE, ZERO)
        message = inflate(writer.digits("0", "0", "1").payload)
        block = message.blocks[0]
        assert message.text == b"aa"
        assert block.kind is BlockType.DYNAMIC
        assert [(bits.name, bits.value) for bits in block.header[2:5]] == [("HLIT", 0), ("HDIST", 0), ("HCLEN", 15)]
        assert block.header[5] == Bits("length of 16", 17, 3, 0)
        assert [code.digits for code in block.length_codes] == [ZERO, ONE, TWO, ZEROS]
        assert [(step.first, step.count, step.length) for step in block.code_lengths] == [
            (0, 97, 0),
            (97, 1, 1),
            (98, 138, 0),
            (236, 20, 0),
            (256, 1, 1),
            (257, 1, 0),
        ]
        assert block.symbol_codes == (Code(97, 1, 0), Code(256, 1, 1))
        assert block.distance_codes == ()
        assert [symbol.width for symbol in block.symbols] == [1, 1, 1]

    def test_a_copy_may_read_what_it_writes(self) -> None:
        message = inflate(Writer().number(2, 3).fixed(ord("a"), 261).digits("00000").fixed(256).payload)
        assert message.text == b"a" * 8
        reference = message.blocks[0].symbols[1]
        assert isinstance(reference, Reference)
        assert (reference.length, reference.distance, reference.source, reference.text) == (7, 1, 0, b"a" * 7)


class TestAgainstZlib:
    @given(
        texts,
        texts,
        st.integers(0, 9),
        st.sampled_from(STRATEGIES),
        st.integers(1, 9),
        st.integers(9, 15),
        st.sampled_from([zlib.Z_SYNC_FLUSH, zlib.Z_FINISH, zlib.Z_FULL_FLUSH, zlib.Z_PARTIAL_FLUSH]),
    )
    @settings(max_examples=150)
    def test_every_kind_of_stream(
        self, window: bytes, text: bytes, level: int, strategy: int, memory: int, bits: int, flush: int
    ) -> None:
        half = len(text) // 2
        stream = zlib.compressobj(level, zlib.DEFLATED, -bits, memory, strategy, zdict=window)
        data = stream.compress(text[:half]) + stream.flush(zlib.Z_SYNC_FLUSH)
        data += stream.compress(text[half:]) + stream.flush(flush)
        if flush == zlib.Z_PARTIAL_FLUSH:
            data += stream.flush(zlib.Z_SYNC_FLUSH)
        payload = data + b"\x00" if flush == zlib.Z_FINISH else data[:-4]
        message = inflate(payload, window, bits)
        assert message.text == text
        assert message.text == b"".join(block.text for block in message.blocks)
        check_spans(message)

    def test_all_types_of_blocks_were_there(self) -> None:
        text = b"".join(b"%d and " % number for number in range(400))
        kinds = {
            block.kind
            for level, strategy in ((0, zlib.Z_DEFAULT_STRATEGY), (6, zlib.Z_FIXED), (6, zlib.Z_DEFAULT_STRATEGY))
            for block in inflate(deflated(text, level, strategy)).blocks
        }
        assert kinds == set(BlockType)

    @pytest.mark.parametrize(("level", "words"), [(0, 15_000), (1, 4000), (6, 4000)])
    def test_a_long_text_in_many_blocks(self, level: int, words: int) -> None:
        chance = random.Random(3)
        text = b"".join(chance.choice((b"alpha ", b"beta ", b"%d " % chance.randrange(10**6))) for _ in range(words))
        message = inflate(deflated(text, level, zlib.Z_DEFAULT_STRATEGY, memory=3))
        assert message.text == text
        assert len(message.blocks) > 2
        for block in message.blocks:
            if block.kind is BlockType.DYNAMIC:
                total = block.header[2].value + 257 + block.header[3].value + 1
                assert sum(step.count for step in block.code_lengths) == total


def deflated(text: bytes, level: int, strategy: int, memory: int = 8) -> bytes:
    stream = zlib.compressobj(level, zlib.DEFLATED, -15, memory, strategy)
    return (stream.compress(text) + stream.flush(zlib.Z_SYNC_FLUSH))[:-4]


def fast(payload: bytes) -> bytes:
    """What zlib makes of a message."""
    inflater = Inflater()
    return inflater.feed(payload, 10**6) + inflater.finish(10**6)


def check_spans(message: Inflated) -> None:
    """Everything lies end to end, and every code stands where its value says."""
    at = 0
    for start, width in spans(message):
        assert start == at
        at += width
    assert at == 8 * len(message.data)
    assert [block.start_bit + block.width for block in message.blocks][-1] == at
    stream = bits_of(message.data, 0, at)
    written = 0
    for block in message.blocks:
        for bits in block.header:
            assert int(stream[bits.start_bit : bits.start_bit + bits.width][::-1] or "0", 2) == bits.value
        for symbol in block.symbols:
            if isinstance(symbol, (Literal, EndOfBlock)):
                assert stream[symbol.start_bit : symbol.start_bit + symbol.width] == symbol.code.digits
            elif isinstance(symbol, Reference):
                assert stream.startswith(symbol.length_code.digits, symbol.start_bit)
                assert stream.startswith(
                    symbol.distance_code.digits, symbol.length_extra.start_bit + symbol.length_extra.width
                )
            if not isinstance(symbol, EndOfBlock):
                assert symbol.at == written
                assert message.text.startswith(symbol.text, written)
            written += len(symbol.text)


LITERALS = (zeros(138), zeros(118))
"""No code for the symbols 0 to 255."""

WRONG = {
    "the type of the block": (Writer().number(6, 3), 1, "block type 3 is reserved"),
    "the type of a later block": (Writer().number(2, 3).fixed(256).number(6, 3), 11, "block type 3"),
    "NLEN": (Writer().number(0, 8).number(5, 16).number(5, 16), 24, "NLEN is 0005, not the inverse of LEN 0005"),
    "HLIT": (Writer().dynamic(287, 1, FOUR), 3, "there are no 287 symbols"),
    "HDIST": (Writer().dynamic(257, 31, FOUR), 8, "there are no 31 symbols"),
    "too many code length codes": (Writer().dynamic(257, 1, FOUR | {3: 2}), 17, "the code length code has more codes"),
    "too few code length codes": (Writer().dynamic(257, 1, {0: 1}), 17, "the code length code leaves bit strings"),
    "no code length codes": (Writer().dynamic(257, 1, {}), 17, "the code length code leaves bit strings"),
    "a repeat of nothing": (Writer().dynamic(257, 1, {0: 1, 16: 1}).digits("1", "00"), 74, "no length before"),
    "too many code lengths": (
        Writer().dynamic(257, 1, FOUR).digits(zeros(138), zeros(138)),
        83,
        "276 code lengths are more than the 258",
    ),
    "no end of the block": (
        Writer().dynamic(257, 1, FOUR).digits(ONE, ONE, zeros(138), zeros(116), ZERO, ZERO),
        74,
        "the end of the block has no code",
    ),
    "too many codes": (
        Writer().dynamic(257, 1, FOUR).digits(ONE, ONE, zeros(138), zeros(116), ONE, ZERO),
        74,
        "the literal and length code has more codes",
    ),
    "too few codes": (
        Writer().dynamic(257, 1, FOUR).digits(TWO, ZERO, zeros(138), zeros(116), ONE, ZERO),
        74,
        "the literal and length code leaves bit strings",
    ),
    "too few distances": (
        Writer().dynamic(257, 2, FOUR).digits(*LITERALS, ONE, TWO, ONE),
        74,
        "the distance code leaves bit strings",
    ),
    "a code of no symbol": (
        Writer().dynamic(257, 1, FOUR).digits(*LITERALS, ONE, ZERO, "1"),
        96,
        "no symbol has a code",
    ),
    "a distance where there is none": (
        Writer().dynamic(258, 1, FOUR).digits(*LITERALS, ONE, ONE, ZERO, "1"),
        99,
        "no symbol has a code",
    ),
    "a symbol that never occurs": (Writer().number(2, 3).fixed(97, 286), 11, "symbol 286 never occurs"),
    "a distance that never occurs": (Writer().number(2, 3).fixed(97, 257).digits("11110"), 18, "symbol 30 never"),
    "before the first byte": (
        Writer().number(2, 3).fixed(97, 257).digits("00001"),
        18,
        "2 bytes back is before the first byte",
    ),
}


class TestErrors:
    @pytest.mark.parametrize(("writer", "bit", "reason"), WRONG.values(), ids=WRONG.keys())
    def test_the_bit_where_it_goes_wrong(self, writer: Writer, bit: int, reason: str) -> None:
        payload = writer.payload + b"more"
        with pytest.raises(InflateError, match=f"^Bit {bit}: .*{reason}") as error:
            inflate(payload)
        assert error.value.bit == bit
        with pytest.raises(InflateError):
            fast(payload)

    def test_beyond_the_window(self) -> None:
        # 257 bytes back: distance symbol 16, with 7 extra bits.
        writer = Writer().number(2, 3).fixed(257).digits("10000").number(0, 7).fixed(256)
        with pytest.raises(InflateError, match=r"^Bit 10: 257 bytes back is beyond the window of 256 bytes"):
            inflate(writer.payload, bytes(300), 8)
        assert inflate(writer.payload, b"ab" + bytes(255), 9).text == b"ab\x00"

    @pytest.mark.parametrize("size", range(7))
    def test_the_payload_ends_inside_a_block(self, size: int) -> None:
        payload = bytes.fromhex("f2 48 cd c9 c9 07 00")[:size]
        with pytest.raises(InflateError, match="the payload ends inside a block") as error:
            inflate(payload)
        assert error.value.bit == 8 * size

    def test_a_stored_block_may_not_take_what_was_left_out(self) -> None:
        # A literal reading of 7.2.2 would find H 00 00 FF FF here; no sender that follows 7.2.1 sends it.
        with pytest.raises(InflateError, match=r"^Bit 48: the payload ends"):
            opened("00 05 00 fa ff 48")

    def test_the_text_has_its_room(self) -> None:
        payload = Deflater().deflate(b"a" * 1000)
        assert inflate(payload, room=1000).text == b"a" * 1000
        with pytest.raises(TooBigError, match="beyond 999 bytes"):
            inflate(payload, room=999)
        with pytest.raises(TooBigError, match=r"^Bit 40: here the text grows beyond 4 bytes"):
            inflate(bytes.fromhex("00 05 00 fa ff 48 65 6c 6c 6f 00"), room=4)
