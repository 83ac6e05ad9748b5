"""How many frames of each opcode there were, as bars, the most frequent first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen, mono
from protocol.vocabulary import DEFINED, opcode_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drawing.marks import Room

ROW: Final = 20.0
LEFT: Final = 88.0
RIGHT: Final = 40.0


def rows_of(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    """Name and count of the six opcodes, the most frequent first, and of the reserved ones if there were any."""
    known = sorted(((opcode_name(code), counts.get(code, 0)) for code in DEFINED), key=lambda row: -row[1])
    strange = sum(count for code, count in counts.items() if code not in DEFINED)
    return [*known, ("reserved", strange)] if strange else known


def draw(counts: Mapping[int, int], width: float, room: Room) -> Scene:
    """One row for each opcode; their names are those of RFC 6455 section 5.2 in every language."""
    pen, rows = Pen(room), rows_of(counts)
    most = max((count for _, count in rows), default=0)
    told = []
    for place, (name, count) in enumerate(rows):
        y = ROW * place
        spoken = f"{name}: {count}"
        pen.text(f"opcodes/{name}", 0, y + 14, name, 13, color="text2", anchor="start", within=LEFT - 6)
        wide = (width - LEFT - RIGHT) * count / most if most else 0.0
        if count:
            pen.box(f"opcodes/{name}/bar", LEFT, y + 4, max(1.5, wide), 11, fill="op.fill", spoken=spoken)
        pen.text(f"opcodes/{name}/count", width, y + 14, _short(count), mono(13), anchor="end", spoken=spoken)
        told.append(spoken)
    title = room.words.translate("figures", "Frames by opcode")
    return Scene(tuple(pen.marks), width, ROW * len(rows), title, ", ".join(told), "pane")


def _short(count: int) -> str:
    return str(count) if count < 10_000 else f"{count / 1000:.0f}k" if count < 10_000_000 else f"{count / 1e6:.0f}M"
