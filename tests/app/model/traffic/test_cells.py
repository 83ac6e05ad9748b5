"""The cells of a row as texts."""

from __future__ import annotations

from traffic_support import SERVER, incident

from app.model.traffic.cells import cells, opcode_words, short_reason
from protocol.frames import encode_frame
from protocol.ledger import FRAME, GAP, HEAD
from protocol.vocabulary import Opcode, Role


def test_a_frame() -> None:
    ledger = incident()
    place = next(place for place in range(len(ledger)) if ledger.preview(place).endswith('"no mask"}'))
    row = cells(ledger, place)
    assert (row.kind, row.time, row.peer, row.fin) == (FRAME, "12:04:33.390", "#2", 1)
    assert (row.payload, row.wire, row.who) == ("32", "34", Role.CLIENT)
    assert row.number == str(place + 1)
    assert row.reason == "Not masked"


def test_a_head_has_no_payload() -> None:
    row = cells(incident(), 0)
    assert (row.kind, row.payload, row.preview) == (HEAD, "", "GET /chat HTTP/1.1")


def test_a_gap_says_where_it_lies() -> None:
    ledger = incident()
    place = next(place for place in range(len(ledger)) if ledger.row(place).kind == GAP)
    row = cells(ledger, place)
    assert "1,448" in row.preview
    frame = ledger.row(place)
    inside = ledger.place_of(frame.talk, SERVER, frame.number)
    assert inside is not None
    assert f"inside {inside + 1}" in row.reason


def test_a_row_stays_one_line() -> None:
    ledger = incident()
    ledger.talk(1).data(40.0, SERVER, encode_frame(Opcode.TEXT, "a\nb\u2028c\x1b[2J".encode()))
    assert cells(ledger, len(ledger) - 1).preview == "a·b·c·[2J"


def test_opcodes_are_hexadecimal_digits() -> None:
    assert [opcode_words(opcode) for opcode in (0, 1, 8, 10, 15)] == [
        "0 continuation", "1 text", "8 close", "A pong", "F reserved",
    ]  # fmt: skip


def test_a_rule_without_words_is_called_by_its_id() -> None:
    assert short_reason("some.rule") == "some.rule"
