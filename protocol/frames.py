"""Frames (RFC 6455 section 5.2): a few bits, a length, perhaps a key, and the payload.

      0                   1                   2                   3
      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
     +-+-+-+-+-------+-+-------------+-------------------------------+
     |F|R|R|R| opcode|M| Payload len |    Extended payload length    |
     |I|S|S|S|  (4)  |A|     (7)     |             (16/64)           |
     |N|V|V|V|       |S|             |   (if payload len==126/127)   |
     | |1|2|3|       |K|             |                               |
     +-+-+-+-+-------+-+-------------+ - - - - - - - - - - - - - - - +
     |     Extended payload length continued, if payload len == 127  |
     + - - - - - - - - - - - - - - - +-------------------------------+
     |                               |Masking-key, if MASK set to 1  |
     +-------------------------------+-------------------------------+
     | Masking-key (continued)       |          Payload Data         |
     +-------------------------------- - - - - - - - - - - - - - - - +

All numbers are unsigned, most significant byte first. Bits are counted from the most significant bit of the
frame's first byte. Reading never fails: any bytes are frames, though perhaps frames that no endpoint may
send. What is wrong with them is said by `violations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from protocol.fields import Field
from protocol.masking import mask
from protocol.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

FIRST_TWO_BYTES: Final = (
    # name, first bit, width
    ("FIN", 0, 1),
    ("RSV1", 1, 1),
    ("RSV2", 2, 1),
    ("RSV3", 3, 1),
    ("opcode", 4, 4),
    ("MASK", 8, 1),
    ("payload length", 9, 7),
)
"""The fields that every frame has."""

LengthForm = Literal[7, 16, 64]
"""In how many bits a length is written."""

EXTENDED: Final[dict[int, LengthForm]] = {126: 16, 127: 64}
"""Two of the 7-bit lengths are no lengths: they announce that the length follows, in 16 or 64 bits."""

LONGEST: Final[dict[LengthForm, int]] = {7: 125, 16: 0xFFFF, 64: 2**64 - 1}
"""The greatest length that each form can hold. The top bit of the 64-bit form must be 0, but can be 1."""

RSV1: Final = 0b100
"""The first of the three bits, as they stand in `rsv`: compressed, if both sides agreed on RFC 7692."""

LONGEST_HEADER: Final = 14
"""2 bytes, 8 of extended length, 4 of key."""


class FrameHeader(NamedTuple):
    """All of a frame but its payload, known before the payload is.

    `offset` is the frame's first byte in its stream, `length` the announced size of the payload in bytes,
    `key` empty without masking, `header` the bytes that were read.
    """

    offset: int
    fin: bool
    rsv: int
    opcode: int
    masked: bool
    length_form: LengthForm
    length: int
    key: bytes
    header: bytes

    @property
    def size(self) -> int:
        """The size that the whole frame will have, in bytes."""
        return len(self.header) + self.length

    def fields(self) -> tuple[Field, ...]:
        """The fields up to the payload, in wire order."""
        return tuple(_header_fields(self.header))


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole frame. `wire` is the payload as it was sent: masked if `masked`."""

    offset: int
    fin: bool
    rsv: int
    opcode: int
    masked: bool
    length_form: LengthForm
    key: bytes
    wire: bytes
    header: bytes

    @property
    def payload(self) -> bytes:
        """The payload as the sender meant it, unmasked."""
        return mask(self.wire, self.key) if self.masked else self.wire

    @property
    def length(self) -> int:
        """The size of the payload in bytes."""
        return len(self.wire)

    @property
    def size(self) -> int:
        """The size on the wire in bytes."""
        return len(self.header) + len(self.wire)

    @property
    def raw(self) -> bytes:
        """The frame as it stood on the wire."""
        return self.header + self.wire

    def fields(self) -> tuple[Field, ...]:
        """All fields in wire order; a payload of no bytes is no field."""
        fields = list(_header_fields(self.header))
        if self.wire:
            fields.append(Field("payload data", len(self.header) * 8, len(self.wire) * 8, self.wire))
        return tuple(fields)


def length_bits(frame: Frame | FrameHeader) -> tuple[int, int]:
    """First bit and width of the length fields, which stand side by side: 7 bits, then none, 16 or 64 more."""
    return 9, 7 if frame.length_form == 7 else 7 + frame.length_form


def payload_bits(frame: Frame | FrameHeader) -> tuple[int, int]:
    """First bit and width of the payload; those of the length if there is none."""
    return (len(frame.header) * 8, frame.length * 8) if frame.length else length_bits(frame)


