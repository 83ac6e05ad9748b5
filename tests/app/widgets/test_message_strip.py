"""The message strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("kind", "glyph"), [("notice", "warning"), ("error", "cross")])
def test_it_shows_and_names_a_sentence(shown: Callable[..., QWidget], kind: str, glyph: str) -> None:
    strip = MessageStrip()
    shown(strip, 1200, 44)
    strip.show_message("The port is in use.", kind)  # type: ignore[arg-type]
    assert strip.words.text() == strip.accessibleName() == "The port is in use."
    assert strip._glyph.glyph == glyph


def test_it_is_dismissed(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    strip = MessageStrip()
    strip.show_message("The port is in use.")
    shown(strip, 1200, 44)
    with qtbot.waitSignal(strip.dismissed):
        qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert strip.words.text() == ""
