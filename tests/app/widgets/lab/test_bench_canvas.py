"""The stage of the bench: a click turns a bit over, dragging paints, keys move, set and type; Ctrl jumps by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from app.drawing.hits import bounds
from app.figures.lab_frame import Bench, draw
from app.model.lab.frame_reading import read_first
from app.widgets.lab.bench_canvas import BenchCanvas
from protocol.vocabulary import Role
from tests.figures_support import plain_room as room

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")
PREFIX = "frame.client.0/"


@pytest.fixture
def canvas(shown: Callable[..., QWidget]) -> BenchCanvas:
    canvas = BenchCanvas()
    shown(canvas, 888, 772)
    put(canvas, HELLO)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    return canvas


def put(canvas: BenchCanvas, data: bytes) -> None:
    reading = read_first(data)
    canvas.data = data
    canvas.show_scene(
        draw(Bench(reading.frame, Role.CLIENT, reading.known, reading.missing, ()), room()), animate=False
    )


def at(canvas: BenchCanvas, mark_id: str) -> QPoint:
    mark = canvas.scene.find(PREFIX + mark_id)
    assert mark is not None
    return canvas.to_widget(bounds(mark)).center().toPoint()


def focused(canvas: BenchCanvas) -> str:
    assert canvas.current is not None
    return canvas.current.id.removeprefix(PREFIX)


def press(qtbot: QtBot, canvas: BenchCanvas, *keys: Qt.Key, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(canvas, key, modifier)


def test_a_click_turns_a_bit_over(canvas: BenchCanvas, qtbot: QtBot) -> None:
    heard: list[object] = []
    canvas.bit_set.connect(lambda *args: heard.append(args))
    canvas.stroke.connect(heard.append)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "bit.4"))
    assert heard == [True, (4, 1), False]
    assert canvas.pinned[0] == "bit:4"


def test_dragging_paints_the_first_value(canvas: BenchCanvas, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    canvas.bit_set.connect(lambda *args: heard.append(args))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "bit.4"))
    for bit in (5, 6, 7, 8, 9):
        qtbot.mouseMove(canvas, at(canvas, f"bit.{bit}"))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "bit.9"))
    assert heard == [(4, 1), (5, 1), (6, 1), (7, 1), (9, 1)]
    qtbot.mouseMove(canvas, at(canvas, "bit.12"))
    assert len(heard) == 5


def test_a_bit_of_the_masking_table_is_turned_over(canvas: BenchCanvas, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    canvas.bit_set.connect(lambda *args: heard.append(args))
    mark = canvas.scene.find(PREFIX + "table/0/2")
    assert mark is not None
    area = canvas.to_widget(bounds(mark))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(area.left() + 3), round(area.center().y())))
    assert heard == [(48, 1)]


def test_arrows_move_and_keys_set(canvas: BenchCanvas, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    canvas.bit_set.connect(lambda *args: heard.append(args))
    press(qtbot, canvas, Qt.Key.Key_Right)
    assert focused(canvas) == "bit.0"
    press(qtbot, canvas, Qt.Key.Key_Right, Qt.Key.Key_Space)
    press(qtbot, canvas, Qt.Key.Key_1, Qt.Key.Key_0)
    assert heard == [(1, 1), (1, 1), (2, 0)]
    assert focused(canvas) == "bit.3"
    press(qtbot, canvas, Qt.Key.Key_Down)
    assert focused(canvas) == "bit.35"
    press(qtbot, canvas, Qt.Key.Key_End)
    assert focused(canvas) == "bit.87"


def test_ctrl_jumps_by_field(canvas: BenchCanvas, qtbot: QtBot) -> None:
    press(qtbot, canvas, Qt.Key.Key_Right)
    found = []
    for _ in range(6):
        press(qtbot, canvas, Qt.Key.Key_Right, ctrl=True)
        found.append(focused(canvas))
    assert found == ["bit.1", "bit.4", "bit.8", "bit.9", "bit.16", "bit.48"]
    press(qtbot, canvas, Qt.Key.Key_Left, ctrl=True)
    assert focused(canvas) == "bit.16"


def test_hex_is_typed_below_the_grid(canvas: BenchCanvas, qtbot: QtBot) -> None:
    heard: list[object] = []
    canvas.byte_set.connect(lambda *args: heard.append(args))
    canvas.byte_inserted.connect(heard.append)
    canvas.byte_removed.connect(heard.append)
    press(qtbot, canvas, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 3)
    assert focused(canvas) == "byte.8"
    press(qtbot, canvas, Qt.Key.Key_Home, Qt.Key.Key_8, Qt.Key.Key_A)
    assert heard == [(0, 0x81), (0, 0x8A)]
    assert focused(canvas) == "byte.1"
    press(qtbot, canvas, Qt.Key.Key_Insert, Qt.Key.Key_Delete)
    assert heard[2] == 2
    press(qtbot, canvas, Qt.Key.Key_Up)
    assert focused(canvas).startswith("bit.")


def test_without_bytes_nothing_is_edited(canvas: BenchCanvas, qtbot: QtBot) -> None:
    canvas.data = None
    heard: list[object] = []
    canvas.bit_set.connect(lambda *args: heard.append(args))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "bit.4"))
    press(qtbot, canvas, Qt.Key.Key_Space, Qt.Key.Key_1)
    assert heard == []


def test_the_ruler_shows_the_bit(canvas: BenchCanvas, qtbot: QtBot) -> None:
    before = canvas.grab().toImage()
    press(qtbot, canvas, Qt.Key.Key_Right)
    assert [mark.id for mark in canvas._ruler()] == ["ruler/ground", PREFIX + "ruler.0"]
    assert canvas.grab().toImage() != before
    area = canvas.to_widget(bounds(canvas.tip[0]))
    ruler = canvas.scene.find(PREFIX + "ruler.0")
    assert ruler is not None
    assert area.bottom() <= canvas.to_widget(bounds(ruler)).top() + 1
