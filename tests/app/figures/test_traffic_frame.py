"""The details of a row as marks: every byte once, rings where a rule is broken, and only what has room."""

from __future__ import annotations

import pytest
from figures_support import plain_room, unknown_colours
from traffic_support import NOON, SERVER, incident

from app.drawing.hits import bounds, linked
from app.drawing.marks import Box, Label
from app.figures.traffic_frame import LEAST, WIDE, Options, draw, heading, lines_of
from app.model.traffic.shown import FrameShown, shown
from protocol.frames import encode_frame
from protocol.ledger import GAP, Ledger
from protocol.recording import Setup

WIDTHS = [LEAST, 840.0, WIDE, 1320.0]


def place_of(ledger: Ledger, text: str) -> int:
    return next(place for place in range(len(ledger)) if text in ledger.preview(place))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_row_can_be_drawn_inside_its_width(width: float) -> None:
    ledger = incident()
    for place in range(len(ledger)):
        scene = draw(shown(ledger, place, 0, 5), width, plain_room(), Options(lines=5))
        assert unknown_colours(scene) == set()
        ids = [mark.id for mark in scene.marks]
        assert len(ids) == len(set(ids))
        assert max(bounds(mark).right for mark in scene.marks) <= width + 4, scene.title


def test_hex_digits_are_the_bytes_and_characters_are_unmasked_on_request() -> None:
    ledger = incident()
    frame = shown(ledger, place_of(ledger, "Hello"))
    assert isinstance(frame, FrameShown)
    for unmasked, text in ((True, "······Hello"), (False, None)):
        scene = draw(frame, 840, plain_room(), Options(unmasked))
        digits = [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.endswith("/digits")]
        assert bytes.fromhex("".join(digits)) == frame.data
        chars = scene.find("chars.0")
        assert isinstance(chars, Label)
        assert (chars.text == text) if text else "Hello" not in chars.text


def test_broken_bits_ring_their_byte() -> None:
    ledger = incident()
    scene = draw(shown(ledger, place_of(ledger, "no mask")), 840, plain_room(), Options())
    ring, byte = scene.find("broken.0.0"), scene.find("byte.1")
    assert isinstance(ring, Box)
    assert ring.stroke == "err.fill"
    assert bounds(ring).contains(bounds(byte).x + 5, bounds(byte).y + 5)  # type: ignore[arg-type]


def test_a_byte_and_its_field_light_up_together() -> None:
    ledger = incident()
    scene = draw(shown(ledger, place_of(ledger, "Hello")), 840, plain_room(), Options(lines=8))
    byte = scene.find("byte.3")
    assert byte is not None
    lit = {mark.id for mark in linked(scene, byte.links)}
    assert {"byte.3", "row.masking key"} <= lit
    assert "byte.8" not in lit


def test_missing_bytes_are_hatched() -> None:
    ledger = incident()
    scene = draw(shown(ledger, place_of(ledger, "89 50"), 250, 1), 840, plain_room(), Options(lines=1))
    lost = scene.find("byte.4000")
    assert isinstance(lost, Box)
    assert lost.hatch
    assert scene.find("byte.4000/digits") is None


def test_a_frame_of_megabytes_draws_its_lines_only() -> None:
    ledger = Ledger()
    talk = ledger.begin(Setup(began=NOON, whole=False))
    talk.data(0.0, SERVER, encode_frame(2, bytes(1_000_000)))
    frame = shown(ledger, 0, 30_000, 4)
    assert lines_of(frame) == (1_000_010 + 15) // 16
    scene = draw(frame, 840, plain_room(), Options(lines=4))
    assert len(scene.marks) < 400
    assert scene.find("byte.480000") is not None


def test_a_head_shows_its_lines_from_the_one_that_is_scrolled_to() -> None:
    ledger = incident()
    head = shown(ledger, 0)
    scene = draw(head, 840, plain_room(), Options(lines=2, first=1))
    lines = [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.spoken]
    assert lines == ["Host: chat.example", "Upgrade: websocket"]


def test_headings() -> None:
    ledger = incident()
    room = plain_room()
    assert heading(shown(ledger, 0), room) == ("HTTP request 1", "155 bytes, 6 lines")
    place = place_of(ledger, "no mask")
    assert heading(shown(ledger, place), room) == (f"Frame {place + 1}", "34 bytes: 2 header, 32 payload")
    gap = next(place for place in range(len(ledger)) if ledger.row(place).kind == GAP)
    assert heading(shown(ledger, gap), room) == ("Missing bytes", "1,448 bytes")
    assert heading(None, room)[0] == "Nothing is selected"
    assert draw(None, 840, room, Options()).marks == ()
