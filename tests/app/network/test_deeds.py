"""How an action becomes bytes."""

from __future__ import annotations

import pytest

from app.network.deeds import OPCODES, flipped, payload_of, perform
from lessons.model import DEEDS, Action
from protocol.connection import Connection, StateError
from protocol.frames import FrameReader
from protocol.handshake import Offer
from protocol.vocabulary import Opcode

NETWORK = {"fin", "abort", "wait", "cut", "mend"}
"""Deeds that no connection does."""


def client() -> Connection:
    return Connection.client(Offer("h", "/", "dGhlIHNhbXBsZSBub25jZQ=="), lambda: bytes(4))


def test_bits_are_turned_over_from_the_first_one():
    assert flipped(b"\x00\x00", (0, 15)) == b"\x80\x01"
    assert flipped(b"\x80\x01", (0, 15)) == b"\x00\x00"
    assert flipped(b"ab", ()) == b"ab"
    with pytest.raises(ValueError, match="there are 16 bits"):
        flipped(b"ab", (16,))


def test_what_an_action_carries():
    assert payload_of(Action("a", "text", text="é", times=2)) == b"\xc3\xa9\xc3\xa9"
    assert payload_of(Action("a", "ping", text="no", hex=b"\x01")) == b"\x01"
    assert payload_of(Action("a", "close", code=1000, reason="bye")) == b"\x03\xe8bye"


def test_a_frame_by_hand_asks_for_no_state():
    connection = client()
    perform(connection, Action("a", "frame", opcode=9, hex=b"x"), lambda: b"\x01\x01\x01\x01")
    (frame,) = FrameReader().feed(connection.bytes_to_send())
    assert (frame.opcode, frame.key, frame.payload) == (Opcode.PING, b"\x01\x01\x01\x01", b"x")


@pytest.mark.parametrize("deed", sorted(set(DEEDS) - NETWORK - {"connect", "raw", "frame"}))
def test_what_a_program_does_needs_an_open_connection(deed):
    assert deed in OPCODES
    with pytest.raises(StateError):
        perform(client(), Action("a", deed, text="t"), lambda: bytes(4))


@pytest.mark.parametrize("deed", sorted(NETWORK))
def test_what_the_network_does_is_no_deed_of_a_connection(deed):
    with pytest.raises(ValueError, match="an action cannot"):
        perform(client(), Action("a", deed), lambda: bytes(4))


def test_fragments_by_hand_keep_their_wrong_bits_in_the_first():
    connection = client()
    perform(connection, Action("a", "text", text="abcdef", sizes=(2, 2), mask="no", flip=(1,)), lambda: bytes(4))
    frames = FrameReader().feed(connection.bytes_to_send())
    assert [(frame.opcode, frame.rsv, frame.fin, frame.wire) for frame in frames] == [
        (1, 4, False, b"ab"), (0, 0, False, b"cd"), (0, 0, True, b"ef"),
    ]  # fmt: skip
