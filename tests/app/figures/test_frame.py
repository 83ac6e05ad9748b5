"""The frame figure: the design's places, nothing given away, nothing clipped, nothing that makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drawing.marks import Box, Glyph, Label, Scene
from app.drawing.theme import LIGHT
from app.figures import frame
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import Role
from tests.app.figures.frame_support import HELLO, KEY, PLAIN_HELLO, facts_of, frames, label, texts
from tests.figures_support import plain_room
from tests.layout_support import layout_faults

GREETING = "你好，世界".encode()

CASES = {
    "masked Hello": (HELLO, Role.CLIENT),
    "unmasked Hello": (PLAIN_HELLO, Role.SERVER),
    "Close": (encode_frame(8, b"\x03\xe8done", key=KEY), Role.CLIENT),
    "Close unmasked": (encode_frame(8, b"\x03\xe8"), Role.SERVER),
    "Close with one byte": (encode_frame(8, b"\x03"), Role.SERVER),
    "Close without body": (encode_frame(8, key=KEY), Role.CLIENT),
    "Close with broken reason": (encode_frame(8, b"\x03\xe8\xff"), Role.SERVER),
    "ping": (encode_frame(9, b"Hello", key=KEY), Role.CLIENT),
    "256 bytes": (encode_frame(2, bytes(range(256))), Role.SERVER),
    "256 bytes masked": (encode_frame(2, bytes(range(256)), key=KEY), Role.CLIENT),
    "70000 bytes": (encode_frame(2, bytes(70_000)), Role.SERVER),
    "70000 bytes masked": (encode_frame(2, bytes(70_000), key=KEY), Role.CLIENT),
    "Chinese": (encode_frame(1, GREETING, key=KEY), Role.CLIENT),
    "Chinese unmasked": (encode_frame(1, GREETING), Role.SERVER),
    "empty pong": (encode_frame(10), Role.SERVER),
    "broken ping": (encode_frame(9, b"Hello", key=KEY, rsv=4, fin=False), Role.CLIENT),
    "length not shortest": (encode_frame(1, b"a", length_form=64, key=KEY), Role.CLIENT),
    "unmasked by the client": (PLAIN_HELLO, Role.CLIENT),
    "masked by the server": (HELLO, Role.SERVER),
}


def scene_of(raw: bytes, part: str = "", sender: Role = Role.CLIENT, height: float = 772, lang: str = "en") -> Scene:
    facts = facts_of(raw, sender)
    focus = f"{sender.value}.0" + ("/" + part if part else "")
    return frame.draw(facts, len(facts), focus, plain_room(height, lang))


def box(scene: Scene, mark_id: str) -> Box:
    mark = scene.find(mark_id)
    assert isinstance(mark, Box), mark_id
    return mark


def test_hello_stands_as_in_the_design() -> None:
    scene = scene_of(HELLO, "field:MASK")
    mask = box(scene, "frame.client.0/bit.8")
    assert (mask.rect.x, mask.rect.y, mask.rect.width, mask.rect.height) == (256.5, 202, 24, 44)
    assert (mask.fill, box(scene, "frame.client.0/bit.9").fill) == ("mask.fill", "len.tint")
    ring = box(scene, "frame.client.0/focus.0.0").rect
    assert (ring.x, ring.y, ring.width, ring.height) == (255, 200, 27, 48)
    end = box(scene, "frame.client.0/end")
    assert (end.rect.x, end.rect.y, end.rect.width, end.hatch) == (656.5, 398, 199, "line2")
    assert [box(scene, f"frame.client.0/byte.{byte}").rect.x for byte in (0, 1, 8)] == [84, 128, 448]
    assert [box(scene, f"frame.client.0/table/{index}/0").rect.x for index in range(5)] == [144, 290, 436, 582, 728]
    assert [box(scene, f"frame.client.0/table/0/{row}").rect.y for row in range(3)] == [610, 654, 704]


def test_the_bits_are_those_of_the_wire() -> None:
    scene = scene_of(HELLO)
    bits = "".join(label(scene, f"frame.client.0/bit.{bit}/digit") for bit in range(88))
    assert int(bits, 2).to_bytes(11, "big") == HELLO


def test_the_masking_table_computes() -> None:
    scene = scene_of(HELLO)
    rows = [[label(scene, f"frame.client.0/table/{index}/{row}/hex") for index in range(5)] for row in range(3)]
    assert rows == [["48", "65", "6c", "6c", "6f"], ["37", "fa", "21", "3d", "37"], ["7f", "9f", "4d", "51", "58"]]


def test_a_bit_is_spoken_with_its_place_and_its_section() -> None:
    mask = box(scene_of(HELLO), "frame.client.0/bit.8")
    assert mask.spoken.startswith("MASK, bit 8, value 1, byte 1 mask 0x80. Set on every frame from client to server.")
    assert mask.spoken.endswith("RFC 6455 section 5.1")
    assert mask.links == ("bit:8", "byte:1", "field:MASK")


def test_a_field_in_focus_gets_a_callout() -> None:
    scene = scene_of(HELLO, "field:MASK")
    assert label(scene, "frame.client.0/callout/title") == "MASK   bit 8 = 1   byte 1, mask 0x80"
    assert scene_of(HELLO).find("frame.client.0/callout") is None
    assert label(scene_of(HELLO), "frame.client.0/sender").startswith("client → server")


def test_a_callout_is_as_high_as_its_lines() -> None:
    foot = {}
    for focus, lines in (("field:MASK", 2), ("field:payload length", 1)):
        scene = scene_of(HELLO, focus)
        card = box(scene, "frame.client.0/callout").rect
        last = scene.find(f"frame.client.0/callout/line.{lines - 1}")
        assert scene.find(f"frame.client.0/callout/line.{lines}") is None
        foot[lines] = (card.bottom, card.bottom - last.y, card.height)
    assert foot[1][:2] == foot[2][:2]
    assert foot[2][2] - foot[1][2] == 18


def test_masking_byte_by_byte_keeps_later_bytes_open() -> None:
    scene = scene_of(HELLO, "mask:2")
    assert label(scene, "frame.client.0/table/2/2/hex") == "4d"
    assert scene.find("frame.client.0/table/3/2/hex") is None
    assert box(scene, "frame.client.0/table/3/2").dash
    assert scene.find("frame.client.0/bit.72/digit") is None
    assert "51" not in " ".join(texts(scene)).split()
    assert "4d …" in scene.description
    assert all("0x51" not in mark.spoken and "51 58" not in mark.spoken for mark in scene.marks)


def test_unmasking_reads_the_table_the_other_way() -> None:
    scene = scene_of(HELLO, "unmask:1")
    assert label(scene, "frame.client.0/table/title") == "Unmasking"
    assert label(scene, "frame.client.0/table/1/0/hex") == "9f"
    assert label(scene, "frame.client.0/table/1/2/hex") == "65"
    assert label(scene, "frame.client.0/table/1/character") == "e"
    assert scene.find("frame.client.0/table/2/character") is None
    assert scene.find("frame.client.0/table/2/2/hex") is None


def test_an_unmasked_frame_says_why_it_has_no_key() -> None:
    told = " ".join(texts(scene_of(PLAIN_HELLO, sender=Role.SERVER)))
    assert "only a client masks (RFC 6455 section 5.1)" in told
    assert "a client must mask" in " ".join(texts(scene_of(PLAIN_HELLO)))


@pytest.mark.parametrize(
    ("payload", "word"),
    [(b"\x03\xe8", "close code"), (b"\x03\xe8done", "code, reason"), (None, "character")],
)
def test_the_row_of_an_unmasked_payload_says_what_its_bytes_are(payload: bytes | None, word: str) -> None:
    raw = encode_frame(8, payload) if payload is not None else encode_frame(1, "Grüße".encode())
    assert label(scene_of(raw, sender=Role.SERVER), "frame.server.0/table/label.1") == word


def test_a_close_code_is_told_as_arithmetic() -> None:
    scene = scene_of(CASES["Close"][0])
    assert "code = 0x03 · 256 + 0xe8 = 1000, reason “done”" in texts(scene)
    assert label(scene, "frame.client.0/table/span.0") == "1000"


def test_a_chinese_character_stands_over_its_three_bytes() -> None:
    scene = scene_of(CASES["Chinese"][0])
    span = scene.find("frame.client.0/table/span.0")
    assert isinstance(span, Label)
    assert span.text == "你"
    first, last = box(scene, "frame.client.0/table/0/0").rect, box(scene, "frame.client.0/table/2/0").rect
    assert first.x < span.x < last.right


def test_broken_bits_are_ringed_and_marked() -> None:
    scene = scene_of(CASES["broken ping"][0])
    assert [box(scene, f"frame.client.0/broken.{number}.0").rect.x for number in (0, 1)] == [55.5, 80.5]
    octagons = [mark for mark in scene.marks if isinstance(mark, Glyph) and mark.name == "cross"]
    assert [mark.x for mark in octagons] == [68.5, 93.5]
    assert "A control frame is not fragmented" in octagons[0].spoken
    assert box(scene, "frame.client.0/ring.broken.0").rect.x == 81.5


def test_a_long_frame_counts_what_it_leaves_out() -> None:
    scene = scene_of(CASES["256 bytes"][0], sender=Role.SERVER)
    assert label(scene, "frame.server.0/cut/text") == "… 248 more bytes"


def test_a_frame_not_sent_yet_gives_nothing_away() -> None:
    facts = facts_of(HELLO)
    scene = frame.draw(facts, 0, "client.0/field:MASK", plain_room())
    assert not any("/digit" in mark.id or "/byte." in mark.id for mark in scene.marks)
    assert any("has not been sent yet" in text for text in texts(scene))
    assert layout_faults(scene) == []


@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("name", CASES)
def test_nothing_overlaps_or_leaves_the_stage(name: str, height: float) -> None:
    raw, sender = CASES[name]
    for part in ("", "field:MASK", "payload", "field:opcode", "mask:0", "mask:7", "unmask:4", "field:masking key"):
        assert layout_faults(scene_of(raw, part, sender, height)) == []


@pytest.mark.parametrize("name", CASES)
def test_every_colour_is_a_token_of_the_theme(name: str) -> None:
    raw, sender = CASES[name]
    for mark in scene_of(raw, sender=sender).marks:
        for color in (getattr(mark, each, "") for each in ("fill", "stroke", "color", "hatch")):
            assert color == "" or color in LIGHT.colours


PARTS = ["", "field:MASK", "payload", "mask:3", "unmask:90", "field:nothing", "field:RSV3"]


@settings(max_examples=60)
@given(frames(), st.sampled_from(list(Role)), st.sampled_from(PARTS), st.integers(632, 772))
def test_any_frame_can_be_drawn(raw: bytes, sender: Role, part: str, height: int) -> None:
    scene = scene_of(raw, part, sender, height)
    assert scene == scene_of(raw, part, sender, height)
    assert layout_faults(scene) == []
    assert scene.title
    assert scene.description


def test_facts_without_frames_can_be_drawn() -> None:
    for cursor in (-1, 0, 5):
        assert frame.draw(Facts(), cursor, "", plain_room()).marks
