"""Mermaid: the blocks of a packet diagram, side by side without a hole, and a row instead of what is left out."""

from __future__ import annotations

import re

import pytest

from app.diagram.boxes import Diagram
from app.diagram.frame import frame_diagram, layout_diagram
from app.diagram.packet import to_mermaid
from app.plain_words import PlainWords
from lessons.narration.rules import text
from protocol.frames import FrameReader, encode_frame
from protocol.vocabulary import Role

EN = PlainWords("en", text)


def _diagram(data: bytes, width: int = 32, show: str = "both") -> Diagram:
    [frame] = FrameReader().feed(data)
    return frame_diagram(frame, Role.SERVER, EN, width, show)  # type: ignore[arg-type]


def _blocks(diagram: Diagram) -> list[tuple[int, int, str]]:
    source = to_mermaid(diagram)
    assert f"bitsPerRow: {diagram.width}" in source
    found = re.findall(r'^(\d+)(?:-(\d+))?: "([^"]*)"$', source, re.MULTILINE)
    # Mermaid refuses blocks that are not in order, overlap or leave a hole.
    blocks = [(int(first), int(last or first), words) for first, last, words in found]
    assert [first for first, _, _ in blocks] == [0, *(last + 1 for _, last, _ in blocks[:-1])]
    assert all(first // diagram.width == last // diagram.width for first, last, _ in blocks)
    return blocks


def test_the_blocks_of_the_masked_hello() -> None:
    assert _blocks(_diagram(bytes.fromhex("818537fa213d7f9f4d5158"))) == [
        (0, 0, "FIN 1"), (1, 1, "RSV1 0"), (2, 2, "RSV2 0"), (3, 3, "RSV3 0"), (4, 7, "opcode: 0x1"), (8, 8, "MASK 1"),
        (9, 15, "payload length: 5"), (16, 31, "masking key: 37 fa"),
        (32, 47, "masking key (continued): 21 3d"), (48, 63, "payload data: 7f 9f"),
        (64, 87, "payload data (continued): 4d 51 58"),
    ]  # fmt: skip


@pytest.mark.parametrize("show", ["names", "values", "both"])
@pytest.mark.parametrize("width", [8, 16, 32])
def test_no_block_is_without_words(width: int, show: str) -> None:
    for diagram in (_diagram(encode_frame(10), width, show), layout_diagram(EN, width, show)):  # type: ignore[arg-type]
        assert all(words for _, _, words in _blocks(diagram))


@pytest.mark.parametrize("width", [8, 16, 32])
def test_a_long_payload_ends_with_how_much_follows(width: int) -> None:
    *before, (first, last, words) = _blocks(_diagram(encode_frame(2, bytes(70_000)), width))
    assert last - first + 1 == width
    assert words == f"… {70_010 - first // 8} more bytes to the end …"
    assert before[-1][2].startswith("payload data")


def test_the_caption_is_neither_comment_nor_markup() -> None:
    source = to_mermaid(_diagram(encode_frame(1, b'100%% "sure" <b>&amp;')))
    [told] = [line for line in source.splitlines() if line.startswith("accDescr:")]
    assert '“100#37;#37; "sure" #60;b#62;#38;amp#59;”' in told
    assert told.endswith("section 5.2.")
