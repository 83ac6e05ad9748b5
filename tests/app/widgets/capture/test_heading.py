"""The title line of Capture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.widgets.capture.heading import Heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def test_the_file_and_its_remarks(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    heading = Heading()
    shown(heading, 840, 32)
    assert not heading.remarks.isVisible()
    heading.set_file("chat.pcapng", "13 frames")
    heading.set_remarks(3)
    assert (heading.title.text(), heading.under.text()) == ("chat.pcapng", "13 frames")
    assert heading.remarks.isVisible()
    assert "3 remark" in heading.remarks.text()
    with qtbot.waitSignal(heading.remarks_wanted):
        qtbot.mouseClick(heading.remarks, Qt.MouseButton.LeftButton)
    heading.set_remarks(0)
    assert not heading.remarks.isVisible()


def test_a_long_name_leaves_room_for_the_buttons(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    heading = Heading()
    shown(heading, 700, 32)
    heading.set_file("x" * 300 + ".pcapng", "13 frames, 3 connections")
    heading.set_remarks(12)
    qtbot.waitUntil(lambda: heading.remarks.width() >= heading.remarks.sizeHint().width())
    assert heading.remarks.geometry().right() <= 700
