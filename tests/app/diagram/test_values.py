"""JSON: the boxes with their places in bits, and what a break leaves out."""

from __future__ import annotations

import json

from app.diagram.formats import FORMATS
from app.diagram.frame import frame_diagram
from app.plain_words import PlainWords
from lessons.narration.rules import text
from protocol.frames import FrameReader
from protocol.vocabulary import Role


def test_rows_and_breaks() -> None:
    [frame] = FrameReader().feed(bytes.fromhex("827e0100" + "00" * 256))
    told = json.loads(FORMATS[".json"](frame_diagram(frame, Role.SERVER, PlainWords("en", text))))
    assert told["rows"][0]["boxes"][4] == {
        "field": "opcode", "start": 4, "stop": 8, "name": "opcode", "value": "0x2", "optional": False,
        "continued": False,
    }  # fmt: skip
    assert sum(row.get("skipped_bytes", 0) for row in told["rows"]) == 260 - 6 * 4
