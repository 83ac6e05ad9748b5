"""Bit diagrams of frames: boxes that cover every bit once, values from the bytes, and a break in what is long."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.diagram.boxes import Break, Diagram, Row
from app.diagram.frame import frame_diagram, layout_diagram
from app.figures.frame_parts import MOST_ROWS
from app.plain_words import PlainWords
from lessons.narration.rules import text
from protocol.frames import Frame, FrameReader
from protocol.vocabulary import Role

EN = PlainWords("en", text)
HELLO = "818537fa213d7f9f4d5158"


def _frame(octets: str) -> Frame:
    [frame] = FrameReader().feed(bytes.fromhex(octets))
    return frame


def _names(diagram: Diagram, row: int) -> list[tuple[str, str]]:
    found = diagram.rows[row]
    assert isinstance(found, Row)
    return [(box.name, box.value) for box in found.boxes]


def test_the_masked_hello_of_section_5_7() -> None:
    diagram = frame_diagram(_frame(HELLO), Role.CLIENT, EN)
    assert _names(diagram, 0) == [
        ("FIN", "1"), ("RSV1", "0"), ("RSV2", "0"), ("RSV3", "0"), ("opcode", "0x1"), ("MASK", "1"),
        ("payload length", "5"), ("masking key", "37 fa"),
    ]  # fmt: skip
    assert _names(diagram, 1) == [("masking key (continued)", "21 3d"), ("payload data", "7f 9f")]
    assert _names(diagram, 2) == [("payload data (continued)", "4d 51 58")]
    assert "carrying “Hello”" in diagram.caption


@pytest.mark.parametrize("width", MOST_ROWS)
@given(payload=st.binary(max_size=40), masked=st.booleans())
def test_every_bit_stands_in_one_box(width: int, payload: bytes, masked: bool) -> None:
    head = bytes([0x82, len(payload) | masked << 7]) + (b"\1\2\3\4" if masked else b"")
    [frame] = FrameReader().feed(head + payload)
    diagram = frame_diagram(frame, Role.CLIENT if masked else Role.SERVER, EN, width)  # type: ignore[arg-type]
    place = skipped = 0
    for row in diagram.rows:
        if isinstance(row, Break):
            skipped += row.skipped
            place += 8 * row.skipped
            continue
        assert row.first == place
        for box in row.boxes:
            assert (box.start, box.stop <= row.first + width) == (place, True)
            place = box.stop
    assert place == 8 * frame.size
    assert len(diagram.rows) <= MOST_ROWS[width]
    assert bool(skipped) == (8 * frame.size > MOST_ROWS[width] * width)


def test_a_frame_that_breaks_a_rule_says_so() -> None:
    diagram = frame_diagram(_frame("0900"), Role.SERVER, EN)
    assert "It breaks a rule of section 5.5" in diagram.caption


@pytest.mark.parametrize("kept", range(2, 11))
def test_a_frame_cut_short_ends_where_its_bytes_end(kept: int) -> None:
    whole, raw = _frame(HELLO), bytes.fromhex(HELLO)[:kept]
    frame = replace(whole, header=raw[:6], key=raw[2:6], wire=raw[6:])
    diagram = frame_diagram(frame, Role.CLIENT, EN)
    assert diagram.boxes[-1].stop == 8 * kept
    assert not diagram.boxes[-1].goes_on
    assert f"Bytes missing at its end: {11 - kept}." in diagram.caption


def test_the_layout_has_what_need_not_be_there() -> None:
    diagram = layout_diagram(PlainWords("zh_CN", text))
    assert {box.field for box in diagram.boxes if box.optional} == {"extended payload length", "masking key"}
    assert [box.stop - box.start for box in diagram.boxes][:7] == [1, 1, 1, 1, 4, 1, 7]
    assert "操作码" in [box.name for box in diagram.boxes]
    assert [box.value for box in diagram.boxes if box.width == 1] == [""] * 5
    values = layout_diagram(EN, show="values")
    assert [box.value for box in values.boxes if box.width == 1] == ["1"] * 5
