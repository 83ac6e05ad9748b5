"""What the parser holds and needs, asked of the protocol's own reader."""

from __future__ import annotations

import pytest

from app.figures.lanes_state import held_of, kept_of, parts_of
from app.figures.lanes_stream import find_view
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, story


def view_at(fact_id, facts=None):
    facts = facts or story()
    return find_view(facts, after(facts, fact_id), "client")


def test_inside_a_payload_the_need_is_exact():
    held = held_of(view_at("client.frame.0.sent"))
    assert (len(held.begun), held.missing, held.exact) == (14, 3, True)
    assert [(part.here, part.size) for part in parts_of(held)] == [(2, 2), (0, 0), (4, 4), (8, 11)]


def test_inside_the_length_the_size_is_not_known():
    held = held_of(view_at("client.frame.1.arrived"))
    assert (held.begun.hex(), held.missing, held.exact) == ("00fe00", 5, False)
    assert [(part.here, part.size) for part in parts_of(held)] == [(2, 2), (1, 2), (0, 4), (0, None)]


def test_between_frames_two_bytes_are_needed():
    held = held_of(view_at("client.message.0"))
    assert (held.begun, held.missing, held.exact) == (b"", 2, False)


@pytest.mark.parametrize(("size", "length"), [(5, 0), (200, 2), (70_000, 8)])
def test_the_length_has_no_two_or_eight_more_bytes(size, length):
    facts = facts_of(frame(Opcode.BINARY, bytes(size), fin=False), (2, 1 + length))
    view = find_view(facts, after(facts, "client.open"), "client")
    assert view.read == 0
    held = held_of(find_view(facts, len(facts), "client"))
    assert held.begun == b""
    short = type(held)(view.stream[: 2 + length], 4 + size, None)
    assert short.exact
    assert parts_of(short)[1].size == length
    assert parts_of(short)[3].size == size


def test_the_text_so_far_and_the_bytes_of_a_cut_character():
    assert kept_of(view_at("client.frame.0.sent")) == (8, 6, 2)
    assert kept_of(view_at("client.frame.0.arrived")) == (11, 9, 0)
    assert kept_of(view_at("client.message.0")) is None


def test_binary_has_no_characters():
    facts = facts_of(frame(Opcode.BINARY, b"\xff\xff", fin=False))
    assert kept_of(view_at("client.frame.0.arrived", facts)) == (2, -1, 0)
