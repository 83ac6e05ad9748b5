"""The referee's pane as marks."""

from __future__ import annotations

import pytest
from figures_support import plain_room, unknown_colours
from traffic_support import incident

from app.drawing.hits import bounds
from app.drawing.marks import Box, Glyph, Label
from app.figures.traffic_referee import WIDTH, draw
from app.model.traffic.verdict import said
from protocol.ledger import GAP, Ledger


def place_of(ledger: Ledger, text: str) -> int:
    return next(place for place in range(len(ledger)) if text in ledger.preview(place))


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_row_fits_into_the_pane(lang: str) -> None:
    ledger = incident()
    for place in range(len(ledger)):
        scene = draw(said(ledger, place), plain_room(lang=lang))
        assert unknown_colours(scene) == set()
        ids = [mark.id for mark in scene.marks]
        assert len(ids) == len(set(ids))
        for mark in scene.marks:
            assert bounds(mark).x >= -3, mark.id
            assert bounds(mark).right <= WIDTH + 4, mark.id
            assert bounds(mark).bottom <= scene.height + 4, mark.id


def test_a_violation_with_its_sentence_and_its_bit() -> None:
    ledger = incident()
    scene = draw(said(ledger, place_of(ledger, "no mask")), plain_room())
    assert scene.title == "Not masked"
    texts = " ".join(mark.text for mark in scene.marks if isinstance(mark, Label))
    assert "“a client MUST mask all frames" in texts
    assert "RFC 6455 §5.1" in texts
    ring, bit = scene.find("bits/ring"), scene.find("bit.8")
    assert isinstance(ring, Box)
    assert isinstance(bit, Box)
    assert ring.rect.x < bit.rect.x < bit.rect.right < ring.rect.right
    assert "MASK is 0, so bytes 2 to 33" in texts


def test_the_first_two_bytes_are_the_bits() -> None:
    ledger = incident()
    scene = draw(said(ledger, place_of(ledger, "Hello")), plain_room())
    digits = [scene.find(f"bit.{bit}/digit") for bit in range(16)]
    assert "".join(mark.text for mark in digits if isinstance(mark, Label)) == f"{0x8185:016b}"
    assert scene.find("bits/ring") is None
    glyph = scene.find("verdict/glyph")
    assert isinstance(glyph, Glyph)
    assert glyph.name == "tick"


def test_a_rule_about_the_whole_frame_rings_no_bit() -> None:
    ledger = incident()
    scene = draw(said(ledger, place_of(ledger, "tick 402")), plain_room())
    assert scene.title == "Data after Close"
    assert scene.find("bits/ring") is None


def test_a_gap_is_not_judged() -> None:
    ledger = incident()
    gap = next(place for place in range(len(ledger)) if ledger.row(place).kind == GAP)
    scene = draw(said(ledger, gap), plain_room())
    assert scene.title == "Missing bytes"
    assert scene.find("bits") is None
