"""The validator's panel."""

from __future__ import annotations

import pytest

from app.figures.utf8 import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, room, text_of, texts


def scene(payload, fact_id, opcode=Opcode.TEXT, *, fin=True, focus="client/message:0"):
    facts = facts_of(frame(opcode, payload, fin=fin))
    return draw(facts, after(facts, fact_id), focus, room())


def said(drawn):
    return " ".join(mark.text for mark in drawn.marks if mark.id.startswith("state/said"))


@pytest.mark.parametrize(
    ("payload", "ranges"),
    [(b"a", "00–7F, C2–F4"), (b"\xed", "80–9F"), (b"\xe0", "A0–BF"), (b"\xf0", "90–BF"), (b"\xf4\x80", "80–BF")],
)
def test_what_the_next_byte_may_be(payload, ranges):
    drawn = scene(payload, "client.frame.0.arrived", fin=False)
    assert text_of(drawn, "state/ranges") == ranges


def test_the_row_of_the_begun_character_is_marked():
    drawn = scene(b"\xed", "client.frame.0.arrived", fin=False)
    assert said(drawn) == "inside a character: 1 of 3"
    row = drawn.find("table/current").rect
    label = drawn.find("table.4.0")
    assert label.text == "ED"
    assert row.y < label.y < row.bottom
    assert drawn.find("table/next").stroke == "ink"


def test_the_byte_that_failed_and_what_it_had_to_be():
    drawn = scene(b"hi\xed\xa0\x80", "client.broken.0")
    assert said(drawn) == "byte 3 is not UTF-8: 1007"
    assert text_of(drawn, "state/ranges") == "80–9F"
    assert text_of(drawn, "point/value").strip() == "U+D800"
    assert drawn.find("table/next").stroke == "err.fill"


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"\xc0\xaf", "too long: 1 of 2 bytes would do"),
        (b"\xf4\x90\x80\x80", "beyond U+10FFFF"),
        (b"\x80", "80 can only continue a character"),
        (b"\xfc", "fc begins no character. Latin-1 would read “ü”"),
    ],
)
def test_why_it_is_wrong(payload, why):
    drawn = scene(payload, "client.broken.0")
    told = " ".join(mark.text for mark in drawn.marks if mark.id.startswith("point/why"))
    assert why in told


def test_a_message_cut_off():
    assert said(scene(b"\xe2\x82", "client.broken.0")) == "the message ends inside a character: 1007"


def test_whole_and_off():
    assert said(scene(b"ok", "client.message.0")) == "the message is whole and valid"
    assert said(scene(b"\xff", "client.message.0", Opcode.BINARY)) == "off: binary is any bytes"
    assert "next byte" not in texts(scene(b"\xff", "client.message.0", Opcode.BINARY))
