"""From the engine's batches to the ledger."""

from __future__ import annotations

from app.live_feed import Feed
from app.network.live.values import Batch, Line
from protocol.frames import encode_frame
from protocol.ledger import FRAME, GAP, HEAD
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role, State
from tests.live_support import FakeEngine, frame, opening, said


def _feed(*batches: Batch) -> tuple[Feed, FakeEngine]:
    engine = FakeEngine()
    engine.batches += batches
    feed = Feed(engine)
    while feed.work():
        pass
    return feed, engine


def _kinds(feed: Feed) -> list[int]:
    return [feed.ledger.row(place).kind for place in range(len(feed.ledger))]


def test_a_connection_becomes_a_talk_with_its_rows() -> None:
    feed, _ = _feed(opening(40), said(40, Role.CLIENT, frame(Opcode.TEXT, b"Hello")))
    assert _kinds(feed) == [HEAD, HEAD, FRAME]
    assert feed.numbers_of((1,)) == (40,)
    assert feed.talk_of(40) == 1
    assert feed.book.open_talks() == (1,)


def test_sides_are_told_from_our_role() -> None:
    feed, _ = _feed(opening(1, Role.SERVER), opening(2, Role.CLIENT), opening(3, None))
    feed.book.take(1)
    assert [(card.side, card.kind) for card in feed.book.cards()] == [
        ("client", "program"),
        ("server", "ours"),
        ("client", "proxy"),
    ]


def test_one_that_is_over_gets_nothing_more() -> None:
    feed, _ = _feed(opening(1), Batch(1, lines=[Line(2.0, Role.CLIENT, Kind.RST, b"")], over=True))
    assert feed.numbers_of((1,)) == ()
    assert feed.book.cards()[0].state is State.CLOSED


def test_a_slice_ends_in_time() -> None:
    engine = FakeEngine()
    engine.batches = [opening(1), *(said(1, Role.CLIENT, frame(Opcode.TEXT, b"a")) for _ in range(50))]
    feed = Feed(engine)
    assert feed.work(0.0)
    assert len(engine.batches) == 50


def test_what_is_not_recorded_is_a_gap_of_its_size() -> None:
    feed, engine = _feed(opening(1))
    feed.record(False)
    lost = encode_frame(Opcode.TEXT, b"x" * 100)
    engine.batches = [said(1, Role.SERVER, lost)]
    feed.work()
    assert _kinds(feed) == [HEAD, HEAD]
    feed.record(True)
    engine.batches = [said(1, Role.SERVER, encode_frame(Opcode.TEXT, b"back"), 3.0)]
    feed.work()
    assert _kinds(feed) == [HEAD, HEAD, GAP, FRAME]
    assert feed.ledger.row(2).wire == len(lost)
    assert feed.ledger.preview(3) == "back"


def test_a_handshake_is_recorded_all_the_same() -> None:
    engine = FakeEngine()
    feed = Feed(engine)
    feed.record(False)
    engine.batches = [opening(1)]
    feed.work()
    assert _kinds(feed) == [HEAD, HEAD]


def test_after_clearing_a_connection_goes_on_from_its_handshake() -> None:
    feed, engine = _feed(opening(5), said(5, Role.CLIENT, frame(Opcode.TEXT, b"before")))
    old = feed.ledger
    feed.clear()
    assert feed.ledger is not old
    assert _kinds(feed) == [HEAD, HEAD, GAP]
    engine.batches = [said(5, Role.CLIENT, frame(Opcode.TEXT, b"after"), 9.0)]
    feed.work()
    assert feed.ledger.preview(3) == "after"
    assert feed.ledger.talk(1).state(Role.SERVER) is State.OPEN
    assert feed.numbers_of((1,)) == (5,)
    feed.book.take(9)
    assert feed.book.cards()[0].name == "test"
