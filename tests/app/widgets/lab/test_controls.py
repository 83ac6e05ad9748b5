"""The small controls: what they look like in each state, and what a click or a key says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.model.lab.shown import ChipRow, Group, Row
from app.widgets.lab.bar import LabBar, WireBar
from app.widgets.lab.chips import Chips
from app.widgets.lab.controls import BitButton, Check, Pick
from app.widgets.lab.navigation import LabNavigation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def test_a_bit_looks_as_in_the_grid(shown: Callable[..., QWidget]) -> None:
    bit = BitButton("op")
    shown(bit, 28, 28)
    pictures = []
    for value, broken in ((0, False), (1, False), (1, True)):
        bit.set_bit(value, f"opcode {value}", broken=broken)
        pictures.append(bit.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
    assert bit.accessibleName() == "opcode 1"
    assert pictures[1].pixelColor(6, 6).name() == "#d55e00"


def test_a_pick_goes_up_and_down_and_stays_inside(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    pick = Pick()
    shown(pick, 120, 32)
    pick.set_choices([(1, "one"), (2, "two")], 1, "number")
    chosen: list[object] = []
    pick.chosen.connect(chosen.append)
    qtbot.keyClick(pick, Qt.Key.Key_Up)
    qtbot.keyClick(pick, Qt.Key.Key_Down)
    assert chosen == [2]
    assert pick.accessibleName() == "number: one"


def test_a_switch_says_its_state(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    check = Check()
    check.setText("agreed")
    shown(check, 120, 28)
    heard: list[bool] = []
    check.switched.connect(heard.append)
    before = check.grab().toImage()
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert heard == [True, False]
    check.setChecked(True)
    assert check.grab().toImage() != before


def test_chips_say_which_and_hide_without_any(shown: Callable[..., QWidget]) -> None:
    chips = Chips()
    shown(chips, 260, 60)
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    chips.set_row(ChipRow("Repair:", (("fin", "FIN 1"), ("all", "both"))))
    chips.chips[1].click()
    chips.set_row(ChipRow("Repair:", (("rsv", "RSV1 0"),)))
    chips.chips[0].click()
    assert chosen == ["all", "rsv"]
    assert [chip.isVisible() for chip in chips.chips] == [True, False]
    chips.set_row(ChipRow())
    assert not chips.isVisible()


def test_chips_without_a_word_before_them_begin_at_the_edge(shown: Callable[..., QWidget]) -> None:
    chips = Chips()
    chips.set_row(ChipRow("", (("fin", "FIN 1"),)))
    shown(chips, 260, 60)
    assert chips.chips[0].x() == 0
    chips.set_row(ChipRow("Repair:", (("fin", "FIN 1"),)))
    chips.grab()
    assert chips.chips[0].x() > 0


GROUPS = (
    Group("bench", "Lab bench", (Row("frame", "Frame", current=True), Row("text", "UTF-8"))),
    Group("frame", "Valid frames", (Row("hello", "Hello", "81 05"),), tight=True),
)


def test_the_navigation_is_one_tab_stop(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    navigation = LabNavigation()
    navigation.set_groups(GROUPS)
    shown(navigation, 240, 400)
    chosen: list[tuple[str, str]] = []
    navigation.chosen.connect(lambda *ids: chosen.append(ids))
    tab = [bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in navigation.rows]
    assert tab == [True, False, False]
    navigation.rows[0].setFocus()
    for _ in range(3):
        qtbot.keyClick(navigation.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(navigation.focusWidget(), Qt.Key.Key_Return)
    assert chosen == [("frame", "hello")]
    assert navigation.rows[2].accessibleName() == "Hello, 81 05"
    assert [row.height() for row in navigation.rows] == [30, 30, 26]


def test_the_bar_is_split_as_the_bytes_are(shown: Callable[..., QWidget]) -> None:
    wire = WireBar()
    shown(wire, 560, 10)
    wire.set_parts((("rsv", 2), ("key", 4), ("pay", 5)))
    image = wire.grab().toImage()
    names = [image.pixelColor(x, 5).name() for x in (20, 200, 500)]
    assert names == ["#6b7280", "#e69f00", "#009e73"]


def test_the_buttons_of_the_bar_say_what_they_do(shown: Callable[..., QWidget]) -> None:
    bar = LabBar()
    shown(bar, 1200, 80)
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    bar.set_way_back(undo=True, redo=False, reset=True)
    for button in (bar.undo, bar.redo, bar.reset, bar.paste, bar.copy, bar.export, bar.send):
        button.click()
    assert chosen == ["undo", "reset", "paste", "copy", "export", "send"]
    bar.set_can_send(on=False)
    assert not bar.send.isVisible()
