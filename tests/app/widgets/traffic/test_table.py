"""The table: selection by key and by row, following the tail, and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from traffic_support import CLIENT, crowd, incident, masked

from app.model.traffic.rows import RowsModel
from app.widgets.traffic.table import TrafficTable
from protocol.filters import Filter, compile_filter
from protocol.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def build(shown: Callable[..., QWidget]) -> Callable[..., TrafficTable]:
    def make(ledger: Ledger, *, tails: bool = False) -> TrafficTable:
        model = RowsModel()
        model.set_ledger(ledger)
        table = TrafficTable(model, tails=tails)
        model.setParent(table)
        shown(table, 860, 300)
        return table

    return make


def chosen(table: TrafficTable) -> list[int]:
    found: list[int] = []
    table.chosen.connect(found.append)
    return found


def filtered(table: TrafficTable, text: str) -> None:
    found = compile_filter(text)
    assert isinstance(found, Filter)
    table.rows.set_filter(None if found.everything else found)
    while table.rows.busy:
        table.rows.work()


def test_keys_move_the_selection(build: Callable[..., TrafficTable], qtbot: QtBot) -> None:
    table = build(crowd(500))
    found = chosen(table)
    last = table.rows.rowCount() - 1
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(table.view, key)
    assert found[:4] == [last, last - 1, 0, 1]
    assert 5 < found[4] < 20
    assert table.current() == found[4]


def test_enter_opens_and_escape_clears(build: Callable[..., TrafficTable], qtbot: QtBot) -> None:
    table = build(incident())
    table.choose(3)
    found = chosen(table)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [3]
    qtbot.keyClick(table.view, Qt.Key.Key_Escape)
    assert found == [-1]
    assert table.current() == -1


def test_a_row_far_away_comes_into_the_middle(build: Callable[..., TrafficTable]) -> None:
    table = build(crowd(5000))
    assert table.choose(4000)
    first, last = table.view.seen()
    assert first < 4000 < last
    assert abs((first + last) / 2 - 4000) <= 2
    table.choose(4001)
    assert table.view.seen() == (first, last)


def test_what_the_filter_hides_cannot_be_chosen_but_is_kept(build: Callable[..., TrafficTable]) -> None:
    ledger = incident()
    table = build(ledger)
    table.choose(0)
    filtered(table, "is:frame")
    assert table.current() == -1
    assert not table.choose(0)
    table.keep(0)
    filtered(table, "")
    table.keep(0)
    assert table.current() == 0


def test_what_is_seen_is_told(build: Callable[..., TrafficTable]) -> None:
    table = build(crowd(5000))
    seen: list[tuple[int, int]] = []
    table.seen.connect(lambda first, last: seen.append((first, last)))
    table.show_near(2500)
    assert seen[-1][0] < 2500 < seen[-1][1]
    assert table.current() == -1


def test_it_follows_the_tail_until_somebody_scrolls(build: Callable[..., TrafficTable], qtbot: QtBot) -> None:
    ledger = crowd(500)
    table = build(ledger, tails=True)
    assert table.follows
    assert table.view.seen()[1] == len(ledger) - 1
    ledger.talk(1).data(10_000.0, CLIENT, masked(1, b"new"))
    table.rows.follow()
    assert table.view.seen()[1] == len(ledger) - 1
    table.view.verticalScrollBar().setValue(10)
    assert not table.follows
    assert table.pill.isVisible()
    ledger.talk(1).data(10_001.0, CLIENT, masked(1, b"newer"))
    table.rows.follow()
    assert table.view.seen()[0] == 10
    qtbot.mouseClick(table.pill, Qt.MouseButton.LeftButton)
    assert table.follows
    assert not table.pill.isVisible()
    assert table.view.seen()[1] == len(ledger) - 1


def test_selecting_stops_following(build: Callable[..., TrafficTable]) -> None:
    table = build(crowd(500), tails=True)
    table.choose(table.rows.rowCount() - 2)
    assert not table.follows
    table.follow()
    assert table.current() == -1


def test_the_pill_does_not_cover_the_newest_row(build: Callable[..., TrafficTable], qtbot: QtBot) -> None:
    ledger = crowd(500)
    table = build(ledger, tails=True)
    table.choose(len(ledger) - 1)
    assert not table.follows
    assert not table.pill.isVisible()
    ledger.talk(1).data(10_000.0, CLIENT, masked(1, b"new"))
    table.rows.follow()
    qtbot.waitUntil(table.pill.isVisible)


def test_without_a_tail_nothing_is_followed(build: Callable[..., TrafficTable]) -> None:
    table = build(crowd(500))
    assert not table.follows
    assert table.view.seen()[0] == 0
    table.view.verticalScrollBar().setValue(table.view.verticalScrollBar().maximum())
    assert not table.follows
    assert not table.pill.isVisible()


def test_other_columns(build: Callable[..., TrafficTable]) -> None:
    table = build(incident())
    table.set_names(("number", "preview"))
    assert list(table.view.columns) == list(table.header.columns) == ["number", "preview"]
    assert table.names == ("number", "preview")


def test_more_digits_need_more_room(build: Callable[..., TrafficTable]) -> None:
    table = build(incident())
    before = table.view.columns["number"].width
    table.rows.set_ledger(crowd(20_000))
    assert table.view.columns["number"].width >= before


@pytest.mark.parametrize(("tails", "sentence"), [(True, "Nothing has come yet."), (False, "There is nothing in it.")])
def test_without_rows_the_table_says_why(build: Callable[..., TrafficTable], tails: bool, sentence: str) -> None:
    table = build(Ledger(), tails=tails)
    before = table.view.grab().toImage()
    assert table.view.accessibleDescription() == sentence
    table.view.set_nothing("")
    assert table.view.grab().toImage() != before


def test_a_filter_that_nothing_fits_says_so(build: Callable[..., TrafficTable], qtbot: QtBot) -> None:
    table = build(crowd(50))
    assert table.view.accessibleDescription() == ""
    assert table.view.verticalScrollBar().isEnabled()
    filtered(table, "no:999999")
    assert table.view.accessibleDescription() == "No row fits the filter."
    qtbot.waitUntil(lambda: not table.view.verticalScrollBar().isEnabled())
    filtered(table, "")
    assert table.view.accessibleDescription() == ""
