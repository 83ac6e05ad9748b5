"""The rows are painted whole, in the colours of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from traffic_support import incident

from app.drawing.theme import THEMES
from app.model.traffic.rows import RowsModel
from app.widgets.look import Look
from app.widgets.traffic.columns import ROW, placed
from app.widgets.traffic.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Holder(QWidget):
    """A window with a look."""

    def __init__(self, theme: str, ledger: object) -> None:
        super().__init__()
        self.look = Look(THEMES[theme])
        self.model = RowsModel(self)
        self.model.set_ledger(ledger)  # type: ignore[arg-type]
        self.view = RowView(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def lay_out(self) -> None:
        names = ("number", "time", "way", "opcode", "fin", "payload", "verdict", "preview")
        self.view.set_columns(placed(names, self.look, self.view.viewport().width(), 100))  # type: ignore[arg-type]


@pytest.fixture
def holder(request: pytest.FixtureRequest, shown: Callable[..., QWidget]) -> Holder:
    made = Holder(getattr(request, "param", "light"), incident())
    shown(made, 860, 21 * 20)
    made.lay_out()
    return made


def test_each_row_has_its_place(holder: Holder) -> None:
    assert holder.view.rowViewportPosition(3) == 3 * ROW
    assert holder.view.seen()[0] == 0
    assert holder.view.shows(0)
    assert not holder.view.shows(10_000)


@pytest.mark.parametrize("holder", ["light", "dark"], indirect=True)
def test_a_violation_is_tinted_and_a_selected_row_has_its_bar(holder: Holder) -> None:
    ledger = holder.model.ledger
    assert ledger is not None
    wrong = next(place for place in range(len(ledger)) if "no mask" in ledger.preview(place))
    fine = next(place for place in range(len(ledger)) if "Hello" in ledger.preview(place))
    holder.view.setCurrentIndex(holder.model.index(fine, 0))
    picture = holder.view.viewport().grab().toImage()
    right = holder.view.viewport().width() - 3
    tint = picture.pixelColor(right, wrong * ROW + ROW // 2)
    assert tint.name().upper() == holder.look.theme.colour("err.tint")
    bar = picture.pixelColor(2, fine * ROW + ROW // 2)
    assert bar.name().upper() == holder.look.theme.colour("ink")
    selected = picture.pixelColor(right, fine * ROW + ROW // 2)
    assert selected.name().upper() == holder.look.theme.colour("sel")


@pytest.mark.parametrize("holder", ["contrast"], indirect=True)
def test_without_shades_a_frame_tells_the_selection(holder: Holder) -> None:
    holder.view.setCurrentIndex(holder.model.index(3, 0))
    picture = holder.view.viewport().grab().toImage()
    assert picture.pixelColor(400, 3 * ROW + 1).name() == "#000000"
    assert picture.pixelColor(holder.view.viewport().width() - 4, 3 * ROW + ROW // 2).name() == "#ffffff"


def test_other_keys_belong_to_the_window(holder: Holder) -> None:
    for key, text in ((Qt.Key.Key_Slash, "/"), (Qt.Key.Key_P, "p"), (Qt.Key.Key_Escape, ""), (Qt.Key.Key_Left, "")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        holder.view.keyPressEvent(event)
        assert not event.isAccepted()
    assert not holder.view.currentIndex().isValid()


def test_a_click_below_the_rows_clears(holder: Holder, qtbot: QtBot) -> None:
    holder.resize(860, 21 * 40)
    holder.view.setCurrentIndex(holder.model.index(0, 0))
    with qtbot.waitSignal(holder.view.cleared):
        qtbot.mouseClick(holder.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 21 * 35))


def test_without_rows_nothing_is_seen(holder: Holder) -> None:
    holder.model.set_ledger(None)
    assert holder.view.seen() == (-1, -1)
    holder.view.viewport().grab()
