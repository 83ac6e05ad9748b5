"""What both ends know when bytes are missing: no more than the bytes that are there."""

import pytest
from gaps_support import CLIENT, HELLO, SERVER, capture
from stream_support import Pen, Said

from protocol.extensions import Deflate
from protocol.facts import Broke, MessageArrived, Moved, Told
from protocol.frames import encode_frame
from protocol.observer import Observer
from protocol.recording import Kind, Setup
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Opcode, State

CLOSE = encode_frame(Opcode.CLOSE, b"\x03\xe8goodbye")


def codes(facts):
    """What the client's program is told."""
    return [fact.told.code for fact in facts.of(Told) if fact.who is CLIENT]


@pytest.mark.parametrize(("cut", "told"), [(2, []), (3, []), (4, []), (9, []), (len(CLOSE), [1000])])
def test_a_close_with_missing_bytes_closes_all_the_same(cut, told):
    """What the program is told is not known then."""
    facts = capture(SERVER, [CLOSE[:cut], len(CLOSE) - cut] if cut < len(CLOSE) else [CLOSE])
    moves = [fact.transition.next for fact in facts.of(Moved) if fact.who is CLIENT]
    assert moves == [State.OPEN, State.CLOSING, State.CLOSED]
    assert codes(facts) == told
    assert not facts.of(Broke)


def test_a_close_may_have_been_among_lost_frames():
    assert codes(capture(SERVER, [HELLO])) == [1006]
    assert codes(capture(SERVER, [HELLO, len(CLOSE)])) == []
    assert codes(capture(SERVER, [HELLO, 3, HELLO + CLOSE])) == [1000]


def test_whoever_fails_the_connection_is_told_so_in_any_case():
    assert codes(capture(SERVER, [3, HELLO, encode_frame(3, b""), 9])) == [1006]


def test_whether_it_was_clean_depends_on_both_closes():
    """The server's is read; the client's own, which came before, may be among the bytes that are missing."""
    observer = Observer(Setup(whole=False), reads=False)
    observer.add(0.0, SERVER, Kind.DATA, CLOSE)
    observer.add(0.0, SERVER, Kind.FIN)
    assert observer.facts.state(CLIENT) is State.CLOSED
    assert codes(observer.facts) == []


def test_a_message_that_is_too_large_for_us_ends_nothing():
    """What another endpoint takes is not known."""
    big = encode_frame(Opcode.BINARY, bytes(MESSAGE_LIMIT + 1))
    for setup, is_heard in (Setup(), True), (Setup(client_limit=MESSAGE_LIMIT), False):
        facts = capture(SERVER, [big, HELLO], setup=setup)
        assert [fact.rule.id for fact in facts.of(Broke)] == ["frame.too-big"]
        assert bool(facts.of(MessageArrived)) is is_heard


def test_after_data_that_are_no_deflate_only_takeover_hides_what_follows():
    for takeover in (True, False):
        deflate = Deflate(server_no_context_takeover=not takeover)
        bad = encode_frame(Opcode.TEXT, b"\x07", rsv=4)
        later = Pen(SERVER, deflate).message(Said(Opcode.TEXT, b"Hello"))[0]
        facts = capture(SERVER, [bad, later], deflate)
        assert [(fact.rule.id, fact.number) for fact in facts.of(Broke)] == [("deflate.data", 0)]
        assert list(facts.sent(SERVER).unjudged) == ([1] if takeover else [])
