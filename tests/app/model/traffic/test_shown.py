"""What the details show of a row: only the bytes of the lines that are seen."""

from __future__ import annotations

from traffic_support import MASK, NOON, SERVER, incident

from app.model.traffic.shown import ACROSS, FrameShown, GapShown, HeadShown, shown
from protocol.frames import encode_frame
from protocol.ledger import GAP, Ledger
from protocol.masking import mask
from protocol.recording import Setup
from protocol.vocabulary import Role


def place_of(ledger: Ledger, text: str) -> int:
    return next(place for place in range(len(ledger)) if text in ledger.preview(place))


def test_a_masked_frame_both_ways() -> None:
    ledger = incident()
    frame = shown(ledger, place_of(ledger, "Hello"))
    assert isinstance(frame, FrameShown)
    assert frame.data == b"\x81\x85" + MASK + mask(b"Hello", MASK)
    assert frame.plain == b"\x81\x85" + MASK + b"Hello"
    assert (frame.size, frame.lines, frame.broken) == (11, 1, ())


def test_any_line_of_a_long_masked_frame() -> None:
    ledger = Ledger()
    talk = ledger.begin(Setup(began=NOON, whole=False))
    payload = bytes(range(256)) * 8
    talk.data(0.0, Role.CLIENT, encode_frame(2, payload, key=MASK))
    for line in (0, 1, 7, 100):
        frame = shown(ledger, 0, line, 3)
        assert isinstance(frame, FrameShown)
        header = len(frame.header.header)
        first = line * ACROSS
        whole = frame.header.header + payload
        assert frame.plain == whole[first : first + 3 * ACROSS]
        assert frame.data[max(0, header - first) :] != frame.plain[max(0, header - first) :]


def test_missing_bytes_are_told() -> None:
    ledger = incident()
    place = place_of(ledger, "89 50")
    frame = shown(ledger, place, 4000 // ACROSS, 2)
    assert isinstance(frame, FrameShown)
    assert frame.lost == ((4000, 4032),)
    gap = shown(ledger, next(place for place in range(len(ledger)) if ledger.row(place).kind == GAP))
    assert gap == GapShown(SERVER, 1448, place + 1)


def test_broken_bits_and_the_close_code() -> None:
    ledger = incident()
    wrong = shown(ledger, place_of(ledger, "no mask"))
    close = shown(ledger, place_of(ledger, "1002"))
    assert isinstance(wrong, FrameShown)
    assert isinstance(close, FrameShown)
    assert wrong.broken == ((8, 9),)
    assert close.close_code == 1002


def test_a_head_line_by_line() -> None:
    ledger = incident()
    head = shown(ledger, place_of(ledger, "HTTP/1.1 101"))
    assert isinstance(head, HeadShown)
    assert head.lines[0] == "HTTP/1.1 101 Switching Protocols"
    assert head.starts[:2] == (0, 34)
    assert head.who is Role.SERVER


def test_a_wrong_line_of_a_head() -> None:
    ledger = incident()
    head = shown(ledger, ledger.place_of(ledger.talk(3), SERVER, None) or 0)
    assert isinstance(head, HeadShown)
    line = head.lines.index("Sec-WebSocket-Accept: " + "A" * 27 + "=")
    assert head.broken[0][0] == head.starts[line] * 8


def test_a_frame_of_which_only_the_header_came() -> None:
    ledger = Ledger()
    talk = ledger.begin(Setup(began=NOON, whole=False))
    talk.data(0.0, Role.CLIENT, b"\x81\xff" + b"\xff" * 8 + MASK + b"abc")
    if len(ledger):
        frame = shown(ledger, 0)
        assert isinstance(frame, FrameShown)
        assert frame.size == 17
