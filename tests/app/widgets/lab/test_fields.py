"""Fields: every keystroke is told, undo belongs to the bench, and no paste is larger than it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.widgets.lab.fields import LineField, TextField, mark_wrong
from app.widgets.lab.payload import TYPED, PayloadEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


def paste(qtbot: QtBot, field: QWidget, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_V, CTRL)


def test_a_line_tells_what_is_typed(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    field = LineField(5)
    shown(field, 100, 32)
    heard: list[str] = []
    field.typed.connect(heard.append)
    field.pasted.connect(lambda text: heard.append(f"pasted {len(text)}"))
    qtbot.keyClicks(field, "ab")
    paste(qtbot, field, "cd")
    paste(qtbot, field, "x" * 2_000_000)
    assert heard == ["a", "ab", "abcd", "pasted 2000000"]
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "abcd"


def test_what_is_being_typed_stays(shown: Callable[..., QWidget]) -> None:
    field = LineField()
    shown(field, 100, 32)
    field.setFocus()
    field.setText("hello")
    field.setCursorPosition(2)
    field.show_text("hello")
    assert field.cursorPosition() == 2
    field.show_text("he")
    assert field.cursorPosition() == 2


def test_a_wrong_field_looks_wrong(shown: Callable[..., QWidget]) -> None:
    field = LineField()
    field.setStyleSheet('QLineEdit { border: 1px solid grey } QLineEdit[wrong="true"] { border: 2px solid red }')
    shown(field, 100, 32)
    before = field.grab().toImage()
    mark_wrong(field, wrong=True)
    assert field.grab().toImage() != before


def test_lines_have_a_limit(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    field = TextField(20)
    shown(field, 200, 100)
    typed: list[str] = []
    refused: list[int] = []
    field.typed.connect(typed.append)
    field.refused.connect(refused.append)
    qtbot.keyClicks(field, "GET")
    paste(qtbot, field, "x" * 3_000_000)
    assert typed == ["G", "GE", "GET"]
    assert refused
    assert refused[0] > 3_000_000
    field.show_text("y" * 20)
    qtbot.keyClicks(field, "z")
    assert field.toPlainText() == "y" * 20
    assert len(refused) == 2


@pytest.fixture
def editor(shown: Callable[..., QWidget]) -> PayloadEditor:
    editor = PayloadEditor()
    shown(editor, 240, 40)
    editor.set_payload(b"Hello")
    return editor


def test_a_payload_is_text_or_hex(editor: PayloadEditor, qtbot: QtBot) -> None:
    heard: list[bytes] = []
    editor.edited.connect(heard.append)
    assert editor.field.text() == "Hello"
    editor.field.end(False)
    editor.field.insert("ü")
    assert heard == ["Helloü".encode()]
    editor.tabs[1].click()
    assert editor.field.text() == "48 65 6c 6c 6f c3 bc"
    editor.field.setText("")
    qtbot.keyClicks(editor.field, "0x41 4")
    assert heard[-1] == b"\x41"
    assert editor.field.property("wrong")


def test_bytes_that_are_no_text_are_shown_as_hex(editor: PayloadEditor) -> None:
    editor.set_payload(b"\xff\x00")
    assert editor.shows_hex
    assert editor.field.text() == "ff 00"
    assert not editor.tabs[0].isEnabled()
    editor.set_payload(b"ok")
    assert editor.field.text() == "ok"


def test_a_long_payload_is_shown_in_part(editor: PayloadEditor) -> None:
    editor.set_payload(b"x" * (TYPED + 1))
    assert editor.field.isReadOnly()
    assert editor.field.text().endswith("…")


def test_a_long_paste_is_the_whole_payload(editor: PayloadEditor, qtbot: QtBot) -> None:
    heard: list[bytes] = []
    editor.edited.connect(heard.append)
    paste(qtbot, editor.field, "y" * 10_000)
    assert heard == [b"y" * 10_000]
