"""The message strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.widgets import message_strip
from app.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("kind", "glyph"), [("notice", "warning"), ("error", "cross"), ("done", "tick")])
def test_it_shows_and_names_a_sentence(shown: Callable[..., QWidget], kind: str, glyph: str) -> None:
    strip = MessageStrip()
    shown(strip, 1200, 44)
    strip.show_message("The port is in use.", kind)  # type: ignore[arg-type]
    assert strip.words.text() == strip.accessibleName() == "The port is in use."
    assert strip._glyph.glyph == glyph


def test_the_same_sentence_is_announced_once(shown: Callable[..., QWidget], monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(message_strip, "announce", lambda _widget, sentence: heard.append(sentence))
    strip = MessageStrip()
    shown(strip, 1200, 44)
    for sentence in ("The port is in use.", "The port is in use.", "It is free."):
        strip.show_message(sentence, "error")
    strip.clear()
    strip.show_message("It is free.", "error")
    assert heard == ["The port is in use.", "It is free.", "It is free."]


def test_it_is_dismissed(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    strip = MessageStrip()
    strip.show_message("The port is in use.")
    shown(strip, 1200, 44)
    with qtbot.waitSignal(strip.dismissed):
        qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert strip.words.text() == ""
