"""The rows of bytes."""

from __future__ import annotations

from app.figures.utf8 import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, room, text_of


def scene(raw, fact_id, focus="client/message:0"):
    facts = facts_of(raw)
    return draw(facts, after(facts, fact_id), focus, room())


def test_a_byte_stands_as_its_bits_marker_bits_in_ink():
    drawn = scene(frame(Opcode.TEXT, "ü".encode()), "client.message.0")
    assert [text_of(drawn, f"byte.0/digit.{place}") for place in range(8)] == list("11000011")
    assert [drawn.find(f"byte.0/bit.{place}").fill for place in (0, 2, 3, 7)] == ["ink", "sel", "pay.tint", "pay.fill"]
    assert text_of(drawn, "byte.0/kind") == "first of 2"
    assert text_of(drawn, "byte.1/kind") == "byte 2 of 2"


def test_a_whole_character_has_its_sign_and_code_point():
    drawn = scene(frame(Opcode.TEXT, "a€".encode()), "client.message.0")
    assert text_of(drawn, "char.1") == "€"
    assert text_of(drawn, "char.1/point") == "U+20AC"
    assert drawn.find("char.1/brace").dash == ()


def test_a_begun_character_has_neither():
    drawn = scene(frame(Opcode.TEXT, b"a\xe2", fin=False), "client.frame.0.arrived")
    assert drawn.find("char.1") is None
    assert drawn.find("char.0") is not None


def test_the_bad_byte_is_ringed_and_the_next_one_is_not_read():
    drawn = scene(frame(Opcode.TEXT, b"a\xffb"), "client.broken.0")
    assert drawn.find("byte.1/ring").stroke == "err.fill"
    assert text_of(drawn, "byte.1/kind") == "not allowed here"
    assert drawn.find("byte.2").dash
    assert drawn.find("byte.2/bit.0") is None


def test_each_fragment_has_a_heading():
    raw = frame(Opcode.TEXT, b"a", fin=False) + frame(Opcode.CONTINUATION, b"b")
    drawn = scene(raw, "client.message.0")
    assert text_of(drawn, "fragment.2") == "fragment 2  continuation, FIN 1"


def test_of_a_long_text_the_rows_around_the_last_byte_are_shown():
    drawn = scene(frame(Opcode.TEXT, b"x" * 300), "client.message.0")
    assert drawn.find("byte.299") is not None
    assert drawn.find("byte.0") is None
    assert text_of(drawn, "more").endswith("more bytes")
