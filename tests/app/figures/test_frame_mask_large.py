"""The byte that is being masked, as large as a hall needs it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Label, Scene
from app.figures.frame import draw
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode
from tests.app.figures.frame_support import HELLO, KEY, facts_of, label
from tests.figures_support import plain_room
from tests.layout_support import layout_faults

ROOM = plain_room()
LARGE = plain_room(options={"large": 1})
PRE = "frame.client.0/"


def drawn(focus: str, raw: bytes = HELLO, height: float = 544) -> Scene:
    facts = facts_of(raw)
    return draw(facts, len(facts), focus, replace(LARGE, height=height))


@pytest.mark.parametrize("height", [520, 544, 588, 772])
@pytest.mark.parametrize("focus", [f"client.0/{way}:{index}" for way in ("mask", "unmask") for index in range(5)])
def test_everything_has_its_place(focus: str, height: float) -> None:
    scene = drawn(focus, height=height)
    assert layout_faults(scene) == []
    assert scene.description


@pytest.mark.parametrize("index", range(5))
def test_the_bits_are_those_of_the_bytes(index: int) -> None:
    scene = drawn(f"client.0/mask:{index}")
    bytes_ = [int(label(scene, f"{PRE}table/{index}/{row}/hex"), 16) for row in range(3)]
    assert bytes_ == [b"Hello"[index], KEY[index % 4], HELLO[6 + index]]
    for row, value in enumerate(bytes_):
        bits = "".join(label(scene, f"{PRE}table/{index}/{row}/digit.{bit}") for bit in range(8))
        assert int(bits, 2) == value
    signs = [label(scene, f"{PRE}table/{index}/differ/sign.{bit}") for bit in range(8)]
    assert int("".join(str(int(sign == "≠")) for sign in signs), 2) == HELLO[6 + index]
    assert label(scene, f"{PRE}table/label.1") == f"{index} mod 4 = {index % 4}"


def test_taking_the_mask_off_is_the_same_the_other_way_round() -> None:
    scene = drawn("client.0/unmask:4")
    assert [label(scene, f"{PRE}table/4/{row}/hex") for row in range(3)] == ["58", "37", "6f"]
    signs = [label(scene, f"{PRE}table/4/differ/sign.{bit}") for bit in range(8)]
    assert int("".join(str(int(sign == "≠")) for sign in signs), 2) == ord("o")
    before = drawn("client.0/unmask:1")
    assert [label(before, f"{PRE}table/{at}/character") for at in range(5)] == ["H", "e", "?", "?", "?"]


def test_bytes_that_are_not_masked_yet_are_open() -> None:
    scene = drawn("client.0/mask:1")
    assert isinstance(scene.find(f"{PRE}table/1/2/strip"), Label)
    assert not isinstance(scene.find(f"{PRE}table/2/2/strip"), Label)
    frame = scene.find(f"{PRE}table/current")
    letter = scene.find(f"{PRE}table/1/character")
    assert isinstance(frame, Box)
    assert isinstance(letter, Label)
    assert frame.rect.x < letter.x < frame.rect.right


def test_a_long_payload_has_a_break() -> None:
    scene = drawn("client.0/mask:40", encode_frame(Opcode.BINARY, bytes(range(60)), key=KEY))
    assert layout_faults(scene) == []
    assert any(mark.id.startswith(f"{PRE}strip/break") for mark in scene.marks)
    assert label(scene, f"{PRE}table/40/0/hex") == "28"


def test_only_a_byte_in_work_is_shown_so() -> None:
    facts = facts_of(HELLO)
    for focus in ("client.0", "client.0/payload", "client.0/field:FIN"):
        assert draw(facts, len(facts), focus, LARGE) == draw(facts, len(facts), focus, ROOM)
