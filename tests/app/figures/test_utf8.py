"""The whole figure: layout, description, and where there is nothing to show."""

from __future__ import annotations

import pytest

from app.figures.utf8 import draw
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import facts_of, frame, room, texts
from tests.layout_support import layout_faults

GREETING = "Grüß 猫 😀".encode()
VALID = frame(Opcode.TEXT, GREETING[:8], fin=False) + frame(Opcode.CONTINUATION, GREETING[8:])


@pytest.mark.parametrize(("height", "top"), [(632, 136), (772, 96)])
@pytest.mark.parametrize(
    "raw",
    [
        VALID,
        frame(Opcode.TEXT, b"..\xf0\x80\x80\xaf"),
        frame(Opcode.TEXT, b"5 \xe2\x82"),
        frame(Opcode.BINARY, bytes(90)),
    ],
)
def test_nothing_overlaps_at_any_moment(raw, height, top):
    facts = facts_of(raw)
    for cursor in range(facts.place("client.open"), len(facts) + 1):
        assert layout_faults(draw(facts, cursor, "client/message:0", room(height, top))) == []


def test_the_description_follows_the_validator():
    facts = facts_of(VALID)
    cursor = facts.place("client.frame.0.arrived") + 1
    described = draw(facts, cursor, "client/message:0", room()).description
    assert described == "8 of 15 bytes have been read. The validator: inside a character: 1 of 3."


def test_without_a_message_there_is_a_sentence():
    assert texts(draw(Facts(), 0, "", room())) == ["No message was sent in this direction."]
