"""One direction as segments, frames and messages, and how far each has come."""

from __future__ import annotations

from app.figures.lanes_stream import ARRIVED, FUTURE, SENT, find_view, spans
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode, Role
from tests.app.figures.lanes_support import TEXT, after, facts_of, frame, menu, story


def at(fact_id, focus="client"):
    facts = story()
    return find_view(facts, after(facts, fact_id), focus)


def test_segments_are_what_was_written_at_once():
    view = at("client.frame.0.sent")
    assert [(one.start, one.stop) for one in view.segments] == [(0, 14), (14, 30), (30, 168), (168, len(menu()))]
    assert [one.state for one in view.segments] == [ARRIVED, SENT, FUTURE, FUTURE]
    assert view.stream == menu()
    assert view.cuts == (14, 30, 168)


def test_nothing_is_known_of_the_future():
    view = at("client.open")
    assert (view.arrived, view.read, view.current) == (0, 0, None)
    assert {one.state for one in view.segments} == {FUTURE}


def test_the_parser_stops_at_the_end_of_each_frame_of_a_segment():
    first, second = at("client.frame.0.arrived"), at("client.frame.1.arrived")
    assert (first.arrived, first.read) == (30, 17)
    assert (second.arrived, second.read) == (30, 30)


def test_fragments_are_counted_within_their_message_and_control_frames_are_not():
    view = at("client.message.0")
    assert [(piece.fragment, piece.message) for piece in view.pieces] == [(1, 0), (0, None), (2, 0), (3, 0)]
    (message,) = view.messages
    assert (message.whole, message.size, message.opcode) == (True, len(TEXT.encode()), Opcode.TEXT)


def test_a_character_knows_its_bytes():
    view = at("client.message.0")
    euro = next(one for one in view.messages[0].characters() if one.text == "€")
    assert euro.offsets == (12, 13, 14)
    assert "".join(one.text for one in view.messages[0].characters()) == TEXT


def test_a_character_may_lie_in_two_frames():
    raw = frame(Opcode.TEXT, b"a\xe2", fin=False) + frame(Opcode.CONTINUATION, b"\x82\xac")
    facts = facts_of(raw)
    message = find_view(facts, len(facts), "client").messages[0]
    assert message.characters()[1].offsets == (7, 14, 15)


def test_a_receiver_that_fails_reads_no_further_than_the_header():
    raw = frame(Opcode.TEXT, b"one", fin=False) + frame(Opcode.TEXT, b"two")
    facts = facts_of(raw)
    view = find_view(facts, after(facts, "client.broken.0"), "client")
    assert view.broken is not None
    assert view.read == 9 + 6


def test_a_receiver_that_fails_reads_no_further_than_the_bad_byte():
    facts = facts_of(frame(Opcode.TEXT, b"ab\xffcd"))
    assert find_view(facts, after(facts, "client.broken.0"), "client").read == 6 + 3


def test_the_other_direction():
    view = at("server.frame.0.arrived", "server")
    assert view.sender is Role.SERVER
    assert [piece.frame.opcode for piece in view.pieces] == [Opcode.PONG]


def test_messages_begin_new_spans_and_pings_between_fragments_do_not():
    raw = menu() + frame(Opcode.PING, b"") + frame(Opcode.TEXT, b"more")
    view = find_view(facts_of(raw), 10**6, "client")
    assert spans(view) == ((0, len(menu()) + 6), (len(menu()) + 6, len(raw)))


def test_no_handshake_no_frames():
    assert find_view(Facts(), 0, "client").stream == b""
