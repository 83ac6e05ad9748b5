"""The Lab as a whole: what the reader does to its page comes out as bytes, and nothing is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.fonts import load_fonts
from app.drawing.theme import CONTRAST, DARK, LIGHT
from app.lab import LabDesk, make_page
from app.plain_words import plain_words
from app.translate import QtWords, Translators
from app.widgets.lab.page import BENCHES
from app.widgets.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.widgets.lab.page import LabPage

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LabPage]:
    load_fonts("en")
    page = make_page()
    qtbot.addWidget(page)
    page.resize(1440, 852)
    with qtbot.waitExposed(page):
        page.show()
    page.set_look(Look(LIGHT, "en"))
    return page


@pytest.fixture
def desk(page: LabPage) -> LabDesk:
    desk = page.findChild(LabDesk)
    assert desk is not None
    return desk


def test_bits_fields_and_hex_are_one_frame(page: LabPage, desk: LabDesk) -> None:
    assert desk.frame.draft.data == HELLO
    page.stage.canvas.bit_set.emit(7, 0)
    page.stage.canvas.bit_set.emit(4, 1)
    page.stage.canvas.bit_set.emit(7, 1)
    assert page.frame.opcode.value == 9
    page.frame.edited.emit("payload", b"Hi")
    assert desk.frame.draft.data == bytes.fromhex("898237fa213d7f93")
    page.stage.canvas.byte_set.emit(0, 0x09)
    assert page.frame.fin.value == 0
    assert page.frame.banner.head.text() == "1 violation"


def test_every_edit_is_one_step_back(page: LabPage, desk: LabDesk) -> None:
    page.frame.edited.emit("fin", 0)
    page.stage.canvas.stroke.emit(True)
    for bit in (1, 2, 3):
        page.stage.canvas.bit_set.emit(bit, 1)
    page.stage.canvas.stroke.emit(False)
    page.do("undo")
    assert desk.frame.draft.data[0] == 0x01
    page.do("undo")
    assert desk.frame.draft.data == HELLO
    assert not page.bar.undo.isEnabled()
    page.do("redo")
    page.do("redo")
    assert desk.frame.draft.data[0] == 0x71
    page.do("reset")
    assert desk.frame.draft.data == HELLO


def test_undo_in_a_field_is_that_of_the_bench(page: LabPage, desk: LabDesk, qtbot: QtBot) -> None:
    page.activateWindow()
    field = page.frame.payload.field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "!")
    assert desk.frame.draft.body == b"Hello!"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.frame.draft.body == b"Hello"
    assert field.text() == "Hello"
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.frame.draft.body == b"Hello!"


def test_a_frame_of_the_gallery_and_its_repair(page: LabPage, desk: LabDesk) -> None:
    page.navigation.chosen.emit("frame", "ping-fin")
    assert page.frame.banner.head.text() == "1 violation"
    page.frame.chips.chips[0].click()
    assert page.frame.banner.head.text() == "Valid client frame"
    current = [row.row.id for row in page.navigation.rows if row.row.current]
    assert current == ["frame", "ping-fin"]


def test_bytes_from_elsewhere_and_to_a_connection(page: LabPage, desk: LabDesk) -> None:
    page.open_frame(bytes.fromhex("8900"), from_client=False)
    assert page.frame.banner.head.text() == "Valid server frame"
    sent: list[tuple[bytes, bool]] = []
    page.send_wanted.connect(lambda data, from_client: sent.append((data, from_client)))
    page.do("send")
    assert sent == [(b"\x89\x00", False)]
    page.do("copy")
    assert QGuiApplication.clipboard().text() == "89 00"


def test_a_paste_is_read_or_one_sentence_is_said(page: LabPage, desk: LabDesk) -> None:
    said: list[tuple[str, str]] = []
    page.message.connect(lambda *args: said.append(args))
    page.text_pasted.emit("{0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f}")
    assert desk.frame.draft.data.hex() == "810548656c6c6f"
    page.text_pasted.emit("no bytes")
    page.text_pasted.emit("81" * 1_000_000)
    assert [kind for _, kind in said] == ["error", "notice", "error"]
    assert "“n” at character 1" in said[0][0]
    assert not said[1][0]
    assert desk.frame.draft.data.hex() == "810548656c6c6f"
    page.frame.edited.emit("opcode", 2)
    assert said[-1] == ("", "notice")  # what is mended is no longer complained of
    page.frame.edited.emit("opcode", 1)
    assert len(said) == 4


def test_what_cannot_be_says_why_and_changes_nothing(page: LabPage, desk: LabDesk) -> None:
    said: list[str] = []
    page.message.connect(lambda sentence, _kind: said.append(sentence))
    page.frame.edited.emit("payload", bytes(200))
    before = desk.frame.draft
    page.frame.edited.emit("form", 7)
    assert desk.frame.draft == before
    assert said == ["7 bits cannot hold the length 200: 125 is the greatest."]


@pytest.mark.parametrize("look", [Look(LIGHT, "en"), Look(DARK, "en"), Look(CONTRAST, "zh_CN")])
def test_every_bench_keeps_its_state(page: LabPage, desk: LabDesk, look: Look) -> None:
    page.frame.edited.emit("payload", b"kept")
    pictures = set()
    for name in BENCHES:
        page.navigation.chosen.emit("bench", name)
        page.set_look(look)
        assert page.panes[name].isVisible()
        pictures.add(page.stage.canvas.grab().toImage().cacheKey())
        assert page.stage.canvas.scene.title
    assert len(pictures) == len(BENCHES)
    page.navigation.chosen.emit("bench", "frame")
    assert desk.frame.draft.body == b"kept"


def test_the_other_benches_are_edited(page: LabPage, desk: LabDesk) -> None:
    page.navigation.chosen.emit("bench", "heads")
    page.heads.edited.emit("key", "c2hvcnQ=")
    assert page.heads.banner.head.text() == "The server refuses it"
    page.navigation.chosen.emit("bench", "text")
    page.stage.canvas.activated.emit("cut.2")
    assert 2 in desk.text.draft.cuts
    page.stage.canvas.cut_moved.emit(2, 4)
    assert desk.text.draft.cuts[0] == 4
    page.navigation.chosen.emit("bench", "mask")
    page.mask_bench.edited.emit("wire", b"\x7f\x9f")
    assert desk.mask.draft.payload == b"He"
    page.navigation.chosen.emit("bench", "close")
    page.stage.canvas.activated.emit("code.1006")
    assert desk.close_bench.draft.code == 1006
    assert page.close_bench.banner.head.text() == "1 violation"
    page.do("undo")
    assert desk.close_bench.draft.code == 1000


def test_the_next_frame_of_a_paste(page: LabPage, desk: LabDesk) -> None:
    page.text_pasted.emit(HELLO.hex() + "8900")
    assert page.frame.more.isVisible()
    page.frame.more.chips[0].click()
    assert desk.frame.draft.data == b"\x89\x00"
    page.do("send")
    assert desk.frame.draft.everything == HELLO + b"\x89\x00"


def test_in_a_narrow_window_both_sides_share_one_place(page: LabPage) -> None:
    page.resize(1240, 700)
    assert (page.navigation.isVisible(), page.side.isVisible()) == (False, True)
    page.drawer.click()
    assert (page.navigation.isVisible(), page.side.isVisible()) == (True, False)


def test_what_is_exported_is_the_figure_for_paper(page: LabPage, desk: LabDesk) -> None:
    asked = []
    page.figure_wanted.connect(asked.append)
    page.do("export")
    page.navigation.chosen.emit("bench", "close")
    page.do("export")
    frame, close = asked
    assert frame.caption(plain_words("en")).startswith("A masked text frame from client to server, 11 bytes")
    assert close.caption(plain_words("en")) == "Close and errors: Close 1000 “done”, masked."


def test_presented_the_stage_is_alone_and_bare(page: LabPage) -> None:
    page.set_presenting(on=True)
    assert (page.navigation.isVisible(), page.side.isVisible(), page.bar.isVisible()) == (False, False, False)
    assert page.stage.canvas.scene.find("stage.title") is None
    page.set_presenting(on=False)
    assert page.stage.canvas.scene.find("stage.title") is not None
    assert page.bar.isVisible()


def test_no_part_of_the_page_is_a_window_of_its_own(page: LabPage, desk: LabDesk) -> None:
    for name in BENCHES:
        desk.open_bench(name)
    assert [type(widget).__name__ for widget in page.findChildren(QWidget) if widget.isWindow()] == []
    strays = [
        widget for widget in QApplication.topLevelWidgets() if type(widget).__module__.startswith("app.widgets.lab")
    ]
    assert [type(widget).__name__ for widget in strays if widget is not page] == []


def test_why_a_text_is_no_head_is_said_in_the_language(page: LabPage, desk: LabDesk, translators: Translators) -> None:
    page.navigation.chosen.emit("bench", "heads")
    page.heads.edited.emit("head", "GET /")
    assert desk.heads.shown(QtWords("en", lambda *_: "")).problem.startswith("The first line is not a request line: ")
    translators.use("zh_CN")
    assert desk.heads.shown(QtWords("zh_CN", lambda *_: "")).problem.startswith("第一行不是请求行：")
