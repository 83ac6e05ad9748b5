"""What a cut hits, and what frames and messages are called."""

from __future__ import annotations

import pytest

from app.figures.lanes_stream import find_view
from app.figures.lanes_words import cut_words, frame_name, message_name
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import facts_of, frame, story
from tests.figures_support import PlainWords

WORDS = PlainWords()


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (1, "inside the first two bytes"),
        (2, "before the masking key"),
        (4, "inside the masking key"),
        (6, "before the payload"),
        (8, "inside the payload"),
        (13, "inside €"),
        (17, "between frames"),
        (29, "before the length"),
        (30, "inside the length"),
        (31, "before the masking key"),
    ],
)
def test_a_cut_names_what_it_hits(offset, words):
    facts = story()
    assert cut_words(WORDS, find_view(facts, len(facts), "client"), offset) == words


def test_names_are_counted_from_one():
    facts = story()
    view = find_view(facts, len(facts), "client")
    names = [frame_name(WORDS, piece) for piece in view.pieces]
    assert names == ["frame 1, fragment 1", "frame 2, ping", "frame 3, fragment 2", "frame 4, fragment 3"]


def test_kinds_of_messages():
    raw = frame(Opcode.BINARY, b"x") + frame(Opcode.CONTINUATION, b"y")
    facts = facts_of(raw)
    binary, orphan = find_view(facts, len(facts), "client").messages
    assert message_name(WORDS, binary) == "one binary message"
    assert message_name(WORDS, orphan).startswith("no message")
