"""What the referee says of a row."""

from __future__ import annotations

from traffic_support import incident

from app.model.traffic.verdict import said
from protocol.findings import FINE, UNJUDGED, VIOLATION
from protocol.ledger import GAP, HEAD, Ledger
from protocol.referee import Ruling


def place_of(ledger: Ledger, text: str) -> int:
    return next(place for place in range(len(ledger)) if text in ledger.preview(place))


def test_a_broken_rule_with_its_law_and_what_came_of_it() -> None:
    ledger = incident()
    told = said(ledger, place_of(ledger, "no mask"))
    assert told.verdict == VIOLATION
    assert told.finding is not None
    assert told.law is not None
    assert told.law.quote == "a client MUST mask all frames that it sends to the server"
    assert [each.duty.level for each in told.required] == ["MUST", "MAY"]
    assert [each.deed.what for each in told.did] == ["close", "late", "fin"]
    assert told.did[0].frame == place_of(ledger, "1002") + 1
    assert [each.rule.id for each in told.ruled(Ruling.BROKEN)] == ["frame.masked"]


def test_a_fine_frame_has_rules_that_hold() -> None:
    ledger = incident()
    told = said(ledger, place_of(ledger, "Hello"))
    assert (told.verdict, told.finding, told.required, told.did) == (FINE, None, (), ())
    assert "frame.masked" in {each.rule.id for each in told.ruled(Ruling.HOLDS)}


def test_heads_gaps_and_frames_with_missing_bytes() -> None:
    ledger = incident()
    by_kind = {ledger.row(place).kind: said(ledger, place) for place in range(len(ledger))}
    assert by_kind[HEAD].header is None
    assert by_kind[HEAD].finding is not None
    assert by_kind[GAP].applied == ()
    assert said(ledger, place_of(ledger, "89 50")).verdict == UNJUDGED
