"""Times and messages as the heartbeat figure writes them."""

from __future__ import annotations

import pytest

from app.figures.heartbeat_words import clock_text, message_text, numbered, seconds, span_text
from protocol.vocabulary import Opcode
from tests.figures_support import PlainWords

WORDS = PlainWords()
ASKS, ANSWERS = b'{"type":"ping","id":3}', b'{"type":"pong","id":3}'


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (5.0, "5"), (5.06, "5"), (139.95, "140"), (2.5, "2.5"), (0.3, "0.3"), (3600.02, "3600")],
)
def test_a_slow_machine_is_no_part_of_a_time(value, text):
    assert seconds(value) == text


def test_many_seconds_are_minutes():
    assert clock_text(WORDS, 599.0) == "599 s"
    assert clock_text(WORDS, 3600.1) == "60 min"


@pytest.mark.parametrize(
    ("first", "last", "room", "text"),
    [(10.1, 15.1, 7, "10–15 s"), (60.1, 90.1, 6, "60–90"), (60.1, 90.1, 4, "> 60 s"), (0.02, 3600.0, 9, "> 0 s")],
)
def test_the_time_of_a_loss_is_told_as_precisely_as_there_is_room(first, last, room, text):
    assert span_text(WORDS, first, last, lambda one: len(one) <= room) == text


def test_messages_that_ask_for_life_are_named_and_others_are_quoted():
    assert numbered(WORDS, Opcode.TEXT, ASKS) == message_text(WORDS, Opcode.TEXT, ASKS) == "text: ping 3"
    assert message_text(WORDS, Opcode.TEXT, ANSWERS) == "text: pong 3"
    assert numbered(WORDS, Opcode.TEXT, b"hi") == numbered(WORDS, Opcode.PING, ASKS) == ""
    assert message_text(WORDS, Opcode.TEXT, b"hi") == "“hi”"
    assert message_text(WORDS, Opcode.BINARY, b"\x01\xff") == "“01ff”"
