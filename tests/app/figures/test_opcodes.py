"""Sixteen opcodes and three forms of a length, with those of the frame in view marked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures.opcodes import draw
from app.figures.opcodes_lengths import FORMS
from app.figures.opcodes_words import carries, opcode_sentence
from protocol.frames import LONGEST, encode_frame, shortest_form
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import DEFINED
from tests.conversations import CONVERSATIONS
from tests.figures_support import PlainWords, plain_room
from tests.layout_support import layout_faults, outside
from tests.wire_support import MASK, Wire


@cache
def after(*frames: bytes) -> Facts:
    """What is known when the client has sent these frames."""
    wire = Wire().open()
    for frame in frames:
        wire.client.send_raw(frame)
        wire.run()
    return observe(wire.recording)


def scene(facts: Facts, focus: str = "", height: float = 772, top: float = 96) -> Scene:
    return draw(facts, len(facts), focus, replace(plain_room(height), top=top))


def box(picture: Scene, mark_id: str) -> Box:
    mark = picture.find(mark_id)
    assert isinstance(mark, Box), mark_id
    return mark


HELLO = encode_frame(1, b"Hello", key=MASK)


def test_all_sixteen_are_there_in_two_halves() -> None:
    picture = scene(after(HELLO))
    lefts = {opcode: box(picture, f"opcode.{opcode:x}").rect.x for opcode in range(16)}
    assert {lefts[opcode] for opcode in range(8)} == {32}
    assert {lefts[opcode] for opcode in range(8, 16)} == {452}
    assert {opcode for opcode in range(16) if not box(picture, f"opcode.{opcode:x}").dash} == DEFINED


@pytest.mark.parametrize("opcode", range(16))
def test_the_bits_of_each_are_its_number(opcode: int) -> None:
    digits = [scene(after(HELLO)).find(f"opcode.{opcode:x}/bit.{bit}/digit") for bit in range(4)]
    assert int("".join(mark.text for mark in digits if isinstance(mark, Label)), 2) == opcode


def test_the_opcode_of_the_frame_in_view_is_marked() -> None:
    ping = encode_frame(9, b"", key=MASK)
    facts = after(HELLO, ping)
    for focus, opcode in (("client.0", 1), ("client.1", 9)):
        picture = scene(facts, focus)
        assert [n for n in range(16) if box(picture, f"opcode.{n:x}").stroke == "ink"] == [opcode]


def test_a_reserved_opcode_in_view_is_wrong() -> None:
    picture = scene(after(encode_frame(3, b"Hello", key=MASK)), "client.0")
    assert [n for n in range(16) if box(picture, f"opcode.{n:x}").stroke == "err.fill"] == [3]
    assert isinstance(picture.find("opcode.3/wrong"), Glyph)
    assert scene(after(HELLO), "client.0").find("opcode.3/wrong") is None


def test_who_has_sent_what() -> None:
    picture = scene(after(encode_frame(9, b"", key=MASK)))
    assert isinstance(picture.find("opcode.9/client"), Glyph)
    assert isinstance(picture.find("opcode.a/server"), Glyph)
    assert picture.find("opcode.9/server") is None


@pytest.mark.parametrize("size", [0, 125, 126, 65535, 65536])
def test_the_form_that_was_chosen(size: int) -> None:
    picture = scene(after(encode_frame(2, bytes(size), key=MASK)), "client.0")
    chosen = [form.bits for form in FORMS if box(picture, f"length.{form.bits}").stroke == "ink"]
    assert chosen == [shortest_form(size)]
    told = picture.find(f"length.{chosen[0]}/header")
    assert isinstance(told, Label)
    assert f"{size}" in told.text


def test_a_form_that_is_too_long_has_its_octagon() -> None:
    picture = scene(after(encode_frame(1, b"Hello", key=MASK, length_form=16)), "client.0")
    assert box(picture, "length.16").stroke == "err.fill"
    assert isinstance(picture.find("length.16/wrong"), Glyph)


def test_the_ranges_join() -> None:
    assert [form.least for form in FORMS] == [0, LONGEST[7] + 1, LONGEST[16] + 1]


def test_the_focus_rings_the_length() -> None:
    picture = scene(after(HELLO), "client.0/field:payload length")
    ring = box(picture, "ring.9")
    assert ring.rect.width == pytest.approx(7 * 25 - 1 + 3)


def test_before_the_first_frame() -> None:
    facts = observe(Wire().open().recording)
    picture = scene(facts)
    assert isinstance(picture.find("bits.none/text"), Label)
    assert all(box(picture, f"opcode.{n:x}").stroke != "ink" for n in range(16))


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize(("height", "top"), [(632, 136), (632, 96), (772, 96)])
def test_everything_has_its_place(name: str, height: float, top: float) -> None:
    picture = scene(CONVERSATIONS[name](), "", height, top)
    assert layout_faults(picture) + outside(picture, top - 3) == []


def test_the_words_of_a_row() -> None:
    words = PlainWords()
    assert carries(words, 3) == carries(words, 0xF) == "not defined yet"
    assert "never fragmented" in opcode_sentence(words, 8, now=False)
    assert "This frame has it." in opcode_sentence(words, 1, now=True)
