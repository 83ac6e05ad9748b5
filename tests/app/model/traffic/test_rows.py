"""The rows of a ledger as a model: all of them, or those that a filter lets through, as they come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from traffic_support import CLIENT, SERVER, crowd, incident, masked, opened

from app.model.traffic import rows
from app.model.traffic.rows import RowsModel
from protocol.filters import Filter, compile_filter
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.recording import Kind
from protocol.vocabulary import Opcode


@pytest.fixture
def model(qapp: object) -> RowsModel:
    return RowsModel()


def compiled(text: str) -> Filter:
    found = compile_filter(text)
    assert isinstance(found, Filter)
    return found


def shown(model: RowsModel) -> list[int]:
    return [model.row_at(place) for place in range(model.rowCount())]


def run(model: RowsModel) -> None:
    while model.busy:
        model.work()


def test_without_a_filter_every_row_is_there(model: RowsModel) -> None:
    ledger = incident()
    model.set_ledger(ledger)
    assert shown(model) == list(range(len(ledger)))
    assert model.row_at(len(ledger)) == model.row_at(-1) == -1
    assert model.columnCount() == 1
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_filter_leaves_what_it_lets_through(model: RowsModel) -> None:
    ledger = incident()
    model.set_ledger(ledger)
    chosen = compiled("op:ping,pong")
    model.set_filter(chosen)
    run(model)
    assert shown(model) == list(chosen.run(ledger, 0, len(ledger)))
    assert len(shown(model)) == 2
    model.set_filter(None)
    assert model.rowCount() == len(ledger)


def test_places_and_ledger_rows(model: RowsModel) -> None:
    model.set_ledger(incident())
    model.set_filter(compiled("is:violation"))
    run(model)
    found = shown(model)
    assert [model.index_of(row) for row in found] == list(range(len(found)))
    assert model.index_of(found[0] + 1) == -1
    assert model.nearest(found[0] + 1) == 1
    assert model.nearest(10_000) == len(found) - 1
    model.set_ledger(None)
    assert model.nearest(0) == -1


def test_rows_that_come_are_appended(model: RowsModel) -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1")
    model.set_ledger(ledger)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    before = len(ledger)
    talk.data(1.0, CLIENT, masked(Opcode.TEXT, b"one") + masked(Opcode.TEXT, b"two"))
    model.follow()
    model.follow()
    assert inserted == [(before, before + 1)]
    assert model.rowCount() == len(ledger)


def test_with_a_filter_only_matching_rows_come(model: RowsModel) -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1")
    model.set_ledger(ledger)
    model.set_filter(compiled("from:server is:frame"))
    run(model)
    talk.data(1.0, CLIENT, masked(Opcode.TEXT, b"one"))
    talk.data(1.1, SERVER, encode_frame(Opcode.TEXT, b"two"))
    model.follow()
    run(model)
    assert shown(model) == [len(ledger) - 1]
    assert model.total == len(ledger)


def test_a_row_that_is_judged_late_enters_the_filter_at_its_place(model: RowsModel) -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1")
    talk.data(1.0, SERVER, encode_frame(Opcode.PING, b"?"))
    ping = len(ledger) - 1
    talk.data(1.1, CLIENT, encode_frame(Opcode.TEXT, b"not masked"))
    model.set_ledger(ledger)
    model.set_filter(compiled("is:violation"))
    run(model)
    assert shown(model) == [ping + 1]
    talk.end(2.0, CLIENT, Kind.FIN)
    model.follow()
    run(model)
    assert shown(model) == [ping, ping + 1]


def test_a_row_that_is_judged_late_leaves_a_filter_that_no_longer_fits(model: RowsModel) -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1")
    talk.data(1.0, SERVER, encode_frame(Opcode.PING, b"?"))
    model.set_ledger(ledger)
    model.set_filter(compiled("op:ping not is:violation"))
    run(model)
    assert model.rowCount() == 1
    talk.end(2.0, CLIENT, Kind.FIN)
    model.follow()
    run(model)
    assert model.rowCount() == 0


def test_another_verdict_repaints_the_rows(model: RowsModel) -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1")
    talk.data(1.0, SERVER, encode_frame(Opcode.PING, b"?"))
    model.set_ledger(ledger)
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first))
    model.follow()
    assert not changed
    talk.end(2.0, CLIENT, Kind.FIN)
    model.follow()
    assert changed


def test_filtering_is_done_in_slices(model: RowsModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "SLICE", 0.0)
    monkeypatch.setattr(rows, "FIRST", 100)
    model.set_ledger(crowd(1000))
    parts: list[float] = []
    model.progressed.connect(parts.append)
    model.set_filter(compiled("op:ping"))
    assert model.busy
    run(model)
    assert parts == sorted(parts)
    assert len(parts) > 2
    assert parts[-1] == 1.0
    assert all(model.data(model.index(place, 0), Qt.ItemDataRole.DisplayRole) for place in range(3))


def test_what_is_counted(model: RowsModel) -> None:
    counts: list[tuple[int, int]] = []
    model.counted.connect(lambda matches, total: counts.append((matches, total)))
    ledger = incident()
    model.set_ledger(ledger)
    model.set_filter(compiled("is:gap"))
    run(model)
    assert counts[0] == (len(ledger), len(ledger))
    assert counts[-1] == (1, len(ledger))
