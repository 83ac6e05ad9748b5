"""Frames, RFC 6455 sections 5.1, 5.2, 5.5 and the examples of 5.7."""

from __future__ import annotations

import itertools
import tracemalloc
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest
from frames_support import any_frames, read_one
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame as OtherFrame
from websockets.frames import Opcode as OtherOpcode
from websockets.streams import StreamReader
from wsproto.connection import Connection as OtherConnection
from wsproto.connection import ConnectionType
from wsproto.events import BytesMessage, Ping, TextMessage

from protocol.fields import bit_at
from protocol.frames import FrameReader, encode_frame, least_size
from protocol.violations import frame_violations
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Generator

KEY = bytes.fromhex("37fa213d")
CLIENT, SERVER = Role.CLIENT, Role.SERVER

# Section 5.7: the bytes, and what the RFC says of them.
EXAMPLES = [
    (bytes.fromhex("810548656c6c6f"), SERVER, Opcode.TEXT, True, b"Hello"),
    (bytes.fromhex("818537fa213d7f9f4d5158"), CLIENT, Opcode.TEXT, True, b"Hello"),
    (bytes.fromhex("010348656c"), SERVER, Opcode.TEXT, False, b"Hel"),
    (bytes.fromhex("80026c6f"), SERVER, Opcode.CONTINUATION, True, b"lo"),
    (bytes.fromhex("890548656c6c6f"), SERVER, Opcode.PING, True, b"Hello"),
    (bytes.fromhex("8a8537fa213d7f9f4d5158"), CLIENT, Opcode.PONG, True, b"Hello"),
    (bytes.fromhex("827e0100") + bytes(256), SERVER, Opcode.BINARY, True, bytes(256)),
    (bytes.fromhex("827f0000000000010000") + bytes(65536), SERVER, Opcode.BINARY, True, bytes(65536)),
]


@pytest.mark.parametrize(("raw", "sender", "opcode", "fin", "payload"), EXAMPLES)
def test_the_examples_of_section_5_7(raw: bytes, sender: Role, opcode: int, fin: bool, payload: bytes) -> None:
    frame = read_one(raw)
    assert (frame.opcode, frame.fin, frame.payload, frame.rsv) == (opcode, fin, payload, 0)
    assert frame.masked is (sender is CLIENT)
    assert frame.raw == raw
    assert frame.size == len(raw)
    assert frame_violations(frame, sender) == ()
    assert encode_frame(opcode, payload, fin=fin, key=KEY if sender is CLIENT else None) == raw


def test_fields_in_wire_order() -> None:
    fields = read_one(bytes.fromhex("818537fa213d7f9f4d5158")).fields()
    assert [(f.name, f.start_bit, f.width, f.value) for f in fields] == [
        ("FIN", 0, 1, 1),
        ("RSV1", 1, 1, 0),
        ("RSV2", 2, 1, 0),
        ("RSV3", 3, 1, 0),
        ("opcode", 4, 4, 1),
        ("MASK", 8, 1, 1),
        ("payload length", 9, 7, 5),
        ("masking key", 16, 32, bytes.fromhex("37fa213d")),
        ("payload data", 48, 40, bytes.fromhex("7f9f4d5158")),
    ]


@pytest.mark.parametrize(
    ("raw", "extended"),
    [
        (bytes.fromhex("827e0100") + bytes(256), ("extended payload length", 16, 16, 256)),
        (bytes.fromhex("827f0000000000010000") + bytes(65536), ("extended payload length", 16, 64, 65536)),
        (bytes.fromhex("827e0000"), ("extended payload length", 16, 16, 0)),
    ],
)
def test_the_extended_length_is_a_field(raw: bytes, extended: tuple[str, int, int, int]) -> None:
    field = read_one(raw).fields()[7]
    assert (field.name, field.start_bit, field.width, field.value) == extended


def test_what_is_absent_is_no_field() -> None:
    assert [field.name for field in read_one(b"\x89\x00").fields()][-1] == "payload length"


@given(any_frames)
def test_the_fields_are_the_frame(raw: bytes) -> None:
    bits = ""
    for field in read_one(raw).fields():
        assert field.start_bit == len(bits)
        value = int.from_bytes(field.value, "big") if isinstance(field.value, bytes) else field.value
        bits += f"{value:0{field.width}b}"
    assert bits == "".join(str(bit_at(raw, bit)) for bit in range(len(raw) * 8))


@given(st.lists(any_frames, max_size=4), st.lists(st.integers(0, 1300), max_size=20), st.integers(0, 9))
def test_any_chunking_gives_the_same_frames(raws: list[bytes], cuts: list[int], offset: int) -> None:
    stream = b"".join(raws)
    reader, whole = FrameReader(offset), FrameReader(offset).feed(stream)
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    frames = [frame for a, b in itertools.pairwise(edges) for frame in reader.feed(stream[a:b])]
    assert frames == whole
    assert [frame.raw for frame in frames] == raws
    assert [frame.offset for frame in frames] == [offset + sum(map(len, raws[:n])) for n in range(len(raws))]


