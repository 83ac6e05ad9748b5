"""Which rows have a finding, and the way among them."""

from __future__ import annotations

import pytest
from traffic_support import CLIENT, SERVER, crowd, incident, masked, opened

from app.model.traffic import findings
from app.model.traffic.findings import FindingRows
from protocol.findings import WARNING
from protocol.frames import encode_frame
from protocol.ledger import GAP, Ledger
from protocol.recording import Kind
from protocol.vocabulary import Opcode


def run(found: FindingRows) -> FindingRows:
    while not found.follow():
        pass
    return found


def test_every_finding_and_every_gap() -> None:
    ledger = incident()
    found = run(FindingRows(ledger))
    assert list(found.findings) == [place for place in range(len(ledger)) if ledger.verdicts[place] >= WARNING]
    assert list(found.gaps) == [place for place in range(len(ledger)) if ledger.row(place).kind == GAP]


def test_the_way_among_them() -> None:
    found = run(FindingRows(incident()))
    rows = list(found.findings)
    assert found.after(-1) == rows[0]
    assert found.before(-1) == rows[-1]
    assert [found.after(row) for row in rows] == [*rows[1:], -1]
    assert [found.before(row) for row in rows] == [-1, *rows[:-1]]
    assert [found.place(row) for row in rows] == [1, 2, 3, 4]
    assert found.place(0) == 0
    assert found.after(rows[0] + 1) == rows[1]


def test_a_late_verdict_takes_its_place() -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1")
    talk.data(1.0, SERVER, encode_frame(Opcode.PING, b"?"))
    ping = len(ledger) - 1
    talk.data(1.1, CLIENT, encode_frame(Opcode.TEXT, b"not masked"))
    found = run(FindingRows(ledger))
    assert list(found.findings) == [ping + 1]
    talk.data(1.2, CLIENT, masked(Opcode.TEXT, b"fine"))
    talk.end(2.0, CLIENT, Kind.FIN)
    assert list(run(found).findings)[:2] == [ping, ping + 1]


def test_it_looks_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "SLICE", 100)
    found = FindingRows(crowd(500))
    assert not found.follow()
    assert list(run(found).findings) == []
