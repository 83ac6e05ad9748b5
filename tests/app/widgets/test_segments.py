"""Segments: one value is on, a click asks for another and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def test_a_click_asks_only(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    row = Segments()
    row.set_choices([("en", "EN"), ("zh_CN", "中文")])
    row.set_value("en")
    shown(row)
    with qtbot.waitSignal(row.chosen) as heard:
        qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["zh_CN"]
    assert row.value() == "en"


def test_buttons_stay_while_their_words_change(shown: Callable[..., QWidget]) -> None:
    row = Segments(small=True)
    row.set_choices([(1, "one"), (2, "two")])
    kept = list(row.buttons)
    row.set_choices([(1, "一"), (2, "二")])
    assert row.buttons == kept
    assert [button.text() for button in row.buttons] == ["一", "二"]
    row.set_choices([(1, "1")])
    assert len(row.buttons) == 1
    assert row.value() is None


def test_fewer_choices_take_less_room_at_once(shown: Callable[..., QWidget]) -> None:
    row = Segments(small=True)
    row.set_choices([(1, "one"), (2, "two"), (3, "three")])
    shown(row)
    wide = row.sizeHint().width()
    row.set_choices([(1, "one")])
    layout = row.layout()
    assert layout is not None
    layout.activate()
    assert row.sizeHint().width() < wide / 2
    assert [button.text() for button in row.findChildren(type(row.buttons[0])) if button.isVisible()] == ["one"]