@given(any_frames, any_frames)
def test_what_is_missing_is_known_at_every_byte(first: bytes, second: bytes) -> None:
    reader = FrameReader()
    reader.feed(first)
    for at in range(len(second)):
        assert reader.buffered == at
        assert (reader.missing == 0) is (at == 0)
        assert reader.missing <= len(second) - at
        assert reader.buffered + reader.missing == (least_size(second[:at]) if at else 0)
        if reader.header is not None:
            assert reader.missing == reader.missing_part == len(second) - at
            assert reader.header.size == len(second)
        reader.feed(second[at : at + 1])
    assert (reader.missing, reader.buffered, reader.header) == (0, 0, None)


def test_a_length_that_was_cut_in_two() -> None:
    reader = FrameReader()
    reader.feed(bytes.fromhex("827f000000"))
    assert (reader.buffered, reader.missing_part, reader.missing) == (5, 5, 5)
    reader.feed(bytes.fromhex("0000010000"))
    assert reader.header is not None
    assert (reader.header.length, reader.header.length_form, reader.missing) == (65536, 64, 65536)
    assert [field.name for field in reader.header.fields()][-1] == "extended payload length"


def test_an_announced_length_takes_no_memory() -> None:
    tracemalloc.start()
    reader = FrameReader()
    assert reader.feed(bytes.fromhex("827f7fffffffffffffff") + b"only this") == []
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    assert reader.missing == 2**63 - 1 - 9


def test_a_frame_is_a_value() -> None:
    one, other = (read_one(bytes.fromhex("810548656c6c6f")) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert not hasattr(one, "__dict__")
    with pytest.raises(FrozenInstanceError):
        one.fin = False  # type: ignore[misc]


@pytest.mark.parametrize(
    "wrong",
    [
        {"opcode": 16},
        {"opcode": -1},
        {"opcode": 1, "rsv": 8},
        {"opcode": 1, "length_form": 8},
        {"opcode": 1, "payload": bytes(126), "length_form": 7},
        {"opcode": 1, "payload": bytes(65536), "length_form": 16},
        {"opcode": 1, "payload": b"x", "key": b"abc"},
    ],
)
def test_what_the_bits_cannot_hold_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"bit|bytes"):
        encode_frame(**wrong)  # type: ignore[arg-type]


valid_frames = st.tuples(
    st.sampled_from([Opcode.TEXT, Opcode.BINARY, Opcode.PING]),
    st.text(max_size=25).map(str.encode) | st.just(b"x" * 125),
) | st.tuples(
    st.just(Opcode.BINARY),
    st.sampled_from([125, 126, 127, 65535, 65536]).map(bytes),
)


@given(valid_frames, st.none() | st.binary(min_size=4, max_size=4))
def test_websockets_reads_what_we_write(content: tuple[Opcode, bytes], key: bytes | None) -> None:
    opcode, payload = content
    stream = StreamReader()
    stream.feed_data(encode_frame(opcode, payload, key=key))
    stream.feed_eof()
    parse: Generator[None, None, OtherFrame] = OtherFrame.parse(stream.read_exact, mask=key is not None)
    with pytest.raises(StopIteration) as end:
        next(parse)
    assert end.value.value == OtherFrame(OtherOpcode(opcode), payload, fin=True)


@given(valid_frames, st.booleans(), st.booleans())
def test_we_read_what_websockets_writes(content: tuple[Opcode, bytes], masked: bool, fin: bool) -> None:
    opcode, payload = content
    fin = fin or opcode is Opcode.PING
    frame = read_one(OtherFrame(OtherOpcode(opcode), payload, fin=fin).serialize(mask=masked))
    assert (frame.opcode, frame.payload, frame.fin, frame.masked) == (opcode, payload, fin, masked)
    assert frame_violations(frame, CLIENT if masked else SERVER) == ()


@given(valid_frames, st.sampled_from(Role))
def test_wsproto_reads_what_we_write(content: tuple[Opcode, bytes], sender: Role) -> None:
    opcode, payload = content
    receiver = OtherConnection(ConnectionType.SERVER if sender is CLIENT else ConnectionType.CLIENT)
    receiver.receive_data(encode_frame(opcode, payload, key=KEY if sender is CLIENT else None))
    events = list(receiver.events())
    match events[-1]:
        case TextMessage(data=text):
            assert (opcode, "".join(e.data for e in events)) == (Opcode.TEXT, payload.decode())
            assert payload.decode().endswith(text)
        case BytesMessage():
            assert (opcode, b"".join(bytes(e.data) for e in events)) == (Opcode.BINARY, payload)
        case Ping(payload=body):
            assert (opcode, bytes(body)) == (Opcode.PING, payload)
        case other:
            pytest.fail(f"wsproto read {other}")


@given(valid_frames)
def test_we_read_what_wsproto_writes(content: tuple[Opcode, bytes]) -> None:
    opcode, payload = content
    event = {
        Opcode.TEXT: lambda: TextMessage(payload.decode()),
        Opcode.BINARY: lambda: BytesMessage(payload),
        Opcode.PING: lambda: Ping(payload),
    }[opcode]()
    frame = read_one(OtherConnection(ConnectionType.CLIENT).send(event))
    assert (frame.opcode, frame.payload) == (opcode, payload)
    assert frame_violations(frame, CLIENT) == ()
