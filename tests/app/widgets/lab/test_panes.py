"""The panes of the other benches: what is typed is told, what is given is shown, and nothing is told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.model.lab.shown import Banner, CloseShown, Fragment, HeadsShown, MaskShown, RuleRow, TextShown
from app.widgets.lab.bar import LabBar
from app.widgets.lab.close_pane import ClosePane
from app.widgets.lab.heads_pane import HeadsPane
from app.widgets.lab.mask_pane import MaskPane
from app.widgets.lab.pane import BenchPane
from app.widgets.lab.text_pane import TextPane
from app.widgets.lab.verdict import RuleList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def listening(pane: BenchPane) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    pane.edited.connect(lambda name, value: heard.append((name, value)))
    return heard


def test_heads(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    pane = HeadsPane()
    shown(pane, 312, 800)
    heard = listening(pane)
    refused: list[int] = []
    pane.too_long.connect(refused.append)
    pane.set_shown(HeadsShown(head="GET / HTTP/1.1", key="abc", side="answer", own=True, problem="No head."))
    assert heard == []
    assert pane.head.property("wrong")
    assert pane.again.isVisible()
    pane.again.click()
    qtbot.keyClicks(pane.compared, "x")
    pane.key.end(False)
    qtbot.keyClicks(pane.key, "d")
    pane.head.moveCursor(pane.head.textCursor().MoveOperation.End)
    qtbot.keyClick(pane.head, Qt.Key.Key_Return)
    assert heard == [("own", False), ("compared", "x"), ("key", "abcd"), ("head", "GET / HTTP/1.1\n")]
    QGuiApplication.clipboard().setText("x" * 1_000_000)
    qtbot.keyClick(pane.key, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.head, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(refused) == 2


def test_text(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    pane = TextPane()
    shown(pane, 312, 800)
    heard = listening(pane)
    fragments = (Fragment("fragment 1", "FIN 0", True), Fragment("fragment 2", "FIN 1", False))
    pane.set_shown(TextShown(Banner("ok", "Valid UTF-8"), b"abc", "3 bytes", fragments=fragments))
    pane.rows[0].more.click()
    pane.binary.click()
    pane.payload.field.end(False)
    qtbot.keyClicks(pane.payload.field, "d")
    assert heard == [("move", (0, 1)), ("binary", True), ("payload", b"abcd")]
    assert not pane.rows[1].more.isVisible()
    assert pane.rows[0].less.accessibleName() == "End of fragment 1, one byte earlier"


def test_mask(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    pane = MaskPane()
    shown(pane, 312, 800)
    heard = listening(pane)
    pane.set_shown(MaskShown(Banner("note", "XOR"), b"\1\2\3\4", b"a", "1 byte", b"\x60"))
    pane.key[0].clear()
    qtbot.keyClicks(pane.key[0], "ff")
    pane.wire.field.end(False)
    qtbot.keyClicks(pane.wire.field, "61")
    assert heard == [("key", b"\xff\2\3\4"), ("wire", b"\x60\x61")]
    assert pane.wire.shows_hex


def test_close(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    pane = ClosePane()
    shown(pane, 312, 800)
    heard = listening(pane)
    pane.set_shown(CloseShown(code="1000", reason="x", body=b"\x03\xe8x", told=(("Client", "1000, clean"),)))
    assert heard == []
    pane.code.clear()
    qtbot.keyClicks(pane.code, "3x")
    assert pane.code.property("wrong")
    pane.code.clear()
    qtbot.keyClicks(pane.code, "4")
    qtbot.keyClick(pane.code, Qt.Key.Key_Backspace)
    pane.reason.end(False)
    qtbot.keyClicks(pane.reason, "y")
    assert heard == [("code", 3), ("code", 4), ("code", None), ("reason", b"xy")]
    assert [who.isVisible() for who, _ in pane.told] == [True, False]
    pane.set_shown(CloseShown(code="1000", reason=None, body=b"\x03\xe8\xff"))
    assert pane.reason.isReadOnly()


def test_the_rules_of_a_list_have_one_size(shown: Callable[..., QWidget]) -> None:
    rules = RuleList()
    long = RuleRow("long", "holds", "Control payload is at most 125 bytes", "§ 5.5.1")
    rules.set_rows((long, RuleRow("short", "holds", "Short", "§ 8.1")))
    shown(rules, 264, 60)
    first, second = rules.boxes
    assert first.text_size == second.text_size < 15
    rules.set_rows((RuleRow("short", "holds", "Short", "§ 8.1"),))
    assert first.text_size == 15


def test_the_bar_leaves_out_its_headline_before_it_cuts_the_sentence(shown: Callable[..., QWidget]) -> None:
    bar = LabBar()
    sentence = "11 bytes for 5 characters: 2 bytes of flags and length, 4 of key, 5 of payload."
    bar.set_wire("Wire size", sentence, ())
    shown(bar, 1440, 80)
    assert bar.words.text() == f"Wire size  {sentence}"
    bar.resize(1280, 80)
    assert bar.words.text() == sentence
