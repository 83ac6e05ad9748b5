"""The exported figure: the design's geometry, what stands in a box and how many bits in a row, every frame."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drawing.marks import Box, Label, Room, Scene
from app.drawing.plain_measure import PlainMeasure
from app.figures import frame_export
from app.plain_words import PlainWords
from lessons.narration import rules
from protocol.frames import encode_frame
from protocol.vocabulary import Role
from tests.app.figures.frame_support import HELLO, KEY, PLAIN_HELLO, frames, label, read, texts
from tests.figures_support import plain_room
from tests.layout_support import outside, overlapping_labels, repeated_ids, too_small

BITS = (8, 16, 32)
SHOWS = ("names", "values", "both")


def draw(raw: bytes, sender: Role = Role.CLIENT, **options: str | int) -> Scene:
    return frame_export.draw(read(raw), sender, plain_room(options=options))


def rows_of(scene: Scene, name: str) -> list[float]:
    """The upper edges of the boxes of a field."""
    return [
        mark.rect.y for mark in scene.marks if isinstance(mark, Box) and re.fullmatch(rf"export/{name}\.\d+", mark.id)
    ]


def elided(scene: Scene) -> list[str]:
    """Labels that did not fit into their place."""
    return [
        mark.text for mark in scene.marks
        if isinstance(mark, Label) and mark.text.endswith("…") and not mark.text.startswith("…")
    ]  # fmt: skip


def faults(scene: Scene) -> list[str]:
    return overlapping_labels(scene) + outside(scene, top=8) + too_small(scene) + repeated_ids(scene)


def box(scene: Scene, mark_id: str) -> Box:
    mark = scene.find(mark_id)
    assert isinstance(mark, Box), mark_id
    return mark


def test_hello_has_the_geometry_of_the_design() -> None:
    scene = draw(HELLO)
    left = box(scene, "export/FIN.0").rect.x
    assert [box(scene, f"export/{name}").rect.width for name in ("FIN.0", "opcode.4", "MASK.8", "masking key.16")] == [
        37,
        148,
        37,
        592,
    ]
    tops = [box(scene, f"export/{name}").rect.y for name in ("FIN.0", "masking key.32", "payload data.64")]
    assert [top - tops[0] for top in tops] == [0, 94, 188]
    assert box(scene, "export/payload data.64").rect.width == 888
    assert box(scene, "export/strip.1").rect.x - left == 74
    assert scene.width == left + 1184 + 32
    assert scene.height == box(scene, "export/strip.0").rect.y + 76 + 32
    assert label(scene, "export/plain.0") == "48 H"


def test_the_caption_of_hello() -> None:
    scene = draw(HELLO)
    assert scene.description == (
        "A masked text frame from client to server, 11 bytes, carrying “Hello”."
        " Each payload byte is XORed with one byte of the masking key: 48 65 6c 6c 6f becomes 7f 9f 4d 51 58."
        " Bit 0 is the most significant bit of the first byte sent."
        " Layout after RFC 6455, section 5.2."
    )
    assert scene.title == "A masked text frame from client to server, 11 bytes, carrying “Hello”."
    assert scene.description == frame_export.caption_of(read(HELLO), Role.CLIENT, plain_room().words)
    assert not [text for text in texts(scene) if text.startswith("Figure")]


@pytest.mark.parametrize(
    ("raw", "sender", "told"),
    [
        (PLAIN_HELLO, Role.SERVER, "An unmasked text frame from server to client, 7 bytes, carrying “Hello”."),
        (encode_frame(10), Role.SERVER, "An unmasked pong frame from server to client, 2 bytes, without payload."),
        (encode_frame(8, b"\x03\xe8"), Role.SERVER, "server to client, 4 bytes, with code 1000."),
        (encode_frame(8, b"\x03\xe8bye", key=KEY), Role.CLIENT, "with code 1000 and the reason “bye”."),
        (encode_frame(2, bytes(256)), Role.SERVER, "The length 256 follows the first two bytes in 2 more."),
        (encode_frame(1, b"Hel", fin=False), Role.SERVER, "FIN is 0: it is not the last fragment of its message."),
        (encode_frame(1, b"a", length_form=16), Role.SERVER, "section 5.2: The length is in its shortest form."),
        (PLAIN_HELLO, Role.CLIENT, "rule of section 5.1: A client masks every frame that it sends."),
        (encode_frame(1, b"\xff"), Role.SERVER, "with one byte of payload."),
    ],
)  # fmt: skip
def test_captions(raw: bytes, sender: Role, told: str) -> None:
    assert told in draw(raw, sender).description


def test_a_long_payload_is_cut_and_counted() -> None:
    scene = draw(encode_frame(2, bytes(70_000)), Role.SERVER)
    # 70010 bytes in rows of 4: five rows, the last row of 2 bytes, and what is between them.
    assert label(scene, "export/cut") == "… 69988 bytes left out …"
    assert scene.find("export/offset.70008") is not None


def test_a_frame_cut_short_shows_what_is_missing() -> None:
    whole = read(HELLO)
    for kept in range(5):
        scene = frame_export.draw(replace(whole, wire=whole.wire[:kept]), Role.CLIENT, plain_room())
        assert f"Bytes missing at its end: {5 - kept}." in scene.description
        assert box(scene, "export/missing").dash
        assert faults(scene) == []


@pytest.mark.parametrize("kept", [2, 3, 4, 5])
def test_a_frame_cut_inside_its_key_can_be_drawn(kept: int) -> None:
    whole = read(HELLO)
    cut = replace(whole, header=whole.header[:kept], key=whole.key[: kept - 2], wire=b"")
    scene = frame_export.draw(cut, Role.CLIENT, plain_room())
    assert f"Bytes missing at its end: {11 - kept}." in scene.description
    assert faults(scene) == []


def test_broken_bits_are_ringed() -> None:
    scene = draw(encode_frame(9, b"Hello", key=KEY, rsv=4, fin=False))
    left = box(scene, "export/FIN.0").rect.x
    assert [box(scene, f"export/broken.{number}.0").rect.x - left for number in (0, 1)] == [2, 39]


def test_every_field_is_named_so_that_it_reads_without_colour() -> None:
    told = texts(draw(encode_frame(2, bytes(126), key=KEY)))
    for name in (
        "FIN",
        "RSV1",
        "RSV2",
        "RSV3",
        "opcode",
        "MASK",
        "payload length",
        "extended payload length",
        "masking key",
    ):
        assert name in told
    assert "payload data (masked)" in told


@settings(max_examples=60)
@given(frames(), st.sampled_from(list(Role)))
def test_any_frame_can_be_exported(raw: bytes, sender: Role) -> None:
    scene = draw(raw, sender)
    assert faults(scene) == []
    assert scene == draw(raw, sender)


@settings(max_examples=20)
@given(frames(), st.sampled_from(list(Role)), st.sampled_from(BITS), st.sampled_from(SHOWS))
def test_any_frame_with_any_options(raw: bytes, sender: Role, bits: int, show: str) -> None:
    assert faults(draw(raw, sender, bits=bits, show=show)) == []


@pytest.mark.parametrize(("bits", "rows", "cell"), [(8, 11, 88), (16, 6, 74), (32, 3, 74)])
def test_bits_to_a_row(bits: int, rows: int, cell: int) -> None:
    scene = draw(HELLO, bits=str(bits))
    assert scene.find(f"export/units.{bits - 1}")
    assert scene.find(f"export/units.{bits}") is None
    offsets = [mark.text for mark in scene.marks if mark.id.startswith("export/offset.") and isinstance(mark, Label)]
    assert offsets == [str(byte) for byte in range(0, 11, bits // 8)]
    assert len(offsets) == rows
    # The strip is as wide as the rows, in as many lines as it needs.
    left = box(scene, "export/FIN.0").rect.x
    cells = [box(scene, f"export/strip.{byte}").rect for byte in range(11)]
    assert {rect.width for rect in cells} == {cell}
    assert max(rect.right for rect in cells) <= scene.width - 32
    assert len({rect.y for rect in cells}) == -(-11 // {8: 4, 16: 8, 32: 16}[bits])
    assert min(rect.x for rect in cells) == left


def test_names_alone_have_neither_bits_nor_bytes() -> None:
    scene = draw(HELLO, show="names")
    assert {"FIN", "opcode", "payload data (masked)"} <= set(texts(scene))
    assert not [mark.id for mark in scene.marks if mark.id.startswith(("export/bit.", "export/strip."))]
    assert not {"final", "5 bytes", "37 fa", "Bytes"} & set(texts(scene))
    assert scene.height < draw(HELLO, show="values").height < draw(HELLO).height
    # What the bits would say, the box says.
    assert box(scene, "export/RSV1.1").spoken.startswith("RSV1, bit 1 = 0, byte 0, mask 0x40. Reserved")
    assert rows_of(scene, "payload data")[1] - rows_of(scene, "payload data")[0] == 54


def test_values_alone_have_no_names() -> None:
    scene = draw(HELLO, show="values")
    assert {"final", "1 = text", "on", "5 bytes", "37 fa", "48 H", "0", "1"} <= set(texts(scene))
    named = {"FIN", "RSV1", "opcode", "MASK", "payload length", "masking key", "payload data (masked)", "flags, length"}
    assert not named & set(texts(scene))


@pytest.mark.parametrize("bits", BITS)
def test_the_longest_header_stands_before_the_break(bits: int) -> None:
    scene = draw(encode_frame(2, bytes(70_000), key=KEY), bits=bits)
    shown = [byte for byte in range(70_014) if scene.find(f"export/strip.{byte}")]
    assert shown[:15] == list(range(15))
    count = 70_014 - len(shown)
    assert label(scene, "export/cut") == f"… {count} bytes left out …"
    assert label(scene, "export/strip.break") == "…"


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("bits", BITS)
def test_nothing_is_elided_in_real_letters(bits: int, lang: str) -> None:
    room = Room(PlainMeasure(lang), PlainWords(lang, rules.text), options={"bits": bits})
    for raw in (HELLO, encode_frame(9), encode_frame(2, bytes(300)), encode_frame(0, bytes(70_000), key=KEY)):
        assert elided(frame_export.draw(read(raw), Role.SERVER, room)) == []
    assert elided(frame_export.draw_layout(room)) == []


@pytest.mark.parametrize("show", SHOWS)
@pytest.mark.parametrize("bits", BITS)
def test_missing_bytes_at_every_width(bits: int, show: str) -> None:
    whole = read(encode_frame(2, bytes(300), key=KEY))
    for kept in (0, 1, 6, 299):
        cut = replace(whole, wire=whole.wire[:kept])
        scene = frame_export.draw(cut, Role.CLIENT, plain_room(options={"bits": bits, "show": show}))
        assert label(scene, "export/missing/text") == f"missing bytes: {300 - kept}"
        assert faults(scene) == []


def test_a_character_cut_by_the_end_of_a_line_stands_once() -> None:
    # 2 bytes of header: the second character begins in the last cell of the first line of four.
    scene = draw(encode_frame(1, "a再b".encode()), Role.SERVER, bits=8)
    assert texts(scene).count("再") == 1
    first, second = (scene.find(f"export/span.1{rest}") for rest in ("", ".2"))
    assert first is not None
    assert second is not None
    assert label(scene, "export/span.1.2/text") == "再"


def test_rings_are_as_high_as_the_row() -> None:
    for show, height in (("names", 42), ("values", 59), ("both", 82)):
        scene = draw(encode_frame(1, b"abc", length_form=64), Role.SERVER, bits=16, show=show)
        rings = [mark.rect for mark in scene.marks if isinstance(mark, Box) and "/broken." in mark.id]
        # Two bits of the length's seven stand in the first row, the extended length fills four more.
        assert [rect.height for rect in rings] == [height] * 5
        assert "The length is in its shortest form." in scene.description


def test_a_megabyte_is_drawn_without_looking_at_each_byte() -> None:
    frame = read(encode_frame(2, bytes(1 << 20), key=KEY))
    assert len(frame_export.draw(frame, Role.CLIENT, plain_room()).marks) < 1000
