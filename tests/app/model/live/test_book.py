"""Who is connected, how busy, how far away: told from the rows of a ledger."""

from __future__ import annotations

from app.model.live.book import GONE, LOOKED, Book
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.recording import Kind, Setup
from protocol.talk import Talk
from protocol.vocabulary import Opcode, Role, State
from tests.live_support import frame, open_talk


def _book(agent: str = "curl/8.5", began: float = 1000.0) -> tuple[Book, Talk]:
    ledger = Ledger()
    talk = ledger.begin(Setup("10.0.0.1:5000", "10.0.0.2:80", began=began))
    book = Book(ledger)
    book.begin(talk, "client")
    open_talk(talk, agent)
    return book, talk


def test_a_client_is_named_by_what_it_says() -> None:
    book, _ = _book()
    book.take(1001)
    (card,) = book.cards()
    assert (card.kind, card.name, card.address, card.state) == ("curl", "curl", "10.0.0.1:5000", State.OPEN)


def test_our_own_client_shows_the_server() -> None:
    ledger = Ledger()
    talk = ledger.begin(Setup("10.0.0.1:5000", "10.0.0.2:80"))
    book = Book(ledger)
    book.begin(talk, "server", "ours")
    open_talk(talk, "curl/8.5")
    book.take(1)
    (card,) = book.cards()
    assert (card.kind, card.address) == ("ours", "10.0.0.2:80")


def test_frames_are_counted_by_second_direction_and_opcode() -> None:
    book, talk = _book()
    for _ in range(3):
        talk.data(0.5, Role.CLIENT, frame(Opcode.TEXT, b"a"))
    talk.data(1.2, Role.SERVER, encode_frame(Opcode.BINARY, b"b"))
    assert book.take(1002) == 6  # two heads and four frames
    overview = book.overview()
    assert (overview.up[-2:], overview.down[-2:]) == ((3, 0), (0, 1))
    assert overview.opcodes == {Opcode.TEXT: 3, Opcode.BINARY: 1}
    assert book.cards()[0].activity[-2:] == (3, 1)
    assert book.take(1002) == 0


def test_a_pong_ends_the_round_trip_of_its_ping() -> None:
    book, talk = _book()
    talk.data(1.0, Role.SERVER, encode_frame(Opcode.PING, b"1"))
    talk.data(1.1, Role.SERVER, encode_frame(Opcode.PING, b"2"))
    talk.data(1.25, Role.CLIENT, frame(Opcode.PONG, b"2"))
    talk.data(1.3, Role.CLIENT, frame(Opcode.PONG, b"3"))
    book.take(1002)
    assert [round(trip, 3) for trip in book.overview(1).trips.seconds] == [0.15]
    assert book.cards()[0].trip == book.overview(1).trips.seconds[-1]


def test_a_flood_of_pings_is_looked_at_in_part() -> None:
    book, talk = _book()
    for number in range(10 * LOOKED):
        talk.data(1.0, Role.SERVER, encode_frame(Opcode.PING, b"%d" % number))
    talk.data(1.5, Role.CLIENT, frame(Opcode.PONG, b"%d" % (10 * LOOKED - 1)))
    book.take(1002)
    assert len(book.overview(1).trips.seconds) == 1
    assert book.overview().opcodes[Opcode.PING] == 10 * LOOKED


def test_a_large_number_of_rows_is_counted_in_slices() -> None:
    book, talk = _book()
    talk.data(1.0, Role.CLIENT, frame(Opcode.TEXT, b"a") * 100)
    assert [book.take(1002, 60), book.take(1002, 60), book.take(1002, 60)] == [60, 42, 0]
    assert book.overview().opcodes == {Opcode.TEXT: 100}


def test_a_closed_connection_says_its_code_and_stands_last() -> None:
    ledger = Ledger()
    book = Book(ledger)
    first, second = (ledger.begin(Setup(f"c{n}", "s")) for n in (1, 2))
    for talk in (first, second):
        book.begin(talk, "client")
        open_talk(talk, "x/1")
    first.data(1.0, Role.CLIENT, frame(Opcode.CLOSE, b"\x03\xe9"))
    first.data(1.1, Role.SERVER, encode_frame(Opcode.CLOSE, b"\x03\xe9"))
    first.end(1.2, Role.SERVER, Kind.FIN)
    first.end(1.3, Role.CLIENT, Kind.FIN)
    book.end(1)
    assert [(card.talk, card.state, card.code) for card in book.cards()] == [
        (2, State.OPEN, None),
        (1, State.CLOSED, 1001),
    ]
    assert book.open_talks() == (2,)


def test_only_the_last_of_many_that_are_gone_keep_their_cards() -> None:
    ledger = Ledger()
    book = Book(ledger)
    for _ in range(GONE + 5):
        talk = ledger.begin(Setup())
        book.begin(talk, "client")
        book.end(talk.number)
    assert [card.talk for card in book.cards()] == list(range(6, GONE + 6))
