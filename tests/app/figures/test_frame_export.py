"""The exported figure: the design's geometry, a computed caption, every frame."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drawing.marks import Box, Scene
from app.figures import frame_export
from protocol.frames import encode_frame
from protocol.vocabulary import Role
from tests.app.figures.frame_support import HELLO, KEY, PLAIN_HELLO, frames, label, read, texts
from tests.figures_support import plain_room
from tests.layout_support import outside, overlapping_labels, repeated_ids, too_small


def draw(raw: bytes, sender: Role = Role.CLIENT) -> Scene:
    return frame_export.draw(read(raw), sender, plain_room())


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
    assert label(scene, "export/plain.0") == "48 H"


def test_the_caption_of_hello() -> None:
    scene = draw(HELLO)
    assert scene.description == (
        "A masked text frame from client to server, 11 bytes, carrying “Hello”."
        " Each payload byte is XORed with one byte of the masking key: 48 65 6c 6c 6f becomes 7f 9f 4d 51 58."
        " Bit 0 is the most significant bit of the first byte sent."
        " Layout after RFC 6455, section 5.2."
    )
    assert label(scene, "export/caption.0").startswith("Figure 1.  A masked text frame")
    assert scene.title == "Figure 1. A masked text frame from client to server, 11 bytes, carrying “Hello”."


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


@settings(max_examples=60, deadline=None)
@given(frames(), st.sampled_from(list(Role)))
def test_any_frame_can_be_exported(raw: bytes, sender: Role) -> None:
    scene = draw(raw, sender)
    assert faults(scene) == []
    assert scene == draw(raw, sender)
