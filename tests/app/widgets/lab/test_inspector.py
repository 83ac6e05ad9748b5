"""The inspector: each control says which field was set to what; what is shown is what it was given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from app.model.lab.shown import Banner, ChipRow, FrameShown, RuleRow
from app.widgets.lab.inspector import FrameInspector

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

SHOWN = FrameShown(
    banner=Banner("ok", "Valid client frame", "11 bytes"),
    rules=(
        RuleRow("frame.rsv", "holds", "RSV bits are 0", "§5.2", "Holds.", ("rule:frame.rsv", "bit:1")),
        RuleRow("frame.opcode", "holds", "Opcode is defined", "§5.2", "Holds.", ("rule:frame.opcode", "bit:4")),
    ),
    fin=1, opcode=1, masked=1, length="5", length_note="7 bits, automatic", key=b"\x37\xfa\x21\x3d", payload=b"Hello",
    chips=ChipRow("Break it:", (("mask", "MASK 0"), ("rsv", "RSV1 1"))),
    opcodes=tuple(f"0x{number:x}" for number in range(16)),
)  # fmt: skip


@pytest.fixture
def pane(shown: Callable[..., QWidget]) -> FrameInspector:
    pane = FrameInspector()
    pane.setFixedWidth(312)
    shown(pane, 312, 900)
    pane.set_shown(SHOWN)
    return pane


@pytest.fixture
def heard(pane: FrameInspector) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    pane.edited.connect(lambda name, value: found.append((name, value)))
    return found


def test_bits_are_toggled(pane: FrameInspector, heard: list[tuple[str, object]]) -> None:
    pane.fin.click()
    pane.mask_bit.click()
    pane.rsv[0].click()
    pane.rsv[2].click()
    assert heard == [("fin", 0), ("mask", 0), ("rsv", 4), ("rsv", 1)]


@pytest.mark.parametrize("length", ["5", "65536", "16777216"])
def test_all_digits_of_a_length_are_seen(pane: FrameInspector, length: str) -> None:
    pane.set_shown(replace(SHOWN, length=length, length_note="64 bits"))
    pane.grab()
    digits = QFontMetricsF(pane.length.font()).horizontalAdvance(length)
    assert digits + 20 <= pane.length.width()
    assert pane.form.sizeHint().width() <= pane.form.width()


def test_the_name_of_a_field_is_never_cut(pane: FrameInspector) -> None:
    pane.set_shown(replace(SHOWN, extended=True, extended_note="8 bytes: 0x7fffffffffffffff"))
    pane.grab()
    row = pane.rows["extended payload length"]
    assert row.name.width() >= row.name.sizeHint().width()
    assert row.note.width() < row.note.sizeHint().width()


def test_the_opcode_is_picked_by_key(pane: FrameInspector, heard: list[tuple[str, object]], qtbot: QtBot) -> None:
    qtbot.keyClick(pane.opcode, Qt.Key.Key_Down)
    qtbot.keyClick(pane.opcode, Qt.Key.Key_Up)
    assert heard == [("opcode", 2), ("opcode", 0)]


def test_the_length_is_typed_or_automatic(pane: FrameInspector, heard: list[tuple[str, object]], qtbot: QtBot) -> None:
    pane.length.end(False)
    qtbot.keyClicks(pane.length, "0")
    pane.length.clear()
    qtbot.keyClicks(pane.length, "x")
    assert heard == [("length", 50)]
    assert pane.length.property("wrong")
    qtbot.keyClick(pane.length, Qt.Key.Key_Backspace)
    assert heard[-1] == ("length", None)
    pane._form_chosen(16)
    pane._form_chosen("length")
    assert heard[-2:] == [("form", 16), ("length", None)]


def test_the_key_is_four_bytes(pane: FrameInspector, heard: list[tuple[str, object]], qtbot: QtBot) -> None:
    pane.key[1].clear()
    qtbot.keyClicks(pane.key[1], "0g")
    assert heard == []
    pane.key[1].clear()
    qtbot.keyClicks(pane.key[1], "0f")
    assert heard == [("key", b"\x37\x0f\x21\x3d")]


def test_the_payload_chips_and_circumstances(
    pane: FrameInspector, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    chosen: list[str] = []
    pane.chip_chosen.connect(chosen.append)
    pane.payload.field.end(False)
    qtbot.keyClicks(pane.payload.field, "!")
    pane.deflate.click()
    pane.inside.click()
    pane.chips.chips[1].click()
    assert heard == [("payload", b"Hello!"), ("deflate", True), ("inside", True)]
    assert chosen == ["rsv"]


def test_fields_and_stage_point_at_each_other(pane: FrameInspector, qtbot: QtBot) -> None:
    linked: list[tuple[str, ...]] = []
    pane.hovered.connect(linked.append)
    pane.rules.boxes[0].setFocus()
    qtbot.keyClick(pane.rules.boxes[0], Qt.Key.Key_Down)
    assert linked[-1] == ("rule:frame.opcode", "bit:4")
    pane.set_linked(("bit:8", "byte:1", "field:MASK"))
    assert [name for name, row in pane.rows.items() if row.linked] == ["MASK"]


def test_the_verdict_is_seen_and_read(pane: FrameInspector) -> None:
    before = pane.grab().toImage()
    pane.set_shown(replace(SHOWN, banner=Banner("err", "1 violation", "receiver fails it"), broken=frozenset({"FIN"})))
    assert pane.banner.accessibleName() == "1 violation. receiver fails it"
    assert pane.fin.broken
    assert pane.grab().toImage() != before


def test_a_frame_without_a_mask_has_no_key(pane: FrameInspector) -> None:
    pane.set_shown(replace(SHOWN, key=b"", masked=0))
    assert not any(field.isVisible() for field in pane.key)
    assert pane.rows["masking key"].note.text() == "absent: MASK is 0"
