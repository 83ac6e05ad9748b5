"""Compressed messages of one direction, opened up; zlib says what they hold."""

from __future__ import annotations

import zlib

import pytest

from protocol.deflate import TAIL
from protocol.deflate_blocks import Literal, Reference
from protocol.facts import FrameSent
from protocol.observer import observe
from protocol.openings import agreed_in
from protocol.packed import by_message, otherwise, packed_messages
from protocol.vocabulary import Role
from tests.deflate_support import (
    ADA,
    BOB,
    BOB_AFTER_ADA,
    bomb,
    deflate_wire,
    forgotten_window,
    fragmented,
    two_messages,
)
from tests.wire_support import Wire


def server(facts):
    return packed_messages(facts, Role.SERVER)


def test_the_text_of_each_message_and_the_window_before_it():
    first, second = server(two_messages())
    assert (first.text, first.window) == (ADA.encode(), b"")
    assert (second.text, second.window) == (BOB.encode(), ADA.encode())
    assert second.payload == BOB_AFTER_ADA
    assert second.fault is None


def test_symbols_are_the_text_again():
    for packed in server(two_messages()):
        assert b"".join(symbol.text for symbol in packed.symbols) == packed.text
    second = server(two_messages())[1]
    assert [(one.length, one.distance) for one in second.copies] == [(8, 29), (15, 29), (4, 48)]
    assert [type(one) for one in second.symbols[:2]] == [Literal, Reference]


def test_without_takeover_no_window_is_left():
    first, second = server(two_messages(takeover=False))
    assert second.window == b""
    assert zlib.decompressobj(-15).decompress(second.payload + TAIL) == BOB.encode()
    assert all(copy.source >= 0 for copy in (*first.copies, *second.copies))


def test_fragments_are_one_message_with_a_piece_each():
    packed = server(fragmented())[1]
    assert len(packed.frames) == 3
    assert packed.pieces == (BOB[:12].encode(), BOB[12:20].encode(), BOB[20:].encode())


def test_a_copy_from_a_window_that_is_gone():
    packed = server(forgotten_window())[1]
    assert packed.text == b"{"
    assert packed.meant == BOB.encode()
    faulty = packed.copies[0]
    assert faulty.start_bit < packed.fault < faulty.start_bit + faulty.width


def test_a_text_too_long_to_be_opened_up_still_has_its_size():
    (packed,) = server(bomb(2**18 + 1))
    assert packed.opened is None
    assert packed.fault is None
    assert len(packed.text) == 2**18 + 1


def test_nothing_is_compressed_that_was_not_agreed_on():
    wire = Wire().open()
    wire.server.send_text(ADA)
    wire.run()
    facts = observe(wire.recording)
    assert agreed_in(facts) is None
    (packed,) = server(facts)
    assert (packed.compressed, packed.opened, packed.text) == (False, None, ADA.encode())


def test_a_message_without_rsv1_leaves_the_window_alone():
    wire = deflate_wire()
    wire.server.send_text(ADA)
    wire.server.compresses = False
    wire.server.send_text("plain")
    wire.server.compresses = True
    wire.server.send_text(BOB)
    wire.run()
    assert [one.compressed for one in server(observe(wire.recording))] == [True, False, True]
    found = server(observe(wire.recording))
    assert found[2].text == BOB.encode()
    assert [one.after for one in otherwise(found, 15, takeover=True)] == [30, len("plain"), 14]
    assert [one.is_readable for one in found] == [True, False, True]


@pytest.mark.parametrize(("takeover", "sizes"), [(True, [30, 14]), (False, [30, 34])])
def test_what_the_other_choice_would_take(takeover, sizes):
    for run in (True, False):
        found = otherwise(server(two_messages(takeover=run)), 15, takeover=takeover)
        assert [one.after for one in found] == sizes


def test_control_frames_belong_to_no_message():
    wire = deflate_wire()
    wire.server.send_text(ADA[:9], fin=False)
    wire.server.send_ping(b"?")
    wire.server.send_continuation(ADA[9:].encode(), fin=True)
    wire.run()
    frames = [fact for fact in observe(wire.recording).of(FrameSent) if fact.who is Role.SERVER]
    assert [[fact.number for fact in group] for group in by_message(frames)] == [[0, 2]]
