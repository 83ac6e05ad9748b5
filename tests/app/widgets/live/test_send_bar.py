"""The bottom bar of Live: what is typed is checked at each key."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.live.drafts import KINDS, Draft, Piece
from app.translate import Translators
from app.widgets.live.send_bar import SendBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def bar(shown: Callable[..., SendBar], qapp: QApplication) -> SendBar:
    """A bar with one peer, in English with its plurals."""
    Translators(qapp).use("en")
    bar = shown(SendBar(), 1200, 80)
    bar.set_targets((), 1)
    return bar


def _sent(bar: SendBar) -> list[Draft]:
    drafts: list[Draft] = []
    bar.sent.connect(drafts.append)
    return drafts


def test_enter_sends_what_stands_there(bar: SendBar) -> None:
    drafts = _sent(bar)
    bar.line.setFocus()
    QTest.keyClicks(bar.line, "Hello")
    assert bar.hint.text() == "5 bytes"
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert drafts == [Draft("text", (Piece(1, b"Hello"),))]
    assert bar.line.text() == ""


@pytest.mark.parametrize(
    ("kind", "typed", "wrong", "says", "sendable"),
    [
        ("binary", "0g", True, "“g” is no hex digit.", False),
        ("binary", "", False, "", True),
        ("raw", "", False, "", False),
        ("close", "1000 bye", False, "5 bytes", True),
        ("close", "1006", False, "1006 must not stand in a Close frame (RFC 6455 section 7.4).", True),
        ("close", "99999", True, "A close code has two bytes: it is at most 65535.", False),
        ("fragments", "a|b|c", False, "3 bytes in 3 frames", True),
    ],
)
def test_what_is_wrong_is_said_while_typing(
    bar: SendBar, kind: str, typed: str, wrong: bool, says: str, sendable: bool
) -> None:
    bar.set_kind(kind)  # type: ignore[arg-type]
    bar.line.setText(typed)
    assert (bar.line.wrong, bar.hint.text(), bar.send.isEnabled()) == (wrong, says, sendable)


def test_nothing_is_sent_to_nobody(bar: SendBar) -> None:
    drafts = _sent(bar)
    bar.set_targets((), 0)
    bar.line.setText("Hello")
    assert not bar.send.isEnabled()
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert drafts == []
    assert bar.line.placeholderText() == "Nobody is connected yet"


@pytest.mark.parametrize(
    ("targets", "words"),
    [((), "Message to all open peers"), ((3,), "Message to peer #3"), ((1, 2), "Message to 2 peers")],
)
def test_the_line_says_who_gets_it(bar: SendBar, targets: tuple[int, ...], words: str) -> None:
    bar.set_targets(targets, 3)
    assert bar.line.placeholderText() == words


def test_each_kind_keeps_what_was_typed_for_it(bar: SendBar) -> None:
    bar.line.setText("Hello")
    bar.set_kind("binary")
    bar.line.setText("0102")
    bar.set_kind("text")
    assert bar.line.text() == "Hello"
    assert bar.kinds.value() == "text"


def test_up_brings_back_what_was_sent(bar: SendBar) -> None:
    for text in ("one", "two"):
        bar.line.setText(text)
        bar.send.click()
    bar.line.setFocus()
    QTest.keyClick(bar.line, Qt.Key.Key_Up)
    assert bar.line.text() == "two"
    QTest.keyClick(bar.line, Qt.Key.Key_Up)
    assert bar.line.text() == "one"
    QTest.keyClick(bar.line, Qt.Key.Key_Down)
    QTest.keyClick(bar.line, Qt.Key.Key_Down)
    assert bar.line.text() == ""


@pytest.mark.parametrize("width", [1200, 1440])
def test_everything_has_room(bar: SendBar, width: int) -> None:
    bar.resize(width, 80)
    parts = (bar.kinds, bar.line, bar.send, bar.lab, bar.export)
    for left, right in pairwise(parts):
        assert left.geometry().right() < right.geometry().left()
    assert bar.export.geometry().right() <= width - 24
    assert bar.line.width() >= 180
    assert len(bar.kinds.buttons) == len(KINDS)


def test_the_record_button_is_on_or_off(bar: SendBar) -> None:
    told: list[bool] = []
    bar.recording_toggled.connect(told.append)
    bar.record.click()
    bar.record.click()
    assert told == [False, True]