def _header_fields(header: bytes) -> Iterator[Field]:
    bits = int.from_bytes(header[:2], "big")
    value = 0
    for name, start, width in FIRST_TWO_BYTES:
        value = bits >> (16 - start - width) & (1 << width) - 1
        yield Field(name, start, width, value)
    at = 2
    if value in EXTENDED:  # the last of the seven is the payload length
        width = EXTENDED[value]
        extended = header[at : at + width // 8]
        yield Field("extended payload length", at * 8, width, int.from_bytes(extended, "big"))
        at += len(extended)
    if at < len(header):
        yield Field("masking key", at * 8, 32, header[at:])


# Reading.


def read_header(offset: int) -> Generator[int, bytes, FrameHeader]:
    """Section 5.2 in reading order: each `yield n` asks for the next n bytes."""
    header = yield 2
    b0, b1 = header
    fin = bool(b0 & 0b1000_0000)
    rsv = b0 >> 4 & 0b111
    opcode = b0 & 0b1111
    masked = bool(b1 & 0b1000_0000)
    length = b1 & 0b111_1111

    length_form: LengthForm = EXTENDED.get(length, 7)
    if length_form != 7:
        extended = yield length_form // 8
        length = int.from_bytes(extended, "big")
        header += extended

    key = b""
    if masked:
        key = yield 4
        header += key
    return FrameHeader(offset, fin, rsv, opcode, masked, length_form, length, key, header)


def header_size(second: int) -> int:
    """How many bytes of a frame are not payload, told by its second byte."""
    length = second & 0b111_1111
    return 2 + EXTENDED.get(length, 0) // 8 + (4 if second & 0b1000_0000 else 0)


def header_of(data: bytes, offset: int) -> FrameHeader:
    """The header that `data` is, whole and nothing more; `offset` is its first byte in the stream."""
    asking = read_header(offset)
    at, need = 0, next(asking)
    while True:
        try:
            at, need = at + need, asking.send(data[at : at + need])
        except StopIteration as end:
            header: FrameHeader = end.value
            return header


def frame_of(cut: Callable[[int, int], bytes], offset: int) -> Frame:
    """The whole frame that begins at byte `offset` of its stream; `cut` gives bytes counted from its first one."""
    first = cut(0, 2)
    h = header_of(cut(0, header_size(first[1])), offset)
    wire = cut(len(h.header), h.size)
    return Frame(h.offset, h.fin, h.rsv, h.opcode, h.masked, h.length_form, h.key, wire, h.header)


class FrameReader:
    """Cuts one direction of a connection into frames. `offset` is where its first frame begins in the stream.

    `header` is that of the frame whose payload has not come whole, or None.
    """

    def __init__(self, offset: int = 0) -> None:
        self.header: FrameHeader | None = None
        self._offset = offset
        self._reader = Reader(self._read_frame)

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that `data` completes, in order; the same frames for any chunking."""
        return self._reader.feed(data)

    def _read_frame(self) -> Generator[int, bytes, Frame]:
        self.header = h = yield from read_header(self._offset)
        wire = yield h.length
        self.header = None
        self._offset += h.size
        return Frame(h.offset, h.fin, h.rsv, h.opcode, h.masked, h.length_form, h.key, wire, h.header)

    @property
    def buffered(self) -> int:
        """How many bytes of the unfinished frame have arrived."""
        return self._reader.buffered

    @property
    def missing(self) -> int:
        """How many bytes the unfinished frame still misses, 0 between frames.

        It is exact once the length has been read; before that, more may follow.
        """
        if not self.buffered:
            return 0
        return least_size(self._reader.begun(LONGEST_HEADER)) - self.buffered

    @property
    def missing_part(self) -> int:
        """How many bytes the part that is being read (first two bytes, length, key, payload) still misses."""
        return self._reader.missing


def least_size(begun: bytes) -> int:
    """The size that a frame has at least, in bytes, if these are its first bytes."""
    if len(begun) < 2:
        return 2
    masked, length = begun[1] >> 7, begun[1] & 0b111_1111
    size = 2 + 4 * masked
    if length not in EXTENDED:
        return size + length
    extended = EXTENDED[length] // 8
    size += extended
    if len(begun) < 2 + extended:
        return size
    return size + int.from_bytes(begun[2 : 2 + extended], "big")


# Writing.


def encode_frame(
    opcode: int,
    payload: bytes = b"",
    *,
    fin: bool = True,
    rsv: int = 0,
    key: bytes | None = None,
    length_form: int | None = None,
) -> bytes:
    """The bytes of a frame: masked if there is a `key`, the length in the shortest form unless told.

    It writes frames that no endpoint may send; it raises ValueError only for what the bits cannot hold.
    """
    form = shortest_form(len(payload)) if length_form is None else _known_form(length_form)
    if not 0 <= opcode <= 0b1111 or not 0 <= rsv <= 0b111:
        raise ValueError(f"an opcode has 4 bits and RSV has 3, which cannot hold {opcode} and {rsv}")
    if len(payload) > LONGEST[form]:
        raise ValueError(f"{len(payload)} bytes of payload are too many for a {form}-bit length")
    length = len(payload) if form == 7 else {16: 126, 64: 127}[form]
    b0 = fin << 7 | rsv << 4 | opcode
    b1 = (key is not None) << 7 | length
    extended = b"" if form == 7 else len(payload).to_bytes(form // 8, "big")
    if key is None:
        return bytes((b0, b1)) + extended + payload
    return bytes((b0, b1)) + extended + key + mask(payload, key)


def shortest_form(length: int) -> LengthForm:
    """The form in which section 5.2 wants a length written: the shortest that can hold it."""
    return 7 if length <= LONGEST[7] else 16 if length <= LONGEST[16] else 64


def _known_form(length_form: int) -> LengthForm:
    if length_form not in LONGEST:
        raise ValueError(f"a length is written in 7, 16 or 64 bits, not in {length_form}")
    return length_form
