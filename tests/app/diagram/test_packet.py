"""Mermaid: one block a field, side by side without a hole."""

from __future__ import annotations

import re

from app.diagram.frame import frame_diagram
from app.diagram.packet import to_mermaid
from app.plain_words import PlainWords
from lessons.narration.rules import text
from protocol.frames import FrameReader
from protocol.vocabulary import Role


def _blocks(octets: str) -> list[tuple[int, int, str]]:
    [frame] = FrameReader().feed(bytes.fromhex(octets))
    source = to_mermaid(frame_diagram(frame, Role.SERVER, PlainWords("en", text), 16))
    assert "bitsPerRow: 16" in source
    found = re.findall(r'^(\d+)(?:-(\d+))?: "([^"]*)"$', source, re.MULTILINE)
    return [(int(first), int(last or first), words) for first, last, words in found]


def test_blocks_follow_each_other() -> None:
    blocks = _blocks("827e0100" + "00" * 256)
    assert [first for first, _, _ in blocks[1:]] == [last + 1 for _, last, _ in blocks[:-1]]
    assert blocks[-1][1] == 8 * 260 - 1
    assert blocks[4] == (4, 7, "opcode (0x2)")
    assert "…" in blocks[-1][2]
