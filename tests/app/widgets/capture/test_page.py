"""The Capture page: what it shows, and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from traffic_support import incident

from app.widgets.capture.page import CapturePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(shown: Callable[..., QWidget]) -> CapturePage:
    made = CapturePage()
    ledger = incident()
    shown(made, 1440, 852)
    made.rows.set_ledger(ledger)
    made.cards.set_ledger(ledger)
    made.set_opened(True)
    return made


def test_without_a_file_there_is_an_invitation(page: CapturePage) -> None:
    assert not page.invitation.isVisible()
    page.set_opened(False)
    assert page.invitation.isVisible()
    assert not page.connections.isVisible()
    assert not page.referee.isVisible()
    assert page.bar.isVisible()


def test_a_card_filters_its_connection_and_again_all(page: CapturePage) -> None:
    page.connections.picked.emit(2)
    assert page.filter.text() == "conn:2"
    assert page.connections.list.chosen_number == 2
    assert "peer" not in page.table.names
    page.connections.picked.emit(3)
    assert page.filter.text() == "conn:3"
    page.connections.picked.emit(3)
    assert page.filter.text() == ""
    assert page.connections.list.chosen_number == 0
    assert "peer" in page.table.names


def test_the_selection_stays_when_the_filter_lets_it(page: CapturePage, qtbot: QtBot) -> None:
    ledger = page.rows.ledger
    assert ledger is not None
    row = next(place for place in range(len(ledger)) if "no mask" in ledger.preview(place))
    page.table.choose(row)
    page.filter.set_text("conn:2")
    qtbot.waitUntil(lambda: page.table.current() == row)
    page.filter.set_text("conn:1")
    qtbot.waitUntil(lambda: not page.rows.busy)
    assert page.table.current() == -1


def test_going_to_a_hidden_row_takes_the_filter_away(page: CapturePage, qtbot: QtBot) -> None:
    page.filter.set_text("conn:1")
    page.filter.set_on(["gaps"])
    qtbot.waitUntil(lambda: not page.rows.busy)
    page.go_to(12)
    assert page.filter.text() == ""
    assert page.filter.on() == ()
    assert page.table.current() == 12


def test_where_only_one_pane_has_room(page: CapturePage) -> None:
    assert page.connections.isVisible()
    assert page.referee.isVisible()
    assert not page.heading.pane.isVisible()
    page.resize(1280, 752)
    assert not page.connections.isVisible()
    assert page.referee.isVisible()
    page.do("capture.pane")
    assert page.connections.isVisible()
    assert not page.referee.isVisible()
    page.resize(1440, 852)
    assert page.connections.isVisible()
    assert page.referee.isVisible()


@pytest.mark.parametrize("size", [(1200, 712), (1280, 752), (1440, 852), (1920, 1032)])
def test_every_part_has_room(page: CapturePage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page.resize(*size)
    qtbot.waitUntil(lambda: page.table.view.columns["preview"].width > 100)
    assert page.width() == size[0]
    assert page.table.view.height() > 5 * 21
    assert page.details.height() >= page.details.minimumHeight()
    assert page.overview.figure.height() > 90


def test_presenting_leaves_the_table_and_the_referee(page: CapturePage) -> None:
    page.set_presenting(True)
    assert not page.bar.isVisible()
    assert not page.connections.isVisible()
    assert page.referee.isVisible()
    page.set_presenting(False)
    assert page.bar.isVisible()


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("capture.open", "open"),
        ("capture.close", "close"),
        ("capture.stop", "stop"),
        ("capture.before", "before"),
        ("capture.after", "after"),
        ("capture.lab", "lab"),
        ("capture.story", "story"),
        ("export", "report"),
        ("copy", "copy"),
    ],
)
def test_actions(page: CapturePage, qtbot: QtBot, action: str, asked: str) -> None:
    with qtbot.waitSignal(page.asked) as told:
        page.do(action)
    assert told.args == [asked]


def test_find_and_leave(page: CapturePage) -> None:
    page.do("capture.find")
    assert page.filter.edit.hasFocus()
    page.do("capture.rows")
    assert page.table.view.hasFocus()
    page.table.choose(3)
    page.do("leave")
    assert page.table.current() == -1
    page.do("no such action")


def test_a_dropped_file_is_opened(page: CapturePage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.pcapng")])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    with qtbot.waitSignal(page.file_dropped) as dropped:
        page.dropEvent(drop)
    assert dropped.args == ["/tmp/a.pcapng"]
    words = QMimeData()
    words.setText("no file")
    other = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, words, buttons, keys)
    other.ignore()
    page.dragEnterEvent(other)
    assert not other.isAccepted()
