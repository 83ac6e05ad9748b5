"""What the program gets."""

from __future__ import annotations

from app.figures.utf8 import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, room, text_of


def told(raw, fact_id, focus="client/message:0"):
    facts = facts_of(raw)
    return text_of(draw(facts, after(facts, fact_id), focus, room()), "told/words")


def test_nothing_before_the_message_is_whole():
    raw = frame(Opcode.TEXT, b"one ", fin=False) + frame(Opcode.CONTINUATION, b"two")
    assert told(raw, "client.frame.0.arrived") == "Server’s program gets  nothing so far"
    assert told(raw, "client.message.0") == "Server’s program gets  “one two”"


def test_nothing_at_all_if_it_is_no_text():
    assert told(frame(Opcode.TEXT, b"ok \xff"), "client.broken.0") == "Server’s program gets  nothing"


def test_binary_as_it_is():
    assert told(frame(Opcode.BINARY, b"\xff\x00"), "client.message.0").endswith("the bytes ff 00")
