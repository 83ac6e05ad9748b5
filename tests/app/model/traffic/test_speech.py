"""Rows as sentences."""

from __future__ import annotations

from traffic_support import incident

from app.model.traffic.speech import sentence
from protocol.ledger import GAP, HEAD


def test_every_kind_of_row_has_a_sentence() -> None:
    ledger = incident()
    told = [sentence(ledger, place) for place in range(len(ledger))]
    assert told[0].startswith("1, 12:04:00.001, connection #1: HTTP request, 155 bytes. GET /chat HTTP/1.1")
    wrong = next(text for text in told if "no mask" in text)
    assert "client to server: 1 text, FIN 1, payload of 32 bytes, 34 on the wire." in wrong
    assert wrong.endswith("Violation: Not masked.")
    gap = next(told[place] for place in range(len(ledger)) if ledger.row(place).kind == GAP)
    assert "1,448" in gap
    assert sum(ledger.row(place).kind == HEAD for place in range(len(ledger))) == sum(
        "HTTP re" in text for text in told
    )


def test_an_unjudged_frame_says_so() -> None:
    ledger = incident()
    assert any(sentence(ledger, place).endswith("Not judged: bytes are missing.") for place in range(len(ledger)))
